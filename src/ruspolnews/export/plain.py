"""Articles as dicts, lists and strings, and back: an exact round trip.

Spans are `[start, stop]`, amounts decimal strings. A quote names its speaker, its parent and its figures by their place
in the article's lists. `format` is the version of this layout.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from ruspolnews.errors import FormatError
from ruspolnews.export.reading import Reader, read_span
from ruspolnews.model import (
    Article,
    Bound,
    Cue,
    Figure,
    FigureKind,
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

__all__ = ["FORMAT", "article_from_dict", "article_to_dict"]

FORMAT = 1

Item = TypeVar("Item")


def article_to_dict(article: Article) -> dict[str, Any]:
    """Return the article as plain data.

    Raises:
        FormatError: a quote refers to a speaker, a figure or a parent that the article's lists do not hold; the parent
            must stand before it.
    """
    speakers = {speaker: n for n, speaker in enumerate(article.speakers)}
    figures = {figure: n for n, figure in enumerate(article.figures)}
    quotes = {id(quote): n for n, quote in enumerate(article.quotes)}
    return {
        "format": FORMAT,
        "text": article.text,
        "title": _pair(article.title),
        "dateline": _pair(article.dateline),
        "sentences": [_pair(sentence.span) for sentence in article.sentences],
        "speakers": [
            {
                "name": speaker.name,
                "kind": speaker.kind.value,
                "gender": speaker.gender.value if speaker.gender else None,
                "roles": list(speaker.roles),
                "mentions": [_pair(span) for span in speaker.mentions],
            }
            for speaker in article.speakers
        ],
        "figures": [
            {
                "kind": figure.kind.value,
                "span": _pair(figure.span),
                "text": figure.text,
                "low": None if figure.low is None else str(figure.low),
                "high": None if figure.high is None else str(figure.high),
                "currency": figure.currency,
                "bound": figure.bound.value,
                "elided": figure.elided,
                "vague": figure.vague,
                "per": figure.per,
                "unit": figure.unit,
                "rule": figure.rule,
            }
            for figure in article.figures
        ],
        "quotes": [
            {
                "kind": quote.kind.value,
                "spans": [_pair(span) for span in quote.spans],
                "text": quote.text,
                "cue": quote.cue
                and {
                    "span": _pair(quote.cue.span),
                    "text": quote.cue.text,
                    "lemma": quote.cue.lemma,
                    "stance": quote.cue.stance.value,
                },
                "source": quote.source and {"span": _pair(quote.source.span), "text": quote.source.text},
                "speaker": _number(quote.speaker, speakers, f"article.quotes[{n}].speaker"),
                "parent": _parent(quote, n, quotes),
                "figures": [_number(figure, figures, f"article.quotes[{n}].figures") for figure in quote.figures],
                "rule": quote.rule,
            }
            for n, quote in enumerate(article.quotes)
        ],
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.stop]


def _number(item: Item | None, numbers: Mapping[Item, int], place: str) -> int | None:
    if item is None:
        return None
    if item not in numbers:
        raise FormatError(f"{place}: {item!r} is not in the article's list")
    return numbers[item]


def _parent(quote: Quote, number: int, quotes: Mapping[int, int]) -> int | None:
    if quote.parent is None:
        return None
    parent = quotes.get(id(quote.parent), number)
    if parent >= number:
        raise FormatError(f"article.quotes[{number}].parent: {quote.parent!r} is not among the quotes before")
    return parent


def article_from_dict(data: Any) -> Article:
    """Return the article that `article_to_dict` gave as `data`.

    Raises:
        FormatError: a part is missing or of the wrong type; the message names its place.
    """
    read = Reader(data, "article")
    if read.get("format", int) != FORMAT:
        raise FormatError(f"article.format: {data['format']!r} is not {FORMAT}, the layout that this version reads")
    text = read.get("text", str)
    size = len(text)
    speakers = tuple(read.each("speakers", lambda r: _speaker(r, size)))
    figures = tuple(read.each("figures", lambda r: _figure(r, size)))
    quotes: list[Quote] = []
    for reader in read.each("quotes", lambda r: r):
        quotes.append(_quote(reader, size, speakers, figures, quotes))
    spans = [read_span(pair, f"article.sentences[{n}]", size) for n, pair in enumerate(read.get("sentences", list))]
    return Article(
        text=text,
        title=read.span("title", size),
        dateline=read.span("dateline", size),
        sentences=tuple(Sentence(span, span.of(text)) for span in spans),
        quotes=tuple(quotes),
        figures=figures,
        speakers=speakers,
    )


def _speaker(read: Reader, size: int) -> Speaker:
    return Speaker(
        name=read.get("name", str),
        kind=read.member("kind", SpeakerKind),
        gender=None if read.data.get("gender") is None else read.member("gender", Gender),
        roles=read.words("roles"),
        mentions=read.spans("mentions", size),
    )


def _figure(read: Reader, size: int) -> Figure:
    span = read.span("span", size)
    if span is None:
        raise FormatError(f"{read.place}: no 'span'")
    return Figure(
        kind=read.member("kind", FigureKind),
        span=span,
        text=read.get("text", str),
        low=read.number("low"),
        high=read.number("high"),
        currency=read.maybe("currency", str),
        bound=read.member("bound", Bound),
        elided=read.get("elided", bool),
        vague=read.get("vague", bool),
        per=read.maybe("per", str),
        unit=read.maybe("unit", str),
        rule=read.get("rule", str),
    )


def _quote(
    read: Reader, size: int, speakers: Sequence[Speaker], figures: Sequence[Figure], quotes: Sequence[Quote]
) -> Quote:
    cue = source = None
    if read.data.get("cue") is not None:
        part = Reader(read.data["cue"], f"{read.place}.cue")
        cue = Cue(
            read_span(part.get("span", list), f"{part.place}.span", size),
            part.get("text", str),
            part.get("lemma", str),
            part.member("stance", Stance),
        )
    if read.data.get("source") is not None:
        part = Reader(read.data["source"], f"{read.place}.source")
        source = Source(read_span(part.get("span", list), f"{part.place}.span", size), part.get("text", str))
    return Quote(
        kind=read.member("kind", QuoteKind),
        spans=read.spans("spans", size),
        text=read.get("text", str),
        cue=cue,
        source=source,
        speaker=read.place_in("speaker", speakers),
        parent=read.place_in("parent", quotes),
        figures=read.places_in("figures", figures),
        rule=read.get("rule", str),
    )
