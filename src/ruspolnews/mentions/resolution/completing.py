"""The name of a role or body that another completes: `представитель певицы` is `представитель Анны Лужиной`."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.genitives import genitive_of_body, genitive_of_person
from ruspolnews.mentions.openers import pronoun_at
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import in_case, phrase_at
from ruspolnews.mentions.resolution.antecedents import pronoun
from ruspolnews.mentions.resolution.bodies import body_of_department, general_body
from ruspolnews.mentions.resolution.entities import Credit, Entity
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.titles import OFFICES
from ruspolnews.mentions.words import POSSESSIVES, lexis
from ruspolnews.morphology.agreement import GENT

__all__ = ["completed"]


def completed(room: Room, credit: Credit, phrase: Phrase) -> str | None:
    """Return the name of a phrase with whom its complement or possessive means, if the article has a fuller name."""
    doc = room.doc
    if doc.norms[phrase.start] in POSSESSIVES and phrase.stop == phrase.head + 1 and _is_kin(room, phrase):
        owner = pronoun(room, credit, pronoun_at(doc, phrase.start))  # `его отец`
        return f"{room.naming.text(phrase)} {_genitive(room, owner)}" if owner is not None and owner.person else None
    if phrase.head + 1 >= phrase.stop or (phrase.name is not None and phrase.kind != "role"):
        return None
    inner = phrase_at(doc, phrase.head + 1, phrase.head + 1, phrase.stop)
    if inner is None or inner.stop != phrase.stop or not inner.cases & GENT:
        return None
    if inner.start != inner.head:  # `пресс-служба оборонного ведомства`
        owner = body_of_department(room, in_case(doc, inner, GENT))
    else:
        owner = _owner(room, credit, in_case(doc, inner, GENT))
    if owner is None:
        return None
    return f"{room.naming.text(phrase.but(stop=inner.start))} {_genitive(room, owner)}"


def _is_kin(room: Room, phrase: Phrase) -> bool:
    """Whether a possessive tells whose somebody or something is: `его отец`, `её защита`."""
    if room.doc.readings(phrase.head)[0].lemma in _OF_PERSONS:
        return True
    return any(r.lemma in lexis().relational for r in room.doc.readings(phrase.head)[:2])


_OF_PERSONS: Final = frozenset("защита команда штаб пресс-служба администрация офис окружение семья".split())
"""Bodies and groups of one person."""


def _owner(room: Room, credit: Credit, inner: Phrase) -> Entity | None:
    """Return whom the complement means, if the article has a fuller name than what stands there."""
    if inner.kind == "person":
        named = room.named(inner)
        return named if named is not None and len(named.words) > inner.stop - inner.start else None
    if inner.stop != inner.start + 1 or inner.number == "plur" or not room.doc.words[inner.start][0].islower():
        return None
    if inner.kind == "role" and room.doc.readings(inner.head)[0].lemma not in OFFICES:  # `администрация президента`
        held = room.holder(credit._replace(at=inner.start, gender=""), inner)
        return held if held is not None and held.person is not None else None
    if inner.kind in ("organization", "medium"):
        return general_body(room, inner)
    return None


def _genitive(room: Room, owner: Entity) -> str:
    morphology = room.doc.morphology
    if owner.kind == "person":
        return genitive_of_person(morphology, owner.name, owner.gender)
    if owner.kind == "medium":
        return f"«{genitive_of_body(morphology, owner.name)}»"
    return genitive_of_body(morphology, owner.name)
