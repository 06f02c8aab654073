"""The rules for one quotation, in their order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ruspolnews.model import QuoteKind, Stance
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Finding, Range
from ruspolnews.quotes.lexicon import Form
from ruspolnews.quotes.rules.author import author_after, author_inside
from ruspolnews.quotes.rules.colon import colon_after, colon_before, list_item
from ruspolnews.quotes.source.agreement import agreement_of
from ruspolnews.quotes.source.subjects import subject
from ruspolnews.quotes.source.verb import verb_source

__all__ = ["RULES", "verb_before", "with_words"]


def verb_before(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`сказав «мы принялись за дело»`: a cue of direct speech right before a quoted clause."""
    opening, closing = quotation
    doc = ctx.doc
    if opening <= first:
        return None
    whole = closing - opening > 3 and not ctx.is_name(quotation) and ctx.has_predicate(opening + 1, closing)
    for cue in ctx.cues_in(max(first, opening - 3), opening):
        if any(not doc.norms[k].isalpha() or doc.norms[k] in ("что", "как") for k in range(cue.last, opening)):
            continue
        if not whole and (cue.form.lemma not in _CRYING or not doc.words[opening + 1][0].isupper()):
            return None
        if cue.form.mode in ("finite", "gerund") and "direct" in cue.form.frames and ctx.outer[cue.head] < 0:
            if "name" in cue.form.frames:
                return None
            source, zero = verb_source(ctx, cue, first, opening)
            content = (ctx.trim(opening + 1, closing),)
            return Finding(QuoteKind.DIRECT, content, cue, source, "verb_before", zero)
    return None


_CRYING: Final = frozenset(
    "кричать крикнуть выкрикивать выкрикнуть прокричать скандировать воскликнуть завопить вопить".split()
)
"""Verbs behind which a mere exclamation in marks is speech: `кричит «Долой»`."""


def with_words(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`ушёл со словами «Я вернусь»`, `бросился к трибуне с криком: «Долой!»`: a noun for words right before them."""
    opening, closing = quotation
    doc = ctx.doc
    noun = opening - 1 - (doc.words[opening - 1] == ":")
    if noun <= first or doc.norms[noun] not in _WORDS or doc.norms[noun - 1] not in ("с", "со", "под"):
        return None
    verb = next((i for i in range(noun - 2, first - 1, -1) if ctx.outer[i] < 0 and ctx.finite(i)), -1)
    source = subject(ctx, verb, first, noun - 1, agreement_of(ctx, verb)) if verb >= 0 else None
    form = Form(f"{doc.norms[noun - 1]} {doc.norms[noun]}", Stance.REPORT, frozenset(["direct"]), "noun")
    cue = Cue(noun - 1, noun + 1, noun, form)
    content = (ctx.trim(opening + 1, closing),)
    return Finding(QuoteKind.DIRECT, content, cue, source, "with_words", zero=source is None)


_WORDS: Final = frozenset("словами криком криками возгласом возгласами крики возгласы скандированием".split())


RULES: Final[tuple[Callable[[Context, Range, int, int], Finding | None], ...]] = (
    author_inside,
    author_after,
    colon_before,
    colon_after,
    list_item,
    verb_before,
    with_words,
)
"""The rules for one quotation, in the order in which they are asked; the first finding counts."""
