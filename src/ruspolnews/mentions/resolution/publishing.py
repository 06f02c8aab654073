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
    spans = {Span(doc.starts[a], doc.stops[b - 1]) for a, b in entity.mentions}
    if entity.person:
        reach = -1
        phrases = sorted(spans)
        place = 0
        for mention in entity.person.mentions:
            span = Span(doc.starts[mention.start], doc.stops[mention.stop - 1])
            while place < len(phrases) and phrases[place].start <= span.start:
                reach = max(reach, phrases[place].stop)
                place += 1
            if span.stop > reach:
                spans.add(span)
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
        mentions=tuple(sorted(spans)),
    )
