"""Who holds a role that stands without a name: by the titles that the article gives, else by what it tells of him."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from ruspolnews.mentions.person import Person
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.resolution.entities import (
    GENDERS,
    REMEMBERED,
    Credit,
    Entity,
    agrees,
    are_couple,
)
from ruspolnews.mentions.resolution.fields import FIELDS, is_of_the_field
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.resolution.titled import by_title, so_called
from ruspolnews.mentions.resolution.unnamed import called_himself, is_kept_back, unnamed
from ruspolnews.mentions.scanning import sentence_phrases
from ruspolnews.mentions.titles import FILLERS, OFFICES, Title, fits, is_general, title_of
from ruspolnews.mentions.words import lexis
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import NOMN

__all__ = ["holder", "named_later"]

_SAME: Final = (["тот", "же"], ["та", "же"], ["того", "же"], ["той", "же"])
_POSTS: Final = OFFICES | {"депутат", "сенатор", "спикер", "генерал", "священник"} - {"лидер"}
"""Roles that no other role stands for: a `министр` is not the `депутат` before."""
_TITLES: Final = 2
"""Paragraphs that may be titles, before the article names whom they tell of."""
_AT_COURT: Final = frozenset("прокурор судья следователь защитник обвинитель".split())
"""Roles of a trial, of which the article knows who holds them or nobody."""
_RELATIVES: Final = {"жена": "femn", "супруга": "femn", "вдова": "femn", "муж": "masc", "супруг": "masc"}


def holder(room: Room, credit: Credit, phrase: Phrase) -> Entity | None:
    """Return who holds a role that stands without a name: by title, else the one last spoken of."""
    title = title_of(room.doc, phrase.start, phrase.stop, phrase.head, phrase.cases)
    gender = credit.gender if credit.gender in GENDERS else ""
    if room.last is not None and room.doc.norms[phrase.start : phrase.start + 2] in _SAME and not room.last.plural:
        return room.last  # `утверждает тот же источник`
    if room.doc.norms[phrase.start] in ("сам", "сама") and not title.countries:
        himself = _named_last(room, phrase, gender)
        if himself is not None:
            return himself
    named = called_himself(room, phrase)
    if named is not None:
        return named
    if title.head == "источник" and "из" not in room.doc.norms[phrase.head : phrase.stop]:
        return unnamed(room, title, phrase)
    if is_kept_back(room, phrase):
        return None
    own = phrase.gender if title.head in lexis().masculine else ""  # a `футболист` is no woman
    holder = by_title(room, title, phrase.start, gender or own, phrase.gender) or so_called(room, title, gender)
    if holder and not (is_general(title.head) and _speaks_before(room, holder, phrase.start, gender)):
        return holder
    holder = _who_told_of_it(room, phrase, gender or own) or _untitled(room, credit, phrase, title, gender)
    if holder is not None and holder.person is not None and title.countries:
        room.called.append((title, holder))
    return holder


def _named_last(room: Room, phrase: Phrase, gender: str) -> Entity | None:
    """Return who was named last in the sentence before: `сообщили у омбудсмена Зорича. Сам | правозащитник написал`."""
    number = room.doc.sentence_of(phrase.start)
    if not number:
        return None
    named = room.people.within(room.doc.sentences[number - 1][0], phrase.start)
    entities = [room.entity(person) for _, person in named]
    return entities[-1] if len(set(map(id, entities))) == 1 and agrees(entities[-1], gender or phrase.gender) else None


def _who_told_of_it(room: Room, phrase: Phrase, gender: str) -> Entity | None:
    """Return who is first named in the sentence that says who told: `…, по словам мэра. Об этом Зорич рассказал`."""
    doc = room.doc
    number = doc.sentence_of(phrase.start) + 1
    start = doc.sentences[number][0] if number < len(doc.sentences) else len(doc.words)
    if doc.norms[start : start + 2] != ["об", "этом"]:
        return None
    told = next((p for p in sentence_phrases(doc, number) if p.cases & NOMN and p.kind == "person"), None)
    named = room.people.within(told.start, told.stop) if told is not None and told.role is None else []
    if len(named) != 1 or any(who is named[0][1] for _, who in room.people.within(max(0, start - _NEWS), start)):
        return None
    entity = room.entity(named[0][1])
    return entity if agrees(entity, gender) else None


_NEWS: Final = 200
"""Tokens within which somebody who is named anew was not named before."""


def _untitled(room: Room, credit: Credit, phrase: Phrase, title: Title, gender: str) -> Entity | None:
    """Return who holds a role that the article gives to nobody: by sex, by what was said of him, by his place."""
    if title.head in _RELATIVES:
        relative = _relative(room, title.head, phrase.start)
        if relative:
            return relative
    elif phrase.gender == "femn":
        woman = room.only_woman() if not title.countries else None
        first, end = room.doc.sentences[room.doc.sentence_of(phrase.start)]
        beside = (person for _, person in room.people.within(first, end if phrase.start == first else phrase.stop))
        if woman and not any(person is woman.person for person in beside):  # `Лужина читает письмо | пенсионерки`
            return woman
    for entity in reversed(room.others[-REMEMBERED:]):
        if entity.title is None or entity.plural:
            continue
        offices = title.head in OFFICES and entity.title.head in OFFICES  # `президент Бразилии … бразильский лидер`
        same = entity.title.head == title.head or (offices and not title.countries.isdisjoint(entity.title.countries))
        if same and fits(title, entity.title):
            return entity
    if title.head in lexis().nameless:
        return None
    talks = title.head == "собеседник"
    idle = FILLERS | lexis().media if talks else FILLERS | _DESCRIPTIVE  # `собеседник RT`, `юный учёный`
    bare = (title.words <= idle and not title.countries) or (
        (talks or is_general(title.head)) and _is_medium_named(room, phrase)
    )
    if bare and talks:
        named = _source_since(room, credit, phrase)
        if named is not None:
            return named
        if room.last and room.last.kind in ("role", "person", "organization"):
            return room.last  # `сообщили в мэрии. …, — сказал собеседник агентства`
    if bare or (title.countries and not title.words - FILLERS):
        found = room.antecedent(credit, gender or _sex(phrase, title), "sing")
        other = title.head in _POSTS or bool(title.countries) or not is_general(title.head)
        if found and found.kind == "role" and found.title and other:
            found = found if fits(title, found.title) else None  # `коронер` is not the `патологоанатом` before
        if found and found.kind == "person" and title.head in _AT_COURT:
            return None  # `Прокурор ходатайство поддержал`: nobody's other name
        if found and found.kind in ("person", "role") and (bare or is_general(title.head)):
            known = is_general(title.head) or is_of_the_field(room, title, found)
            known = known or (not room.is_titled(found) and _is_told_of(room, found, phrase.start))
            return found if known else None
    return _introduced(room, title, phrase, gender)


def _source_since(room: Room, credit: Credit, phrase: Phrase) -> Entity | None:
    """Return the source without a name whom the text named after who spoke last: `Отставку назвал источник в мэрии`."""
    number = room.doc.sentence_of(phrase.start)
    for n in range(number - 1, max(-1, number - 1 - _SINCE), -1):
        for other in reversed(sentence_phrases(room.doc, n)):
            if other.start <= room.last_at:
                return None
            if other.kind == "role" and other.number == "sing" and room.doc.readings(other.head)[0].lemma == "источник":
                return room.phrase(credit._replace(at=other.start, gender=""), other)
    return None


_SINCE: Final = 2
"""Sentences before `собеседник` in which his first mention is looked for."""


def _is_medium_named(room: Room, phrase: Phrase) -> bool:
    """Whether a name in quotation marks is all that completes a role: `собеседник «Волны»`."""
    return room.doc.marks.get(phrase.head + 1, -1) == phrase.stop - 1 > phrase.head


def _sex(phrase: Phrase, title: Title) -> str:
    """Return the gender that a role tells by itself: `певица` is a woman, `певец` no woman, `министр` either."""
    told = phrase.gender == "femn" or title.head in lexis().masculine
    return phrase.gender if told and title.head in lexis().roles else ""


def _is_told_of(room: Room, entity: Entity, at: int) -> bool:
    """Whether a person was a subject before token `at`, and not only named beside something: `театр Вахтангова`."""
    if entity.person is None:
        return True
    if fold(entity.person.surname) == room.doc.norms[at]:
        return True  # `Бортник`: a surname that is a role word as well
    before = takewhile(lambda mention: mention.start < at, entity.person.mentions)
    return any(room.is_subject(entity, mention.start) for mention in before)


def _speaks_before(room: Room, holder: Entity, at: int, gender: str) -> bool:
    """Whether somebody else spoke last and the holder of a general title is named only after token `at`."""
    last = room.last
    if last is None or last.kind != "person" or not holder.person or not agrees(last, gender):
        return False
    return holder.person.mentions[0].start > at


_DESCRIPTIVE: Final = frozenset(
    "юный молодой пожилой знаменитый известный бессменный новоиспеченный опальный популярный легендарный прославленный"
    " именитый маститый скандальный мятежный начинающий опытный беглый покойный".split()
)
"""What tells of somebody whom the article names already, and not who he is."""


def _introduced(room: Room, title: Title, phrase: Phrase, gender: str) -> Entity | None:
    """Return the only person named in the sentence before, its subject, if the article gives him no title."""
    doc = room.doc
    number = doc.sentence_of(phrase.start)
    if not number or phrase.number == "plur" or title.head not in OFFICES | {"секретарь", "министр", "депутат"}:
        return None
    first, last = doc.sentences[number - 1]
    if doc.paragraph_of(first) != doc.paragraph_of(phrase.start):
        return None
    named = {id(person): person for _, person in room.people.within(first, last)}
    if len(named) != 1:
        return None
    person = next(iter(named.values()))
    entity = room.entity(person)
    if room.is_titled(entity) or (gender and entity.gender and gender != entity.gender):
        return None
    subjects = [p for p in sentence_phrases(room.doc, number - 1) if p.kind == "person" and p.cases & NOMN]
    return entity if any(room.named(p) is entity for p in subjects) else None


def _relative(room: Room, head: str, at: int) -> Entity | None:
    """Return the only person of that sex who shares a surname with another: `супруга` of a man named Зорич."""
    gender = _RELATIVES[head]
    near = room.people.within(room.doc.sentences[max(0, room.doc.sentence_of(at) - 1)][0], at)
    alone = {id(person): person for _, person in near if person.gender == gender}
    couple = {person.gender for _, person in near} == {"masc", "femn"}
    if couple and len(alone) == 1:  # `Зорич и Лужина развелись. Супруг сообщил`
        return room.entity(next(iter(alone.values())))
    kin = [
        person
        for person in room.people.persons
        if person.gender == gender and person.given and any(are_couple(person, o) for o in _family(room, person))
    ]
    return room.entity(kin[0]) if len(kin) == 1 else None


def _family(room: Room, person: Person) -> list[Person]:
    """Return the persons whose surname is that of `person` in its masculine or feminine form."""
    name = fold(person.surname)
    forms = [name, name + "а", name[:-1], name[:-2] + "ий", name[:-2] + "ая"]
    return [other for form in forms for other in room.people.named(form)[:REMEMBERED]]


def named_later(
    room: Room, credits: Sequence[Credit], order: Sequence[int], found: Sequence[Entity | None], n: int
) -> Entity | None:
    """Return whom a role without a name turns out to be: `— сказал президент. — …, — добавил Зорич.`."""
    entity, phrase = found[n], credits[n].phrase
    if entity is None or phrase is None or entity.title is None or entity.title.words - FILLERS:
        return None
    if entity.title.head in FIELDS and phrase.number == "sing" and room.doc.paragraph_of(phrase.start) < _TITLES:
        speakers = (found[order[k]] for k in range(_place(credits, order, n) + 1, len(order)))
        first = next((other for other in speakers if other is not None and other.kind == "person"), None)
        return first if first is not None and is_of_the_field(room, entity.title, first) else None
    if entity.title.head not in OFFICES or entity.title.countries:
        return None
    place = _place(credits, order, n) + 1
    if place >= len(order):
        return None
    later, other = credits[order[place]], found[order[place]]
    if other is None or later.phrase is None or later.phrase.kind != "person" or later.phrase.role is not None:
        return None
    if any(a <= credits[n].at < b for a, b in later.content):
        return None  # `Мэр требует, чтобы P, указала Лужина`
    near = room.doc.sentence_of(later.at) - room.doc.sentence_of(credits[n].at) <= 1
    alike = not credits[n].gender or not other.gender or credits[n].gender == other.gender
    return other if near and alike and other.kind == "person" and not room.is_titled(other) else None


def _place(credits: Sequence[Credit], order: Sequence[int], n: int) -> int:
    """Return where a credit stands in the order of the text."""
    place = bisect_left(order, credits[n].at, key=lambda k: credits[k].at)
    return place if order[place] == n else order.index(n, place)
