"""What a capitalised word tells by itself of whether it may be a part of a personal name: once for a word."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.endings import RUSSIAN
from ruspolnews.mentions.words import NAME_TAGS, body_of, lexis
from ruspolnews.morphology.word import ASCII
from ruspolnews.segmentation import Document

__all__ = [
    "COMMON",
    "COUNTRY",
    "FIRST_NAME",
    "FUNCTION",
    "LATIN",
    "MODIFIES",
    "NEVER",
    "OPENS",
    "OPENS_ALONE",
    "PROPER",
    "nature_of",
]

NEVER: Final = 1
"""No part of a name, whatever stands beside it."""
COMMON: Final = 2
"""A place, a role, a body, an adjective: no part of a name but where the article shows it to be a surname."""
LATIN: Final = 4
FIRST_NAME: Final = 8
"""A first name of the table."""
PROPER: Final = 16
"""The dictionary has it, or guesses it, as a name."""
FUNCTION: Final = 32
"""A preposition, conjunction or the like where its capital letter says nothing."""
MODIFIES: Final = 64
"""An adjective, where a noun that agrees follows."""
COUNTRY: Final = 128
OPENS: Final = 256
"""A common word where it opens a sentence, if no name follows."""
OPENS_ALONE: Final = 512
"""A common word where it opens a sentence, whatever follows."""

_PLACE_PREFIXES: Final = tuple("сан- санта- санто- сен- нью- лас- лос- рио- порт- форт- сьерра- буэнос-".split())
"""How names of places begin: `Сан-Хосе`."""
PATERNAL: Final = frozenset(["оглы", "оглу", "кызы", "гызы"])
SENIORITY: Final = ("младш", "старш")
"""What tells father from son: `Вэнса-младшего`."""
_SMALL_WORDS: Final = frozenset(["PREP", "CONJ", "PRCL", "NPRO", "INTJ", "ADVB", "PRED", "COMP", "GRND"])


def nature_of(doc: Document, i: int) -> int:
    """Return the bits of a capitalised token."""
    token = doc.tokens[i]
    if token.nature < 0:
        token.nature = LATIN if token.shape & ASCII else _nature(doc, i)
    return token.nature


def _nature(doc: Document, i: int) -> int:
    norm = doc.norms[i]
    readings = doc.readings(i)
    top = readings[0]
    if norm.startswith(_PLACE_PREFIXES) or "летн" in norm or _common_compound(doc.words[i]):
        return NEVER
    if not top.known and body_of(norm, readings):
        return NEVER
    tables = lexis()
    found = 0
    if norm in tables.first_names:
        found |= FIRST_NAME
    if top.known and top.pos in _SMALL_WORDS and top.score > 0.3:
        found |= FUNCTION
    if any(r.pos in ("ADJF", "PRTF") and "Surn" not in r.tags for r in readings[:2]) and not found & FIRST_NAME:
        named = any("Surn" in r.tags and r.known and r.score >= top.score for r in readings)  # `Навальный`
        common = top.known and top.pos == "ADJF" and not top.tags & {"Surn", "Name"} and not named
        found |= COMMON if common else MODIFIES
    if norm in tables.countries or any(r.lemma in tables.countries and r.pos == "NOUN" for r in readings[:3]):
        found |= COUNTRY
    if any(r.tags & NAME_TAGS for r in readings):
        return found | PROPER
    if found & FIRST_NAME:
        return found
    if norm in tables.countries or any("Geox" in r.tags and r.known and r.score > 0.2 for r in readings):
        found |= COMMON
    if top.lemma in tables.roles or top.lemma in tables.organizations or top.lemma in tables.media_nouns:
        found |= COMMON
    if any("Orgn" in r.tags and r.known for r in readings):
        found |= COMMON
    nominative = any(r.case == "nomn" or not r.case for r in readings if r.known)
    if top.known and (nominative or not norm.endswith(RUSSIAN)):
        found |= OPENS_ALONE if top.pos != "NOUN" or top.animacy == "inan" else OPENS
    return found


def _common_compound(word: str) -> bool:
    """Whether a word is a compound of common nouns: `Писатель-сатирик`, not `Жан-Поль` and `Гасан-оглы`."""
    first, hyphen, second = word.partition("-")
    if not hyphen or len(first) < 4 or len(second) < 5 or not second[0].islower() or second in PATERNAL:
        return False
    return not second.startswith(SENIORITY)
