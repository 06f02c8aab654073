"""Words out of the dictionary, read as pymorphy3 reads them but by places of paradigms: most are surnames.

`MorphAnalyzer.parse` asks its analyzers one after the other and builds a parse for each guess. For a word in Cyrillic
letters alone only three can answer: known prefixes (`экс` + `мэр`), and, together, a word of the dictionary after an
unknown prefix (`байт` + `код`) and words with the same ending. Other words are left to pymorphy3.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import itemgetter
from typing import Any, Final, NamedTuple

from ruspolnews.morphology.paradigms import Paradigms
from ruspolnews.morphology.reading import Form

__all__ = ["Guess", "Guesser", "guesser_for", "limit_of"]

_LETTERS: Final = re.compile("[а-яё]{2,}")
_UNITS: Final = [
    "DictionaryAnalyzer",
    "AbbreviatedFirstNameAnalyzer",
    "AbbreviatedPatronymicAnalyzer",
    "NumberAnalyzer",
    "PunctuationAnalyzer",
    "RomanNumberAnalyzer",
    "LatinAnalyzer",
    "HyphenSeparatedParticleAnalyzer",
    "HyphenAdverbAnalyzer",
    "HyphenatedWordsAnalyzer",
    "KnownPrefixAnalyzer",
    "UnknownPrefixAnalyzer",
    "KnownSuffixAnalyzer",
    "UnknAnalyzer",
]
"""The analyzers that this module knows, in the order in which pymorphy3 2.0 asks them."""
_REMAINDER: Final = 3
_PREFIX: Final = 5
"""Letters that an unknown prefix leaves at least, and has at most."""
_STACKED: Final = 3
"""Known prefixes that may stand one before the other: readings of `недонедонедо…` would double with each."""
_LONGEST: Final = 60
"""Letters of the longest word left to pymorphy3, which calls itself for what stands after a prefix or a hyphen."""

Known = Callable[[str], list[tuple[str, Form, float]]]
Probabilities = Callable[[str, list[str]], list[float]]


class Guess(NamedTuple):
    """How a word may be read: `before` is a prefix that does not change, `base` the form of the paradigm after it."""

    before: str
    base: str
    form: Form
    score: float


_score = itemgetter(3)
_new = tuple.__new__


class Guesser:
    """Guesses of words out of the dictionary."""

    def __init__(self, analyzer: Any, paradigms: Paradigms, known: Known, probabilities: Probabilities) -> None:
        units = {type(unit[0]).__name__: unit[0] for unit in analyzer._units}
        prefixes, unknown, suffixes = (units[name] for name in _UNITS[-4:-1])
        self._prefixes: Callable[[str], list[str]] = prefixes.get_prefixes
        self._shortest: int = prefixes.min_remainder_length
        self._known_weight: float = prefixes.score_multiplier
        self._unknown_weight: float = unknown.score_multiplier
        self._weight: float = suffixes.score_multiplier
        self._least: int = suffixes.min_word_length
        self._splits: list[int] = suffixes._prediction_splits
        dictionary = analyzer.dictionary
        self._endings = [
            (prefix, dictionary.prediction_suffixes_dawgs[number].similar_items)
            for number, prefix in suffixes._paradigm_prefixes
        ]
        self._words: Callable[..., list[tuple[str, Any]]] = dictionary.words.similar_items
        self._replaces = analyzer.char_substitutes
        self._paradigms = paradigms
        self._known = known
        self._probabilities = probabilities

    def guesses(self, word: str, stacked: int = 0) -> list[Guess]:
        """Return the guesses of a word that the dictionary does not have; nothing if it is not read here.

        They stand in the order of pymorphy3. `stacked` prefixes stand before the word.
        """
        if not _LETTERS.fullmatch(word):
            return []
        found = self._after_known_prefixes(word, stacked) if stacked < _STACKED else []
        if found is None:
            return []
        found = found or self._by_analogy(word)
        if not found or any(self._probabilities(word, [guess.form.tag.text for guess in found])):
            return []
        share = 1.0 / sum(map(_score, found))
        return [_new(Guess, (before, base, form, score * share)) for before, base, form, score in found]

    def _after_known_prefixes(self, word: str, stacked: int) -> list[Guess] | None:
        """Return the readings of what stands after a known prefix; None if some are not read here."""
        found: list[Guess] = []
        seen = set()
        for prefix in sorted(self._prefixes(word), key=len, reverse=True):
            rest = word[len(prefix) :]
            if len(rest) < self._shortest:
                continue
            known = self._known(rest)
            guesses = [Guess("", *row) for row in known] if known else self.guesses(rest, stacked + 1)
            if not guesses:
                return None
            for before, base, form, score in guesses:
                key = (prefix + before + base, form.tag, form.paradigm)
                if form.tag.is_productive() and key not in seen:
                    seen.add(key)
                    found.append(Guess(prefix + before, base, form, score * self._known_weight))
        return found

    def _by_analogy(self, word: str) -> list[Guess]:
        """Return guesses by words of the dictionary that `word` ends in, then by the ending alone."""
        found: list[Guess] = []
        seen = set()
        at = self._paradigms.at
        for cut in range(1, 1 + min(_PREFIX, len(word) - _REMAINDER)):
            for spelled, places in self._words(word[cut:], self._replaces):
                for place in places:
                    form = at(place)
                    key = (word[:cut] + spelled, form.tag, place[0])
                    if form.tag.is_productive() and key not in seen:
                        seen.add(key)
                        found.append(_new(Guess, (word[:cut], spelled, form, self._unknown_weight)))
        if len(word) < self._least:
            return found
        by_ending: list[Guess] = []
        for prefix, similar in self._endings:
            if not word.startswith(prefix):
                continue
            total = 1
            counted = []
            for size in self._splits:
                start = word[:-size]
                for ending, rows in similar(word[-size:], self._replaces):
                    for count, *place in rows:
                        form = at((place[0], place[1]))
                        if form.tag.is_productive():
                            total += count
                            key = (start + ending, form.tag, place[0])
                            if key not in seen:
                                seen.add(key)
                                counted.append((start + ending, form, count))
                if total > 1:
                    break
            by_ending += [_new(Guess, ("", base, form, count / total * self._weight)) for base, form, count in counted]
        by_ending.sort(key=_score, reverse=True)
        return found + by_ending


def guesser_for(analyzer: Any, paradigms: Paradigms, known: Known, probabilities: Probabilities) -> Guesser | None:
    """Return a guesser if the analyzer asks the analyzers that this module knows, in their order."""
    if [type(unit[0]).__name__ for unit in analyzer._units] == _UNITS:
        return Guesser(analyzer, paradigms, known, probabilities)
    return None


def limit_of(analyzer: Any) -> Callable[[str], bool]:
    """Return what tells whether pymorphy3 reads a word out of the dictionary without calling itself out of hand."""
    prefixes = tuple(prefix for unit in analyzer._units for prefix in getattr(unit[0], "known_prefixes", ()))

    def heaped(word: str, start: int) -> bool:
        ends = {start}
        for _ in range(_STACKED + 1):
            ends = {end + len(prefix) for end in ends for prefix in prefixes if word.startswith(prefix, end)}
        return bool(ends)

    def is_readable(word: str) -> bool:
        if len(word) > _LONGEST:
            return False
        starts = [0, *(i + 1 for i, letter in enumerate(word) if letter == "-")]
        return not any(heaped(word, start) for start in starts if word.startswith(prefixes, start))

    return is_readable
