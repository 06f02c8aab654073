"""Runs `tests/cases/figures/*.tsv`: a text with its figures in brackets, a tab, and what they are, in order, by `; `.

A figure is `value` or `low..high` or `vague`, its unit (ISO code, `%`, `пп`, or a name), and in any order
`approx`, `min`, `max`, `elided`, `per=…`. A `-` is a text without figures. A second column `!reason | …` is a
known failure. Files whose name begins with `quantities` ask for quantities too; `@2015-03-01` before the text is the
day of publication. `\\[` is a bracket of the text.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from ruspolnews.figures import find_figures
from ruspolnews.model import Figure, FigureKind
from ruspolnews.morphology import Morphology
from ruspolnews.segmentation import segment

CASES = Path(__file__).parent.parent / "cases" / "figures"
MORPHOLOGY = Morphology()
MARK = re.compile(r"\\(.)|([\[\]])")


def read() -> Iterator[ParameterSet]:
    for path in sorted(CASES.glob("*.tsv")):
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            if not line or line.startswith("#"):
                continue
            marked, expected = line.split("\t")
            marks: tuple[pytest.MarkDecorator, ...] = ()
            if expected.startswith("!"):
                reason, expected = expected[1:].split(" | ")
                marks = (pytest.mark.xfail(reason=reason, strict=True),)
            yield pytest.param(path.stem, marked, expected, id=f"{path.stem}-{number}", marks=marks)


def strip(marked: str) -> tuple[str, list[str]]:
    """The text without marks, and the words between them."""
    text, starts, found, at = "", [], [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[1]:
            text += match[1]
        elif match[2] == "[":
            starts.append(len(text))
        else:
            found.append(text[starts.pop() :])
    return text + marked[at:], found


def show(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        value = "vague"
    elif figure.low == figure.high:
        value = f"{figure.low:f}"
    else:
        value = f"{figure.low:f}..{figure.high:f}"
    if figure.kind is FigureKind.PERCENT:
        unit = "пп" if figure.unit else "%"
    else:
        unit = figure.currency or figure.unit or "?"
    words = [value, unit.replace(" ", "_")]
    if figure.bound != "exact":
        words.append(str(figure.bound))
    if figure.elided:
        words.append("elided")
    if figure.per:
        words.append(f"per={figure.per.replace(' ', '_')}")
    return " ".join(words)


@pytest.mark.parametrize(("group", "marked", "expected"), list(read()))
def test_case(group: str, marked: str, expected: str) -> None:
    date = None
    if marked.startswith("@"):
        day, marked = marked[1:].split(" ", 1)
        date = datetime.date.fromisoformat(day)
    text, marks = strip(marked)
    figures = find_figures(segment(text, MORPHOLOGY), quantities=group.startswith("quantities"), date=date)
    assert [figure.text for figure in figures] == marks
    assert "; ".join(map(show, figures)) == ("" if expected == "-" else expected)
    assert all(figure.span.of(text) == figure.text for figure in figures)
    assert all(isinstance(figure.low, Decimal | None) for figure in figures)
