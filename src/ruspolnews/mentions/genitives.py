"""The genitive of a name in the nominative: `Анна Лужина` and `Анны Лужиной`, `Морской комитет`, too."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.declension import EAST_ASIAN
from ruspolnews.mentions.words import NAME_TAGS, is_acronym
from ruspolnews.morphology import Morphology
from ruspolnews.morphology.word import is_latin

__all__ = ["genitive_of_body", "genitive_of_person"]

_UNINFLECTED: Final = "иуюеэоы"
"""Last letters of names that stay."""
_POSSESSIVE: Final = ("ова", "ева", "ёва", "ина", "ына")
"""How women's Russian surnames end that are declined as adjectives."""
_HUSHED: Final = "гкхжшщч"
"""Letters behind which `ы` is written `и`."""


def genitive_of_person(morphology: Morphology, name: str, gender: str) -> str:
    """Return the genitive of a person's name, word by word; what is not inflected stays."""
    *given, surname = name.split()
    if given and given[0].lower() in EAST_ASIAN:
        return " ".join((*given, _of_name(morphology, surname, gender)))  # `Ким Чен Ына`
    if gender == "femn" and given and surname.lower().endswith(_POSSESSIVE):
        return " ".join([_of_name(morphology, word, gender) for word in given] + [surname[:-1] + "ой"])
    return " ".join([_of_name(morphology, word, gender) for word in (*given, surname)])


def genitive_of_body(morphology: Morphology, name: str) -> str:
    """Return the genitive of a body's name: of its head and the adjectives before it."""
    words = name.split()
    for n, word in enumerate(words):
        if is_acronym(word) or not word[0].isalpha() or is_latin(word):
            break
        forms = morphology.genitives(word.lower())
        nouns = [(form, reading) for form, reading in forms if reading.pos == "NOUN"]
        adjectives = [form for form, reading in forms if reading.pos == "ADJF"]
        if forms and forms[0][1].pos == "ADJF" and adjectives and n + 1 < len(words):
            words[n] = _written(word, adjectives[0])
            continue
        if nouns:
            words[n] = _written(word, nouns[0][0])
        break
    return " ".join(words)


def _of_name(morphology: Morphology, word: str, gender: str) -> str:
    lower = word.lower()
    if word[0].islower() or word.endswith(".") or is_latin(word) or lower[-1] in _UNINFLECTED:
        return word
    if gender == "femn" and lower[-1] not in "ая":
        return word if lower[-1] != "ь" else _written(word, _listed(morphology, lower, gender) or lower)
    found = _listed(morphology, lower, gender) or _by_ending(lower, gender)
    return _written(word, found)


def _listed(morphology: Morphology, lower: str, gender: str) -> str | None:
    """Return the genitive that the dictionary has for a name of that gender, or for such a word."""
    fitting = [
        (form, reading)
        for form, reading in morphology.genitives(lower)
        if reading.number == "sing" and gender in ("", reading.gender) and reading.tags & NAME_TAGS and reading.known
    ]
    return fitting[0][0] if fitting else None


def _by_ending(lower: str, gender: str) -> str:
    if gender != "femn" and lower.endswith("ец") and lower[-3:-2] not in _UNINFLECTED:
        return lower[:-2] + "ца"  # `Кравец`, `Кравца`
    if lower.endswith(("кий", "гий", "хий", "ый", "ой")):
        return lower[:-2] + "ого"
    if lower[-1] in "бвгджзклмнпрстфхцчшщ":
        return lower if gender == "femn" else lower + "а"
    if lower[-1] in "йь":
        return lower[:-1] + "я"
    if lower[-1] == "а":
        return lower[:-1] + ("и" if lower[-2:-1] in _HUSHED else "ы")
    return lower[:-1] + "и" if lower[-1] == "я" else lower


def _written(word: str, lower: str) -> str:
    """Return an inflected word with the capital letters of its nominative."""
    parts = zip(word.split("-"), lower.split("-"), strict=False)
    written = [low[:1].upper() + low[1:] if own[:1].isupper() else low for own, low in parts]
    return "-".join(written) if word.count("-") == lower.count("-") else lower.capitalize()
