"""The figures that a report comes down to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import attrs

from ruspolnews.evaluation.pairs import Counts, Flaw, Pair, count
from ruspolnews.evaluation.scoring import EXACT, Report
from ruspolnews.model import Figure, Quote, QuoteKind

__all__ = ["Measures", "measure"]

Item = TypeVar("Item", Quote, Figure)


@attrs.frozen
class Measures:
    """How good what was found is: counts by kind of quote, and of all; shares of the quotes and figures found.

    `found`, `exact`, `attributed` and `full` have a key for each kind and `all`. A share is `None` where there is
    nothing to take a share of.
    """

    articles: int
    found: dict[str, Counts]
    exact: dict[str, Counts]
    attributed: dict[str, Counts]
    full: dict[str, Counts]
    kind_right: float | None
    cue_right: float | None
    name_right: float | None
    likeness: float | None
    figures_found: Counts
    figures_exact: Counts
    figures_value: Counts
    bound_right: float | None

    def summary(self) -> dict[str, float | None]:
        """Return one number for each measure: F1 of counts, and the shares, to four digits."""
        named = {
            "quotes_found": self.found["all"].f1,
            "quotes_exact": self.exact["all"].f1,
            "quotes_attributed": self.attributed["all"].f1,
            "quotes_full": self.full["all"].f1,
            "kind_right": self.kind_right,
            "cue_right": self.cue_right,
            "name_right": self.name_right,
            "figures_found": self.figures_found.f1,
            "figures_exact": self.figures_exact.f1,
            "figures_value": self.figures_value.f1,
            "bound_right": self.bound_right,
        }
        return {name: None if value is None else round(value, 4) for name, value in named.items()}

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data: `summary`, and `counts` with precision, recall and F1 to four digits."""
        by_kind = ("found", "exact", "attributed", "full")
        return {
            "articles": self.articles,
            "summary": self.summary(),
            "quotes": {name: {key: _plain(c) for key, c in getattr(self, name).items()} for name in by_kind},
            "figures": {
                "found": _plain(self.figures_found),
                "exact": _plain(self.figures_exact),
                "value": _plain(self.figures_value),
            },
            "likeness": None if self.likeness is None else round(self.likeness, 4),
        }


def _plain(counts: Counts) -> dict[str, float]:
    numbers = {"right": counts.right, "wanted": counts.wanted, "given": counts.given}
    shares = {name: round(getattr(counts, name), 4) for name in ("precision", "recall", "f1")}
    return {**numbers, **shares}


def measure(report: Report) -> Measures:
    """Return the measures of a report.

    A quote is *found* if its content overlaps by a Dice coefficient of 0.5 in characters, *exact* by 0.95; *attributed*
    if found with the right name; *full* by 0.9 with the right name and the right words beside the cue. A found quote
    counts under the kind that is annotated. A figure is *found* by 0.4, *exact* with the same span; its *value* is
    right with the same amounts and currency.
    """
    met = [pair for pair in report.quotes if pair.met]
    figures = report.figures
    return Measures(
        articles=report.articles,
        found=_by_kind(report.quotes, lambda pair: True),
        exact=_by_kind(report.quotes, lambda pair: pair.likeness >= EXACT),
        attributed=_by_kind(report.quotes, _without(Flaw.SPEAKER)),
        full=_by_kind(report.quotes, _without(Flaw.BOUNDS, Flaw.SPEAKER, Flaw.SOURCE)),
        kind_right=_share(met, Flaw.KIND),
        cue_right=_share([pair for pair in met if pair.wanted and pair.wanted.cue], Flaw.CUE),
        name_right=_share(met, Flaw.SPEAKER),
        likeness=sum(pair.likeness for pair in met) / len(met) if met else None,
        figures_found=count(figures, lambda pair: True),
        figures_exact=count(figures, _without(Flaw.BOUNDS)),
        figures_value=count(figures, _without(Flaw.VALUE)),
        bound_right=_share([pair for pair in figures if pair.met], Flaw.EXACTNESS),
    )


def _without(*flaws: Flaw) -> Callable[[Pair[Any]], bool]:
    return lambda pair: pair.flaws.isdisjoint(flaws)


def _by_kind(pairs: Sequence[Pair[Quote]], right: Callable[[Pair[Quote]], bool]) -> dict[str, Counts]:
    kinds = [kind.value for kind in QuoteKind if any(pair.kind == kind for pair in pairs)]
    counts = {kind: count([pair for pair in pairs if pair.kind == kind], right) for kind in kinds}
    return {**counts, "all": count(pairs, right)}


def _share(pairs: Sequence[Pair[Item]], flaw: Flaw) -> float | None:
    """Return the share of the pairs that do not have the flaw."""
    return sum(flaw not in pair.flaws for pair in pairs) / len(pairs) if pairs else None
