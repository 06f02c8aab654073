"""What a single token can be in a noun phrase: its agreement, and the kind of thing that its lemma names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ruspolnews.lexicon import load
from ruspolnews.morphology import Reading, Word, fold
from ruspolnews.morphology.agreement import SING, Agreements, agreeing
from ruspolnews.morphology.word import is_latin
from ruspolnews.segmentation import Document

__all__ = [
    "NAME_TAGS",
    "PLACES",
    "POSSESSIVES",
    "PRONOUNS",
    "TIMES",
    "Lexis",
    "adjective",
    "body_of",
    "is_acronym",
    "is_capital",
    "is_fixed",
    "is_governed",
    "lexis",
    "noun",
    "opening_of",
]

PRONOUNS: Final = {
    "я": ("nomn", "sing", ""), "ты": ("nomn", "sing", ""), "он": ("nomn", "sing", "masc"),
    "она": ("nomn", "sing", "femn"), "оно": ("nomn", "sing", "neut"), "мы": ("nomn", "plur", ""),
    "вы": ("nomn", "plur", ""), "они": ("nomn", "plur", ""), "это": ("nomn", "sing", "neut"),
    "его": ("gent", "sing", "masc"), "ее": ("gent", "sing", "femn"), "их": ("gent", "plur", ""),
    "него": ("gent", "sing", "masc"), "нее": ("gent", "sing", "femn"), "них": ("gent", "plur", ""),
    "ему": ("datv", "sing", "masc"), "ей": ("datv", "sing", "femn"), "им": ("datv", "plur", ""),
    "ним": ("ablt", "sing", "masc"), "ней": ("ablt", "sing", "femn"), "ними": ("ablt", "plur", ""),
    "нем": ("loct", "sing", "masc"),
    "меня": ("gent", "sing", ""), "мне": ("datv", "sing", ""), "нас": ("gent", "plur", ""), "нам": ("datv", "plur", ""),
}  # fmt: skip
"""Pronouns that stand for a person or a body: case, number and gender."""
POSSESSIVES: Final = frozenset(["его", "ее", "их"])
NAME_TAGS: Final = frozenset(["Name", "Surn", "Patr"])
"""What OpenCorpora calls first names, surnames and patronymics."""
TIMES: Final = frozenset(
    "год месяц неделя день сутки час минута утро вечер ночь полдень полночь век столетие декада квартал полугодие"
    " понедельник вторник среда четверг пятница суббота воскресенье выходные январь февраль март апрель май июнь июль"
    " август сентябрь октябрь ноябрь декабрь весна лето осень зима".split()
)
"""Nouns of time, which no speaker completes: `13 апреля | ВАДА признала`."""
PLACES: Final = frozenset(
    "округ город штат район область провинция остров графство край посёлок поселок село деревня хутор станица аул"
    " слобода кишлак урочище разъезд".split()
)
"""What a capitalised name of a place follows: `штат Вирджиния`."""


class Lexis:
    """The tables of words that name speakers; keys are folded lemmas or names. `kinds` has what each lemma is first.

    `relational` roles are those that a name in the genitive completes (`адвокат Петрова`), `masculine` ones those that
    are hardly said of a woman (`певец`), `nameless` ones those of nobody whom the text has named (`злоумышленник`),
    `instrumental` ones those with a complement in that case (`управляющий фондом`).
    `long_media` has the words of the names of media of several words, by `opening_of` the first.
    """

    __slots__ = (
        "capitals",
        "countries",
        "documents",
        "first_names",
        "fixed",
        "groups",
        "instrumental",
        "kinds",
        "long_media",
        "masculine",
        "media",
        "media_nouns",
        "nameless",
        "organizations",
        "parts",
        "private",
        "relational",
        "roles",
    )

    def __init__(self) -> None:
        media = load("media", "name")
        bodies = [(fold(row["lemma"]), row["note"]) for row in load("organizations", "lemma")]
        self.roles: dict[str, frozenset[str]] = {
            fold(row["lemma"]): frozenset(p.strip() for p in row["prepositions"].split(",") if p.strip())
            for row in load("roles", "lemma")
        }
        self.relational = frozenset(fold(row["lemma"]) for row in load("roles") if "relational" in row["note"])
        self.masculine = frozenset(fold(row["lemma"]) for row in load("roles") if "masculine" in row["note"])
        self.instrumental = frozenset(fold(row["lemma"]) for row in load("roles") if "instrumental" in row["note"])
        self.nameless = frozenset(fold(row["lemma"]) for row in load("roles") if "nameless" in row["note"])
        self.organizations = frozenset(lemma for lemma, note in bodies if note != "group")
        self.groups = frozenset(lemma for lemma, note in bodies if note == "group")
        self.fixed = frozenset(lemma for lemma, note in bodies if note == "fixed")
        self.parts = frozenset(lemma for lemma, note in bodies if note == "part")
        self.private = frozenset(lemma for lemma, note in bodies if note == "private")
        self.capitals = frozenset(lemma for lemma, note in bodies if note == "capital")
        self.media = frozenset(fold(row["name"]) for row in media if row["note"] != "noun")
        self.long_media: dict[str, list[list[str]]] = {}
        for name in sorted(self.media):
            parts = _PART.findall(name)
            if len(parts) > 1 and not is_latin(parts[0]):
                self.long_media.setdefault(opening_of(parts[0]), []).append(parts)
        self.media_nouns = frozenset(fold(row["name"]) for row in media if row["note"] == "noun")
        self.documents = frozenset(fold(row["lemma"]) for row in load("documents", "lemma"))
        self.countries: dict[str, str] = {}
        for row in load("countries", "country", "adjective"):
            for name in (row["country"], row["adjective"], row["capital"], *row["codes"].split(",")):
                if name:
                    self.countries.setdefault(fold(name.strip()), fold(row["country"]))
        self.first_names: dict[str, str] = {
            fold(row["name"]): "masc" if row["gender"] == "m" else "femn"
            for row in load("first_names", "name", "gender")
        }
        self.kinds: dict[str, str] = {
            **dict.fromkeys(self.groups, "group"),
            **dict.fromkeys(self.documents, "document"),
            **dict.fromkeys(self.organizations, "organization"),
            **dict.fromkeys(self.media_nouns, "medium"),
            **dict.fromkeys(self.roles, "role"),
        }


def opening_of(word: str) -> str:
    """Return the letters of a word that are the same in each of its cases."""
    return word[:3]


_PART: Final = re.compile(r"[\w-]+|[^\w\s]")
_lexis: Final[list[Lexis]] = []


def lexis() -> Lexis:
    """Return the tables, loaded once."""
    if not _lexis:
        _lexis.append(Lexis())
    return _lexis[0]


def is_capital(word: str) -> bool:
    """Whether a token is a word that begins with a capital letter."""
    return word[:1].isupper()


def is_acronym(word: str) -> bool:
    """Whether a token is written in capitals: `МИД`, `США`, `СУ-24`; an inflected `МИДа` too."""
    return len(word) > 1 and word[:2].isupper() and sum(map(str.isupper, word)) * 2 >= len(word)


def is_governed(doc: Document, i: int) -> bool:
    """Whether a preposition stands before token `i`."""
    return i > 0 and doc.pos(i - 1) == "PREP"


def noun(doc: Document, i: int) -> Agreements:
    """Return what token `i` can be as a noun; 0 if it is none."""
    token = doc.tokens[i]
    return token.noun if token.noun >= 0 else _work_out(doc, i).noun


def adjective(doc: Document, i: int) -> Agreements:
    """Return what token `i` can be as an adjective, participle or ordinal; 0 if it is none."""
    token = doc.tokens[i]
    return token.adjective if token.noun >= 0 else _work_out(doc, i).adjective


_MINIMUM: Final = 0.005


def body_of(norm: str, readings: Sequence[Reading]) -> str:
    """Return the body of the table that a word out of the dictionary is a form of, else nothing: `Росстата`."""
    bodies = lexis().organizations
    lemmas = (norm, *(r.lemma for r in readings if r.pos == "NOUN"))
    ending = next((ending for ending in _ENDINGS if norm.endswith(ending) and len(norm) > _LONG), "")
    stem = norm.removesuffix(ending)
    others = (stem, stem + "а") if ending else ()
    return next((lemma for lemma in (*lemmas, *others) if lemma in bodies), "")


_LONG: Final = 5
_ENDINGS: Final = ("ом", "ем", "ой", "ей", "а", "у", "е", "ы", "и")
"""Case endings of a body that the dictionary does not have: `Хезболлой`, `Совфеде`."""


def is_fixed(norm: str) -> bool:
    """Whether a word that only our tables have is not inflected, whatever it ends in: `Минцифры`, `замначальника`."""
    return norm in lexis().fixed or (norm.startswith(_DEPUTY) and norm in lexis().roles and norm[-1] in "аяы")


_DEPUTY: Final = "зам"


def _work_out(doc: Document, i: int) -> Word:
    """Return the word that token `i` is, with what it can be as a noun and as an adjective."""
    nouns = adjectives = 0
    readings = doc.readings(i)
    for reading in readings:
        pos = reading.pos
        if reading.case and reading.score >= _MINIMUM:
            if pos == "NOUN":
                nouns |= agreeing(reading.case, reading.number, reading.gender)
            elif pos in ("ADJF", "PRTF"):
                adjectives |= agreeing(reading.case, reading.number, reading.gender)
    token = doc.tokens[i]
    if not readings[0].known:
        if is_fixed(token.norm):
            nouns, adjectives = SING, 0
        elif token.norm in lexis().organizations:
            nouns |= agreeing("nomn", "sing")
    token.adjective = adjectives
    token.noun = nouns
    return token
