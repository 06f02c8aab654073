"""The order of work on amounts: gate, lexemes, numbers and units, shapes, ellipsis, currencies, bounds."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Final

from ruspolnews.figures.amounts import Amount, read_amounts
from ruspolnews.figures.bounds import bound_of, rate_of
from ruspolnews.figures.context import Context
from ruspolnews.figures.elision import carry
from ruspolnews.figures.lexemes import Lexeme, lex
from ruspolnews.figures.quantities import name_quantities
from ruspolnews.figures.shapes import join
from ruspolnews.figures.vocabulary import Vocabulary, vocabulary
from ruspolnews.model import Bound, Figure, FigureKind, Span
from ruspolnews.morphology import Word
from ruspolnews.segmentation import Document

__all__ = ["find_figures"]

BYN_SINCE: Final = datetime.date(2016, 7, 1)
_KINDS: Final = {"money": FigureKind.MONEY, "percent": FigureKind.PERCENT, "quantity": FigureKind.QUANTITY}


def find_figures(doc: Document, *, quantities: bool = False, date: datetime.date | None = None) -> tuple[Figure, ...]:
    """Return the amounts of the document in order.

    Args:
        doc: the segmented text.
        quantities: whether plain counts with their noun (`30 человек`) are wanted too.
        date: the day of publication if known; before 2016-07-01 a Belarusian rouble is `BYR`, else `BYN`.

    Returns:
        Money and percentages, and quantities if asked for; spans in characters of the original text, half open.

    Examples:
        >>> from ruspolnews.figures import find_figures
        >>> from ruspolnews.morphology import Morphology
        >>> from ruspolnews.segmentation import segment
        >>> doc = segment("Ремонт моста обошёлся почти в $1,5 млрд.", Morphology())
        >>> [(figure.text, str(figure.low), figure.currency, figure.bound.value) for figure in find_figures(doc)]
        [('$1,5 млрд', '1500000000', 'USD', 'approx')]
    """
    words = vocabulary()
    paragraphs = _paragraphs(doc, words, quantities)
    if not paragraphs:
        return ()
    context = Context(doc, words)
    figures: list[Figure] = []
    for first, last in paragraphs:
        lexemes = lex(doc, first, last, words)
        amounts = join(read_amounts(lexemes, doc.text, words), lexemes)
        if not all(amount.unit for amount in amounts):
            carry(amounts, lexemes, words, doc.morphology)
            if quantities:
                name_quantities(amounts, lexemes, doc.morphology)
        for number, amount in enumerate(amounts):
            if amount.unit is not None:
                figure = _figure(amount, amounts[max(0, number - 3) : number], lexemes, doc, words, context, date)
                if figure is not None:
                    figures.append(figure)
    return tuple(figures)


def _paragraphs(doc: Document, words: Vocabulary, quantities: bool) -> list[tuple[int, int]]:
    """The gate: paragraphs in which a number stands near a unit."""
    tokens = doc.tokens
    wanted = _COUNTS if quantities else _UNIT
    found: list[tuple[int, int]] = []
    reach = at = 0
    for i, token in enumerate(tokens):
        money = token.money if token.money >= 0 else _money(token, words)
        if not money & wanted or i < reach:
            continue
        if any(
            (near.money if near.money >= 0 else _money(near, words)) & _NUMBER for near in tokens[max(0, i - 5) : i + 3]
        ):
            while doc.paragraphs[at][1] <= i:
                at += 1
            found.append(doc.paragraphs[at])
            reach = found[-1][1]
    return found


_UNIT: Final = 1
"""A unit of money or a percentage, or a number that may hold one: `20-долларовый`."""
_NUMBER: Final = 2
"""A number, or a word that may hold one."""
_COUNTS: Final = 4
"""A number by itself."""


def _money(word: Word, words: Vocabulary) -> int:
    """Return what a word may do in an amount, and keep it with the word."""
    norm = word.norm
    money = 0
    counts = norm[:1].isdecimal() or norm in words.numberish
    if norm in words.triggers or (norm < ":" and norm[-1:] >= "а"):
        money |= _UNIT
    if counts or "-" in norm:
        money |= _NUMBER
    if counts:
        money |= _COUNTS
    word.money = money
    return money


def _figure(
    amount: Amount,
    previous: list[Amount],
    lexemes: list[Lexeme],
    doc: Document,
    words: Vocabulary,
    context: Context,
    date: datetime.date | None,
) -> Figure | None:
    unit = amount.unit
    assert unit is not None
    start, stop = lexemes[amount.first].start, lexemes[amount.last - 1].stop
    currency = None
    if unit.kind == "money" and unit.name is None:
        scaled = unit.guard == "homonym" and amount.scale >= 1000 and bool(unit.code)
        currency = context.resolve(unit, start) or (unit.code if scaled else None)
        if currency is None:
            return None
        if currency == "BYN" and date is not None and date < BYN_SINCE:
            currency = "BYR"
        context.see(start, currency)
    vague = amount.low is None
    bound = Bound.EXACT if vague else bound_of(amount, previous, lexemes, words, doc.morphology)
    return Figure(
        kind=_KINDS[unit.kind],
        span=Span(start, stop),
        text=doc.text[start:stop],
        low=_plain(amount.low),
        high=_plain(amount.high),
        currency=currency,
        bound=bound,
        elided=amount.elided,
        vague=vague,
        per=rate_of(amount, lexemes, words) if unit.kind == "money" else None,
        unit=unit.name,
        rule=amount.rule,
    )


def _plain(value: Decimal | None) -> Decimal | None:
    """The value without exponent and idle zeros after the point."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()
