"""All noun phrases of a stretch of text, left to right; those of a sentence are found once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import LONGEST, OBJECT, phrase_at
from ruspolnews.mentions.words import adjective
from ruspolnews.segmentation import Document

__all__ = ["holding", "noun_phrases", "phrases_with", "sentence_phrases"]

_SHORT: Final = 4
"""Tokens for which no whole sentence is looked at."""
_AHEAD: Final = 10
"""How far beyond its end a phrase may be looked for, in tokens."""


def noun_phrases(doc: Document, first: int, last: int) -> list[Phrase]:
    """Return the noun phrases within tokens `first` to `last`, left to right, none inside another.

    Those of a whole sentence are found once; of a part of it, only the last ones are found anew.
    """
    if last - first < _SHORT:
        return _scan(doc, first, last)
    number = doc.sentence_of(first)
    begin, end = doc.sentences[number]
    if last > end or (number not in doc.phrases_in and (last - first) * 2 < end - begin):
        return _scan(doc, first, last)
    whole = sentence_phrases(doc, number)
    low = bisect_left(whole, first, key=_start)
    if low and whole[low - 1].stop > first:
        return _scan(doc, first, last)
    high = len(whole) if last == end else bisect_left(whole, last - _AHEAD, lo=low, key=_stop)
    found = whole[low:high]
    if last < end:
        found += _scan(doc, whole[high - 1].stop if high > low else first, last)
    return found


def holding(doc: Document, lemma: str, numbers: Iterable[int]) -> Iterator[int]:
    """Yield those of the sentences that may hold a form of the lemma: a word that begins alike."""
    stem = lemma[:_STEM]
    norms = doc.norms
    for number in numbers:
        first, last = doc.sentences[number]
        if any(norm.startswith(stem) for norm in norms[first:last]):
            yield number


_STEM: Final = 3
"""Letters that the forms of a noun share."""


def sentence_phrases(doc: Document, number: int) -> list[Phrase]:
    """Return the noun phrases of a sentence, which are found once."""
    found: list[Phrase] | None = doc.phrases_in.get(number)
    if found is None:
        found = doc.phrases_in[number] = _scan(doc, *doc.sentences[number])
    return found


def phrases_with(doc: Document, places: Iterable[int], first: int, last: int) -> list[Phrase]:
    """Return the noun phrases within tokens `first` to `last` that reach over one of `places`, and some before them."""
    if doc.sentence_of(first) in doc.phrases_in:
        return noun_phrases(doc, first, last)
    found: list[Phrase] = []
    i = first
    for place in places:
        begin = place
        while begin > i and not _ends_phrases(doc, begin - 1, first):
            begin -= 1
        i = _gather(doc, max(i, begin), place + 1, first, last, found)
    return found


def _ends_phrases(doc: Document, i: int, first: int) -> bool:
    """Whether token `i` is a verb that no phrase reaches over: no participle is near whose object it may be."""
    if not doc.tokens[i].dull or doc.pos(i) != "VERB":
        return False
    if any(adjective(doc, k) for k in range(max(first, i - OBJECT), i)):
        return False
    return not any(doc.marks.get(k, -1) > i for k in range(max(first, i - LONGEST), i))


def _start(phrase: Phrase) -> int:
    return phrase.start


def _stop(phrase: Phrase) -> int:
    return phrase.stop


def _scan(doc: Document, first: int, last: int) -> list[Phrase]:
    found: list[Phrase] = []
    _gather(doc, first, last, first, last, found)
    return found


def _gather(doc: Document, i: int, stop: int, first: int, last: int, found: list[Phrase]) -> int:
    """Add the phrases that begin within tokens `i` to `stop` to `found`, and return the token behind them."""
    tokens = doc.tokens
    while i < stop:
        if tokens[i].dull:
            i += 1
            continue
        phrase = phrase_at(doc, i, first, last)
        if phrase is None:
            i += 1
        else:
            found.append(phrase)
            i = max(phrase.stop, i + 1)
    return i
