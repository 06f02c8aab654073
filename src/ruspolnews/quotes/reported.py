"""Indirect and mixed speech: complement clauses, parenthetical sources, headlines with a colon."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import partial
from itertools import takewhile
from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import noun_phrases, phrase_at
from ruspolnews.mentions.words import lexis
from ruspolnews.model import QuoteKind
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.clauses import RELATIVES, SUBORDINATORS, subordinate
from ruspolnews.quotes.content import complement, content_end, next_conjunct, without_remark
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Finding, Range
from ruspolnews.quotes.inserts import Insert
from ruspolnews.quotes.source.agreement import Agreement, agreement_of
from ruspolnews.quotes.source.attributed import cited, is_thing, quoted_person
from ruspolnews.quotes.source.places import in_place, nearest_place, there
from ruspolnews.quotes.source.subjects import (
    LIGHT,
    head_of_participle,
    subject,
    subject_of_gerund,
    subject_of_main_clause,
)
from ruspolnews.segmentation.document import LONGEST

__all__ = ["colon_clauses", "complement_clauses", "headline", "headline_after", "kind_of", "parentheses", "verb_source"]

_HEADLINERS: Final = frozenset(["person", "role", "organization", "medium", "group"])
_SUSPECTING: Final = frozenset(["подозревать", "заподозрить"])
_FACTS: Final = frozenset(["все", "последнее", "первое", "это", "что"])
_AUTHOR: Final = frozenset(["отметим", "напомним", "добавим", "заметим", "скажем", "подчеркнем", "уточним", "допустим"])


def kind_of(ctx: Context, content: Sequence[Range]) -> QuoteKind:
    """Return `mixed` where words of the content stand in quotation marks as the speaker's own, else `indirect`."""
    for first, last in content:
        for opening, closing in ctx.quotations_in(first, last):
            if closing <= last and not ctx.is_name((opening, closing)):
                return QuoteKind.MIXED
    return QuoteKind.INDIRECT


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
    if found is not None and found.kind in _MUTE and form.number == "plur" and found.start > cue.head:
        found = in_place(ctx, _own_clause(ctx, first, cue.first), cue.first) or found  # `в мэрии назвали «ложью» слухи`
    if found is None:
        if form.number == "plur" or form.gender == "neut":
            found = in_place(ctx, _own_clause(ctx, first, cue.first), cue.first)
        if form.number == "plur":
            found = found or in_place(ctx, cue.last, last) or there(ctx, max(first, cue.first - 3), cue.last + 1)
    if found is not None and found.kind == "medium" and form.number == "plur" and not found.number:
        told = in_place(ctx, _own_clause(ctx, first, cue.first), cue.first)  # `в ведомстве ТАСС сообщили`
        found = told if told is not None and told.kind != "medium" else found
    if found is not None and found.kind == "medium":
        found = cited(ctx, found.stop, last) or found
    if form.mode == "short" and form.gender == "neut" and found is None:
        return None, False
    return found, found is None and form.number != "plur"


_MUTE: Final = frozenset(["thing", "document", "organization"])
"""What is hardly the subject behind a plural verb after a place: `в посольстве назвали обвинения «ложью»`."""
_CONFIRMING: Final = frozenset(["подтвердить", "подтверждать"])
"""Who confirms another's words says them too."""


def _own_clause(ctx: Context, first: int, verb: int) -> int:
    """Return where the clause of a verb begins: after the comma of its relative, else `first`."""
    for i in range(verb - 1, first, -1):
        if ctx.doc.norms[i] in RELATIVES and "," in ctx.doc.norms[i - 2 : i]:
            return i
        if ctx.finite(i):
            break
    return first


def complement_clauses(
    ctx: Context, first: int, last: int, inserts: Sequence[Insert], direct: Sequence[Finding], used: Container[int]
) -> Iterator[Finding]:
    """`X заявил, что P`, `X спросил, будет ли P`, `уверены, что P`, `добавив, что P`, `заявивший, что P`."""
    for cue in ctx.cues_in(first, last):
        if cue.form.mode == "noun" or cue.head in used or ctx.doc.norms[cue.head] in _AUTHOR:
            continue
        acting = _acting(ctx, cue, first) if cue.form.mode == "infinitive" else -1
        if cue.form.mode == "infinitive" and acting < 0:
            continue  # `отказался сообщить, что`
        home = ctx.outer[cue.head]
        low, high = (first, last) if home < 0 else (ctx.quotations[home][0] + 1, ctx.quotations[home][1])
        if home >= 0:
            low, high = _inner_sentence(ctx, cue.head, *_spoken(cue, low, high, direct))
        if _irrealis(ctx, cue, low):
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
        if cue.form.mode == "participle" and source is not None and is_thing(ctx, source):
            continue  # `знаки, предупреждающие, что`
        if source is not None and ctx.doc.norms[source.head] == "кто":
            continue  # `все, кто думает, что`: nobody who is named
        if source is None and ctx.inside(cue.head):
            general = cue.form.number == "plur" and cue.form.tense == "pres"  # `говорят, что`
            if not general and "impersonal" not in cue.form.frames:
                continue  # `«Пришёл к выводу, что …»`: the speaker's own words
            zero = False
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
                yield Finding(kind, (content,), cue, source, "complement_clause", zero)
            conjunct = next_conjunct(ctx, end, high) if end < high else None
            if conjunct is None:
                break
            begin = conjunct[1]


