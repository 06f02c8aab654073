"""`заявление министра о том, что P`: a noun of speech with its owner beside it, and the clause that completes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from ruspolnews.lexicon import load
from ruspolnews.mentions.phrase import NAMED, Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.words import POSSESSIVES
from ruspolnews.model import Stance
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import GENT
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.ending import content_end
from ruspolnews.quotes.finding import Finding
from ruspolnews.quotes.kinds import kind_of
from ruspolnews.quotes.lexicon import Form

__all__ = ["noun_clauses"]

_REACH: Final = 12
"""Tokens that the owner of the words may have."""
_CORRELATES: Final = frozenset(["том", "то", "тем"])
_PREPOSITIONS: Final = frozenset(["о", "об", "в", "на"])


@cache
def _forms() -> dict[str, Form]:
    """Return the nouns by lemma."""
    return {
        fold(row["lemma"]): Form(fold(row["lemma"]), Stance(row["stance"]), frozenset(["that"]), "noun", case="gent")
        for row in load("speech_nouns", "lemma", "stance", "example")
    }


@cache
def _stems() -> frozenset[str]:
    """Return how the nouns begin."""
    return frozenset(lemma[:_STEM] for lemma in _forms())


_STEM: Final = 4


def noun_clauses(ctx: Context, first: int, last: int, found: Sequence[Finding]) -> Iterator[Finding]:
    """`заявление министра о том, что P`, `его слова, что P`, where no verb reports the clause already."""
    doc = ctx.doc
    norms = doc.norms[first:last]
    if "согласно" in norms:
        yield from _according(ctx, first, last)
    if "что" not in norms:
        return
    for i in range(first + 2, last - 1):
        if doc.norms[i] != "что" or doc.norms[i - 1] != "," or ctx.inside(i):
            continue
        if any(f.start <= i + 1 < f.stop and f.cue and f.start == i + 1 for f in found):
            continue
        stop = i - 1
        if doc.norms[stop - 1] in _CORRELATES:
            if doc.norms[stop - 2] not in _PREPOSITIONS:
                continue
            stop -= 2
        noun = next((k for k in range(stop - 1, max(first - 1, stop - _REACH), -1) if _form_at(ctx, k)), -1)
        owner = _owner(ctx, noun, stop, first) if noun >= 0 else None
        form = _form_at(ctx, noun)
        if owner is None or form is None:
            continue
        cue = Cue(noun, noun + 1, noun, form)
        end = content_end(ctx, i + 1, last, cue, lambda k: False, resumes=True)
        content = ctx.trim(i + 1, end)
        if content[0] < content[1] and ctx.has_predicate(*content):
            yield Finding(kind_of(ctx, [content]), (content,), cue, owner, "noun_clause")


def _according(ctx: Context, first: int, last: int) -> Iterator[Finding]:
    """`информацию СМИ, согласно которой P`: a noun of speech that a relative takes up."""
    doc = ctx.doc
    i = next((i for i in range(first + 2, last - 2) if doc.norms[i] == "согласно"), -1)
    if i < 0 or doc.norms[i - 1] != "," or not doc.norms[i + 1].startswith("котор") or ctx.inside(i):
        return
    noun = next((k for k in range(i - 2, max(first - 1, i - 1 - _REACH), -1) if _form_at(ctx, k)), -1)
    if noun < 0:
        return
    owner = _owner(ctx, noun, i - 1, first)
    if owner is None and noun != i - 2:
        return
    cue = Cue(i, i + 1, i, _ACCORDING)
    content = ctx.trim(i + 2, content_end(ctx, i + 2, last, cue, lambda k: False, resumes=True))
    if content[0] < content[1] and ctx.has_predicate(*content):
        yield Finding(kind_of(ctx, [content]), (content,), cue, owner, "noun_clause")


_ACCORDING: Final = Form("согласно", Stance.REPORT, frozenset(["that"]), "noun", case="datv")


def _form_at(ctx: Context, i: int) -> Form | None:
    """Return what noun of speech token `i` is a form of."""
    doc = ctx.doc
    if i < 0 or doc.norms[i][:_STEM] not in _stems() or ctx.outer[i] >= 0:
        return None
    return next((_forms()[r.lemma] for r in doc.readings(i)[:2] if r.pos == "NOUN" and r.lemma in _forms()), None)


def _owner(ctx: Context, noun: int, stop: int, first: int) -> Phrase | None:
    """Return whose words the noun names: in the genitive behind it, up to `stop`, or by a pronoun before it."""
    doc = ctx.doc
    if noun + 1 < stop:
        owner = phrase_at(doc, noun + 1, noun + 1, stop)
        if owner is None or owner.stop != stop or not owner.cases & GENT or owner.kind not in NAMED:
            return None
        return owner.but(cases=GENT)
    if noun > first and doc.norms[noun - 1] in POSSESSIVES:
        return phrase_at(doc, noun - 1, noun - 1, noun)
    return None
