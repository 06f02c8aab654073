"""Two versions' outputs for the same annotated articles: what got better, what worse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs

from ruspolnews.evaluation.matching import best_pairs, dice
from ruspolnews.evaluation.pairs import Flaw, Pair
from ruspolnews.evaluation.scoring import FOUND, Report
from ruspolnews.model import Figure, Quote, Span

__all__ = ["Change", "Comparison", "compare", "spans_of"]

Item = TypeVar("Item", Quote, Figure)


@attrs.frozen
class Change:
    """A quote or figure that two versions do not find equally well.

    `mended` are the flaws that only the old version has, `broken` those that only the new one has.
    """

    article: str
    item: Quote | Figure
    old: Quote | Figure | None
    new: Quote | Figure | None
    mended: frozenset[Flaw]
    broken: frozenset[Flaw]


@attrs.frozen
class Comparison:
    """Changes from an old version to a new one; what got better in one way and worse in another is in both."""

    changes: tuple[Change, ...]

    @property
    def better(self) -> tuple[Change, ...]:
        """The changes that mend something."""
        return tuple(change for change in self.changes if change.mended)

    @property
    def worse(self) -> tuple[Change, ...]:
        """The changes that break something."""
        return tuple(change for change in self.changes if change.broken)


def compare(old: Report, new: Report) -> Comparison:
    """Return what is different between two reports on the same annotated articles.

    A quote that is no longer missed has mended `missed`, whatever else is wrong with it now; one that is now missed
    has broken only that. Spurious items of the two versions are the same if they overlap by a Dice coefficient of 0.5.

    Examples:
        >>> import ruspolnews as rpn
        >>> from ruspolnews.evaluation import annotated_from_dict, compare, evaluate
        >>> gold = annotated_from_dict({
        ...     "text": "Мост построят в мае, сказала мэр Анна Лужина.",
        ...     "quotes": [{"kind": "indirect", "spans": ["Мост построят в мае"], "speaker": "Анна Лужина"}],
        ... })
        >>> nothing = evaluate([(gold, rpn.Article(gold.article.text))])
        >>> something = evaluate([(gold, rpn.parse(gold.article.text))])
        >>> [sorted(change.mended) for change in compare(nothing, something).better]
        [[<Flaw.MISSED: 'missed'>]]
    """
    return Comparison((*_changes(old.quotes, new.quotes), *_changes(old.figures, new.figures)))


def spans_of(item: Quote | Figure) -> tuple[Span, ...]:
    """Return the stretches that a quote or a figure covers."""
    return item.spans if isinstance(item, Quote) else (item.span,)


def _changes(old: Sequence[Pair[Item]], new: Sequence[Pair[Item]]) -> Iterator[Change]:
    before = [pair for pair in old if pair.wanted]
    after = [pair for pair in new if pair.wanted]
    for left, right in zip(before, after, strict=True):
        if left.flaws != right.flaws:
            mended, broken = left.flaws - right.flaws, right.flaws - left.flaws
            if Flaw.MISSED in mended:
                broken = frozenset()
            elif Flaw.MISSED in broken:
                mended = frozenset()
            assert left.wanted
            yield Change(left.article, left.wanted, left.given, right.given, mended, broken)
    articles = dict.fromkeys(pair.article for pair in (*old, *new))
    gone, come = _spurious(old), _spurious(new)
    for article in articles:
        yield from _strays(article, gone.get(article, []), come.get(article, []))


def _spurious(pairs: Sequence[Pair[Item]]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for pair in pairs:
        if pair.wanted is None and pair.given is not None:
            found.setdefault(pair.article, []).append(pair.given)
    return found


def _strays(article: str, old: Sequence[Item], new: Sequence[Item]) -> Iterator[Change]:
    same = best_pairs(old, new, lambda left, right: dice(spans_of(left), spans_of(right)), FOUND)
    stayed, there = {n for n, _, _ in same}, {m for _, m, _ in same}
    flaw, nothing = frozenset({Flaw.SPURIOUS}), frozenset[Flaw]()
    for n, item in enumerate(old):
        if n not in stayed:
            yield Change(article, item, item, None, flaw, nothing)
    for m, item in enumerate(new):
        if m not in there:
            yield Change(article, item, None, item, nothing, flaw)
