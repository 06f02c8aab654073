"""The marked sentences hold in company: beside other texts, without the final stop, in other marks and dashes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

import ruspolnews
from quotes.test_cases import Expected, as_expected, cases, read_marks
from ruspolnews import Span


class Case(NamedTuple):
    """A text and the quotes that it has."""

    text: str
    quotes: frozenset[Expected]

    def after(self, words: str) -> Case:
        size = len(words)
        return Case(words + self.text, frozenset(moved(quote, size) for quote in self.quotes))

    def before(self, words: str) -> Case:
        return self._replace(text=self.text + words)

    def printed(self, old: str, new: str) -> Case:
        return self._replace(text=self.text.translate(str.maketrans(old, new)))

    def bare(self) -> Case:
        inside = any(span.stop == len(self.text) for quote in self.quotes for span in quote.spans)
        return self if inside or not self.text.endswith(".") else self._replace(text=self.text[:-1])

    def beside(self, other: Case) -> Case:
        both = self.after(other.text + "\n")
        return both._replace(quotes=both.quotes | other.quotes)


def moved(quote: Expected, by: int) -> Expected:
    def move(span: Span | None) -> Span | None:
        return span and Span(span.start + by, span.stop + by)

    spans = tuple(Span(span.start + by, span.stop + by) for span in quote.spans)
    return Expected(quote.kind, spans, move(quote.cue), move(quote.source))


def read() -> list[Case]:
    plain = [p for p in cases() if not p.marks and not p.id.startswith("edges")]  # type: ignore[attr-defined]
    marked = [parameter.values[0] for parameter in plain]  # type: ignore[attr-defined]
    found = [Case(text, frozenset(quotes)) for text, quotes in map(read_marks, marked)]
    return [case for case in found if not case.text.startswith(("Об этом", "О чём"))]  # these look at what is before


def ends(case: Case) -> bool:
    """Whether a sentence ends there, which is no paragraph after a colon."""
    return case.text[-1] in ".!?" and ":\n" not in case.text


def speaks_on(case: Case) -> bool:
    """Whether a line of dialogue ends in speech, so that a sentence behind it is speech too."""
    spoken = max((span.stop for quote in case.quotes for span in quote.spans), default=0)
    return case.text[0] in "—–-" and spoken >= len(case.text.rstrip(".!?…"))


CASES = read()
CHANGES: dict[str, Callable[[Case], Case]] = {
    "after a paragraph": lambda case: case.after("Утром шёл снег.\n"),
    "after a person": lambda case: case.after("Накануне в Дубровск приехал писатель Антон Белых.\n"),
    "after a sentence": lambda case: case if case.text[0] == "—" else case.after("Утром шёл снег. "),
    "before a paragraph": lambda case: case.before("\nДнём снег растаял."),
    "before a sentence": lambda case: (
        case.before(" Днём снег растаял.") if ends(case) and not speaks_on(case) else case
    ),
    "without the final stop": Case.bare,
    "straight marks": lambda case: case.printed("«»", '""'),
    "English marks": lambda case: case if case.text[0] == "»" else case.printed("«»", "“”"),
    "en dashes": lambda case: case.printed("—", "–"),
    "hyphens": lambda case: case.printed("—", "-"),
}


def beside(step: int) -> Iterator[Case]:
    """Yield each case with one that stands `step` places further as the paragraph before it."""
    for n, case in enumerate(CASES):
        yield case.beside(CASES[(n + step) % len(CASES)])


def check(case: Case) -> str:
    """Return how what is found differs from what is expected."""
    found = frozenset(as_expected(quote) for quote in ruspolnews.parse(case.text).quotes)
    lines = [f"  missing: {quote.show(case.text)}" for quote in case.quotes - found]
    lines += [f"  found:   {quote.show(case.text)}" for quote in found - case.quotes]
    return "\n".join([case.text, *lines]) if lines else ""


@pytest.mark.parametrize("name", CHANGES)
def test_another_place_or_print(name: str) -> None:
    wrong = [report for case in CASES if (report := check(CHANGES[name](case)))]
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


@pytest.mark.parametrize("step", [1, 50, 199])
def test_beside_another(step: int) -> None:
    wrong = [report for case in beside(step) if (report := check(case))]
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)
