"""Counts for the charts of a report: quotes by speaker and stance, gender of those quoted, sums by currency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from ruspolnews.model import Article, FigureKind, SpeakerKind

__all__ = ["Bar", "Chart", "charts"]

_MOST = 12
_STANCES = {
    "report": "сообщает", "claim": "утверждает", "opinion": "считает", "denial": "отрицает", "promise": "обещает",
    "question": "спрашивает", "demand": "требует", "hope": "надеется", "forecast": "предсказывает",
    "answer": "отвечает", "admission": "признаёт", "emotion": "выражает чувство", "warning": "предупреждает",
}  # fmt: skip
_GENDERS = {"male": "мужчины", "female": "женщины", "": "не сказано"}


class Bar(NamedTuple):
    """One row: its label, the value as text, and the width of its bar in per cent of the longest; 0 is no bar."""

    label: str
    value: str
    width: float


class Chart(NamedTuple):
    """A chart of horizontal bars."""

    title: str
    bars: tuple[Bar, ...]


def charts(articles: Sequence[Article]) -> list[Chart]:
    """Return the charts of a report, without those that would be empty."""
    quotes = [quote for article in articles for quote in article.quotes]
    people = [quote.speaker for quote in quotes if quote.speaker and quote.speaker.kind is SpeakerKind.PERSON]
    sums: dict[str, Decimal] = {}
    for article in articles:
        for figure in article.figures:
            amount = figure.low if figure.low is not None else figure.high
            if figure.kind is FigureKind.MONEY and figure.currency and amount is not None:
                sums[figure.currency] = sums.get(figure.currency, Decimal(0)) + amount
    drawn = [
        _counted("Кого цитируют", Counter(quote.speaker.name for quote in quotes if quote.speaker)),
        _counted("Что делают со словами", Counter(_stance(quote.cue.stance.value) for quote in quotes if quote.cue)),
        _counted(
            "Мужчины и женщины", Counter(_GENDERS[person.gender.value if person.gender else ""] for person in people)
        ),
        _listed("Названные суммы по валютам", sorted(sums.items(), key=lambda row: -row[1])),
    ]
    return [chart for chart in drawn if chart.bars]


def _stance(value: str) -> str:
    return _STANCES.get(value, value)


def _counted(title: str, counts: Counter[str]) -> Chart:
    return _chart(title, [(label, Decimal(count)) for label, count in counts.most_common(_MOST)])


def _chart(title: str, rows: Sequence[tuple[str, Decimal]]) -> Chart:
    rows = [row for row in rows if row[1] > 0][:_MOST]
    most = max((value for _, value in rows), default=Decimal(1))
    return Chart(title, tuple(Bar(label, _spaced(value), float(value / most * 100)) for label, value in rows))


def _listed(title: str, rows: Sequence[tuple[str, Decimal]]) -> Chart:
    """Return a chart of numbers that cannot be compared, so without bars."""
    return Chart(title, tuple(Bar(label, _spaced(value), 0) for label, value in rows[:_MOST]))


def _spaced(value: Decimal) -> str:
    """Return a number with spaces between thousands: `1 200 000`."""
    return f"{value.quantize(Decimal(1)):,f}".replace(",", "\u202f")
