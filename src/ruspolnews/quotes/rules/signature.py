"""Quotations that a dash and a name sign, on their line or below."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.scanning import noun_phrases
from ruspolnews.model import QuoteKind
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.context import DASHES, END_MARKS, Context
from ruspolnews.quotes.finding import Finding, Range

__all__ = ["signature", "signature_below"]


def signature(ctx: Context, quotation: Range, i: int, stop: int) -> Finding | None:
    """`«…». — Анна Петрова, врач`, `«Мост закрыт» — мэр`: a name after a dash signs the quotation, or a headline."""
    phrases = noun_phrases(ctx.doc, i, stop)
    if not phrases or phrases[0].start != i or not phrases[0].cases & NOMN:
        return None
    headline = phrases[0].stop == stop and ctx.doc.words[stop - 1] not in END_MARKS
    if phrases[0].kind != "person" and not (headline and phrases[0].kind in ("role", "organization")):
        return None
    says = ctx.has_predicate(quotation[0] + 1, quotation[1]) or ctx.tells_this(quotation)
    if ctx.any_finite(i, stop) or not says:
        return None
    content = (ctx.trim(quotation[0] + 1, quotation[1]),)
    return Finding(QuoteKind.DIRECT, content, None, phrases[0], "signature")


def signature_below(ctx: Context, quotation: Range, last: int) -> Finding | None:
    """`«…»` and `— Анна Петрова, врач` on the next line, or the name alone: they sign the quotation above."""
    number = ctx.doc.sentence_of(last - 1) + 1
    if number >= len(ctx.doc.sentences):
        return None
    begin, end = ctx.doc.sentences[number]
    name = _name_line(ctx, begin, end)
    if name:
        return signature(ctx, quotation, begin, name)
    if ctx.doc.words[begin] not in DASHES or begin + 1 >= end:
        return None
    return signature(ctx, quotation, begin + 1, end)


def _name_line(ctx: Context, begin: int, end: int) -> int:
    """Return where a full name ends that is a line and nothing else, or 0."""
    doc = ctx.doc
    if doc.paragraphs[doc.paragraph_of(begin)][0] != begin:
        return 0
    named = phrase_at(doc, begin, begin, end)
    if named is None or named.name is None or named.kind != "person" or not named.cases & NOMN:
        return 0
    stop = named.name[1]
    alone = stop == end or "\n" in doc.text[doc.stops[stop - 1] : doc.starts[stop]]
    return stop if alone and named.name[0] == begin and 1 < stop - begin <= _NAME else 0


_NAME: Final = 4
"""Tokens of a name on a line of its own, at most."""
