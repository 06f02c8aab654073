"""The text of an article cut where a mark begins or ends, so that marks that overlap nest as HTML needs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ruspolnews.figures import format_figure
from ruspolnews.model import Article, Quote, Span

__all__ = ["Piece", "pieces"]


class Piece(NamedTuple):
    """A stretch of text under the same marks.

    Attributes:
        text: the original text.
        quotes: numbers of the quotes whose words it belongs to, the outer one first.
        role: `cue`, `source` or empty.
        figure: number of the amount that it belongs to, or -1.
    """

    text: str
    quotes: tuple[int, ...]
    role: str
    figure: int


def pieces(article: Article) -> list[list[Piece]]:
    """Return the pieces of each line of the article; joined with line breaks they are the whole text."""
    marks = _marks(article)
    cuts = sorted({0, len(article.text), *(edge for span, _, _ in marks for edge in (span.start, span.stop))})
    opening: dict[int, list[tuple[Span, str, int]]] = {}
    for mark in marks:
        opening.setdefault(mark[0].start, []).append(mark)
    active: list[tuple[Span, str, int]] = []
    lines: list[list[Piece]] = [[]]
    for start, stop in pairwise(cuts):
        active = [mark for mark in active if mark[0].stop > start] + opening.get(start, [])
        quotes = tuple(number for span, kind, number in sorted(active, key=_outer) if kind == "quote")
        role = next((kind for _, kind, _ in active if kind in ("cue", "source")), "")
        figure = next((number for _, kind, number in active if kind == "figure"), -1)
        first, *others = article.text[start:stop].split("\n")
        lines[-1].append(Piece(first, quotes, role, figure))
        lines.extend([Piece(line, quotes, role, figure)] for line in others)
    return [[piece for piece in line if piece.text] for line in lines]


def _outer(mark: tuple[Span, str, int]) -> tuple[int, int]:
    return mark[0].start, -mark[0].stop


def _marks(article: Article) -> list[tuple[Span, str, int]]:
    marks: list[tuple[Span, str, int]] = []
    for number, quote in enumerate(article.quotes):
        marks += [(span, "quote", number) for span in quote.spans]
        marks += [(part.span, kind, number) for kind, part in (("cue", quote.cue), ("source", quote.source)) if part]
    marks += [(figure.span, "figure", number) for number, figure in enumerate(article.figures)]
    return marks


def value_of(article: Article, number: int) -> str:
    """Return the value of an amount as a person reads it."""
    return format_figure(article.figures[number])


def speaker_numbers(article: Article, quotes: Sequence[Quote]) -> list[int]:
    """Return the number of each quote's speaker, -1 where there is none."""
    numbers = {speaker: number for number, speaker in enumerate(article.speakers)}
    return [numbers[quote.speaker] if quote.speaker else -1 for quote in quotes]
