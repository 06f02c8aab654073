"""Amounts whose currency is not written but stands in an amount before: `17 млрд рублей, из них 12 млрд`."""

from __future__ import annotations

from ruspolnews.figures.amounts import Amount
from ruspolnews.figures.lexemes import Lexeme
from ruspolnews.morphology import Morphology

__all__ = ["carry"]

_REACH = 60
"""Lexemes within which a currency carries over."""
_THINGS = frozenset("человек лет раз чел км кв куб га тонн шт экземпляров".split())


def carry(amounts: list[Amount], lexemes: list[Lexeme], morphology: Morphology) -> None:
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
        if counts_things(amount, lexemes, morphology):
            last = outside = None
            continue
        if amount.first - last.last <= _REACH:
            amount.unit, amount.elided = last.unit, True
            amount.rule = "range" if amount.rule == "range" else "elided"
            last = amount
            outside = amount if depth == 0 else outside


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
