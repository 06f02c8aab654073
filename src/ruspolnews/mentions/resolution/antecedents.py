"""Whom a pronoun or a dropped subject means."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import NAMED, Phrase
from ruspolnews.mentions.phrases import in_case
from ruspolnews.mentions.resolution.before import body_before, document_before, object_before
from ruspolnews.mentions.resolution.bodies import entity_of, there
from ruspolnews.mentions.resolution.entities import (
    GENDERS,
    REMEMBERED,
    Credit,
    Entity,
    agrees,
)
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.resolution.several import group_before, one_of, one_of_two
from ruspolnews.mentions.scanning import noun_phrases, sentence_phrases
from ruspolnews.mentions.titles import title_of
from ruspolnews.mentions.traits import FORMER, ORDINALS, QUANTIFIERS
from ruspolnews.mentions.words import lexis
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import ABLT, GENT, NOMN

__all__ = ["antecedent", "pronoun"]

_BODIES: Final = frozenset(["medium", "organization", "document"])
"""What `он` seldom means though it spoke last."""
_NAMED_AFTER: Final = frozenset(["имени", "памяти"])
_AFTER: Final = ["им", "."]
_POINTING: Final = frozenset(["тот", "того", "той", "те", "тех"])


def pronoun(room: Room, credit: Credit, phrase: Phrase) -> Entity | None:
    """Return whom a pronoun or a relative means."""
    norm = room.doc.norms[phrase.head]
    if norm in ("я", "мы"):
        return None
    if norm in QUANTIFIERS and phrase.stop - phrase.start > 2:
        return one_of(room, phrase) if phrase.number == "sing" and room.doc.norms[phrase.start + 2] == "них" else None
    if norm in ORDINALS:
        return one_of_two(room, phrase) or one_of(room, phrase)
    if norm == "там":
        return there(room, phrase.start)
    if phrase.kind == "relative":
        described = _described(room, credit, phrase)
        if described is not None:
            return described
        return antecedent(room, credit._replace(at=phrase.start), phrase.gender or credit.gender, phrase.number)
    if norm in ("нем", "ней", "них") or room.doc.norms[phrase.start - 1] == "согласно":
        return document_before(room, credit, phrase)
    gender = phrase.gender if phrase.number != "plur" else ""
    last = room.last
    if last is not None and phrase.stop < len(room.doc.norms) and room.doc.norms[phrase.stop].startswith(_KNOWN):
        if (
            agrees(last, gender)
            and not last.plural
            and room.doc.sentence_of(phrase.start) - room.doc.sentence_of(room.last_at) == 1
        ):
            return last  # `рассказал чиновник. Зорич, по | его | данным, уехал`
    if norm in FORMER:
        others = [
            (place, who)
            for who, place in _candidates(room, credit, phrase.start)
            if who.person and who.gender == gender and not room.is_subject(who, place)
        ]
        if others:
            return max(others, key=lambda pair: pair[0])[1]
        other = object_before(room, phrase)
        if other is not None:
            return room.phrase(credit, other)
    found = antecedent(room, credit, gender, phrase.number or "sing", phrase.start)
    return found if found is not None or gender not in GENDERS else body_before(room, credit, phrase)


_KNOWN: Final = ("данны", "информаци", "сведени")
"""How the words begin for what somebody knows of others."""


def _described(room: Room, credit: Credit, relative: Phrase) -> Entity | None:
    """Return who stands right before the comma of a relative: `поздравил Зорича, | который сказал`."""
    doc = room.doc
    number = doc.sentence_of(relative.start)
    first = doc.sentences[number][0]
    near = range(relative.start - 1, max(first, relative.start - _LED), -1)
    comma = next((i for i in near if doc.words[i] == ","), -1)  # `, | по словам которого`
    if comma < 0:
        return None
    other = next((p for p in reversed(sentence_phrases(doc, number)) if p.stop <= comma), None)
    if other is None or other.stop != comma or other.number != relative.number:
        return None
    if other.cases == ABLT and other.name is None and not room.is_governed(other):  # `сделал другом Зорича, который`
        named = room.people.within(other.head + 1, other.stop)
        return room.entity(named[-1][1]) if named and agrees(room.entity(named[-1][1]), relative.gender) else None
    if other.kind == "thing" or (other.kind == "document" and other.number == "plur"):
        inner = next((p for p in reversed(noun_phrases(doc, other.head + 1, comma)) if p.stop == comma), None)
        if inner is None or inner.kind not in NAMED or not inner.cases & GENT:
            return None  # else `прогнозы тех | обозревателей, которые предсказывали`
        other = in_case(doc, inner.but(start=inner.start + (doc.norms[inner.start] in _POINTING)), GENT)
        if comma < relative.start - 1 and other.kind in ("medium", "organization", "group"):
            return room.phrase(credit, other)  # `информация газеты, согласно которой`
        if other.number != relative.number:
            return None
    alike = other.number == "plur" or not relative.gender or other.gender in ("", relative.gender)
    known = other.kind in NAMED | {"document"}
    return room.phrase(credit, other) if alike and known else None


_LED: Final = 5
"""Tokens from a relative back to its comma, at most."""


def antecedent(room: Room, credit: Credit, gender: str, number: str, before: int | None = None) -> Entity | None:
    """Return who was spoken of last and agrees: the last speaker of the paragraph, a subject, then any person."""
    at = credit.at if before is None else before
    doc = room.doc
    sentence = doc.sentence_of(at)
    if number == "plur":
        return group_before(room, at)
    best: tuple[float, int] = (0.0, 0)
    chosen: Entity | None = None
    asker = room.asker[0] if room.asker[1] == sentence else None
    candidates = [
        (who, place)
        for who, place in _candidates(room, credit, at)
        if not who.plural and who is not asker and agrees(who, gender)
    ]
    last = room.last
    if last is not None and ((last.plural and not room.last_is_one) or not agrees(last, gender)):
        last = None
    rivals = {id(candidate) for candidate, _ in candidates} | ({id(last)} if last else set())
    if len(rivals) == 1:
        return last or candidates[0][0]
    for candidate, place in candidates:
        subject = room.is_subject(candidate, place)
        distance = sentence - doc.sentence_of(place)
        score = 6.0 - distance * 1.5 + (2.0 if subject else 0.0) + (1.5 if candidate is room.last else 0.0)
        score -= 1.5 if candidate.kind != "person" and candidate is not room.last else 0.0
        score += 0.5 if gender and candidate.gender == gender else 0.0
        if (score, place) > best or chosen is None:
            best, chosen = (score, place), candidate
    if last is not None:
        distance = sentence - doc.sentence_of(room.last_at)
        one = before is None or last.kind not in _BODIES or room.last_is_one
        score = 6.0 - distance * 1.5 + (2.5 if one else -1.5)
        score += 1.0 if before is None and not distance else 0.0  # `Зорич сказал, что P, и напомнил, что`
        if chosen is None or score > best[0]:
            return last
    return chosen


def _candidates(room: Room, credit: Credit, at: int) -> list[tuple[Entity, int]]:
    """Return the persons named in the sentences before token `at`, outside the quote's content."""
    doc = room.doc
    number = doc.sentence_of(at)
    found: list[tuple[Entity, int]] = []
    for n in range(max(0, number - 4), number + 1):
        first, last = doc.sentences[n]
        for mention, person in room.people.within(first, min(last, at)):
            if any(a <= mention.start < b and mention.stop != b for a, b in credit.content):
                continue  # but not before an insert: `Зорич, как он признался, …`
            if doc.norms[mention.start - 1] in _NAMED_AFTER or doc.norms[mention.start - 2 : mention.start] == _AFTER:
                continue  # `театр имени Зорича`
            if mention.stop == mention.start + 1 and mention.start and _is_body(room, mention.start - 1):
                continue  # `театр Зорича`
            if _is_title(room, mention.start) or doc.norms[mention.start - 1].startswith("урожденн"):
                continue  # `спектакль «Дядя Ваня»`, `Анна Лужина, урождённая | Зорич`
            found.append((room.entity(person), mention.start))
        if n >= number - 1:
            found.extend(_roles_in(room, n, at, credit))
    return found


