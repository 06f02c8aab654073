"""`О том, что P, в пятницу сообщил X`: the reported clause opens the sentence, and its verb follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ruspolnews.quotes.clauses import RELATIVES
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Finding
from ruspolnews.quotes.kinds import irrealis, kind_of
from ruspolnews.quotes.opening import opened
from ruspolnews.quotes.rules.complement import implied_by
from ruspolnews.quotes.source.agreement import Agreement, agreement_of
from ruspolnews.quotes.source.attributed import is_thing
from ruspolnews.quotes.source.places import in_place
from ruspolnews.quotes.source.subjects import inverted_subject

__all__ = ["fronted_clause"]

_FRAMES: Final = frozenset(["about", "tothat"])
_ADVERBIAL: Final = 8
"""Tokens between the comma that closes the clause and the verb that reports it, at most."""


def fronted_clause(ctx: Context, first: int, last: int, found: Sequence[Finding]) -> Iterator[Finding]:
    """`О том, что мост закрыт, в пятницу сообщила мэрия`, `О том, как он уехал, рассказал X`, `Что P, признал и X`."""
    norms = ctx.doc.norms
    begin = opened(ctx, first, last)
    bare = begin == first + 1
    if begin == first:
        return
    for cue in ctx.cues_in(begin, last):
        verb = implied_by(ctx, cue, begin) if cue.form.mode == "infinitive" else cue.head
        comma = next((k for k in range(verb - 1, max(begin, verb - _ADVERBIAL), -1) if norms[k] == ","), -1)
        if verb < 0 or comma < 0 or ctx.outer[comma] >= 0 or cue.form.mode not in ("finite", "infinitive", "short"):
            continue
        if not cue.form.frames & (_FRAMES | {"that"} if bare or cue.form.mode == "short" else _FRAMES):
            continue
        if ctx.any_finite(comma, verb) or not ctx.has_predicate(begin, comma):
            continue
        if any(norms[k] in RELATIVES or norms[k] == "что" for k in range(comma, verb)) or irrealis(ctx, cue, comma):
            continue
        content = ctx.trim(begin, comma)
        if any(f.start == content[0] for f in found):
            return
        reported = _reported(ctx, cue, verb, comma, last, content)
        if (reported.source is None and bare) or (reported.source is not None and is_thing(ctx, reported.source)):
            return
        yield reported
        return


def _reported(ctx: Context, cue: Cue, verb: int, comma: int, last: int, content: tuple[int, int]) -> Finding:
    agreement = Agreement.of(cue.form) if verb == cue.head else agreement_of(ctx, verb)
    source = inverted_subject(ctx, cue.head, comma + 1, last, agreement)
    if source is None and agreement.number == "plur":
        source = in_place(ctx, comma + 1, last)
    zero = source is None and agreement.number != "plur"
    return Finding(kind_of(ctx, [content]), (content,), cue, source, "fronted_clause", zero)
