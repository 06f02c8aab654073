"""What the rules ask of content and cues: own words, marks all around, an infinitive, a report or a mere condition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ruspolnews.model import QuoteKind
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Range
from ruspolnews.segmentation.document import LONGEST

__all__ = ["AUTHOR", "PARTICLES", "all_quoted", "inner_sentence", "irrealis", "is_infinitive", "kind_of"]

AUTHOR: Final = frozenset(["отметим", "напомним", "добавим", "заметим", "скажем", "подчеркнем", "уточним", "допустим"])
"""Verbs by which the author speaks himself."""
PARTICLES: Final = frozenset(["мол", "дескать"])
"""Particles by which he passes another's words on."""


def kind_of(ctx: Context, content: Sequence[Range]) -> QuoteKind:
    """Return `mixed` where words of the content stand in quotation marks as the speaker's own, else `indirect`."""
    for first, last in content:
        for opening, closing in ctx.quotations_in(first, last):
            if closing <= last and not ctx.is_name((opening, closing)):
                return QuoteKind.MIXED
    return QuoteKind.INDIRECT


def inner_sentence(ctx: Context, i: int, low: int, high: int) -> Range:
    """Return the sentence around token `i` within a quotation of several sentences."""
    words = ctx.doc.words
    start = i
    while start > max(low, i - LONGEST) and words[start - 1] not in (".", "!", "?", "…", "..."):
        start -= 1
    return start, min(high, i + LONGEST)


def irrealis(ctx: Context, cue: Cue, low: int) -> bool:
    """`если он скажет, что`, `бы сказал`, `отметим, что`: no report."""
    norms = ctx.doc.norms
    form = cue.form
    if form.mode == "finite" and form.tense == "futr" and ctx.outer[cue.head] < 0:
        return True
    if form.mode == "finite" and form.person in ("1per", "2per") and ctx.outer[cue.head] < 0:
        return True
    if cue.last < len(norms) and norms[cue.last] in ("бы", "б"):
        return True
    for i in range(cue.first - 1, max(low - 1, cue.first - 8), -1):
        if norms[i] in (",", ".", ";", ":"):
            return False
        if norms[i] in ("бы", "чтобы", "вряд", "едва"):
            return True
        if norms[i] == "если":
            return True
    return False


def all_quoted(ctx: Context, content: Range) -> bool:
    """Whether content is one quotation from mark to mark."""
    opening = ctx.outer[content[0]]
    return opening >= 0 and ctx.quotations[opening] == (content[0], content[1] - 1)


def is_infinitive(ctx: Context, content: Range) -> bool:
    """Whether content without a finite verb begins with an infinitive: `предложили: назвать мост «Волной»`."""
    return ctx.doc.pos(content[0]) == "INFN" and not ctx.any_finite(*content)
