"""Who speaks in a document: who issued it, on whose site it stands, else the document itself."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from ruspolnews.mentions.openers import pronoun_at
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import in_case, phrase_at
from ruspolnews.mentions.resolution.antecedents import pronoun
from ruspolnews.mentions.resolution.bodies import entity_of
from ruspolnews.mentions.resolution.entities import (
    REMEMBERED,
    Credit,
    Entity,
)
from ruspolnews.mentions.resolution.issuing import acting, announced, court, doer, quarters
from ruspolnews.mentions.resolution.room import Room
from ruspolnews.mentions.scanning import noun_phrases, sentence_phrases
from ruspolnews.mentions.words import POSSESSIVES, is_capital, lexis, noun
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import ABLT, GENT, NOMN, SING
from ruspolnews.morphology.word import is_latin

__all__ = ["issuer", "keeper_of_site"]

_DATE: Final = 4
"""Tokens of a date between a participle and who did it: `опросу, проведённому 27 июня | институтом`."""
_NEAR: Final = 5
"""Tokens behind a document among which the site is named that it stands on."""
_RECORDS: Final = frozenset(
    "документ материал данные решение показание протокол перепись опрос статистика реестр картотека каталог"
    " выписка".split()
)
"""Documents that speak for nobody."""
_INQUIRIES: Final = frozenset("следствие дело проверка расследование суд обвинение защита экспертиза".split())
"""Whose materials speak for nobody."""
_COUNTS: Final = frozenset("статистика перепись опрос".split())
"""Documents that are no words of a person who spoke before."""
_LAWS: Final = frozenset("закон законопроект кодекс конституция устав".split())
"""Documents that are no words of a medium or a body that spoke before."""
_PERSONS: Final = frozenset(["person"])
_BODIES: Final = frozenset(["organization", "medium"])
_DECISIONS: Final = frozenset(["решение", "протокол"])
"""Records in which the body speaks that is named with them: `в решении комиссии говорится`."""
_RELEASES: Final = frozenset(["пресс-релиз", "релиз"])
"""Documents of the body that the sentence before tells of."""
_FORMAL: Final = frozenset(
    "протокол отчет статья определение постановление приговор акт справка заключение экспертиза представление"
    " исследование доклад договор иск меморандум".split()
)
"""Documents that are seldom one person's, so that they are no words of who spoke before."""
_BOOKS: Final = frozenset("книга роман мемуары автобиография монография учебник".split())
"""What has a name in quotation marks and is called no `документ`."""
_TEXTS: Final = frozenset("документ текст бумага материал".split())


def issuer(room: Room, credit: Credit, phrase: Phrase) -> Entity:
    """Return who issued a document: whom its title names, else who spoke last, else the document itself."""
    lemma = room.doc.readings(phrase.head)[0].lemma
    inner = next(iter(noun_phrases(room.doc, phrase.head + 1, phrase.stop)), None)
    speaks = inner is not None and lemma == "материал" and room.doc.readings(inner.head)[0].lemma not in _INQUIRIES
    body = inner is not None and inner.kind in ("medium", "organization")
    if inner and (lemma not in _RECORDS or (body and (speaks or lemma in _DECISIONS))):
        inner = in_case(room.doc, inner, GENT) if inner.cases & GENT else inner
        if inner.kind in ("organization", "person", "medium", "role"):
            return room.phrase(credit, inner)
        if is_capital(room.doc.words[inner.start]):
            return entity_of(room, inner, room.naming.text(inner.but(kind="organization")), "organization")
    marked = _marked(room, phrase) or _signed(room, credit, phrase)
    if marked is not None:
        return marked
    for other in sentence_phrases(room.doc, room.doc.sentence_of(phrase.start)):
        if (
            other.start < phrase.start
            and other.cases & NOMN
            and other.kind in ("organization", "person", "medium")
            and not any(a <= other.start < b for a, b in credit.content)
        ):
            if lemma not in _RECORDS:
                return room.phrase(credit, other)
    if room.doc.norms[phrase.start] in POSSESSIVES and phrase.head > phrase.start:
        owner = pronoun(room, credit, pronoun_at(room.doc, phrase.start))  # `в её заявлении`
        if owner:
            return owner
    agent = _agent(room, phrase)
    if agent is None and lemma not in _RECORDS:
        agent = _host(room, phrase)
    if agent is None and (phrase.stop == phrase.start + 1 or _is_plain(room, phrase)):
        speaks = lemma not in _RECORDS | _LAWS
        agent = doer(room, phrase, lemma) or court(room, phrase, lemma)
        agent = agent or (acting(room, phrase) if lemma in _RELEASES else None)
        agent = agent or (quarters(room, phrase, 0) if speaks else None) or announced(room, phrase, lemma)
        agent = agent or (quarters(room, phrase, 1) if speaks else None)
    if agent:
        return room.phrase(credit, agent)
    if phrase.stop == phrase.start + 1 and lemma in _TEXTS:
        for entity in reversed(room.others[-REMEMBERED:]):
            if entity.kind == "document" and is_capital(entity.name):
                return entity
        titled = _titled_document(room, phrase.start)
        if titled:
            return entity_of(room, titled, room.naming.own_name(titled), "document")
    issuers = _PERSONS if lemma in _LAWS else _BODIES if lemma in _COUNTS else _PERSONS | _BODIES
    if (phrase.stop == phrase.start + 1 or _is_plain(room, phrase)) and room.last:
        if room.last.kind == "person" and lemma in _FORMAL:
            issuers = _BODIES
        if room.last.kind in issuers or (room.last.kind == "role" and lemma in _PERSONAL and _is_near(room, phrase)):
            return room.last
    return entity_of(room, phrase, room.naming.text(phrase), "document")


