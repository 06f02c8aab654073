"""Which of the noun phrases beside a verb is its subject, and which of them are joined to one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ruspolnews.mentions.phrase import NAMED, Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.scanning import noun_phrases
from ruspolnews.mentions.words import TIMES
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.source.agreement import Agreement, person_agrees

__all__ = ["SPEAKERS", "VOICES", "first_fitting", "is_governed", "joined"]

VOICES: Final = NAMED | {"document", "thing"}
SPEAKERS: Final = VOICES - {"thing"} | {"pronoun", "relative"}


def joined(ctx: Context, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with coordinated subjects as one: `Израиль и США отвергают`."""
    found: list[Phrase] = []
    for phrase in phrases:
        if (
            found
            and found[-1].stop == phrase.start - 1
            and ctx.doc.norms[phrase.start - 1] == "и"
            and phrase.cases & found[-1].cases & NOMN
            and phrase.kind in SPEAKERS
            and found[-1].kind in SPEAKERS
        ):
            kind = "organization" if phrase.kind == "organization" else "group"
            start = _listed(ctx, found) if phrase.kind == found[-1].kind else found[-1].start
            found[-1] = found[-1].but(
                start=start,
                stop=phrase.stop,
                kind=kind,
                number="plur",
                gender="",
                cases=NOMN,
                named=False,
            )
        else:
            found.append(phrase)
    return found


_LISTED: Final = frozenset(["person", "organization", "medium"])


def _listed(ctx: Context, phrases: list[Phrase]) -> int:
    """Leave only the first member of a list that ends `phrases`, and return where it begins: `США, Дания и Литва`."""
    while (
        len(phrases) > 1
        and phrases[-1].kind in _LISTED
        and (phrases[-2].kind == phrases[-1].kind or phrases[-2].number == "plur")
        and phrases[-2].stop == phrases[-1].start - 1
        and ctx.doc.norms[phrases[-2].stop] == ","
        and phrases[-2].cases & NOMN
        and not is_governed(ctx, phrases[-2])
        and not (phrases[-2].start and ctx.finite(phrases[-2].start - 1))  # `как сообщил Зорич, Лужин и Рыков`
    ):
        phrases.pop()
    return phrases[-1].start


def first_fitting(ctx: Context, phrases: Iterable[Phrase], verb: int, agreement: Agreement) -> Phrase | None:
    """Return the first phrase that can be the verb's subject and speaks, else the first that can be it."""
    weak: Phrase | None = None
    for phrase in phrases:
        if not agreement.admits(phrase) or not person_agrees(ctx, phrase, agreement):
            continue
        if is_governed(ctx, phrase) or _bracketed(ctx, phrase, verb) or _quoted_apart(ctx, phrase, verb):
            continue
        if _is_talked_to(ctx, phrase):
            continue
        if phrase.start > 1 and ctx.doc.norms[phrase.start - 1] == "как" and _known_as(ctx, phrase.start - 2):
            continue  # `Зуева, известная как | автор песен, заявила`
        phrase = _explained(ctx, phrase, agreement).but(cases=NOMN)
        if phrase.kind in SPEAKERS:
            return _not_recipient(ctx, phrase, verb, agreement) or phrase
        weak = weak or phrase
    return weak


def _is_talked_to(ctx: Context, phrase: Phrase) -> bool:
    """Whether a medium stands behind what it is talked in: `в интервью «Волне»`, `в эфире «Волна ФМ»`."""
    before = phrase.start - 1 - (ctx.doc.words[phrase.start - 1] in '«"„')
    return phrase.kind in ("medium", "organization") and before >= 0 and ctx.doc.norms[before] in _TALKS


_TALKS: Final = frozenset("интервью эфире беседе разговоре подкасте комментарии колонке".split())


def _known_as(ctx: Context, i: int) -> bool:
    """Whether an adjective stands before `как`, perhaps with `также и`: `известная также и | как`."""
    while i > 0 and ctx.doc.norms[i] in ("и", "также", "более", "больше"):
        i -= 1
    return ctx.doc.pos(i) in ("ADJF", "PRTF", "ADJS", "PRTS") and ctx.doc.norms[i] not in ("того", "тем", "так", "то")


