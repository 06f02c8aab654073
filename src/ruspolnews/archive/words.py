"""Words of texts and of queries, as lemmas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ruspolnews.morphology import Morphology, fold

__all__ = ["count_lemmas", "joined_names", "name_words", "query_lemmas"]

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_EMPTY = frozenset({"PREP", "CONJ", "PRCL"})
"""Parts of speech that nobody looks for."""


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(fold(text)))


def _lemmas(word: str, morphology: Morphology) -> set[str]:
    """Return the lemmas of all readings of a word that can mean something; none of `и`, `в`, `не`."""
    readings = morphology.readings(word)
    if readings[0].pos in _EMPTY:
        return set()
    return {reading.lemma for reading in readings if reading.pos not in _EMPTY}


def count_lemmas(text: str, morphology: Morphology) -> Counter[str]:
    """Return the lemmas of a text with how often each may stand there; parts of a hyphenated word count too.

    Examples:
        >>> from ruspolnews.archive.words import count_lemmas
        >>> from ruspolnews.morphology import Morphology
        >>> sorted(count_lemmas("о санкциях и о санкции", Morphology()).items())
        [('санкция', 2)]
    """
    found: Counter[str] = Counter()
    for word in _words(text):
        parts = {word, *word.split("-")}
        found.update({lemma for part in parts for lemma in _lemmas(part, morphology)})
    return found


def query_lemmas(text: str, morphology: Morphology) -> list[list[str]]:
    """Return for each word of a query that means something the lemmas any of which will do."""
    return [sorted(lemmas) for word in _words(text) if (lemmas := _lemmas(word, morphology))]


def name_words(text: str, morphology: Morphology) -> list[list[str]]:
    """Return for each word of a name or role the forms by which it can be found: itself and its lemmas."""
    return [
        sorted({word, *(reading.lemma for reading in morphology.readings(word))})
        for word in _words(text)
        if morphology.readings(word)[0].pos not in _EMPTY
    ]


def joined_names(names: list[str]) -> dict[str, str]:
    """Return for each name the fullest one that it stands for, if all its words stand in one such name only.

    Examples:
        >>> from ruspolnews.archive.words import joined_names
        >>> joined_names(["Лавров", "Сергей Лавров", "Иванов", "Пётр Иванов", "Олег Иванов"])["Лавров"]
        'Сергей Лавров'
        >>> joined_names(["Лавров", "Сергей Лавров", "Иванов", "Пётр Иванов", "Олег Иванов"])["Иванов"]
        'Иванов'
    """
    by_word: dict[str, set[str]] = {}
    words = {name: frozenset(_words(name)) for name in names}
    for name, parts in words.items():
        for part in parts:
            by_word.setdefault(part, set()).add(name)
    joined = {}
    for name, parts in words.items():
        longer = set.intersection(*(by_word[part] for part in parts)) if parts else {name}
        fullest = {words[other] for other in longer if not any(words[other] < words[third] for third in longer)}
        joined[name] = min(other for other in longer if words[other] in fullest) if len(fullest) == 1 else name
    return joined
