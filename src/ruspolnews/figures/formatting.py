"""Amounts for people to read."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ruspolnews.figures.vocabulary import vocabulary
from ruspolnews.model import Bound, Figure, FigureKind

__all__ = ["format_figure"]

_SCALES: Final = ((12, "трлн"), (9, "млрд"), (6, "млн"), (3, "тыс."))
_BOUNDS: Final = {Bound.EXACT: "", Bound.APPROX: "около ", Bound.MIN: "не менее ", Bound.MAX: "не более "}
_SPACE: Final = "\u00a0"
_PLACES: Final = 3
_THOUSAND: Final = 3
_MILLION: Final = 10**6


def format_figure(figure: Figure) -> str:
    r"""Return an amount as people write it: scale in short, decimal comma, sign of the currency last.

    A scale is used from 10 000 up where at most three decimals are left (for thousands one, below a million);
    smaller or odder numbers stand in full, in groups of three. A range stands with a dash, a bound as a word before,
    a rate after a slash; a vague amount stays as the text has it.

    Args:
        figure: an amount found in a text.

    Returns:
        One line; numbers are joined to scale and unit by no-break spaces.

    Examples:
        >>> from decimal import Decimal
        >>> from ruspolnews import Bound, Figure, FigureKind, Span
        >>> value = Decimal("1500000000")
        >>> figure = Figure(FigureKind.MONEY, Span(0, 9), "$1,5 млрд", value, value, "USD", Bound.APPROX)
        >>> format_figure(figure).replace("\u00a0", " ")
        'около 1,5 млрд $'
    """
    if figure.low is None or figure.high is None:
        return figure.text
    power, scale = _scale(figure.low, figure.high)
    numbers = _digits(figure.low, power)
    if figure.high != figure.low:
        numbers = f"{numbers}–{_digits(figure.high, power)}"
    unit = _unit(figure)
    per = f"{_SPACE}/{_SPACE}{figure.per}" if figure.per else ""
    return _BOUNDS[figure.bound] + _SPACE.join(filter(None, (numbers, scale, unit))) + per


def _scale(low: Decimal, high: Decimal) -> tuple[int, str]:
    """The largest scale that both ends reach and that leaves few decimals."""
    least = min(abs(value) for value in (low, high) if value) if low or high else Decimal(0)
    largest = max(abs(low), abs(high))
    for power, name in _SCALES:
        most = _PLACES if power > _THOUSAND else 1
        if power == _THOUSAND and largest >= _MILLION:
            break
        if least >= Decimal(10) ** max(power, 4) and all(_places(value, power) <= most for value in (low, high)):
            return power, name
    return 0, ""


def _places(value: Decimal, power: int) -> int:
    exponent = value.scaleb(-power).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _digits(value: Decimal, power: int) -> str:
    plain = value.scaleb(-power).normalize()
    return f"{plain:,f}".replace(",", _SPACE).replace(".", ",")


def _unit(figure: Figure) -> str:
    if figure.kind is FigureKind.PERCENT:
        return "п. п." if figure.unit else "%"
    if figure.kind is FigureKind.QUANTITY or figure.currency is None:
        return figure.unit or ""
    for sign, item in vocabulary().signs.items():
        if item.code == figure.currency and item.kind in ("sign", "suffix") and item.worth == 1:
            return sign
    return figure.currency
