"""Complement clauses: `X заявил, что P`, `X спросил, будет ли P`, `добавив, что P`, `заявивший, что P`."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.traits import MAJORITIES
from ruspolnews.mentions.words import lexis
from ruspolnews.model import Stance
from ruspolnews.quotes.clauses import RELATIVES, SUBORDINATORS
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.ending import content_end
from ruspolnews.quotes.finding import Finding, Range
from ruspolnews.quotes.kinds import AUTHOR, inner_sentence, irrealis, kind_of
from ruspolnews.quotes.opening import complement, next_conjunct
from ruspolnews.quotes.remarks import without_remark
from ruspolnews.quotes.setting import Insert
from ruspolnews.quotes.source.agreement import agreement_of
from ruspolnews.quotes.source.attributed import is_thing, quoted_person
from ruspolnews.quotes.source.subjects import LIGHT, subject, subject_of_main_clause
from ruspolnews.quotes.source.verb import verb_source
from ruspolnews.quotes.turns import LATER, elliptical

__all__ = ["complement_clauses", "implied_by"]

_SUSPECTING: Final = frozenset(["подозревать", "заподозрить"])
_FACTS: Final = frozenset(["все", "последнее", "первое", "это", "что"])
_CONFIRMING: Final = frozenset(["подтвердить", "подтверждать"])
"""Who confirms another's words says them too."""


def complement_clauses(
    ctx: Context, first: int, last: int, inserts: Sequence[Insert], direct: Sequence[Finding], used: Container[int]
) -> Iterator[Finding]:
    """`X заявил, что P`, `X спросил, будет ли P`, `уверены, что P`, `добавив, что P`, `заявивший, что P`."""
    reported: list[tuple[Range, Phrase | None]] = []
    for cue in ctx.cues_in(first, last):
        if cue.form.mode == "noun" or cue.head in used or ctx.doc.norms[cue.head] in AUTHOR:
            continue
        acting = implied_by(ctx, cue, first) if cue.form.mode == "infinitive" else -1
        if cue.form.mode == "infinitive" and acting < 0:
            continue  # `отказался сообщить, что`
        home = ctx.outer[cue.head]
        low, high = (first, last) if home < 0 else (ctx.quotations[home][0] + 1, ctx.quotations[home][1])
        if home >= 0:
            low, high = inner_sentence(ctx, cue.head, *_spoken(cue, low, high, direct))
        else:  # a line of dialogue
            low, high = _spoken(cue, low, high, [f for f in direct if f.rule == "dialogue_line"])
        if irrealis(ctx, cue, low):
            continue
        opening = complement(ctx, cue, high)
        if opening is None or (ctx.inside(cue.head) and not _reports_inside(ctx, cue)):
            continue
        relayed = quoted_person(ctx, cue.first, opening[0]) if cue.form.lemma not in _CONFIRMING else None
        # `привели слова министра о том, что`, `ответил на слова министра о том, что`
        source, zero = (relayed, False) if relayed else verb_source(ctx, cue, low, opening[0])
        if acting >= 0 and not relayed:
            source = subject(ctx, acting, low, opening[0], agreement_of(ctx, acting))
            zero = source is None
        impersonal = cue.form.mode == "short" and (source is None or cue.form.gender == "neut")
        if impersonal and cue.form.lemma.startswith("не "):
            continue  # `не исключено, что`
        if source is not None and ctx.doc.norms[source.head] in ("это", "то", "что"):
            continue  # `это говорит о том, что`
        if source is None and cue.first > low and ctx.doc.norms[cue.first - 1] in _FACTS:
            continue  # `всё говорит о том, что`
        if source is None and cue.form.number == "plur" and cue.form.lemma in _SUSPECTING:
            continue  # `мельника подозревают в том, что`
        finite = cue.form.mode in ("finite", "short")
        if finite and source is not None and source.kind == "thing" and ctx.doc.readings(source.head)[0].known:
            continue  # `рост говорит о том, что`
        if finite and source is not None and _of_things(ctx, source):
            continue  # `ряд событий свидетельствует, что`
        if "tothat" in cue.form.frames and ctx.doc.norms[low : low + 2] == ["то", ","] and cue.first > low + 2:
            continue  # `То, с каким перевесом его избрали, говорит о том, что`
        if cue.form.mode == "participle" and source is not None and is_thing(ctx, source):
            continue  # `знаки, предупреждающие, что`
        if source is not None and ctx.doc.norms[source.head] == "кто":
            continue  # `все, кто думает, что`: nobody who is named
        if source is None and ctx.inside(cue.head):
            told = any(norm in _TOLD for norm in ctx.doc.norms[max(low, cue.first - 3) : cue.first])
            general = cue.form.number == "plur" and (cue.form.tense == "pres" or told)  # `говорят, что`, `нам объявили`
            if not general and "impersonal" not in cue.form.frames:
                continue  # `«Пришёл к выводу, что …»`: the speaker's own words
            zero = False
        if cue.form.stance == Stance.EMOTION and any(
            a <= cue.first < b
            and (zero or (source is not None and teller is not None and source.start == teller.start))
            for (a, b), teller in reported
        ):
            continue  # `признался, что горд тем, что`: one report of one person
        resumes = _embedded(ctx, cue, low, source)

        def stops(i: int) -> bool:
            return any(insert.first in (i, i + 1) and insert.final and not insert.opens for insert in inserts)

        begin = opening[1]
        while True:
            end = content_end(ctx, begin, high, cue, stops, resumes=resumes)
            content = without_remark(ctx, ctx.trim(begin, end))
            if source is None and cue.form.mode == "gerund" and end < high:
                source = subject_of_main_clause(ctx, end, high)
                zero = source is None
            if content[0] < content[1]:
                kind = kind_of(ctx, [content])
                reported.append((content, source))
                yield Finding(kind, (content,), cue, source, "complement_clause", zero)
            dash = elliptical(ctx, end, high) if end < high and ctx.doc.words[end] == "," else -1
            if dash >= 0 and cue.form.mode == "finite":  # `заявил, что P, Лужина — что Q`
                begin = end + 1 + (ctx.doc.norms[end + 1] == "а")
                if ctx.doc.norms[begin] not in LATER:
                    source, zero = phrase_at(ctx.doc, begin, begin, dash), False
                begin = dash + 2
                continue
            conjunct = next_conjunct(ctx, end, high) if end < high else None
            if conjunct is None:
                break
            begin = conjunct[1]


