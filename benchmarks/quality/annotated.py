"""Annotated articles: strings of the text, resolved to offsets.

An article is JSON: `text`; `quotes` with `kind`, `content` (the stretches, in order), `cue`, `speaker` (the words
beside the cue) and `name` (who that is); `figures` with `text`, `min`, `max`, `currency`, `bound`, and `vague` or
`elided` where they hold. Every string but `name` stands in the text as it is.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from ruspolnews import Span

HERE = Path(__file__).parent


class Reported(NamedTuple):
    """A quote as it should be found."""

    kind: str
    spans: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    name: str | None


class Amount(NamedTuple):
    """An amount of money as it should be found."""

    span: Span
    low: Decimal | None
    high: Decimal | None
    currency: str
    bound: str


class Annotated(NamedTuple):
    """An article with all that should be found in it."""

    name: str
    text: str
    quotes: tuple[Reported, ...]
    figures: tuple[Amount, ...]


def articles() -> list[Annotated]:
    """Return the articles of this folder.

    Raises:
        ValueError: a string does not stand in the text.
    """
    return [read(path.stem, json.loads(path.read_text("utf-8"))) for path in sorted(HERE.glob("*.json"))]


def read(name: str, data: dict[str, Any]) -> Annotated:
    text = data["text"]
    try:
        quotes = tuple(_reported(text, row) for row in data["quotes"])
        figures: list[Amount] = []
        for row in data["figures"]:
            after = figures[-1].span.stop if figures else 0
            figures.append(_amount(text, row, after))
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None
    return Annotated(name, text, quotes, tuple(figures))


def _reported(text: str, row: dict[str, Any]) -> Reported:
    spans: list[Span] = []
    for part in row["content"]:
        spans.append(_next(text, part, spans[-1].stop if spans else 0))
    whole = Span(spans[0].start, spans[-1].stop)
    cue = _nearest(text, row["cue"], whole)
    return Reported(row["kind"], tuple(spans), cue, _nearest(text, row["speaker"], cue or whole), row["name"])


def _amount(text: str, row: dict[str, Any], after: int) -> Amount:
    low, high = (None if row[key] is None else Decimal(row[key]) for key in ("min", "max"))
    return Amount(_next(text, row["text"], after), low, high, row["currency"], row["bound"] or "exact")


def _places(text: str, words: str) -> list[Span]:
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
    return [Span(match.start(), match.end()) for match in found]


def _next(text: str, words: str, after: int) -> Span:
    for span in _places(text, words):
        if span.start >= after:
            return span
    raise ValueError(f"not in the text: {words!r}")


def _nearest(text: str, words: str | None, anchor: Span) -> Span | None:
    if words is None:
        return None
    places = _places(text, words)
    if not places:
        raise ValueError(f"not in the text: {words!r}")
    return min(places, key=lambda span: max(anchor.start - span.stop, span.start - anchor.stop, 0))
