"""The subject of a cue: of a verb before it or after it, of a gerund by its clause, the head of a participle."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.scanning import noun_phrases
from ruspolnews.morphology.agreement import ANY, NOMN, OF_CASE
from ruspolnews.quotes.clauses import RELATIVES, subordinate
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.source.agreement import Agreement, agreement_of
from ruspolnews.quotes.source.choosing import SPEAKERS, VOICES, first_fitting, is_governed, joined
from ruspolnews.quotes.source.places import in_place

__all__ = [
    "LIGHT",
    "head_of_participle",
    "inverted_subject",
    "subject",
    "subject_of_gerund",
    "subject_of_main_clause",
    "told_by",
]

_LEFT, _RIGHT = 120, 60
"""How far from its verb a subject is looked for, in tokens."""
_EXPLANATION: Final = 25
"""How many tokens may stand between two dashes after a subject."""
LIGHT: Final = frozenset("также тоже не ни при этом уже еще затем потом позже тут же вновь снова далее сразу".split())
"""What may stand between a coordinator and a verb without a subject."""


def subject(ctx: Context, verb: int, first: int, last: int, agreement: Agreement) -> Phrase | None:
    """Return the subject of the verb at token `verb` within tokens `first` to `last`: before the verb, else after."""
    found = _of_verb_before(ctx, verb, first, agreement) or _before(ctx, verb, first, agreement)
    if found is None or found.kind == "thing":  # `прошение принёс и Юрген Линд`
        after = _after(ctx, verb, last, agreement)
        return after if found is None or (after is not None and after.kind in VOICES - {"thing"}) else found
    return found


def _of_verb_before(ctx: Context, verb: int, first: int, agreement: Agreement) -> Phrase | None:
    """Return the subject of the verb to which a coordinator joins this one: `Зорич не назвал мост, | но сказал`."""
    doc = ctx.doc
    k = verb - 1
    while k > first and doc.norms[k] in LIGHT:
        k -= 1
    if doc.norms[k - 1 : k + 1] == ["после", "чего"]:
        k -= 1  # `Зорич зашёл к врачу, после чего сказал`
    elif doc.norms[k] not in _JOINTS:
        return None
    if k <= first or agreement.number != "sing":
        return None
    aside = subordinate(ctx, max(first, k - _LEFT), k)
    for other in range(k - 1, max(first, k - _LEFT) - 1, -1):
        if ctx.outer[other] < 0 and ctx.finite(other) and not any(a <= other < b for a, b in aside):
            if doc.pos(other) != "VERB" or agreement_of(ctx, other) != agreement:
                return None
            found = _before(ctx, other, first, agreement) or _after(ctx, other, k, agreement)
            return found if found is not None and found.kind in SPEAKERS - {"relative"} else None
    return None


_JOINTS: Final = frozenset(["и", "но", "однако", "а"])


def inverted_subject(ctx: Context, verb: int, first: int, last: int, agreement: Agreement) -> Phrase | None:
    """Return the subject of a verb that stands first in its clause: after the verb, else before."""
    return _after(ctx, verb, last, agreement) or _before(ctx, verb, first, agreement)


def _before(ctx: Context, verb: int, first: int, agreement: Agreement) -> Phrase | None:
    first = max(first, verb - _LEFT)
    aside = subordinate(ctx, first, verb) + _between_dashes(ctx, first, verb)
    if agreement.number == "plur":
        first = _after_relative(ctx, verb, first)
    phrases = noun_phrases(ctx.doc, first, verb)
    if agreement.number == "plur":
        phrases = joined(ctx, phrases)
    held = _antecedent_stop(ctx, verb, first)
    open_phrases = [
        p for p in reversed(phrases) if p.stop != held and not any(first <= p.start < last for first, last in aside)
    ]
    found = first_fitting(ctx, open_phrases, verb, agreement)
    if found is not None and ctx.doc.norms[verb - 1] == ",":
        return _shared(ctx, found, open_phrases, verb, first, agreement) or found
    return found


def _antecedent_stop(ctx: Context, verb: int, first: int) -> int:
    """Return where the noun ends in which somebody says it: `Мэрия выпустила доклад |, в котором уверяет, что`."""
    norms = ctx.doc.norms
    for i in range(verb - 1, max(first + 1, verb - _CLAUSE), -1):
        if norms[i] == ",":
            return -1
        if norms[i] in RELATIVES and ctx.doc.pos(i - 1) == "PREP" and norms[i - 2] == ",":
            return i - 2
        if norms[i] == "где" and norms[i - 1] == ",":
            return i - 1
    return -1


_CLAUSE: Final = 8
"""Tokens between a relative and its verb, at most."""


def _shared(
    ctx: Context, found: Phrase, phrases: list[Phrase], verb: int, first: int, agreement: Agreement
) -> Phrase | None:
    """Return the subject of the verb before, where `found` may be its object: `Плотник служит аль-Вали, говорит`."""
    own = next((p for p in phrases if p.start == found.start), None)
    if own is None or own.cases != ANY:
        return None
    before = next((i for i in range(found.start - 1, first, -1) if ctx.finite(i)), None)
    if before is None or any(ctx.doc.norms[i] == "," for i in range(before, found.start)):
        return None
    return first_fitting(ctx, [p for p in phrases if p.stop <= before], verb, agreement)


def _between_dashes(ctx: Context, first: int, verb: int) -> list[tuple[int, int]]:
    """Return the range between two dashes that explains a subject: `Зорин — один из основателей фонда — намекал`."""
    dashes = [i for i in range(first + 1, verb) if ctx.doc.words[i] in DASHES and ctx.outer[i] < 0]
    if len(dashes) != 2 or dashes[1] - dashes[0] > _EXPLANATION or ctx.any_finite(*dashes):
        return []
    return [(dashes[0], dashes[1])]


def _after_relative(ctx: Context, verb: int, first: int) -> int:
    """Return where the subject of a plural verb may stand: not before an oblique relative (`которых обвиняли`)."""
    for i in range(verb - 1, max(first - 1, verb - 12), -1):
        if ctx.doc.norms[i] == ",":
            return first
        if ctx.doc.norms[i] in RELATIVES and not ctx.doc.norms[i].endswith(("ый", "ая", "ое", "ые", "кто")):
            return i + 1
    return first


def _after(ctx: Context, verb: int, last: int, agreement: Agreement) -> Phrase | None:
    norms = ctx.doc.norms
    last = min(last, verb + _RIGHT)
    sequel = (k for k in range(verb + 1, last - 2) if norms[k] == "," and norms[k + 2] in _SEQUELS)
    last = next((k for k in sequel if ctx.doc.pos(k + 1) == "PREP"), last)  # `обвиняют в краже, за что ему грозит …`
    following = takewhile(_is_no_relative, noun_phrases(ctx.doc, verb + 1, last))
    return first_fitting(ctx, following, verb, agreement)


_SEQUELS: Final = frozenset(["что", "чего", "чему", "чем"])


def _is_no_relative(phrase: Phrase) -> bool:
    return phrase.kind != "relative"


def told_by(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return who says it behind the medium told it, in a place or several: `рассказали Politico | два дипломата`."""
    place = in_place(ctx, first, last)
    if place is not None:
        return place
    end = ctx.doc.sentences[ctx.doc.sentence_of(first)][1]
    for phrase in noun_phrases(ctx.doc, first, last):
        several = phrase.number == "plur" or "и" in ctx.doc.norms[phrase.stop : min(end, phrase.stop + _RIGHT)]
        if several and phrase.cases & NOMN and phrase.kind in ("group", "role", "person"):
            return None if is_governed(ctx, phrase) else phrase.but(cases=NOMN)
    return None


