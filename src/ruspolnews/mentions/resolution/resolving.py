"""The order of resolution: each credit in the order of the text, then roles that turn out to be somebody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.resolution.antecedents import antecedent, pronoun
from ruspolnews.mentions.resolution.bodies import entity_of, general_body, told_later
from ruspolnews.mentions.resolution.completing import completed
from ruspolnews.mentions.resolution.documents import issuer, keeper_of_site
from ruspolnews.mentions.resolution.entities import (
    GENDERS,
    REMEMBERED,
    Credit,
    Entity,
    has_listed_name,
)
from ruspolnews.mentions.resolution.holders import holder, named_later
from ruspolnews.mentions.resolution.publishing import publish
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.words import lexis
from ruspolnews.model import Speaker
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.segmentation import Document

__all__ = ["resolve"]

_QUESTIONS: Final = frozenset(["вопрос", "вопросы"])
_IN_MARKS: Final = 2
"""What `Room.reported` has for words in quotation marks."""


def resolve(doc: Document, credits: Sequence[Credit]) -> tuple[list[Speaker | None], tuple[Speaker, ...]]:
    """Return the speaker of each credit, in order, and all speakers in order of first mention."""
    if not credits:
        return [], ()
    room = WhoIsWho(doc)
    for credit in credits:
        for first, last in credit.content:
            marked = doc.marks.get(first - 1, -1) >= last
            room.reported[first:last] = bytes([_IN_MARKS if marked else 1]) * (last - first)
    order = sorted(range(len(credits)), key=lambda n: credits[n].at)
    found: list[Entity | None] = [None] * len(credits)
    for n in order:
        found[n] = room.speaker(credits[n])
    for n, entity in enumerate(found):
        if entity is not None and entity.kind == "role":
            named = named_later(room, credits, order, found, n)
            if named:
                found = [named if other is entity else other for other in found]
        elif entity is not None and entity.kind in ("medium", "group", "organization"):
            found[n] = told_later(room, credits, order, found, n) or entity
    speakers: dict[int, Speaker] = {}
    for entity in found:
        if entity is not None and id(entity) not in speakers:
            speakers[id(entity)] = publish(room, entity)
    ordered = sorted(dict.fromkeys(speakers.values()), key=lambda speaker: _opening(speaker, len(doc.text)))
    return [speakers[id(entity)] if entity else None for entity in found], tuple(ordered)


def _opening(speaker: Speaker, end: int) -> tuple[int, int]:
    """Return where a speaker is named first, else the end of the text."""
    first = speaker.mentions[0] if speaker.mentions else None
    return (first.start, first.stop) if first is not None else (end, 0)


class WhoIsWho(Room):
    """A room in which each kind of phrase is asked of the rules for it."""

    def speaker(self, credit: Credit) -> Entity | None:
        """Return who speaks, and remember it."""
        phrase = credit.phrase
        if phrase is None:
            entity = self.antecedent(credit, credit.gender, credit.number) if credit.zero else None
            if entity is None and credit.zero and credit.number != "plur":
                entity = self.protagonist(credit.gender)
        elif phrase.kind in ("pronoun", "relative"):
            entity = pronoun(self, credit, phrase)
        else:
            entity = self.phrase(credit, phrase)
            if entity:
                entity.mentions.add((phrase.start, phrase.stop))
                if (
                    entity.gender == "masc"
                    and credit.gender == "femn"
                    and entity.person
                    and not has_listed_name(entity.person)
                ):
                    entity.gender = ""  # `сообщила публицист Хейди Ларссон`
                if not entity.gender and credit.gender in GENDERS and entity.kind in ("person", "role"):
                    entity.gender = credit.gender
                    if entity.person and entity.gender == "femn":
                        self.shown_women.append(entity)
        oblique = phrase is not None and phrase.start and not phrase.cases & NOMN
        if phrase is not None and oblique and self.doc.norms[phrase.start - 1] in _QUESTIONS:
            self.asker = entity, self.doc.sentence_of(phrase.start)
        elif entity is not None and not self._is_within(credit):
            self.last = entity
            self.last_at = credit.at
            self.last_is_one = phrase is not None and phrase.kind == "role" and phrase.number == "sing"
        if entity is not None:
            for n in range(len(self.others) - 1, max(-1, len(self.others) - REMEMBERED - 1), -1):
                if self.others[n] is entity:  # the one spoken of last comes first
                    self.others.append(self.others.pop(n))
                    break
        return entity

    def _is_within(self, credit: Credit) -> bool:
        """Whether a cue stands in direct speech: in `Зорич: «Мэр сказал, что P»` it is Зорич who goes on."""
        return self.reported[credit.at] == _IN_MARKS and not any(a <= credit.at < b for a, b in credit.content)

    def phrase(self, credit: Credit, phrase: Phrase) -> Entity:
        named = self.named(phrase) if phrase.kind == "person" else None
        if named:
            return self._namesake(named, credit.gender)
        if phrase.kind == "person" and phrase.name:
            return entity_of(self, phrase, self.naming.named_once(phrase), "person")
        if phrase.kind in ("role", "group") and phrase.number != "plur":
            held = self.holder(credit, phrase)
            if held:
                return self._told_more(held, phrase)
            made = general_body(self, phrase.but(kind="organization")) if phrase.stop == phrase.start + 1 else None
            if made and phrase.kind == "role":
                return made  # `производитель`, `застройщик`
        keeper = keeper_of_site(self, credit, phrase) if phrase.kind == "medium" else None
        if keeper is not None:
            return keeper
        if phrase.kind == "medium" and phrase.name:
            name = self.naming.medium(phrase)
            noun = self.doc.readings(phrase.head)[0].lemma
            if phrase.head < phrase.name[0] and noun in lexis().media_nouns:
                self.sorts.setdefault(fold(name), noun)
            return entity_of(self, phrase, name, "medium")
        if phrase.kind == "document":
            return issuer(self, credit, phrase)
        whole = completed(self, credit, phrase) if phrase.kind != "thing" else None
        return entity_of(self, phrase, whole or self.naming.own_name(phrase), phrase.kind)

    def _told_more(self, held: Entity, phrase: Phrase) -> Entity:
        """Return the source without a name, with what the phrase tells more of it: `источник … источник в мэрии`."""
        if held.kind == "role" and held.title is not None and held.title.head == "источник":
            name = self.naming.text(phrase)
            if set(held.words) < set(fold(name).split()):
                held.rename(name)
        return held

    def _namesake(self, entity: Entity, gender: str) -> Entity:
        """Return the person, or one of the same surname whose gender the verb asks for."""
        if not gender or not entity.gender or entity.gender == gender or entity.person is None:
            return entity
        for person in self.people.named(entity.person.surname):
            if person.gender == gender and fold(person.surname) == fold(entity.person.surname):
                return self.entity(person)
        return entity

    def holder(self, credit: Credit, phrase: Phrase) -> Entity | None:
        """Return who holds a role that stands without a name."""
        return holder(self, credit, phrase)

    def antecedent(self, credit: Credit, gender: str, number: str, before: int | None = None) -> Entity | None:
        """Return who was spoken of last and agrees."""
        return antecedent(self, credit, gender, number, before)
