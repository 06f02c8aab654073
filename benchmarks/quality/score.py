"""Scores quotes, speakers and amounts on the annotated articles: `python benchmarks/quality/score.py [-v]`."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from annotated import Annotated, Reported, articles

import ruspolnews
from ruspolnews import Article, Quote, Span

FOUND, EXACT, RIGHT = 0.5, 0.95, 0.9
"""Dice coefficients of characters from which content counts as found, as exact, and as right."""
MEASURES = ("found", "exact", "attributed", "full", "money")

Wanted = TypeVar("Wanted")
Given = TypeVar("Given")


class Score:
    """Counts what was wanted, given and right, and keeps a line for each difference."""

    def __init__(self) -> None:
        self.wanted: Counter[str] = Counter()
        self.given: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.differences: list[str] = []

    def add(self, wanted: Annotated, article: Article) -> None:
        self._quotes(wanted, article)
        self._money(wanted, article)

    def f1(self) -> dict[str, float]:
        """Return F1 of each measure, 1 where nothing is wanted or given."""
        sums = {name: self.wanted[name] + self.given[name] for name in MEASURES}
        return {name: round(2 * self.right[name] / total, 3) if total else 1.0 for name, total in sums.items()}

    def _quotes(self, wanted: Annotated, article: Article) -> None:
        given = [quote for quote in article.quotes if quote.kind != "anaphoric"]
        for name in MEASURES[:-1]:
            self.wanted[name] += len(wanted.quotes)
            self.given[name] += len(given)
        pairs = paired(wanted.quotes, given, lambda left, right: dice(left.spans, right.spans))
        for left, right, likeness in pairs:
            named = (right.speaker.name if right.speaker else None) == left.name
            full = likeness >= RIGHT and named and right.kind == left.kind and _same_source(left, right)
            self.right.update(found=1, exact=likeness >= EXACT, attributed=named, full=full)
            if not full or likeness < EXACT:
                name = right.speaker and right.speaker.name
                expected = f"{left.kind} | {left.name} | {_words(article.text, left.spans)}"
                self._note(
                    wanted, "DIFFERS", f"{expected}\n     got {right.kind} | {name} | {right.text} ({right.rule})"
                )
        met = {id(item) for pair in pairs for item in pair[:2]}
        for left in wanted.quotes:
            if id(left) not in met:
                self._note(wanted, "MISSED", _words(article.text, left.spans))
        for right in given:
            if id(right) not in met:
                self._note(wanted, "SPURIOUS", f"{right.text} ({right.rule})")

    def _money(self, wanted: Annotated, article: Article) -> None:
        right = {
            (figure.span, figure.low, figure.high, figure.currency, figure.bound.value)
            for figure in article.figures
            if figure.kind == "money"
        }
        left = {tuple(amount) for amount in wanted.figures}
        self.wanted["money"] += len(left)
        self.given["money"] += len(right)
        self.right["money"] += len(left & right)
        for sign, amounts in (("MISSED", left - right), ("SPURIOUS", right - left)):
            for span, *value in sorted(amounts, key=lambda amount: amount[0]):
                self._note(wanted, sign, f"{span.of(article.text)}: {' '.join(map(str, value))}")

    def _note(self, wanted: Annotated, sign: str, text: str) -> None:
        self.differences.append(f"{wanted.name} {sign} {text}")


def paired(
    wanted: Sequence[Wanted], given: Sequence[Given], likeness: Callable[[Wanted, Given], float]
) -> list[tuple[Wanted, Given, float]]:
    """Return pairs one to one, the likest first, none less like than `FOUND`."""
    candidates = [(likeness(left, right), n, m) for n, left in enumerate(wanted) for m, right in enumerate(given)]
    pairs, taken, used = [], set(), set()
    for value, n, m in sorted(candidates, key=lambda row: (-row[0], row[1:])):
        if value >= FOUND and n not in taken and m not in used:
            taken.add(n)
            used.add(m)
            pairs.append((wanted[n], given[m], value))
    return pairs


def dice(left: Iterable[Span], right: Iterable[Span]) -> float:
    a, b = (frozenset(i for span in spans for i in range(span.start, span.stop)) for spans in (left, right))
    return 2 * len(a & b) / (len(a) + len(b))


def _same_source(left: Reported, right: Quote) -> bool:
    if left.source is None or right.source is None:
        return left.source is right.source is None
    return dice([left.source], [right.source.span]) > 0


def _words(text: str, spans: Iterable[Span]) -> str:
    return " … ".join(span.of(text) for span in spans)


def measure() -> Score:
    """Parse and score all articles."""
    score = Score()
    for wanted in articles():
        score.add(wanted, ruspolnews.parse(wanted.text))
    return score


if __name__ == "__main__":
    result = measure()
    if "-v" in sys.argv:
        print(*result.differences, sep="\n")
    print(json.dumps(result.f1(), indent=1))
