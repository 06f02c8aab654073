"""Personal names: where they stand, and their nominative, in the dictionary or not."""

from __future__ import annotations

from functools import cache
from typing import Final, cast, final

from ruspolnews.compiling import mypyc_attr
from ruspolnews.mentions.capitals import (
    COMMON,
    COUNTRY,
    FIRST_NAME,
    LATIN,
    MODIFIES,
    NEVER,
    OPENS,
    OPENS_ALONE,
    PATERNAL,
    PROPER,
    SMALL,
    nature_of,
)
from ruspolnews.mentions.declension import EAST_ASIAN, forms_of, inflection, is_capital_after_article, is_syllable
from ruspolnews.mentions.endings import RUSSIAN
from ruspolnews.mentions.words import adjective, is_acronym, is_capital, lexis, noun
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import ANY, Agreements, all_of, only_feminine
from ruspolnews.segmentation import Document

__all__ = [
    "Name",
    "in_name",
    "is_family_name",
    "is_first_name",
    "is_initial",
    "is_particle",
    "is_surname",
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
    words = doc.words
    agreements = 0  # of no part yet
    j = i
    parts = 0
    inflected = i
    while j < last and parts < _LONGEST:
        word = words[j]
        if (
            parts
            and word not in _ROMAN
            and word.isascii() != words[i].isascii()
            and word[0].isalpha()
            and len(word) > 1
        ):
            break
        if (
            word == "И"
            and parts
            and len(words[j - 1]) <= 4
            and not (j + 2 < last and words[j + 1] == "." and is_capital(words[j + 2]))
        ):
            parts += 1
            j += 1
            continue
        if (len(word) == 1 and word.isupper() and word.isalpha()) or word in _LONG_INITIALS:
            if j + 1 < last and words[j + 1] == ".":
                j += 2
                parts += 1
                continue
            if j + 2 < last and words[j + 1] in _APOSTROPHES and is_capital(words[j + 2]):
                j += 2
                continue
            if parts and word in "АЁИОУЭЮЯ" and j + 1 < last and is_capital(words[j + 1]):  # `Ким Ё Чжон`
                j += 1
                parts += 1
                continue
            break
        if (
            parts
            and doc.norms[j] in _PARTICLES
            and j + 1 < last
            and (is_capital(words[j + 1]) or doc.norms[j + 1] in _PARTICLES)
        ):
            j += 1
            continue
        if parts and word in _ROMAN:
            j += 1
            break
        article = bool(parts) and is_capital_after_article(word)
        if not article and (not is_capital(word) or not word[0].isalpha() or is_acronym(word)):
            break
        here = inflection(doc, j) if article else _part(doc, j, parts == 0)
        if not here and parts == 2 and is_syllable(words[i].lower()) and len(words[i + 1]) < 5:
            here = inflection(doc, j)  # `Мун Чжэ Ином`
        if parts and j + 1 < last and doc.norms[j + 1] in PATERNAL:  # `Аббаса Гасан оглы Керимова`
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
                (k + 1 < len(doc.words) and doc.words[k + 1][0].isupper() and not is_acronym(doc.words[k + 1]))
                or (k > 0 and is_capital(doc.words[k - 1]) and is_first_name(doc, k - 1))  # `Анна Ли`
            )
            for k in doc.capital_places
        )
    return found


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
    last = -2
    for i in doc.capital_places:
        if i == last + 1 and len(doc.words[last]) > 2 and len(doc.words[i]) > 2 and not is_acronym(doc.words[i]):
            places = found.setdefault(_stem(doc.norms[i]), [])
            if isinstance(places, list):
                places.append(last)
        last = i
    return found


def _stem(norm: str) -> str:
    return norm[: max(3, len(norm) - 2)]


def is_first_name(doc: Document, i: int) -> bool:
    """Whether token `i` is a first name of the table, or a word out of the dictionary after a title."""
    lower = doc.words[i].lower()
    found = _first_names.get(lower)
    if found is None:
        found = _first_name(doc, i, lower)
        if len(_first_names) >= _SIZE:
            _first_names.clear()
        _first_names[lower] = found
    named, unknown = found
    return named or (unknown and title_before(doc, i) is not None)


_first_names: Final[dict[str, tuple[bool, bool]]] = {}
"""Whether a word is a first name, and whether a title before it would make it one."""
_SIZE: Final = 20_000


def _first_name(doc: Document, i: int, lower: str) -> tuple[bool, bool]:
    """Return whether a word is a first name, and whether a title before it would tell that it is one."""
    readings = doc.readings(i)
    if any("Geox" in r.tags and r.known and r.score > 0.3 for r in readings):
        return False, False
    named = (_like_first_name(doc.norms[i]) or any("Name" in r.tags for r in readings)) and any(
        fold(nominative) in lexis().first_names or (reading.known and "Name" in reading.tags and reading.score > 0.2)
        for nominative, reading in doc.morphology.nominatives(lower)
    )
    return named, not readings[0].known and not doc.words[i].isascii()


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
    for k in range(i - 1, max(-1, i - 6), -1):
        word = doc.words[k]
        if not word[0].isalpha():
            return None
        if word[0].islower() or k == 0 or doc.words[k - 1] in _OPENERS:
            if any(r.lemma in lexis().roles for r in doc.readings(k)[:2]):
                return k
            if doc.pos(k) not in ("NOUN", "ADJF") and doc.norms[k] not in ("его", "ее", "их"):
                return None
    return None


def _begins_name(doc: Document, i: int, j: int, last: int) -> bool:
    """Whether a first name at token `j` begins another name: `биограф Баффета | Энди Килпатрик`."""
    if j + 1 >= last or not is_capital(doc.words[j + 1]) or is_acronym(doc.words[j + 1]) or len(doc.words[i]) == 1:
        return False
    if not _listed(doc, j) or any("Patr" in r.tags for r in doc.readings(j + 1)[:1]):
        return False
    if j - i > 1:  # `адвокат Ивана Петрякова | Ольга Лужина`
        return doc.norms[j - 1].endswith(_RUSSIAN_OBLIQUE) and _listed(doc, j - 2)
    if _listed(doc, i) or any("Name" in r.tags and r.known for r in doc.readings(i)):
        return False
    if doc.norms[j] in lexis().first_names and not any("Name" in r.tags for r in doc.readings(i)):
        return True
    return doc.norms[i].endswith(("а", "я", "ого")) and title_before(doc, i) is not None  # `мэр Заречинска | Ольга`


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
    if nature & COMMON or (nature & SMALL and _opens(doc, i)) or (nature & MODIFIES and _modifies_next(doc, i)):
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
    if i + 1 >= len(doc.words) or not doc.words[i + 1][0].islower():
        return False
    return bool(adjective(doc, i) & noun(doc, i + 1))


def _followed_by_name(doc: Document, i: int) -> bool:
    """Whether a dictionary word that opens a sentence stands before a name, so that it may be one too."""
    return (
        i + 1 < len(doc.words)
        and is_capital(doc.words[i + 1])
        and not is_acronym(doc.words[i + 1])
        and any("Surn" in r.tags or "Patr" in r.tags or not r.known for r in doc.readings(i + 1)[:2])
    )
