"""Personal names: where they stand, and their nominative, in the dictionary or not."""

from __future__ import annotations

from functools import cache
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
from ruspolnews.mentions.declension import EAST_ASIAN, forms_of, inflection, is_capital_after_article, is_syllable
from ruspolnews.mentions.endings import RUSSIAN
from ruspolnews.mentions.words import adjective, lexis, noun
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import ANY, Agreements, all_of, only_feminine
from ruspolnews.morphology.word import ACRONYM, ASCII, CAPITAL, LETTER, SMALL
from ruspolnews.segmentation import Document

__all__ = [
    "Name",
    "in_name",
    "is_family_name",
    "is_first_name",
    "is_initial",
    "is_particle",
    "is_surname",
    "is_womans",
    "name_at",
    "title_before",
]

_PARTICLES: Final = frozenset(
    "фон дер ван де ди да дю дель делла аль эль бен ибн бин оглы кызы заде ла ле дос дас ден ар эд аз".split()
)
_LONG_INITIALS: Final = frozenset(["Дж", "Дз", "Хр", "Юл", "Ал", "Вл"])
_ROMAN: Final = frozenset(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIV", "XVI"])
_APOSTROPHES: Final = frozenset(["'", "’", "`"])
_LONGEST: Final = 7


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
    """Return the personal name that begins at token `i`: `Сергея Лаврова`, `А. Кудрин`, `Урсула фон дер Ляйен`."""
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
            if not parts:
                break
            if tokens[j].norm in _PARTICLES and j + 1 < last:
                if tokens[j + 1].shape & CAPITAL or tokens[j + 1].norm in _PARTICLES:
                    j += 1
                    continue
            if not is_capital_after_article(word):
                break
            here = inflection(doc, j)
        else:
            steps = _initial(doc, j, last, parts) if len(word) < 3 else 0
            if steps:
                if steps < 0:
                    break
                j += steps
                parts += words[j - 1] not in _APOSTROPHES
                continue
            if parts:
                if tokens[j].norm in _PARTICLES and j + 1 < last:
                    if tokens[j + 1].shape & CAPITAL or tokens[j + 1].norm in _PARTICLES:
                        j += 1
                        continue
                if word in _ROMAN:
                    j += 1
                    break
                if is_capital_after_article(word):
                    here = inflection(doc, j)
                elif not shape & LETTER or shape & ACRONYM:
                    break
                else:
                    here = _part(doc, j, first=False)
            elif not shape & LETTER or shape & ACRONYM:
                break
            else:
                here = _part(doc, j, first=True)
        if not here and parts == 2 and len(words[i + 1]) < 5 and is_syllable(words[i].lower()):
            here = inflection(doc, j)  # `Мун Чжэ Ином`
        if parts and j + 1 < last and tokens[j + 1].norm in PATERNAL:  # `Аббаса Гасан оглы Керимова`
            here = ANY
        if not here or (parts and _begins_name(doc, i, j, last)):
            break
        together = agreements & here if agreements else here
        if not together and is_first_name(doc, j - 1):
            together = _undeclined(word, agreements)
        if not together:
            if i < inflected < j:  # `биограф Баффета | Энди Килпатрик`: give indeclinable parts to the next name
                return _name_at(doc, i, inflected)[0], j
            break
        agreements = together
        parts += 1
        j += 1
        if all_of(here) != ANY:
            inflected = j
    if not agreements:
        return None, j
    return Name(i, j, agreements), j


def _initial(doc: Document, j: int, last: int, parts: int) -> int:
    """Return over how many tokens an initial at token `j` goes: `А.`, `О'` (a part of what follows), `Ё`.

    0 where the token is none, -1 where it is one that belongs to no name.
    """
    words, tokens = doc.words, doc.tokens
    word = words[j]
    short = parts and len(words[j - 1]) <= 4
    if short and word in "ИЮЭ" and (word == "И" or parts > 1 or is_syllable(words[j - 1].lower())):  # `Ли Куан Ю`
        if not (j + 2 < last and words[j + 1] == "." and tokens[j + 2].shape & CAPITAL):
            return 1
    if not (len(word) == 1 and tokens[j].shape & LETTER) and word not in _LONG_INITIALS:
        return 0
    if j + 1 < last and words[j + 1] == ".":
        return 2
    if j + 2 < last and words[j + 1] in _APOSTROPHES and tokens[j + 2].shape & CAPITAL:
        return 2
    if parts and word in "АЁИОУЭЮЯ" and j + 1 < last and tokens[j + 1].shape & CAPITAL:  # `Ким Ё Чжон`
        return 1
    return -1


def in_name(doc: Document, i: int) -> bool:
    """Whether token `i`, which does not begin with a capital letter, may stand within a name."""
    word = doc.words[i]
    if word == ".":
        before = doc.words[i - 1]
        return len(before) == 1 or before in _LONG_INITIALS
    return word in _APOSTROPHES or doc.norms[i] in _PARTICLES or is_capital_after_article(word)


def _undeclined(word: str, agreements: Agreements) -> Agreements:
    """Return what a surname that does not decline leaves of the first name's cases: `Асмы Асад`, `Ашрафу Гани`."""
    lower = word.lower()
    if lower[-1] in "иуюеэоы":
        return agreements
    if lower[-1] in "аяйь" or lower.endswith(RUSSIAN):
        return 0
    return only_feminine(agreements)


def is_initial(word: str) -> bool:
    """Whether a word before a full stop is an initial: `А`, `Дж`."""
    return len(word) == 1 or word in _LONG_INITIALS


def is_particle(word: str) -> bool:
    """Whether a part of a name is a mere particle: `Ле`, `фон`."""
    return word.lower() in _PARTICLES


def is_family_name(doc: Document, i: int) -> bool:
    """Whether a short word is a family name that stands beside its given name somewhere in the article: `Лю`."""
    word = doc.words[i]
    if word.lower() not in EAST_ASIAN:
        return False
    found = doc.family_names.get(word)
    if found is None:
        found = doc.family_names[word] = any(
            doc.words[k] == word
            and (
                (k + 1 < len(doc.words) and _is_capitalised(doc, k + 1))
                or (k > 0 and doc.tokens[k - 1].shape & CAPITAL and is_first_name(doc, k - 1))  # `Анна Ли`
            )
            for k in doc.capital_places
        )
    return found


def is_womans(doc: Document, i: int) -> bool:
    """Whether the word at token `i` stands as it is behind a woman's first name somewhere: `Мэри Рид`."""
    if doc.women is None:
        names = lexis().first_names
        doc.women = frozenset(
            doc.norms[k]
            for k in doc.capital_places
            if k and names.get(doc.norms[k - 1]) == "femn" and doc.tokens[k - 1].shape & CAPITAL
        )
    return doc.norms[i] in doc.women


def _is_capitalised(doc: Document, i: int) -> bool:
    """Whether a token begins with a capital letter and is no acronym."""
    return doc.tokens[i].shape & (CAPITAL | ACRONYM) == CAPITAL


def is_surname(doc: Document, i: int) -> bool:
    """Whether token `i` follows a first name somewhere in the article, in one form or another."""
    stems = doc.surname_stems
    if stems is None:
        stems = doc.surname_stems = _capitals_after_capitals(doc)
    stem = _stem(doc.norms[i])
    found = stems.get(stem, False)
    if found is False or len(doc.words[i]) < 3:
        return False
    if found is not True:
        found = stems[stem] = any(is_first_name(doc, j) for j in found)
    return found and not is_first_name(doc, i)


def _capitals_after_capitals(doc: Document) -> dict[str, list[int] | bool]:
    """Return, by their beginnings, which capitalised words stand before another that may be a surname."""
    found: dict[str, list[int] | bool] = {}
    tokens = doc.tokens
    last = -2
    for i in doc.capital_places:
        both = i == last + 1 and len(doc.words[last]) > 2 and len(doc.words[i]) > 2 and not tokens[i].shape & ACRONYM
        if both and doc.sentence_of(last) == doc.sentence_of(i):
            places = found.setdefault(_stem(doc.norms[i]), [])
            if isinstance(places, list):
                places.append(last)
        last = i
    return found


def _stem(norm: str) -> str:
    return norm[: max(3, len(norm) - 2)]


def is_first_name(doc: Document, i: int) -> bool:
    """Whether token `i` is a first name of the table, or a word out of the dictionary after a title."""
    token = doc.tokens[i]
    if token.given < 0:
        token.given = _given(doc, i)
    return bool(token.given & 1) or (bool(token.given & 2) and title_before(doc, i) is not None)


def _given(doc: Document, i: int) -> int:
    """Return 1 for a first name, 2 for a word that a title before it tells to be one, and the sum of what holds."""
    readings = doc.readings(i)
    if any("Geox" in r.tags and r.known and r.score > 0.3 for r in readings):
        return 0
    found = 2 if not readings[0].known and not doc.words[i].isascii() else 0
    if _like_first_name(doc.norms[i]) or any("Name" in r.tags for r in readings):
        names = lexis().first_names
        for nominative, reading in doc.morphology.nominatives(doc.words[i].lower()):
            if (reading.known and reading.score > 0.2 and "Name" in reading.tags) or fold(nominative) in names:
                return found | 1
    return found


def _like_first_name(norm: str) -> bool:
    """Whether a word begins as some form of a first name of the table would."""
    beginnings = _beginnings()
    size = len(norm)
    return any(norm[:k] in beginnings for k in range(max(1, size - 5), size + 1))


@cache
def _beginnings() -> frozenset[str]:
    """Return what all forms of each first name begin with: the name without its last two letters."""
    return frozenset(name[: max(1, len(name) - 2)] for name in lexis().first_names)


def title_before(doc: Document, i: int) -> int | None:
    """Return the role a few words before token `i` with nothing but its complements between, if one stands there."""
    first = doc.sentences[doc.sentence_of(i)][0]
    for k in range(i - 1, max(first - 1, i - 6), -1):
        shape = doc.tokens[k].shape
        if not shape & LETTER:
            return None
        if shape & SMALL or k == first or doc.words[k - 1] in _OPENERS:
            if any(r.lemma in lexis().roles for r in doc.readings(k)[:2]):
                return k
            if doc.pos(k) not in ("NOUN", "ADJF") and doc.norms[k] not in ("его", "ее", "их"):
                return None
    return None


def _begins_name(doc: Document, i: int, j: int, last: int) -> bool:
    """Whether a first name at token `j` begins another name: `биограф Баффета | Энди Килпатрик`."""
    k = j + 1
    while k < last and doc.norms[k] in _PARTICLES:  # `Кристиан фон Лунд`
        k += 1
    if k >= last or not _is_capitalised(doc, k):
        return False
    if len(doc.words[i]) == 1:  # `им. А. П. Чехова | Наталья Зуева`
        return doc.words[i + 1] == "." and len(doc.words[j - 1]) > 2 and _listed(doc, j)
    if not _listed(doc, j) or any("Patr" in r.tags for r in doc.readings(j + 1)[:1]):
        return False
    if j - i > 1:  # `адвокат Ивана Петрякова | Ольга Лужина`, `врач Мэри Рид | Анна Лужина`
        if doc.norms[j - 1].endswith(_RUSSIAN_OBLIQUE):
            return _listed(doc, j - 2)
        return j - i == 2 and _listed(doc, i) and not _listed(doc, j - 1) and _is_somebodys(doc, i)
    if _listed(doc, i) or any("Name" in r.tags and r.known for r in doc.readings(i)):
        return False
    if doc.norms[j] in lexis().first_names and not any("Name" in r.tags for r in doc.readings(i)):
        return True
    return doc.norms[i].endswith(("а", "я", "ого")) and title_before(doc, i) is not None  # `мэр Заречинска | Ольга`


def _is_somebodys(doc: Document, i: int) -> bool:
    """Whether a role right before token `i` is one that a name in the genitive completes: `врач`, `адвокат`."""
    first = doc.sentences[doc.sentence_of(i)][0]
    return i > first and any(r.lemma in lexis().relational for r in doc.readings(i - 1)[:2])


_RUSSIAN_OBLIQUE: Final = ("ова", "ева", "ина", "ына", "ого", "овой", "евой", "иной", "ской")


def _listed(doc: Document, i: int) -> bool:
    """Whether token `i` is some case of a first name of the table."""
    names = lexis().first_names
    if doc.norms[i] in names:
        return True
    return _like_first_name(doc.norms[i]) and any(form.plain in names for form in forms_of(doc, i))


def _part(doc: Document, i: int, first: bool) -> Agreements:
    """Return what a capitalised token can be as a part of a name; 0 if it is a place, a role or another word."""
    nature = nature_of(doc, i)
    if nature & NEVER:
        return 0
    if nature & LATIN:
        return ANY
    if is_surname(doc, i) and not doc.words[i].isupper():
        return inflection(doc, i)
    if nature & COMMON or (nature & FUNCTION and _opens(doc, i)) or (nature & MODIFIES and _modifies_next(doc, i)):
        return 0
    if not nature & (PROPER | FIRST_NAME):
        if first and nature & (OPENS | OPENS_ALONE) and _opens(doc, i):
            if nature & OPENS_ALONE or not _followed_by_name(doc, i):
                return 0
    elif nature & COUNTRY and not (nature & FIRST_NAME and _followed_by_name(doc, i)):
        return 0
    return inflection(doc, i)


_OPENERS: Final = frozenset('.!?…«“„"—–-:(•*')


def _opens(doc: Document, i: int) -> bool:
    """Whether token `i` opens a sentence or a quotation, so that its capital letter says nothing."""
    return doc.words[i - 1] in _OPENERS or doc.sentences[doc.sentence_of(i)][0] == i


def _modifies_next(doc: Document, i: int) -> bool:
    """Whether an adjective stands before a noun in small letters: `Нобелевского фонда`."""
    if i + 1 >= len(doc.words) or not doc.tokens[i + 1].shape & SMALL:
        return False
    return bool(adjective(doc, i) & noun(doc, i + 1))


def _followed_by_name(doc: Document, i: int) -> bool:
    """Whether a dictionary word that opens a sentence stands before a name, so that it may be one too."""
    return (
        i + 1 < len(doc.words)
        and _is_capitalised(doc, i + 1)
        and any("Surn" in r.tags or "Patr" in r.tags or not r.known for r in doc.readings(i + 1)[:2])
    )
