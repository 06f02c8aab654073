"""Times each stage and the whole, and razdel over the same texts."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import razdel

from ruspolnews import Parser
from ruspolnews.figures import find_figures
from ruspolnews.mentions.resolution import resolve
from ruspolnews.morphology import Morphology
from ruspolnews.parser import _credit
from ruspolnews.quotes import find_quotes
from ruspolnews.segmentation import Document, segment

sys.path.insert(0, str(Path(__file__).parent))
from generator import generate

ROUNDS = 6
Work = Callable[[], object]


@pytest.fixture(scope="session")
def texts() -> list[str]:
    """The articles of `RUSPOLNEWS_BENCH_TEXTS`, or generated ones."""
    path = os.environ.get("RUSPOLNEWS_BENCH_TEXTS")
    if not path:
        return generate(200)
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def run(benchmark: Any, timings: dict[str, float], stage: str, prepare: Callable[[], Work]) -> None:
    """Time what `prepare` returns; it is called anew each round, so that nothing is left from the one before."""
    benchmark.pedantic(lambda work: work(), setup=lambda: ((prepare(),), {}), rounds=ROUNDS)
    timings[stage] = benchmark.stats.stats.min


def bench_razdel(benchmark: Any, timings: dict[str, float], texts: list[str]) -> None:
    def work() -> object:
        return [(list(razdel.sentenize(text)), list(razdel.tokenize(text))) for text in texts]

    run(benchmark, timings, "razdel", lambda: work)


def bench_natasha(benchmark: Any, timings: dict[str, float], texts: list[str]) -> None:
    """Segmentation, morphology, names and syntax by natasha, if it is installed."""
    natasha = pytest.importorskip("natasha")
    segmenter, embedding = natasha.Segmenter(), natasha.NewsEmbedding()
    taggers = natasha.NewsMorphTagger(embedding), natasha.NewsNERTagger(embedding)
    syntax = natasha.NewsSyntaxParser(embedding)

    def work() -> None:
        for text in texts:
            doc = natasha.Doc(text)
            doc.segment(segmenter)
            doc.tag_morph(taggers[0])
            doc.tag_ner(taggers[1])
            doc.parse_syntax(syntax)

    run(benchmark, timings, "natasha", lambda: work)


def bench_parse_cold(benchmark: Any, timings: dict[str, float], texts: list[str]) -> None:
    """A new parser each round: its dictionary is read and its caches are filled."""

    def work() -> object:
        parser = Parser()
        return [parser.parse(text) for text in texts]

    run(benchmark, timings, "parse, cold", lambda: work)


def bench_parse_warm(benchmark: Any, timings: dict[str, float], texts: list[str]) -> None:
    """The same articles again: the least that a parser can take."""
    parser = Parser()
    for text in texts:
        parser.parse(text)
    run(benchmark, timings, "parse, warm", lambda: lambda: [parser.parse(text) for text in texts])


def _segment(documents: Sequence[Document]) -> object:
    return [segment(document.text, document.morphology) for document in documents]


def _figures(documents: Sequence[Document]) -> object:
    return [find_figures(document) for document in documents]


def _quotes(documents: Sequence[Document]) -> object:
    return [find_quotes(document) for document in documents]


@pytest.mark.parametrize("stage", [_segment, _figures, _quotes], ids=["segment", "figures", "quotes"])
def bench_stage(
    benchmark: Any, timings: dict[str, float], texts: list[str], stage: Callable[[Sequence[Document]], object]
) -> None:
    morphology = Morphology()

    def prepare() -> Work:
        documents = [segment(text, morphology) for text in texts]
        return lambda: stage(documents)

    prepare()()
    run(benchmark, timings, stage.__name__.strip("_"), prepare)


def bench_mentions(benchmark: Any, timings: dict[str, float], texts: list[str]) -> None:
    """Who is named and who is who, after the quotes are found."""
    morphology = Morphology()

    def prepare() -> Work:
        documents = [segment(text, morphology) for text in texts]
        credits = [[_credit(finding) for finding in find_quotes(document)] for document in documents]
        return lambda: [resolve(document, credit) for document, credit in zip(documents, credits, strict=True)]

    prepare()()
    run(benchmark, timings, "mentions", prepare)
