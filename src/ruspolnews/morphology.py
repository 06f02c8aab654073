"""Words to lemmas and grammemes. The only module that imports pymorphy3; the dictionary loads on first use."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from ruspolnews.automaton import quicken

__all__ = ["INVISIBLE", "Grammemes", "Morphology", "Reading", "fold"]

CACHE_SIZE = 40_000
"""Word forms kept in each of the two generations of the cache."""

_CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}
_FOLD = str.maketrans({"ё": "е", "\u0301": None, "\u0300": None, "\u00ad": None, "\u200b": None, "\u2060": None})


INVISIBLE = re.compile("[\u0301\u0300\u00ad\u200b\u2060]")
"""What `fold` drops: stress marks, soft hyphens, spaces and joiners without width."""


def fold(word: str) -> str:
    """Return `word` in the form in which tables and caches know it: lower case, `ё` as `е`, no stress marks."""
    lower = word.lower()
    return lower.replace("ё", "е") if lower.isalpha() else lower.translate(_FOLD)


class Reading(NamedTuple):
    """One way to read a word form. Grammemes are OpenCorpora's: https://pymorphy2.readthedocs.io/en/stable/user/grammemes.html.

    Empty strings stand for grammemes that the reading does not have. `lemma` is folded.
    """

    lemma: str
    pos: str
    case: str
    number: str
    gender: str
    animacy: str
    tense: str
    person: str
    tags: frozenset[str]
    score: float
    known: bool


Grammemes = tuple[str, str, str, str, str, str, str, frozenset[str]]
"""Part of speech, case, number, gender, animacy, tense, person, and all grammemes, as in `Reading`."""
Key = TypeVar("Key")


class Morphology:
    """Readings of word forms, cached in bounded memory; safe to share between threads."""

    def __init__(self, cache_size: int = CACHE_SIZE) -> None:
        self._size = cache_size
        self._young: dict[str, tuple[Reading, ...]] = {}
        self._old: dict[str, tuple[Reading, ...]] = {}
        self._nominatives: dict[str, tuple[tuple[str, Reading], ...]] = {}
        self._dictionary: _Dictionary | None = None
        self._lock = threading.Lock()

    def __getstate__(self) -> int:
        return self._size

    def __setstate__(self, size: int) -> None:
        Morphology.__init__(self, size)

    def _load(self) -> _Dictionary:
        """Return the dictionary, loaded on first use."""
        with self._lock:
            if self._dictionary is None:
                self._dictionary = _Dictionary()
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


_UNKNOWN_SIZE = 500
"""Words out of the dictionary whose parses are kept, since their nominatives are mostly asked for next."""


_new = tuple.__new__
"""Builds a named tuple without the detour over its keyword arguments."""


class _Form(NamedTuple):
    """One place of a paradigm: what pymorphy3 would build anew for each word."""

    prefix: int
    suffix: int
    lemma: tuple[str, str]
    grammemes: Grammemes
    tag: str
    place: tuple[int, int]


_NOMINAL = ("NOUN", "ADJF", "PRTF", "NUMR")


class _Dictionary:
    """pymorphy3's dictionary, read by paradigm: the parts of a form are built once for a paradigm, not for each word.

    Words out of the dictionary go the way of `MorphAnalyzer.parse`.
    """

    def __init__(self) -> None:
        import pymorphy3
        from pymorphy3 import units

        self._analyzer: Any = pymorphy3.MorphAnalyzer(lang="ru")
        self._probabilities = quicken(self._analyzer)
        self._likening = (units.KnownSuffixAnalyzer, units.KnownPrefixAnalyzer, units.UnknownPrefixAnalyzer)
        self._words = self._analyzer.dictionary.words
        self._replaces = self._analyzer.char_substitutes
        self._forms: dict[tuple[int, int], _Form] = {}
        self._nominatives: dict[tuple[int, int], tuple[str, str] | None] = {}
        self._paradigms: dict[int, list[tuple[str, Any, str]]] = {}
        self._unknown: dict[str, list[Any]] = {}
        self._tags: dict[Any, Grammemes] = {}
        self._by_number: dict[int, Grammemes] = {}
        self._asked: dict[Any, dict[int, list[tuple[str, str, Any]]]] = {}

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return the readings of a folded word form, likeliest first."""
        found = []
        last = lemma = ""
        affixes: tuple[str, str] | None = None
        for stem, form, score in self._known(word):
            if form.lemma is not affixes or stem != last:
                last, affixes = stem, form.lemma
                lemma = affixes[0] + stem + affixes[1]
                if "ё" in lemma:
                    lemma = lemma.replace("ё", "е")
            found.append(_new(Reading, (lemma, *form.grammemes, score, True)))
        return tuple(found) or tuple(map(self.reading, self.parse(word))) or (_unread(word),)

    def nominatives(self, word: str) -> Iterator[tuple[str, Reading]]:
        """Yield the nominative of each nominal reading."""
        known = self._known(word)
        for stem, form, score in known:
            affixes = self._affixes(form.place)
            if affixes is not None:
                yield affixes[0] + stem + affixes[1], Reading(_build(stem, form.lemma), *form.grammemes, score, True)
        for parse in () if known else self.parse(word):
            if parse.tag.POS in _NOMINAL and parse.tag.case:
                nominative = parse.word if parse.tag.case == "nomn" else self._inflected(parse)
                if nominative is not None:
                    yield nominative, self.reading(parse)

    def _inflected(self, parse: Any) -> str | None:
        """Return the nominative of a word out of the dictionary, by the paradigm that it was read by if it was."""
        (_, *known), *others = parse.methods_stack
        if len(known) == 3 and all(isinstance(method[0], self._likening) for method in others):
            base, *place = known
            form = self._form_at((place[0], place[1]))
            affixes = self._affixes(form.place)
            if affixes is not None and parse.word.endswith(base):
                stem = base[form.prefix : len(base) - form.suffix]
                return str(parse.word.removesuffix(base) + affixes[0] + stem + affixes[1])
        inflected = parse.inflect(_wanted(parse.tag))
        return inflected.word if inflected else None

    def _affixes(self, place: tuple[int, int]) -> tuple[str, str] | None:
        """Return prefix and suffix of the nominative of a place of a paradigm, worked out once."""
        if place not in self._nominatives:
            self._nominatives[place] = self._nominative(place)
        return self._nominatives[place]

    def verb_forms(self, infinitive: str, of_interest: Callable[[Grammemes], Key | None]) -> Iterator[tuple[str, Key]]:
        """Yield the forms of a verb, folded, with what is of interest in each."""
        known = False
        for stem, form, _ in self._known(infinitive):
            if form.grammemes[0] == "INFN" and _build(stem, form.lemma) == infinitive:
                known = True
                stem = stem.replace("ё", "е")
                for prefix, suffix, key in self._interesting(form.place[0], of_interest):
                    yield prefix + stem + suffix, key
        for parse in () if known else self.parse(infinitive):
            if parse.tag.POS == "INFN" and fold(parse.normal_form) == infinitive:
                for form in parse.lexeme:
                    asked = of_interest(self._grammemes(form.tag))
                    if asked is not None:
                        yield fold(form.word), asked

    def _interesting(self, paradigm: int, of_interest: Callable[[Grammemes], Key | None]) -> list[tuple[str, str, Key]]:
        """Return prefix, suffix and what is of interest of the places of a paradigm that have it."""
        memo = self._asked.setdefault(of_interest, {})
        found = memo.get(paradigm)
        if found is None:
            found = memo[paradigm] = [
                (prefix.replace("ё", "е"), suffix.replace("ё", "е"), key)
                for prefix, tag, suffix in self._places(paradigm)
                if (key := of_interest(self._grammemes(tag))) is not None
            ]
        return found

    def _places(self, paradigm: int) -> list[tuple[str, Any, str]]:
        """Return prefix, tag and suffix of each place of a paradigm."""
        found = self._paradigms.get(paradigm)
        if found is None:
            found = self._paradigms[paradigm] = self._analyzer.dictionary.build_paradigm_info(paradigm)
        return found

    def _known(self, word: str) -> list[tuple[str, _Form, float]]:
        """Return stem, form and score of each reading that the dictionary has, likeliest first."""
        if len(word) < 2:
            return []
        forms = self._forms
        found = []
        for spelled, places in self._words.similar_items(word, self._replaces):
            for place in places:
                form = forms.get(place) or self._form_at(place)
                found.append((spelled[form.prefix : len(spelled) - form.suffix], form))
        count = len(found)
        scores = self._probabilities(word, [form.tag for _, form in found]) if count > 1 else []
        if not any(scores):
            return [(stem, form, 1.0 / count) for stem, form in found]
        scored = [(stem, form, score) for (stem, form), score in zip(found, scores, strict=True)]
        return sorted(scored, key=_score, reverse=True)

    def _form_at(self, place: tuple[int, int]) -> _Form:
        """Return one place of a paradigm, worked out once."""
        form = self._forms.get(place)
        if form is None:
            form = self._forms[place] = self._form(*place)
        return form

    def _form(self, paradigm: int, index: int) -> _Form:
        """Return one place of a paradigm: the arrays hold suffixes, tags and prefixes, one after the other."""
        dictionary = self._analyzer.dictionary
        numbers = dictionary.paradigms[paradigm]
        size = len(numbers) // 3
        prefixes, suffixes = dictionary.paradigm_prefixes, dictionary.suffixes
        tag = dictionary.gramtab[numbers[size + index]]
        return _Form(
            len(prefixes[numbers[2 * size + index]]),
            len(suffixes[numbers[index]]),
            (prefixes[numbers[2 * size]], suffixes[numbers[0]]),
            self._numbered(numbers[size + index]),
            str(tag),
            (paradigm, index),
        )

    def _nominative(self, place: tuple[int, int]) -> tuple[str, str] | None:
        """Return prefix and suffix of the nominative of a form that has cases, number and gender kept."""
        dictionary = self._analyzer.dictionary
        paradigm, index = place
        numbers = dictionary.paradigms[paradigm]
        size = len(numbers) // 3
        tag = dictionary.gramtab[numbers[size + index]]
        pos, case, number, gender, *_, own = self._numbered(numbers[size + index])
        if pos not in _NOMINAL or not case:
            return None
        rivals = [index]
        if "nomn" not in own:
            wanted = {"nomn", number or "nomn", (gender if pos != "NOUN" else "") or "nomn"}
            tags = [self._numbered(n)[-1] for n in numbers[size : 2 * size]]
            rivals = [i for i in range(size) if wanted <= tags[i]]
            if len(rivals) > 1:
                ideal = tag.updated_grammemes(wanted)
                rivals.sort(key=lambda i: -_likeness(ideal, tags[i]))
        if not rivals:
            return None
        best = rivals[0]
        return dictionary.paradigm_prefixes[numbers[2 * size + best]], dictionary.suffixes[numbers[best]]

    def parse(self, word: str) -> list[Any]:
        """Return the analyzer's parses; none for letters that it does not know by name, such as Tangut ones."""
        found = self._unknown.get(word)
        if found is None:
            try:
                found = list(self._analyzer.parse(word))
            except ValueError:
                found = []
            if len(self._unknown) >= _UNKNOWN_SIZE:
                self._unknown.clear()
            self._unknown[word] = found
        return found

    def reading(self, parse: Any) -> Reading:
        """Return a parse of pymorphy3 as a reading."""
        grammemes = self._grammemes(parse.tag)
        return Reading(fold(parse.normal_form), *grammemes, parse.score, parse.is_known)

    def _numbered(self, number: int) -> Grammemes:
        """Return the grammemes of a tag by its number in the dictionary."""
        found = self._by_number.get(number)
        if found is None:
            found = self._by_number[number] = self._grammemes(self._analyzer.dictionary.gramtab[number])
        return found

    def _grammemes(self, tag: Any) -> Grammemes:
        """Return part of speech, case, number, gender, animacy, tense, person and all grammemes of a tag."""
        found = self._tags.get(tag)
        if found is None:
            # the values are strings that refuse to be compared with what is no grammeme: make them plain
            case = str(tag.case or "")
            tags = frozenset(map(str, tag.grammemes))
            found = self._tags[tag] = (
                str(tag.POS or ""),
                _CASES.get(case, case),
                str(tag.number or ""),
                str(tag.gender or ""),
                next((animacy for animacy in ("anim", "inan") if animacy in tags), ""),  # `вирус` is both
                str(tag.tense or ""),
                str(tag.person or ""),
                tags,
            )
        return found


def _build(stem: str, affixes: tuple[str, str]) -> str:
    return (affixes[0] + stem + affixes[1]).replace("ё", "е")


def _score(row: tuple[str, _Form, float]) -> float:
    return row[2]


def _likeness(ideal: frozenset[str], grammemes: frozenset[str]) -> float:
    """Return how well a form fits, by pymorphy3's own measure."""
    return len(ideal & grammemes) - 0.1 * len(ideal ^ grammemes)


def _wanted(tag: Any) -> set[str]:
    """Return what the nominative of a form keeps: its number, and the gender of an adjective."""
    wanted = {"nomn"} | ({str(tag.number)} if tag.number else set())
    if tag.POS != "NOUN" and tag.gender:
        wanted.add(str(tag.gender))
    return wanted


def _unread(word: str) -> Reading:
    return Reading(word, "", "", "", "", "", "", "", frozenset(), 0.0, known=False)
