"""Each row of the table of speech nouns is found by its own example."""

from __future__ import annotations

import pytest

import ruspolnews
from ruspolnews.lexicon import load
from ruspolnews.lexicon.tables import Row

NOUNS = load("speech_nouns", "lemma", "stance", "example")


@pytest.mark.parametrize("row", list(NOUNS), ids=lambda row: row["lemma"])
def test_example_is_found(row: Row) -> None:
    (quote,) = ruspolnews.parse(row["example"]).quotes
    assert quote.rule == "noun_clause"
    assert quote.source is not None
    assert quote.cue is not None
    assert quote.cue.stance == row["stance"]
    assert quote.text in row["example"]