def subject_of_gerund(ctx: Context, gerund: int, first: int, last: int) -> Phrase | None:
    """Return the subject of the clause that a gerund belongs to: `Президент отметил проект, добавив, что …`."""
    first = max(first, gerund - _LEFT)
    last = min(last, gerund + _LEFT)
    aside = subordinate(ctx, first, gerund)
    for verb in range(gerund - 1, first - 1, -1):
        if ctx.outer[verb] >= 0 or any(a <= verb < b for a, b in aside) or not ctx.finite(verb):
            continue
        asks = agreement_of(ctx, verb)
        found = subject(ctx, verb, first, gerund, asks)
        object_first = found is not None and ctx.doc.norms[found.head] in _UTTERED
        if asks.number == "plur" and (found is None or object_first):
            found = in_place(ctx, first, verb) or found  # `в министерстве слова мэра опровергли, отметив, что`
        if found:
            return found
    comma = gerund - 1
    if comma > first and ctx.doc.norms[comma] == ",":
        named = next((p for p in reversed(noun_phrases(ctx.doc, first, comma)) if p.stop == comma), None)
        if named is not None and named.kind in SPEAKERS and named.cases & NOMN:
            return named.but(cases=NOMN)  # `Защитник, | ссылаясь на то, что P, попросил`
    for verb in range(gerund + 1, last):
        if ctx.outer[verb] < 0 and ctx.finite(verb):
            found = subject(ctx, verb, gerund + 1, last, agreement_of(ctx, verb))
            if found:
                return found
    return None


_UTTERED: Final = frozenset("слова заявление заявления сообщение сообщения обвинения информацию данные".split())
"""What is the object of a plural verb sooner than its subject: `в мэрии | слова депутата | опровергли`."""


def subject_of_main_clause(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return the subject of the first finite verb within tokens `first` to `last`: after `Заявив, что P, …`."""
    for verb in range(first, last):
        if ctx.outer[verb] < 0 and ctx.finite(verb):
            return subject(ctx, verb, first, last, agreement_of(ctx, verb))
    return None


def head_of_participle(ctx: Context, cue: Cue, first: int) -> Phrase | None:
    """Return the noun that a participle after a comma describes: `меньшинству, считающему, что …`."""
    first = max(first, cue.first - _LEFT)
    near = [phrase for phrase in noun_phrases(ctx.doc, first, cue.first) if phrase.stop >= cue.first - 1]
    for phrase in reversed(noun_phrases(ctx.doc, first, cue.first)):
        if cue.form.case and not OF_CASE[cue.form.case] & phrase.cases:
            continue
        if phrase.number and cue.form.number and phrase.number != cue.form.number:
            continue
        if phrase.gender and cue.form.gender and phrase.gender != cue.form.gender:
            continue
        return phrase
    return near[-1] if near else None
