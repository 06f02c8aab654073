"""Words and their readings, kept in bounded memory; the dictionary loads for the first parser, once a process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Final, TypeVar, cast, final

from ruspolnews.morphology.dictionary import Dictionary
from ruspolnews.morphology.reading import INVISIBLE, Reading, Tag, fold
from ruspolnews.morphology.word import Word

__all__ = ["Morphology"]

CACHE_SIZE: Final = 40_000
"""Word forms kept in each of the two generations of the cache."""

Key = TypeVar("Key")

_dictionaries: Final[list[Dictionary]] = []
_lock: Final = threading.Lock()


def _dictionary() -> Dictionary:
    """Return the dictionary, loaded when it is first asked for."""
    if not _dictionaries:
        with _lock:
            if not _dictionaries:
                _dictionaries.append(Dictionary())
    return _dictionaries[0]


@final
class Morphology:
    """Words and their readings, cached in bounded memory; safe to share between threads."""

    def __init__(self, cache_size: int = CACHE_SIZE) -> None:
        self._size = cache_size
        self._young: dict[str, Word] = {}
        self._old: dict[str, Word] = {}
        self._nominatives: dict[str, list[tuple[str, Reading]]] = {}

    def __getstate__(self) -> int:
        return self._size

    def __setstate__(self, size: int) -> None:
        Morphology.__init__(self, size)

    def words(self, texts: list[str]) -> list[Word]:
        """Return the words that the tokens of a text are."""
        found = list(map(self._young.get, texts))
        missing = [i for i, word in enumerate(found) if word is None]
        if missing and len(self._young) >= self._size:
            self._old, self._young = self._young, {}
        young, old = self._young, self._old
        for i, norm in zip(missing, _norms([texts[i] for i in missing]), strict=True):
            text = texts[i]
            word = young.get(text)
            if word is None:
                word = young[text] = old.get(text) or Word(text, norm)
            found[i] = word
        return cast("list[Word]", found)

    def word(self, norm: str) -> Word:
        """Return a folded word form."""
        found = self._young.get(norm)
        if found is None:
            found = self._old.get(norm) or Word(norm, norm)
            if len(self._young) >= self._size:
                self._old, self._young = self._young, {}
            self._young[norm] = found
        return found

    def read(self, word: Word) -> tuple[Reading, ...]:
        """Return the readings of a word, likeliest first."""
        found = word.readings
        if found is None:
            if word.text == word.norm:
                found = _dictionary().readings(word.norm)
            else:
                found = self.read(self.word(word.norm))
            word.pos = found[0].pos
            word.readings = found
        return found

    def readings(self, norm: str) -> tuple[Reading, ...]:
        """Return the readings of a folded word form, likeliest first."""
        return self.read(self.word(norm))

    def lemma(self, norm: str) -> str:
        """Return the lemma of the likeliest reading of a folded word form."""
        return self.readings(norm)[0].lemma

    def nominatives(self, word: str) -> list[tuple[str, Reading]]:
        """Return the nominative of each nominal reading of a lower-case word, number and gender kept.

        The words are lower case with `ё` as the dictionary has it.
        """
        found = self._nominatives.get(word)
        if found is None:
            readings = None if "ё" in word else self.readings(word)
            found = _dictionary().nominatives(word, readings)
            if len(self._nominatives) >= self._size:
                self._nominatives.clear()
            self._nominatives[word] = found
        return found

    def genitives(self, word: str) -> list[tuple[str, Reading]]:
        """Return the genitive of each reading of a lower-case word as a nominative, with that reading."""
        return _dictionary().genitives(word)

    def lexemes(self, infinitive: str) -> list[tuple[int, str]]:
        """Return the paradigms that an infinitive of the dictionary has, likeliest first, each with its folded stem."""
        return _dictionary().lexemes(fold(infinitive))

    def suffixes(self, paradigm: int, of_interest: Callable[[Tag], Key | None]) -> Mapping[str, list[tuple[int, Key]]]:
        """Return the places of a paradigm by their suffixes, folded, with what is of interest in each.

        Places for which `of_interest` returns nothing, and forms that have a prefix, are left out.
        """
        return _dictionary().suffixes(paradigm, of_interest)

    def verb_forms(self, infinitive: str, of_interest: Callable[[Tag], Key | None]) -> Iterator[tuple[str, Key]]:
        """Yield the forms of a verb, participles and gerunds included, folded, with what is of interest in each.

        `of_interest` is asked once for each place of a paradigm; forms for which it returns nothing are left out.
        """
        return _dictionary().verb_forms(fold(infinitive), of_interest)


def _norms(words: list[str]) -> list[str]:
    """Return the words folded: all at once where none holds what folding drops."""
    if not words:
        return []
    joined = "\n".join(words)
    if INVISIBLE.search(joined):
        return [fold(word) or word for word in words]
    return joined.lower().replace("ё", "е").split("\n")
