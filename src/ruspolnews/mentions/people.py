"""The people of an article: every mention of a personal name, grouped by who it is, with the nominative of the name."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from ruspolnews.mentions.declension import plain_name
from ruspolnews.mentions.evidence import is_evident, name_spans, nominative_parts
from ruspolnews.mentions.nominatives import last_part, mention_of, nominatives_of
from ruspolnews.mentions.person import Mention, Person, fullness, is_called
from ruspolnews.mentions.runs import Runs
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import Agreements
from ruspolnews.segmentation import Document

__all__ = ["People"]

_RECENT: Final = 50
_FEW: Final = 50
"""Names that are put in their places one by one."""
_BEARERS: Final = 30
"""Persons of one name that are told apart, so that time stays linear."""
_FULL: Final = 4.0
"""What a name with a first name adds for its surname, each time that it stands."""


class People:
    """The persons of a document, and which person each mention names: read where they are asked for, and no further."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._persons: list[Person] = []
        self._by_part: dict[str, list[Person]] = defaultdict(list)
        self._by_start: dict[int, tuple[Mention, Person]] = {}
        self._starts: list[int] = []
        self._ordered = True
        self._runs = Runs(doc)

    @property
    def persons(self) -> list[Person]:
        """All persons, by first mention."""
        self._read(0, len(self.doc.words))
        if not self._ordered:
            self._persons.sort(key=lambda person: person.mentions[0].start)
            self._ordered = True
        return self._persons

    def _read(self, first: int, last: int) -> None:
        """Read the names that stand within tokens `first` to `last`, and all that may be of the same persons."""
        runs = self._runs.take(first, last)
        if not runs:
            return
        doc = self.doc
        spans: list[tuple[int, int, Agreements]] = []
        while runs:
            for span in name_spans(doc, self._runs.tokens(runs.pop())):
                for i in range(*span[:2]):
                    runs += self._runs.linked(i)
                if span[2]:
                    spans.append(span)
        if spans:
            self._tell_apart(sorted(spans, key=itemgetter(0)))

    def _tell_apart(self, spans: Sequence[tuple[int, int, Agreements]]) -> None:
        """Group names by who they are: the fullest first."""
        doc = self.doc
        shared = nominative_parts(doc, spans)
        spans = [span for span in spans if is_evident(doc, span, shared)]
        votes: dict[str, float] = defaultdict(float)
        for start, stop, agreements in spans:
            last = last_part(doc, start, stop)
            for nominative, weight in nominatives_of(doc, last, agreements).items():
                votes[nominative] += weight
        mentions = [mention_of(doc, *span, votes) for span in spans if not _is_single(span)]
        for mention in mentions:
            if mention.given and mention.gender:  # `Анна Лужина`: `Лужина` alone is hardly a form of `Лужин`
                votes[mention.surname] += _FULL
        mentions += [mention_of(doc, *span, votes) for span in spans if _is_single(span)]
        persons: list[Person] = []
        for mention in sorted(mentions, key=lambda m: (-fullness(m), m.start)):
            person = self._find(mention)
            if person is None:
                person = Person(mention)
                persons.append(person)
                halves = mention.surname.split("-") if "-" in mention.surname else ()
                for part in {plain_name(mention.surname), *map(plain_name, halves), *map(fold, mention.given)}:
                    if len(self._by_part[part]) < _BEARERS:
                        self._by_part[part].append(person)
            else:
                person.add(mention)
            self._by_start[mention.start] = (mention, person)
        for person in persons:
            person.mentions.sort()
        self._persons += persons
        self._ordered = False
        starts = [mention.start for mention in mentions]
        if len(starts) < _FEW:
            for start in starts:
                insort(self._starts, start)
        else:
            self._starts += starts
            self._starts.sort()

    def _find(self, mention: Mention) -> Person | None:
        near = {id(p): p for part in (mention.surname, *mention.given) for p in self._by_part.get(plain_name(part), ())}
        fits = [person for person in near.values() if person.admits(mention)]
        if len(fits) > 1 and any(is_called(person, mention) for person in fits):
            key = plain_name(mention.surname)
            fits = [p for p in fits if is_called(p, mention) or plain_name(p.surname) == key] or fits
        if len(fits) < 2:
            return fits[0] if fits else None
        before = [(m.start, p) for p in fits for m in p.mentions[-_RECENT:] if m.start < mention.start]
        if before:
            return max(before, key=lambda item: item[0])[1]
        return fits[0]

    def named(self, surname: str) -> list[Person]:
        """Return the persons one part of whose name is `surname`, by first mention."""
        return sorted(self._by_part.get(fold(surname), ()), key=lambda person: person.mentions[0].start)

    def within(self, first: int, last: int) -> list[tuple[Mention, Person]]:
        """Return the mentions that begin within tokens `first` to `last`, with their persons."""
        self._read(first, last)
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, last)
        return [self._by_start[start] for start in self._starts[low:high]]

    def first_within(self, first: int, last: int) -> Person | None:
        """Return the person of the first mention that begins within tokens `first` to `last`."""
        named = self.within(first, last)
        return named[0][1] if named else None


def _is_single(span: tuple[int, int, Agreements]) -> bool:
    """Whether a name is one word."""
    return span[1] - span[0] == 1
