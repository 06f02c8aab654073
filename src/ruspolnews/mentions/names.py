"""Personal names: where they stand, and their nominative, in the dictionary or not."""

from __future__ import annotations

from typing import Final, cast, final

from ruspolnews.compiling import mypyc_attr
from ruspolnews.mentions.capitals import (
    COMMON,
    COUNTRY,
    FIRST_NAME,
    FUNCTION,
    LATIN,
    MODIFIES,
    NEVER,
    OPENS,
    OPENS_ALONE,
    PATERNAL,
    PROPER,
    nature_of,
)
from ruspolnews.mentions.declension import inflection, is_capital_after_article, is_syllable
from ruspolnews.mentions.endings import RUSSIAN
from ruspolnews.mentions.joints import begins_name
from ruspolnews.mentions.parts import (
    APOSTROPHES,
    LEADING,
    LONG_INITIALS,
    PARTICLES,
    SHOUTED,
    is_capitalised,
    is_first_name,
    is_listed,
    is_patronymic,
    is_surname,
    is_womans,
    opens,
    speaks_alone,
)
from ruspolnews.mentions.traits import TITULAR
from ruspolnews.mentions.words import adjective, lexis, noun
from ruspolnews.morphology.agreement import ACCS, ANY, FEMN, GENT, NOMN, Agreements, all_of, only_feminine
from ruspolnews.morphology.word import ACRONYM, ASCII, CAPITAL, LETTER, SMALL
from ruspolnews.segmentation import Document

__all__ = ["Name", "name_at"]

