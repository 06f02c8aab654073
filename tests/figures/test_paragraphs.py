"""Amounts over several paragraphs: each paragraph by itself, in order; the currency of one is known in another."""

import pytest

from ruspolnews import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Дали 5 рублей.\nДали 7 евро.\nДали домой.\nДали 9 юаней.", ["5 рублей", "7 евро", "9 юаней"]),
        ("Никто не дал.\nДали 7 евро.", ["7 евро"]),
        ("Никто не дал.\nНикто не взял.\nДали 7 евро и 8 евро.\nДали 9 евро.", ["7 евро", "8 евро", "9 евро"]),
        ("Рубли дали.\nДали 7 домов.\n5 рублей взяли.", ["5 рублей"]),
        ("Дали 5 рублей.\nПотом ещё 7 млн.", ["5 рублей"]),
        ("В Швеции снег.\nДали 5 тысяч крон.", ["5 тысяч крон"]),
        ("Дали 5 тысяч крон.\nКурс шведской кроны растёт.", ["5 тысяч крон"]),
        ("Дали 5 гривен.\nПотом 20 копеек.", ["5 гривен", "20 копеек"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [figure.text for figure in parse(text).figures] == expected


def test_cents_of_the_paragraph_before() -> None:
    assert [figure.currency for figure in parse("Дали 5 гривен.\nПотом 20 копеек.").figures] == ["UAH", "UAH"]