def _signed(room: Room, credit: Credit, phrase: Phrase) -> Entity | None:
    """Return who signed a document: `в отзыве за подписью | министра Ильи Зорича`."""
    i, last = phrase.stop, room.doc.sentences[room.doc.sentence_of(phrase.start)][1]
    if room.doc.norms[i : i + 2] != ["за", "подписью"] or i + 2 >= last:
        return None
    signer = phrase_at(room.doc, i + 2, i + 2, last)
    if signer is None or not signer.cases & GENT or signer.kind not in ("person", "role"):
        return None
    return room.phrase(credit, in_case(room.doc, signer, GENT))


def keeper_of_site(room: Room, credit: Credit, phrase: Phrase) -> Entity | None:
    """Return the body whose site a phrase names: `сайт | надзорной службы`, `сайт «Волны»`."""
    doc = room.doc
    if doc.readings(phrase.head)[0].lemma not in _SITES or phrase.head + 1 >= phrase.stop:
        return None
    if phrase.name is not None:
        return _marked(room, phrase.but(stop=phrase.head + 1))
    keeper = phrase_at(doc, phrase.head + 1, phrase.head + 1, phrase.stop)
    if keeper is None or keeper.stop != phrase.stop or not keeper.cases & GENT:
        return None
    return room.phrase(credit, in_case(doc, keeper, GENT)) if keeper.kind in ("organization", "medium") else None


_SITES: Final = frozenset("сайт веб-сайт страница".split())


def _is_plain(room: Room, phrase: Phrase) -> bool:
    """Whether an adjective that tells nothing of the owner is all that a document has: `в официальном комментарии`."""
    if room.doc.norms[phrase.start + 1] == "же" and phrase.stop == phrase.head + 1 == phrase.start + 3:
        return True  # `в том же письме`
    lemma = room.doc.readings(phrase.start)[0].lemma
    return phrase.stop == phrase.head + 1 == phrase.start + 2 and lemma in _PLAIN


_PLAIN: Final = frozenset("официальный специальный опубликованный данный этот письменный совместный итоговый".split())


def _is_near(room: Room, phrase: Phrase) -> bool:
    """Whether who spoke last did so in the sentence before or the one before that."""
    return room.doc.sentence_of(phrase.start) - room.doc.sentence_of(room.last_at) <= _BACK


_BACK: Final = 2
_PERSONAL: Final = frozenset("заявление обращение письмо комментарий ответ послание пост".split())
"""What somebody without a name may have put out."""


