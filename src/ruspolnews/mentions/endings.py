"""The nominative that the ending of a surname outside the dictionary allows, case by case.

Rules of Russian: surnames in -ов, -ин, -ский have adjectival forms and a feminine in -а, -ая; masculine ones on a
consonant decline as nouns, those in -а, -я for both genders; feminine ones on a consonant and all on another vowel, and
those in -ых, -их, never (Rosental, Handbook of spelling and literary editing, §§ 149, 150; Zaliznyak, Grammatical
dictionary, appendix on proper names).
"""

from __future__ import annotations

from typing import Final

from ruspolnews.morphology.agreement import CASES

__all__ = ["GENITIVES", "RUSSIAN", "by_ending"]

Row = tuple[str, str, str]

GENITIVES: Final = (
    "ова", "ева", "ина", "ына", "ича", "яна", "ского", "цкого", "ской", "цкой", "овой", "евой", "иной", "енко", "дзе",
    "швили", "ука", "юка", "мана", "ера",
)  # fmt: skip
"""Genitives of surnames that no other word out of the dictionary is likely to have: `Зорича`, not `Роскосмоса`."""
RUSSIAN: Final = ("ов", "ев", "ёв", "ин", "ын", "ий", "ый", "ой")
"""Endings of masculine surnames that have a feminine form of their own."""

_STEMS: Final = ("ов", "ев", "ёв", "ин", "ын")
_VOWELS: Final = "аеёиоуыэюя"
_CONSONANTS: Final = "бвгджзйклмнпрстфхцчшщь"
_HARD: Final = "бвгджзклмнпрстфхцчшщ"
_NO_YA: Final = "гкхжчшщц"
_POSSESSIVE: Final[tuple[tuple[str, str, tuple[str, ...], str], ...]] = (
    # ending after -ов, -ин; what replaces it; cases; gender
    ("а", "", ("gent", "accs"), "masc"),
    ("у", "", ("datv",), "masc"),
    ("ым", "", ("ablt",), "masc"),
    ("е", "", ("loct",), "masc"),
    ("а", "а", ("nomn",), "femn"),
    ("у", "а", ("accs",), "femn"),
    ("ой", "а", ("gent", "datv", "ablt", "loct"), "femn"),
)
_ADJECTIVAL: Final[tuple[tuple[str, str, tuple[str, ...], str], ...]] = (
    ("ского", "ский", ("gent", "accs"), "masc"),
    ("скому", "ский", ("datv",), "masc"),
    ("ским", "ский", ("ablt",), "masc"),
    ("ском", "ский", ("loct",), "masc"),
    ("ская", "ская", ("nomn",), "femn"),
    ("скую", "ская", ("accs",), "femn"),
    ("ской", "ская", ("gent", "datv", "ablt", "loct"), "femn"),
    ("цкого", "цкий", ("gent", "accs"), "masc"),
    ("цкому", "цкий", ("datv",), "masc"),
    ("цким", "цкий", ("ablt",), "masc"),
    ("цком", "цкий", ("loct",), "masc"),
    ("цкая", "цкая", ("nomn",), "femn"),
    ("цкую", "цкая", ("accs",), "femn"),
    ("цкой", "цкая", ("gent", "datv", "ablt", "loct"), "femn"),
)


_NEVER: Final = ("дзе", "швили", "оглу", "оглы", "кызы")
"""Endings of surnames that never decline and look as though they did."""


def by_ending(word: str) -> list[Row]:
    """Return (nominative, case, gender) that the ending of a lower-case word allows; an empty gender is either."""
    if (
        word.endswith(_NEVER)
        or (word.endswith(("ых", "их")) and len(word) > 4)
        or (word[-1:] == "а" and word[-2:-1] in tuple("аеиоуэю"))
    ):
        return [(word, case, "") for case in CASES]
    typed = _typed(word)
    return typed or _plain(word)


