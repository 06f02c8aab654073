"""Times each stage and the whole, and razdel over the same texts."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import razdel

from ruspolnews import Parser
from ruspolnews.figures import find_figures
from ruspolnews.morphology import Morphology
from ruspolnews.quotes import find_quotes
from ruspolnews.segmentation import segment

SIZE = 200
SYLLABLES = "ва ло ми ту ре ко са ди но пе ша гу би фе юн".split()
OPENINGS = ("Министр {a} {b} заявил, что {p}.", "«{p}», — сказал {b}.", "По словам {b}а, {p}.", "{p}, сообщает ТАСС.")
CLAUSES = (
    "проект обойдётся в {n} млн рублей",
    "переговоры с {b}ом продолжатся в мае",
    "город {c} не готов к зиме, которая начнётся рано",
    "договор подпишут, если {b} вернётся в {c}",
)
PLAIN = ("В городе {c} прошёл дождь.", "Завод «{c}» работает с {n} года и выпускает трубы, краны и насосы.")


def word(rng: random.Random) -> str:
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).capitalize() + "н"


def articles() -> list[str]:
    """Return articles whose names and numbers are new at every turn, so that caches are not flattered."""
    path = os.environ.get("RUSPOLNEWS_BENCH_TEXTS")
    if path:
        return [json.loads(line)["text"] for line in Path(path).read_text("utf-8").splitlines()]
    rng = random.Random(7)
    texts = []
    for _ in range(SIZE):
        people = [(word(rng), word(rng)) for _ in range(3)]
        paragraphs = []
        for _ in range(8):
            a, b = rng.choice(people)
            clause = rng.choice(CLAUSES).format(b=b, c=word(rng), n=rng.randint(2, 900))
            said = rng.choice(OPENINGS).format(a=a, b=b, p=clause)
            plain = rng.choice(PLAIN).format(c=word(rng), n=rng.randint(1900, 2020))
            paragraphs.append(f"{said[0].upper()}{said[1:]} {plain}")
        texts.append("\n".join(paragraphs))
    return texts


TEXTS = articles()


def run(benchmark: Any, work: Callable[[], object]) -> None:
    benchmark.pedantic(work, rounds=3, warmup_rounds=0)
    benchmark.extra_info["documents a second"] = round(len(TEXTS) / benchmark.stats.stats.min)


def bench_razdel(benchmark: Any) -> None:
    run(benchmark, lambda: [(list(razdel.sentenize(text)), list(razdel.tokenize(text))) for text in TEXTS])


def bench_parse_cold(benchmark: Any) -> None:
    def work() -> None:
        parser = Parser()
        for text in TEXTS:
            parser.parse(text)

    run(benchmark, work)


def bench_parse_warm(benchmark: Any) -> None:
    parser = Parser()
    for text in TEXTS:
        parser.parse(text)
    run(benchmark, lambda: [parser.parse(text) for text in TEXTS])


@pytest.mark.parametrize("stage", ["segment", "quotes", "figures"])
def bench_stage(benchmark: Any, stage: str) -> None:
    morphology = Morphology()
    documents = [segment(text, morphology) for text in TEXTS]
    for document in documents:
        find_quotes(document)
    work: dict[str, Callable[[], object]] = {
        "segment": lambda: [segment(text, morphology) for text in TEXTS],
        "quotes": lambda: [find_quotes(document) for document in documents],
        "figures": lambda: [find_figures(document) for document in documents],
    }
    run(benchmark, work[stage])
