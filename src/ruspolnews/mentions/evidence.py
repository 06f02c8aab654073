"""Which capitalised words of a text are surely the name of a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ruspolnews.mentions.apposition import is_paper
from ruspolnews.mentions.declension import forms_of, is_capital_after_article
from ruspolnews.mentions.government import finite_verb, governed
from ruspolnews.mentions.heads import medium_at
from ruspolnews.mentions.names import name_at
from ruspolnews.mentions.parts import LEADING, is_family_name, is_first_name, is_surname, speaks_alone, title_before
from ruspolnews.mentions.words import NAME_TAGS, PLACES, adjective, is_capital, lexis, noun
from ruspolnews.morphology.agreement import Agreements
from ruspolnews.morphology.word import ACRONYM, SMALL, is_latin
from ruspolnews.segmentation import Document

__all__ = ["is_evident", "name_spans", "nominative_parts"]

_SURNAMES: Final = (
    "ов",
    "ова",
    "ев",
    "ева",
    "ёв",
    "ёва",
    "ин",
    "ина",
    "ский",
    "ская",
    "цкий",
    "цкая",
    "енко",
    "ич",
    "чук",
    "швили",
    "дзе",
    "ян",
)
_BEFORE_VERB: Final = frozenset(["не", "уже", "также", "тоже", "еще"])
"""What may stand between a surname and its verb: `Зорич не признал`."""


def name_spans(doc: Document, capitals: Sequence[int]) -> list[tuple[int, int, Agreements]]:
    """Return the personal names among the capitalised tokens of a run."""
    found = []
    reach = 0
    for i in capitals:
        if i >= reach:
            first, last = doc.sentences[doc.sentence_of(i)]
            while i - 1 > max(reach, first) and doc.norms[i - 1] in LEADING and doc.tokens[i - 1].shape & SMALL:
                i -= 1  # `фон дер Ляйен`
            name = name_at(doc, i, last)
            if name and i and doc.tokens[i - 1].shape & ACRONYM and medium_at(doc, i - 1, last) >= name.stop:
                continue  # `РИА Новости`
            if name and _is_person(doc, name.start, name.stop):
                found.append((name.start, name.stop, governed(doc, name.start, name.stop, name.agreements)))
                reach = name.stop
    return found


def nominative_parts(doc: Document, spans: Sequence[tuple[int, int, Agreements]]) -> frozenset[str]:
    """Return what the parts of names of several words may be in the nominative."""
    parts = frozenset(
        form.plain
        for start, stop, _ in spans
        if stop - start > 1
        for i in range(start, stop)
        if len(doc.words[i]) > 1 and doc.words[i][0].isalpha()
        for form in forms_of(doc, i)
    )
    return parts | {part.partition("-")[2] for part in parts if is_capital_after_article(f"{part.partition('-')[0]}-А")}


def is_evident(doc: Document, span: tuple[int, int, Agreements], shared: frozenset[str]) -> bool:
    """Whether a capitalised sequence is surely a person: two parts, a dictionary name, or a title before it.

    `shared` holds the parts of the document's longer names: a single word that is one of them is a person too.
    """
    start, stop, _ = span
    if stop - start > 1:
        return title_before(doc, start) is not None or any(
            is_first_name(doc, i)
            or doc.readings(i)[0].tags & NAME_TAGS
            or (not doc.readings(i)[0].known and not is_latin(doc.words[i]))
            or len(doc.words[i]) == 1
            for i in range(start, stop)
        )
    if is_surname(doc, start) or speaks_alone(doc, start):
        return True
    readings = doc.readings(start)
    if start and doc.norms[start - 1] in ("в", "во", "из") and any("Geox" in r.tags for r in readings):
        return False  # `в Пушкине`
    if any(r.tags & {"Name", "Surn"} and r.score >= 0.2 for r in readings[:4]) and readings[0].known:
        return True
    forms = forms_of(doc, start)
    if any(form.plain in shared for form in forms):
        return True
    verb = stop + (stop < len(doc.words) and doc.norms[stop] in _BEFORE_VERB)
    subject = any(form.case == "nomn" and form.nominative.endswith(_SURNAMES) for form in forms)
    if subject and verb < len(doc.words) and finite_verb(doc, verb):
        return True
    led = start > doc.sentences[doc.sentence_of(start)][0] and doc.words[start - 1][0].islower()
    if led and not readings[0].known and not doc.words[start].isupper():
        beside = finite_verb(doc, start - 1) or (finite_verb(doc, verb) if verb < len(doc.words) else None)
        if beside is not None and beside.number == "sing" and beside.gender in ("masc", "femn"):
            return True  # `выступил Мерц`
    if led:
        return any(r.lemma in lexis().roles for r in doc.readings(start - 1) if r.pos == "NOUN")
    return False


def _is_person(doc: Document, start: int, stop: int) -> bool:
    """Whether a capitalised sequence is a person's name and not a title, a product or a Latin company."""
    if start and doc.words[start - 1] in "«„“" and stop < len(doc.words) and doc.words[stop] in "»“”":
        return False
    if all(is_latin(doc.words[i]) for i in range(start, stop)):
        return False
    if start and stop == start + 1 and _of_a_place(doc, start):
        return False
    if start and doc.words[start - 1][0].islower():
        place = doc.readings(start - 1)[0].lemma
        if place in _STREETS or (place in _RESORTS and not is_first_name(doc, start)):
            return False  # `на улице Ильи Зорича`, `на пляже Норд Бич`
    if stop - start == 1 and doc.norms[start] in lexis().roles and not is_surname(doc, start):
        return False  # `Аким заявил`: a name of men, too
    return stop - start > 1 or len(doc.words[start]) > 2 or is_family_name(doc, start)


_STREETS: Final = frozenset("улица площадь проспект бульвар набережная переулок".split())
_RESORTS: Final = frozenset("пляж парк стадион аэропорт остров гора озеро курорт".split())
_DIRECTIONS: Final = frozenset("северный южный западный восточный центральный новый верхний нижний".split())


def _of_a_place(doc: Document, i: int) -> bool:
    """Whether a single word names the place or the paper that stands before it: `округа Галвестон`, `газета Заря`."""
    before = doc.readings(i - 1)[0].lemma
    if before in PLACES or (before in lexis().media_nouns and is_paper(doc, i, noun(doc, i - 1))):
        return True  # `газета Кларин`, not `корреспондент газеты Лужин`
    if before in _DIRECTIONS and is_capital(doc.words[i - 1]) and adjective(doc, i - 1) & noun(doc, i):
        return True  # `Южной Каролины`
    return before in lexis().organizations and any("Geox" in r.tags for r in doc.readings(i)) and not is_surname(doc, i)
