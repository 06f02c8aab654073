"""The article's people and bodies while it is found out who speaks, and who spoke or was spoken of last."""

from __future__ import annotations

from heapq import nlargest
from typing import Final

from ruspolnews.mentions.given import Titles
from ruspolnews.mentions.naming import Naming
from ruspolnews.mentions.people import People
from ruspolnews.mentions.person import Person
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.resolution.entities import Credit, Entity, agrees
from ruspolnews.mentions.scanning import sentence_phrases
from ruspolnews.mentions.titles import Title
from ruspolnews.mentions.words import is_governed
from ruspolnews.morphology.agreement import ANY, NOMN
from ruspolnews.segmentation import Document

__all__ = ["Room"]


_OFTEN: Final = 3
"""Mentions of whom an article is about, at least."""
_RELATIVES: Final = frozenset("которого которой которому которым котором которых которыми которую".split())
"""Relatives that are no subjects, so that the subject of their clause follows."""


class Room:
    """The article's people and bodies, and who spoke or was spoken of last.

    The rules of the modules beside this one ask each other through it: what a phrase, a role or a pronoun means may
    depend on what others mean.
    """

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.people = People(doc)
        self.entities: dict[int, Entity] = {}
        self.others: list[Entity] = []
        self.women: list[Entity] | None = None
        self.shown_women: list[Entity] = []
        self._often: list[Person] | None = None
        self.naming = Naming(doc)
        self.reported = bytearray(len(doc.words))
        self.last: Entity | None = None
        self.last_at = -1
        self.last_is_one = False  # `собеседник` may be one of several who spoke: `В мэрии рассказали`
        self.asking = False
        self.asker: tuple[Entity | None, int] = (None, -1)  # who asks, and in which sentence: another answers
        self.documents: list[int] | None = None
        self.sorts: dict[str, str] = {}  # what a medium is called beside its name: `телеканал`
        self.called: list[tuple[Title, Entity]] = []
        self.titles = Titles(doc, self.people)

    def named(self, phrase: Phrase) -> Entity | None:
        """Return the person whose name stands in the phrase."""
        if phrase.name is None:
            return None
        person = self.people.first_within(*phrase.name) or self.people.first_within(phrase.start, phrase.stop)
        return self.entity(person) if person else None

    def only_woman(self) -> Entity | None:
        """Return the only woman whom the article names, or whom a verb showed to be one."""
        if self.women is None:
            self.women = [self.entity(person) for person in self.people.persons if person.gender == "femn"]
        if len(self.women) + len(self.shown_women) != 1:
            return None
        return (self.women or self.shown_women)[0]

    def protagonist(self, gender: str) -> Entity | None:
        """Return whom the article is about: the person whom it names most often by far, if the gender agrees."""
        if self._often is None:
            self._often = nlargest(2, self.people.persons, key=lambda person: len(person.mentions))
        counts = [*(len(person.mentions) for person in self._often), 0, 0]
        if counts[0] < _OFTEN or counts[1] * 2 > counts[0]:
            return None
        entity = self.entity(self._often[0])
        return entity if agrees(entity, gender) else None

    def entity(self, person: Person) -> Entity:
        """Return the speaker that a person is."""
        entity = self.entities.get(id(person))
        if entity is None:
            entity = self.entities[id(person)] = Entity(person.name, "person", person.gender)
            entity.person = person
        return entity

    def is_titled(self, entity: Entity) -> bool:
        """Whether the article gives the person a title, so that another role would be somebody else's."""
        return entity.person is not None and bool(self.titles.of(entity.person))

    def is_governed(self, phrase: Phrase) -> bool:
        """Whether a preposition stands before a phrase."""
        return is_governed(self.doc, phrase.start)

    def is_subject(self, entity: Entity, place: int) -> bool:
        """Whether the person named at token `place`, or the holder of the role there, is a subject."""
        if entity.person is None:
            return False
        phrases = sentence_phrases(self.doc, self.doc.sentence_of(place))
        own = next((p for p in phrases if p.start <= place < p.stop and p.cases & NOMN), None)
        if own is None or place not in (own.start, own.head, own.name[0] if own.name else -1):
            return False  # `отцовства Зорича`
        if own.start and self.doc.norms[own.start - 1] in _RELATIVES:
            return False  # `судья, которому Зорич поручил проверку`
        return own.cases != ANY or not any(self._precedes(p, own) for p in phrases)

    def _precedes(self, phrase: Phrase, other: Phrase) -> bool:
        """Whether a sure subject stands before a phrase that may be in any case: `Палата назвала Рид`."""
        speaks = phrase.kind in ("person", "role", "organization", "medium")
        if not speaks or phrase.start >= other.start or not phrase.cases & NOMN or phrase.cases == ANY:
            return False
        return not self.is_governed(phrase) and any(self.doc.pos(i) == "VERB" for i in range(phrase.stop, other.start))

    def phrase(self, credit: Credit, phrase: Phrase) -> Entity:
        """Return whom a phrase means that is no pronoun."""
        raise NotImplementedError

    def holder(self, credit: Credit, phrase: Phrase) -> Entity | None:
        """Return who holds a role that stands without a name."""
        raise NotImplementedError

    def antecedent(self, credit: Credit, gender: str, number: str, before: int | None = None) -> Entity | None:
        """Return who was spoken of last and agrees."""
        raise NotImplementedError
