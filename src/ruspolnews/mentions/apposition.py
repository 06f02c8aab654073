"""Which personal name behind a head belongs to it, and which begins a phrase of its own."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.complements import latin_end
from ruspolnews.mentions.endings import GENITIVES
from ruspolnews.mentions.heads import head_at
from ruspolnews.mentions.names import Name, name_at
from ruspolnews.mentions.parts import is_first_name, is_surname, is_womans
from ruspolnews.mentions.words import NAME_TAGS, is_capital, lexis, noun
from ruspolnews.morphology.agreement import (
    GENT,
    MASC,
    NOMN,
    SING,
    Agreements,
    agreeing,
    any_gender,
)
from ruspolnews.morphology.word import is_latin
from ruspolnews.segmentation import Document

__all__ = [
    "apposes",
    "begins_titled_name",
    "is_before_holder",
    "is_named_next",
    "is_paper",
    "is_subject_next",
]

_OFFICES: Final = frozenset(
    "президент премьер премьер-министр канцлер король королева принц папа патриарх генерал".split()
)
_OBLIQUE: Final = ("ей", "ой")
"""Endings of a plural or of a woman's name in the genitive: `семьи Лужей`."""


def apposes(doc: Document, head: int, lemma: str, together: Agreements, person: Name) -> bool:
    """Whether a name after a role is its holder: not `представителя Обамы`, where the name completes the role."""
    genitive = person.agreements & GENT
    relational = lemma in lexis().relational
    if relational and person.stop - person.start == 1 and genitive and not _a_womans(doc, person, together):
        return bool(together & NOMN) and _surely_nominative(doc, person.start)
    if relational and together & NOMN:
        named = [r for r in doc.readings(person.start) if r.known and "Name" in r.tags]
        if named and named[0].case == "gent" and not any(r.case == "nomn" for r in named):
            return False  # `мать Ивана Лужина`
    if together & NOMN:
        return True
    if relational and genitive and noun(doc, head) & NOMN & SING:
        return False  # `супруга мэра Олега Дубова`
    if person.stop - person.start > 1 or lemma in _OFFICES or not genitive:
        return True
    readings = doc.readings(person.start)[:3]  # `депутата Петрова`, not `главы Эрмитажа`
    return any("Surn" in r.tags for r in readings) or (
        not readings[0].known and doc.norms[person.start].endswith(GENITIVES)
    )


def _a_womans(doc: Document, person: Name, together: Agreements) -> bool:
    """Whether a surname that may be a nominative is a genitive only as a woman's: `адвокат Зорич`, not `Петрова`."""
    if person.agreements & GENT & MASC or doc.norms[person.start].endswith(_OBLIQUE):
        return False
    if is_womans(doc, person.start) and not _is_she_next(doc, person.stop):
        return False  # `адвокат Рид | сообщил`
    return bool(together & NOMN)


def _is_she_next(doc: Document, verb: int) -> bool:
    """Whether a verb follows that asks for a woman."""
    return verb < len(doc.words) and any(r.pos == "VERB" and r.gender == "femn" for r in doc.readings(verb)[:2])


def _surely_nominative(doc: Document, i: int) -> bool:
    """Whether a word is a first name of the table, and the genitive of no other: `жена Анна`, not `адвокат Петра`."""
    top = doc.readings(i)[0]
    return top.case == "nomn" and "Name" in top.tags and doc.norms[i] in lexis().first_names


def is_subject_next(doc: Document, name: Name) -> bool:
    """Whether a verb that agrees follows a name that can be its subject."""
    if name.stop >= len(doc.words) or not doc.words[name.stop][0].islower() or doc.norms[name.stop].endswith("ся"):
        return False
    verb = doc.readings(name.stop)[0]
    for i in range(name.start, name.stop):
        reading = doc.readings(i)[0]
        if reading.known and not reading.tags & NAME_TAGS and not (reading.pos == "ADJF" and is_surname(doc, i)):
            return False  # `Нового Моста стала`, but `В кулуарах | Полевой сказал`
    subjects = name.agreements & agreeing("nomn", "", verb.gender)
    return verb.pos == "VERB" and verb.number != "plur" and bool(subjects)


def is_before_holder(doc: Document, lemma: str, agreements: Agreements, person: Name, last: int) -> bool:
    """Whether a name completes a title whose holder follows: `мэр Заречинска | Ольга Рид`, `врач Мэри Рид | Ян Цай`."""
    j = person.stop
    if j - person.start > 1 and lemma not in lexis().relational:
        return False
    if j + 1 >= last or not is_capital(doc.words[j]) or not is_first_name(doc, j):
        return False
    if not person.agreements & GENT:
        return False
    holder = name_at(doc, j, last)
    return holder is not None and holder.stop > j + 1 and bool(any_gender(agreements) & holder.agreements)


def begins_titled_name(doc: Document, j: int, last: int) -> bool:
    """Whether a role that may be a subject stands at token `j` before its verb, or before a name that may be one."""
    if j + 1 >= len(doc.words) or not doc.words[j][0].islower():
        return False
    if not noun(doc, j) & NOMN or head_at(doc, j).kind != "role":
        return False
    verb = doc.readings(j + 1)[0]
    if verb.pos == "VERB" and verb.number == "sing" and verb.gender in ("masc", "") and doc.words[j + 1][0].islower():
        return True  # `в эфире телеканала | политик заявил`
    if j + 1 >= last or not is_capital(doc.words[j + 1]):
        return False
    name = name_at(doc, j + 1, last)
    return name is not None and bool(name.agreements & NOMN)


def is_paper(doc: Document, i: int, agreements: Agreements) -> bool:
    """Whether token `i` behind `газета` is the paper's name and no surname: the paper may be the subject."""
    return bool(agreements & NOMN & SING) and not is_surname(doc, i)


def is_named_next(doc: Document, j: int, last: int) -> bool:
    """Whether a name in Russian letters follows, so that a Latin one is a body: `Trade Watch Ян О’Хара`."""
    j = latin_end(doc, j, last)
    return j < last and is_capital(doc.words[j]) and not is_latin(doc.words[j])
