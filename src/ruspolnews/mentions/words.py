"""What a single token can be in a noun phrase: its agreement, and the kind of thing that its lemma names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ruspolnews.lexicon import load
from ruspolnews.morphology import Reading, fold
from ruspolnews.segmentation import Document

__all__ = [
    "ALL_CASES",
    "ANY",
    "PLACES",
    "Agreement",
    "Lexis",
    "adjective",
    "agreement_of",
    "is_acronym",
    "is_capital",
    "lexis",
    "meet",
    "noun",
]

PLACES = frozenset("округ город штат район область провинция остров графство край посёлок поселок село деревня".split())
"""What a capitalised name of a place follows: `штат Вирджиния`."""
ALL_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")


class Agreement(NamedTuple):
    """Case, number and gender of one reading; an empty string agrees with anything."""

    case: str
    number: str
    gender: str


Agreements = frozenset[Agreement]

ANY: Agreements = frozenset(Agreement(case, "", "") for case in ALL_CASES)


def meet(left: Agreements, right: Agreements) -> Agreements:
    """Return what two words that agree can be together."""
    if left is right or not left or not right:
        return left and right
    found = []
    for one in left:
        case, number, gender = one
        for other in right:
            if other[0] != case:
                continue
            _, its_number, its_gender = other
            if number == its_number or not its_number:
                if gender == its_gender or not its_gender:
                    found.append(one)
                elif not gender:
                    found.append(Agreement(case, number, its_gender))
            elif not number:
                if not gender or gender == its_gender:
                    found.append(other)
                elif not its_gender:
                    found.append(Agreement(case, its_number, gender))
    return frozenset(found)


class Lexis(NamedTuple):
    """The tables of words that name speakers; keys are folded lemmas or names."""

    roles: dict[str, tuple[str, ...]]
    organizations: frozenset[str]
    groups: frozenset[str]
    media: frozenset[str]
    media_nouns: frozenset[str]
    documents: frozenset[str]
    countries: dict[str, str]
    first_names: dict[str, str]


@cache
def lexis() -> Lexis:
    """Return the tables, loaded once."""
    media = load("media", "name")
    countries: dict[str, str] = {}
    for row in load("countries", "country", "adjective"):
        names = [row["country"], row["adjective"], row["capital"], *row["codes"].split(",")]
        for name in names:
            if name:
                countries.setdefault(fold(name.strip()), fold(row["country"]))
    return Lexis(
        roles={
            fold(row["lemma"]): tuple(p.strip() for p in row["prepositions"].split(",") if p.strip())
            for row in load("roles", "lemma")
        },
        organizations=frozenset(fold(row["lemma"]) for row in load("organizations", "lemma") if row["note"] != "group"),
        groups=frozenset(fold(row["lemma"]) for row in load("organizations", "lemma") if row["note"] == "group"),
        media=frozenset(fold(row["name"]) for row in media if row["note"] != "noun"),
        media_nouns=frozenset(fold(row["name"]) for row in media if row["note"] == "noun"),
        documents=frozenset(fold(row["lemma"]) for row in load("documents", "lemma")),
        countries=countries,
        first_names={fold(row["name"]): row["gender"] for row in load("first_names", "name", "gender")},
    )


def is_capital(word: str) -> bool:
    """Whether a token is a word that begins with a capital letter."""
    return word[:1].isupper()


def is_acronym(word: str) -> bool:
    """Whether a token is written in capitals: `МИД`, `США`, `СУ-24`; an inflected `МИДа` too."""
    return len(word) > 1 and word[:2].isupper() and sum(map(str.isupper, word)) * 2 >= len(word)


_made: dict[tuple[str, str, str], Agreement] = {}


def agreement_of(reading: Reading) -> Agreement:
    """Return the agreement of a reading that has a case: one object for each that Russian knows."""
    key = (reading.case, reading.number, reading.gender)
    found = _made.get(key)
    if found is None:
        found = _made[key] = Agreement(reading.case, reading.number, reading.gender if reading.number != "plur" else "")
    return found


_CACHE_SIZE = 60_000
_nouns: dict[str, Agreements] = {}
_adjectives: dict[str, Agreements] = {}


def noun(doc: Document, i: int) -> Agreements:
    """Return what token `i` can be as a noun; empty if it is none."""
    norm = doc.norms[i]
    found = _nouns.get(norm)
    return _agreements(doc, i, norm, _nouns, ("NOUN",)) if found is None else found


def adjective(doc: Document, i: int) -> Agreements:
    """Return what token `i` can be as an adjective, participle or ordinal; empty if it is none."""
    norm = doc.norms[i]
    found = _adjectives.get(norm)
    return _agreements(doc, i, norm, _adjectives, ("ADJF", "PRTF")) if found is None else found


_MINIMUM = 0.005


def _agreements(doc: Document, i: int, norm: str, cache: dict[str, Agreements], tags: tuple[str, ...]) -> Agreements:
    found = frozenset([agreement_of(r) for r in doc.readings(i) if r.pos in tags and r.case and r.score >= _MINIMUM])
    if len(cache) >= _CACHE_SIZE:
        cache.clear()
    cache[norm] = found
    return found