def _explained(ctx: Context, phrase: Phrase, agreement: Agreement) -> Phrase:
    """Return the person whom a role between commas explains: `Зуева, | врач по образованию, заявила`."""
    doc = ctx.doc
    named = _between_dashes(ctx, phrase)
    if named is not None:
        return named
    comma = phrase.start - 1
    if (
        phrase.kind != "role"
        or comma < 1
        or doc.words[comma] != ","
        or doc.words[phrase.stop : phrase.stop + 1] == ["."]
    ):
        return phrase
    first = doc.sentences[doc.sentence_of(comma)][0]
    before = noun_phrases(doc, first, comma)
    stop = comma
    if doc.words[comma - 1] == ")":  # `Ян Новак (Jan Novák), | главный аналитик, заявил`
        stop = next((k for k in range(comma - 2, max(first, comma - _GLOSS), -1) if doc.words[k] == "("), comma)
        before = [p for p in before if p.stop <= stop]
    if before and before[-1].stop == stop and before[-1].kind == "person" and agreement.admits(before[-1]):
        return before[-1]
    aside = doc.words[phrase.stop : phrase.stop + 1] in ([","], ["("]) and agreement.number == "sing"
    if aside and before and before[-1].stop == comma and before[-1].kind == "role" and agreement.admits(before[-1]):
        return before[-1] if not is_governed(ctx, before[-1]) else phrase  # `Его защитник, | юрист фонда, заявил`
    return phrase


_GLOSS: Final = 12
"""Tokens of a bracket behind a name, at most."""


def _between_dashes(ctx: Context, role: Phrase) -> Phrase | None:
    """Return whom two dashes name behind a role: `её мать — актриса Анна Лужина — сказала`."""
    doc = ctx.doc
    last = doc.sentences[doc.sentence_of(role.start)][1]
    if role.kind != "role" or role.stop + 2 >= last or doc.words[role.stop] not in DASHES:
        return None
    named = phrase_at(doc, role.stop + 1, role.stop + 1, last)
    if named is None or named.kind != "person" or named.stop >= last or doc.words[named.stop] not in DASHES:
        return None
    return named.but(start=role.start) if named.cases & role.cases & NOMN else None


def _not_recipient(ctx: Context, medium: Phrase, verb: int, agreement: Agreement) -> Phrase | None:
    """Return who told the medium after a verb: `сообщил ТАСС | представитель прокуратуры`, `… «Волне.ру» | мэр`."""
    doc = ctx.doc
    last = doc.sentences[doc.sentence_of(verb)][1]
    stop = medium.stop
    marked = doc.words[medium.start - 1] in '«„“"' and stop < last and doc.words[stop] in '»”“"'
    if medium.kind != "medium" and not (marked and medium.kind == "organization"):
        return None
    stop += marked
    if medium.start < verb or stop >= last:
        return None
    stop = _behind_time(ctx, stop, last)
    teller = phrase_at(doc, stop, stop, last)
    if teller is None or teller.kind not in ("person", "role", "group") or not agreement.admits(teller):
        return None
    return teller.but(cases=NOMN)


def _behind_time(ctx: Context, i: int, last: int) -> int:
    """Return the token behind a word for a time at token `i`, or `i`: `сообщил ТАСС | в четверг | представитель`."""
    norms = ctx.doc.norms
    j = i + (norms[i] in ("в", "во"))
    timely = j < last - 1 and (norms[j] in _TODAY or ctx.doc.readings(j)[0].lemma in TIMES)
    return j + 1 if timely else i


_TODAY: Final = frozenset("сегодня вчера накануне ранее позже днем утром вечером ночью".split())


def _quoted_apart(ctx: Context, phrase: Phrase, verb: int) -> bool:
    """Whether the phrase stands within quoted words that do not hold the verb, and is no quoted name."""
    quotation = ctx.outer[phrase.start]
    if quotation < 0 or quotation == ctx.outer[verb]:
        return False
    opening, closing = ctx.quotations[quotation]
    return phrase.start != opening + 1 or phrase.stop != closing


def _bracketed(ctx: Context, phrase: Phrase, verb: int) -> bool:
    """Whether a bracket stands between the phrase and the verb, around one of them: `(John Stainton)`."""
    words = ctx.doc.words
    low, high = sorted((phrase.start, verb))
    between = [words[i] for i in range(low, high) if words[i] in "()"]
    return bool(between) and (between[0] == ")" if phrase.start < verb else between[-1] == "(")


def is_governed(ctx: Context, phrase: Phrase) -> bool:
    """Whether a preposition stands before the phrase, so that it is no subject."""
    i = phrase.start - 1
    if i < 0:
        return False
    if ctx.doc.words[i] in '«„“"':
        i -= 1
    if i < 0 or not ctx.doc.norms[i][0].isalpha():
        return False
    reading = ctx.doc.readings(i)[0]
    return reading.pos == "PREP"