def _acting(ctx: Context, cue: Cue, first: int) -> int:
    """Return the verb before an infinitive that tells that it was done, or -1: `успел заявить`, `стал уверять`."""
    doc = ctx.doc
    for i in range(cue.first - 1, max(first - 1, cue.first - _AUXILIARY), -1):
        if doc.norms[i] in LIGHT and doc.norms[i] != "не":
            continue
        reading = doc.readings(i)[0]
        done = reading.pos == "VERB" and reading.tense in ("past", "pres") and reading.lemma in _IMPLYING
        return i if done and doc.norms[i - 1] != "не" and ctx.outer[i] == ctx.outer[cue.head] else -1
    return -1


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


def _inner_sentence(ctx: Context, i: int, low: int, high: int) -> Range:
    """Return the sentence around token `i` within a quotation of several sentences."""
    words = ctx.doc.words
    start = i
    while start > max(low, i - LONGEST) and words[start - 1] not in (".", "!", "?", "…", "..."):
        start -= 1
    return start, min(high, i + LONGEST)


def _reports_inside(ctx: Context, cue: Cue) -> bool:
    """Whether a cue inside a quotation reports speech of its own: not `мы уверены, что`, `я думаю, что`."""
    norms = ctx.doc.norms
    if cue.form.person in ("1per", "2per") or cue.form.mode == "short":
        return False
    near = norms[max(0, cue.first - 4) : cue.first]
    if "мы" in near or "я" in near:
        return cue.form.tense == "past" and cue.form.stance not in ("opinion", "hope")
    return cue.form.tense != "futr"


def headline_after(ctx: Context, first: int, last: int) -> Iterator[Finding]:
    """`Мост закроют в мае — мэр`: a line without a full stop, with a dash and a source at its end."""
    doc = ctx.doc
    if doc.words[last - 1] in (".", "!", "?", "…", ":", ";", ","):
        return
    dash = next((i for i in range(last - 2, max(first + 1, last - 14), -1) if doc.words[i] in ("—", "–", "-")), None)
    if dash is None or ctx.outer[dash] >= 0:
        return
    source = phrase_at(doc, dash + 1, dash + 1, last)
    if source is None or source.stop != last or not source.cases & NOMN or source.kind not in _HEADLINERS:
        return
    known = source.stop == source.start + 1 and doc.readings(source.head)[0].lemma in lexis().organizations
    if source.kind == "organization" and not doc.words[dash + 1].isupper() and not known:
        return  # `новое название страны — Королевство …`
    content = ctx.trim(first, dash)
    if content[0] >= content[1] or _all_quoted(ctx, content):
        return  # `«Мост закроют», — мэр`: a signature
    before = noun_phrases(doc, first, dash) if source.kind == "person" else []
    if before and before[-1].stop == dash and before[-1].kind == "role" and before[-1].cases & NOMN:
        return  # `скончался старейший житель города — Илья Лужин`
    named = doc.readings(dash - 1)[0]
    if named.pos == "NOUN" and named.case == "nomn" and named.animacy == "anim" and source.kind == "person":
        return  # `палату возглавила женщина — Анна Лужина`
    if ctx.any_finite(*content) and not any(doc.words[i] == ":" for i in range(*content)):
        yield Finding(kind_of(ctx, [content]), (content,), None, source, "headline_after")


