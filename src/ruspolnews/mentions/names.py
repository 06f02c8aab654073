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
    SENIORITY,
    SMALL,
    nature_of,
)
from ruspolnews.mentions.endings import RUSSIAN, by_ending
from ruspolnews.mentions.words import NAME_TAGS, adjective, is_acronym, is_capital, lexis, noun
from ruspolnews.morphology import Morphology, fold
from ruspolnews.morphology.agreement import ANY, CASES, Agreements, agreeing, all_of, only_feminine
from ruspolnews.segmentation import Document

__all__ = [
    "Name",
    "forms_of",
    "in_name",
    "is_family_name",
    "is_first_name",
    "is_initial",
    "is_particle",
    "is_surname",
    "name_at",
    "plain_name",
    "title_before",
]

_PARTICLES: Final = frozenset(
    "фон дер ван де ди да дю дель делла аль эль бен ибн бин оглы кызы заде ла ле дос дас ден ар эд аз".split()
)
_LONG_INITIALS: Final = frozenset(["Дж", "Дз", "Хр", "Юл", "Ал", "Вл"])
_ARTICLES: Final = frozenset("аль эль ас эс ад эд ар эр аш эш ат эт ан эн аз эз бен ибн бин".split())
_EAST_ASIAN: Final = frozenset(
    "ким пак пан мун юн хон сон чон кан лим хан чхве дэн дан ван ян чжан чжао чжоу сунь сюй ху ма гао лян хэ"
    " го лю тан ли лу дун чэнь цинь фам нгуен чан ле ву фан линь цзян цай пэн шэн гэн мао ай си абдель абдул"
    " абд абу абдуль".split()
)
"""Family names that stand first and are not inflected, and first parts of Arabic names."""
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


@mypyc_attr(acyclic=True)
@final
class NameForm:
    """One way to read a part of a name: its nominative, as it would be written, and what it stands in.

    `agreements` has case and gender as bits, and the number; `bonus` is for first names of the table. `plain` is the
    nominative folded, without what tells father from son.
    """

    __slots__ = ("agreements", "bonus", "case", "gender", "nominative", "plain", "weight")

    def __init__(
        self, nominative: str, case: str, gender: str, agreements: Agreements, weight: float, bonus: float, plain: str
    ) -> None:
        self.nominative = nominative
        self.case = case
        self.gender = gender
        self.agreements = agreements
        self.weight = weight
        self.bonus = bonus
        self.plain = plain


def plain_name(name: str) -> str:
    """Return a name folded, without what tells father from son: `Вэнс-младший`."""
    return fold(name).removesuffix("-младший").removesuffix("-старший")


def _form(nominative: str, case: str, gender: str, agreements: Agreements, weight: float) -> NameForm:
    plain = plain_name(nominative)
    return NameForm(
        nominative, case, gender, agreements, weight, _BONUS if plain in lexis().first_names else 0.0, plain
    )


def _renamed(form: NameForm, nominative: str) -> NameForm:
    plain = plain_name(nominative)
    return NameForm(nominative, form.case, form.gender, form.agreements, form.weight, form.bonus, plain)


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
        here = _inflection(doc, j) if article else _part(doc, j, parts == 0)
        if not here and parts == 2 and _syllable(words[i].lower()) and len(words[i + 1]) < 5:
            here = _inflection(doc, j)  # `Мун Чжэ Ином`
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
    if word.lower() not in _EAST_ASIAN:
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
        if len(_first_names) >= _WORKED_OUT_SIZE:
            _first_names.clear()
        _first_names[lower] = found
    named, unknown = found
    return named or (unknown and title_before(doc, i) is not None)


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


def is_capital_after_article(word: str) -> bool:
    """Whether a token is an Arabic article with a name: `аль-Асад`, `эль-Сиси`."""
    article, _, name = word.partition("-")
    return article in _ARTICLES and name[:1].isupper()


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
        return _inflection(doc, i)
    if nature & COMMON or (nature & SMALL and _opens(doc, i)) or (nature & MODIFIES and _modifies_next(doc, i)):
        return 0
    if not nature & (PROPER | FIRST_NAME):
        if first and nature & (OPENS | OPENS_ALONE) and _opens(doc, i):
            if nature & OPENS_ALONE or not _followed_by_name(doc, i):
                return 0
    elif nature & COUNTRY and not (nature & FIRST_NAME and _followed_by_name(doc, i)):
        return 0
    return _inflection(doc, i)


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


