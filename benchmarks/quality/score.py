"""Scores quotes, speakers and amounts on the annotated articles: `python benchmarks/quality/score.py [-v]`.

Stricter than `ruspolnews evaluate`: names count letter by letter, a full quote must be of the right kind and have no
source where none is annotated, and amounts that are vague or elided count too.
"""

from __future__ import annotations

import json
import operator
import sys
from collections.abc import Iterable
from pathlib import Path

import ruspolnews
from ruspolnews import Quote
from ruspolnews.evaluation import Annotated, Flaw, Pair, Report, evaluate, list_flaws, measure, read_annotated
from ruspolnews.evaluation.pairs import count

HERE = Path(__file__).parent


def articles() -> list[Annotated]:
    """Return the articles of this folder."""
    return [article for path in sorted(HERE.glob("*.json")) for article in read_annotated(path)]


def report_on(annotated: Iterable[Annotated]) -> Report:
    """Parse the articles and set what is found against the annotation."""
    rows = ((gold, ruspolnews.parse(gold.article.text)) for gold in annotated)
    return evaluate(rows, names=operator.eq, all_figures=True)


def f1(report: Report) -> dict[str, float]:
    """Return F1 of each measure of the gate, 1 where nothing is wanted or given."""
    measures = measure(report)
    counts = {
        "found": measures.found["all"],
        "exact": measures.exact["all"],
        "attributed": measures.attributed["all"],
        "full": count(report.quotes, _full),
        "money": count(report.figures, lambda pair: not pair.flaws),
    }
    return {name: round(counted.f1, 3) for name, counted in counts.items()}


def _full(pair: Pair[Quote]) -> bool:
    invented = bool(pair.wanted and pair.given and pair.given.source and not pair.wanted.source)
    return not invented and pair.flaws.isdisjoint({Flaw.BOUNDS, Flaw.KIND, Flaw.SOURCE, Flaw.SPEAKER})


if __name__ == "__main__":
    result = report_on(articles())
    if "-v" in sys.argv:
        for line in list_flaws(result):
            print(line)
    print(json.dumps(f1(result), indent=1))
