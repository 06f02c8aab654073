"""Tokens are razdel's, but for the differences listed here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import razdel

from ruspolnews.segmentation.tokens import TOKEN

ROOT = Path(__file__).parent.parent.parent
MARKS = re.compile(r"\[(?:\w+ )?|\]")
ACCEPTED = {
    r"\d+, = \d+ ,": "a comma between two numbers of a list; razdel leaves it with the first",
    r"[-−‐]\S+ = [-−‐] \S+": "a sign, or a hyphen without a first part, stands alone: amounts decide what it is",
    r"\S+[-–] = \S+ [-–]": "a hyphen without a second part (`экс- и нынешний`) is no part of the word",
    r"кВт·ч = кВт · ч": "a middle dot divides units as a slash does",
}
"""What razdel has, what we have between its bounds, and why."""


def lines() -> Iterator[str]:
    for path in sorted((ROOT / "benchmarks" / "quality").glob("*.json")):
        yield from json.loads(path.read_text("utf-8"))["text"].split("\n")
    for path in (*sorted((ROOT / "tests" / "metamorphic").glob("*.txt")), ROOT / "src/ruspolnews/cli/demo.txt"):
        yield from path.read_text("utf-8").split("\n")
    for path in sorted((ROOT / "tests" / "cases").rglob("*.t*")):
        for line in path.read_text("utf-8").split("\n"):
            if line and not line.startswith("#"):
                yield from MARKS.sub("", line.split("\t")[0]).split("\\n")


def test_tokens_are_those_of_razdel() -> None:
    count, differences = 0, set()
    for line in lines():
        ours = [match.span() for match in TOKEN.finditer(line)]
        bounds = set(ours)
        for token in razdel.tokenize(line):
            count += 1
            if (token.start, token.stop) not in bounds:
                within = [line[a:b] for a, b in ours if a < token.stop and b > token.start]
                differences.add(f"{token.text} = {' '.join(within)}")
    assert count >= 30_000
    assert [found for found in differences if not any(re.fullmatch(kind, found) for kind in ACCEPTED)] == []
    assert [kind for kind in ACCEPTED if not any(re.fullmatch(kind, found) for found in differences)] == []


def test_pieces_are_white_space_and_tokens_by_turns() -> None:
    for line in lines():
        pieces = TOKEN.split(line)
        assert "".join(pieces) == line
        assert not "".join(pieces[::2]).strip()
        assert not any(re.search(r"\s", piece) for piece in pieces[1::2])


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("пресс-секретарь ООН", ["пресс-секретарь", "ООН"]),
        ("в 2010-2011 гг.", ["в", "2010-2011", "гг", "."]),
        ("1,5 млн и 2/3", ["1,5", "млн", "и", "2/3"]),
        ("заяви́л…", ["заяви́л", "…"]),
        ("«Да»?!", ["«", "Да", "»", "?!"]),
        ("iPhone-ы", ["iPhone-ы"]),
    ],
)
def test_examples(text: str, tokens: list[str]) -> None:
    assert [match.group() for match in TOKEN.finditer(text)] == tokens
    assert [token.text for token in razdel.tokenize(text)] == tokens
