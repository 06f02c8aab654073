"""`Она, дескать, сама жертва`, `Сосед отговаривал: мол, не надо`: particles by which the author passes words on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.model import Stance
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Finding, Range
from ruspolnews.quotes.kinds import PARTICLES, kind_of
from ruspolnews.quotes.lexicon import Form
from ruspolnews.quotes.source.agreement import Agreement, agreement_of
from ruspolnews.quotes.source.subjects import subject

__all__ = ["hearsay"]

_BEFORE: Final = frozenset([",", ":", "—", "–", "-"])
_FORM: Final[dict[str, Form]] = {norm: Form(norm, Stance.REPORT, frozenset(), "noun") for norm in PARTICLES}


def hearsay(ctx: Context, first: int, last: int, found: Sequence[Finding]) -> Iterator[Finding]:
    """`Она, дескать, сама жертва`, `Сосед отговаривал: мол, не надо`, `Он махнул рукой, мол, пройдёт`."""
    norms = ctx.doc.norms
    if PARTICLES.isdisjoint(norms[first:last]):
        return
    i = next(k for k in range(first, last) if norms[k] in PARTICLES)
    if i > first and norms[i - 1] not in _BEFORE:
        return  # a mole in the sea
    if norms[first:i].count("(") > norms[first:i].count(")"):
        return
    if ctx.outer[i] >= 0 or any(f.start <= i < f.stop for f in found) or i + 1 >= last:
        return
    behind = i + 1 + (norms[i + 1] == ",")
    verb = _verb_before(ctx, first, i)
    parts: list[Range] = [(behind, last)]
    if verb is None:
        parts.insert(0, (first, i))
    elif norms[verb[1]] == ":" and verb[1] + 1 < i:
        parts.insert(0, (verb[1] + 1, i))
    content = tuple(part for part in (ctx.trim(*part) for part in parts) if part[0] < part[1])
    led = verb is not None and norms[verb[1]] == ":" and content
    if not led and not any(ctx.has_predicate(*part) for part in content):
        return
    cue, source = Cue(i, i + 1, i, _FORM[norms[i]]), None
    if verb is not None:
        told = next((c for c in ctx.cues_in(first, verb[1]) if c.first <= verb[0] < c.last), None)
        cue = told or cue
        source = _subject(ctx, verb[0], told, first, verb[1])
    yield Finding(kind_of(ctx, content), content, cue, source, "hearsay", source is None)


def _verb_before(ctx: Context, first: int, particle: int) -> Range | None:
    """Return the verb before the particle, and the colon or comma behind its clause: `отговаривал | : мол`."""
    words = ctx.doc.words
    marks = [k for k in range(first, particle) if words[k] == ":" and ctx.outer[k] < 0]
    mark = marks[-1] if marks else particle - 1
    if words[mark] not in (":", ","):
        return None
    verb = next((k for k in range(mark - 1, first - 1, -1) if ctx.finite(k) and ctx.outer[k] < 0), -1)
    return (verb, mark) if verb >= 0 else None


def _subject(ctx: Context, verb: int, told: Cue | None, first: int, last: int) -> Phrase | None:
    agreement = Agreement.of(told.form) if told is not None and told.head == verb else agreement_of(ctx, verb)
    return subject(ctx, verb, first, last, agreement)
