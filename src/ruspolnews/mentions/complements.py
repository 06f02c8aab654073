"""Where what completes the head of a noun phrase ends: genitives, what a preposition governs, regions, Latin names."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.declension import forms_of
from ruspolnews.mentions.heads import head_at, is_substantive
from ruspolnews.mentions.names import Name
from ruspolnews.mentions.parts import APOSTROPHES
from ruspolnews.mentions.traits import INTERIM, QUOTES
from ruspolnews.mentions.words import PLACES, PRONOUNS, TIMES, adjective, is_acronym, is_capital, lexis, noun
from ruspolnews.morphology.agreement import (
    ABLT,
    ACCS,
    DATV,
    GENT,
    LOCT,
    NOMN,
    PLUR,
    Agreements,
)
from ruspolnews.morphology.word import ACRONYM, ASCII, CAPITAL, LETTER, is_latin
from ruspolnews.segmentation import Document

__all__ = [
    "case_end",
    "complement_end",
    "descriptor_end",
    "domain_end",
    "genitive_end",
    "is_place",
    "latin_end",
    "modifies",
    "region_end",
]


def latin_end(doc: Document, j: int, last: int) -> int:
    """Return the token after capitalised Latin words from token `j` on: `The Northern Post`."""
    while j < last and is_latin(doc.words[j]):
        if is_capital(doc.words[j]):
            j += 1
            if j + 1 < last and doc.words[j] in APOSTROPHES and is_capital(doc.words[j + 1]):
                j += 1  # `L'Est`
            elif j + 1 < len(doc.words) and doc.words[j] in APOSTROPHES and doc.words[j + 1 : j + 2] == ["s"]:
                j += 2  # `Julien's Auctions`
        elif doc.words[j].isdigit() and j + 1 < last and is_latin(doc.words[j + 1]) and is_capital(doc.words[j + 1]):
            j += 2  # `Il Sole 24 Ore`
        elif doc.words[j] in _LINKS and j + 1 < last and is_latin(doc.words[j + 1]) and is_capital(doc.words[j + 1]):
            j += 2
        else:
            break
    return j


_LINKS: Final = frozenset("of the and de del della di da la le des du & for in on und der die et y e".split())
"""Small words within a Latin name: `Banca della Costa`, `Strutt & Parker`."""


def domain_end(doc: Document, j: int, last: int) -> int | None:
    """Return the token after a site's name that begins at token `j`: `vc.ru`."""
    if j + 2 < last and is_latin(doc.words[j]) and doc.words[j + 1] == "." and is_latin(doc.words[j + 2]):
        if doc.stops[j] == doc.starts[j + 1] and doc.stops[j + 1] == doc.starts[j + 2] and doc.words[j + 2].isalpha():
            return j + 3
    return None


def _town(doc: Document, j: int, last: int) -> int | None:
    """Return the token after a town that an abbreviation opens at token `j`: `г. Москве`."""
    if doc.norms[j] in _OF_TOWNS and j + 2 < last and doc.words[j + 1] == "." and is_capital(doc.words[j + 2]):
        return j + 3
    return None


_OF_TOWNS: Final = frozenset(["г", "гор"])


def complement_end(doc: Document, j: int, last: int, person: Name | None, kind: str) -> int | None:
    """Return the token after a complement in the genitive: `иностранных дел`, `МИД`, `Японии`, `Владимира Путина`."""
    if doc.norms[j] in ("одного", "одной") and j + 2 < last and doc.norms[j + 1] == "из":
        return genitive_end(doc, j + 2, last)  # `глава одного из заводов`
    shape = doc.tokens[j].shape
    if shape & ASCII or doc.norms[j] in _OF_TOWNS:
        domain = domain_end(doc, j, last) or _town(doc, j, last)
        if domain:
            return domain
    if shape & CAPITAL:
        if is_place(doc, j, person) or (shape & ACRONYM and shape & LETTER):
            return j + 1
        if shape & ASCII:
            return latin_end(doc, j + 1, last)
    if person and kind not in ("role", "group") and person.stop - person.start == 1:
        inflected = any(f.case == "gent" and f.nominative != doc.words[j] for f in forms_of(doc, j))
        return person.stop if inflected else None
    if person and person.stop > j + 1 and lexis().first_names.get(doc.norms[j]) == "masc":
        if doc.norms[j][-1] not in _VOWELS:
            return None  # `по словам врачей | Роберт Линд лежал в палате`: no genitive
    if person:
        return person.stop if person.agreements & GENT else None
    return genitive_end(doc, j, last)


_VOWELS: Final = "аеиоуыэюя"
_TOWNS: Final = ("ска", "цка")
"""Genitives of towns; a surname in -ска is hardly Russian."""


def is_place(doc: Document, j: int, person: Name | None) -> bool:
    """Whether a word is a place: `судья округа Галвестон`, `мэр Омска`, not `аким области Ерлан Омаров`."""
    if doc.norms[j].endswith(_TOWNS) and person is not None and person.stop == person.start + 1:
        return doc.norms[j] not in lexis().first_names and j > 0 and head_at(doc, j - 1).kind == "role"
    if doc.readings(j - 1)[0].lemma not in PLACES or doc.norms[j] in lexis().first_names:
        return False
    return person is None or person.stop - person.start != 2


