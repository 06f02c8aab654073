"""The tables of an archive, and the rows that an article makes in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ruspolnews.archive.inputs import Input, digest_of
from ruspolnews.archive.words import count_lemmas, name_words
from ruspolnews.model import Article, Speaker
from ruspolnews.morphology import Morphology

__all__ = ["LAYOUT", "TABLES", "rows_of"]

LAYOUT = "1"
"""The version of the tables."""

TABLES: dict[str, dict[str, str]] = {
    "articles": {
        "article": "VARCHAR",
        "digest": "VARCHAR",
        "version": "VARCHAR",
        "title": "VARCHAR",
        "text": "VARCHAR",
    },
    "speakers": {
        "article": "VARCHAR",
        "speaker": "INTEGER",
        "name": "VARCHAR",
        "kind": "VARCHAR",
        "gender": "VARCHAR",
        "roles": "VARCHAR[]",
    },
    "quotes": {
        "article": "VARCHAR",
        "quote": "INTEGER",
        "kind": "VARCHAR",
        "text": "VARCHAR",
        "spans": "INTEGER[][]",
        "cue": "VARCHAR",
        "cue_lemma": "VARCHAR",
        "stance": "VARCHAR",
        "source": "VARCHAR",
        "speaker": "INTEGER",
        "parent": "INTEGER",
        "rule": "VARCHAR",
    },
    "figures": {
        "article": "VARCHAR",
        "figure": "INTEGER",
        "kind": "VARCHAR",
        "text": "VARCHAR",
        "start": "INTEGER",
        "stop": "INTEGER",
        "low": "DOUBLE",
        "high": "DOUBLE",
        "currency": "VARCHAR",
        "bound": "VARCHAR",
        "per": "VARCHAR",
        "unit": "VARCHAR",
    },
    "quote_figures": {"article": "VARCHAR", "quote": "INTEGER", "figure": "INTEGER"},
    "quote_lemmas": {"article": "VARCHAR", "quote": "INTEGER", "lemma": "VARCHAR", "times": "INTEGER"},
    "speaker_words": {"article": "VARCHAR", "speaker": "INTEGER", "word": "VARCHAR"},
}
"""Columns and their types. There are no keys: DuckDB checks them too early when a row is replaced in a transaction."""


def rows_of(item: Input, article: Article, version: str, morphology: Morphology) -> Iterator[tuple[str, list[Any]]]:
    """Yield the rows that an article makes, each with the name of its table, its values in order of the columns."""
    title = article.title and article.title.of(article.text)
    yield "articles", [item.id, digest_of(item.text), version, title, item.text]
    speakers = {speaker: number for number, speaker in enumerate(article.speakers)}
    for speaker, number in speakers.items():
        gender = speaker.gender and speaker.gender.value
        yield "speakers", [item.id, number, speaker.name, speaker.kind.value, gender, list(speaker.roles)]
        for word in _speaker_words(speaker, morphology):
            yield "speaker_words", [item.id, number, word]
    figures = {figure: number for number, figure in enumerate(article.figures)}
    for figure, number in figures.items():
        low, high = (None if value is None else float(value) for value in (figure.low, figure.high))
        place = [figure.span.start, figure.span.stop]
        value = [low, high, figure.currency, figure.bound.value, figure.per, figure.unit]
        yield "figures", [item.id, number, figure.kind.value, figure.text, *place, *value]
    quotes = {id(quote): number for number, quote in enumerate(article.quotes)}
    for number, quote in enumerate(article.quotes):
        cue = quote.cue
        yield (
            "quotes",
            [
                item.id,
                number,
                quote.kind.value,
                quote.text,
                [[span.start, span.stop] for span in quote.spans],
                cue and cue.text,
                cue and cue.lemma,
                cue and cue.stance.value,
                quote.source and quote.source.text,
                None if quote.speaker is None else speakers[quote.speaker],
                None if quote.parent is None else quotes[id(quote.parent)],
                quote.rule,
            ],
        )
        for figure in quote.figures:
            yield "quote_figures", [item.id, number, figures[figure]]
        for lemma, times in count_lemmas(quote.text, morphology).items():
            yield "quote_lemmas", [item.id, number, lemma, times]


def _speaker_words(speaker: Speaker, morphology: Morphology) -> set[str]:
    names = [speaker.name, *speaker.roles]
    return {form for name in names for forms in name_words(name, morphology) for form in forms}
