"""The forms of personal names: what a part of a name may stand in, and its nominative, in the dictionary or not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, final

from ruspolnews.compiling import mypyc_attr
from ruspolnews.mentions.capitals import SENIORITY
from ruspolnews.mentions.endings import RUSSIAN, Row, by_ending
from ruspolnews.mentions.words import NAME_TAGS, is_capital, lexis
from ruspolnews.morphology import Morphology, fold
from ruspolnews.morphology.agreement import CASES, Agreements, agreeing
from ruspolnews.morphology.word import is_latin
from ruspolnews.segmentation import Document

__all__ = [
    "EAST_ASIAN",
    "NameForm",
    "best_form",
    "best_of",
    "forms_of",
    "inflection",
    "is_capital_after_article",
    "is_syllable",
    "plain_name",
]

_ARTICLES: Final = frozenset("аль эль ас эс ад эд ар эр аш эш ат эт ан эн аз эз бен ибн бин".split())
EAST_ASIAN: Final = frozenset(
    "ким пак пан мун юн хон сон чон кан лим хан чхве дэн дан ван ян чжан чжао чжоу сунь сюй ху ма гао лян хэ"
    " го лю тан ли лу дун чэнь цинь фам нгуен чан ле ву фан линь цзян цай пэн шэн гэн мао ай си абдель абдул"
    " абд абу абдуль".split()
)
"""Family names that stand first and are not inflected, and first parts of Arabic names."""
_VOWELS: Final = "аеёиоуыэюя"
_BONUS: Final = 2.0
"""What a first name of the table has before other nominatives."""
_SIZE: Final = 20_000
"""Words of which it is kept what they can be as parts of a name."""


@mypyc_attr(acyclic=True)
@final
class NameForm:
    """One way to read a part of a name: its nominative, as it would be written, and what it stands in.

    `agreements` has case and gender as bits, and the number; `bonus` is for first names of the table. `plain` is the
    nominative folded, without what tells father from son.
    """

    __slots__ = ("agreements", "bonus", "case", "gender", "nominative", "plain", "weight")

    def __init__(self, nominative: str, case: str, gender: str, agreements: Agreements, weight: float) -> None:
        self.nominative = nominative
        self.case = case
        self.gender = gender
        self.agreements = agreements
        self.weight = weight
        self.plain = plain_name(nominative)
        self.bonus = _BONUS if self.plain in lexis().first_names else 0.0

    def named(self, nominative: str) -> NameForm:
        """Return the form of a longer name, which is no first name of the table."""
        form = NameForm(nominative, self.case, self.gender, self.agreements, self.weight)
        form.bonus = self.bonus
        return form


@mypyc_attr(acyclic=True)
@final
class _Forms:
    """The ways to read a word, what it can be in any of them, and the nominatives that other words would confirm."""

    __slots__ = ("agreements", "best", "confirming", "forms")

    def __init__(self, forms: tuple[NameForm, ...], confirming: frozenset[str] = frozenset()) -> None:
        self.forms = forms
        self.confirming = confirming
        self.best: dict[tuple[str, str], tuple[float, str]] = {}
        agreements = 0
        for form in forms:
            agreements |= form.agreements
        self.agreements = agreements


def plain_name(name: str) -> str:
    """Return a name folded, without what tells father from son: `Вэнс-младший`."""
    folded = fold(name)
    return folded.removesuffix("-младший").removesuffix("-старший") if "-" in folded else folded


def forms_of(doc: Document, i: int) -> tuple[NameForm, ...]:
    """Return the ways to read token `i` as a part of a name, each with its nominative."""
    return _forms_at(doc, i).forms


def inflection(doc: Document, i: int) -> Agreements:
    """Return what token `i` can be as a part of a name, whatever else it may be."""
    return _forms_at(doc, i).agreements


def best_form(doc: Document, i: int, case: str, gender: str) -> tuple[float, str]:
    """Return the weight and the nominative of the likeliest form of token `i` in a case and gender."""
    forms = _forms_at(doc, i)
    found = forms.best.get((case, gender))
    if found is None:
        found = forms.best[case, gender] = best_of(forms.forms, case, gender, {})
    return found


def best_of(forms: tuple[NameForm, ...], case: str, gender: str, votes: Mapping[str, float]) -> tuple[float, str]:
    """Return the weight and the nominative of the likeliest of several forms, votes for a nominative added."""
    top, nominative = -5.0, ""
    for form in forms:
        if form.case != case or (form.gender and gender and form.gender != gender):
            continue
        weight = form.weight + votes.get(form.nominative, 0.0) + form.bonus
        if weight > top or (weight == top and form.nominative > nominative):
            top, nominative = weight, form.nominative
    return top, nominative


def _forms_at(doc: Document, i: int) -> _Forms:
    word = doc.words[i]
    known = doc.name_forms.get(word)
    if not isinstance(known, _Forms):
        known = doc.name_forms[word] = _forms(doc, word)
    return known


def is_capital_after_article(word: str) -> bool:
    """Whether a token is an Arabic article with a name: `аль-Асад`, `эль-Сиси`."""
    if "-" not in word:
        return False
    article, _, name = word.partition("-")
    return article in _ARTICLES and name[:1].isupper()


def is_syllable(word: str) -> bool:
    """Whether a word is one short syllable on a consonant, as parts of Chinese and Korean names are."""
    return len(word) <= 5 and word[-1] not in _VOWELS and sum([letter in _VOWELS for letter in word]) == 1


def _forms(doc: Document, word: str) -> _Forms:
    if is_latin(word):
        return _Forms(_uninflected(word, 1.0))
    if "-" in word:
        parts = word.split("-")
        if is_capital_after_article(word):
            if parts[1][-1] in "иеоуюэы":  # `ас-Сиси`
                return _Forms(_uninflected(word, 1.0))
            forms = _forms(doc, parts[1]).forms
            return _Forms(tuple([form.named(f"{parts[0]}-{form.nominative}") for form in forms]))
        if len(parts) == 2 and parts[1].startswith(SENIORITY):
            senior = parts[1][:5] + "ий"
            forms = _forms(doc, parts[0]).forms
            return _Forms(tuple([form.named(f"{form.nominative}-{senior}") for form in forms]))
        if len(parts) == 2 and all(len(part) > 2 and is_capital(part) for part in parts):
            return _Forms(_hyphenated(doc, word))
    known = _worked_out.get(word)
    if known is None:
        if len(_worked_out) >= _SIZE:
            _worked_out.clear()
        known = _worked_out[word] = _inflected(doc.morphology, word, frozenset())
    confirmed = known.confirming & doc.capitals
    if not confirmed:
        return known
    confirming = _confirmed.get((word, confirmed))
    if confirming is None:
        if len(_confirmed) >= _SIZE:
            _confirmed.clear()
        confirming = _confirmed[word, confirmed] = _inflected(doc.morphology, word, confirmed)
    return confirming


_worked_out: Final[dict[str, _Forms]] = {}
"""What a word can be where nothing else in the article tells."""
_confirmed: Final[dict[tuple[str, frozenset[str]], _Forms]] = {}
"""What a word can be where the article has words that may be its nominative."""


def _uninflected(word: str, weight: float) -> tuple[NameForm, ...]:
    return tuple([NameForm(word, case, "", agreeing(case), weight) for case in CASES])


def _hyphenated(doc: Document, word: str) -> tuple[NameForm, ...]:
    """Return the readings of a double name: its parts agree, or the first stays as it is (`Салтыкова-Щедрина`)."""
    first, _, rest = word.partition("-")
    sexes = [lexis().first_names.get(fold(part), "") for part in (first, rest)]
    if all(sexes) and sexes[0] != sexes[1]:  # `Мари-Клод`, `Жан-Мари`
        return tuple([NameForm(word, case, sexes[0], agreeing(case, "sing", sexes[0]), 3.0) for case in CASES])
    found: dict[tuple[str, str, str, Agreements], float] = {}
    for left in (*_forms(doc, first).forms, *_uninflected(first, 0.45)):  # `Касым-Жомарта`
        for right in _forms(doc, rest).forms:
            if together := left.agreements & right.agreements:
                key = (f"{left.nominative}-{right.nominative}", left.case, left.gender or right.gender, together)
                found[key] = max(found.get(key, 0.0), left.weight * right.weight)
    return tuple([NameForm(*key, weight) for key, weight in found.items()])


class _Readings:
    """The nominatives of a word as they are found, each in a case and gender, with its weight."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.found: dict[tuple[str, str, str], float] = {}
        self._written: dict[str, tuple[str, str]] = {}
        self.folded: dict[str, str] = {word: fold(word)}

    def written(self, nominative: str) -> str:
        """Return the nominative with the capitals of the word."""
        return self._spelling(nominative)[0]

    def add(self, nominative: str, case: str, gender: str, weight: float) -> None:
        """Add a reading; of the same ones the weightiest stays."""
        written, sex = self._spelling(nominative)
        key = (written, case, gender or sex)
        if weight > self.found.get(key, 0.0):
            self.found[key] = weight

    def is_listed(self, written: str) -> bool:
        """Whether a nominative is a first name of the table."""
        return self.folded[written] in lexis().first_names

    def _spelling(self, nominative: str) -> tuple[str, str]:
        known = self._written.get(nominative)
        if known is None:
            written, folded = _like(self.word, nominative), fold(nominative)
            self.folded[written] = folded
            known = self._written[nominative] = written, lexis().first_names.get(folded, "")
        return known