def genitive_end(doc: Document, j: int, last: int) -> int | None:
    """Return the token after adjectives and a noun in the genitive, with what is coordinated to it."""
    if doc.norms[j] == "слова":
        return None  # `в мэрии | слова депутата опровергли`
    stop = case_end(doc, j, last, GENT)
    if stop == j + 1 and doc.norms[j] in INTERIM:
        whose = case_end(doc, stop, last, GENT) if stop < last else None
        while whose is not None and whose < last and not is_capital(doc.words[whose]):
            whose = case_end(doc, whose, last, GENT)  # `врио главы региона | Иван Зуев`
        if whose is not None and whose < last and is_capital(doc.words[whose]) and noun(doc, whose) & NOMN:
            return None  # `в своём канале | врио главы Иван Зуев`
    if stop is None or (stop > j + 1 and doc.readings(stop - 1)[0].lemma in TIMES):
        return None  # `по данным следствия | третьего мая Зуев ушёл`
    k = stop
    while k + 1 < last and doc.norms[k] in ("и", ","):
        more = case_end(doc, k + 1, last, GENT)
        if more is None or not (doc.words[k + 1][0].islower() or _two_countries(doc, k)):
            break
        if doc.norms[k] == "," and not (more < last and doc.norms[more] in ("и", ",")):
            break
        if doc.norms[k] == "и" and noun(doc, more - 1) & NOMN and head_at(doc, more - 1).kind != "thing":
            break
        k = more
    return k


def _two_countries(doc: Document, i: int) -> bool:
    """Whether `и` at token `i` stands between two countries: `министры России и Китая`."""
    countries = lexis().countries
    return doc.norms[i] == "и" and all(doc.readings(k)[0].lemma in countries for k in (i - 1, i + 1))


_NO_NOUNS: Final = frozenset(["PREP", "CONJ", "VERB", "PRCL", "ADJS", "PRTS"])


def case_end(doc: Document, i: int, last: int, case: Agreements) -> int | None:
    """Return the token after adjectives and a noun that agree in a case, or after an adjective that is a noun."""
    j = i
    open_to = case
    while j < last:
        own = open_to & adjective(doc, j)
        if not own or (noun(doc, j) & case and not modifies(doc, j, last)):
            break
        open_to = own
        j += 1
    if j < last and open_to & noun(doc, j) and doc.norms[j] not in PRONOUNS:
        if doc.tokens[j].shape & CAPITAL or doc.pos(j) not in _NO_NOUNS:
            return j + 1
    return j if j > i and is_substantive(doc, j - 1) else None


def modifies(doc: Document, j: int, last: int) -> bool:
    """Whether a word that may be adjective or noun is an adjective here: a noun that agrees follows."""
    if j + 1 >= last:
        return False
    return bool(adjective(doc, j) & (noun(doc, j + 1) | adjective(doc, j + 1)))


def descriptor_end(doc: Document, j: int, last: int) -> int | None:
    """Return the token after what a preposition of a title governs: `в Кремле`, `от ОБСЕ`, `по бюджету`."""
    word = doc.words[j]
    if word in QUOTES:
        closing = doc.marks.get(j, -1)
        return closing + 1 if j < closing < last and is_capital(doc.words[j + 1]) else None
    if is_acronym(word):
        return j + 1
    town = _town(doc, j, last)
    if town:
        return town
    if doc.norms[j - 1] == "в" and noun(doc, j) & NOMN & PLUR:
        if head_at(doc, j).lemma in lexis().roles:  # `кандидат в президенты`
            return (genitive_end(doc, j + 1, last) if j + 1 < last else None) or j + 1
    reach = None
    for case in (DATV,) if doc.norms[j - 1] == "по" else (LOCT, GENT, DATV, ACCS, ABLT):
        stop = case_end(doc, j, last, case)
        if stop:
            if stop + 1 < last and doc.norms[stop] == "и":
                more = case_end(doc, stop + 1, last, case)
                if more and (doc.words[stop + 1][0].islower() or _are_bodies(doc, j, stop + 1)):
                    return more
            reach = reach or stop
    return reach


def _are_bodies(doc: Document, i: int, j: int) -> bool:
    """Whether two capitalised nouns are bodies of one sort: `из | Университета Тулы и | Университета Осло`."""
    return doc.readings(i)[0].lemma == doc.readings(j)[0].lemma and head_at(doc, j).kind == "organization"


_REGIONS: Final = frozenset("область край республика округ район город регион федерация".split())


def region_end(doc: Document, j: int, last: int) -> int | None:
    """Return the token after the region that a body is there for: `УМВД по | Томской области`, `по | Татарстану`."""
    stop = case_end(doc, j, last, DATV)
    if stop is None:
        return None
    named = is_capital(doc.words[stop - 1]) or doc.readings(stop - 1)[0].lemma in _REGIONS
    return stop if named and is_capital(doc.words[j]) else None
