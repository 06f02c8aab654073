"""The view of a document that the rules share: quotations, clause boundaries and predicates, by token index."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from ruspolnews.mentions.complements import domain_end
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.cues import Cue, find_cues
from ruspolnews.quotes.finding import Range
from ruspolnews.quotes.lexicon import Lexicon
from ruspolnews.segmentation import Document

__all__ = ["DASHES", "END_MARKS", "Context"]

DASHES: Final = frozenset(["-", "–", "—", "−", "‑", "--"])
END_MARKS: Final = frozenset([",", "!", "?", "…", "...", "!..", "?..", ".", "!!", "?!", "!!!"])
"""What ends a quotation before the words of the author."""
_STOPS: Final = frozenset([".", ",", ";", ":", "-", "–", "—", "--", "…", "'"])
_LONG_NAME: Final = 20
_FINITE: Final = ("VERB", "PRTS", "PRED")
_LIKELY: Final = ("л", "ла", "ло", "ли", "ет", "ит", "ут", "ют", "ат", "ят", "ся", "сь")
"""How most finite verbs end."""


class Context:
    """A document with its cues and quotations.

    Attributes:
        doc: the document.
        cues: all cues, in order.
        quotations: outermost pairs of quotation marks, (opening, closing) tokens, in order.
        spoken: verbatim paragraphs without marks, known so far.
        outer: for each token the number of the outermost quotation that holds it (marks included), or -1.
    """

    def __init__(self, doc: Document, lexicon: Lexicon) -> None:
        self.doc = doc
        self.cues: list[Cue] = find_cues(doc, lexicon)
        self._cue_firsts = [cue.first for cue in self.cues]
        self.quotations: list[Range] = []
        self.outer = [-1] * len(doc.words)
        reach = -1
        for opening in sorted(doc.marks):
            closing = doc.marks[opening]
            if closing >= 0 and opening > reach:
                reach = closing
                for i in range(opening, closing + 1):
                    self.outer[i] = len(self.quotations)
                self.quotations.append((opening, closing))
        self.spoken: list[Range] = []
        self._openings = [opening for opening, _ in self.quotations]
        self._finite: dict[int, bool] = {}

    def inside(self, i: int) -> bool:
        """Whether token `i` is a word of direct speech."""
        return self.outer[i] >= 0 or any(first <= i < last for first, last in self.spoken[-4:])

    def cues_in(self, first: int, last: int) -> list[Cue]:
        """Return the cues that begin within tokens `first` to `last`."""
        return self.cues[bisect_left(self._cue_firsts, first) : bisect_left(self._cue_firsts, last)]

    def quotations_in(self, first: int, last: int) -> list[Range]:
        """Return the outermost quotations that open within tokens `first` to `last`."""
        return self.quotations[bisect_left(self._openings, first) : bisect_left(self._openings, last)]

    def finite(self, i: int) -> bool:
        """Whether token `i` is a finite verb, a short participle or a predicative."""
        known = self._finite.get(i)
        if known is None:
            known = self._finite[i] = self._is_finite(i)
        return known

    def _is_finite(self, i: int) -> bool:
        doc = self.doc
        if not doc.norms[i][0].isalpha():
            return False
        if doc.words[i][0].isupper() and i and doc.words[i - 1] not in '.!?…«„“"—–-:':
            return False
        if doc.norms[i] in ("нет", "нельзя", "можно", "надо", "нужно", "необходимо", "пора", "жаль"):
            return True
        if doc.norms[i] == "есть":  # to be, hardly ever to eat
            return not i or doc.norms[i - 1] not in ("то", "так")
        readings = doc.readings(i)
        sure = readings[0].pos == "VERB"  # else `почти`, `мой`: orders only by their letters
        return any(r.pos in _FINITE and r.score >= 0.25 and (sure or "impr" not in r.tags) for r in readings[:4]) or (
            readings[0].pos == "ADJS" and readings[0].score >= 0.5
        )

    def any_finite(self, first: int, last: int) -> bool:
        """Whether one of tokens `first` to `last` is finite: those are asked first that look like it."""
        norms = self.doc.norms
        others: list[int] = []
        for i in range(first, last):
            if not norms[i].endswith(_LIKELY):
                others.append(i)
            elif self.finite(i):
                return True
        return any(map(self.finite, others))

    def has_predicate(self, first: int, last: int) -> bool:
        """Whether tokens `first` to `last` hold a predicate: a finite form, or a dash between words."""
        words = self.doc.words
        return any(words[i] in ("—", "–") for i in range(first + 1, last - 1)) or self.any_finite(first, last)

    def trim(self, first: int, last: int) -> Range:
        """Return the range without stops at its edges; a final `!`, `?`, `…` is kept."""
        words = self.doc.words
        while first < last and words[first] in _STOPS:
            first += 1
        while last > first and words[last - 1] in _STOPS and words[last - 1] != "…":
            last -= 1
        return first, last

    def introduced(self, i: int, quoted: int) -> bool:
        """Whether the paragraph before token `i` opens with a person and nobody is quoted there up to `quoted`."""
        number = self.doc.paragraph_of(i) - 1
        if number < 0 or quoted > self.doc.paragraphs[number][0]:
            return False
        first, last = self.doc.sentences[self.doc.sentence_of(self.doc.paragraphs[number][0])]
        phrase = phrase_at(self.doc, first, first, last)
        return phrase is not None and phrase.kind == "person" and bool(phrase.cases & NOMN)

    def before_marks(self, opening: int) -> int:
        """Return the token before a quotation, over what markup left there: `: ''«Да»''`."""
        i = opening - 1
        while i > 0 and self.doc.words[i] in ("'", "*"):
            i -= 1
        return i

    def tells_this(self, quotation: Range) -> bool:
        """Whether the marks hold a clause that `это` opens, so that it needs no verb: `«Это ложь»`."""
        opening, closing = quotation
        return self.doc.norms[opening + 1] == "это" and closing > opening + 2

    def is_name(self, quotation: Range) -> bool:
        """Whether the marks hold a title or a name rather than a source's words: `«Единая Россия»`."""
        opening, closing = quotation
        first = opening + 1
        word = self.doc.words[first] if first < closing else ""
        if domain_end(self.doc, first, closing) == closing:
            return True  # `«vesti.ru»`
        if not word[:1].isupper() and not word[:1].isdigit():
            return False
        if closing - first > _LONG_NAME or self.tells_this(quotation):
            return False
        return not self.any_finite(first, closing)
