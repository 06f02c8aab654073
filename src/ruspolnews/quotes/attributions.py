"""Phrases that set a source off: `по словам X`, `по некоторым данным`, `согласно докладу`."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import NAMED, Phrase
from ruspolnews.mentions.phrases import in_case, phrase_at
from ruspolnews.mentions.scanning import noun_phrases
from ruspolnews.mentions.words import TIMES
from ruspolnews.morphology.agreement import ABLT, GENT, NOMN, OF_CASE
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.norms import provides
from ruspolnews.quotes.setting import Insert, description_end, set_off
from ruspolnews.quotes.source.attributed import is_thing, noun_after
from ruspolnews.quotes.source.places import PLACES, in_place

__all__ = ["phrase_insert"]

_PRONOUNS: Final = frozenset(["его", "ее", "их", "моим", "моему", "нашим", "нашему", "вашим", "вашему"])


def phrase_insert(ctx: Context, cue: Cue, first: int, last: int) -> Insert | None:
    """`По словам X, P`, `P, по его мнению, P`, `P (по данным X)`."""
    doc = ctx.doc
    between = next((i for i in range(cue.first, cue.last) if doc.norms[i] in _PRONOUNS), None)
    if between is not None:
        source = phrase_at(doc, between, between, between + 1)
        stop = cue.last
    else:
        source = noun_after(ctx, cue.last, last, cue.form.case)
        stop = source.stop if source else cue.last
        if source is None:
            place = cue.last < last and doc.norms[cue.last] in PLACES - {"у", "на"}
            source = in_place(ctx, cue.last, min(last, cue.last + 6)) if place else _on_site(ctx, cue.last, last)
            stop = source.stop if source else cue.last
    alone = source is None or is_thing(ctx, source)  # `согласно опросу`, `согласно опросу общественного мнения`
    if alone and cue.form.lemma.startswith("согласно ") and cue.last > cue.first + 1:
        cue = Cue(cue.first, cue.first + 1, cue.first, cue.form.named("согласно", "datv"))
        return phrase_insert(ctx, cue, first, last)
    if source is None:
        if not _stands_alone(ctx, cue):
            return None
        source, stop = _announced(ctx, cue, last)
    if "relay" in cue.form.note and cue.first > first and doc.norms[cue.first - 1] not in (",", "(", "—", "–"):
        return None  # part of the attribution of a verb: `сообщает агентство со ссылкой на министра`
    if source and source.kind == "relative":
        return _of_described(ctx, cue, source, first)
    if source and is_thing(ctx, source) and cue.form.lemma != "согласно":
        return None
    if source and cue.form.lemma in ("согласно", "с точки зрения") and provides(ctx, source):
        return None
    if source and source.kind in (
        "medium",
        "document",
        "organization",
    ):  # `согласно сообщению «Волны» со ссылкой на мэра`
        relay = next((c for c in ctx.cues_in(source.stop, source.stop + 2) if "relay" in c.form.note), None)
        cited = noun_after(ctx, relay.last, last, relay.form.case) if relay is not None else None
        if cited is not None and cited.kind in NAMED:
            source, stop = cited, cited.stop
    if "relay" in cue.form.note and (source is None or source.kind == "thing"):
        return None
    if source and source.kind == "role" and stop + 1 < last and doc.norms[stop] == ",":
        named = phrase_at(doc, stop + 1, stop + 1, last)  # `по словам её партнёра, | ресторатора Анны Лосевой,`
        case = OF_CASE[cue.form.case]
        if named is not None and named.kind == "person" and named.cases & case and not named.cases & NOMN:
            if named.role is not None and named.stop < last and doc.norms[named.stop] == ",":
                source, stop = named.but(start=source.start, cases=case), named.stop
    begin = cue.first
    while begin > first and doc.norms[begin - 1] in ("как", "это", "следует") and ctx.outer[begin - 1] < 0:
        begin -= 1
    return set_off(ctx, begin, stop, cue, source, first, last)


def _of_described(ctx: Context, cue: Cue, relative: Phrase, first: int) -> Insert | None:
    """`доклад, согласно которому P`, `врач, по словам которого P`: who stands before the comma, unless it is a norm."""
    comma = cue.first - 1
    if comma <= first or ctx.doc.norms[comma] != ",":
        return None
    near = comma
    while near > first and (ctx.doc.words[near - 1].isdigit() or ctx.doc.readings(near - 1)[0].lemma in TIMES):
        near -= 1  # `исследование | 2019 года`
    before = noun_phrases(ctx.doc, max(first, comma - _DESCRIBED), comma)
    other = next((p for p in reversed(before) if near <= p.stop <= comma), None)
    if other is None or other.number != relative.number or provides(ctx, other) or is_thing(ctx, other):
        return None
    return Insert(cue.first, relative.stop, cue, relative, opens=True, final=False)


_DESCRIBED: Final = 30
"""Tokens that the source before the comma of a relative may have."""


def _on_site(ctx: Context, i: int, last: int) -> Phrase | None:
    """`по информации | с сайта порта`: the site from which something is."""
    if i + 1 >= last or ctx.doc.norms[i] not in ("с", "со"):
        return None
    site = phrase_at(ctx.doc, i + 1, i + 1, last)
    return in_case(ctx.doc, site, GENT) if site is not None and site.kind == "medium" and site.cases & GENT else None


def _stands_alone(ctx: Context, cue: Cue) -> bool:
    """Whether a phrase tells that there is a source and not whose it is: `по некоторым данным`, `по сообщениям`."""
    norms = ctx.doc.norms
    if norms[cue.last - 1].startswith("сообщени"):
        return True
    if norms[cue.last - 1] == "слухам":  # `По слухам, P`
        return cue.first == ctx.doc.sentences[ctx.doc.sentence_of(cue.first)][0]
    told = _is_made_known(ctx, cue.last) or _is_dated(ctx, cue.last)
    between = norms[cue.first + 1 : cue.last - 1] or ([""] if told else [])
    own = any(norm.startswith(_OWN) for norm in between)
    return "alone" in cue.form.note and bool(between) and not own and not ctx.inside(cue.head)


def _is_made_known(ctx: Context, comma: int) -> bool:
    """Whether a comma and a participle of data follow: `по данным, обнародованным комиссией`."""
    doc = ctx.doc
    if comma + 1 >= len(doc.words) or doc.norms[comma] != ",":
        return False
    return any(r.pos == "PRTF" and r.case == "datv" for r in doc.readings(comma + 1))


def _is_dated(ctx: Context, i: int) -> bool:
    """Whether it is said of when data are: `по данным на утро понедельника`, `по информации на 20 мая`."""
    norms = ctx.doc.norms
    return i + 1 < len(norms) and norms[i] == "на" and (norms[i + 1] in _WHEN or norms[i + 1][0].isdigit())


_WHEN: Final = frozenset(
    "утро вечер полдень полночь начало конец середину данный текущий этот сегодня час момент".split()
)
"""What opens the time of which data are, behind `на`."""
_OWN: Final = ("мо", "наш", "ваш", "сво")
"""How a speaker's own possessives begin: `по моей информации`."""


def _announced(ctx: Context, cue: Cue, last: int) -> tuple[Phrase | None, int]:
    """`По данным, обнародованным комиссией, P`: who made known what nobody owns, and the token after that."""
    doc = ctx.doc
    i = cue.last + 1
    if i >= last or not _is_made_known(ctx, cue.last):
        return None, cue.last
    agent = phrase_at(doc, i + 1, i + 1, last) if "pssv" in doc.readings(i)[0].tags else None
    if agent is not None and agent.cases & ABLT and agent.kind not in ("thing", "document", "relative"):
        return agent.but(cases=ABLT), agent.stop
    return None, description_end(ctx, i, last)
