"""pymorphy3's dictionary, read by paradigm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import Any, Final, TypeVar

from ruspolnews.morphology.automaton import quicken
from ruspolnews.morphology.guessing import Guess, guesser_for, limit_of
from ruspolnews.morphology.paradigms import NOMINAL, Form, Paradigms
from ruspolnews.morphology.reading import Grammemes, Reading, fold

__all__ = ["Dictionary"]

Key = TypeVar("Key")
_UNKNOWN_SIZE: Final = 500
"""Words out of the dictionary whose guesses and parses are kept, since their nominatives are mostly asked for next."""

_new = tuple.__new__
"""Builds a named tuple without the detour over its keyword arguments."""
_score = itemgetter(2)


class Dictionary:
    """Readings of words by place of a paradigm: the parts of a form are built once for a paradigm, not for each word.

    Words that neither the dictionary nor `Guesser` reads go the way of `MorphAnalyzer.parse`.
    """

    def __init__(self) -> None:
        import pymorphy3

        self._analyzer: Any = pymorphy3.MorphAnalyzer(lang="ru")
        self._probabilities = quicken(self._analyzer)
        self._similar: Callable[..., list[tuple[str, Any]]] = self._analyzer.dictionary.words.similar_items
        self._replaces = self._analyzer.char_substitutes
        self._paradigms = Paradigms(self._analyzer.dictionary)
        self._guesser = guesser_for(self._analyzer, self._paradigms, self._known, self._probabilities)
        self._is_readable = limit_of(self._analyzer)
        self._guessed: dict[str, list[Guess]] = {}
        self._parsed: dict[str, list[Any]] = {}
        self._asked: dict[Any, dict[int, list[tuple[str, str, Any]]]] = {}

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return the readings of a folded word form, likeliest first."""
        found = []
        last = lemma = ""
        affixes: tuple[str, str] | None = None
        for spelled, form, score in self._known(word):
            stem = spelled[form.prefix : len(spelled) - form.suffix]
            if form.lemma is not affixes or stem != last:
                last, affixes = stem, form.lemma
                lemma = affixes[0] + stem + affixes[1]
                if "ё" in lemma:
                    lemma = lemma.replace("ё", "е")
            found.append(_new(Reading, (lemma, *form.grammemes, score, True)))
        return (
            tuple(found)
            or tuple(map(_reading_of, self._guesses(word)))
            or tuple(map(self._reading, self._parse(word)))
            or (_unread(word),)
        )

    def nominatives(self, word: str) -> Iterator[tuple[str, Reading]]:
        """Yield the nominative of each nominal reading."""
        known = self._known(word)
        for spelled, form, score in known:
            affixes = self._paradigms.nominative(form.place)
            if affixes is not None:
                stem = form.stem(spelled)
                yield affixes[0] + stem + affixes[1], Reading(_build(stem, form.lemma), *form.grammemes, score, True)
        if not known:
            yield from self._guessed_nominatives(word, self._guesses(word))

    def _guessed_nominatives(self, word: str, guesses: list[Guess]) -> Iterator[tuple[str, Reading]]:
        for i, guess in enumerate(guesses):
            form = guess.form
            if form.grammemes[0] in NOMINAL and form.grammemes[1]:
                affixes = self._paradigms.nominative(form.place)
                if affixes is not None:
                    yield guess.before + affixes[0] + form.stem(guess.base) + affixes[1], _reading_of(guess)
                elif (inflected := _inflected(self._parse(word)[i])) is not None:
                    yield inflected, _reading_of(guess)
        for parse in () if guesses else self._parse(word):
            if parse.tag.POS in NOMINAL and parse.tag.case:
                nominative = parse.word if parse.tag.case == "nomn" else _inflected(parse)
                if nominative is not None:
                    yield nominative, self._reading(parse)

    def verb_forms(self, infinitive: str, of_interest: Callable[[Grammemes], Key | None]) -> Iterator[tuple[str, Key]]:
        """Yield the forms of a verb, folded, with what is of interest in each."""
        known = False
        for spelled, form, _ in self._known(infinitive):
            stem = form.stem(spelled)
            if form.grammemes[0] == "INFN" and _build(stem, form.lemma) == infinitive:
                known = True
                stem = stem.replace("ё", "е")
                for prefix, suffix, key in self._interesting(form.place[0], of_interest):
                    yield prefix + stem + suffix, key
        for parse in () if known else self._parse(infinitive):
            if parse.tag.POS == "INFN" and fold(parse.normal_form) == infinitive:
                for form in parse.lexeme:
                    asked = of_interest(self._paradigms.grammemes(form.tag))
                    if asked is not None:
                        yield fold(form.word), asked

    def _interesting(self, paradigm: int, of_interest: Callable[[Grammemes], Key | None]) -> list[tuple[str, str, Key]]:
        """Return prefix, suffix and what is of interest of the places of a paradigm that have it."""
        memo = self._asked.setdefault(of_interest, {})
        found = memo.get(paradigm)
        if found is None:
            found = memo[paradigm] = [
                (prefix.replace("ё", "е"), suffix.replace("ё", "е"), key)
                for prefix, tag, suffix in self._paradigms.places(paradigm)
                if (key := of_interest(self._paradigms.grammemes(tag))) is not None
            ]
        return found

    def _known(self, word: str) -> list[tuple[str, Form, float]]:
        """Return spelling, form and score of each reading that the dictionary has, likeliest first."""
        if len(word) < 2:
            return []
        at = self._paradigms.at
        found = [(spelled, at(place)) for spelled, places in self._similar(word, self._replaces) for place in places]
        count = len(found)
        scores = self._probabilities(word, [form.tag for _, form in found]) if count > 1 else []
        if not any(scores):
            return [(spelled, form, 1.0 / count) for spelled, form in found]
        scored = [(spelled, form, score) for (spelled, form), score in zip(found, scores, strict=True)]
        return sorted(scored, key=_score, reverse=True)

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

    def _reading(self, parse: Any) -> Reading:
        """Return a parse of pymorphy3 as a reading."""
        return Reading(fold(parse.normal_form), *self._paradigms.grammemes(parse.tag), parse.score, parse.is_known)


def _build(stem: str, affixes: tuple[str, str]) -> str:
    return (affixes[0] + stem + affixes[1]).replace("ё", "е")


def _reading_of(guess: Guess) -> Reading:
    before, base, (prefix, suffix, affixes, grammemes, *_), score = guess
    lemma = f"{before}{affixes[0]}{base[prefix : len(base) - suffix]}{affixes[1]}"
    return _new(Reading, (lemma.replace("ё", "е") if "ё" in lemma else lemma, *grammemes, score, False))


def _inflected(parse: Any) -> str | None:
    """Return the nominative of a parse of pymorphy3, number and the gender of an adjective kept."""
    tag = parse.tag
    wanted = {"nomn"} | ({str(tag.number)} if tag.number else set())
    if tag.POS != "NOUN" and tag.gender:
        wanted.add(str(tag.gender))
    inflected = parse.inflect(wanted)
    return inflected.word if inflected else None


def _unread(word: str) -> Reading:
    return Reading(word, "", "", "", "", "", "", "", frozenset(), 0.0, known=False)
