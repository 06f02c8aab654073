"""General words for bodies and media, and which body or medium each may stand for."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.words import is_acronym, is_capital, lexis
from ruspolnews.morphology import fold
from ruspolnews.morphology.word import is_latin

__all__ = ["BODIES", "COLLECTIVES", "COMPANIES", "EITHER", "OFFICE", "PRESS", "VAGUE", "holds", "is_such", "may_mean"]

BODIES: Final = frozenset(
    "ведомство министерство агентство газета издание компания организация пресс-служба служба корпорация холдинг"
    " концерн".split()
)
"""Bodies called by a general word that tells little."""
COMPANIES: Final = frozenset(
    "компания корпорация холдинг концерн госкорпорация госкомпания авиакомпания перевозчик застройщик ритейлер"
    " производитель оператор банк".split()
)
VAGUE: Final = frozenset(
    "власть сторона страна группа население народ орган район государство республика центр"
    " следствие обвинение защита пресса сми армия войско".split()
)
"""Words for bodies that may mean another each time."""
COLLECTIVES: Final = frozenset("полиция милиция власть пресса сми армия войско".split())
"""Bodies that one article seldom has two of."""
_PRINTED: Final = frozenset(["газета", "журнал"])
_REGULATED: Final = {"регулятор": frozenset(["центробанк", "цб", "банк", "роскомнадзор", "фас", "фрс", "еврокомиссия"])}
_COMPOUNDS: Final = ("мин", "рос", "гос", "евро", "центр")
OFFICE: Final = "ведомство"
"""What an office of the state alone is called."""
EITHER: Final = frozenset(["агентство", "издание", "компания", "организация"])
"""Bodies that may be media as well."""
PRESS: Final = frozenset(["сми", "газета", "пресса"])


def holds(room: Room, body: Phrase, of: frozenset[str]) -> bool:
    """Whether the name of one body, with a capital letter, holds one of the words."""
    if body.number == "plur" or not any(is_capital(room.doc.words[i]) for i in range(body.start, body.stop)):
        return False
    return any(r.lemma in of for i in range(body.start, body.stop) for r in room.doc.readings(i)[:2])


def may_mean(room: Room, phrase: Phrase, body: Phrase) -> bool:
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
    if lemma in lexis().media_nouns and body.kind == "medium" and body.name is not None and lemma not in BODIES:
        return lemma.endswith(head.lemma) or head.lemma not in lexis().media_nouns
    if lemma in _REGULATED:
        return holds(room, body, _REGULATED[lemma])
    if lemma not in BODIES | COMPANIES or (body.kind != phrase.kind and lemma not in EITHER):
        return lemma in lexis().media_nouns and _writes(room, body)  # else `газета` is no ministry
    if lemma in COMPANIES:
        named = body.name is not None or (is_latin(first) and body.kind == "organization")
        return named and body.kind == "organization" and not head.tags & {"Geox"}
    if lemma == OFFICE and (body.name is not None or not _is_office(head.lemma.split())):
        return False
    if lemma == OFFICE and is_capital(first) and head.lemma in lexis().organizations:
        return True  # `Прокуратуру попросили вмешаться. В ведомстве отказались`
    if lemma in _PRINTED and is_acronym(first):
        return False  # `ТАСС` is no newspaper
    if body.name is not None and body.kind == "medium":
        return is_such(room, lemma, fold(room.naming.medium(body)))  # `газета «Волна»`
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


def is_such(room: Room, lemma: str, name: str) -> bool:
    """Whether a general word may mean a medium of that name: `агентство` is no `телеканал «Волна»`."""
    if lemma == OFFICE and not _is_office(name.split()):
        return False
    sort = room.sorts.get(name)
    return sort is None or lemma == sort or lemma in _ANY_MEDIUM or lemma not in lexis().media_nouns


_OFFICIAL: Final = ("национальн", "государственн", "федеральн")


def _is_office(words: list[str]) -> bool:
    """Whether a body of that name may be an office of the state: no shop, no party, no court."""
    if not lexis().private.isdisjoint(words) and not words[0].startswith(_OFFICIAL):
        return False  # but `Национальный институт обороны`
    return len(words) > 1 or words[0] in lexis().organizations or words[0].startswith(_COMPOUNDS) or len(words[0]) < 6


_ANY_MEDIUM: Final = frozenset(["издание", "сми", "медиа", "источник", "ресурс"])
