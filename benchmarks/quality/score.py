"""Scores quotes, speakers and amounts on annotated articles.

An annotated article is JSON: `text`, `quotes` (`kind`, `content` as a list of strings, `cue`, `speaker`, `name`) and
`figures` (`text`, `min`, `max`, `currency`, `bound`). Every string stands in the text; the nearest occurrence counts.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import ruspolnews
from ruspolnews import Article, Figure, Quote, Span

HERE = Path(__file__).parent
FOUND, EXACT, RIGHT = 0.5, 0.95, 0.9
"""Dice coefficients of characters from which content counts as found, as exact, and as right."""


def articles() -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(HERE.glob("*.json"))]


def places(text: str, words: str) -> list[Span]:
    return [Span(match.start(), match.end()) for match in re.finditer(re.escape(words), text)]


def resolve(text: str, parts: list[str]) -> list[Span]:
    """Return the spans of the content's strings, in order.

    Raises:
        ValueError: a string does not stand in the text.
    """
    spans: list[Span] = []
    for part in parts:
        after = spans[-1].stop if spans else 0
        found = [span for span in places(text, part) if span.start >= after]
        if not found:
            raise ValueError(f"not in the text: {part!r}")
        spans.append(found[0])
    return spans


def characters(spans: list[Span]) -> set[int]:
    return {i for span in spans for i in range(span.start, span.stop)}


def dice(left: list[Span], right: list[Span]) -> float:
    a, b = characters(left), characters(right)
    return 2 * len(a & b) / (len(a) + len(b))


def f1(hits: int, expected: int, given: int) -> float:
    return 2 * hits / (expected + given) if expected + given else 1.0


def score() -> dict[str, float]:
    """Return F1 of quotes (found, exact, attributed, full) and of amounts (by value)."""
    counts: Counter[str] = Counter()
    for expected in articles():
        article = ruspolnews.parse(expected["text"])
        _quotes(expected, article, counts)
        _figures(expected, article, counts)
    names = ("found", "exact", "attributed", "full")
    result = {name: f1(counts[name], counts["quotes expected"], counts["quotes given"]) for name in names}
    result["money"] = f1(counts["money"], counts["money expected"], counts["money given"])
    return {name: round(value, 3) for name, value in result.items()}


def _quotes(expected: dict[str, Any], article: Article, counts: Counter[str]) -> None:
    text = article.text
    wanted = [(row, resolve(text, row["content"])) for row in expected["quotes"]]
    given = [quote for quote in article.quotes if quote.kind != "anaphoric"]
    counts["quotes expected"] += len(wanted)
    counts["quotes given"] += len(given)
    pairs = sorted(
        (
            (dice(spans, list(quote.spans)), n, m)
            for n, (_, spans) in enumerate(wanted)
            for m, quote in enumerate(given)
        ),
        key=lambda pair: -pair[0],
    )
    seen: set[tuple[str, int]] = set()
    for likeness, n, m in pairs:
        if likeness < FOUND or ("w", n) in seen or ("g", m) in seen:
            continue
        seen |= {("w", n), ("g", m)}
        row, quote = wanted[n][0], given[m]
        named = (quote.speaker.name if quote.speaker else None) == row["name"]
        counts["found"] += 1
        counts["exact"] += likeness >= EXACT
        counts["attributed"] += named
        counts["full"] += likeness >= RIGHT and named and _mention(text, row, quote) and quote.kind == row["kind"]
        if "-v" in sys.argv and not (likeness >= EXACT and named):
            print("DIFFERS", row["content"], row["name"], "||", quote.text, quote.speaker and quote.speaker.name)
    if "-v" in sys.argv:
        for n, (row, _) in enumerate(wanted):
            if ("w", n) not in seen:
                print("MISSED", row["content"])
        for m, quote in enumerate(given):
            if ("g", m) not in seen:
                print("SPURIOUS", quote.text, quote.rule)


def _mention(text: str, row: dict[str, Any], quote: Quote) -> bool:
    if not row["speaker"] or quote.source is None:
        return not row["speaker"] and quote.source is None
    return any(characters([span]) & characters([quote.source.span]) for span in places(text, row["speaker"]))


def _figures(expected: dict[str, Any], article: Article, counts: Counter[str]) -> None:
    given = Counter(_value(figure) for figure in article.figures if figure.kind == "money" and not figure.vague)
    wanted = Counter(
        (row["text"], Decimal(row["min"]), Decimal(row["max"]), row["currency"], row["bound"] or "exact")
        for row in expected["figures"]
    )
    counts["money expected"] += wanted.total()
    counts["money given"] += given.total()
    counts["money"] += (given & wanted).total()


def _value(figure: Figure) -> tuple[Any, ...]:
    return (figure.text, figure.low, figure.high, figure.currency, figure.bound.value)


if __name__ == "__main__":
    print(json.dumps(score(), indent=1))
