"""The text in columns: one list a property, one index a token. Everything after this stage speaks in token indices."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate, compress, pairwise
from typing import Any, Final

from ruspolnews.morphology import Morphology, Reading, Word
from ruspolnews.morphology.word import CAPITAL
from ruspolnews.segmentation.frame import match_dateline, match_title
from ruspolnews.segmentation.marks import QUOTATION, pair_marks
from ruspolnews.segmentation.sentences import boundaries
from ruspolnews.segmentation.tokens import TOKEN

__all__ = ["Document", "segment"]

_PARAGRAPH: Final = re.compile(r"[^\n\r\u2028\u2029]+(?:\r?\n(?=[ \t]*[а-яё])[^\n\r\u2028\u2029]+)*")
"""A line; a line that begins with a small letter goes on with the paragraph (text wrapped by hand)."""
LONGEST: Final = 250
"""Words outside quotation marks after which a sentence is cut, so that time stays linear without full stops."""
_UTTERANCE: Final = 8
"""How many paragraphs an utterance in one pair of marks may go on for."""
_HEAD: Final = 4
"""A dateline opens one of the first paragraphs."""


class Document:
    """A text with its tokens, sentences, paragraphs and quotation marks.

    Attributes:
        text: the original text.
        tokens: what is known of each token by itself.
        words: tokens as they stand.
        norms: tokens folded (lower case, `ё` as `е`).
        starts, stops: character offsets of each token, half open.
        sentences: (first, last) token indices, half open, in order; a sentence never crosses a paragraph.
        paragraphs: (first, last) token indices, half open.
        marks: opening quotation mark token to its closing token (-1: none found), or a lone closing mark to -2.
        title: characters of the title, half open, if there is one.
        surname_stems: where words of a beginning follow another capitalised word, and whether that is a first name.
        women: room for the words that follow a woman's first name here.
        family_names: room for which short words are family names here.
        name_forms: room for what the names stage works out for a word once.
        names_at: room for the name that begins at a token, and how far it was looked for.
        phrases_in: room for the noun phrases of a sentence.
        dateline: characters of the dateline, half open, if there is one; it is a sentence of its own.
    """

    __slots__ = (
        "_capital_places",
        "_capitals",
        "_firsts",
        "dateline",
        "family_names",
        "marks",
        "morphology",
        "name_forms",
        "names_at",
        "norms",
        "paragraphs",
        "phrases_in",
        "sentences",
        "starts",
        "stops",
        "surname_stems",
        "text",
        "title",
        "tokens",
        "women",
        "words",
    )

    def __init__(self, text: str, morphology: Morphology) -> None:
        self.text = text
        self.morphology = morphology
        self.words: list[str] = []
        self.tokens: list[Word] = []
        self.norms: list[str] = []
        self.starts: list[int] = []
        self.stops: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self.paragraphs: list[tuple[int, int]] = []
        self.marks: dict[int, int] = {}
        self.title: tuple[int, int] | None = None
        self.dateline: tuple[int, int] | None = None
        self._firsts: list[int] = []
        self._capitals: frozenset[str] | None = None
        self._capital_places: list[int] | None = None
        self.surname_stems: dict[str, list[int] | bool] | None = None
        self.name_forms: dict[str, object] = {}
        self.women: frozenset[str] | None = None
        self.family_names: dict[str, bool] = {}
        self.names_at: dict[int, tuple[object, int, int]] = {}
        self.phrases_in: dict[int, list[Any]] = {}

    @property
    def capitals(self) -> frozenset[str]:
        """The words that begin with a capital letter, as they stand."""
        if self._capitals is None:
            self._capitals = frozenset([self.words[i] for i in self.capital_places])
        return self._capitals

    @property
    def capital_places(self) -> list[int]:
        """The tokens that begin with a capital letter, in order."""
        if self._capital_places is None:
            self._capital_places = [i for i, token in enumerate(self.tokens) if token.shape & CAPITAL]
        return self._capital_places

    def readings(self, i: int) -> tuple[Reading, ...]:
        """Return the readings of token `i`, likeliest first."""
        token = self.tokens[i]
        return token.readings or self.morphology.read(token)

    def pos(self, i: int) -> str:
        """Return the part of speech of the likeliest reading of token `i`."""
        token = self.tokens[i]
        if token.readings is None:
            self.morphology.read(token)
        return token.pos

    def sentence_of(self, i: int) -> int:
        """Return the number of the sentence that holds token `i`."""
        return bisect_right(self._firsts, i) - 1

    def paragraph_of(self, i: int) -> int:
        """Return the number of the paragraph that holds token `i`."""
        return bisect_left(self.paragraphs, (i + 1, 0)) - 1

    def cut(self, first: int, last: int) -> str:
        """Return the original text of tokens `first` to `last`, half open."""
        return self.text[self.starts[first] : self.stops[last - 1]]


def segment(text: str, morphology: Morphology) -> Document:
    """Return `text` segmented into paragraphs, sentences and tokens."""
    doc = Document(text, morphology)
    pieces = TOKEN.split(text)
    ends = list(accumulate(map(len, pieces)))
    words = doc.words = pieces[1::2]
    starts = doc.starts = ends[:-1:2]
    stops = doc.stops = ends[1::2]
    quotation = list(compress(range(len(words)), map(QUOTATION.__contains__, words)))
    blocks: list[tuple[int, int]] = []
    last = 0
    for paragraph in _PARAGRAPH.finditer(text):
        first = last
        begin, end = paragraph.span()
        last = bisect_left(starts, end, first)
        if first == last:
            continue
        doc.paragraphs.append((first, last))
        cuts = [first]
        if len(blocks) < _HEAD:
            blocks.append((begin, end))
            if doc.dateline is None:
                doc.dateline = match_dateline(text, begin, end)
                if doc.dateline:
                    begin = doc.dateline[1]
                    cuts += _cut(starts, [begin], first, last)
        marks = pair_marks(text, words, starts, _within(quotation, first, last)) if quotation else {}
        inside: list[tuple[int, int]] = []
        if marks:
            doc.marks.update(marks)
            inside = sorted([(starts[a], stops[b]) for a, b in marks.items() if b >= 0])
        cuts += _cut(starts, boundaries(text, begin, end, inside), cuts[-1], last)
        cuts.append(last)
        for start, stop in pairwise(cuts):
            if stop - start > LONGEST:
                doc.sentences.extend(_bounded(start, stop, marks))
            else:
                doc.sentences.append((start, stop))
    if doc.marks:
        _pair_across_paragraphs(doc)
    doc.tokens = morphology.words(words)
    doc.norms = [token.norm for token in doc.tokens]
    doc.title = match_title(text, blocks)
    doc._firsts = [first for first, _ in doc.sentences]
    return doc


def _within(places: list[int], first: int, last: int) -> list[int]:
    """Return the places from `first` to `last`, half open."""
    low = bisect_left(places, first)
    return places[low : bisect_left(places, last, low)]


def _cut(starts: list[int], offsets: list[int], first: int, last: int) -> list[int]:
    """Return the tokens that begin at or behind the offsets, between tokens `first` and `last`."""
    cuts: list[int] = []
    for offset in offsets:
        i = bisect_right(starts, offset - 1, first)
        if first < i < last:
            cuts.append(i)
            first = i
    return cuts


def _bounded(start: int, stop: int, marks: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the parts of an overlong sentence; none begins within quotation marks."""
    begin = i = start
    count = 0
    while i < stop:
        closing = marks.get(i, -1)
        i = closing + 1 if i < closing < stop else i + 1
        count += 1
        if count >= LONGEST and i < stop:
            yield begin, i
            begin, count = i, 0
    yield begin, stop


def _pair_across_paragraphs(doc: Document) -> None:
    """Pair a mark left open in one paragraph with one left over in a later, so that an utterance may run over several.

    A paragraph between that opens with a mark of its own goes on with the utterance, as some newspapers print it.
    """
    pending, since = -1, 0
    lone = sorted(i for i, closing in doc.marks.items() if closing < 0)
    for i in lone:
        paragraph = bisect_right(doc.paragraphs, (i, len(doc.words))) - 1
        if pending >= 0 and paragraph - since > _UTTERANCE:
            pending = -1
        if doc.marks[i] == -2:
            if pending >= 0 and paragraph > since:
                doc.marks[pending] = i
                del doc.marks[i]
            pending = -1
        elif pending < 0 or i != doc.paragraphs[paragraph][0]:
            pending, since = i, paragraph
