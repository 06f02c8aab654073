"""Runs of capitalised words, and which of them may name the same people, so that names are read only where asked for.

Two runs are linked where a word of the one may be another form of a word of the other: they begin alike. People of runs
that no chain of links joins have nothing to do with each other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from ruspolnews.mentions.parts import in_name
from ruspolnews.segmentation import Document

__all__ = ["Runs", "stems_of"]

_SHORT: Final = 4
"""Letters of the forms whose stem may be shorter than three letters: `Ян`, `Яном`."""
_LONG: Final = 6
"""Letters up to which a form may be that of a name of five: `Павел`, `Павлом`."""
_STEMS: Final = {"льв": "лев"}


class Runs:
    """The capitalised words of a document in runs that a name cannot leave.

    Attributes:
        places: the tokens that begin with a capital letter, in order.
    """

    def __init__(self, doc: Document) -> None:
        self.places = doc.capital_places
        self._doc = doc
        self._firsts: list[int] = []
        last = -1
        for place in self.places:
            if last < 0 or (place - last > 1 and not all(in_name(doc, i) for i in range(last + 1, place))):
                self._firsts.append(place)
            last = place
        self._taken = bytearray(len(self._firsts))
        self._all_taken = False
        self._like: dict[str, list[int]] | None = None

    def take(self, first: int, last: int) -> list[int]:
        """Return the numbers of the runs that reach into tokens `first` to `last` and were not taken yet."""
        if self._all_taken:
            return []
        low = max(0, bisect_right(self._firsts, first) - 1)
        high = bisect_left(self._firsts, last)
        self._all_taken = low == 0 and high >= len(self._firsts)
        found = [n for n in range(low, high) if not self._taken[n]]
        for n in found:
            self._taken[n] = 1
        return found

    def tokens(self, run: int) -> list[int]:
        """Return the capitalised tokens of a run."""
        low = bisect_left(self.places, self._firsts[run])
        following = run + 1
        high = bisect_left(self.places, self._firsts[following]) if following < len(self._firsts) else len(self.places)
        return self.places[low:high]

    def linked(self, token: int) -> list[int]:
        """Return the numbers of the runs not taken yet with a word that may be a form of the same name as a token."""
        if self._like is None:
            self._like = self._index()
        found = []
        for stem in _stems_at(self._doc, token):
            for run in self._like.pop(stem, ()):
                if not self._taken[run]:
                    self._taken[run] = 1
                    found.append(run)
        return found

    def _index(self) -> dict[str, list[int]]:
        """Return the runs that hold a word with a stem."""
        found: dict[str, list[int]] = {}
        for run in range(len(self._firsts)):
            if not self._taken[run]:
                for place in self.tokens(run):
                    for stem in _stems_at(self._doc, place):
                        found.setdefault(stem, []).append(run)
        return found


def stems_of(norm: str) -> tuple[str, ...]:
    """Return beginnings of which any two forms of a name share one; of a double name, those of its parts."""
    if "-" in norm:
        return tuple([stem for part in norm.split("-") for stem in stems_of(part)])
    size = len(norm)
    if size > _LONG:
        return (norm[:4],)
    found: list[str] = []
    if size > _SHORT:
        found.append(norm[:4])
    if size > 2:
        found.append(_STEMS.get(norm[:3], norm[:3]))
    if 1 < size <= _SHORT:
        found.append(norm[:2])
    return tuple(found)


def _stems_at(doc: Document, i: int) -> tuple[str, ...]:
    token = doc.tokens[i]
    if token.stems is None:
        token.stems = stems_of(token.norm)
    return token.stems
