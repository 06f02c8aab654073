"""How a source is set off from content: where it opens and ends, and what describes the source further."""

from __future__ import annotations

from typing import Final, NamedTuple

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.words import TIMES, adjective, noun
from ruspolnews.morphology.agreement import GENT, NOMN, OF_CASE
from ruspolnews.quotes.clauses import RELATIVES, SUBORDINATORS
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue

__all__ = [
    "ADVERBS",
    "CORRELATES",
    "Insert",
    "clause_stop",
    "description_end",
    "introduces",
    "set_off",
    "stands_before",
]

ADVERBS: Final = frozenset(
    "также так ранее накануне вчера сегодня тогда затем потом позже теперь уже же в свою очередь при этом еще"
    " одновременно впрочем однако между тем со своей стороны ведь прямо не раз и".split()
)
_INTRODUCERS: Final = frozenset(
    "кроме того вместе с тем тем временем при этом однако между тем впрочем так ранее также например в частности"
    " наконец более того напротив а но и таким образом тем не менее в то же время причем к тому же помимо этого"
    " напомним отметим правда кстати вдобавок в свою очередь ведь именно вот уже , —".split()
)
CORRELATES: Final = frozenset(
    "того так потому пор мере там тогда настолько такой такие такая такое таким таких тот".split()
)


class Insert(NamedTuple):
    """The author's words that name a source within or beside reported words.

    `first` and `last` span the insert with the commas that set it off; `opens` says that it stands before the content.
    """

    first: int
    last: int
    cue: Cue
    source: Phrase | None
    opens: bool
    final: bool


def clause_stop(ctx: Context, i: int, last: int) -> int:
    """Return the token that ends the insert's own clause: a comma, a dash after one, a colon, a bracket that closes."""
    doc = ctx.doc
    home = ctx.outer[i - 1]
    depth = 0
    dated = -1
    for k in range(i, last):
        if k <= dated:
            continue
        depth += doc.words[k] == "("
        if depth:
            depth -= doc.words[k] == ")"
            continue
        if doc.norms[k] in (",", ";", ":", ")") or (doc.words[k] in ("—", "–") and doc.words[k - 1] in (",", ".")):
            if ctx.outer[k] != home and home < 0:
                continue
            dated = _date_end(ctx, k, last)
            if dated < 0:
                return k
    return last


def _date_end(ctx: Context, comma: int, last: int) -> int:
    """Return the comma behind a date that a comma opens, or -1: `сообщила в среду, 4 декабря 2017 года, | Зуева`."""
    doc = ctx.doc
    if doc.norms[comma] != ",":
        return -1
    named = False
    for k in range(comma + 1, min(last, comma + _DATE)):
        if doc.norms[k] == ",":
            return k if named else -1
        timely = doc.readings(k)[0].lemma in TIMES or doc.norms[k] in ("г", "года")
        if not (timely or doc.words[k].isdigit() or doc.norms[k] in ("в", "во", ".")):
            return -1
        named = named or timely
    return -1


_DATE: Final = 7
"""Tokens of a date between commas, at most."""


def introduces(ctx: Context, first: int, stop: int) -> bool:
    """Whether tokens `first` to `stop` only introduce a sentence: `кроме того`, `при этом`."""
    return all(ctx.doc.norms[i] in _INTRODUCERS for i in range(first, stop))


def stands_before(ctx: Context, first: int, begin: int) -> bool:
    """Whether an insert stands before its content: nothing but introducers before it, or a clause and a coordinator."""
    norms = ctx.doc.norms
    k = begin
    if norms[k - 1] in (":", ";"):
        return True
    while k > first and norms[k - 1] in _INTRODUCERS:
        k -= 1
    if k == first:
        return True
    coordinated = any(norm in ("однако", "а", "но", "и", "причем") for norm in norms[k:begin])
    return coordinated and norms[k] == "," and ctx.has_predicate(first, k)


def set_off(
    ctx: Context, begin: int, stop: int, cue: Cue, source: Phrase | None, first: int, last: int
) -> Insert | None:
    """Return the insert with the commas around it, and where the content lies."""
    doc = ctx.doc
    opens = begin <= first or stands_before(ctx, first, begin) or doc.words[begin - 1] == "("
    apart = opens or cue.form.mode != "noun" or "," in (doc.norms[begin], doc.norms[begin - 1])
    behind_relative = not apart and doc.norms[begin - 1] in RELATIVES  # `который по мнению суда опасен`
    if not apart and not behind_relative and doc.words[begin - 1] not in DASHES:
        if not doc.norms[cue.last - 1].startswith(("данны", "сведени", "информаци", "оценк")):
            return None  # `чемпион по версии журнала`
    i = stop = _behind_gloss(ctx, stop + (stop < last and doc.words[stop] in '»”"' and source is not None), last)
    runs_on = behind_relative or (
        cue.form.mode == "noun" and source is None and not opens and ctx.finite(min(i, last - 1))
    )
    while i < last and not runs_on:
        norm = doc.norms[i]
        if norm == "(" and i > stop and (behind := _behind_gloss(ctx, i, last)) > i:
            i = behind  # `по данным источника в союзе на Волге (СВ) |, P`
            continue
        if norm == ")" or (norm == "." and i == last - 1) or norm in ("!", "?", "…") or norm == ":":
            break
        if norm == "," or norm in DASHES or norm == ";":
            if norm == "," and i + 1 < last and _describes(ctx, i + 1, last, source):
                i = description_end(ctx, i + 1, last)
                continue
            break
        if opens and not _adverbial(ctx, i, stop, last, cue):
            i = stop  # no comma after the source: «По его мнению страны …»
            break
        i += 1
    if i < last - 1 and doc.norms[i] == ":" and not opens:
        if cue.form.mode != "finite" or doc.norms[first] in SUBORDINATORS:
            return None
        if ctx.outer[i + 1] >= 0:
            return Insert(begin, i + 1, cue, source, opens=False, final=True)
        both = ctx.has_predicate(first, begin) and ctx.has_predicate(i + 1, last)
        return Insert(begin, i + 1, cue, source, opens=False, final=False) if both else None
    final = i >= last - 1 or doc.norms[i] in (")", ";")
    if final and begin > first and "(" in (doc.words[begin], doc.words[begin - 1]):
        opens = False
        begin -= doc.words[begin] != "("
        if i < last - 2 and not ctx.has_predicate(first, begin):
            return Insert(begin, i + 1, cue, source, opens, final=False)  # `В мае (по словам мэра) мост закроют`
    after = i
    while after < last and (doc.norms[after] == "," or doc.words[after] in DASHES or doc.norms[after] == ":"):
        after += 1
    return Insert(begin, last if final and not opens else after, cue, source, opens, final)