def _irrealis(ctx: Context, cue: Cue, low: int) -> bool:
    """`если он скажет, что`, `бы сказал`, `отметим, что`: no report."""
    norms = ctx.doc.norms
    form = cue.form
    if form.mode == "finite" and form.tense == "futr" and ctx.outer[cue.head] < 0:
        return True
    if form.mode == "finite" and form.person in ("1per", "2per") and ctx.outer[cue.head] < 0:
        return True
    if cue.last < len(norms) and norms[cue.last] in ("бы", "б"):
        return True
    for i in range(cue.first - 1, max(low - 1, cue.first - 8), -1):
        if norms[i] in (",", ".", ";", ":"):
            return False
        if norms[i] in ("бы", "чтобы", "вряд", "едва"):
            return True
        if norms[i] == "если":
            return True
    return False


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
        or any(norm in RELATIVES for norm in clause[:3])
        or clause[:3] in (["после", "того", "как"], ["до", "того", "как"], ["в", "то", "время"])
    ) and clause[0] != "что"  # fmt: skip


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
        scope = _scope(ctx, insert, first, last, found)
        if scope is None:
            continue
        low, high = scope
        following = (inserts[k] for k in range(n + 1, len(inserts)))
        nearer = takewhile(partial(_begins_before, high), following)
        high = next((other.first for other in nearer if other.final and not other.opens), high)
        if insert.opens:
            ranges = [(insert.last, _close(ctx, insert.last, high, cue))]
        elif insert.final:
            if not ctx.has_predicate(low, insert.first):
                continue
            told = insert.source is not None and insert.source.kind in ("person", "role") and cue.form.mode != "noun"
            if any(f.start >= low and f.stop <= insert.first + 1 and f.cue and f.cue.first >= low
                   and f.rule not in ("parenthesis", "complement_clause" if told else "")
                   and not _within(f, found) for f in found):  # fmt: skip
                continue  # a medium that only relays
            ranges = [(low, insert.first)]
        else:
            if any(f.rule == "complement_clause" and f.cue and low <= f.cue.first < high for f in found):
                continue  # `Таможня, по данным портала, уточнила, что P`
            ranges = [(low, insert.first), (insert.last, _close(ctx, insert.last, high, cue))]
            if ctx.has_predicate(*ranges[0]) and not ctx.any_finite(*ranges[1]):
                del ranges[1]  # `P, пишет газета во вторник, 24 декабря`
            elif _spliced(ctx, insert, *ranges):
                del ranges[0]
        if ctx.doc.norms[ranges[0][0] : ranges[0][0] + 4] == ["о", "том", ",", "что"]:
            ranges[0] = (ranges[0][0] + 4, ranges[0][1])
        elif not insert.opens:
            ranges[0] = (_after_announcement(ctx, *ranges[0]), ranges[0][1])
        content = tuple(r for r in (without_remark(ctx, ctx.trim(*r)) for r in ranges) if r[0] < r[1])
        if len(content) == 2 and _all_quoted(ctx, content[1]):
            content = content[1:]
        if not content or any(f.content == content and f.cue is None for f in found):
            continue
        if insert.source is None and not any(ctx.has_predicate(*r) or _has_subject(ctx, *r) for r in content):
            continue  # `ушёл, по некоторым данным, в море`
        if not any(ctx.outer[i] < 0 or insert.opens for a, b in content for i in range(a, b)):
            continue
        kind = kind_of(ctx, content)
        if _all_quoted(ctx, content[0]):
            opening, closing = content[0][0], content[0][1] - 1
            content = (ctx.trim(opening + 1, closing),)
            kind = QuoteKind.DIRECT if ctx.has_predicate(*content[0]) else QuoteKind.FRAGMENT
        yield Finding(kind, content, cue, insert.source, "parenthesis")


def _has_subject(ctx: Context, first: int, last: int) -> bool:
    """Whether content without a verb has what could be its subject: `у него инфаркт`, not `в море`."""
    phrases = noun_phrases(ctx.doc, first, last) if last - first > 1 else []
    return any(
        p.cases & NOMN and ctx.doc.pos(p.head) == "NOUN" and ctx.doc.readings(p.head)[0].case == "nomn"
        and (p.start == first or ctx.doc.pos(p.start - 1) != "PREP")
        for p in phrases
    )  # fmt: skip


def _after_announcement(ctx: Context, first: int, last: int) -> int:
    """Return where content begins behind the author's `Стоит отметить, что`, `Напомним, что`, or `first`."""
    norms = ctx.doc.norms
    i = first + (norms[first] in _WORTH)
    noted = norms[i] in _AUTHOR or (i > first and norms[i] in _NOTED)
    return i + 3 if noted and i + 3 < last and norms[i + 1 : i + 3] == [",", "что"] else first


_WORTH: Final = frozenset("стоит следует надо нужно необходимо важно остается можно".split())
_NOTED: Final = frozenset("отметить напомнить добавить подчеркнуть заметить уточнить сказать".split())


def _spliced(ctx: Context, insert: Insert, left: Range, right: Range) -> bool:
    """Whether a clause of the author's ends before `по их словам`: `Его навестили друзья, по их словам, он здоров`."""
    doc = ctx.doc
    if insert.cue.form.mode != "noun" or insert.source is None or insert.source.kind != "pronoun":
        return False
    if insert.source.stop > insert.cue.last or doc.norms[right[0]] in SUBORDINATORS or doc.norms[right[0]] in RELATIVES:
        return False
    if doc.norms[right[0]] in ("и", "а", "но", "или"):
        return False
    begin = insert.first - 1 if doc.norms[insert.first - 1] == "," else insert.first
    aside = subordinate(ctx, left[0], begin + 1)
    closed = any(ctx.finite(i) and not any(a <= i < b for a, b in aside) for i in range(left[0], begin))
    return closed and ctx.has_predicate(*right)


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


