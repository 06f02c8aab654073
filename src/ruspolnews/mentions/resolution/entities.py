"""A source as the quotes room found it, and a speaker under construction."""

from __future__ import annotations

from typing import Final, NamedTuple

from ruspolnews.mentions.person import Person
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.titles import Title
from ruspolnews.mentions.words import lexis
from ruspolnews.model import Gender
from ruspolnews.morphology import fold

__all__ = ["GENDERS", "REMEMBERED", "Credit", "Entity", "agrees", "are_couple", "has_listed_name"]

GENDERS: Final = {"masc": Gender.MALE, "femn": Gender.FEMALE}
REMEMBERED: Final = 200
"""Bodies, media and roles among which a short name looks for its long one."""


class Credit(NamedTuple):
    """One quote's source as the quotes room found it.

    Attributes:
        phrase: the source phrase, if one stands in the sentence.
        at: the token of the cue, or of the content where there is no cue.
        gender: of the cue verb in the past, else empty.
        number: of the cue verb, else empty.
        zero: the subject is dropped, so that one of the text before speaks.
        content: token ranges of the content; nobody named there is the speaker.
    """

    phrase: Phrase | None
    at: int
    gender: str
    number: str
    zero: bool
    content: tuple[tuple[int, int], ...]


class Entity:
    """A speaker under construction."""

    __slots__ = ("folded", "gender", "kind", "mentions", "name", "person", "plural", "title", "words")

    def __init__(self, name: str, kind: str, gender: str, *, plural: bool = False) -> None:
        self.rename(name)
        self.kind = kind
        self.gender = gender
        self.plural = plural
        self.person: Person | None = None
        self.title: Title | None = None
        self.mentions: set[tuple[int, int]] = set()

    def rename(self, name: str) -> None:
        """Give the speaker a name."""
        self.name = name
        self.folded = fold(name)
        self.words = self.folded.split()


def has_listed_name(person: Person) -> bool:
    """Whether the table of first names tells the person's gender."""
    return any(fold(part) in lexis().first_names for part in person.given)


def are_couple(one: Person, other: Person) -> bool:
    """Whether two persons of different sex have the surname of a couple: `Бут` and `Бут`, `Зорин` and `Зорина`."""
    short, long = sorted((fold(one.surname), fold(other.surname)), key=len)
    if not other.given or not other.gender or other.gender == one.gender:
        return False
    return long in (short, short + "а") or (short[:-2] == long[:-2] and short.endswith("ий") and long.endswith("ая"))


def agrees(entity: Entity, gender: str) -> bool:
    """Whether a pronoun or verb of a gender can mean the speaker."""
    if not gender or gender == "neut":
        return gender != "neut" or entity.kind not in ("person",)
    if entity.gender:
        return entity.gender == gender
    return True
