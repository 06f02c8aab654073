"""What stands before a pronoun and is no person who is named: a body, a document, a role that was no subject."""

from __future__ import annotations

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import in_case
from ruspolnews.mentions.resolution.entities import Credit, Entity
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.scanning import sentence_phrases
from ruspolnews.morphology.agreement import ACCS, DATV, NOMN

__all__ = ["body_before", "document_before", "object_before"]


def body_before(room: Room, credit: Credit, phrase: Phrase) -> Entity | None:
    """Return the body that was subject before, where nobody else is meant: `Мэрия ждёт. По | её | данным, P`."""
    doc = room.doc
    number = doc.sentence_of(phrase.start)
    for n in range(number, max(-1, number - 2), -1):
        for other in sentence_phrases(doc, n):
            if other.start < phrase.start and other.kind in ("organization", "medium") and other.cases & NOMN:
                if other.gender == phrase.gender and other.number == "sing" and not room.is_governed(other):
                    return room.phrase(credit, in_case(doc, other, NOMN))
    return None


def object_before(room: Room, phrase: Phrase) -> Phrase | None:
    """Return the role without a name that was no subject in the sentence before: `Зорич принял посла. | Тот сказал`."""
    number = room.doc.sentence_of(phrase.start) - 1
    if number < 0 or phrase.start != room.doc.sentences[number + 1][0]:
        return None
    roles = [p for p in sentence_phrases(room.doc, number) if p.kind == "role" and p.number == "sing"]
    oblique = [p for p in roles if p.gender == phrase.gender and not p.cases & NOMN and p.cases & (ACCS | DATV)]
    return in_case(room.doc, oblique[-1], oblique[-1].cases & (ACCS | DATV)) if oblique else None


def document_before(room: Room, credit: Credit, phrase: Phrase) -> Entity | None:
    """Return the document or body that `в нём говорится` means: the last one that agrees, of two sentences."""
    number, norm = room.doc.sentence_of(phrase.start), room.doc.norms[phrase.head]
    for n in range(number, max(-1, number - 2), -1):
        for other in reversed(sentence_phrases(room.doc, n)):
            if other.start >= phrase.start or other.kind not in ("document", "medium", "organization"):
                continue
            if any(a <= other.start < b for a, b in credit.content):
                continue
            genders = ("masc", "neut") if norm in ("нем", "ему") else (phrase.gender,)
            alike = other.number == phrase.number != "plur" and other.gender in genders
            if alike or (other.number == phrase.number == "plur"):
                return room.phrase(credit, other)
    return None
