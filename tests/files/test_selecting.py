"""Filters: which quotes and amounts are kept, and that what is kept stands by itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

import ruspolnews
from ruspolnews import Article, InputError, QuoteKind
from ruspolnews.files import Selection

TEXT = (
    "Министр Олег Зорин заявил: «Мост обойдётся в 5 млн евро». Лужина назвала план «пустым» и сообщила, что денег нет. "
    "По её словам, «на дороги ушло 300 тысяч рублей». Ещё 2 млрд рублей дал банк."
)


@pytest.fixture(scope="module")
def article() -> Article:
    return ruspolnews.parse(TEXT)


@pytest.mark.parametrize(
    ("selection", "quotes", "amounts"),
    [
        (Selection(), 4, 3),
        (Selection(speaker="зорин"), 1, 1),
        (Selection(speaker="Лужина"), 3, 1),
        (Selection(speaker="Ковач"), 0, 0),
        (Selection(kind=QuoteKind.INDIRECT), 1, 0),
        (Selection(currency="rub"), 1, 2),
        (Selection(min_amount=Decimal(1_000_000)), 1, 2),
        (Selection(currency="RUB", min_amount=Decimal(1_000_000)), 0, 1),
        (Selection(speaker="Лужина", currency="RUB"), 1, 1),
        (Selection(speaker="Зорин", currency="RUB"), 0, 0),
    ],
)
def test_what_is_kept(article: Article, selection: Selection, quotes: int, amounts: int) -> None:
    kept = selection.of(article)
    assert (len(kept.quotes), len(kept.figures)) == (quotes, amounts)
    assert Article.from_dict(kept.to_dict()) == kept


def test_a_quote_within_one_that_is_left_out_stands_alone() -> None:
    article = ruspolnews.parse("Зорин сообщил, что, по словам Лужиной, мост откроют в мае.")
    assert article.quotes[1].parent == article.quotes[0]
    (quote,) = Selection(speaker="Лужина").of(article).quotes
    assert quote.parent is None
    assert [q.parent is not None for q in Selection(kind=QuoteKind.INDIRECT).of(article).quotes] == [False, True]


def test_an_empty_name_is_refused(article: Article) -> None:
    with pytest.raises(InputError, match="speaker must be"):
        Selection(speaker=" ").of(article)