def _is_title(room: Room, i: int) -> bool:
    """Whether a name stands in quotation marks behind a noun: the title of a work, or what is named after somebody."""
    doc = room.doc
    for opening in range(i - 1, max(0, i - _TITLE), -1):
        if doc.marks.get(opening, -1) > i:
            noun = doc.words[opening - 1]
            return noun[0].islower() and doc.pos(opening - 1) == "NOUN" and doc.marks[opening] - opening <= 2 * _TITLE
    return False


_TITLE: Final = 4
"""Tokens before a name within the title of a work, at most."""


def _is_body(room: Room, i: int) -> bool:
    """Whether token `i` is a noun in small letters for a body, which a name behind it completes."""
    word = room.doc.words[i]
    return word[0].islower() and any(r.lemma in lexis().organizations for r in room.doc.readings(i)[:2])


def _roles_in(room: Room, number: int, at: int, credit: Credit) -> list[tuple[Entity, int]]:
    """Return the roles without a name that are subjects: `Залог внесла супруга чиновника.`."""
    found: list[tuple[Entity, int]] = []
    if room.asking:
        return found
    room.asking = True
    try:
        return _open_roles(room, number, at, credit)
    finally:
        room.asking = False


def _open_roles(room: Room, number: int, at: int, credit: Credit) -> list[tuple[Entity, int]]:
    found: list[tuple[Entity, int]] = []
    for phrase in sentence_phrases(room.doc, number):
        if phrase.number != "sing" or not phrase.cases & NOMN or phrase.start >= at or room.is_governed(phrase):
            continue
        if phrase.kind in ("organization", "medium") and (phrase.stop > phrase.start + 1 or phrase.name):
            body = entity_of(room, phrase, room.naming.own_name(phrase), phrase.kind)
            body.gender = body.gender or phrase.gender
            found.append((body, phrase.start))
            continue
        if phrase.kind != "role" or _explains(room, phrase) or _describes(room, phrase) or _is_said(room, phrase):
            continue
        if any(a <= phrase.start < b for a, b in credit.content):
            continue
        name = room.naming.text(phrase.but(cases=NOMN))
        entity = next((e for e in room.others[-REMEMBERED:] if e.folded == fold(name)), None)
        if entity is None:
            entity = Entity(name, "role", phrase.gender)
            entity.title = title_of(room.doc, phrase.start, phrase.stop, phrase.head)
            entity.mentions.add((phrase.start, phrase.stop))
            holder = room.holder(credit._replace(at=phrase.start), phrase)
            if holder:
                found.append((holder, phrase.start))
                continue
            room.others.append(entity)
        found.append((entity, phrase.start))
    return found


def _explains(room: Room, phrase: Phrase) -> bool:
    """Whether a role explains the name before it: `Анна Лужина, адвокат из Твери, …`."""
    i = phrase.start - 1
    return i > 0 and room.doc.words[i] == "," and any(m.stop == i for m, _ in room.people.within(i - 4, i))


def _is_said(room: Room, phrase: Phrase) -> bool:
    """Whether a role is what somebody is said to be: `она, дескать, | сама жертва`."""
    norms = room.doc.norms
    for i in range(phrase.start - 1, max(-1, phrase.start - _SAID), -1):
        if norms[i] in ("он", "она"):
            return True
        if norms[i] not in (",", "—", "не", "сам", "сама") and room.doc.pos(i) not in ("PRCL", "CONJ", "ADVB"):
            return False
    return False


_SAID: Final = 6
"""Tokens from a role back to the pronoun of whom it is said."""


def _describes(room: Room, phrase: Phrase) -> bool:
    """Whether an adjective describes who stands before a comma: `источник, близкий к следствию`."""
    doc = room.doc
    return phrase.start > 0 and doc.words[phrase.start - 1] == "," and doc.pos(phrase.head) == "ADJF"