_ROMAN: Final = frozenset(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIV", "XVI"])
_LONGEST: Final = 7
_SONS: Final = frozenset(["бен", "бин", "ибн", "аль"])
"""Arabic particles behind which any word is a part of a name."""


@mypyc_attr(acyclic=True)
@final
class Name:
    """A personal name: tokens `start` to `stop` (half open) and what they can be together."""

    __slots__ = ("agreements", "start", "stop")

    def __init__(self, start: int, stop: int, agreements: Agreements) -> None:
        self.start = start
        self.stop = stop
        self.agreements = agreements


def name_at(doc: Document, i: int, last: int) -> Name | None:
    """Return the personal name that begins at token `i`: `Сергея Лаврова`, `А. Кудрин`, `Анна фон Лунд`, `де Голль`."""
    known = doc.names_at.get(i)
    if known is not None:
        name, bound, reach = known
        if bound == last or (reach <= bound and reach <= last):
            return cast("Name | None", name)
    name, stop = _name_at(doc, i, last)
    doc.names_at[i] = (name, last, stop + 3)  # nothing beyond the next two tokens is looked at
    return name


def _name_at(doc: Document, i: int, last: int) -> tuple[Name | None, int]:
    """Return the name that begins at token `i`, and the token at which the search ended."""
    words, tokens = doc.words, doc.tokens
    script = tokens[i].shape & ASCII
    agreements = 0  # of no part yet
    j = inflected = i
    parts = 0
    while j < last and parts < _LONGEST:
        word, shape = words[j], tokens[j].shape
        if parts and shape & ASCII != script and shape & LETTER and len(word) > 1 and word not in _ROMAN:
            break
        if not shape & CAPITAL:
            if not parts and tokens[j].norm not in LEADING:
                break
            if tokens[j].norm in PARTICLES and j + 1 < last:
                if tokens[j + 1].shape & CAPITAL or tokens[j + 1].norm in PARTICLES:
                    j += 1
                    continue
            if not parts or not is_capital_after_article(word):
                break
            here = inflection(doc, j)
        else:
            steps = _initial(doc, j, last, parts) if len(word) < 3 else 0
            if steps:
                if steps < 0:
                    break
                j += steps
                parts += words[j - 1] not in APOSTROPHES
                continue
            if not parts and _leads(doc, j, last):
                j += 1
                continue
            if parts:
                if tokens[j].norm in PARTICLES and j + 1 < last:
                    if tokens[j + 1].shape & CAPITAL or tokens[j + 1].norm in PARTICLES:
                        j += 1
                        continue
                if word in _ROMAN:
                    j += 1
                    break
                if is_capital_after_article(word):
                    here = inflection(doc, j)
                elif shape & ACRONYM and parts == 1 and len(word) > SHOUTED and is_listed(doc, j - 1):
                    here = inflection(doc, j)  # `Вадим ЛЕДНЕВ`
                elif not shape & LETTER or shape & ACRONYM:
                    break
                else:
                    here = _part(doc, j, first=False)
            elif not shape & LETTER or shape & ACRONYM:
                break
            else:
                here = _part(doc, j, first=True)
        if not here and parts == 2 and is_patronymic(doc, j - 1) and shape & CAPITAL and not shape & ACRONYM:
            here = inflection(doc, j)  # `Зоя Ильинична Пешая`
        if not here and parts == 2 and len(words[i + 1]) < 5 and is_syllable(words[i].lower()):
            here = inflection(doc, j)  # `Мун Чжэ Ином`
        if parts and j + 1 < last and tokens[j + 1].norm in PATERNAL:  # `Аббаса Гасан оглы Керимова`
            here = ANY
        if parts and tokens[j - 1].norm in _SONS and not agreements & here:  # `Хамад бен Халифа`
            here = inflection(doc, j) & agreements or ANY
        if not here or (parts and begins_name(doc, i, j, last)):
            break
        together = agreements & here if agreements else here
        woman = j > i and lexis().first_names.get(tokens[j - 1].norm) == "femn"
        if woman or (not together and is_first_name(doc, j - 1)):
            together |= _undeclined(word, agreements, woman)  # `Джоан Кларк`, though a man may be called Кларк
        if not together and parts == 1 and j + 1 - i == 2 and _after_a_man(doc, i, word, agreements):
            together = NOMN & FEMN
        if not together:
            if i < inflected < j and not is_listed(doc, j):  # but `жена Ивана Лысенко | Оксана`
                # `биограф Баффета | Энди Килпатрик`: give indeclinable parts to the next name
                return _name_at(doc, i, inflected)[0], j
            break
        agreements = together
        parts += 1
        j += 1
        if all_of(here) != ANY:
            inflected = j
    if not agreements:
        return None, j
    while j - 1 > i and tokens[j - 1].norm in PARTICLES and not tokens[j - 1].shape & CAPITAL:
        j -= 1
    if parts == 1 and is_womans(doc, i):
        agreements |= FEMN  # `Мартин`, who was called `Тереза Мартин` before
    return Name(i, j, agreements), j


def _leads(doc: Document, j: int, last: int) -> bool:
    """Whether a capitalised particle at token `j` opens a surname: `Ван дер Берг`, but not `Ван И`."""
    if doc.norms[j] not in LEADING or j + 1 >= last:
        return False
    if doc.norms[j + 1] in PARTICLES:
        return True
    return doc.norms[j] != "ван" and bool(doc.tokens[j + 1].shape & CAPITAL)


def _initial(doc: Document, j: int, last: int, parts: int) -> int:
    """Return over how many tokens an initial at token `j` goes: `А.`, `О'` (a part of what follows), `Ё`.

    0 where the token is none, -1 where it is one that belongs to no name.
    """
    words, tokens = doc.words, doc.tokens
    word = words[j]
    if parts and word in _ROMAN:
        return 0  # `Скончался король Магнус V.`
    short = parts and len(words[j - 1]) <= 4
    if short and word in "ИЮЭ" and (word == "И" or parts > 1 or is_syllable(words[j - 1].lower())):  # `Ли Куан Ю`
        if not (j + 2 < last and words[j + 1] == "." and tokens[j + 2].shape & CAPITAL):
            return 1
    if not (len(word) == 1 and tokens[j].shape & LETTER) and word not in LONG_INITIALS:
        return 0
    if j + 1 < last and words[j + 1] == ".":
        return 2
    if j + 2 < last and words[j + 1] in APOSTROPHES and tokens[j + 2].shape & CAPITAL:
        return 2
    if parts and word in "АЁИОУЭЮЯ" and j + 1 < last and tokens[j + 1].shape & CAPITAL:  # `Ким Ё Чжон`
        return 1
    return -1


def _undeclined(word: str, agreements: Agreements, woman: bool) -> Agreements:
    """Return what a surname that does not decline leaves of the first name's cases: `Асмы Асад`, `Ашрафу Гани`."""
    lower = word.lower()
    if lower[-1] in "иуюеэоы":
        return agreements
    if lower[-1] in "ая" or lower.endswith(_ADJECTIVAL):
        return 0
    if lower.endswith(RUSSIAN) and lower not in lexis().first_names:  # `Тереза Мартин`
        return 0
    return agreements & FEMN if woman else only_feminine(agreements)


_ADJECTIVAL: Final = ("ий", "ый", "ой")


def _after_a_man(doc: Document, i: int, surname: str, agreements: Agreements) -> bool:
    """Whether a man's first name in the genitive is a woman's, as the surname stands as it is: `Филиппа Кларк`."""
    if agreements & ~(GENT | ACCS) or not doc.norms[i].endswith("а") or surname.lower() in lexis().first_names:
        return False
    return is_listed(doc, i) and surname[-1] in _CONSONANTS and not surname.lower().endswith(RUSSIAN)


_CONSONANTS: Final = "бвгджзклмнпрстфхцчшщь"


def _part(doc: Document, i: int, first: bool) -> Agreements:
    """Return what a capitalised token can be as a part of a name; 0 if it is a place, a role or another word."""
    nature = nature_of(doc, i)
    if nature & NEVER:
        return 0
    if nature & LATIN:
        return ANY
    if is_surname(doc, i) and not doc.words[i].isupper():
        return inflection(doc, i)
    if nature & COMMON and first and speaks_alone(doc, i):
        return inflection(doc, i)
    if nature & COMMON or (nature & FUNCTION and opens(doc, i)) or (nature & MODIFIES and _modifies(doc, i)):
        return 0
    if not nature & (PROPER | FIRST_NAME):
        if first and nature & (OPENS | OPENS_ALONE) and opens(doc, i):
            if nature & OPENS_ALONE or not _followed_by_name(doc, i):
                return 0
    elif nature & COUNTRY and not (nature & FIRST_NAME and _followed_by_name(doc, i)):
        return 0
    return inflection(doc, i)


def _modifies(doc: Document, i: int) -> bool:
    """Whether an adjective stands before a noun or after a title: `Нобелевского фонда`, `папа Римский`."""
    if i and doc.readings(i - 1)[0].lemma in TITULAR and adjective(doc, i) & noun(doc, i - 1):
        return True
    if i + 1 >= len(doc.words) or not doc.tokens[i + 1].shape & SMALL:
        return False
    return bool(adjective(doc, i) & noun(doc, i + 1))


def _followed_by_name(doc: Document, i: int) -> bool:
    """Whether a dictionary word that opens a sentence stands before a name, so that it may be one too."""
    return (
        i + 1 < len(doc.words)
        and is_capitalised(doc, i + 1)
        and any("Surn" in r.tags or "Patr" in r.tags or not r.known for r in doc.readings(i + 1)[:2])
    )
