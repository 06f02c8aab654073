"""Bodies, media and groups: by name, by a part of the name, by a general word such as `ведомство`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import in_case
from ruspolnews.mentions.resolution.earlier import (
    MEDIA,
    MEDIA_BACK,
    body_before,
    department,
    fuller,
    longer,
    named_body,
    of_country,
    only,
)
from ruspolnews.mentions.resolution.entities import (
    REMEMBERED,
    Credit,
    Entity,
)
from ruspolnews.mentions.resolution.general import (
    BODIES,
    COLLECTIVES,
    COMPANIES,
    EITHER,
    OFFICE,
    PRESS,
    VAGUE,
    is_such,
)
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.scanning import sentence_phrases
from ruspolnews.mentions.titles import are_alike, title_of
from ruspolnews.mentions.words import is_acronym, lexis
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import GENT, LOCT

__all__ = ["body_of_department", "entity_of", "general_body", "there", "told_later"]


def entity_of(room: Room, phrase: Phrase, name: str, kind: str) -> Entity:
    """Return the body, medium, group or unnamed role of that name; a short name means the last longer one."""
    folded = fold(name)
    if kind == "organization" and folded in lexis().media:
        kind = "medium"  # `по информации «Ведомостей»`
    words = [word for word in folded.split() if len(word) > 1]
    for entity in reversed(room.others[-REMEMBERED:]):
        if entity.folded == folded:
            return entity
        if kind == entity.kind and words and words[0] == entity.words[0]:
            if set(words) <= set(entity.words):
                return entity
            if set(entity.words) < set(words):
                entity.rename(name)
                return entity
    if _is_marked(room, phrase):
        pass  # `по подсчётам «Агентства»`: its name
    elif kind in ("organization", "medium") and (folded in BODIES or folded in COMPANIES):
        body = _meant(room, phrase, folded, kind)
        if body:
            return body
    elif kind == "organization" and phrase.stop == phrase.start + 1 and is_acronym(name):
        body = _body(room, of_country(room, phrase))
        if body:
            return body
    elif kind in ("organization", "medium") and phrase.number != "plur" and name[0].islower():
        body = _called(room, phrase)
        if body:
            return body
    elif kind == "organization" and len(words) > 1 and phrase.name is None and phrase.number != "plur":
        body = _body(room, fuller(room, phrase))
        if body:
            return body
    elif kind == "organization" and folded == "власти":
        body = _only(room, phrase, "власть")
        if body:
            return body
    elif kind == "role" and phrase.number == "plur" and phrase.stop == phrase.start + 1:
        alike = _alike(room, phrase)
        if alike:
            return alike
    gender = phrase.gender if kind in ("role", "person") or (kind == "organization" and name[0].islower()) else ""
    entity = Entity(name, kind, gender, plural=phrase.number == "plur")
    if phrase.kind == "role":
        entity.title = title_of(room.doc, phrase.start, phrase.stop, phrase.head)
    room.others.append(entity)
    return entity


def _is_marked(room: Room, phrase: Phrase) -> bool:
    """Whether a phrase is all that stands in quotation marks."""
    return phrase.start > 0 and room.doc.marks.get(phrase.start - 1, -1) == phrase.stop


def _alike(room: Room, phrase: Phrase) -> Entity | None:
    """Return the people who spoke before and are called by another word of the same meaning: `врачи … медики`."""
    title = title_of(room.doc, phrase.start, phrase.stop, phrase.head)
    for entity in reversed(room.others[-REMEMBERED:]):
        if entity.plural and entity.title is not None and are_alike(title, entity.title):
            return entity
    return None


def _meant(room: Room, phrase: Phrase, lemma: str, kind: str) -> Entity | None:
    """Return the body that a general word means: `ведомство`, `издание`, `компания`."""
    others = (e for e in room.others[-REMEMBERED:] if e.kind in ("organization", "medium"))
    bodies = [e for e in others if e.folded not in PRESS]  # the `СМИ` of a headline are no `издание`
    spoken = next((e for e in reversed(bodies) if e.kind == kind and is_such(room, lemma, e.folded)), None)
    open_to = lemma in EITHER or lemma in lexis().media_nouns
    either = next((e for e in reversed(bodies) if _is_named(e, lemma)), None) if open_to else None
    if kind == "medium":
        body = (
            _of_sort(room, lemma)
            or _named(room, named_body(room, phrase, outside=True, kinds=MEDIA, back=1))
            or spoken
            or _body(room, longer(room, phrase))
            or _named(room, named_body(room, phrase, outside=True, kinds=MEDIA, back=MEDIA_BACK))
        )
    else:
        body = _body(room, longer(room, phrase))
        if body is None and lemma == OFFICE:  # `Полиция молчит. В ведомстве …`, though another ministry spoke before
            body = _named(room, named_body(room, phrase, outside=True, back=1))
    if lemma in COMPANIES:
        return body or _named(room, body_before(room, phrase)) or ((spoken or either) if lemma in EITHER else None)
    body = body or spoken or either or _named(room, body_before(room, phrase))
    if body is None and kind == "medium":  # `пишет «Северная заря»`, far before
        body = _named(room, named_body(room, phrase, outside=True, back=MEDIA_BACK))
        if body is not None:
            body.kind = "medium"
    return body


def _is_named(body: Entity, lemma: str) -> bool:
    """Whether a body that spoke has a name such as `издание` or `компания` may stand for: the `полиция` is neither."""
    return lemma not in lexis().media_nouns or (body.name[0].isupper() and body.words[0] not in lexis().organizations)


def told_later(
    room: Room, credits: Sequence[Credit], order: Sequence[int], found: Sequence[Entity | None], n: int
) -> Entity | None:
    """Return which medium the `СМИ` of a headline are: the first that the text below cites by name."""
    entity, at = found[n], credits[n].at
    if entity is None or entity.folded not in PRESS or room.doc.sentence_of(at) != 0:
        return None
    for later in order[order.index(n) + 1 :]:
        other = found[later]
        if other is not None and other.kind == "medium" and other.name[:1].isupper() and other.folded not in PRESS:
            return other
    return None


def general_body(room: Room, phrase: Phrase) -> Entity | None:
    """Return the body with a proper name that a general word alone means: `ведомство`, `издание`, `министерство`."""
    lemma = room.doc.readings(phrase.head)[0].lemma
    if lemma not in BODIES and lemma not in COMPANIES:
        return None
    body = _body(room, longer(room, phrase)) or _named(room, body_before(room, phrase))
    if body is None or (phrase.kind == "medium" and body.kind != "medium"):
        return None
    if not body.name[0].isupper() and len(body.words) < 2:
        return None
    return body


def _of_sort(room: Room, lemma: str) -> Entity | None:
    """Return the last medium that spoke and was called by a word beside its name: `телеканал «Волна»`."""
    return next((e for e in reversed(room.others[-REMEMBERED:]) if room.sorts.get(e.folded) == lemma), None)


def _called(room: Room, phrase: Phrase) -> Entity | None:
    """Return the body whose kind a word alone names: `канал «Волна» … на канале`, `военное ведомство`."""
    doc = room.doc
    lemma = doc.readings(phrase.head)[0].lemma
    if phrase.stop == phrase.start + 1 and (lemma in lexis().organizations or lemma in lexis().media_nouns):
        if lemma in VAGUE:
            return _only(room, phrase, lemma) if lemma in COLLECTIVES else None
        if is_acronym(doc.words[phrase.head]):
            return None
        return _of_sort(room, lemma) or _named(room, body_before(room, phrase))
    if phrase.kind == "medium" and phrase.stop == phrase.head + 1 == phrase.start + 2:
        if doc.readings(phrase.start)[0].lemma in _NOTED:
            return _meant(room, phrase, lemma, "medium")  # `влиятельное издание`
    return body_of_department(room, phrase)


_NOTED: Final = frozenset("влиятельный авторитетный указанный данный этот популярный известный деловой".split())
"""What is said of a medium without telling which."""


def body_of_department(room: Room, phrase: Phrase) -> Entity | None:
    """Return the body that an adjective and `ведомство` mean: `оборонное ведомство`."""
    return _named(room, department(room, phrase))


def _only(room: Room, phrase: Phrase, lemma: str) -> Entity | None:
    """Return the only body before that is called by the word and more: `британская полиция … полиция`."""
    body = only(room, phrase, lemma)
    if body is None or phrase.number != "plur":
        return _body(room, body)
    body = body.but(number="plur")  # `власти США`, which the genitive singular is spelled like
    return entity_of(room, body, room.naming.own_name(body), body.kind)


def _named(room: Room, phrase: Phrase | None) -> Entity | None:
    """Return the body or the medium that a phrase before names."""
    if phrase is not None and phrase.kind == "medium" and phrase.name:
        return entity_of(room, phrase, room.naming.medium(phrase), "medium")
    return _body(room, phrase)


def there(room: Room, at: int) -> Entity | None:
    """Return the body that `там` means: of the sentence before, else the one that spoke last."""
    number = room.doc.sentence_of(at)
    for n in range(number, max(-1, number - 2), -1):
        for body in reversed(sentence_phrases(room.doc, n)):
            if body.start < at and body.kind in ("organization", "medium") and not room.reported[body.start]:
                if not any("Geox" in r.tags for r in room.doc.readings(body.head)):
                    return _body(room, body)
    bodies = (e for e in reversed(room.others[-REMEMBERED:]) if e.kind in ("organization", "medium"))
    return next(bodies, None)


def _is_owner(room: Room, phrase: Phrase) -> bool:
    """Whether a body stands in the genitive behind a noun: `глава | телекомпании`, `сериал (Law) | телекомпании`."""
    doc, i = room.doc, phrase.start - 1
    if doc.words[i] == ")":
        i = next((k - 1 for k in range(i - 1, max(0, i - _GLOSS), -1) if doc.words[k] == "("), i)
    i -= doc.words[i] in '»”"'
    return doc.pos(i) == "NOUN" or (i != phrase.start - 1 and doc.words[i][0].isalpha())


_GLOSS: Final = 10
"""Tokens of a bracket behind a name, at most."""


def _body(room: Room, phrase: Phrase | None) -> Entity | None:
    """Return the body of a phrase that is no source, or was one before."""
    if phrase is None:
        return None
    for entity in reversed(room.others[-REMEMBERED:]):
        if any(phrase.start <= start < phrase.stop for start, _ in entity.mentions):
            return entity
    if phrase.start and room.doc.norms[phrase.start - 1] in ("в", "на") and phrase.cases & LOCT:
        phrase = phrase.but(cases=LOCT)
    elif phrase.start and phrase.cases & GENT and _is_owner(room, phrase):
        phrase = in_case(room.doc, phrase, GENT)  # `глава | телекомпании «Волна»`
    return entity_of(room, phrase, room.naming.own_name(phrase), phrase.kind)
