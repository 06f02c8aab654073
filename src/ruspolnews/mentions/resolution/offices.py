"""Who holds an office of which everybody knows the holder, where the article names him and nowhere his office."""

from __future__ import annotations

from functools import cache

from ruspolnews.lexicon import load
from ruspolnews.mentions.people import Person
from ruspolnews.mentions.resolution.entities import Entity, agrees
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.titles import Title, alike, fits
from ruspolnews.morphology import fold

__all__ = ["known_holder"]


@cache
def _offices() -> dict[str, list[tuple[Title, str]]]:
    """Return the offices by surname, each with the given name of its holder."""
    found: dict[str, list[tuple[Title, str]]] = {}
    for row in load("office_holders", "country", "office", "names"):
        title = Title(fold(row["office"]), frozenset([fold(row["country"])]), frozenset())
        for name in fold(row["names"]).split(","):
            given, _, surname = name.partition(" ")
            found.setdefault(surname, []).append((title, given))
    return found


@cache
def _heads() -> frozenset[str]:
    return frozenset(title.head for offices in _offices().values() for title, _ in offices)


def known_holder(room: Room, title: Title, gender: str) -> Entity | None:
    """Return the one whom the article names and who is known to hold an office of a country."""
    if _heads().isdisjoint(alike(title.head)):
        return None
    holders = [
        person
        for person in room.people.persons
        for office, given in _offices().get(_surname(person), ())
        if fits(title, office) and (not person.given or fold(person.given[0]).startswith(given[:1]))
    ]
    entity = room.entity(holders[0]) if len({id(person) for person in holders}) == 1 else None
    return entity if entity is not None and agrees(entity, gender) else None


def _surname(person: Person) -> str:
    """Return the surname as the table has it: all but the first word of a name of several."""
    return fold(" ".join((*person.given[1:], person.surname)))
