"""The public object of a speaker, with all that the article shows of it."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.resolution.entities import (
    GENDERS,
    Entity,
)
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.titles import nominative
from ruspolnews.mentions.words import is_acronym, lexis
from ruspolnews.model import Span, Speaker, SpeakerKind

__all__ = ["publish"]

_KINDS: Final = {
    "person": SpeakerKind.PERSON,
    "role": SpeakerKind.ROLE,
    "organization": SpeakerKind.ORGANIZATION,
    "medium": SpeakerKind.MEDIUM,
    "document": SpeakerKind.DOCUMENT,
    "group": SpeakerKind.GROUP,
    "thing": SpeakerKind.GROUP,
}


def publish(room: Room, entity: Entity) -> Speaker:
    """Return the speaker with all that the article shows of it."""
    doc = room.doc
    mentions = sorted(entity.mentions)
    if entity.person:
        reach = -1
        phrases = mentions.copy()
        place = 0
        for mention in entity.person.mentions:
            while place < len(phrases) and phrases[place][0] <= mention.start:
                reach = max(reach, phrases[place][1])
                place += 1
            if mention.stop > reach:
                mentions.append((mention.start, mention.stop))
        mentions.sort()
    roles: dict[str, None] = {}
    for given in room.titles.of(entity.person) if entity.person else ():
        if given.words:
            first, last = given.words
            head = next((i for i in range(first, last) if doc.readings(i)[0].lemma in lexis().roles), first)
            text = nominative(doc, first, last, head, given.cases, "sing")
            roles[text if not text[:2].istitle() or is_acronym(text) else text[0].lower() + text[1:]] = None
    return Speaker(
        name=entity.name,
        kind=_KINDS.get(entity.kind, SpeakerKind.GROUP),
        gender=GENDERS.get(entity.gender) if entity.kind == "person" else None,
        roles=tuple(roles),
        mentions=tuple([Span(doc.starts[first], doc.stops[last - 1]) for first, last in mentions]),
    )
