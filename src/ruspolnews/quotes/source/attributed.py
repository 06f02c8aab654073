"""Who stands behind a phrase or noun of attribution: `по словам мэра`, `со ссылкой на ТАСС`, `слова министра`."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.heads import medium_at
from ruspolnews.mentions.openers import pronoun_at
from ruspolnews.mentions.phrase import NAMED, Phrase
from ruspolnews.mentions.phrases import ACTING, in_case, phrase_at
from ruspolnews.mentions.words import POSSESSIVES
from ruspolnews.morphology.agreement import GENT, OF_CASE
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.source.choosing import SPEAKERS
from ruspolnews.quotes.source.places import places_at

__all__ = ["TEXTS", "cited", "is_thing", "noun_after", "quoted_person", "without_medium"]

_MANY: Final = frozenset(["organization", "medium", "group"])
_WORDS: Final = frozenset(
    "слова слов словами высказывание высказывания высказываний мнение мнения заявление заявления фразу фраза цитата"
    " цитату реплика реплику".split()
)
TEXTS: Final = _WORDS | frozenset(
    "комментарий комментарии рассказ ответ обращение письмо пост запись сообщение реакция реакцию речь".split()
)
"""What may hold the words that a colon announces: `Комментарий министра: «…»`."""


def is_thing(ctx: Context, source: Phrase) -> bool:
    """Whether a phrase names a mere thing, which says nothing: `ситуация`, but not `официальное лицо`."""
    word = ctx.doc.words[source.head]
    reading = ctx.doc.readings(source.head)[0]
    return source.kind == "thing" and word[0].islower() and reading.known and reading.lemma not in _PEOPLE


_PEOPLE: Final = frozenset(["лицо", "команда"])
"""Nouns that behind a phrase of attribution are people: `по расчётам его команды`."""


_BEFORE: Final = frozenset(["же", "уже", "еще", "и", "самого", "самой", "«", '"', "„"])
"""What may stand between a phrase of attribution and its source: `по мнению ещё | одного врача`."""


def noun_after(ctx: Context, i: int, last: int, case: str) -> Phrase | None:
    """Return the phrase that begins at token `i` or after a particle or a mark there, in the case asked for."""
    doc = ctx.doc
    if doc.norms[i : i + 4] == ACTING:
        i += len(ACTING)  # `по словам и. о. министра`
    while i < last and doc.norms[i] in _BEFORE:
        phrase = phrase_at(doc, i, i, last)
        if phrase and OF_CASE[case] & phrase.cases:
            return in_case(ctx.doc, phrase, OF_CASE[case])
        i += 1
    phrase = phrase_at(doc, i, i, last) if i < last else None
    if phrase is None or not OF_CASE[case] & phrase.cases:
        return None
    if phrase.kind == "document" and phrase.stop < last - 1 and doc.norms[phrase.stop] in ("в", "во", "на"):
        place = next(places_at(ctx, range(phrase.stop, phrase.stop + 1), last), None)
        if place is not None and place.kind in ("medium", "organization"):
            return place.but(start=phrase.start)  # `согласно сообщениям на «Волне»`
    return _and_others(ctx, in_case(ctx.doc, phrase, OF_CASE[case]), last, case)


def _several(phrase: Phrase) -> bool:
    return phrase.kind in _MANY or (phrase.kind == "role" and phrase.number == "plur")


def _and_others(ctx: Context, phrase: Phrase, last: int, case: str) -> Phrase:
    """Return the phrase with a body or group that `и` joins to it: `по данным блогеров и СМИ`."""
    if not _several(phrase):
        return phrase
    joint = phrase.stop
    while joint < last - 1 and ctx.doc.norms[joint] == ",":  # `газет «День», «Час» и других изданий`
        other = phrase_at(ctx.doc, joint + 1, joint + 1, last)
        if other is None or other.kind not in _MANY:
            return phrase
        joint = other.stop + (ctx.doc.words[other.stop] in '»”“"' if other.stop < last else 0)
    if joint >= last - 1 or ctx.doc.norms[joint] != "и":
        return phrase
    other = phrase_at(ctx.doc, joint + 1, joint + 1, last)
    if other is None or not _several(other) or not OF_CASE[case] & other.cases:
        return phrase
    if other.stop < last and ctx.doc.norms[other.stop] not in (",", ".", ")", "—"):
        return phrase
    return phrase.but(stop=other.stop, kind="group", number="plur", gender="", named=False)


def cited(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return whom a medium cites: `газета со ссылкой на источник пишет, что …`."""
    for cue in ctx.cues_in(first, last):
        if cue.form.mode == "noun" and ("relay" in cue.form.note or cue.form.lemma == "со слов"):
            found = noun_after(ctx, cue.last, last, cue.form.case)
            if found and found.kind in NAMED:
                return found
            inner = found.head + 1 if found and found.kind == "document" else last
            owner = phrase_at(ctx.doc, inner, inner, last) if inner < last else None
            if owner is not None and owner.kind in ("organization", "medium") and owner.cases & GENT:
                return in_case(ctx.doc, owner, GENT)  # `со ссылкой на данные | Northern Trade`
    return None


def quoted_person(ctx: Context, first: int, last: int, words: frozenset[str] = _WORDS) -> Phrase | None:
    """Return whose words are passed on: `передаёт слова министра`, by the nouns `words` for them."""
    doc = ctx.doc
    for i in range(first, last - 1):
        if doc.norms[i] in words and doc.norms[i - 1] not in ("со", "из", "по"):
            if words is _WORDS and i > first and doc.norms[i - 1] in POSSESSIVES:
                return pronoun_at(doc, i - 1)  # `передаёт | его | слова газета`
            phrase = phrase_at(doc, i + 1, i + 1, last)
            if phrase and phrase.cases & GENT and phrase.kind in SPEAKERS:
                return in_case(ctx.doc, without_medium(ctx, phrase), GENT)
    return None


def without_medium(ctx: Context, phrase: Phrase) -> Phrase:
    """Return whose words are passed on, without the medium that does: `слова главы делегации | РИА Новости`."""
    for j in range(phrase.start + 1, phrase.stop):
        if medium_at(ctx.doc, j, phrase.stop) == phrase.stop:
            return phrase_at(ctx.doc, phrase.start, phrase.start, j) or phrase
    return phrase