def _typed(word: str) -> list[Row]:
    """Return the readings of surnames in -ов, -ин, -ский, whose endings leave no other."""
    rows: list[Row] = []
    if word[-1] not in "оуюмйаяе":
        return rows
    for ending, base, cases, gender in _ADJECTIVAL if "к" in word[-4:-1] else ():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            rows += [(word[: -len(ending)] + base, case, gender) for case in cases]
    if rows:
        return rows
    for ending, base, cases, gender in _POSSESSIVE:
        stem = word[: -len(ending)]
        if word.endswith(ending) and stem.endswith(_STEMS) and len(stem) > 4:
            rows += [(stem + base, case, gender) for case in cases]
    return rows


def _plain(word: str) -> list[Row]:
    rows: list[Row] = []
    stem, end = word[:-1], word[-1]
    if word.endswith(("ии", "ьи")) and len(word) > 4:  # `Бжании`, `Тарьи`
        return [(stem + "я", case, "") for case in ("gent", "datv", "loct")]
    if end in _VOWELS and end not in "ая":
        rows.extend((word, case, "") for case in CASES)
    elif end in "ая":
        rows.append((word, "nomn", ""))
    elif end in _CONSONANTS:
        rows.append((word, "nomn", "masc"))
        if not word.endswith(("ой", "ый", "ий")):
            rows.extend((word, case, "femn") for case in CASES)
    if len(word) < 3:
        return rows
    if stem[-1] in _HARD:
        rows += [row for base in _masculine(stem) for row in _noun(base, end)]
    if end == "я":
        rows += [(stem + ("й" if stem[-1] in _VOWELS else "ь"), case, "masc") for case in ("gent", "accs")]
    elif end == "ю":
        rows += [(stem + ("й" if stem[-1] in _VOWELS else "ь"), "datv", "masc"), (stem + "я", "accs", "")]
    elif end == "у":
        rows.append((stem + "а", "accs", ""))
    elif end == "ы" or (end == "и" and stem[-1] in "гкхжчшщ"):
        rows.append((stem + "а", "gent", ""))
    elif end == "и":
        rows += [(stem + "я", "gent", ""), (stem + "я", "datv", "")]
    elif word.endswith("ее"):
        rows.append((stem + "й", "loct", "masc"))
    elif end == "е" and stem[-1] != stem[-2]:
        rows += [(stem + "а", "datv", ""), (stem + "а", "loct", "")]
        if stem[-1] not in _NO_YA:
            rows += [(stem + "я", "datv", ""), (stem + "я", "loct", "")]
    if len(word) > 3:
        rows += _instrumental(word)
    if len(word) > 6:
        rows += _adjective(word)
    return rows


def _adjective(word: str) -> list[Row]:
    """Return the readings of a surname that is an adjective: `Безсмертного`."""
    for ending, cases in (("ого", ("gent", "accs")), ("ому", ("datv",))):
        if word.endswith(ending):
            stem = word[:-3]
            return [(stem + ("ий" if stem[-1] in "гкх" else "ый"), case, "masc") for case in cases]
    return []


def _masculine(stem: str) -> list[str]:
    """Return the nominatives of a stem on a consonant, a fleeting vowel restored: `скрипц` is `скрипец`."""
    if len(stem) > 3 and stem.endswith("ц") and stem[-2] in "бвдзйкмпст":
        return [stem[:-1].removesuffix("й") + "ец"]
    return [stem]


def _noun(base: str, end: str) -> list[Row]:
    cases = {"а": ("gent", "accs"), "у": ("datv",), "е": ("loct",)}.get(end, ())
    return [(base, case, "masc") for case in cases]


def _instrumental(word: str) -> list[Row]:
    stem = word[:-2]
    if word.endswith("ом") and stem[-1] in _HARD:
        return [(base, "ablt", "masc") for base in _masculine(stem)]
    if word.endswith(("ем", "ём")):
        if stem[-1] in "жчшщц":
            return [(base, "ablt", "masc") for base in _masculine(stem)]
        return [(stem + ("й" if stem[-1] in _VOWELS else "ь"), "ablt", "masc")]
    if word.endswith("ой"):
        return [(stem + "а", "ablt", "")]
    if word.endswith("ей"):
        return [(stem + ("а" if stem[-1] in "жчшщц" else "я"), "ablt", "")]
    return []
