"""One person: the mentions of a name, the fullest of them, and whether another mention can be the same person."""

from __future__ import annotations

from typing import NamedTuple

from ruspolnews.mentions.declension import plain_name
from ruspolnews.mentions.parts import is_particle
from ruspolnews.morphology import fold

__all__ = ["Mention", "Person", "fullness", "is_called"]


class Mention(NamedTuple):
    """One place where a personal name stands.

    `name` is what stands there, in the nominative; `given` and `surname` are its parts, initials with a full stop.
    """

    start: int
    stop: int
    given: tuple[str, ...]
    surname: str
    gender: str
    name: str


class Person:
    """Somebody whom the article names.

    Attributes:
        name: the fullest name, nominative.
        gender: `masc`, `femn` or unknown.
        mentions: where the name stands, in order.
        roles: head lemma and text of the titles that the article gives, in order.
    """

    __slots__ = ("gender", "given", "mentions", "name", "roles", "surname")

    def __init__(self, mention: Mention) -> None:
        self.given = mention.given
        self.surname = mention.surname
        self.gender = mention.gender
        self.name = mention.name
        self.mentions: list[Mention] = []
        self.roles: list[tuple[int, int, int]] = []
        self.add(mention)

    def add(self, mention: Mention) -> None:
        """Add a mention; a fuller name becomes the person's name."""
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender
        spelled = [part for part in mention.given if not part.endswith(".")]
        mine = [part for part in self.given if not part.endswith(".")]
        if (len(spelled), len(mention.given)) > (len(mine), len(self.given)):
            self.given = mention.given
            self.surname = mention.surname
            self.name = mention.name

    def admits(self, mention: Mention) -> bool:
        """Whether a mention can be this person: surnames alike, given names not at odds."""
        if self.gender and mention.gender and self.gender != mention.gender:
            return False
        if not _alike(self.surname, mention.surname):
            if not mention.given and any(_alike(part, mention.surname) for part in self.given):
                return True  # by the first name alone
            if not mention.given and "-" in self.surname and self.given:  # `Рудакова` of `Анна Зуева-Рудакова`
                return any(_alike(part, mention.surname) for part in self.surname.split("-"))
            if _politely(mention) or _politely(self):  # `Виктор Фёдорович` is `Виктор Зорич`
                return bool(self.given and mention.given) and _alike(self.given[0], mention.given[0])
            return not self.given and any(_alike(part, self.surname) for part in mention.given)
        if not mention.given or not self.given or all(map(is_particle, mention.given)):
            return True  # `Ле Пен`
        return _compatible(self.given, mention.given)


def _politely(named: Mention | Person) -> bool:
    """Whether somebody is called by first name and patronymic alone."""
    return len(named.given) == 1 and fold(named.surname).endswith(("ович", "евич", "овна", "евна", "ична"))


def _alike(left: str, right: str) -> bool:
    return plain_name(left) == plain_name(right)


def _compatible(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    for a, b in zip(left, right, strict=False):
        short, long = sorted((fold(a).rstrip("."), fold(b).rstrip(".")), key=len)
        initial = len(short) == 1 or a.endswith(".") or b.endswith(".")  # `Дж.`
        if not long.startswith(short) if initial else short != long:
            return False
    return True


def is_called(person: Person, mention: Mention) -> bool:
    """Whether a mention of one word is a person's first name: `шейх Хамад` is no `Тамим бен Хамад`."""
    return not mention.given and bool(person.given) and _alike(person.given[0], mention.surname)


def fullness(mention: Mention) -> int:
    """Return how full a name is: a spelled given name counts more than an initial."""
    return 2 * sum(not part.endswith(".") for part in mention.given) + len(mention.given)
