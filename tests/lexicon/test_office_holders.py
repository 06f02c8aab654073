"""The table of office holders has countries and roles of the other tables, and each holder by a full name."""

from __future__ import annotations

from ruspolnews.lexicon import load
from ruspolnews.mentions.words import lexis
from ruspolnews.morphology import fold

HOLDERS = load("office_holders", "country", "office", "names")


def test_countries_and_offices_are_known() -> None:
    countries = set(lexis().countries.values())
    assert [row["country"] for row in HOLDERS if fold(row["country"]) not in countries] == []
    assert [row["office"] for row in HOLDERS if fold(row["office"]) not in lexis().roles] == []


def test_names_are_full() -> None:
    names = [name for row in HOLDERS for name in row["names"].split(",")]
    assert [name for name in names if " " not in name or name != name.strip()] == []
