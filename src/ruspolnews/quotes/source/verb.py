"""Who speaks by the verb, gerund or participle of a cue."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.model import Stance
from ruspolnews.morphology.agreement import ANY
from ruspolnews.quotes.clauses import RELATIVES
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.source.agreement import Agreement
from ruspolnews.quotes.source.attributed import cited
from ruspolnews.quotes.source.places import in_place, nearest_place, there
from ruspolnews.quotes.source.subjects import head_of_participle, subject, subject_of_gerund

__all__ = ["verb_source"]


def verb_source(ctx: Context, cue: Cue, first: int, last: int) -> tuple[Phrase | None, bool]:
    """Return who speaks by the verb, gerund or participle of a cue, and whether the subject is dropped.

    `first` and `last` bound the words of the author around the cue.
    """
    form = cue.form
    if form.mode == "gerund":
        found = subject_of_gerund(ctx, cue.head, first, last)
        return found, found is None
    if form.mode == "participle":
        return head_of_participle(ctx, cue, first), False
    if form.mode == "infinitive":
        return subject(ctx, cue.head, first, last, Agreement()), False
    if "impersonal" in form.frames:
        relayed = cited(ctx, first, cue.first)  # `со ссылкой на министра сообщалось, что`
        return relayed or nearest_place(ctx, first, cue.first) or in_place(ctx, cue.last, last), False
    found = subject(ctx, cue.head, first, last, Agreement.of(form))
    if found is not None and cue.first <= found.start < cue.last:
        return None, False  # `предъявлены обвинения в том, что`: nobody is named
    if found is not None and found.kind in _MUTE and form.number == "plur" and found.start > cue.head:
        found = in_place(ctx, _own_clause(ctx, first, cue.first), cue.first) or found  # `в мэрии назвали «ложью» слухи`
    if found is None:
        if form.number == "plur" or form.gender == "neut":
            found = in_place(ctx, _own_clause(ctx, first, cue.first), cue.first)
        if form.number == "plur":
            aside = form.stance == Stance.ACCUSATION or ("name" in form.frames and "that" not in form.frames)
            if found is None and not aside:  # but `его обвиняют в организации …`, `её звали «звездой» в Индии`
                found = in_place(ctx, cue.last, last)
            found = found or there(ctx, max(first, cue.first - 3), cue.last + 1)
    latin = found is not None and found.kind == "organization" and found.cases == ANY and found.name is None
    if found is not None and (found.kind == "medium" or latin) and form.number == "plur" and found.number != "plur":
        told = in_place(ctx, _own_clause(ctx, first, cue.first), cue.first)  # `в ведомстве ТАСС сообщили`
        found = told if told is not None and not told.start <= found.start < told.stop else found
    if found is not None and (found.kind == "medium" or (found.kind == "organization" and found.name is not None)):
        found = cited(ctx, found.stop, last) or found
    if form.mode == "short" and form.gender == "neut" and found is None:
        return None, False
    return found, found is None and form.number != "plur"


_MUTE: Final = frozenset(["thing", "document", "organization"])
"""What is hardly the subject behind a plural verb after a place: `в посольстве назвали обвинения «ложью»`."""


def _own_clause(ctx: Context, first: int, verb: int) -> int:
    """Return where the clause of a verb begins: after the comma of its relative, else `first`."""
    for i in range(verb - 1, first, -1):
        if ctx.doc.norms[i] in RELATIVES and "," in ctx.doc.norms[i - 2 : i]:
            return i
        if ctx.finite(i):
            break
    return first
