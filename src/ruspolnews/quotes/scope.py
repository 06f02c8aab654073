"""What a source set off by commas has in its scope: the sentence, a report, a relative, what follows a coordinator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.model import QuoteKind
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.clauses import RELATIVES, SUBORDINATORS, subordinate
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.finding import Finding, Range
from ruspolnews.quotes.kinds import AUTHOR, inner_sentence
from ruspolnews.quotes.setting import Insert

__all__ = ["after_announcement", "own_part", "scope_of", "spliced"]


def own_part(ctx: Context, low: int, last: int) -> int:
    """Return where the part of a sentence begins that an insert breaks at token `last`: a relative, or behind a colon.

    `партия, | которая, по мнению мэра, отстала`, `главой стал мэр: | об этом, по данным газеты, договорились`.
    """
    norms = ctx.doc.norms
    i = last - 1 - (norms[last - 1] == ",")
    if i > low and norms[i] in RELATIVES:
        begin = i - (ctx.doc.pos(i - 1) == "PREP")
        if norms[begin - 1] == ",":
            return begin
    if i > low + 1 and norms[i] == "где" and norms[i - 1] == ",":
        return i + 1
    joint = _joint(ctx, low, last)
    if joint > low:
        return joint
    for i in range(last - 1, max(low, last - _COLON), -1):
        if norms[i] in (":", ";") and ctx.outer[i] < 0 and ctx.has_predicate(low, i):
            return i + 1
    return low


def _joint(ctx: Context, low: int, last: int) -> int:
    """Return where a second predicate begins before an insert at token `last`, or -1: `вёл A | и, по данным X, B`.

    `…, | после чего Зорич, как он признал, ушёл`: what follows it in time too.
    """
    norms = ctx.doc.norms
    for i in range(last - 1, max(low, last - _JOINT), -1):
        if ctx.finite(i):
            return -1
        if ctx.outer[i] >= 0:
            continue
        if norms[i - 1 : i + 1] in _SEQUELS:
            return i - 1 - (norms[i - 1] == "результате")
        if norms[i] in ("и", "а", "но") and norms[i - 1] != ",":
            return i + 1 if ctx.has_predicate(low, i) and ctx.finite(_behind(ctx, last)) else -1
        if (
            norms[i - 1] == "," and norms[i] in _CLAUSAL and norms[i + 1] != "также"
        ):  # `мост цел, хотя | он, по словам мэра, скрипит`
            return i + 1 + (norms[i + 1] == "как") if ctx.has_predicate(low, i - 1) else -1
        if norms[i - 1 : i + 1] == ["так", "как"] and norms[i - 2] == ",":
            return i + 1 if ctx.has_predicate(low, i - 2) else -1
        if norms[i] == "," and i < last - 1:
            return i + 1 if _is_clause_of_its_own(ctx, low, i, last) else -1
    return -1


def _is_clause_of_its_own(ctx: Context, low: int, comma: int, last: int) -> bool:
    """Whether a clause ends at a comma and a subject follows: `рубль упал, | нефть, по данным X, выросла`."""
    norms = ctx.doc.norms
    if norms[low] in SUBORDINATORS or not ctx.any_finite(low, comma) or subordinate(ctx, low, last):
        return False
    phrase = phrase_at(ctx.doc, comma + 1, comma + 1, last)
    return phrase is not None and phrase.stop >= last - 1 and bool(phrase.cases & NOMN) and not ctx.cues_in(low, comma)


def _behind(ctx: Context, i: int) -> int:
    """Return the token behind the comma that closes an insert at token `i`, or `i`."""
    return next((k + 1 for k in range(i + 1, min(len(ctx.doc.norms) - 1, i + _INSERT)) if ctx.doc.norms[k] == ","), i)


_JOINT: Final = 8
_INSERT: Final = 14
"""Tokens before an insert among which a coordinator stands, and tokens of an insert."""
_CLAUSAL: Final = frozenset("а но однако хотя поскольку тогда если когда причем".split())
"""What opens a clause of its own behind a comma."""
_SEQUELS: Final = (["после", "чего"], ["результате", "чего"], ["из-за", "чего"])
_COLON: Final = 14
"""Tokens between a colon and the insert of the clause behind it."""


def after_announcement(ctx: Context, first: int, last: int) -> int:
    """Return where content begins behind the author's `Стоит отметить, что`, `Напомним, что`, or `first`."""
    norms = ctx.doc.norms
    i = first + (norms[first] in _WORTH)
    noted = norms[i] in AUTHOR or (i > first and norms[i] in _NOTED)
    return i + 3 if noted and i + 3 < last and norms[i + 1 : i + 3] == [",", "что"] else first


_WORTH: Final = frozenset("стоит следует надо нужно необходимо важно остается можно".split())
_NOTED: Final = frozenset("отметить напомнить добавить подчеркнуть заметить уточнить сказать".split())


def spliced(ctx: Context, insert: Insert, left: Range, right: Range) -> bool:
    """Whether a clause of the author's ends before `по их словам`: `Его навестили друзья, по их словам, он здоров`."""
    doc = ctx.doc
    if insert.cue.form.mode != "noun" or insert.source is None or insert.source.kind != "pronoun":
        return False
    if insert.source.stop > insert.cue.last or doc.norms[right[0]] in SUBORDINATORS or doc.norms[right[0]] in RELATIVES:
        return False
    if doc.norms[right[0]] in ("и", "а", "но", "или"):
        return False
    if ctx.outer[right[0]] >= 0 and right[0] + 1 < right[1] and doc.words[right[0] + 1][0].islower():
        return False  # `Письмо пришло, по его словам, «из места, о котором не говорят»`
    begin = insert.first - 1 if doc.norms[insert.first - 1] == "," else insert.first
    aside = subordinate(ctx, left[0], begin + 1)
    closed = any(ctx.finite(i) and not any(a <= i < b for a, b in aside) for i in range(left[0], begin))
    return closed and ctx.has_predicate(*right)


def scope_of(ctx: Context, insert: Insert, first: int, last: int, found: Sequence[Finding]) -> Range | None:
    """Return the tokens around an insert that its content may take: the sentence, or the report that holds it."""
    low, high = first, last
    for finding in found:
        for a, b in finding.content:
            if a <= insert.first and insert.cue.last <= b and b - a < high - low:
                if finding.kind != QuoteKind.DIRECT:
                    low, high = a, b
                elif insert.opens and ctx.outer[insert.cue.head] < 0:
                    high = min(high, b)  # `— По данным порта, P, — сказал он. — Q`
    home = ctx.outer[insert.cue.head]
    if home >= 0:
        opening, closing = ctx.quotations[home]
        low, high = inner_sentence(ctx, insert.cue.head, max(low, opening + 1), min(high, closing))
    doc = ctx.doc
    if insert.opens and insert.first > low and doc.words[insert.first - 1] == "(":
        close = next((i for i in range(insert.last, high) if doc.words[i] == ")"), high)
        return insert.first, close
    if not insert.opens and doc.norms[low] in ("а", "но"):
        low += 1
    return low, high
