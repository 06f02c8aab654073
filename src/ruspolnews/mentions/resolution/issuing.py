"""Who issued a document that is named again: `Мэрия выпустила доклад. В докладе говорится`."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import Final, NamedTuple

from ruspolnews.lexicon import load
from ruspolnews.mentions.phrase import NAMED, Phrase
from ruspolnews.mentions.phrases import in_case
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.scanning import holding, noun_phrases, sentence_phrases
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import ABLT, ACCS, GENT, LOCT, NOMN

__all__ = ["acting", "announced", "court", "doer", "quarters"]


def doer(room: Room, phrase: Phrase, lemma: str) -> Phrase | None:
    """Return who did what a document is the trace of: `Зорич поздравил мэра. В поздравлении говорится`."""
    doc, verbs = room.doc, _issuing(lemma).verbs
    number = doc.sentence_of(phrase.start)
    back = 1 if lemma in _SPOKEN else _TRACED
    for n in range(number - 1, max(-1, number - 1 - back), -1) if verbs else ():
        for i in range(*doc.sentences[n]):
            if doc.pos(i) == "VERB" and doc.readings(i)[0].lemma in verbs:
                doers = [
                    p
                    for p in sentence_phrases(doc, n)
                    if p.cases & NOMN and p.kind in ("person", "role", "organization") and not room.is_governed(p)
                ]
                return min(doers, key=lambda p: abs(p.start - i), default=None)
    return None


def acting(room: Room, phrase: Phrase) -> Phrase | None:
    """Return the body that is the subject of the sentence before: `Совет отложил дивиденды. В пресс-релизе …`."""
    number = room.doc.sentence_of(phrase.start) - 1
    if number < 0:
        return None
    bodies = (p for p in sentence_phrases(room.doc, number) if p.kind == "organization" and p.cases & NOMN)
    body = next((p for p in bodies if not room.is_governed(p)), None)
    return body if body is not None and body.start - room.doc.sentences[number][0] <= 1 else None


def court(room: Room, phrase: Phrase, lemma: str) -> Phrase | None:
    """Return the body that alone issues such documents, of those named before: `суд … В приговоре говорится`."""
    doc, bodies = room.doc, _issuing(lemma).bodies
    number = doc.sentence_of(phrase.start)
    for n in range(number, max(-1, number - _COURT), -1) if bodies else ():
        for other in reversed(sentence_phrases(doc, n)):
            if other.start < phrase.start and other.kind == "organization" and not room.reported[other.start]:
                if any(r.lemma in bodies for r in doc.readings(other.head)[:2]):
                    return other
    return None


def quarters(room: Room, phrase: Phrase, back: int) -> Phrase | None:
    """Return the body in which people act `back` sentences before: `В Генштабе удар подтвердили: в сообщении …`."""
    doc = room.doc
    number = doc.sentence_of(phrase.start) - back
    if number < 0:
        return None
    first, last = doc.sentences[number]
    for other in sentence_phrases(doc, number):
        if not first < other.start < phrase.start or other.kind not in ("organization", "medium"):
            continue
        if doc.norms[other.start - 1] not in ("в", "во") or not other.cases & LOCT:
            continue
        before = doc.readings(other.start - 2)[0] if other.start - 2 > first else None
        if before is not None and before.pos == "VERB" and before.number == "plur":
            return in_case(doc, other, LOCT)  # `Подлинность подтвердили в лаборатории: в отчёте …`
        if other.start - first > _OPENING:
            continue
        near = takewhile(lambda i: doc.norms[i] not in ",:;", range(other.stop, min(last, phrase.start)))
        if any(r.pos == "VERB" and r.number == "plur" for i in near for r in doc.readings(i)[:1]):
            return in_case(doc, other, LOCT)
    return None


_OPENING: Final = 3
"""Tokens of a sentence before the body in which people act, at most."""


def announced(room: Room, phrase: Phrase, lemma: str) -> Phrase | None:
    """Return who put a document out that was named before: `Комиссия опубликовала отчёт. В отчёте говорится`."""
    doc = room.doc
    if lemma in _PROVIDING:
        return None
    number = doc.sentence_of(phrase.start)
    back = range(number, max(-1, number - _NAMED_BACK), -1)
    for n in back if lemma in _ANY_TEXT else holding(doc, lemma, back):
        for other in reversed(sentence_phrases(doc, n)):
            if other.start >= phrase.start or other.kind != "document" or room.reported[other.start]:
                continue
            if doc.readings(other.head)[0].lemma != lemma and (lemma not in _ANY_TEXT or number - n > 1):
                continue  # of other texts, `документ` takes up one that is near
            issuer = _owner(room, other) or _author(room, other, n)
            if issuer is not None:
                return issuer
    return None


_NAMED_BACK: Final = 9
"""Sentences before a document in which its first mention is looked for."""
_PROVIDING: Final = frozenset("закон законопроект кодекс конституция устав решение показание данные".split())
"""Documents that are no words of who put them out."""
_ANY_TEXT: Final = frozenset("документ текст бумага материал сообщение".split())
"""Words that stand for any document."""


def _owner(room: Room, document: Phrase) -> Phrase | None:
    """Return whose document it is, in the genitive: `письмо | Ильи Зорича`."""
    inner = next(iter(noun_phrases(room.doc, document.head + 1, document.stop)), None)
    if inner is None or inner.start != document.head + 1 or inner.kind not in NAMED or not inner.cases & GENT:
        return None
    return in_case(room.doc, inner, GENT)


def _author(room: Room, document: Phrase, number: int) -> Phrase | None:
    """Return the subject of the verb that puts a document out: `Мэрия выпустила | доклад`, `уволил своим | указом`."""
    doc = room.doc
    if not document.cases & (ACCS | ABLT) or room.is_governed(document):
        return None
    first, last = doc.sentences[number]
    low, high = max(first, document.start - _VERB), min(last, document.stop + _VERB)
    own = document.cases & ABLT and not document.cases & ACCS  # `указом уволил`: by any verb
    for i in sorted(range(low, high), key=lambda k: abs(k - document.head)):
        reading = doc.readings(i)[0]
        if reading.pos != "VERB" or not (reading.lemma in _verbs() or own):
            continue
        doers = [
            p
            for p in sentence_phrases(doc, number)
            if p.cases & NOMN
            and p.kind in NAMED
            and not room.is_governed(p)
            and (not reading.number or not p.number or p.number == reading.number)
            and p.start != document.start
        ]
        return min(doers, key=lambda p: (abs(p.start - i), p.start), default=None)
    return None


_VERB: Final = 8
"""Tokens between a document and the verb that puts it out."""


@cache
def _verbs() -> frozenset[str]:
    """Return the verbs that put any document out."""
    return frozenset(verb for verb in fold(_PUTTING_OUT).split())


_PUTTING_OUT: Final = (
    "выпустить издать опубликовать обнародовать распространить подписать написать составить подготовить направить"
    " отправить послать разослать представить выложить разместить записать сделать внести подать адресовать вручить"
    " передать публиковать выпускать готовить"
)


_SPOKEN: Final = frozenset(["заявление"])
"""Documents that take up the sentence right before: `Клуб выразил соболезнования. В заявлении говорится`."""
_TRACED: Final = 3
"""Sentences before a document in which somebody issues it."""
_COURT: Final = 12
"""Sentences in which the body that issues a document is looked for."""


class _Issuing(NamedTuple):
    """What a row of the table says of a document."""

    bodies: frozenset[str]
    verbs: frozenset[str]


@cache
def _table() -> dict[str, _Issuing]:
    return {
        fold(row["lemma"]): _Issuing(
            frozenset(fold(row["body"]).split(",")) - {""}, frozenset(fold(row["verb"]).split(",")) - {""}
        )
        for row in load("documents", "lemma")
    }


def _issuing(lemma: str) -> _Issuing:
    """Return the bodies and verbs by which a document comes into the world."""
    return _table().get(lemma, _NOBODY)


_NOBODY: Final = _Issuing(frozenset(), frozenset())
