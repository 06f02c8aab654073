"""Any article that can be built comes back from plain data as it was."""

import json
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruspolnews import (
    Article,
    Bound,
    Cue,
    Figure,
    FigureKind,
    FormatError,
    Gender,
    Quote,
    QuoteKind,
    Sentence,
    Source,
    Span,
    Speaker,
    SpeakerKind,
    Stance,
)

WORDS = st.text(max_size=12)
AMOUNTS = st.none() | st.decimals(allow_nan=False, allow_infinity=False)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    text = draw(st.text(max_size=60))
    places = st.integers(0, len(text))
    spans = st.builds(lambda a, b: Span(min(a, b), max(a, b)), places, places)
    speakers = draw(
        st.lists(
            st.builds(
                Speaker,
                name=WORDS,
                kind=st.sampled_from(SpeakerKind),
                gender=st.none() | st.sampled_from(Gender),
                roles=st.lists(WORDS, max_size=2).map(tuple),
                mentions=st.lists(spans, max_size=3).map(tuple),
            ),
            max_size=3,
        )
    )
    figures = draw(
        st.lists(
            st.builds(
                Figure,
                kind=st.sampled_from(FigureKind),
                span=spans,
                text=WORDS,
                low=AMOUNTS,
                high=AMOUNTS,
                currency=st.none() | st.sampled_from(["RUB", "USD"]),
                bound=st.sampled_from(Bound),
                elided=st.booleans(),
                vague=st.booleans(),
                per=st.none() | WORDS,
                unit=st.none() | WORDS,
                rule=WORDS,
            ),
            max_size=3,
        )
    )
    quotes: list[Quote] = []
    for _ in range(draw(st.integers(0, 4))):
        quotes.append(
            Quote(
                kind=draw(st.sampled_from(QuoteKind)),
                spans=tuple(draw(st.lists(spans, max_size=2))),
                text=draw(WORDS),
                cue=draw(st.none() | st.builds(Cue, spans, WORDS, WORDS, st.sampled_from(Stance))),
                source=draw(st.none() | st.builds(Source, spans, WORDS)),
                speaker=draw(st.none() | st.sampled_from(speakers)) if speakers else None,
                parent=draw(st.none() | st.sampled_from(quotes)) if quotes else None,
                figures=tuple(draw(st.lists(st.sampled_from(figures), max_size=2))) if figures else (),
                rule=draw(WORDS),
            )
        )
    return Article(
        text=text,
        title=draw(st.none() | spans),
        dateline=draw(st.none() | spans),
        sentences=tuple(Sentence(span, span.of(text)) for span in draw(st.lists(spans, max_size=3))),
        quotes=tuple(quotes),
        figures=tuple(figures),
        speakers=tuple(speakers),
    )


@settings(max_examples=300)
@given(articles())
def test_any_article_comes_back(article: Article) -> None:
    again = Article.from_dict(json.loads(article.to_json()))
    assert again == article
    assert again.to_dict() == article.to_dict()


DATA = Article("Да", figures=(Figure(FigureKind.MONEY, Span(0, 2), "Да", Decimal(1), Decimal(1), "RUB"),)).to_dict()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(DATA)), inner, max_size=4),
    max_leaves=8,
)


@given(JSON)
def test_what_is_no_article_is_refused(data: Any) -> None:
    with pytest.raises(FormatError, match=r"^article[.:]"):
        Article.from_dict(data)


@given(st.sampled_from(sorted(set(DATA) - {"text"})), JSON)
def test_a_part_of_any_sort_is_read_or_refused(key: str, value: Any) -> None:
    data = {**DATA, key: value}
    try:
        article = Article.from_dict(data)
    except FormatError:
        with pytest.raises(FormatError, match=rf"^article\.{key}"):
            Article.from_dict(data)
    else:
        assert Article.from_dict(article.to_dict()) == article


@pytest.mark.parametrize("number", ["NaN", "Infinity", "1,5", ""])
def test_an_amount_is_a_finite_number(number: str) -> None:
    data = {**DATA, "figures": [{**DATA["figures"][0], "low": number}]}
    with pytest.raises(FormatError, match=r"article\.figures\[0\]\.low: .* is no decimal number"):
        Article.from_dict(data)


def test_what_a_quote_refers_to_is_in_the_lists() -> None:
    outer = Quote(QuoteKind.INDIRECT, (Span(0, 1),), "Д")
    inner = attrs.evolve(outer, parent=outer)
    with pytest.raises(FormatError, match=r"article\.quotes\[0\]\.parent: .* is not among the quotes before"):
        Article("Да", quotes=(inner, outer)).to_dict()
    stranger = attrs.evolve(outer, speaker=Speaker("Анна", SpeakerKind.PERSON))
    with pytest.raises(FormatError, match=r"article\.quotes\[1\]\.speaker: .*Анна.* is not in the article's list"):
        Article("Да", quotes=(outer, stranger)).to_dict()
