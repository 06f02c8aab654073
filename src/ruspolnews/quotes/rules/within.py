"""Speech within speech, without marks of its own: `— Я сказала: едем, — вспоминает она`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ruspolnews.model import QuoteKind
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Finding, Range
from ruspolnews.quotes.kinds import irrealis
from ruspolnews.quotes.source.agreement import Agreement
from ruspolnews.quotes.source.subjects import subject

__all__ = ["told_within"]

_BEFORE: Final = 6
"""Tokens before a colon among which the verb of speech stands."""
_UTTERED: Final = 2
"""Tokens of an utterance, at least."""


def told_within(ctx: Context, first: int, last: int, found: Sequence[Finding]) -> Iterator[Finding]:
    """`«Мне говорят: приходите завтра»`, `— Я сказала: едем, — вспоминает она`: no marks of its own."""
    words = ctx.doc.words
    if ":" not in words[first:last]:
        return
    direct = [f for f in found if f.kind == QuoteKind.DIRECT]
    marked = {ctx.outer[f.start]: f for f in direct if ctx.outer[f.start] >= 0}
    line = next((f for f in direct if f.rule == "dialogue_line"), None)
    for colon in range(first + 1, last - _UTTERED):
        if words[colon] != ":":
            continue
        whole = marked.get(ctx.outer[colon]) if ctx.outer[colon] >= 0 else line
        held = _holding(whole, colon) if whole is not None else None
        if whole is None or held is None or words[colon + 1] in '«"„“':
            continue
        begin = _sentence_start(ctx, held[0], colon)
        cue = _told(ctx, begin, colon)
        end = _sentence_end(ctx, colon + 1, held[1])
        content = ctx.trim(colon + 1, end)
        if cue is None or content[1] - content[0] < _UTTERED or irrealis(ctx, cue, begin):
            continue
        if not ctx.has_predicate(*content) and words[end - 1] not in "!?":
            continue
        source = subject(ctx, cue.head, begin, colon, Agreement.of(cue.form))
        if cue.form.person == "1per" or (source is not None and ctx.doc.norms[source.head] in ("я", "мы")):
            yield Finding(QuoteKind.DIRECT, (content,), cue, None, "told_within").following(whole.start)
        else:
            yield Finding(QuoteKind.DIRECT, (content,), cue, source, "told_within")


def _holding(whole: Finding, i: int) -> Range | None:
    return next((part for part in whole.content if part[0] <= i < part[1]), None)


def _told(ctx: Context, begin: int, colon: int) -> Cue | None:
    """Return the verb of speech right before a colon, with nothing but whom it is told between."""
    for cue in reversed(ctx.cues_in(max(begin, colon - _BEFORE), colon)):
        if cue.form.mode != "finite" or not {"direct", "colon"} <= cue.form.frames or cue.form.tense == "futr":
            return None
        return None if "," in ctx.doc.words[cue.last : colon] or "weak" in cue.form.note else cue
    return None


def _sentence_start(ctx: Context, begin: int, i: int) -> int:
    return next((k + 1 for k in range(i - 1, max(begin, i - 40), -1) if ctx.doc.words[k] in _ENDS), begin)


def _sentence_end(ctx: Context, i: int, last: int) -> int:
    """Return the end of the sentence that begins at token `i`, with its mark if that is more than a full stop."""
    end = next((k for k in range(i, last) if ctx.doc.words[k] in _ENDS), last)
    return end + (end < last and ctx.doc.words[end] != ".")


_ENDS: Final = frozenset([".", "!", "?", "…", "..."])
