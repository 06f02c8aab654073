"""Readings of words, kept in bounded memory; the dictionary loads on first use."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Final, TypeVar

from ruspolnews.morphology.dictionary import Dictionary
from ruspolnews.morphology.reading import Grammemes, Reading, fold

__all__ = ["Morphology"]

CACHE_SIZE: Final = 40_000
"""Word forms kept in each of the two generations of the cache."""

Key = TypeVar("Key")


class Morphology:
    """Readings of word forms, cached in bounded memory; safe to share between threads."""

    def __init__(self, cache_size: int = CACHE_SIZE) -> None:
        self._size = cache_size
        self._young: dict[str, tuple[Reading, ...]] = {}
        self._old: dict[str, tuple[Reading, ...]] = {}
        self._nominatives: dict[str, tuple[tuple[str, Reading], ...]] = {}
        self._dictionary: Dictionary | None = None
        self._lock = threading.Lock()

    def __getstate__(self) -> int:
        return self._size

    def __setstate__(self, size: int) -> None:
        Morphology.__init__(self, size)

    def _load(self) -> Dictionary:
        """Return the dictionary, loaded on first use."""
        with self._lock:
            if self._dictionary is None:
                self._dictionary = Dictionary()
            return self._dictionary

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return the readings of a folded word form, likeliest first."""
        found = self._young.get(word)
        if found is not None:
            return found
        found = self._old.get(word)
        if found is None:
            found = (self._dictionary or self._load()).readings(word)
        if len(self._young) >= self._size:
            self._old, self._young = self._young, {}
        self._young[word] = found
        return found

    def lemma(self, word: str) -> str:
        """Return the lemma of the likeliest reading of a folded word form."""
        return self.readings(word)[0].lemma

    def nominatives(self, word: str) -> tuple[tuple[str, Reading], ...]:
        """Return the nominative of each nominal reading of a lower-case word, number and gender kept.

        The words are lower case with `ё` as the dictionary has it.
        """
        found = self._nominatives.get(word)
        if found is None:
            found = tuple((self._dictionary or self._load()).nominatives(word))
            if len(self._nominatives) >= self._size:
                self._nominatives.clear()
            self._nominatives[word] = found
        return found

    def verb_forms(self, infinitive: str, of_interest: Callable[[Grammemes], Key | None]) -> Iterator[tuple[str, Key]]:
        """Yield the forms of a verb, participles and gerunds included, folded, with what is of interest in each.

        `of_interest` is asked once for each place of a paradigm; forms for which it returns nothing are left out.
        """
        return self._load().verb_forms(fold(infinitive), of_interest)
