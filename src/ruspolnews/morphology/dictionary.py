"""pymorphy3's dictionary, read by paradigm."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from operator import attrgetter, itemgetter
from typing import Any, Final, TypeVar, final

from ruspolnews.morphology.automaton import quicken
from ruspolnews.morphology.guessing import Guess, guesser_for, limit_of
from ruspolnews.morphology.hyphens import Hyphens
from ruspolnews.morphology.paradigms import Paradigms
from ruspolnews.morphology.reading import NOMINAL, Form, Reading, Tag, fold

__all__ = ["Dictionary"]

Key = TypeVar("Key")
_UNKNOWN_SIZE: Final = 500
"""Words out of the dictionary whose guesses and parses are kept, since their nominatives are mostly asked for next."""
_CYRILLIC: Final = re.compile("[а-яё]")
_score = itemgetter(2)
_score_of = attrgetter("score")


@final
class Dictionary:
    """Readings of words by place of a paradigm: the parts of a form are built once for a paradigm, not for each word.

    Words that neither the dictionary nor `Guesser` reads go the way of `MorphAnalyzer.parse`.
    """

    def __init__(self) -> None:
        import pymorphy3

        path = _path(pymorphy3.MorphAnalyzer.DICT_PATH_ENV_VARIABLE)
        self._analyzer: Any = pymorphy3.MorphAnalyzer(path, lang="ru")
        self._probabilities = quicken(self._analyzer)
        self._similar: Callable[..., list[tuple[str, Any]]] = self._analyzer.dictionary.words.similar_items
        self._replaces = self._analyzer.char_substitutes
        self._paradigms = Paradigms(self._analyzer.dictionary)
        self._guesser = guesser_for(self._analyzer, self._paradigms, self.known, self._probabilities)
        self._hyphens = Hyphens(self._analyzer, self.readings) if self._guesser is not None else None
        self._is_readable = limit_of(self._analyzer)
        self._guessed: dict[str, list[Guess]] = {}
        self._parsed: dict[str, list[Any]] = {}
        self._by_suffix: dict[Any, dict[int, dict[str, list[tuple[int, Any]]]]] = {}

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return the readings of a folded word form, likeliest first; one without Cyrillic letters has no grammemes."""
        if not _CYRILLIC.search(word):
            return (Reading(word, self._paradigms.tag(""), 1.0, False),)
        return (
            self._known_readings(word)
            or (self._hyphens.readings(word) if self._hyphens is not None and "-" in word else ())
            or tuple(map(_guessed_reading, self._guesses(word)))
            or tuple(map(self._parsed_reading, self._parse(word)))
            or (Reading(word, self._paradigms.tag(""), 0.0, False),)
        )

    def _known_readings(self, word: str) -> tuple[Reading, ...]:
        """Return the readings that the dictionary has, likeliest first."""
        if len(word) < 2:
            return ()
        forms, at = self._paradigms.forms, self._paradigms.at
        found: list[Reading] = []
        last = before = behind = lemma = ""
        for spelled, places in self._similar(word, self._replaces):
            size = len(spelled)
            for place in places:
                form = forms.get(place) or at(place)
                stem = spelled[form.prefix : size - form.suffix]
                if stem != last or form.behind != behind or form.before != before or not lemma:
                    last, before, behind = stem, form.before, form.behind
                    lemma = before + stem + behind
                    if "ё" in lemma:
                        lemma = lemma.replace("ё", "е")
                found.append(Reading(lemma, form.tag, 1.0, True, stem, form))
        count = len(found)
        if count < 2:
            return tuple(found)
        scores = self._probabilities(word, [reading.tag.text for reading in found])
        if any(scores):
            for reading, score in zip(found, scores, strict=True):
                reading.score = score
            found.sort(key=_score_of, reverse=True)
        else:
            share = 1.0 / count
            for reading in found:
                reading.score = share
        return tuple(found)

    def nominatives(self, word: str, readings: tuple[Reading, ...] | None) -> list[tuple[str, Reading]]:
        """Return the nominative of each nominal reading.

        Args:
            word: a word in small letters, with `ё` as the dictionary has it.
            readings: its readings, if the word is folded and they were read before.
        """
        if readings is None:
            readings = self._known_readings(word)
        elif readings[0].form is None:
            readings = ()
        if not readings:
            return self._guessed_nominatives(word, self._guesses(word))
        found: list[tuple[str, Reading]] = []
        nominative = self._paradigms.nominative
        for reading in readings:
            form = reading.form
            affixes = nominative(form) if form is not None else None
            if affixes is not None:
                found.append((affixes[0] + reading.stem + affixes[1], reading))
        return found

    def genitives(self, word: str) -> list[tuple[str, Reading]]:
        """Return the genitive of each reading of a word as a nominative, likeliest first, with that reading."""
        found: list[tuple[str, Reading]] = []
        for parse in self._parse(word):
            if parse.tag.POS in NOMINAL and parse.tag.case == "nomn":
                inflected = parse.inflect({"gent"})
                if inflected is not None:
                    found.append((inflected.word, self._parsed_reading(parse)))
        return found

    def _guessed_nominatives(self, word: str, guesses: list[Guess]) -> list[tuple[str, Reading]]:
        found: list[tuple[str, Reading]] = []
        for i, guess in enumerate(guesses):
            form = guess.form
            if form.tag.pos in NOMINAL and form.tag.case:
                affixes = self._paradigms.nominative(form)
                if affixes is not None:
                    nominative: str | None = guess.before + affixes[0] + form.stem(guess.base) + affixes[1]
                else:
                    nominative = _inflected(self._parse(word)[i])
                if nominative is not None:
                    found.append((nominative, _guessed_reading(guess)))
        for parse in () if guesses else self._parse(word):
            if parse.tag.POS in NOMINAL and parse.tag.case:
                nominative = parse.word if parse.tag.case == "nomn" else _inflected(parse)
                if nominative is not None:
                    found.append((nominative, self._parsed_reading(parse)))
        return found

    def lexemes(self, infinitive: str) -> list[tuple[int, str]]:
        """Return the paradigms that an infinitive has, likeliest first, each with its folded stem."""
        found: list[tuple[int, str]] = []
        for spelled, form, _ in self.known(infinitive):
            stem = form.stem(spelled)
            if form.tag.pos == "INFN" and _lemma(stem, form) == infinitive:
                found.append((form.paradigm, stem.replace("ё", "е")))
        return found

    def verb_forms(self, infinitive: str, of_interest: Callable[[Tag], Key | None]) -> Iterator[tuple[str, Key]]:
        """Yield the forms of a verb, folded, with what is of interest in each."""
        lexemes = [("", paradigm, stem) for paradigm, stem in self.lexemes(infinitive)]
        lexemes = lexemes or self._guessed_lexemes(infinitive)
        for before, paradigm, stem in lexemes:
            for _, prefix, suffix, key in self._paradigms.places(paradigm, of_interest):
                yield before + prefix + stem + suffix.replace("ё", "е"), key
        for parse in () if lexemes else self._parse(infinitive):
            if parse.tag.POS == "INFN" and fold(parse.normal_form) == infinitive:
                for form in parse.lexeme:
                    asked = of_interest(self._paradigms.tag(str(form.tag)))
                    if asked is not None:
                        yield fold(form.word), asked

    def _guessed_lexemes(self, infinitive: str) -> list[tuple[str, int, str]]:
        """Return prefix, paradigm and folded stem of each guess of an infinitive out of the dictionary."""
        return [
            (guess.before, guess.form.paradigm, guess.form.stem(guess.base).replace("ё", "е"))
            for guess in self._guesses(infinitive)
            if guess.form.tag.pos == "INFN"
        ]

    def suffixes(self, paradigm: int, of_interest: Callable[[Tag], Key | None]) -> dict[str, list[tuple[int, Key]]]:
        """Return the places of a paradigm by their suffixes, folded, with what is of interest in each."""
        memo = self._by_suffix.setdefault(of_interest, {})
        found = memo.get(paradigm)
        if found is None:
            found = memo[paradigm] = {}
            for place, prefix, suffix, key in self._paradigms.places(paradigm, of_interest):
                if not prefix:
                    found.setdefault(suffix.replace("ё", "е"), []).append((place, key))
        return found

    def known(self, word: str) -> list[tuple[str, Form, float]]:
        """Return spelling, form and score of each reading that the dictionary has, likeliest first."""
        if len(word) < 2:
            return []
        at = self._paradigms.at
        found = [(spelled, at(place)) for spelled, places in self._similar(word, self._replaces) for place in places]
        if len(found) == 1:
            spelled, form = found[0]
            return [(spelled, form, 1.0)]
        count = len(found)
        scores = self._probabilities(word, [form.tag.text for _, form in found]) if count else []
        if not any(scores):
            return [(spelled, form, 1.0 / count) for spelled, form in found]
        scored = [(spelled, form, score) for (spelled, form), score in zip(found, scores, strict=True)]
        scored.sort(key=_score, reverse=True)
        return scored

    def _guesses(self, word: str) -> list[Guess]:
        """Return the guesses of a word out of the dictionary, none if it is left to pymorphy3."""
        found = self._guessed.get(word)
        if found is None:
            found = self._guesser.guesses(word) if self._guesser is not None else []
            if len(self._guessed) >= _UNKNOWN_SIZE:
                self._guessed.clear()
            self._guessed[word] = found
        return found

    def _parse(self, word: str) -> list[Any]:
        """Return the analyzer's parses; none for letters that it does not know by name, such as Tangut ones."""
        found = self._parsed.get(word)
        if found is None:
            try:
                found = list(self._analyzer.parse(word)) if self._is_readable(word) else []
            except ValueError:
                found = []
            if len(self._parsed) >= _UNKNOWN_SIZE:
                self._parsed.clear()
            self._parsed[word] = found
        return found

    def _parsed_reading(self, parse: Any) -> Reading:
        """Return a parse of pymorphy3 as a reading."""
        return Reading(fold(parse.normal_form), self._paradigms.tag(str(parse.tag)), parse.score, parse.is_known)