def _inflected(morphology: Morphology, word: str, elsewhere: frozenset[str]) -> _Forms:
    """Return the readings of a word; `elsewhere` are those of its nominatives that the article has."""
    lower = word.lower()
    readings = _Readings(word)
    known, known_name = _by_dictionary(morphology, readings, lower)
    endings = by_ending(lower)
    confirming = frozenset([readings.written(row[0]) for row in endings]).union([key[0] for key in readings.found])
    if known_name:
        endings = [row for row in endings if _is_name(readings, row, elsewhere)]
    if known and lower.endswith(RUSSIAN):
        endings = [row for row in endings if row[2] != "femn"]  # a woman would be Лаврова
    if elsewhere:
        elsewhere &= {readings.written(row[0]) for row in endings} | {key[0] for key in readings.found}
        if lower.endswith(_OWN_FEMININE):
            elsewhere = frozenset()  # `Волкова` may stand beside `Волков`
    for nominative, case, gender in endings:
        if elsewhere and readings.written(nominative) not in elsewhere:
            continue  # the article has another form that can be its nominative
        weight = 1.5 if elsewhere else 0.5 if known else 0.9
        if lower[-1] in "ие" and nominative[-1] == "я" and not lower.endswith(("ии", "ьи")):
            weight *= 0.3
        if lower[-1] in "еу" and nominative[-1] == "а" and not lower.endswith(_FEMININE_ACCUSATIVE):
            weight *= 0.8  # rather a man's name on a consonant
        readings.add(nominative, case, gender, weight if nominative != lower else weight * _base_form(lower))
    found = readings.found
    listed = lower in lexis().first_names
    if lower in EAST_ASIAN or (not known_name and not listed and is_syllable(lower)):
        weight = 3.0 if lower in EAST_ASIAN else 0.4
        for case in CASES:  # `Ким Чен Ына`: only the last part is inflected
            found[readings.written(lower), case, ""] = weight
    if listed and lower.endswith("ко"):  # `Анна Бойко`, though men are called Бойко by first name
        found.update({(readings.written(lower), case, ""): 2.0 for case in CASES})
    if known_name:
        for (nominative, case, gender), weight in list(found.items()):
            if gender == "femn" and nominative[-1] in "ая":  # `с Петром Фиалой`
                found.setdefault((nominative, case, "masc"), weight * 0.1)
    if not known_name or not listed:
        names = {key: weight for key, weight in found.items() if readings.is_listed(key[0])}
        if names and not readings.is_listed(word):
            kept = {key: 0.2 for key in found if key[0] == word} if lower[-1] in "еиу" else {}  # `Эмине` for Эмина
            found = kept | names
    if elsewhere:
        kept = {key: weight for key, weight in found.items() if key[0] in elsewhere}
        found = kept or found
    forms = [NameForm(*key, agreeing(key[1], "sing", key[2]), weight) for key, weight in found.items()]
    return _Forms(tuple(forms), confirming - {word})


