"""Articles as dicts, lists and strings, and back: an exact round trip.

Spans are `[start, stop]`, amounts decimal strings. A quote names its speaker, its parent and its figures by their place
in the article's lists. `format` is the version of this layout.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from ruspolnews.errors import FormatError
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
Member = TypeVar("Member", bound=StrEnum)


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
    read = _Reader(data, "article")
    if read.get("format", int) != FORMAT:
        raise FormatError(f"article.format: {data['format']!r} is not {FORMAT}, the layout that this version reads")
    text = read.get("text", str)
    size = len(text)
    speakers = tuple(read.each("speakers", lambda r: _speaker(r, size)))
    figures = tuple(read.each("figures", lambda r: _figure(r, size)))
    quotes: list[Quote] = []
    for reader in read.each("quotes", lambda r: r):
        quotes.append(_quote(reader, size, speakers, figures, quotes))
    spans = [_span(pair, f"article.sentences[{n}]", size) for n, pair in enumerate(read.get("sentences", list))]
    return Article(
        text=text,
        title=read.span("title", size),
        dateline=read.span("dateline", size),
        sentences=tuple(Sentence(span, span.of(text)) for span in spans),
        quotes=tuple(quotes),
        figures=figures,
        speakers=speakers,
    )


class _Reader:
    """A dict with its place in the data, so that errors can name it."""

    def __init__(self, data: Any, place: str) -> None:
        if not isinstance(data, dict):
            raise FormatError(f"{place}: a dict is needed, got {type(data).__name__}")
        self.data = data
        self.place = place

    def get(self, key: str, kind: type[Item]) -> Item:
        if key not in self.data:
            raise FormatError(f"{self.place}: no {key!r}")
        value = self.data[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise FormatError(f"{self.place}.{key}: {kind.__name__} is needed, got {type(value).__name__}")
        return value

    def maybe(self, key: str, kind: type[Item]) -> Item | None:
        return None if self.data.get(key) is None else self.get(key, kind)

    def member(self, key: str, members: type[Member]) -> Member:
        value = self.get(key, str)
        try:
            return members(value)
        except ValueError:
            raise FormatError(f"{self.place}.{key}: {value!r} is none of {[m.value for m in members]}") from None

    def span(self, key: str, size: int) -> Span | None:
        value = self.data.get(key)
        return None if value is None else _span(value, f"{self.place}.{key}", size)

    def spans(self, key: str, size: int) -> tuple[Span, ...]:
        return tuple(_span(v, f"{self.place}.{key}[{n}]", size) for n, v in enumerate(self.get(key, list)))

    def words(self, key: str) -> tuple[str, ...]:
        words = self.get(key, list)
        for n, word in enumerate(words):
            if not isinstance(word, str):
                raise FormatError(f"{self.place}.{key}[{n}]: str is needed, got {type(word).__name__}")
        return tuple(words)

    def each(self, key: str, build: Callable[[_Reader], Item]) -> list[Item]:
        return [build(_Reader(v, f"{self.place}.{key}[{n}]")) for n, v in enumerate(self.get(key, list))]

    def number(self, key: str) -> Decimal | None:
        value = self.maybe(key, str)
        if value is None:
            return None
        try:
            number = Decimal(value)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            raise FormatError(f"{self.place}.{key}: {value!r} is no decimal number")
        return number

    def place_in(self, key: str, items: Sequence[Item]) -> Item | None:
        number = self.maybe(key, int)
        return None if number is None else _item(items, number, f"{self.place}.{key}")


def _span(value: Any, place: str, size: int) -> Span:
    if not isinstance(value, list | tuple) or len(value) != 2 or not all(type(part) is int for part in value):
        raise FormatError(f"{place}: [start, stop] is needed, got {value!r}")
    start, stop = value
    if not 0 <= start <= stop <= size:
        raise FormatError(f"{place}: {value!r} does not lie in the text of {size} characters")
    return Span(start, stop)


def _item(items: Sequence[Item], number: Any, place: str) -> Item:
    if type(number) is not int or not 0 <= number < len(items):
        raise FormatError(f"{place}: {number!r} is no place in a list of {len(items)}")
    return items[number]


def _speaker(read: _Reader, size: int) -> Speaker:
    return Speaker(
        name=read.get("name", str),
        kind=read.member("kind", SpeakerKind),
        gender=None if read.data.get("gender") is None else read.member("gender", Gender),
        roles=read.words("roles"),
        mentions=read.spans("mentions", size),
    )


def _figure(read: _Reader, size: int) -> Figure:
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
    read: _Reader, size: int, speakers: Sequence[Speaker], figures: Sequence[Figure], quotes: Sequence[Quote]
) -> Quote:
    cue = source = None
    if read.data.get("cue") is not None:
        part = _Reader(read.data["cue"], f"{read.place}.cue")
        cue = Cue(
            _span(part.get("span", list), f"{part.place}.span", size),
            part.get("text", str),
            part.get("lemma", str),
            part.member("stance", Stance),
        )
    if read.data.get("source") is not None:
        part = _Reader(read.data["source"], f"{read.place}.source")
        source = Source(_span(part.get("span", list), f"{part.place}.span", size), part.get("text", str))
    return Quote(
        kind=read.member("kind", QuoteKind),
        spans=read.spans("spans", size),
        text=read.get("text", str),
        cue=cue,
        source=source,
        speaker=read.place_in("speaker", speakers),
        parent=read.place_in("parent", quotes),
        figures=tuple(_item(figures, n, f"{read.place}.figures[{k}]") for k, n in enumerate(read.get("figures", list))),
        rule=read.get("rule", str),
    )