def forms_of(doc: Document, i: int) -> tuple[NameForm, ...]:
    """Return the ways to read token `i` as a part of a name, each with its nominative."""
    word = doc.words[i]
    known = doc.name_forms.get(word)
    if known is None:
        known = doc.name_forms[word] = _forms(doc, word)
    return cast("tuple[NameForm, ...]", known)


def _inflection(doc: Document, i: int) -> Agreements:
    """Return what token `i` can be as a part of a name, whatever else it may be."""
    found = 0
    for form in forms_of(doc, i):
        found |= form.agreements
    return found


def _base_form(word: str) -> float:
    """Return how likely a word with this ending is a nominative: `Сунаком` hardly, `Кудрину` less than not."""
    if len(word) > 4 and word.endswith(("ом", "ем", "ём", "ым", "ой")):
        return 0.2
    return 0.6 if word[-1] in "уюеы" else 1.0


def _syllable(word: str) -> bool:
    """Whether a word is one short syllable on a consonant, as parts of Chinese and Korean names are."""
    return len(word) <= 5 and word[-1] not in "аеёиоуыэюя" and sum(letter in "аеёиоуыэюя" for letter in word) == 1


RUSSIAN_FEMININE: Final = ("ову", "еву", "ёву", "ину", "ыну")
_OWN_FEMININE: Final = ("ова", "ева", "ёва", "ина", "ына", "ая")


def _hyphenated(doc: Document, word: str) -> tuple[NameForm, ...]:
    """Return the readings of a double name: its parts agree, or the first stays as it is (`Салтыкова-Щедрина`)."""
    first, _, rest = word.partition("-")
    found: dict[tuple[str, str, str, Agreements], float] = {}
    for left in (*_forms(doc, first), *_uninflected(first, 0.45)):  # `Касым-Жомарта`
        for right in _forms(doc, rest):
            if together := left.agreements & right.agreements:
                key = (f"{left.nominative}-{right.nominative}", left.case, left.gender or right.gender, together)
                found[key] = max(found.get(key, 0.0), left.weight * right.weight)
    return tuple(_form(*key, weight) for key, weight in found.items())


def _uninflected(word: str, weight: float) -> tuple[NameForm, ...]:
    return tuple(_form(word, case, "", agreeing(case), weight) for case in CASES)


def _forms(doc: Document, word: str) -> tuple[NameForm, ...]:
    if word.isascii():
        return _uninflected(word, 1.0)
    parts = word.split("-")
    if is_capital_after_article(word):
        if parts[1][-1] in "иеоуюэы":  # `ас-Сиси`
            return _uninflected(word, 1.0)
        return tuple(_renamed(form, f"{parts[0]}-{form.nominative}") for form in _forms(doc, parts[1]))
    if len(parts) == 2 and parts[1].startswith(SENIORITY):
        senior = parts[1][:5] + "ий"
        return tuple(_renamed(form, f"{form.nominative}-{senior}") for form in _forms(doc, parts[0]))
    if len(parts) == 2 and all(len(part) > 2 and is_capital(part) for part in parts):
        return _hyphenated(doc, word)
    known = _worked_out.get(word)
    if known is None:
        known = _inflected(doc.morphology, word, frozenset())
        if len(_worked_out) >= _WORKED_OUT_SIZE:
            _worked_out.clear()
        _worked_out[word] = known
    forms, nominatives = known
    if nominatives.isdisjoint(doc.capitals):
        return forms
    return _inflected(doc.morphology, word, doc.capitals)[0]


_BONUS: Final = 2.0
_first_names: Final[dict[str, tuple[bool, bool]]] = {}
"""Whether a word is a first name, and whether a title before it would make it one."""
_worked_out: Final[dict[str, tuple[tuple[NameForm, ...], frozenset[str]]]] = {}
"""What a word can be as a part of a name where nothing else in the article tells, and the nominatives that would."""
_WORKED_OUT_SIZE: Final = 20_000


