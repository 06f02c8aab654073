"""How amounts are written for people: scale, decimals, groups, ranges, bounds, rates, units."""

from decimal import Decimal

import pytest

from ruspolnews import Bound, Figure, FigureKind, Span
from ruspolnews.figures import format_figure


def money(low: str, high: str = "", currency: str | None = "RUB", **more: object) -> Figure:
    return Figure(
        FigureKind.MONEY,
        Span(0, 1),
        "много",
        Decimal(low),
        Decimal(high or low),
        currency,
        **more,  # type: ignore[arg-type]
    )


def counted(kind: FigureKind, value: str, unit: str | None = None) -> Figure:
    return Figure(kind, Span(0, 1), "много", Decimal(value), Decimal(value), unit=unit)


CASES = [
    (money("0"), "0 ₽"),
    (money("5"), "5 ₽"),
    (money("5.50"), "5,5 ₽"),
    (money("-5"), "-5 ₽"),
    (money("1000"), "1 000 ₽"),
    (money("9999"), "9 999 ₽"),
    (money("9000"), "9 000 ₽"),
    (money("10000"), "10 тыс. ₽"),
    (money("10500"), "10,5 тыс. ₽"),
    (money("10550"), "10 550 ₽"),
    (money("999900"), "999,9 тыс. ₽"),
    (money("1000000"), "1 млн ₽"),
    (money("-1000000"), "-1 млн ₽"),
    (money("1500000"), "1,5 млн ₽"),
    (money("1234000"), "1,234 млн ₽"),
    (money("1234500"), "1 234 500 ₽"),
    (money("1234567.89"), "1 234 567,89 ₽"),
    (money("1000000000"), "1 млрд ₽"),
    (money("1234000000"), "1,234 млрд ₽"),
    (money("1234500000"), "1 234,5 млн ₽"),
    (money("1000000000000"), "1 трлн ₽"),
    (money("2500000000000000"), "2 500 трлн ₽"),
    (money("5", "7"), "5–7 ₽"),
    (money("5000000", "7000000"), "5–7 млн ₽"),
    (money("500000", "1000000"), "500 000–1 000 000 ₽"),
    (money("30000", "50000"), "30–50 тыс. ₽"),
    (money("9000", "50000"), "9 000–50 000 ₽"),
    (money("900000", "999000"), "900–999 тыс. ₽"),
    (money("0", "5000000"), "0–5 млн ₽"),
    (money("-5000000", "5000000"), "-5–5 млн ₽"),
    (money("5000000", "7123456"), "5 000 000–7 123 456 ₽"),
    (money("5", bound=Bound.APPROX), "около 5 ₽"),
    (money("5", bound=Bound.MIN), "не менее 5 ₽"),
    (money("5", bound=Bound.MAX), "не более 5 ₽"),
    (money("5", per="баррель"), "5 ₽ / баррель"),
    (money("5", currency="USD"), "5 $"),
    (money("5", currency="EUR"), "5 €"),
    (money("5", currency="GBP"), "5 £"),
    (money("5", currency="CHF"), "5 CHF"),
    (money("5", currency="JPY"), "5 ¥"),
    (money("5", currency=None, unit="биткоин"), "5 биткоин"),
    (money("5", currency=None), "5"),
    (counted(FigureKind.PERCENT, "6.89"), "6,89 %"),
    (counted(FigureKind.PERCENT, "5", "процентный пункт"), "5 п. п."),
    (counted(FigureKind.QUANTITY, "30000", "человек"), "30 тыс. человек"),
    (counted(FigureKind.QUANTITY, "30"), "30"),
    (Figure(FigureKind.MONEY, Span(0, 5), "много рублей", None, None, "RUB", vague=True), "много рублей"),
    (Figure(FigureKind.MONEY, Span(0, 5), "до рубля", None, Decimal(1), "RUB"), "до рубля"),
    (Figure(FigureKind.MONEY, Span(0, 5), "от рубля", Decimal(1), None, "RUB"), "от рубля"),
]


@pytest.mark.parametrize(("figure", "expected"), CASES, ids=[text for _, text in CASES])
def test_format(figure: Figure, expected: str) -> None:
    assert format_figure(figure).replace("\u00a0", " ") == expected


def test_spaces_do_not_break() -> None:
    assert format_figure(money("1234567")) == "1\u00a0234\u00a0567\u00a0₽"
    assert format_figure(money("10000", per="год")) == "10\u00a0тыс.\u00a0₽\u00a0/\u00a0год"
