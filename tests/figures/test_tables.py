"""Every row of every table of amounts does what it says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ruspolnews.figures import find_figures
from ruspolnews.figures.vocabulary import vocabulary
from ruspolnews.lexicon import load
from ruspolnews.lexicon.tables import Row
from ruspolnews.model import Figure
from ruspolnews.morphology import Morphology
from ruspolnews.segmentation import segment

MORPHOLOGY = Morphology()


def rows(name: str) -> list[Row]:
    return [row for row in load(name) if row["example"]]


def one(text: str) -> Figure:
    """The one figure of an example that stands in a plain sentence."""
    figures = find_figures(segment(f"Это {text}, пишет газета.", MORPHOLOGY))
    assert figures, text
    return figures[-1]


@pytest.mark.parametrize("row", rows("currencies"), ids=lambda row: row["example"])
def test_currency(row: Row) -> None:
    figure = one(row["example"])
    assert figure.currency == {"BYR": "BYN"}.get(row["code"], row["code"])
    assert figure.text == row["example"]
    assert figure.low == 100_000


@pytest.mark.parametrize("row", rows("currency_nouns"), ids=lambda row: row["example"])
def test_noun(row: Row) -> None:
    if row["guard"] == "adjective":
        pytest.skip("its adjective is tested in currencies")
    figure = one(row["example"])
    assert figure.low == 100_000 * Decimal(row["worth"])
    if row["code"] == "crypto":
        assert (figure.currency, figure.unit) == (None, row["noun"])
    else:
        assert figure.currency == row["code"]


@pytest.mark.parametrize("row", rows("currency_signs"), ids=lambda row: row["sign"])
def test_sign(row: Row) -> None:
    figure = one(row["example"])
    code, _, name = row["code"].partition(":")
    assert (figure.currency, figure.unit) == ((None, name) if code == "crypto" else (code, None))
    assert row["sign"] in figure.text


@pytest.mark.parametrize("row", rows("multipliers"), ids=lambda row: row["word"])
def test_scale(row: Row) -> None:
    figure = one(row["example"])
    assert figure.low is not None
    count = figure.low / Decimal(row["value"])
    assert count == {"п": 5, "5": 5}.get(row["example"].lstrip("$")[0], 1) or count in (1, 50)


@pytest.mark.parametrize("row", rows("numerals"), ids=lambda row: row["word"])
def test_numeral(row: Row) -> None:
    figure = one(row["example"])
    assert figure.vague == (not row["value"])
    if row["value"]:
        rest = figure.low / Decimal(row["value"]) if figure.low else Decimal(0)
        assert rest in (0, 1, 1000, 10**6, 10**9)


@pytest.mark.parametrize("row", rows("bounds"), ids=lambda row: row["phrase"])
def test_bound(row: Row) -> None:
    assert one(row["example"]).bound == row["bound"]


@pytest.mark.parametrize("row", rows("bound_governors"), ids=lambda row: row["stem"])
def test_governor(row: Row) -> None:
    assert one(row["example"]).bound == "exact"


@pytest.mark.parametrize("row", rows("rates"), ids=lambda row: row["example"])
def test_rate(row: Row) -> None:
    assert one(row["example"]).per == row["unit"]


def test_every_currency_in_circulation_has_a_noun() -> None:
    words = vocabulary()
    nouns = {noun.lemma for noun in words.nouns.values()}
    assert {row["noun"] for row in load("currencies")} <= nouns


def test_codes_are_iso() -> None:
    codes = {row["code"] for row in load("currencies")}
    assert all(len(code) == 3 and code.isupper() for code in codes)
    assert {"RUB", "USD", "EUR", "BYN", "BYR", "SUR", "DEM", "UAK"} <= codes


@pytest.mark.parametrize("row", rows("counted"), ids=lambda row: row["stem"])
def test_counted_is_no_money(row: Row) -> None:
    text = f"Это стоило 5 млн рублей, {row['example']}"
    assert [figure.text for figure in find_figures(segment(text, MORPHOLOGY))] == ["5 млн рублей"]
