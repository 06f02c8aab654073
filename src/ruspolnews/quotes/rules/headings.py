"""Quotations that open a title or a subhead and name nobody: whoever says them further down."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ruspolnews.model import QuoteKind
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.finding import Finding, Range

__all__ = ["headings"]

_LONGEST: Final = 30
"""Tokens of a title or a subhead, at most."""
_SHORT: Final = 3
"""Words of a quotation that is taken up, and letters of a word that is compared, at least."""
_SHARED: Final = 0.6
"""The part of its words that the speech has which takes it up, at least."""
_PERSONAL: Final = frozenset(["я", "мы", "вы", "это"])
"""Words that no name has: `«Я не колдун, я физик»`."""
_PLACES: Final = 30
"""Quotes that are asked for one word, so that time stays linear."""


def headings(ctx: Context, found: Sequence[Finding]) -> Iterator[Finding]:
    """`«Меня судят за сноску». Историка осудили`: a quotation whose words somebody says in the article."""
    doc = ctx.doc
    places: dict[str, list[int]] = {}
    for begin, end in doc.paragraphs:
        if end - begin > _LONGEST or ctx.outer[begin] < 0:
            continue
        quotation = ctx.quotations[ctx.outer[begin]]
        if quotation[0] != begin or not _opens_heading(ctx, quotation, end):
            continue
        content = ctx.trim(begin + 1, quotation[1])
        after = bisect_left(found, begin, key=lambda finding: finding.start)
        there = (f for f in found[max(0, after - 1) : after + 1] if f.rule != "continued")
        if any(f.start < end and begin < f.stop for f in there):
            continue  # somebody says it there
        if not ctx.any_finite(*content) and _PERSONAL.isdisjoint(doc.norms[begin:end]):
            continue
        places = places or _places(ctx, found)
        words = _words(ctx, content)
        votes = Counter(n for word in words for n in places.get(word, ()))
        model, shared = max(votes.items(), key=lambda vote: (vote[1], -vote[0]), default=(0, 0))
        if len(words) >= _SHORT - 1 and shared >= _SHARED * len(words) and not begin <= found[model].start < end:
            yield Finding(QuoteKind.DIRECT, (content,), None, None, "heading", follows=found[model].start)


def _opens_heading(ctx: Context, quotation: Range, end: int) -> bool:
    """Whether a quotation is a title or opens one: behind it nothing stands, or a full stop or a colon."""
    opening, closing = quotation
    if closing >= end or closing - opening <= _SHORT:
        return False
    words = ctx.doc.words
    return closing + 1 == end or (words[closing + 1] in (".", ":") and words[end - 1] != "." and closing + 2 < end)


def _words(ctx: Context, content: Range) -> set[str]:
    return {norm for norm in ctx.doc.norms[content[0] : content[1]] if len(norm) >= _SHORT and norm[0].isalpha()}


def _places(ctx: Context, found: Sequence[Finding]) -> dict[str, list[int]]:
    """Return which quotes hold a word, for those whose speaker can be taken over."""
    places: dict[str, list[int]] = {}
    for n, finding in enumerate(found):
        if finding.follows is None and finding.kind != QuoteKind.ANAPHORIC and (finding.source or finding.zero):
            for word in {word for part in finding.content for word in _words(ctx, part)}:
                held = places.setdefault(word, [])
                if len(held) < _PLACES:
                    held.append(n)
    return places
