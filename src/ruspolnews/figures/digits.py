"""Numbers in digits with their groups: `15 000,50`, `1.234.567`, `1'000'000`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from ruspolnews.figures.lexemes import Lexeme

__all__ = ["read_digits"]

_PLAIN: Final = re.compile(r"\d+(?:[.,]\d+)?$")
_GROUPED: Final = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$")
_MIXED: Final = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+$|\d{1,3}(?:\.\d{3})+,\d+$")
_SPACES: Final = frozenset(" \u00a0\u2009\u202f\u2007\u2008\u200a")
_APOSTROPHES: Final = frozenset("'’`´")
_LONGEST: Final = 24
"""Digits beyond which a number is no amount but a row of digits; below, all sums are exact in 28 digits."""


def read_digits(lexemes: list[Lexeme], i: int, text: str) -> tuple[Decimal, Decimal | None, int] | None:
    """The digits at `i` with their groups: (value, the other reading of `15,000`, the lexeme after)."""
    first = lexemes[i].norm
    if len(first) > _LONGEST:
        return None
    if first.isdecimal() and len(first) <= 3 and first[0] != "0":
        joined, stop = [first], i + 1
        while stop < len(lexemes):
            at = stop
            if lexemes[at].norm in _APOSTROPHES and lexemes[at].glued and at + 1 < len(lexemes):
                at += 1
                if not lexemes[at].glued:
                    break
            elif lexemes[at].start - lexemes[at - 1].stop != 1 or text[lexemes[at].start - 1] not in _SPACES:
                break
            group = lexemes[at].norm
            if len(group) < 3 or not group[:3].isdecimal() or (len(group) > 3 and not _tail(group)):
                break
            if len(joined) * 3 > _LONGEST:
                return None
            joined.append(group)
            stop = at + 1
            if len(group) > 3:
                break
        if len(joined) > 1:
            return Decimal("".join(joined).replace(",", ".")), None, stop
    if _MIXED.match(first):
        point = max(first.rfind(","), first.rfind("."))
        whole = first[:point].replace(",", "").replace(".", "")
        return Decimal(f"{whole}.{first[point + 1 :]}"), None, i + 1
    if _PLAIN.match(first):
        value = Decimal(first.replace(",", "."))
        grouped = (
            Decimal(first.replace(",", "").replace(".", "")) if _GROUPED.match(first) and first[0] != "0" else None
        )
        return value, grouped, i + 1
    if _GROUPED.match(first):
        return Decimal(first.replace(",", "").replace(".", "")), None, i + 1
    return None


def _tail(group: str) -> bool:
    return group[3] in ".," and group[4:].isdecimal()
