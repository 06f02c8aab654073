"""Runs the texts of `tests/cases/speakers/*.txt`: who says each quote, by the whole text.

Blocks are set apart by an empty line. A block is the text, a paragraph a line, then for each quote in the order of its
content a line `=> beginning of the content | name of the speaker | kind | gender`; gender is `m`, `f` or `-`
(unknown), name and kind are `-` for an unknown speaker. Lines that begin with `#` are comments.
A first line `!xfail reason` marks a known failure (strict).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

import ruspolnews
from ruspolnews import Gender, Quote, SpeakerKind

CASES = Path(__file__).parent / "cases" / "speakers"
GENDERS = {Gender.MALE: "m", Gender.FEMALE: "f", None: "-"}


class Expected(NamedTuple):
    """What a line `=>` says of a quote."""

    beginning: str
    name: str
    kind: str
    gender: str


class Block(NamedTuple):
    """One text with its expected speakers."""

    line: int
    reason: str
    text: str
    quotes: tuple[Expected, ...]


def read(path: Path) -> Iterator[Block]:
    for start, lines in _blocks(path):
        reason = lines.pop(0).removeprefix("!xfail ") if lines[0].startswith("!xfail ") else ""
        text = "\n".join(line for line in lines if not line.startswith("=>"))
        rows = [[cell.strip() for cell in line[2:].split(" | ")] for line in lines if line.startswith("=>")]
        yield Block(start, reason, text, tuple(Expected(*row) for row in rows))


def _blocks(path: Path) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    start = 0
    for number, line in enumerate([*path.read_text("utf-8").splitlines(), ""], 1):
        if line.startswith("#"):
            continue
        if line.strip():
            start = start if block else number
            block.append(line)
        elif block:
            yield start, block
            block = []


def cases() -> Iterator[object]:
    for path in sorted(CASES.glob("*.txt")):
        for block in read(path):
            marks = [pytest.mark.xfail(reason=block.reason, strict=True)] if block.reason else []
            yield pytest.param(block, id=f"{path.stem}:{block.line}", marks=marks)


def as_expected(quote: Quote) -> Expected:
    speaker = quote.speaker
    if speaker is None:
        return Expected(quote.text, "-", "-", "-")
    return Expected(quote.text, speaker.name, str(speaker.kind), GENDERS[speaker.gender])


def differences(block: Block) -> list[str]:
    found = [as_expected(quote) for quote in ruspolnews.parse(block.text).quotes]
    same = len(found) == len(block.quotes) and all(
        theirs.beginning.startswith(ours.beginning) and theirs[1:] == ours[1:]
        for ours, theirs in zip(block.quotes, found, strict=True)
    )
    if same:
        return []
    report = [block.text]
    report += [f"  expected: {' | '.join(quote)}" for quote in block.quotes]
    return report + [f"  found:    {' | '.join(quote)}" for quote in found]


@pytest.mark.parametrize("block", list(cases()))
def test_speakers(block: Block) -> None:
    report = differences(block)
    if report:
        pytest.fail("\n".join(report), pytrace=False)


def test_the_cases_are_sound() -> None:
    blocks = [block for path in sorted(CASES.glob("*.txt")) for block in read(path)]
    kinds = {str(kind) for kind in SpeakerKind}
    assert len(blocks) >= 250
    assert len({block.text for block in blocks}) == len(blocks)
    for block in blocks:
        assert block.quotes, block.text
        for quote in block.quotes:
            assert quote.beginning in block.text, quote
            assert quote.kind in kinds | {"-"}, quote
            assert (quote.kind == "-") == (quote.name == "-"), quote
            assert quote.gender in ("-", "m", "f"), quote
            assert quote.gender == "-" or quote.kind == "person", quote
