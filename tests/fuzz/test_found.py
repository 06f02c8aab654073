"""What fuzzing found stays mended, and the seeds of the fuzzer keep the promises."""

import re
from pathlib import Path

import pytest

from promises import PARSER, check

CASES = Path(__file__).parent.parent / "cases"
SEEDS = sorted((Path(__file__).parent / "corpus").glob("*.txt"))
FOUND = {
    "a dialogue line without words": '",-добавил ',
    "a text that ends with a conjunction": "Зорин сообщил, что мост откроют, чем",
    "a text that ends with two": "Зорин сообщил, что мост откроют, после чего",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_found_by_fuzzing(text: str) -> None:
    check(PARSER.parse(text))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seeds(path: Path) -> None:
    article = PARSER.parse(path.read_bytes().decode())
    assert article.quotes or article.figures
    check(article)


def test_beginnings_and_ends_of_sentences() -> None:
    mark = re.compile(r"\[(?:\w+ )?|\]")
    count = 0
    for path in sorted(CASES.rglob("*.t*")):
        for line in path.read_text("utf-8").split("\n")[::5]:
            if not line or line.startswith("#"):
                continue
            text = mark.sub("", line.split("\t")[0]).replace("\\n", "\n")
            for match in re.finditer(r"\w+|\S", text):
                for part in (text[: match.end()], text[match.start() :]):
                    check(PARSER.parse(part))
                    count += 1
    assert count > 10_000
