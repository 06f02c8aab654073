"""Amounts whose currency is not written but stands in an amount before: `17 млрд рублей, из них 12 млрд`."""

from __future__ import annotations

from typing import Final

from ruspolnews.figures.amounts import Amount
from ruspolnews.figures.lexemes import Lexeme
from ruspolnews.figures.vocabulary import Vocabulary
from ruspolnews.morphology import Morphology

__all__ = ["carry"]

_REACH: Final = 60
"""Lexemes within which a currency carries over."""
_CLAUSE: Final = 8
_MARKS: Final = frozenset(".,;:()!?")
_THINGS: Final = frozenset("человек лет раз чел км кв куб га тонн шт экземпляров".split())


def carry(amounts: list[Amount], lexemes: list[Lexeme], words: Vocabulary, morphology: Morphology) -> None:
    """Give the currency of the amount of money before to a scaled number that counts nothing else."""
    outside: Amount | None = None
    last: Amount | None = None
    at = depth = 0
    for amount in amounts:
        for lexeme in lexemes[at : amount.first]:
            depth = depth + 1 if lexeme.norm == "(" else max(0, depth - 1) if lexeme.norm == ")" else depth
        at = max(at, amount.first)
        if depth == 0:
            last = outside  # a conversion in brackets is no neighbour
        if amount.unit is not None:
            if amount.unit.kind == "money":
                last = amount
                outside = amount if depth == 0 else outside
            continue
        if last is None or amount.scale < 1000 or amount.low is None:
            continue
        if _is_counted(amount, lexemes, words) or counts_things(amount, lexemes, morphology):
            last = outside = None
            continue
        if amount.first - last.last <= _REACH:
            amount.unit, amount.elided = last.unit, True
            amount.rule = "range" if amount.rule == "range" else "elided"
            last = amount
            outside = amount if depth == 0 else outside


def _is_counted(amount: Amount, lexemes: list[Lexeme], words: Vocabulary) -> bool:
    """Whether a word of the same clause before the amount tells that it counts no money: `тираж — 300 тыс.`."""
    for i in range(amount.first - 1, max(-1, amount.first - 1 - _CLAUSE), -1):
        norm = lexemes[i].norm
        if norm in _MARKS or norm[0].isdecimal():
            return False
        if norm.startswith(words.counted):
            return True
    return False


def counts_things(amount: Amount, lexemes: list[Lexeme], morphology: Morphology) -> bool:
    """Whether a noun in the genitive follows, which the number counts: `5 млн человек`, `3 тыс. новых домов`."""
    i = amount.last
    if i < len(lexemes) and lexemes[i].norm == "." and lexemes[i].glued:
        i += 1
    following = lexemes[i : i + 2]
    for lexeme in following:
        if lexeme.norm in _THINGS:
            return True
        if not lexeme.word.isalpha() or len(lexeme.norm) < 3:
            return False
        if lexeme.word[0].isupper() and lexemes[i - 1].norm == ".":
            return False
        readings = morphology.readings(lexeme.norm)
        if any(r.pos == "NOUN" and r.case == "gent" for r in readings):
            return True
        if not any(r.pos in ("ADJF", "PRTF") and r.case == "gent" and r.number == "plur" for r in readings):
            return False
    return bool(following)
