"""An annotated item beside the found one, what is wrong between them, and how many of each there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Generic, TypeVar

import attrs

from ruspolnews.model import Figure, Quote

__all__ = ["Counts", "Flaw", "Pair", "count"]

Item = TypeVar("Item", Quote, Figure)


class Flaw(StrEnum):
    """What can be wrong with a quote or a figure."""

    MISSED = "missed"
    """Annotated and not found."""
    SPURIOUS = "spurious"
    """Found and not annotated."""
    BOUNDS = "bounds"
    """Other bounds, that is, a quote's content overlaps by less than 0.9, or a figure's span differs."""
    KIND = "kind"
    """A quote of another kind."""
    CUE = "cue"
    """The annotated cue is not touched."""
    SOURCE = "source"
    """The annotated words that name the speaker beside the cue are not touched."""
    SPEAKER = "speaker"
    """Another name, or none."""
    VALUE = "value"
    """A figure with another amount or currency."""
    EXACTNESS = "exactness"
    """A figure with another `bound`."""


@attrs.frozen
class Pair(Generic[Item]):
    """An annotated quote or figure (`wanted`), the found one that answers to it (`given`), and what is wrong.

    `wanted` is `None` where something was found that is not annotated, `given` where something annotated was missed.
    `likeness` is the Dice coefficient of their characters; `article` the id of the article.
    """

    article: str
    wanted: Item | None
    given: Item | None
    likeness: float = 0.0
    flaws: frozenset[Flaw] = frozenset()

    @property
    def met(self) -> bool:
        """Whether both are there."""
        return self.wanted is not None and self.given is not None

    @property
    def kind(self) -> str:
        """The annotated kind, or what kind was found where nothing is annotated."""
        item = self.wanted or self.given
        return item.kind.value if item else ""


@attrs.frozen
class Counts:
    """How many items are annotated, found, and found right.

    Examples:
        >>> from ruspolnews.evaluation import Counts
        >>> counts = Counts(right=6, wanted=8, given=12)
        >>> counts.precision, counts.recall, counts.f1
        (0.5, 0.75, 0.6)
    """

    right: int
    wanted: int
    given: int

    @property
    def precision(self) -> float:
        """The share of right ones among the found; 1 where nothing is found."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of right ones among the annotated; 1 where nothing is annotated."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing is annotated or found."""
        return 2 * self.right / (self.wanted + self.given) if self.wanted or self.given else 1.0


def count(pairs: Iterable[Pair[Item]], right: Callable[[Pair[Item]], bool]) -> Counts:
    """Count the pairs, those as right of which `right` holds and where both items are there."""
    listed = list(pairs)
    return Counts(
        right=sum(pair.met and right(pair) for pair in listed),
        wanted=sum(pair.wanted is not None for pair in listed),
        given=sum(pair.given is not None for pair in listed),
    )
