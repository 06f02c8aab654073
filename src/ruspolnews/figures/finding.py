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
    norms, triggers, numberish = doc.norms, words.triggers, words.numberish
    if not quantities:
        if triggers.isdisjoint(norms) and not any(norm[-1:] >= "а" for norm in norms if norm < ":"):
            return []
        hits = [i for i, norm in enumerate(norms) if norm in triggers or (norm < ":" and norm[-1:] >= "а")]
    else:
        hits = [i for i, norm in enumerate(norms) if norm[:1].isdecimal() or norm in numberish]
    if not hits:
        return []
    found: list[tuple[int, int]] = []
    at = 0
    for hit in hits:
        if found and hit < found[-1][1]:
            continue
        near = norms[max(0, hit - 5) : hit + 3]
        if not any(norm[:1].isdecimal() or norm in numberish or "-" in norm for norm in near):
            continue
        while doc.paragraphs[at][1] <= hit:
            at += 1
        found.append(doc.paragraphs[at])
    return found


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
