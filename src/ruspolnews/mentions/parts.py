"""What a word can be as a part of a personal name: initial, particle, first name, surname, by the whole article."""

from __future__ import annotations

from functools import cache
from typing import Final

from ruspolnews.mentions.declension import EAST_ASIAN, forms_of, is_capital_after_article
from ruspolnews.mentions.endings import RUSSIAN
from ruspolnews.mentions.words import NAME_TAGS, lexis
from ruspolnews.morphology import fold
from ruspolnews.morphology.word import ACRONYM, CAPITAL, LETTER, SMALL, is_latin
from ruspolnews.segmentation import Document

__all__ = [
    "APOSTROPHES",
    "LEADING",
    "LONG_INITIALS",
    "OPENERS",
    "PARTICLES",
    "SHOUTED",
    "in_name",
    "is_capitalised",
    "is_family_name",
    "is_first_name",
    "is_initial",
    "is_listed",
    "is_particle",
    "is_patronymic",
    "is_surname",
    "is_womans",
    "opens",
    "speaks_alone",
    "title_before",
]

SHOUTED: Final = 4
"""Letters of a surname in capitals behind a first name, more than that: `Вадим ЛЕДНЕВ`, not `Анна ТАСС`."""
PARTICLES: Final = frozenset(
    "фон дер ван де ди да дю дель делла аль эль бен ибн бин оглы кызы заде ла ле дос дас ден ар эд аз".split()
)
LEADING: Final = frozenset("фон дер ван де ди ден дель делла дю дос бин ибн ла".split())
"""Particles that open a surname by themselves: `по словам фон дер Ляйен`."""
_CAPITALISED: Final = frozenset("папа папы папе папу папой патриарх патриарха патриарху патриархом".split())
"""Titles that are often written with a capital letter."""
LONG_INITIALS: Final = frozenset(["Дж", "Дз", "Хр", "Юл", "Ал", "Вл"])
APOSTROPHES: Final = frozenset(["'", "’", "`"])


def in_name(doc: Document, i: int) -> bool:
    """Whether token `i`, which does not begin with a capital letter, may stand within a name."""
    word = doc.words[i]
    if word == ".":
        before = doc.words[i - 1]
        return len(before) == 1 or before in LONG_INITIALS
    return word in APOSTROPHES or doc.norms[i] in PARTICLES or is_capital_after_article(word)


def is_initial(word: str) -> bool:
    """Whether a word before a full stop is an initial: `А`, `Дж`."""
    return len(word) == 1 or word in LONG_INITIALS


def is_particle(word: str) -> bool:
    """Whether a part of a name is a mere particle: `Ле`, `фон`."""
    return word.lower() in PARTICLES


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
                (k + 1 < len(doc.words) and is_capitalised(doc, k + 1))
                or (k > 0 and doc.tokens[k - 1].shape & CAPITAL and is_first_name(doc, k - 1))  # `Анна Ли`
            )
            for k in doc.capital_places
        )
    return found


def speaks_alone(doc: Document, i: int) -> bool:
    """Whether a word right behind its verb is a surname, as no common word would stand there: `сказал Стрелков`."""
    verb = doc.readings(i - 1)[0] if i > doc.sentences[doc.sentence_of(i)][0] else None
    if verb is None or verb.pos != "VERB" or verb.gender not in ("masc", "femn") or doc.words[i - 1][0].isupper():
        return False
    after = doc.tokens[i + 1] if i + 1 < len(doc.words) else None
    if doc.words[i].isupper() or (after is not None and after.shape & LETTER and doc.pos(i + 1) not in _BEHIND):
        return False
    readings = doc.readings(i)
    subjects = [r for r in readings if r.case == "nomn" and r.number == "sing"]
    if any(r.lemma in lexis().countries for r in readings):
        return doc.norms[i].endswith("ов") and not subjects  # `Ливанов`
    russian = doc.norms[i].endswith(RUSSIAN)
    return (russian or bool(subjects)) and all(
        (r.pos == "ADJF" and r.gender == verb.gender) or (russian and ("Geox" in r.tags or r.tags & NAME_TAGS))
        for r in subjects
    )


_BEHIND: Final = frozenset(["PREP", "CONJ", "ADVB", "PRCL", "GRND"])
"""What may stand behind a surname that is a subject."""


def is_womans(doc: Document, i: int) -> bool:
    """Whether the word at token `i` stands as it is behind a woman's first name somewhere: `Мэри Рид`."""
    if doc.women is None:
        doc.women = frozenset(
            doc.norms[k] for k in doc.capital_places if k and doc.tokens[k - 1].shape & CAPITAL and _is_she(doc, k - 1)
        )
    return doc.norms[i] in doc.women


def _is_she(doc: Document, i: int) -> bool:
    """Whether token `i` is a woman's first name of the table in some case, and no man's: `Мэри`, `Тамару`."""
    names = lexis().first_names
    own = names.get(doc.norms[i])
    if own is not None or not _like_first_name(doc.norms[i]):
        return own == "femn"
    return {names.get(form.plain) for form in forms_of(doc, i)} - {None} == {"femn"}


def is_capitalised(doc: Document, i: int) -> bool:
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
        found = stems[stem] = any(is_first_name(doc, j) or is_patronymic(doc, j) for j in found)
    return found and not is_first_name(doc, i)


def is_patronymic(doc: Document, i: int) -> bool:
    """Whether token `i` is a patronymic in some case."""
    return doc.norms[i].endswith(_PATRONYMICS) and any("Patr" in r.tags for r in doc.readings(i)[:2])


_PATRONYMICS: Final = ("ич", "на", "ича", "ичу", "ичем", "иче", "ны", "не", "ну", "ной", "ною")


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
    """Return a surname without the ending of its case, of three letters at least: `навальн`, `лужин`."""
    for size in (3, 2, 1):
        if norm[-size:] in _ENDINGS and len(norm) > size + 2:
            return norm[:-size]
    return norm


_ENDINGS: Final = frozenset(
    "ого его ому ему ыми ими ами ями ой ей ый ий ая яя ую юю ым им ом ем ою ею ых их ые ие а я у ю е ы и о ь й".split()
)
"""Endings of the cases of surnames, of nouns and of adjectives."""


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
    found = 2 if not readings[0].known and not is_latin(doc.words[i]) else 0
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
        if shape & SMALL or k == first or doc.words[k - 1] in OPENERS or doc.norms[k] in _CAPITALISED:
            if any(r.lemma in lexis().roles for r in doc.readings(k)[:2]):
                return k
            if doc.pos(k) not in ("NOUN", "ADJF") and doc.norms[k] not in ("его", "ее", "их"):
                return None
    return None


def is_listed(doc: Document, i: int) -> bool:
    """Whether token `i` is some case of a first name of the table."""
    names = lexis().first_names
    if doc.norms[i] in names:
        return True
    return _like_first_name(doc.norms[i]) and any(form.plain in names for form in forms_of(doc, i))


OPENERS: Final = frozenset('.!?…«“„"—–-:(•*')


def opens(doc: Document, i: int) -> bool:
    """Whether token `i` opens a sentence or a quotation, so that its capital letter says nothing."""
    return doc.words[i - 1] in OPENERS or doc.sentences[doc.sentence_of(i)][0] == i
