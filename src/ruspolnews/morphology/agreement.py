"""Agreement as bits: the cases, numbers and genders in which a word can stand.

Each of the six cases has four bits: singular masculine, feminine and neuter, and plural, which has no gender. What two
words can be together is what both can be (`&`), what a word of several readings can be is what any of them can (`|`).
Cases and grammemes are named as in OpenCorpora.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

__all__ = [
    "ABLT",
    "ACCS",
    "ANY",
    "CASES",
    "DATV",
    "FEMN",
    "GENT",
    "LOCT",
    "MASC",
    "NOMN",
    "OF_CASE",
    "PLUR",
    "SING",
    "Agreements",
    "agreeing",
    "all_of",
    "any_gender",
    "gender_of",
    "genders_in",
    "number_of",
    "only_feminine",
    "within",
]

Agreements = int
"""Bits of what a word can be; 0 if it is no word of the kind asked for."""

CASES: Final = ("nomn", "gent", "datv", "accs", "ablt", "loct")
NOMN: Final = 0x00000F
GENT: Final = 0x0000F0
DATV: Final = 0x000F00
ACCS: Final = 0x00F000
ABLT: Final = 0x0F0000
LOCT: Final = 0xF00000
OF_CASE: Final = dict(zip(CASES, (NOMN, GENT, DATV, ACCS, ABLT, LOCT), strict=True))
"""The bits of each case."""
ANY: Final = 0xFFFFFF
MASC: Final = 0x111111
FEMN: Final = 0x222222
NEUT: Final = 0x444444
SING: Final = 0x777777
PLUR: Final = 0x888888
_GENDERS: Final = {"masc": MASC, "femn": FEMN, "neut": NEUT}


@cache
def agreeing(case: str, number: str = "", gender: str = "") -> Agreements:
    """Return the bits of one reading; an empty string agrees with anything, and the plural with any gender."""
    bits = OF_CASE.get(case, 0)
    if number:
        bits &= PLUR if number == "plur" else SING
    if gender:
        bits &= _GENDERS[gender] | PLUR
    return bits


def _lowest(agreements: Agreements) -> int:
    return (agreements | agreements >> 1 | agreements >> 2 | agreements >> 3) & MASC


def _together(agreements: Agreements) -> int:
    """Return the four bits of number and gender that a word has in one case or another."""
    halves = agreements | agreements >> 12
    return (halves | halves >> 4 | halves >> 8) & 0xF


def within(cases: Iterable[str]) -> Agreements:
    """Return the bits of several cases, all numbers and genders."""
    return sum(OF_CASE.get(case, 0) for case in cases)


def all_of(agreements: Agreements) -> Agreements:
    """Return all bits of the cases in which a word can stand."""
    return _lowest(agreements) * NOMN


def number_of(agreements: Agreements) -> str:
    """Return the number that a word must have, or nothing."""
    return _NUMBER[_together(agreements)]


def gender_of(agreements: Agreements) -> str:
    """Return the gender that a word in the singular must have, or nothing."""
    return _GENDER[_together(agreements)]


def genders_in(agreements: Agreements, case: str) -> tuple[str, ...]:
    """Return the genders that a word can have in a case: one that is empty if it can have any, or is plural."""
    return _GENDERS_IN[_together(agreements & OF_CASE[case])]


_NUMBER: Final = ["", *["sing"] * 7, "plur", *[""] * 7]
"""The number by the four bits of a case."""
_GENDER: Final = ["", "masc", "femn", "", "neut", *[""] * 11]
"""The gender by the four bits of a case."""
_GENDERS_IN: Final[list[tuple[str, ...]]] = [
    (),
    *(tuple(gender for n, gender in enumerate(_GENDERS) if bits >> n & 1) or ("",) for bits in range(1, 16)),
]
for _bits in (7, 8, 15):
    _GENDERS_IN[_bits] = ("",)


def any_gender(agreements: Agreements) -> Agreements:
    """Return the same cases and numbers with any gender: a woman may be `президент` and `депутат`."""
    singular = (agreements | agreements >> 1 | agreements >> 2) & MASC
    return agreements | singular * 7


def only_feminine(agreements: Agreements) -> Agreements:
    """Return the cases of the singular in which a word is feminine and cannot be masculine."""
    return agreements & FEMN & ~((agreements & MASC) << 1)