def _all_quoted(ctx: Context, content: Range) -> bool:
    opening = ctx.outer[content[0]]
    return opening >= 0 and ctx.quotations[opening] == (content[0], content[1] - 1)


def _scope(ctx: Context, insert: Insert, first: int, last: int, found: Sequence[Finding]) -> Range | None:
    """Return the tokens around an insert that its content may take: the sentence, or the report that holds it."""
    low, high = first, last
    for finding in found:
        if finding.kind == QuoteKind.DIRECT:
            continue
        for a, b in finding.content:
            if a <= insert.first and insert.cue.last <= b and b - a < high - low:
                low, high = a, b
    home = ctx.outer[insert.cue.head]
    if home >= 0:
        opening, closing = ctx.quotations[home]
        low, high = _inner_sentence(ctx, insert.cue.head, max(low, opening + 1), min(high, closing))
    doc = ctx.doc
    if insert.opens and insert.first > low and doc.words[insert.first - 1] == "(":
        close = next((i for i in range(insert.last, high) if doc.words[i] == ")"), high)
        return insert.first, close
    if not insert.opens and doc.norms[low] in ("а", "но"):
        low += 1
    return low, high


def _close(ctx: Context, begin: int, high: int, cue: Cue) -> int:
    """Return where content after a parenthetical source ends."""
    return content_end(ctx, begin, high, cue, lambda i: False, colon=False)


def colon_clauses(ctx: Context, first: int, last: int, found: Sequence[Finding]) -> Iterator[Finding]:
    """`X сообщил: переговоры идут`: a clause without marks after a cue and a colon."""
    words = ctx.doc.words
    for colon in range(first + 1, last - 2):
        if words[colon] != ":" or ctx.outer[colon] >= 0:
            continue
        if any(ctx.outer[k] >= 0 and ctx.before_marks(k) == colon for k in range(colon + 1, min(last, colon + _MARKS))):
            continue
        begin = max((f.stop for f in found if f.stop < colon), default=first)
        for cue in reversed(ctx.cues_in(begin, colon)):
            if "colon" not in cue.form.frames or ctx.outer[cue.head] >= 0 or _irrealis(ctx, cue, first):
                continue
            if ctx.any_finite(cue.last, colon) or ctx.doc.words[colon - 1].isascii():
                return  # `написал книгу My Life: The Story`
            if any(f.start <= colon < f.stop or (f.cue and f.cue.last > colon) for f in found):
                return
            content = ctx.trim(colon + 1, last)
            source, zero = verb_source(ctx, cue, first, colon)
            spoken = ctx.has_predicate(*content) and not _is_infinitive(ctx, content)
            if spoken and source is not None and source.kind != "thing":
                kind = kind_of(ctx, [content])
                if ctx.doc.marks.get(colon + 1) == -1:  # a mark that nothing closes
                    kind, content = QuoteKind.DIRECT, ctx.trim(colon + 2, last)
                yield Finding(kind, (content,), cue, source, "colon_clause", zero)
            return


_MARKS: Final = 4
"""Tokens behind a colon among which a quotation opens, leftovers of markup before it."""


def headline(ctx: Context, first: int, last: int) -> Iterator[Finding]:
    """`Песков: переговоры идут`: a name, a colon and a clause."""
    words = ctx.doc.words
    colon = next((i for i in range(first, min(last, first + 12)) if words[i] == ":"), None)
    if colon is None or colon + 2 >= last or ctx.outer[colon] >= 0 or ctx.outer[colon + 1] >= 0:
        return
    phrases = noun_phrases(ctx.doc, first, colon)
    if not phrases or phrases[0].start > first + 1:
        return
    source = phrases[0]
    if source.stop != colon and ctx.doc.norms[source.stop] not in ("о", "об", "про"):
        return
    if not source.cases & NOMN or source.kind not in _HEADLINERS:
        return
    content = ctx.trim(colon + 1, last)
    listed = source.kind in ("role", "group") and not ctx.any_finite(*content)  # `Дети: сын — врач, дочь — актриса`
    if ctx.has_predicate(*content) and not listed and not _is_infinitive(ctx, content):
        yield Finding(kind_of(ctx, [content]), (content,), None, source, "headline")


def _is_infinitive(ctx: Context, content: Range) -> bool:
    """Whether content without a finite verb begins with an infinitive: `предложили: назвать мост «Волной»`."""
    return ctx.doc.pos(content[0]) == "INFN" and not ctx.any_finite(*content)
