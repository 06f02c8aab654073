"""Counts of things, on request: `30 человек`, `400 тысяч тонн`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ruspolnews.figures.amounts import Amount
from ruspolnews.figures.lexemes import Lexeme
from ruspolnews.figures.units import Unit
from ruspolnews.morphology import Morphology

__all__ = ["name_quantities"]

_MONTHS: Final = frozenset("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split())
_ABBREVIATIONS: Final = {"км": "километр", "кг": "килограмм", "га": "гектар", "чел": "человек", "м": "метр"}


def name_quantities(amounts: list[Amount], lexemes: list[Lexeme], morphology: Morphology) -> None:
    """Give each number without a unit the lemma of the noun that it counts, if one follows."""
    for amount in amounts:
        if amount.unit is None and amount.low is not None:
            found = _counted(amount, lexemes, morphology)
            if found is not None:
                amount.unit, amount.last = found
                amount.rule = "quantity"


def _is_year(value: Decimal | None) -> bool:
    return value is not None and value >= 1000


def _counted(amount: Amount, lexemes: list[Lexeme], morphology: Morphology) -> tuple[Unit, int] | None:
    """The noun counted, with up to two adjectives between, and the lexeme after it."""
    one = amount.scale == 1 and amount.low is not None and amount.low % 10 == 1 and amount.low % 100 != 11
    for i in range(amount.last, min(amount.last + 3, len(lexemes))):
        lexeme = lexemes[i]
        if lexeme.norm in _ABBREVIATIONS and i == amount.last:
            return Unit("quantity", name=_ABBREVIATIONS[lexeme.norm]), i + 1
        if not lexeme.word.replace("-", "").isalpha() or lexeme.norm < "а" or len(lexeme.norm) < 2:
            return None
        readings = morphology.readings(lexeme.norm)
        further = i + 1 < len(lexemes) and any(
            reading.pos == "NOUN" and reading.case == "gent" for reading in morphology.readings(lexemes[i + 1].norm)
        )
        if further and readings[0].pos in ("ADJF", "PRTF") and readings[0].case == "gent":
            continue
        for reading in readings:
            if reading.pos != "NOUN" or (reading.case != "gent" and not one and amount.digits):
                continue
            if reading.lemma in _MONTHS or (reading.lemma == "год" and _is_year(amount.low)):
                return None
            lemma = "человек" if reading.lemma in ("человек", "люди") else reading.lemma
            return Unit("quantity", name=lemma), i + 1
        if not any(reading.pos in ("ADJF", "PRTF", "NUMR") for reading in readings):
            return None
    return None
