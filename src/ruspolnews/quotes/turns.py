"""Where the author turns from what one reports to another: `…, а тот молчал`, `; второй ушёл`, `, в Осло считают …`."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.traits import ORDINALS
from ruspolnews.model import Stance
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Range

__all__ = ["LATER", "elliptical", "turns"]

LATER: Final = frozenset(["потом", "затем", "позже", "после"])
"""What stands where the verb of the next report is left out."""

_THEMSELVES: Final = (["сам", "он"], ["сама", "она"], ["сами", "они"])


def turns(ctx: Context, content: Range, rest: Range, coordinator: str, cue: Cue) -> bool:
    """Whether the author tells of another behind the comma or semicolon that follows `content`.

    `rest` begins behind the coordinator, if there is one, and ends with the sentence.
    """
    norms = ctx.doc.norms
    (begin, i), (j, last) = content, rest
    if norms[i] == "," and elliptical(ctx, i, last) >= 0:
        return True
    if not coordinator:
        if norms[i] == ";":
            return cue.form.mode == "finite" and _goes_on_itself(ctx, j, last)
        return _elsewhere(ctx, j, last, cue)
    if coordinator in ("однако", "но"):
        return _turned_out(ctx, begin, i, j, last, cue)
    if coordinator != "а":
        return False
    if ctx.doc.marks.get(begin, -1) == i - 1 and ctx.outer[j] < 0 and j + 1 < last and ctx.any_finite(j, last):
        return True  # `сказал, что «P», а днём позже министр доложил`
    if cue.form.mode == "noun":
        return False
    if norms[j : j + 2] in _THEMSELVES or (norms[j] in ("тот", "та") and norms[j + 1] != ","):
        return ctx.any_finite(j, last)  # `заявил, что P, а тот написал`
    if norms[j] in ("его", "ее", "их"):
        rival = phrase_at(ctx.doc, j, j, last)
        if rival is not None and rival.kind in ("person", "role") and rival.cases & NOMN and rival.stop < last:
            tense = cue.form.tense or "pres"  # `считает, что P, а её коллега ждёт роста`, not `, а её сын вернётся`
            return ctx.finite(rival.stop) and ctx.doc.readings(rival.stop)[0].tense == tense
    return False


def _goes_on_itself(ctx: Context, j: int, last: int) -> bool:
    """Whether the author goes on behind a semicolon: `заявил, что P; | второй молчал`, `; сами они вину отрицают`."""
    doc = ctx.doc
    norms = doc.norms
    if norms[j] in ORDINALS or norms[j : j + 2] in _THEMSELVES:
        return ctx.any_finite(j, last)
    rival = phrase_at(doc, j, j, last)
    if rival is None or rival.kind not in ("person", "role") or not rival.cases & NOMN or rival.stop >= last:
        return False
    return norms[rival.stop] == "же" or any(c.form.mode == "finite" for c in ctx.cues_in(rival.stop, rival.stop + 1))


def _elsewhere(ctx: Context, j: int, last: int, cue: Cue) -> bool:
    """Whether others tell in another place: `в Осло считают, что P, | в Риге призывают`."""
    if cue.form.number != "plur" or cue.form.mode != "finite" or j + 2 >= last or ctx.doc.norms[j] not in ("в", "во"):
        return False
    place = phrase_at(ctx.doc, j + 1, j + 1, last)
    if place is None:
        return False
    if place.stop < last and ctx.doc.words[place.stop] in DASHES:
        return ctx.doc.norms[place.stop + 1 : place.stop + 2] == ["что"]
    told = [c for c in ctx.cues_in(place.stop, min(last, place.stop + _PLACE)) if c.form.mode == "finite"]
    between = range(place.stop, told[0].first) if told else range(0)
    return bool(told) and told[0].form.number == "plur" and not any(ctx.doc.norms[k] == "," for k in between)


_PLACE: Final = 4
"""Tokens behind a place among which its verb stands."""


def elliptical(ctx: Context, i: int, last: int) -> int:
    """Return the dash of a report without its verb behind a comma, or -1: `считает, что P, | Зорич — что Q`."""
    j = i + 1 + (ctx.doc.norms[i + 1 : i + 2] == ["а"])
    if j + 2 < last and ctx.doc.norms[j] in LATER and ctx.doc.words[j + 1] in DASHES and ctx.doc.norms[j + 2] == "что":
        return j + 1  # `сперва уверял, что P, потом — что Q`
    rival = phrase_at(ctx.doc, j, j, last) if j < last else None
    if rival is None or not rival.cases & NOMN or rival.kind not in ("person", "role", "organization"):
        return -1
    dash = rival.stop
    if dash + 2 < last and ctx.doc.words[dash] in DASHES and ctx.doc.norms[dash + 1] == "что":
        return dash
    return -1


def _turned_out(ctx: Context, begin: int, i: int, j: int, last: int, cue: Cue) -> bool:
    """Whether the author tells what came of it: `обещали, что вернут, но воды не было`, `просил, чтобы P, однако Q`."""
    if cue.form.tense != "past" or not ctx.any_finite(j, last):
        return False
    if ctx.doc.norms[begin] in ("чтобы", "чтоб"):
        return True
    if cue.form.stance != Stance.PROMISE:
        return False
    tenses = {r.tense for k in range(begin, i) if ctx.finite(k) for r in ctx.doc.readings(k)[:1]}
    later = {r.tense for k in range(j, last) if ctx.finite(k) for r in ctx.doc.readings(k)[:1]}
    return "futr" in tenses and "past" not in tenses and "past" in later and "futr" not in later
