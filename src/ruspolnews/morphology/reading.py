"""A word form as it is compared, and one way to read it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

__all__ = ["INVISIBLE", "Grammemes", "Reading", "fold"]

_FOLD: Final = str.maketrans({"ё": "е", "\u0301": None, "\u0300": None, "\u00ad": None, "\u200b": None, "\u2060": None})

INVISIBLE: Final = re.compile("[\u0301\u0300\u00ad\u200b\u2060]")
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