_FEMININE_ACCUSATIVE: Final = ("ову", "еву", "ёву", "ину", "ыну")
_FEMININE_OBLIQUE: Final = ("овой", "евой", "ёвой", "иной", "ыной")
_OWN_FEMININE: Final = ("ова", "ева", "ёва", "ина", "ына", "ая")
_ADJECTIVAL: Final = ("ий", "ый", "ой", "ого", "ому", "им", "ым", "ом", "ая", "ую", "его")


def _is_name(readings: _Readings, row: Row, elsewhere: frozenset[str]) -> bool:
    """Whether a nominative is a first name; no man has a woman's that ends in a consonant: `Анна` is none of `Анн`."""
    nominative, _, gender = row
    written = readings.written(nominative)
    if gender == "masc" and nominative[-1] not in "ая" and lexis().first_names.get(fold(nominative)) == "femn":
        return False
    return readings.is_listed(written) or written in elsewhere


def _by_dictionary(morphology: Morphology, readings: _Readings, lower: str) -> tuple[bool, bool]:
    """Add what the dictionary has or guesses; return whether it has the word as a name, and as a given name."""
    known = known_name = False
    for nominative, reading in morphology.nominatives(lower):
        tags = reading.tags
        if reading.number == "plur" or reading.pos in ("PRTF", "NUMR") or (not reading.known and "Fixd" in tags):
            continue
        if not reading.known and "ё" not in lower:
            nominative = nominative.replace("ё", "е")
        if reading.case == "nomn" and nominative != lower:
            continue  # a vocative
        if reading.case == "accs" and nominative == lower and reading.animacy == "inan":
            continue
        proper = not NAME_TAGS.isdisjoint(tags)
        if reading.known and proper:
            known = True
            known_name = known_name or (reading.score > 0.2 and ("Name" in tags or "Patr" in tags))
        if reading.pos == "ADJF" and not lower.endswith(_ADJECTIVAL):
            continue
        weight = (3.0 if reading.known else 1.0) if proper else (1.0 if reading.known else 0.6)
        if not reading.known and lower[-1] in "иеуюоэ":
            weight *= 0.5
        if reading.gender == "neut" and not proper:
            weight *= 0.3
        if reading.pos == "ADJF" and reading.lemma.endswith("ый") and lower.endswith(_FEMININE_OBLIQUE):
            weight *= 0.3  # `Анны Сомовой`: rather Сомова
        gender = reading.gender if reading.gender in ("masc", "femn") else ""
        if gender == "femn" and not proper and reading.pos == "NOUN":
            gender = ""  # a man may be called Сорока
        if "ms-f" in tags or "Ms-f" in tags or reading.gender == "neut":
            gender = ""
        readings.add(nominative, reading.case, gender, weight)
    return known, known_name


def _base_form(word: str) -> float:
    """Return how likely a word with this ending is a nominative: `Сунаком` hardly, `Кудрину` less than not."""
    if len(word) > 4 and word.endswith(("ом", "ем", "ём", "ым", "ой")):
        return 0.2
    return 0.6 if word[-1] in "уюеы" else 1.0


def _like(word: str, nominative: str) -> str:
    """Return the nominative with the capitals of the word, part by part: `карла-хенрика` as `Карл-Хенрик`."""
    if word.isupper() and len(word) > 1:
        return nominative.upper()
    if "-" not in word:
        return nominative[:1].upper() + nominative[1:]
    parts = nominative.split("-")
    shapes = word.split("-")
    if len(parts) != len(shapes):
        return nominative[:1].upper() + nominative[1:]
    return "-".join(
        part[:1].upper() + part[1:] if is_capital(shape) else part for part, shape in zip(parts, shapes, strict=True)
    )