def _of_things(ctx: Context, source: Phrase) -> bool:
    """Whether a phrase counts things: `ряд событий`, `большинство данных`."""
    doc = ctx.doc
    if source.kind != "group" or doc.norms[source.head] not in MAJORITIES or source.stop < source.head + 2:
        return False
    last = doc.readings(source.stop - 1)[0]
    return last.known and last.animacy == "inan" and last.lemma not in lexis().kinds


def implied_by(ctx: Context, cue: Cue, first: int) -> int:
    """Return the verb before an infinitive that tells that it was done, or -1: `успел заявить`, `стал уверять`."""
    doc = ctx.doc
    for i in range(cue.first - 1, max(first - 1, cue.first - _AUXILIARY), -1):
        if doc.norms[i] in LIGHT and doc.norms[i] != "не":
            continue
        reading = doc.readings(i)[0]
        done = reading.pos == "VERB" and reading.tense in ("past", "pres") and reading.lemma in _IMPLYING
        return i if done and doc.norms[i - 1] != "не" and ctx.outer[i] == ctx.outer[cue.head] else -1
    return -1


_TOLD: Final = frozenset(["мне", "меня", "нам", "нас"])
_AUXILIARY: Final = 4
"""How far before an infinitive its verb stands, in tokens."""
_IMPLYING: Final = frozenset(
    "успеть успевать поспешить спешить решиться осмелиться отважиться рискнуть умудриться ухитриться начать начинать"
    " стать взяться приняться продолжить продолжать любить поторопиться смочь".split()
)
"""Verbs whose infinitive was done: who `успел сказать` said it. Source: Karttunen, Implicative Verbs, 1971."""


def _spoken(cue: Cue, low: int, high: int, direct: Sequence[Finding]) -> Range:
    """Return the part of a quotation, without the author's words in its middle, that holds the cue."""
    for finding in direct:
        for a, b in finding.content:
            if a <= cue.first and cue.last <= b:
                return a, b
    return low, high


def _reports_inside(ctx: Context, cue: Cue) -> bool:
    """Whether a cue inside a quotation reports speech of its own: not `мы уверены, что`, `я думаю, что`."""
    norms = ctx.doc.norms
    if cue.form.person in ("1per", "2per") or cue.form.mode == "short":
        return False
    near = norms[max(0, cue.first - 4) : cue.first]
    if "мы" in near or "я" in near:
        return cue.form.tense == "past" and cue.form.stance not in ("opinion", "hope")
    return cue.form.tense != "futr"


def _embedded(ctx: Context, cue: Cue, low: int, source: Phrase | None) -> bool:
    """Whether a main clause may go on after the content: the cue is a fronted gerund, a participle or in a clause."""
    norms = ctx.doc.norms
    if cue.form.mode == "participle":
        return True
    if cue.form.mode == "gerund":
        return source is None or source.start > cue.head or not ctx.any_finite(low, cue.first)
    start = cue.first
    while start > low and norms[start - 1] not in (",", ";", ":", "—", "("):
        start -= 1
    clause = norms[start : cue.first]
    if source is not None and source.kind == "relative":
        return True
    return bool(clause) and (
        clause[0] in SUBORDINATORS
        or clause[:2] == ["как", "только"]
        or any(norm in RELATIVES for norm in clause[:3])
        or clause[:3] in (["после", "того", "как"], ["до", "того", "как"], ["в", "то", "время"])
    ) and clause[0] != "что"  # fmt: skip
