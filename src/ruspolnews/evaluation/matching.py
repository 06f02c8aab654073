"""Which found item answers to which annotated one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from ruspolnews.model import Span
from ruspolnews.morphology import fold

__all__ = ["best_pairs", "dice", "same_name"]

_WORD = re.compile(r"[\w-]+")
_STEM = 4
"""Letters that two words of a name must at least begin with in common."""
_ENDING = 2
"""Letters at the end of the shorter word that may differ, as case endings do."""

Wanted = TypeVar("Wanted")
Given = TypeVar("Given")


def dice(left: Iterable[Span], right: Iterable[Span]) -> float:
    """Return the Dice coefficient of the characters that two groups of spans cover, from 0 to 1.

    Examples:
        >>> from ruspolnews import Span
        >>> from ruspolnews.evaluation import dice
        >>> dice([Span(0, 10)], [Span(5, 15)])
        0.5
    """
    a, b = ({place for span in spans for place in range(span.start, span.stop)} for spans in (left, right))
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def same_name(left: str | None, right: str | None) -> bool:
    """Whether two names can be of one speaker: all words of the shorter begin like some word of the longer.

    Letter case, `ё` and case endings are forgiven, left-out first names and roles too. No name is like no name only.

    Examples:
        >>> from ruspolnews.evaluation import same_name
        >>> same_name("Ковача", "премьер Янез Ковач"), same_name("Янез Ковач", "Янез Зупан")
        (True, False)
    """
    if not left or not right:
        return left == right
    shorter, longer = sorted((_WORD.findall(fold(name)) for name in (left, right)), key=len)
    return bool(shorter) and all(any(_alike(word, other) for other in longer) for word in shorter)


def _alike(left: str, right: str) -> bool:
    if left == right:
        return True
    shorter = min(len(left), len(right))
    stem = max(_STEM, shorter - _ENDING)
    return shorter >= _STEM and left[:stem] == right[:stem]


def best_pairs(
    wanted: Sequence[Wanted], given: Sequence[Given], likeness: Callable[[Wanted, Given], float], floor: float
) -> list[tuple[int, int, float]]:
    """Return pairs one to one, as places in the two lists with their likeness, the likest first, none below `floor`."""
    scored = [(likeness(left, right), n, m) for n, left in enumerate(wanted) for m, right in enumerate(given)]
    pairs, taken, used = [], set(), set()
    for value, n, m in sorted(scored, key=lambda row: (-row[0], row[1:])):
        if value >= floor and n not in taken and m not in used:
            taken.add(n)
            used.add(m)
            pairs.append((n, m, value))
    return pairs
