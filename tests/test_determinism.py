"""The same text gives the same article: in threads, in processes, after a fork, whatever the seed of hashes."""

import hashlib
import json
import multiprocessing
import os
import pickle
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import attrs
import pytest

from ruspolnews import Article, Failure, Parser

ARTICLES = Path(__file__).parent.parent / "benchmarks" / "quality"
TEXTS = [json.loads(path.read_text("utf-8"))["text"] for path in sorted(ARTICLES.glob("*.json"))]
TEXTS += [path.read_text("utf-8") for path in sorted((Path(__file__).parent / "metamorphic").glob("*.txt"))]
PARSER = Parser()


@pytest.fixture(scope="module")
def expected() -> list[Article]:
    return [Parser().parse(text) for text in TEXTS]


def digest(texts: list[str]) -> str:
    return hashlib.sha256("".join(Parser().parse(text).to_json() for text in texts).encode()).hexdigest()


PROGRAM = """
import sys
sys.path[:0] = {path!r}
from test_determinism import TEXTS, digest
print(digest(TEXTS))
"""


def test_the_seed_of_hashes_does_not_matter() -> None:
    program = PROGRAM.format(path=[str(Path(__file__).parent), *filter(None, sys.path)])
    found = {
        seed: subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(set(found.values())) == 1


def test_one_parser_in_eight_threads(expected: list[Article]) -> None:
    parser = Parser()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(parser.parse, TEXTS * 4)) == expected * 4


def test_the_first_parse_of_all_threads_at_once(expected: list[Article]) -> None:
    parser = Parser()
    start = threading.Barrier(8)

    def first(_: int) -> Article:
        start.wait()
        return parser.parse(TEXTS[0])

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(first, range(8))) == [expected[0]] * 8


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_processes(workers: int, expected: list[Article]) -> None:
    assert list(PARSER.pipe(TEXTS, workers=workers)) == expected


def test_parsers_and_results_are_pickled(expected: list[Article]) -> None:
    for parser in (Parser(max_length=20, quantities=True), PARSER):
        copy = pickle.loads(pickle.dumps(parser))
        for text in ("Пришли 30 человек.", TEXTS[0]):
            assert next(copy.pipe([text])) == next(parser.pipe([text])) or len(text) > 20
    assert pickle.loads(pickle.dumps(expected)) == expected
    failure = next(iter(Parser(max_length=20).pipe([TEXTS[0]])))
    assert isinstance(failure, Failure)
    copy = pickle.loads(pickle.dumps(failure))
    assert (type(copy.error), str(copy.error)) == (type(failure.error), str(failure.error))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_fork_after_use(expected: list[Article]) -> None:
    PARSER.parse(TEXTS[0])
    context = multiprocessing.get_context("fork")
    read, write = context.Pipe(duplex=False)

    def child() -> None:
        write.send([PARSER.parse(text) for text in TEXTS])

    process = context.Process(target=child)
    process.start()
    write.close()
    assert read.recv() == expected
    process.join()
    assert process.exitcode == 0


def test_what_is_pickled_is_told_by_its_values(expected: list[Article]) -> None:
    for article in expected:
        for value in (article, *article.quotes, *article.sentences, *article.speakers, *article.figures):
            cls, values = value.__reduce__()
            assert cls(*values) == value
            assert len(values) == len(attrs.fields(cls))
