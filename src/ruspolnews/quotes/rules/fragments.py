"""Quoted words that are no clause of their own: `назвал это «ошибкой»`, `выразил «глубокую озабоченность»`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ruspolnews.model import QuoteKind
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Finding, Range
from ruspolnews.quotes.source.agreement import Agreement
from ruspolnews.quotes.source.subjects import subject
from ruspolnews.quotes.source.verb import verb_source

__all__ = ["fragment"]

_REACH: Final = 30
_TO_DO: Final = frozenset(["просить", "попросить"])
"""Verbs whose quoted words are an infinitive: `попросил «не шуметь»`."""
_BY_WHAT: Final = frozenset(["объяснить", "объяснять"])
"""Verbs whose quoted words stand in the instrumental: `объяснил рост «паникой»`."""
_NEAR: Final = 4
"""Tokens between such a verb and its quoted words, at most."""
_ASKING: Final = frozenset(["такое", "это", "же"])
"""What makes a question of `что`: `«что такое хорошо»`."""


def fragment(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`X назвал это «ошибкой»`: a cue that governs quoted words earlier in the clause."""
    opening, closing = quotation
    fronted = _fronted(ctx, quotation, first, last)
    if fronted:
        return fronted
    if ctx.is_name(quotation) or not ctx.doc.words[opening + 1][:1].islower():
        return None
    cue = _governor(ctx, opening, first)
    if cue is None or ("name" in cue.form.frames and _is_named_otherwise(ctx, quotation, last)):
        return None
    source, zero = verb_source(ctx, cue, first, last)
    if source is None and not zero:
        return None  # `так называемый`, `её называют «газовой ОПЕК»`
    begin = opening + 1
    norms = ctx.doc.norms
    clause = norms[begin] == "что" and norms[begin + 1] not in _ASKING and closing - begin > 1  # `сказал, «что готов»`
    low, high = ctx.trim(begin + clause, closing)
    if low >= high or (high == low + 1 and len(norms[low]) == 1):
        return None  # `пункт «в»`
    kind = QuoteKind.MIXED if clause else QuoteKind.FRAGMENT
    return Finding(kind, ((low, high),), cue, source, "fragment", zero)


def _is_named_otherwise(ctx: Context, quotation: Range, last: int) -> bool:
    """Whether quoted words belong to a noun, and what it is called stands behind: `назвал план «роста» | ошибкой`."""
    opening, closing = quotation
    doc = ctx.doc
    if closing + 1 >= last or doc.pos(opening - 1) != "NOUN" or doc.pos(closing + 1) not in ("NOUN", "ADJF"):
        return False
    behind = {r.case for r in doc.readings(closing + 1)}
    return "ablt" in behind and not any(r.case == "ablt" for r in doc.readings(opening - 1))


def _fronted(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`«Прорывом» назвал проект Зорич`: the quoted word opens the sentence, and the verb that names follows."""
    opening, closing = quotation
    cues = ctx.cues_in(closing + 1, min(last, closing + 2))
    if opening != first or not cues or cues[0].form.mode != "finite" or "name" not in cues[0].form.frames:
        return None
    content = (ctx.trim(opening + 1, closing),)
    named = range(content[0][0], min(content[0][1], content[0][0] + 2))
    if not any(r.case == "ablt" for i in (*named, content[0][1] - 1) for r in ctx.doc.readings(i)[:2]):
        return None
    if ctx.any_finite(*content[0]):
        return None
    source = subject(ctx, cues[0].head, closing + 1, last, Agreement.of(cues[0].form))
    return Finding(QuoteKind.FRAGMENT, content, cues[0], source, "fragment") if source else None


def _outside_brackets(ctx: Context, first: int, last: int) -> Iterator[int]:
    depth = 0
    for i in range(first, last):
        depth += (ctx.doc.words[i] == "(") - (ctx.doc.words[i] == ")")
        if depth <= 0:
            yield i


def _governor(ctx: Context, opening: int, first: int) -> Cue | None:
    """Return the nearest cue before the quotation that takes a quoted word, with no other finite verb between."""
    for cue in reversed(ctx.cues_in(max(first, opening - _REACH), opening)):
        if (
            ctx.outer[cue.head] >= 0
            or cue.form.mode not in ("finite", "gerund", "participle")
            or cue.form.person == "1per"
        ):
            continue
        if not cue.form.frames & {"name", "fragment"}:
            continue
        if any(ctx.finite(i) and ctx.outer[i] < 0 for i in _outside_brackets(ctx, cue.last, opening)):
            return None
        if cue.form.lemma in _TO_DO and "INFN" not in (ctx.doc.pos(opening + 1), ctx.doc.pos(opening + 2)):
            return None  # `попросил зачесть «моральный вред»`
        if cue.form.lemma == "видеть" and ctx.doc.norms[cue.last] not in ("в", "во"):
            return None
        if cue.form.lemma in _BY_WHAT and not (
            opening - cue.last <= _NEAR and any(r.case == "ablt" for r in ctx.doc.readings(opening + 1))
        ):
            return None  # `объяснил приход «новичков»`
        return cue
    return None