def _behind_gloss(ctx: Context, i: int, last: int) -> int:
    """Return the token behind a bracket that opens at token `i`, else `i`: `по словам Джона Смита (John Smith) |`."""
    words = ctx.doc.words
    if i >= last or words[i] != "(":
        return i
    return next((k + 1 for k in range(i + 1, min(last, i + _GLOSS)) if words[k] == ")"), i)


_GLOSS: Final = 30
"""Tokens of a bracket behind a source, at most."""


def _adverbial(ctx: Context, i: int, stop: int, last: int, cue: Cue) -> bool:
    """Whether a comma still follows token `i` soon, so that the words after the source belong to the insert."""
    doc = ctx.doc
    named = phrase_at(doc, i, i, last) if cue.form.mode == "noun" and doc.words[i][0].isupper() else None
    for k in range(i, min(last, stop + 16)):
        if doc.norms[k] == ",":
            if named is not None and named.kind == "person" and named.stop == k and named.cases & NOMN:
                return False  # `По данным следствия Пётр Зуев, задержанный в порту, ударил сторожа`
            if cue.form.mode == "noun" and k > i and k + 1 < last and doc.pos(k + 1) == "GRND":
                return False  # `По данным следствия 3 мая Зуев, находясь в порту, ударил сторожа`
            return k == i or RELATIVES.isdisjoint(doc.norms[k + 1 : k + 3])  # `по его мнению дети, которые ждут, …`
        if ctx.finite(k):
            return False
    return False


def _describes(ctx: Context, i: int, last: int, source: Phrase | None) -> bool:
    """Whether a participle, a gerund or a relative clause that describes the source begins at token `i`."""
    doc = ctx.doc
    norms = doc.norms
    for k in range(i, min(i + 3, last)):
        if norms[k] == ",":
            break
        if norms[k] in RELATIVES:
            return True
    if norms[i] in ("где", "когда"):
        return True
    if not doc.words[i][0].islower():
        return False
    reading = doc.readings(i)[0]
    if reading.pos == "ADJF" and source is not None:
        return _governs(ctx, i, last, source)
    if reading.pos != "PRTF" or source is None or source.kind == "pronoun":
        return reading.pos == "GRND"  # `по его словам, предлагаемое правительство …`
    if i + 1 < last and (ctx.finite(i + 1) or doc.pos(i + 1) == "PRTS"):
        return False  # `как сообщил источник, подозреваемый пойман`
    if source.stop > source.head + 1 and adjective(doc, i) & noun(doc, source.stop - 1) & GENT:
        return True  # `согласно докладу комиссии, созданной в мае, …`
    return any(
        r.pos == "PRTF" and OF_CASE.get(r.case, 0) & source.cases and (not source.number or r.number == source.number)
        for r in doc.readings(i)
    )


def _governs(ctx: Context, i: int, last: int, source: Phrase) -> bool:
    """Whether an adjective of the source has a complement up to the next comma: `источник, близкий к следствию, …`."""
    doc = ctx.doc
    own = adjective(doc, i)
    if i + 1 >= last or not own & source.cases or (doc.pos(i + 1) != "PREP" and own & noun(doc, i + 1)):
        return False
    stop = next((k for k in range(i + 1, min(last, i + _DESCRIPTION)) if doc.norms[k] in (",", ".", ";", ":", "(")), -1)
    return stop > i + 1 and doc.norms[stop] == "," and not any(ctx.finite(k) for k in range(i, stop))


_DESCRIPTION: Final = 9
"""Tokens of an adjective with its complement, at most."""


def description_end(ctx: Context, i: int, last: int) -> int:
    """Return the comma that ends the description which begins at token `i`."""
    doc = ctx.doc
    verb = doc.pos(i) in ("PRTF", "GRND", "ADJF") if doc.norms[i][0].isalpha() else False
    for k in range(i, last):
        if ctx.finite(k):
            verb = True
        if doc.norms[k] == "," and verb:
            following = doc.norms[k + 1] if k + 1 < last else ""
            if following not in SUBORDINATORS and following not in RELATIVES:
                return k
        if doc.words[k] in ("—", "–") and doc.words[k - 1] in (",", "."):
            return k
    return last - 1
