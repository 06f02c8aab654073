"""The tables that name people, bodies, media, documents, countries and first names are sound."""

from __future__ import annotations

import re

import pytest

from ruspolnews.lexicon import Table, load
from ruspolnews.morphology import Morphology, fold

ROLES = load("roles", "lemma")
ORGANIZATIONS = load("organizations", "lemma")
MEDIA = load("media", "name", "note")
DOCUMENTS = load("documents", "lemma")
COUNTRIES = load("countries", "country")
FIRST_NAMES = load("first_names", "name", "gender")
TITLE_SYNONYMS = load("title_synonyms", "heads")
TITLE_BODIES = load("title_bodies", "word", "by")

PREPOSITIONS = frozenset("без в для за из на от по при с у".split())
NO_DICTIONARY_FORM = frozenset("ио врио аятолла скр фсо анб мок гру ростех автодор".split())
"""Abbreviations and a foreign title that the dictionary does not know or reads as something else."""
DEPUTY = "зам"
"""Compounds such as `замначальника` end in a genitive and stay."""
ADJECTIVES = frozenset(["ADJF", "PRTF"])


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology()


@pytest.mark.parametrize(
    ("table", "columns", "count"),
    [
        (ROLES, "lemma prepositions note", 420),
        (ORGANIZATIONS, "lemma note", 230),
        (MEDIA, "name note", 130),
        (DOCUMENTS, "lemma body verb", 60),
        (COUNTRIES, "country adjective capital codes note", 120),
        (FIRST_NAMES, "name gender note", 350),
        (TITLE_SYNONYMS, "heads note", 50),
        (TITLE_BODIES, "word by heads words note", 60),
    ],
    ids=lambda value: value.name if isinstance(value, Table) else "",
)
def test_tables_have_their_columns_and_do_not_shrink(table: Table, columns: str, count: int) -> None:
    assert " ".join(table.columns) == columns
    assert len(table) >= count


@pytest.mark.parametrize(
    "table", [ROLES, ORGANIZATIONS, MEDIA, DOCUMENTS, COUNTRIES, FIRST_NAMES], ids=lambda t: t.name
)
def test_no_row_stands_twice(table: Table) -> None:
    keys = [row[table.columns[0]] for row in table]
    assert sorted(key for key in set(keys) if keys.count(key) > 1) == []


@pytest.mark.parametrize("table", [ROLES, ORGANIZATIONS, DOCUMENTS], ids=lambda t: t.name)
def test_lemmas_are_lower_case(table: Table) -> None:
    assert [row["lemma"] for row in table if row["lemma"] != row["lemma"].lower()] == []


@pytest.mark.parametrize("table", [ROLES, ORGANIZATIONS, DOCUMENTS], ids=lambda t: t.name)
def test_lemmas_are_nouns(table: Table, morphology: Morphology) -> None:
    odd = []
    for row in table:
        words = row["lemma"].split()
        readings = morphology.readings(fold(words[-1]))
        noun = any(r.pos == "NOUN" or (r.pos in ADJECTIVES and table is ROLES) for r in readings)
        if not noun and row["lemma"] not in NO_DICTIONARY_FORM:
            odd.append(row["lemma"])
    assert odd == []


@pytest.mark.parametrize("table", [ROLES, DOCUMENTS], ids=lambda t: t.name)
def test_lemmas_are_nominative(table: Table, morphology: Morphology) -> None:
    odd = [
        row["lemma"]
        for row in table
        if not any(r.case == "nomn" for r in morphology.readings(fold(row["lemma"])))
        and not row["lemma"].startswith(DEPUTY)
        and row["lemma"] not in NO_DICTIONARY_FORM
    ]
    assert odd == []


def test_prepositions_are_known() -> None:
    assert {p for row in ROLES for p in row["prepositions"].split(",") if p} <= PREPOSITIONS


def test_media_are_head_nouns_or_names(morphology: Morphology) -> None:
    assert {row["note"] for row in MEDIA} == {"noun", "name"}
    nouns = [row["name"] for row in MEDIA if row["note"] == "noun"]
    assert [noun for noun in nouns if noun != noun.lower() and not noun.isupper()] == []
    assert [noun for noun in nouns if not any(r.pos == "NOUN" for r in morphology.readings(fold(noun)))] == []


def test_adjectives_of_countries_are_adjectives(morphology: Morphology) -> None:
    adjectives = [row["adjective"] for row in COUNTRIES if row["adjective"]]
    odd = [a for a in adjectives if not any(r.pos == "ADJF" and r.case == "nomn" for r in morphology.readings(fold(a)))]
    assert odd == []


def test_countries_and_capitals_are_names() -> None:
    cells = [
        name
        for row in COUNTRIES
        for name in (row["country"], row["capital"], *row["codes"].split(","))
        if name and not re.fullmatch(r"[А-ЯЁ][\w’' .-]*|[а-я]+ский", name)
    ]
    assert cells == []


def test_first_names_have_a_gender() -> None:
    assert {row["gender"] for row in FIRST_NAMES} == {"m", "f"}
    assert [row["name"] for row in FIRST_NAMES if not row["name"][0].isupper()] == []


def test_titles_have_two_words_or_more_and_stand_once() -> None:
    rows = [frozenset(row["heads"].split(",")) for row in TITLE_SYNONYMS]
    assert [row for row in rows if len(row) < 2] == []
    assert len(set(rows)) == len(rows)
    keys = [(row["by"], row["word"]) for row in TITLE_BODIES]
    assert len(set(keys)) == len(keys)
    assert [row["word"] for row in TITLE_BODIES if not row["heads"] and not row["words"]] == []
