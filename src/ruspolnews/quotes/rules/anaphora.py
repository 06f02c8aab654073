"""`P. Об этом сообщил X`: the sentence before is the content."""

from __future__ import annotations

from typing import Final

from ruspolnews.model import QuoteKind
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.finding import Finding
from ruspolnews.quotes.source.verb import verb_source

__all__ = ["anaphoric"]

_OPENERS: Final = (
    ("об", "этом"),
    ("о", "чем"),
    ("это",),
    ("такое", "мнение"),
    ("с", "таким", "заявлением"),
    ("такие", "данные"),
)
_BREAKS: Final = DASHES | {",", ":"}
"""What may stand between a clause and `об этом сообщил`."""
_NEAR: Final = 200
"""Quotes before among which one of the sentence before is looked for, so that time stays linear."""


def anaphoric(ctx: Context, first: int, last: int, earlier: list[Finding]) -> Finding | None:
    """`P. Об этом сообщил X.`: attributes the sentence before, if nothing else does."""
    norms = ctx.doc.norms
    same = _same_sentence(ctx, first, last)
    if same:
        return same
    if not any(tuple(norms[first : first + len(opener)]) == opener for opener in _OPENERS[:2]):
        return None
    number = ctx.doc.sentence_of(first) - 1
    if number < 0:
        return None
    begin, end = ctx.doc.sentences[number]
    if any(begin <= f.start < end for f in earlier[-_NEAR:]):
        return None
    for cue in ctx.cues_in(first, last):
        if cue.form.mode in ("finite", "short") and ctx.outer[cue.head] < 0:
            source, zero = verb_source(ctx, cue, first, last)
            content = ctx.trim(begin, end)
            return Finding(QuoteKind.ANAPHORIC, (content,), cue, source, "anaphoric", zero)
    return None


def _same_sentence(ctx: Context, first: int, last: int) -> Finding | None:
    """`P, о чём сообщил X.`: the clause before is the content."""
    norms = ctx.doc.norms
    for i in range(first + 2, last - 2):
        if norms[i] in _BREAKS and tuple(norms[i + 1 : i + 3]) in _OPENERS[:2] and ctx.outer[i] < 0:
            cues = [cue for cue in ctx.cues_in(i + 3, min(last, i + 8)) if cue.form.mode in ("finite", "short")]
            if (
                cues
                and norms[first] != "как"
                and ctx.has_predicate(first, i)
                and norms[i - 1] not in ("то", "том", "тот", "тем", "того")
            ):
                source, zero = verb_source(ctx, cues[0], i + 3, last)
                return Finding(QuoteKind.ANAPHORIC, (ctx.trim(first, i),), cues[0], source, "anaphoric", zero)
    return None
