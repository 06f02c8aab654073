"""The phrase before that a short name or a general word for a body stands for: `МВД Дании … МВД`, `ведомство`."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.resolution.general import holds, may_mean
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.scanning import holding, sentence_phrases
from ruspolnews.mentions.titles import words_of
from ruspolnews.mentions.words import is_capital, lexis

__all__ = ["MEDIA", "MEDIA_BACK", "body_before", "department", "fuller", "longer", "named_body", "of_country", "only"]

MEDIA: Final = frozenset(["medium"])
_NAMED: Final = frozenset(["organization", "medium"])
_BACK: Final = 7
"""Sentences before it in which `ведомство` looks for its name."""
MEDIA_BACK: Final = 20
"""Sentences before it in which `издание` looks for the name of a medium."""


def of_country(room: Room, phrase: Phrase) -> Phrase | None:
    """Return the body whose letters stand with a country before: `пресс-служба | МВД Дании | … в МВД`."""
    doc = room.doc
    first = doc.sentences[max(0, doc.sentence_of(phrase.start) - _BACK)][0]
    for i in range(phrase.start - 2, first - 1, -1):
        if doc.norms[i] == doc.norms[phrase.head] and is_capital(doc.words[i + 1]):
            whole = phrase_at(doc, i, i, i + 2)
            if whole is not None and whole.stop == i + 2 and "Geox" in doc.readings(i + 1)[0].tags:
                return whole
    return None


def fuller(room: Room, phrase: Phrase) -> Phrase | None:
    """Return the body whose name holds all words of this one and a name: `Верховный суд Дании … Верховный суд`."""
    doc = room.doc

    def lemmas(other: Phrase) -> dict[str, str]:
        return {doc.readings(i)[0].lemma: doc.words[i] for i in range(other.start, other.stop)}

    own = lemmas(phrase)
    number = doc.sentence_of(phrase.start)
    for n in holding(doc, doc.readings(phrase.head)[0].lemma, range(max(0, number - _BACK), number + 1)):
        for other in sentence_phrases(doc, n):
            size = other.stop - other.start
            if other.start >= phrase.start or other.kind != "organization" or not len(own) < size <= _FULL:
                continue
            if doc.readings(other.head)[0].lemma != doc.readings(phrase.head)[0].lemma or other.name is not None:
                continue
            whole = lemmas(other)
            if own.keys() < whole.keys() and any(is_capital(whole[word]) for word in whole.keys() - own.keys()):
                return other
    return None


_FULL: Final = 9
"""Words of a full name, at most."""


def longer(room: Room, phrase: Phrase) -> Phrase | None:
    """Return the last body with the same head and more words: `пресс-служба мэрии … в пресс-службе`."""
    doc = room.doc
    lemma = doc.readings(phrase.head)[0].lemma
    number = doc.sentence_of(phrase.start)
    for n in holding(doc, lemma, range(number, max(-1, number - _BACK - 1), -1)):
        for other in reversed(sentence_phrases(doc, n)):
            if other.start < phrase.start and other.stop > other.start + 1 and other.kind in ("organization", "medium"):
                if doc.readings(other.head)[0].lemma == lemma and other.stop > other.head + 1:
                    return other
    return None


def body_before(room: Room, phrase: Phrase) -> Phrase | None:
    """Return the body with a proper name that was named last, for `организация`, `ведомство`."""
    return named_body(room, phrase, outside=True) or named_body(room, phrase, outside=False)


def only(room: Room, phrase: Phrase, lemma: str) -> Phrase | None:
    """Return the only body before that is called by the word and more: `британская полиция … полиция`."""
    doc = room.doc
    number = doc.sentence_of(phrase.start)
    found: dict[str, Phrase] = {}
    for n in holding(doc, lemma, range(max(0, number - _ONLY_BACK), number + 1)):
        for other in sentence_phrases(doc, n):
            if other.start >= phrase.start or doc.readings(other.head)[0].lemma != lemma:
                continue
            if other.kind == phrase.kind and other.stop > other.start + 1:
                words = {r.lemma for i in range(other.start, other.stop) for r in doc.readings(i)[:1]}
                found.setdefault(" ".join(sorted(words)), other)
    return next(iter(found.values())) if len(found) == 1 else None


_ONLY_BACK: Final = 12
"""Sentences before it in which `полиция` looks for what was said of it more."""


def department(room: Room, phrase: Phrase) -> Phrase | None:
    """Return the body that an adjective and `ведомство` mean: `оборонное ведомство` for the ministry of defence."""
    readings = room.doc.readings
    if readings(phrase.head)[0].lemma not in ("ведомство", "служба") or phrase.stop > phrase.head + 1:
        return None
    words = words_of(readings(phrase.head - 1)[0].lemma) if phrase.head > phrase.start else frozenset()
    own = readings(phrase.start)[0].lemma  # `американское дипломатическое ведомство`
    if (
        not words
        or phrase.head > phrase.start + 2
        or (phrase.head == phrase.start + 2 and own not in lexis().countries)
    ):
        return None
    return named_body(room, phrase, outside=False, of=words | {readings(phrase.head - 1)[0].lemma})


def named_body(
    room: Room,
    phrase: Phrase,
    *,
    outside: bool,
    of: frozenset[str] = frozenset(),
    kinds: frozenset[str] = _NAMED,
    back: int = _BACK,
) -> Phrase | None:
    """Return the last body before the phrase that it may mean, outside all reported words if that is asked.

    `of`: words one of which the body's name must hold. `kinds`: kinds of phrases. `back`: how many sentences before
    that of the phrase are looked at.
    """
    number = room.doc.sentence_of(phrase.start)
    for n in range(number, max(-1, number - back - 1), -1):
        for other in reversed(sentence_phrases(room.doc, n)):
            if other.start >= phrase.start or other.kind not in kinds:
                continue
            if outside and room.reported[other.start]:
                continue
            if holds(room, other, of) if of else may_mean(room, phrase, other):
                return other
    return None
