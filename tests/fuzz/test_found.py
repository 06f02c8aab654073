"""What fuzzing found stays mended, and the seeds of the fuzzer keep the promises."""

from pathlib import Path

import pytest

from promises import PARSER, check

SEEDS = sorted((Path(__file__).parent / "corpus").glob("*.txt"))
FOUND = {
    "a dialogue line without words": '",-добавил ',
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_found_by_fuzzing(text: str) -> None:
    check(PARSER.parse(text))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seeds(path: Path) -> None:
    article = PARSER.parse(path.read_bytes().decode())
    assert article.quotes or article.figures
    check(article)
