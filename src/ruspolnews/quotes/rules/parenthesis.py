"""Sources set off from content by commas: `P, сообщил X`, `как заявил X, P`, `по словам X, P`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import Final

from ruspolnews.mentions.scanning import noun_phrases
from ruspolnews.mentions.words import adjective
from ruspolnews.model import QuoteKind
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.clauses import RELATIVES
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.ending import content_end
from ruspolnews.quotes.finding import Finding
from ruspolnews.quotes.kinds import all_quoted, kind_of
from ruspolnews.quotes.opening import opened
from ruspolnews.quotes.remarks import without_remark
from ruspolnews.quotes.scope import after_announcement, own_part, scope_of, spliced
from ruspolnews.quotes.setting import Insert

__all__ = ["parentheses"]


def parentheses(
    ctx: Context, first: int, last: int, inserts: Sequence[Insert], found: Sequence[Finding]
) -> Iterator[Finding]:
    """`P, сообщил X`, `как заявил X, P`, `по словам X, P`, `P, считает X, P`."""
    for n, insert in enumerate(inserts):
        cue = insert.cue
        if any(cue.first >= f.start and cue.last <= f.stop and f.kind == QuoteKind.DIRECT for f in found):
            if cue.form.mode != "noun":
                continue
        if insert.opens and any(
            f.rule == "complement_clause" and f.cue and insert.last <= f.cue.first <= insert.last + 2
            and "impersonal" in f.cue.form.frames for f in found
        ):  # fmt: skip
            continue  # `со ссылкой на министра также сообщалось, что`
        around = scope_of(ctx, insert, first, last, found)
        if around is None:
            continue
        low, high = around
        following = (inserts[k] for k in range(n + 1, len(inserts)))
        nearer = takewhile(partial(_begins_before, high), following)
        high = next((other.first for other in nearer if other.final and not other.opens), high)
        if insert.opens:
            whole = insert.first == low and _relays(ctx, insert)
            described = insert.source is not None and insert.source.kind == "relative"  # `врач, по словам которого P,`
            close = _close(ctx, insert.last, high, cue, relative=described, whole=whole)
            known = cue.form.lemma.startswith(_KNOWN)
            ranges = [(insert.last, (_semicolon(ctx, insert.last, close) if known else 0) or close)]
        elif insert.final:
            joined = ctx.doc.norms[insert.first : insert.cue.first] in ([",", "и"], ["и"])
            if joined and n and inserts[n - 1].last >= insert.first and inserts[n - 1].first > low:
                continue  # `P, рассказали двое, | и подтвердил третий`
            if not ctx.has_predicate(low, insert.first) or ctx.doc.norms[low : low + 2] == ["об", "этом"]:
                continue
            told = cue.form.mode != "noun" and _tells(ctx, insert, found)
            if any(f.start >= low and f.stop <= insert.first + 1 and f.cue and f.cue.first >= low
                   and f.rule != "parenthesis" and not (told and f.rule in _REPORTED)
                   and f.cue.form.mode not in ("gerund", "participle")
                   and not _rumoured(f) and not _within(f, found) for f in found):  # fmt: skip
                continue  # a medium that only relays
            begin = _semicolon(ctx, low, insert.first, last_one=True) or _told_before(ctx, low, insert) or low
            ranges = [(begin, insert.first)]
        else:
            begin = own_part(ctx, low, insert.first)
            relative = begin < insert.first and any(norm in RELATIVES for norm in ctx.doc.norms[begin : begin + 2])
            close = _close(ctx, insert.last, high, cue, relative=relative and ctx.doc.norms[begin - 1] == ",")
            if any(f.rule == "complement_clause" and f.cue and low <= f.cue.first < close for f in found):
                continue  # `Таможня, по данным портала, уточнила, что P`
            ranges = [(begin, insert.first), (insert.last, close)]
            told = cue.form.mode != "noun" or _describes(ctx, insert, ranges[1][0])
            goes_on = _goes_on(ctx, insert, ranges[0], ranges[1][0])
            marked = ranges[1][0] < ranges[1][1] and ctx.outer[ranges[1][0]] >= 0
            if told and not (goes_on or marked) and ctx.has_predicate(*ranges[0]) and not ctx.any_finite(*ranges[1]):
                del ranges[1]  # `P, пишет газета во вторник, 24 декабря`
            elif spliced(ctx, insert, *ranges):
                del ranges[0]
        behind = opened(ctx, ranges[0][0], ranges[0][1]) if ranges[0][0] == first and not insert.opens else first
        if behind > first:
            ranges = [(behind, ranges[0][1])]
        elif not insert.opens:
            ranges[0] = (after_announcement(ctx, *ranges[0]), ranges[0][1])
        content = tuple(r for r in (without_remark(ctx, ctx.trim(*r)) for r in ranges) if r[0] < r[1])
        if len(content) == 2 and all_quoted(ctx, content[1]) and not _belong_together(ctx, *content):
            content = content[1:]
        if not content or any(f.content == content and f.cue is None for f in found):
            continue
        if insert.source is None and not any(ctx.has_predicate(*r) or _has_subject(ctx, *r) for r in content):
            continue  # `ушёл, по некоторым данным, в море`
        if not any(ctx.outer[i] < 0 or insert.opens for a, b in content for i in range(a, b)):
            continue
        kind = kind_of(ctx, content)
        more = len(content) > 1 and (
            ctx.is_name((content[0][0], content[0][1] - 1))
            or (ctx.outer[content[1][0]] < 0 and ctx.any_finite(*content[1]))
        )
        if all_quoted(ctx, content[0]) and not more:
            opening, closing = content[0][0], content[0][1] - 1
            content = (ctx.trim(opening + 1, closing),)
            kind = QuoteKind.DIRECT if ctx.has_predicate(*content[0]) else QuoteKind.FRAGMENT
        yield Finding(kind, content, cue, insert.source, "parenthesis")


_REPORTED: Final = frozenset(["complement_clause", "verb_before"])
"""Rules whose finding may be a part of what somebody says."""


def _relays(ctx: Context, insert: Insert) -> bool:
    """Whether a medium says all that follows, what others said too: `Как пишет «Волна», P, а мэр добавил, что Q`."""
    source = insert.source
    if source is None or source.kind not in ("medium", "organization"):
        return False
    return source.kind == "medium" or ctx.doc.words[source.start - 1] in '«"„'


def _tells(ctx: Context, insert: Insert, found: Sequence[Finding]) -> bool:
    """Whether a source says more than it relays: `Мэр считает, что P, указала Лужина`, where a medium passes it on."""
    source = insert.source
    if source is None or source.kind not in ("person", "role", "pronoun", "organization"):
        return False
    if source.kind == "pronoun":  # `Мэр считает, что P, указала она`, not `указал он`
        others = (f.source for f in found if f.rule == "complement_clause" and f.source is not None)
        return all(other.gender not in ("", source.gender) for other in others)
    if source.kind != "organization":
        return True
    beside = source.start == insert.cue.last  # not `, и предложил создать фонд`
    return beside and source.name is None and ctx.doc.words[source.head][0].islower()


def _describes(ctx: Context, insert: Insert, i: int) -> bool:
    """Whether an adjective at token `i`, behind the comma of an insert, tells of its source: `, близкий к штабу`."""
    if insert.source is None or insert.source.stop != i - 1 or ctx.doc.pos(i) not in ("ADJF", "PRTF"):
        return False
    return bool(adjective(ctx.doc, i) & insert.source.cases)


def _has_subject(ctx: Context, first: int, last: int) -> bool:
    """Whether content without a verb has what could be its subject: `у него инфаркт`, not `в море`."""
    phrases = noun_phrases(ctx.doc, first, last)
    return any(
        p.cases & NOMN and ctx.doc.pos(p.head) == "NOUN" and ctx.doc.readings(p.head)[0].case == "nomn"
        and (p.start == first or ctx.doc.pos(p.start - 1) != "PREP")
        for p in phrases
    )  # fmt: skip


def _told_before(ctx: Context, low: int, insert: Insert) -> int:
    """Return the token behind a colon before which it is told what she thinks: `Лосева считает иначе: P, — она`."""
    if insert.source is None or insert.source.kind != "pronoun":
        return 0
    colons = (i for i in range(insert.first - 1, low, -1) if ctx.doc.words[i] == ":" and ctx.outer[i] < 0)
    colon = next(colons, 0)
    told = [cue for cue in ctx.cues_in(low, colon) if cue.form.mode in ("finite", "short")] if colon else []
    return colon + 1 if told and ctx.has_predicate(colon + 1, insert.first) else 0


_KNOWN: Final = ("по данным", "согласно", "по информации", "по сведениям")
"""Phrases whose source is known for one thing: `По данным порта, A; B`, while somebody may say on."""


def _semicolon(ctx: Context, first: int, last: int, *, last_one: bool = False) -> int:
    """Return the first or the last semicolon between two clauses, or 0: what a source says is the one beside it."""
    places = [i for i in range(first, last) if ctx.doc.words[i] == ";" and ctx.outer[i] < 0]
    if not places:
        return 0
    i = places[-1] if last_one else places[0]
    return i if ctx.has_predicate(first, i) and ctx.has_predicate(i + 1, last) else 0


def _goes_on(ctx: Context, insert: Insert, left: tuple[int, int], i: int) -> bool:
    """Whether words without a verb behind a source are content: `вырос, как пишет X, | на треть`."""
    doc = ctx.doc
    if doc.words[insert.last - 1] in DASHES:  # `Главная беда, говорит он, — пожары`
        return not any(doc.pos(k) in ("VERB", "PRTS") for k in range(*left))
    opened = "как" in doc.norms[insert.first : insert.first + 2]
    return opened and (doc.pos(i) in ("PREP", "PRCL", "NUMR") or doc.words[i].isdigit())


def _belong_together(ctx: Context, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether quoted words tell of what stands before the source: `Соседи, сетовал Зорич, «боятся темноты»`.

    Or complete its predicate: `Мост закроют, по его словам, «на месяц»`.
    """
    if not ctx.doc.words[right[0] + 1][0].islower():
        return False
    return ctx.has_predicate(*left) or _has_subject(ctx, *left)


def _rumoured(finding: Finding) -> bool:
    """Whether a cue reports what no one in particular says: `появились слухи, что P, отмечает агентство`."""
    cue = finding.cue
    if cue is None or "impersonal" not in cue.form.frames:
        return False
    return finding.source is None or cue.last > cue.first + 1


def _begins_before(high: int, insert: Insert) -> bool:
    return insert.first < high


def _within(finding: Finding, found: Sequence[Finding]) -> bool:
    return any(
        other is not finding
        and other.start <= finding.start
        and finding.stop <= other.stop
        and not (finding.cue.is_same(other.cue) if finding.cue is not None else other.cue is None)
        for other in found
    )


def _close(ctx: Context, begin: int, high: int, cue: Cue, *, relative: bool = False, whole: bool = False) -> int:
    """Return where content after a parenthetical source ends; that of a relative before the next one too."""
    norms = ctx.doc.norms

    def again(i: int) -> bool:  # `записку, которую, по его словам, P, | и в которой нет имён`
        behind = norms[i + 1 : i + 4]
        return relative and behind[:1] in (["и"], ["а"], ["но"]) and not RELATIVES.isdisjoint(behind[1:])

    return content_end(ctx, begin, high, cue, again, resumes=relative, colon=False, whole=whole)
