"""Who holds a title by what the article says: the best of those to whom it gives one like it."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from ruspolnews.mentions.person import Person
from ruspolnews.mentions.resolution.entities import REMEMBERED, Entity, agrees
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.titles import FILLERS, OFFICES, Title, fits

__all__ = ["by_title", "so_called"]

_SPEAKING: Final = 40
"""By how many tokens the one who spoke last is nearer than he stands."""


def by_title(room: Room, title: Title, at: int, gender: str, likely: str = "") -> Entity | None:
    """Return who holds a title by what the article says: the best, of the likelier gender, the nearest."""
    best: tuple[int, int, int] = (0, 0, 0)
    holder: Entity | None = None
    for given in room.titles.like(title, at):
        score = fits(title, given.title)
        if not score or (given.at > at and _is_another(room, given.words)):
            continue
        entity = room.entity(given.person)
        if gender and entity.gender and gender != entity.gender:
            continue
        place = _last_mention(room, given.person, at) or given.at
        near = -abs(at - place) if place < at else -2 * abs(place - at)
        near += _SPEAKING if entity is room.last else 0
        alike = int(bool(likely) and entity.gender == likely)
        if holder is None or (score, alike, near) > best:
            best, holder = (score, alike, near), entity
    return holder


def _is_another(room: Room, words: tuple[int, int] | None) -> bool:
    """Whether a title says that it is another's: `по словам | другого адвоката | Ильи Зорича`."""
    return words is not None and any(norm in _ANOTHER for norm in room.doc.norms[max(0, words[0] - 1) : words[1]])


_ANOTHER: Final = frozenset("другой другая другого другому другим другом еще".split())


def _last_mention(room: Room, person: Person, at: int) -> int | None:
    """Return where the person is named last before token `at`, if there."""
    low = bisect_left(person.mentions, at, key=lambda mention: mention.start)
    return person.mentions[low - 1].start if low else None


def so_called(room: Room, title: Title, gender: str) -> Entity | None:
    """Return who was called by a title of the same meaning before, though the article gives it to nobody."""
    bare = not title.countries and not title.words - FILLERS and title.head in OFFICES
    for other, entity in reversed(room.called[-REMEMBERED:]):
        if fits(title, other) and (bare or title.countries & other.countries) and agrees(entity, gender):
            return entity
    return None
