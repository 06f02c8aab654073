"""The order of the grammar: which rules are asked for each paragraph and sentence, and how their findings combine."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final

from ruspolnews.model import QuoteKind
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.finding import Finding, Range
from ruspolnews.quotes.inserts import find_inserts
from ruspolnews.quotes.lexicon import Lexicon, lexicon_of
from ruspolnews.quotes.norms import is_inscribed
from ruspolnews.quotes.rules.anaphora import anaphoric
from ruspolnews.quotes.rules.asked import asked_questions
from ruspolnews.quotes.rules.author import dialogue_line
from ruspolnews.quotes.rules.blocks import block_after_colon
from ruspolnews.quotes.rules.colon import colon_before, colon_within
from ruspolnews.quotes.rules.complement import complement_clauses
from ruspolnews.quotes.rules.fragments import fragment
from ruspolnews.quotes.rules.fronted import fronted_clause
from ruspolnews.quotes.rules.headings import headings
from ruspolnews.quotes.rules.headlines import colon_clauses, headline, headline_after
from ruspolnews.quotes.rules.hearsay import hearsay
from ruspolnews.quotes.rules.nouns import noun_clauses
from ruspolnews.quotes.rules.parenthesis import parentheses
from ruspolnews.quotes.rules.quotation import RULES as QUOTATION_RULES
from ruspolnews.quotes.rules.signature import signature_below
from ruspolnews.quotes.rules.summed import summed_up
from ruspolnews.quotes.rules.within import told_within
from ruspolnews.segmentation import Document

__all__ = ["RULES", "find_quotes"]

RULES: Final[tuple[Callable[..., object], ...]] = (
    dialogue_line,
    *QUOTATION_RULES,
    colon_within,
    told_within,
    complement_clauses,
    parentheses,
    fronted_clause,
    hearsay,
    summed_up,
    colon_clauses,
    noun_clauses,
    asked_questions,
    headline,
    headline_after,
    fragment,
    anaphoric,
    block_after_colon,
    headings,
)
"""All rules, in the order in which they are asked: the table of contents of the grammar."""

_NEAR: Final = 20
"""Quotes on either side among which a quotation without attribution looks for its speaker."""
_WITHIN: Final = 20
"""Speech within one utterance, at most, so that time stays linear."""
_UNCUED: Final = DASHES | {":"}
"""Marks without one of which there is no quote where there are neither a cue nor quotation marks."""
_SIGNS: Final = frozenset(["что", "вопрос", "вопросы", "мол", "дескать"])
"""Words without one of which there is none either."""
_WEIGHTS: Final = {"continued": 0, "block_after_colon": 1, "asked": 3}
"""Rules whose finding gives way to one with words of the author beside it, and one that knows better who speaks."""


def find_quotes(doc: Document, lexicon: Lexicon | None = None) -> list[Finding]:
    """Return the quotes of the document in order of their content, by the cues of `lexicon` (else the library's)."""
    ctx = Context(doc, lexicon or lexicon_of(doc.morphology))
    if not ctx.cues and not ctx.quotations and _UNCUED.isdisjoint(doc.words) and _SIGNS.isdisjoint(doc.norms):
        return []
    found: list[Finding] = []
    sentence = 0
    for number, (begin, end) in enumerate(doc.paragraphs):
        before = len(found)
        first_sentence = sentence
        line = _dialogue(ctx, begin, end, doc.sentences[sentence][1])
        if line:
            found.append(line)
            ctx.spoken.extend(line.content)
        while sentence < len(doc.sentences) and doc.sentences[sentence][0] < end:
            found.extend(_sentence(ctx, *doc.sentences[sentence], found, line))
            sentence += 1
        if doc.words[end - 1] == ":":
            block = block_after_colon(ctx, *doc.sentences[sentence - 1], number)
            if block:
                found.append(block)
                ctx.spoken.extend(block.content)
        if ctx.quotations_in(begin, end):
            earlier = found[max(0, before - 1) : before]
            found.extend(_unattributed(ctx, doc.sentences[first_sentence:sentence], found[before:], earlier))
    ordered = _ordered([f for f in found if f.cue is None or not is_inscribed(ctx, f.cue, f.source)])
    above = list(headings(ctx, ordered))
    return _carried(ctx, _ordered(ordered + above) if above else ordered)


def _carried(ctx: Context, found: list[Finding]) -> list[Finding]:
    """Give a report of nobody the speaker of the one before: `сообщило агентство. При этом отмечается, что P`."""
    doc = ctx.doc
    for n, finding in enumerate(found):
        cue = finding.cue
        if cue is None or finding.source is not None or cue.form.lemma not in _GOING_ON:
            continue
        earlier = (found[k] for k in range(n - 1, max(-1, n - 1 - _EARLIER), -1))
        before = next((f for f in earlier if f.stop <= cue.first and f.source is not None), None)
        if before is None or before.source is None or before.source.kind not in _BODIES:
            continue
        near = doc.sentence_of(cue.first) - doc.sentence_of(before.start) <= 1
        if near and doc.paragraph_of(cue.first) == doc.paragraph_of(before.start):
            found[n] = finding.following(before.start)
    return found


_GOING_ON: Final = frozenset("отмечаться указываться подчеркиваться уточняться добавляться поясняться".split())
"""Impersonal verbs that go on with what somebody reports."""
_EARLIER: Final = 20
"""Quotes before an impersonal one among which that of a body is looked for, so that time stays linear."""
_BODIES: Final = frozenset(["organization", "medium", "document", "group"])


def _dialogue(ctx: Context, begin: int, end: int, first_end: int) -> Finding | None:
    """Return the line of dialogue that a paragraph of several sentences is: `— А. Б, — сказал он. — В. Г.`."""
    if first_end >= end or ctx.doc.words[begin] not in DASHES:
        return None
    return dialogue_line(ctx, begin, end)


def _ordered(found: list[Finding]) -> list[Finding]:
    """Return the findings in order of their content; of two with the same content, the one with words of its own."""
    best: dict[tuple[Range, ...], Finding] = {}
    for finding in found:
        if not finding.content or any(first >= last for first, last in finding.content):
            continue
        rival = best.get(finding.content)
        if rival is None or _WEIGHTS.get(rival.rule, 2) < _WEIGHTS.get(finding.rule, 2):
            best[finding.content] = finding
    return sorted(best.values(), key=lambda f: (f.start, -f.stop))


def _sentence(ctx: Context, first: int, last: int, earlier: list[Finding], spoken: Finding | None) -> list[Finding]:
    """Return the quotes of one sentence: direct speech, then reports, then parenthetical sources, then fragments.

    `spoken` is the line of dialogue that the sentence is a part of, if there is one.
    """
    quotations = ctx.quotations_in(first, last)
    cues = ctx.cues_in(first, last)
    if not cues and not quotations and _UNCUED.isdisjoint(ctx.doc.words[first:last]):
        plain = [*noun_clauses(ctx, first, last, ()), *asked_questions(ctx, first, last)]
        return [*plain, *hearsay(ctx, first, last, ())]
    found: list[Finding] = [spoken] if spoken else []
    line = dialogue_line(ctx, first, last) if spoken is None else None
    if line:
        found.append(line)
    for quotation in quotations:
        if any(_holds(f, quotation) for f in found):
            told = colon_before(ctx, quotation, first, last) if found[0].rule == "dialogue_line" else None
            if told is not None and told.cue is not None and found[0].start <= told.cue.first < found[0].stop:
                found.append(told)  # `— Он спрашивает: «Кто там?» — смеётся сосед`
            continue
        reach = last
        if quotation[1] >= last:  # an utterance of several paragraphs
            reach = ctx.doc.sentences[ctx.doc.sentence_of(quotation[1])][1]
        for rule in QUOTATION_RULES:
            finding = rule(ctx, quotation, first, reach)
            if finding:
                found.append(finding)
                _add(found, islice(colon_within(ctx, quotation, found), _WITHIN))
                break
    if cues:
        _add(found, islice(told_within(ctx, first, last, tuple(found)), _WITHIN))
        used = {f.cue.head for f in found if f.cue and f.rule not in ("colon_before", "list_item", "verb_before")}
        inserts = [i for i in find_inserts(ctx, first, last) if i.cue.head not in used]
        used.update(insert.cue.head for insert in inserts)
        _add(found, complement_clauses(ctx, first, last, inserts, found, used))
        _add(found, parentheses(ctx, first, last, inserts, found))
        _add(found, fronted_clause(ctx, first, last, found))
        _add(found, colon_clauses(ctx, first, last, found))
    _add(found, hearsay(ctx, first, last, found))
    _add(found, noun_clauses(ctx, first, last, found))
    _add(found, summed_up(ctx, first, last, found))
    found.extend(asked_questions(ctx, first, last))
    found.extend(headline(ctx, first, last))
    found.extend(headline_after(ctx, first, last))
    for quotation in quotations:
        finding = fragment(ctx, quotation, first, last)
        if finding and (not _covered(quotation, found) or _nested(finding, found)):
            found.append(finding)
    about = anaphoric(ctx, first, last, earlier)
    if about:
        found.append(about)
    return found[1:] if spoken else found


def _add(found: list[Finding], findings: Iterable[Finding]) -> None:
    """Add findings one by one, since a rule looks at what it found before: `extend` need not show it."""
    for finding in findings:
        found.append(finding)  # noqa: PERF402


def _holds(finding: Finding, quotation: Range) -> bool:
    """Whether a finding has the quotation already, as a part of its content or as the whole."""
    opening, closing = quotation
    inside = finding.start <= opening and closing <= finding.stop + 1
    return inside or any(opening < first and last <= closing for first, last in finding.content)


def _covered(quotation: Range, found: list[Finding]) -> bool:
    """Whether the quotation lies in content that was found already."""
    return any(f.start <= quotation[0] + 1 and quotation[1] - 1 <= f.stop for f in found)


def _nested(fragment: Finding, found: list[Finding]) -> bool:
    """Whether the cue of a fragment is reported with it: `по данным газеты, министр назвал доклад «фальшивкой»`."""
    holders = [f for f in found if f.start <= fragment.start and fragment.stop <= f.stop]
    return all(
        f.kind != QuoteKind.DIRECT
        and fragment.cue is not None
        and not fragment.cue.is_same(f.cue)
        and "weak" not in fragment.cue.form.note
        and f.start <= fragment.cue.first
        for f in holders
    )


def _unattributed(ctx: Context, sentences: list[Range], here: list[Finding], earlier: list[Finding]) -> list[Finding]:
    """`«А», — сказал он. «Б».`: a sentence that is a quotation and nothing else has the speaker of a neighbour."""
    found: list[Finding] = []
    ordered = sorted(here, key=lambda f: f.start)
    for first, last in sentences:
        inner = ctx.trim(first, last)
        if inner[0] >= inner[1] or ctx.outer[inner[0]] < 0:
            continue
        place = bisect_left(ordered, first, key=lambda f: f.start)
        near = ordered[max(0, place - _NEAR) : place + _NEAR]
        quotation = ctx.quotations[ctx.outer[inner[0]]]
        if quotation != (inner[0], inner[1] - 1) or _covered(quotation, near) or not ctx.has_predicate(*quotation):
            continue
        content = (ctx.trim(quotation[0] + 1, quotation[1]),)
        signed = signature_below(ctx, quotation, last)
        if signed:
            found.append(signed)
            continue
        before = [f for f in (*near, *found[-_NEAR:]) if f.stop <= first and f.kind != QuoteKind.FRAGMENT]
        after = [f for f in near if f.start > last and f.kind == QuoteKind.DIRECT]
        if before:
            model = max(before, key=lambda f: f.stop)
        elif after:
            model = min(after, key=lambda f: f.start)
        elif earlier and ctx.introduced(first, earlier[-1].stop):
            found.append(Finding(QuoteKind.DIRECT, content, None, None, "continued", zero=True))
            continue
        elif earlier:
            model = earlier[-1]
            found.append(Finding(QuoteKind.DIRECT, content, None, None, "continued", follows=model.start))
            continue
        else:
            continue
        found.append(Finding(QuoteKind.DIRECT, content, model.cue, model.source, "continued", follows=model.start))
    return found
