"""Pairs up what is annotated with what is found, and names what is wrong with each pair."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

import attrs

from ruspolnews.evaluation.annotated import Annotated
from ruspolnews.evaluation.matching import best_pairs, dice, same_name
from ruspolnews.evaluation.pairs import Flaw, Pair
from ruspolnews.model import Article, Figure, FigureKind, Quote, QuoteKind, Span

__all__ = ["EXACT", "FOUND", "RIGHT", "Report", "SameName", "evaluate"]

FOUND, EXACT, RIGHT = 0.5, 0.95, 0.9
"""Dice coefficients of characters from which a quote's content counts as found, as exact, and as right."""
TOUCHED = 0.4
"""The Dice coefficient of characters from which a figure counts as found."""

Item = TypeVar("Item", Quote, Figure)
SameName = Callable[[str | None, str | None], bool]


@attrs.frozen
class Report:
    """All pairs of all articles, in order of the annotation, what is spurious after what is annotated."""

    articles: int
    quotes: tuple[Pair[Quote], ...]
    figures: tuple[Pair[Figure], ...]


def evaluate(
    rows: Iterable[tuple[Annotated, Article]], *, names: SameName = same_name, all_figures: bool = False
) -> Report:
    """Set found articles against annotated ones.

    Anaphoric quotes, percentages and quantities count where the annotation holds any; where it says nothing of quotes
    or of figures at all, they are left out.

    Args:
        rows: annotated articles, each with what was found in the same text.
        names: whether two speakers' names are the same.
        all_figures: count figures too that are annotated as vague or elided; otherwise it is no matter whether they are
            found.

    Examples:
        >>> import ruspolnews as rpn
        >>> from ruspolnews.evaluation import annotated_from_dict, evaluate, measure
        >>> gold = annotated_from_dict({
        ...     "text": "Мост построят в мае, сказала мэр Анна Лужина.",
        ...     "quotes": [{"kind": "indirect", "spans": ["Мост построят в мае"], "speaker": "Анна Лужина"}],
        ... })
        >>> report = evaluate([(gold, rpn.parse(gold.article.text))])
        >>> measure(report).attributed["all"].f1
        1.0
    """
    pairs = list(rows)
    quotes = {quote.kind for gold, _ in pairs for quote in gold.article.quotes} | set(QuoteKind) - {QuoteKind.ANAPHORIC}
    figures = {figure.kind for gold, _ in pairs for figure in gold.article.figures} | {FigureKind.MONEY}
    return Report(
        articles=len(pairs),
        quotes=tuple(
            pair
            for gold, found in pairs
            if gold.has_quotes
            for pair in _quotes(gold, [quote for quote in found.quotes if quote.kind in quotes], names)
        ),
        figures=tuple(
            pair
            for gold, found in pairs
            if gold.has_figures
            for pair in _figures(gold, [figure for figure in found.figures if figure.kind in figures])
            if all_figures or not (pair.wanted and (pair.wanted.vague or pair.wanted.elided))
        ),
    )


def _quotes(gold: Annotated, given: Sequence[Quote], names: SameName) -> Iterator[Pair[Quote]]:
    best = best_pairs(gold.article.quotes, given, lambda left, right: dice(left.spans, right.spans), FOUND)
    flaws = partial(_quote_flaws, names=names)
    return _paired(gold.id, gold.article.quotes, given, best, flaws)


def _figures(gold: Annotated, given: Sequence[Figure]) -> Iterator[Pair[Figure]]:
    best = best_pairs(gold.article.figures, given, lambda left, right: dice([left.span], [right.span]), TOUCHED)
    return _paired(gold.id, gold.article.figures, given, best, _figure_flaws)


def _paired(
    article: str,
    wanted: Sequence[Item],
    given: Sequence[Item],
    best: Sequence[tuple[int, int, float]],
    flaws: Callable[[Item, Item, float], Iterator[Flaw]],
) -> Iterator[Pair[Item]]:
    """Yield a pair for each annotated item, then one for each found item that answers to none."""
    answers = {n: (m, likeness) for n, m, likeness in best}
    for n, item in enumerate(wanted):
        if n in answers:
            m, likeness = answers[n]
            yield Pair(article, item, given[m], likeness, frozenset(flaws(item, given[m], likeness)))
        else:
            yield Pair(article, item, None, flaws=frozenset({Flaw.MISSED}))
    used = {m for _, m, _ in best}
    for m, item in enumerate(given):
        if m not in used:
            yield Pair(article, None, item, flaws=frozenset({Flaw.SPURIOUS}))


def _quote_flaws(wanted: Quote, given: Quote, likeness: float, names: SameName) -> Iterator[Flaw]:
    if likeness < RIGHT:
        yield Flaw.BOUNDS
    if wanted.kind != given.kind:
        yield Flaw.KIND
    if wanted.cue and not (given.cue and _touch(wanted.cue.span, given.cue.span)):
        yield Flaw.CUE
    if wanted.source and not (given.source and _touch(wanted.source.span, given.source.span)):
        yield Flaw.SOURCE
    if not names(wanted.speaker.name if wanted.speaker else None, given.speaker.name if given.speaker else None):
        yield Flaw.SPEAKER


def _figure_flaws(wanted: Figure, given: Figure, likeness: float) -> Iterator[Flaw]:
    if wanted.span != given.span:
        yield Flaw.BOUNDS
    if any(getattr(wanted, part) != getattr(given, part) for part in ("low", "high", "currency", "unit")):
        yield Flaw.VALUE
    if wanted.bound != given.bound:
        yield Flaw.EXACTNESS


def _touch(left: Span, right: Span) -> bool:
    return left.start < right.stop and right.start < left.stop
