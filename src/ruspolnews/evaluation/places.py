"""Places in a text: offsets as they are, words looked up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ruspolnews.errors import FormatError
from ruspolnews.export.reading import read_span

__all__ = ["next_place", "place_near"]


def next_place(text: str, place: Any, after: int, where: str) -> list[int]:
    """Return `[start, stop]` of a place; words are looked up from the offset `after` on.

    Raises:
        FormatError: it is no place in the text; the message begins with `where`.

    Examples:
        >>> from ruspolnews.evaluation.places import next_place
        >>> next_place("Мост, ещё мост", "мост", 0, "spans[0]")
        [10, 14]
    """
    if not isinstance(place, str):
        return _offsets(text, place, where)
    for found in _found(text, place, where):
        if found[0] >= after:
            return found
    raise FormatError(f"{where}: {place!r} stands in the text, but not after the one before")


def place_near(text: str, place: Any, near: Sequence[Sequence[int]], where: str) -> list[int]:
    """Return `[start, stop]` of a place; of words, where they stand nearest to the spans `near`.

    Raises:
        FormatError: it is no place in the text; the message begins with `where`.
    """
    if not isinstance(place, str):
        return _offsets(text, place, where)
    start, stop = near[0][0], near[-1][1]
    return min(_found(text, place, where), key=lambda found: max(start - found[1], found[0] - stop, 0))


def _offsets(text: str, place: Any, where: str) -> list[int]:
    span = read_span(place, where, len(text))
    return [span.start, span.stop]


def _found(text: str, words: str, where: str) -> list[list[int]]:
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = [[match.start(), match.end()] for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    if not words.strip() or not found:
        raise FormatError(f"{where}: {words!r} does not stand in the text")
    return found