def _inflected(
    morphology: Morphology, word: str, capitals: frozenset[str]
) -> tuple[tuple[NameForm, ...], frozenset[str]]:
    """Return the readings of a word, and the nominatives that the article's other words would confirm."""
    found: dict[tuple[str, str, str], float] = {}

    def add(nominative: str, case: str, gender: str, weight: float) -> None:
        gender = gender or lexis().first_names.get(fold(nominative), "")
        key = (_like(word, nominative), case, gender)
        found[key] = max(found.get(key, 0.0), weight)

    lower = word.lower()
    known = known_name = False
    for nominative, reading in morphology.nominatives(lower):
        if (
            reading.number == "plur"
            or reading.pos in ("PRTF", "NUMR")
            or (not reading.known and "Fixd" in reading.tags)
        ):
            continue
        if not reading.known and "ё" not in lower:
            nominative = nominative.replace("ё", "е")
        if reading.case == "nomn" and nominative != lower:
            continue  # a vocative
        if reading.case == "accs" and nominative == lower and reading.animacy == "inan":
            continue
        proper = bool(reading.tags & NAME_TAGS)
        known |= proper and reading.known
        known_name |= reading.known and bool(reading.tags & {"Name", "Patr"}) and reading.score > 0.2
        if reading.pos == "ADJF" and not lower.endswith(
            ("ий", "ый", "ой", "ого", "ому", "им", "ым", "ом", "ая", "ую", "его")
        ):
            continue
        weight = (3.0 if reading.known else 1.0) if proper else (1.0 if reading.known else 0.6)
        if not reading.known and lower[-1] in "иеуюоэ":
            weight *= 0.5
        if reading.gender == "neut" and not proper:
            weight *= 0.3
        gender = reading.gender if reading.gender in ("masc", "femn") else ""
        if gender == "femn" and not proper and reading.pos == "NOUN":
            gender = ""  # a man may be called Сорока
        if "ms-f" in reading.tags or "Ms-f" in reading.tags or reading.gender == "neut":
            gender = ""
        add(nominative, reading.case, gender, weight)
    endings = by_ending(lower)
    nominatives = frozenset(_like(word, row[0]) for row in endings) | {key[0] for key in found}
    nominatives -= {word}
    elsewhere = nominatives & capitals
    if known_name:
        endings = [row for row in endings if fold(row[0]) in lexis().first_names or _like(word, row[0]) in elsewhere]
    if known and lower.endswith(RUSSIAN):
        endings = [row for row in endings if row[2] != "femn"]  # a woman would be Лаврова
    elsewhere &= {_like(word, row[0]) for row in endings} | {key[0] for key in found}
    if lower.endswith(_OWN_FEMININE):
        elsewhere = frozenset()  # `Волкова` may stand beside `Волков`
    for nominative, case, gender in endings:
        if elsewhere and _like(word, nominative) not in elsewhere:
            continue  # the article has another form that can be its nominative
        weight = 1.5 if elsewhere else 0.5 if known else 0.9
        if lower[-1] in "ие" and nominative[-1] == "я" and not lower.endswith(("ии", "ьи")):
            weight *= 0.3
        if lower[-1] in "еу" and nominative[-1] == "а" and not lower.endswith(RUSSIAN_FEMININE):
            weight *= 0.8  # rather a man's name on a consonant
        add(nominative, case, gender, weight if nominative != lower else weight * _base_form(lower))
    if lower in _EAST_ASIAN or (not known_name and lower not in lexis().first_names and _syllable(lower)):
        weight = 3.0 if lower in _EAST_ASIAN else 0.4
        for case in CASES:  # `Ким Чен Ына`: only the last part is inflected
            found[_like(word, lower), case, ""] = weight
    for (nominative, case, gender), weight in list(found.items()):
        if gender == "femn" and nominative[-1] in "ая" and known_name:  # `с Петром Фиалой`
            found.setdefault((nominative, case, "masc"), weight * 0.1)
    if not known_name or lower not in lexis().first_names:
        names = {key: weight for key, weight in found.items() if fold(key[0]) in lexis().first_names}
        if names and fold(word) not in lexis().first_names:
            kept = {key: 0.2 for key in found if key[0] == word} if lower[-1] in "еиу" else {}  # `Эмине` for Эмина
            found = kept | names
    if elsewhere:
        kept = {key: weight for key, weight in found.items() if key[0] in elsewhere}
        found = kept or found
    forms = (_form(*key, agreeing(key[1], "sing", key[2]), weight) for key, weight in found.items())
    return tuple(forms), nominatives


def _like(word: str, nominative: str) -> str:
    """Return the nominative with the capitals of the word, part by part: `карла-хенрика` as `Карл-Хенрик`."""
    if word.isupper() and len(word) > 1:
        return nominative.upper()
    if "-" not in word:
        return nominative[:1].upper() + nominative[1:]
    parts = nominative.split("-")
    shapes = word.split("-")
    if len(parts) != len(shapes):
        return nominative[:1].upper() + nominative[1:]
    return "-".join(
        part[:1].upper() + part[1:] if is_capital(shape) else part for part, shape in zip(parts, shapes, strict=True)
    )
