"""The reading of a mention: which of its parts is the surname, and its nominative and gender by the whole article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ruspolnews.mentions.declension import best_form, best_of, forms_of
from ruspolnews.mentions.parts import SHOUTED, is_first_name, is_initial, is_particle, is_womans
from ruspolnews.mentions.person import Mention
from ruspolnews.mentions.words import lexis
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import CASES, Agreements, genders_in
from ruspolnews.segmentation import Document

__all__ = ["last_part", "mention_of", "nominatives_of"]


def last_part(doc: Document, start: int, stop: int) -> int:
    """Return the token of the surname: the last, unless the order is surname, name, patronymic."""
    last = stop - 1
    while last > start and not doc.words[last][0].isalpha():
        last -= 1
    patronymic = last - start >= 2 and any("Patr" in r.tags for r in doc.readings(last)[:2])
    return start if patronymic and not is_first_name(doc, start) else last


def nominatives_of(doc: Document, i: int, agreements: Agreements) -> dict[str, float]:
    """Return the nominatives that a surname may have where it stands, each with its weight."""
    found: dict[str, float] = {}
    for form in forms_of(doc, i):
        if form.agreements & agreements:
            weight = form.weight * (1.5 if form.case == "nomn" else 1.0)
            found[form.nominative] = max(found.get(form.nominative, 0.0), weight)
    return found


def mention_of(doc: Document, start: int, stop: int, agreements: Agreements, votes: Mapping[str, float]) -> Mention:
    """Return the mention with the reading of its case and gender that the whole article supports best."""
    parts = [i for i in range(start, stop) if doc.words[i][0].isalpha()]
    last = last_part(doc, start, stop)
    forms = forms_of(doc, last)
    options: list[tuple[float, str, str]] = []
    names = lexis().first_names
    others = [(i, names.get(doc.norms[i], "")) for i in parts if i != last]
    for case in CASES:
        for gender in genders_in(agreements, case):
            score = best_of(forms, case, gender, votes)[0]
            for i, sex in others:
                weight, form = best_form(doc, i, case, gender)
                own = form == doc.words[i] or names.get(fold(form)) != gender  # `Анна` is no form of a man's `Анн`
                wrong = gender and sex and sex != gender and own
                score += weight - (_OTHER_SEX if wrong else 0.0)
            options.append((score + (0.4 if case == "nomn" else 0.0), case, gender))
    top, case, gender = max(options)
    rivals = {g for score, c, g in options if score > top - 0.7}
    if len(rivals) > 1:
        gender = ""
    if not any(i != last and len(doc.words[i]) > 1 and not is_particle(doc.words[i]) for i in parts):
        gender = _by_surname(best_of(forms, case, gender, votes)[1])
    given: list[str] = []
    surname = ""
    i = start
    while i < stop:
        word = doc.words[i]
        if word == "." and given and doc.words[i - 1] == given[-1] and is_initial(given[-1]):
            given[-1] += "."
        elif word == "." and i - 1 == last:
            surname += "."  # `Пётр Д.`
        elif not word[0].isalpha() and i + 1 < stop:  # О'Нил
            joined = doc.text[doc.starts[i - 1] : doc.stops[i]]
            rest = best_form(doc, i + 1, case, gender)[1] or doc.words[i + 1]
            piece = joined + rest
            if given and doc.words[i - 1] == given[-1]:
                given.pop()
            if i + 1 == last:
                surname = piece
            else:
                given.append(piece)
            i += 1
        elif i == last:
            surname = best_of(forms, case, gender, votes)[1] or word
        elif word[0].islower() or is_initial(word):
            given.append(word)
        else:
            given.append(best_form(doc, i, case, gender)[1] or word)
        i += 1
    if len(surname) > SHOUTED and surname.isupper() and given and not given[0].isupper():
        surname = surname[0] + surname[1:].lower()  # `Вадим ЛЕДНЕВ`
    ordered = " ".join((*given, surname))
    return Mention(start, stop, tuple(given), surname, _gender(doc, start, stop, gender), ordered)


_OTHER_SEX: Final = 2.0
"""What a reading loses in which a first name is not of its own sex: `Роман Старовой` is no form of `Старова`."""
_MASCULINE: Final = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской", "цкой", "ой", "ый", "ий")
_FEMININE: Final = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая")


def _by_surname(surname: str) -> str:
    """Return the gender that a surname alone shows: Russian ones have two forms, others none."""
    if len(surname) > 4 and surname.endswith(_FEMININE):
        return "femn"
    return "masc" if len(surname) > 4 and surname.endswith(_MASCULINE) else ""


def _gender(doc: Document, start: int, stop: int, gender: str) -> str:
    """Return the gender that a first name or patronymic shows, else that of the reading."""
    if stop == start + 1 and is_womans(doc, start):
        return gender if gender == "femn" else ""  # `Мартин`, who was called `Тереза Мартин`
    for i in range(start, stop):
        if not doc.words[i][0].isalpha() or len(doc.words[i]) < 2 or (i < stop - 1 and is_particle(doc.words[i])):
            continue
        for form in forms_of(doc, i):
            known = lexis().first_names.get(form.plain)
            if known and (not form.gender or not gender or form.gender == gender):
                return known
    return gender