def _path(chosen: str) -> str | None:
    """Return where the dictionary lies, so that pymorphy3 need not look through all that is installed to find it.

    `chosen` is the variable of the environment by which a user tells pymorphy3 another place; then it is left to that.
    """
    if chosen in os.environ:
        return None
    try:
        dictionary = import_module("pymorphy3_dicts_ru")
    except ImportError:
        return None
    return str(dictionary.get_path())


def _lemma(stem: str, form: Form) -> str:
    lemma = form.before + stem + form.behind
    return lemma.replace("ё", "е") if "ё" in lemma else lemma


def _guessed_reading(guess: Guess) -> Reading:
    form = guess.form
    stem = form.stem(guess.base)
    return Reading(guess.before.replace("ё", "е") + _lemma(stem, form), form.tag, guess.score, False)


def _inflected(parse: Any) -> str | None:
    """Return the nominative of a parse of pymorphy3, number and the gender of an adjective kept."""
    tag = parse.tag
    if "Fixd" in tag and "-" not in parse.word:  # letters, `АНБ`
        return str(parse.word)
    wanted = {"nomn"} | ({str(tag.number)} if tag.number else set())
    if tag.POS != "NOUN" and tag.gender:
        wanted.add(str(tag.gender))
    inflected = parse.inflect(wanted)
    return inflected.word if inflected else None
