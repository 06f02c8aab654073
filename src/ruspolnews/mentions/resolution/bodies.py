"""Bodies, media and groups: by name, by a part of the name, by a general word such as `ведомство`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import in_case, phrase_at
from ruspolnews.mentions.resolution.entities import (
    REMEMBERED,
    Credit,
    Entity,
)
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.scanning import sentence_phrases
from ruspolnews.mentions.titles import are_alike, title_of, words_of
from ruspolnews.mentions.words import is_acronym, is_capital, lexis
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import GENT, LOCT

__all__ = ["department", "entity_of", "general_body", "there", "told_later"]

_BODIES: Final = frozenset(
    "ведомство министерство агентство газета издание компания организация пресс-служба служба корпорация холдинг"
    " концерн".split()
)
"""Bodies called by a general word that tells little."""
_COMPANIES: Final = frozenset(
    "компания корпорация холдинг концерн госкорпорация госкомпания авиакомпания перевозчик застройщик ритейлер"
    " производитель оператор банк".split()
)
_VAGUE: Final = frozenset(
    "власть сторона страна группа население народ орган район государство республика центр"
    " следствие обвинение защита пресса сми армия войско".split()
)
"""Words for bodies that may mean another each time."""
_PRINTED: Final = frozenset(["газета", "журнал"])
_REGULATED: Final = {"регулятор": frozenset(["центробанк", "цб", "банк", "роскомнадзор", "фас", "фрс", "еврокомиссия"])}
_COMPOUNDS: Final = ("мин", "рос", "гос", "евро", "центр")
_EITHER: Final = frozenset(["агентство", "издание", "компания", "организация"])
"""Bodies that may be media as well."""
_MEDIA: Final = frozenset(["medium"])
_NAMED: Final = frozenset(["organization", "medium"])
_BACK: Final = 7
"""Sentences before it in which `ведомство` looks for its name."""
_MEDIA_BACK: Final = 20
"""Sentences before it in which `издание` looks for the name of a medium."""


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
    if kind in ("organization", "medium") and (folded in _BODIES or folded in _COMPANIES):
        body = _meant(room, phrase, folded, kind)
        if body:
            return body
    elif kind == "organization" and phrase.stop == phrase.start + 1 and is_acronym(name):
        body = _of_country(room, phrase)
        if body:
            return body
    elif kind in ("organization", "medium") and phrase.number != "plur" and name[0].islower():
        body = _called(room, phrase)
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
    entity = Entity(name, kind, phrase.gender if kind in ("role", "person") else "", plural=phrase.number == "plur")
    if phrase.kind == "role":
        entity.title = title_of(room.doc, phrase.start, phrase.stop, phrase.head)
    room.others.append(entity)
    return entity


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
    bodies = [e for e in others if e.folded not in _PRESS]  # the `СМИ` of a headline are no `издание`
    spoken = next((e for e in reversed(bodies) if e.kind == kind and _is_such(room, lemma, e.folded)), None)
    open_to = lemma in _EITHER or lemma in lexis().media_nouns
    either = next((e for e in reversed(bodies) if _is_named(e, lemma)), None) if open_to else None
    if kind == "medium":
        body = (
            _of_sort(room, lemma)
            or _named_body(room, phrase, outside=True, kinds=_MEDIA, back=1)
            or spoken
            or _longer(room, phrase)
            or _named_body(room, phrase, outside=True, kinds=_MEDIA, back=_MEDIA_BACK)
        )
    else:
        body = _longer(room, phrase)
    if lemma in _COMPANIES:
        return body or _body_before(room, phrase) or ((spoken or either) if lemma in _EITHER else None)
    return body or spoken or either or _body_before(room, phrase)


def _is_named(body: Entity, lemma: str) -> bool:
    """Whether a body that spoke has a name such as `издание` or `компания` may stand for: the `полиция` is neither."""
    return lemma not in lexis().media_nouns or (body.name[0].isupper() and body.words[0] not in lexis().organizations)


def _of_country(room: Room, phrase: Phrase) -> Entity | None:
    """Return the body whose letters stand with a country before: `пресс-служба | МВД Дании | … в МВД`."""
    doc = room.doc
    first = doc.sentences[max(0, doc.sentence_of(phrase.start) - _BACK)][0]
    for i in range(phrase.start - 2, first - 1, -1):
        if doc.norms[i] == doc.norms[phrase.head] and is_capital(doc.words[i + 1]):
            whole = phrase_at(doc, i, i, i + 2)
            if whole is not None and whole.stop == i + 2 and "Geox" in doc.readings(i + 1)[0].tags:
                return _body(room, whole)
    return None


def _longer(room: Room, phrase: Phrase) -> Entity | None:
    """Return the last body with the same head and more words: `пресс-служба мэрии … в пресс-службе`."""
    doc = room.doc
    lemma = doc.readings(phrase.head)[0].lemma
    number = doc.sentence_of(phrase.start)
    for n in range(number, max(-1, number - _BACK - 1), -1):
        for other in reversed(sentence_phrases(doc, n)):
            if other.start < phrase.start and other.stop > other.start + 1 and other.kind in ("organization", "medium"):
                if doc.readings(other.head)[0].lemma == lemma and other.stop > other.head + 1:
                    return _body(room, other)
    return None


def told_later(
    room: Room, credits: Sequence[Credit], order: Sequence[int], found: Sequence[Entity | None], n: int
) -> Entity | None:
    """Return which medium the `СМИ` of a headline are: the first that the text below cites by name."""
    entity, at = found[n], credits[n].at
    if entity is None or entity.folded not in _PRESS or room.doc.sentence_of(at) != 0:
        return None
    for later in order[order.index(n) + 1 :]:
        other = found[later]
        if other is not None and other.kind == "medium" and other.name[:1].isupper() and other.folded not in _PRESS:
            return other
    return None


_PRESS: Final = frozenset(["сми", "газета", "пресса"])


def general_body(room: Room, phrase: Phrase) -> Entity | None:
    """Return the body with a proper name that a general word alone means: `ведомство`, `издание`, `министерство`."""
    lemma = room.doc.readings(phrase.head)[0].lemma
    if lemma not in _BODIES and lemma not in _COMPANIES:
        return None
    body = _longer(room, phrase) or _body_before(room, phrase)
    if body is None or (phrase.kind == "medium" and body.kind != "medium"):
        return None
    if not body.name[0].isupper() and len(body.words) < 2:
        return None
    return body


def _of_sort(room: Room, lemma: str) -> Entity | None:
    """Return the last medium that spoke and was called by a word beside its name: `телеканал «Волна»`."""
    return next((e for e in reversed(room.others[-REMEMBERED:]) if room.sorts.get(e.folded) == lemma), None)


def _is_such(room: Room, lemma: str, name: str) -> bool:
    """Whether a general word may mean a medium of that name: `агентство` is no `телеканал «Волна»`."""
    sort = room.sorts.get(name)
    return sort is None or lemma == sort or lemma in _ANY_MEDIUM or lemma not in lexis().media_nouns


_ANY_MEDIUM: Final = frozenset(["издание", "сми", "медиа", "источник", "ресурс"])


def _body_before(room: Room, phrase: Phrase) -> Entity | None:
    """Return the body with a proper name that was named last, for `организация`, `ведомство`."""
    return _named_body(room, phrase, outside=True) or _named_body(room, phrase, outside=False)


def _called(room: Room, phrase: Phrase) -> Entity | None:
    """Return the body whose kind a word alone names: `канал «Волна» … на канале`, `военное ведомство`."""
    doc = room.doc
    lemma = doc.readings(phrase.head)[0].lemma
    if phrase.stop == phrase.start + 1 and (lemma in lexis().organizations or lemma in lexis().media_nouns):
        if lemma in _VAGUE:
            return _only(room, phrase, lemma)
        if is_acronym(doc.words[phrase.head]):
            return None
        return _of_sort(room, lemma) or _body_before(room, phrase)
    return department(room, phrase)


def _only(room: Room, phrase: Phrase, lemma: str) -> Entity | None:
    """Return the only body before that is called by the word and more: `британская полиция … полиция`."""
    doc = room.doc
    number = doc.sentence_of(phrase.start)
    found: dict[str, Phrase] = {}
    for n in range(max(0, number - _ONLY_BACK), number + 1):
        for other in sentence_phrases(doc, n):
            if other.start >= phrase.start or doc.readings(other.head)[0].lemma != lemma:
                continue
            if other.kind == phrase.kind and other.stop > other.start + 1:
                words = {r.lemma for i in range(other.start, other.stop) for r in doc.readings(i)[:1]}
                found.setdefault(" ".join(sorted(words)), other)
    if len(found) != 1:
        return None
    body = next(iter(found.values()))
    if phrase.number != "plur":
        return _body(room, body)
    body = body.but(number="plur")  # `власти США`, which the genitive singular is spelled like
    return entity_of(room, body, room.naming.own_name(body), body.kind)


_ONLY_BACK: Final = 12
"""Sentences before it in which `полиция` looks for what was said of it more."""


def department(room: Room, phrase: Phrase) -> Entity | None:
    """Return the body that an adjective and `ведомство` mean: `оборонное ведомство` for the ministry of defence."""
    readings = room.doc.readings
    if readings(phrase.head)[0].lemma not in ("ведомство", "служба") or phrase.stop > phrase.head + 1:
        return None
    words = words_of(readings(phrase.head - 1)[0].lemma) if phrase.head > phrase.start else frozenset()
    own = readings(phrase.start)[0].lemma  # `американское дипломатическое ведомство`
    if (
        not words
        or phrase.head > phrase.start + 2
        or (phrase.head == phrase.start + 2 and own not in lexis().countries)
    ):
        return None
    return _named_body(room, phrase, outside=False, of=words | {readings(phrase.head - 1)[0].lemma})


def _named_body(
    room: Room,
    phrase: Phrase,
    *,
    outside: bool,
    of: frozenset[str] = frozenset(),
    kinds: frozenset[str] = _NAMED,
    back: int = _BACK,
) -> Entity | None:
    """Return the last body before the phrase that it may mean, outside all reported words if that is asked.

    `of`: words one of which the body's name must hold. `kinds`: kinds of phrases. `back`: how many sentences before
    that of the phrase are looked at.
    """
    number = room.doc.sentence_of(phrase.start)
    for n in range(number, max(-1, number - back - 1), -1):
        for other in reversed(sentence_phrases(room.doc, n)):
            if other.start >= phrase.start or other.kind not in kinds:
                continue
            if outside and room.reported[other.start]:
                continue
            if _holds(room, other, of) if of else _may_mean(room, phrase, other):
                if other.kind == "medium" and other.name:
                    return entity_of(room, other, room.naming.medium(other), "medium")
                return _body(room, other)
    return None


def _holds(room: Room, body: Phrase, of: frozenset[str]) -> bool:
    """Whether the name of one body, with a capital letter, holds one of the words."""
    if body.number == "plur" or not any(is_capital(room.doc.words[i]) for i in range(body.start, body.stop)):
        return False
    return any(r.lemma in of for i in range(body.start, body.stop) for r in room.doc.readings(i)[:2])


def _may_mean(room: Room, phrase: Phrase, body: Phrase) -> bool:
    """Whether a general word such as `ведомство` may mean a body that is named before it."""
    doc = room.doc
    lemma = doc.readings(phrase.head)[0].lemma
    first = doc.words[body.start]
    nouns = [r for r in doc.readings(body.head) if r.pos == "NOUN"]
    if (nouns and all(r.number == "plur" for r in nouns)) or doc.pos(body.start) == "PREP":
        return False  # a law: `«О гражданстве»`
    head = doc.readings(body.head)[0]
    if head.lemma == lemma and body.stop > body.start + 1:
        return True  # `телеканал «Волна»`, `полиция Дублина`
    if body.name is not None and head.lemma.endswith(lemma):
        return True  # `авиакомпания «Волна»` for `компания`
    if lemma in lexis().media_nouns and body.kind == "medium" and body.name is not None and lemma not in _BODIES:
        return lemma.endswith(head.lemma) or head.lemma not in lexis().media_nouns
    if lemma in _REGULATED:
        return _holds(room, body, _REGULATED[lemma])
    if lemma not in _BODIES | _COMPANIES or (body.kind != phrase.kind and lemma not in _EITHER):
        return lemma in lexis().media_nouns and _writes(room, body)  # else `газета` is no ministry
    if lemma in _COMPANIES:
        named = body.name is not None or (first.isascii() and body.kind == "organization")
        return named and body.kind == "organization" and not head.tags & {"Geox"}
    if lemma in _PRINTED and is_acronym(first):
        return False  # `ТАСС` is no newspaper
    if body.name is not None and body.kind == "medium":
        return _is_such(room, lemma, fold(room.naming.medium(body)))  # `газета «Волна»`
    if "Geox" in head.tags:
        return False  # `Северная Корея` is no ministry
    alone = body.stop == body.start + 1 and not is_acronym(first)
    return is_capital(first) and (not alone or head.lemma.startswith(_COMPOUNDS))


def _writes(room: Room, body: Phrase) -> bool:
    """Whether a name in quotation marks is the subject of a verb of the press: `пишет «Северная заря»`."""
    doc = room.doc
    if body.start < 2 or doc.marks.get(body.start - 1, -1) < body.stop - 1:
        return False
    beside = (body.start - 2, doc.marks[body.start - 1] + 1)
    return any(i < len(doc.words) and doc.readings(i)[0].lemma in _PRESS_VERBS for i in beside)


_PRESS_VERBS: Final = frozenset("писать сообщать сообщить передавать передать отмечать рассказывать уточнять".split())


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


def _body(room: Room, phrase: Phrase) -> Entity:
    """Return the body of a phrase that is no source, or was one before."""
    for entity in reversed(room.others[-REMEMBERED:]):
        if any(phrase.start <= start < phrase.stop for start, _ in entity.mentions):
            return entity
    if phrase.start and room.doc.norms[phrase.start - 1] in ("в", "на") and phrase.cases & LOCT:
        phrase = phrase.but(cases=LOCT)
    elif phrase.start and phrase.cases & GENT and room.doc.pos(phrase.start - 1) == "NOUN":
        phrase = in_case(room.doc, phrase, GENT)  # `глава | телекомпании «Волна»`
    return entity_of(room, phrase, room.naming.own_name(phrase), phrase.kind)