def _marked(room: Room, phrase: Phrase) -> Entity | None:
    """Return the body whose name in marks and in the genitive follows a document: `в сообщении «Волны»`."""
    doc, opening = room.doc, phrase.stop
    closing = doc.marks.get(opening, -1)
    if closing < opening + 2 or not is_capital(doc.words[opening + 1]) or is_latin(doc.words[opening + 1]):
        return None
    if closing > opening + 2:  # `в статье «Северной газеты»`
        inner = phrase_at(doc, opening + 1, opening + 1, closing)
        if inner is None or inner.stop != closing or not inner.cases & GENT or inner.cases & NOMN:
            return None
        text = room.naming.medium(inner) if inner.kind == "medium" and inner.name else ""
        text = text or room.naming.text(inner.but(cases=GENT, kind="organization"))
        return entity_of(room, inner, text, "medium" if fold(text) in lexis().media else "organization")
    body = Phrase(opening, closing + 1, opening + 1, "organization", GENT, "sing", "", (opening + 1, closing))
    name = room.naming.medium(body)
    if name == doc.words[opening + 1]:
        if not noun(doc, opening + 1) & GENT & SING or noun(doc, opening + 1) & NOMN & SING:
            return None  # `в докладе «Путь»`
        name = room.naming.named_once(body)
    return entity_of(room, body, name, "medium" if fold(name) in lexis().media else "organization")


def _agent(room: Room, phrase: Phrase) -> Phrase | None:
    """Return who put a document out: `в пресс-релизе, выпущенном министерством`."""
    doc = room.doc
    i = phrase.stop
    if i < len(doc.words) and doc.pos(i) == "PREP":  # `в ответе | на запрос редакции |, подписанном министром`
        i = next((k for k in range(i + 1, min(len(doc.words), i + _DATE + 2)) if doc.words[k] in ",.:"), i)
    agent: Phrase | None = None
    if phrase.head > phrase.start + 1 and "pssv" in doc.readings(phrase.start)[0].tags:
        agent = phrase_at(doc, phrase.start + 1, phrase.start + 1, phrase.head)
    elif i + 2 < len(doc.words) and doc.words[i] == "," and "pssv" in doc.readings(i + 1)[0].tags:
        last = doc.sentences[doc.sentence_of(i)][1]
        stop = min(last, i + 2 + _DATE)
        places = [k for k in range(i + 2, stop) if "," not in doc.words[i + 2 : k] and doc.pos(k - 1) != "PREP"]
        later = (phrase_at(doc, k, k, last) for k in places)
        agent = next((p for p in later if p is not None and p.cases & ABLT and p.kind != "thing"), None)
    if agent is None or not agent.cases & ABLT or agent.kind not in ("person", "organization", "role", "medium"):
        return None
    return agent.but(cases=ABLT)


def _host(room: Room, phrase: Phrase) -> Phrase | None:
    """Return the body on whose site a document stands: `в сообщении на сайте мэрии`."""
    doc = room.doc
    last = doc.sentences[doc.sentence_of(phrase.start)][1]
    site = next((i for i in range(phrase.stop, min(last, phrase.stop + _NEAR)) if doc.norms[i] == "сайте"), -1)
    if site < 0 or any(doc.pos(i) == "VERB" for i in range(phrase.stop, site)):
        return None
    host = phrase_at(doc, site + 1, site + 1, last)
    if host is None or not host.cases & GENT or host.kind != "organization":
        return None
    return host.but(cases=GENT)


def _titled_document(room: Room, before: int) -> Phrase | None:
    """Return the document with a name in quotation marks that the article named last: `доклад «Путь»`."""
    doc = room.doc
    if room.documents is None:
        papers = lexis().documents - _BOOKS
        room.documents = sorted(
            opening
            for opening, closing in doc.marks.items()
            if 0 < opening < closing - 1
            and is_capital(doc.words[opening + 1])
            and any(r.lemma in papers for r in doc.readings(opening - 1)[:2])
        )
    place = bisect_left(room.documents, before)
    if not place:
        return None
    opening = room.documents[place - 1]
    closing = doc.marks[opening]
    head, name = opening - 1, (opening + 1, closing)
    return Phrase(head, closing + 1, head, "document", NOMN, "sing", "", name)
