"""What does not show, taken out before a text is read, and offsets led back to the original after.

Soft hyphens, stress marks, zero-width and direction marks go; letters that come in two pieces (`и` and a breve) are
made one; a horizontal bar is a dash; of a link in wiki markup (`[https://… words]`) the words stay. Most texts have
none of these and pass through as they are.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from typing import Any

import attrs

from ruspolnews.model import Article, Figure, Quote, Sentence, Span, Speaker

__all__ = ["Cleaned", "clean", "half_character"]

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ODD = re.compile(f"[{_INVISIBLE}\u0300-\u036f\u2015]")
_LINK = re.compile(r"(\[https?://[^\s\[\]]{1,2000}[ \t]{1,20})[^\n\[\]]{1,400}(\])")
_CHANGE = re.compile(
    f"([^\\W\\d_])([\u0300-\u036f]{{1,8}})|\u2015|[{_INVISIBLE}]+|\\[https?://[^\\s\\[\\]]{{1,2000}}[ \\t]{{1,20}}|\\]"
)
_STRESS = str.maketrans({"\u0300": None, "\u0301": None})


def half_character(text: str) -> int | None:
    r"""Return where a text holds one half of a surrogate pair, which no file can keep; `None` where it holds none.

    Examples:
        >>> half_character("Мост \ud83d откроют")
        5
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        return error.start
    return None


class Cleaned:
    """A text without what does not show.

    Attributes:
        text: what is left.
        original: the text as it was.
    """

    __slots__ = ("_starts", "_stops", "original", "text")

    def __init__(self, original: str) -> None:
        pieces: list[str] = []
        starts, stops = array("I"), array("I")
        done = 0
        links = {match.span(part) for match in _LINK.finditer(original) for part in (1, 2)}
        for match in _CHANGE.finditer(original):
            begin, end = match.span()
            if match.group()[0] in "[]" and (begin, end) not in links:
                continue
            pieces.append(original[done:begin])
            starts.extend(range(done, begin))
            stops.extend(range(done + 1, begin + 1))
            piece = _piece(match)
            pieces.append(piece)
            starts.extend(range(begin, begin + len(piece)))
            stops.extend(range(begin + 1, begin + len(piece)))
            if piece:
                stops.append(end)
            done = end
        pieces.append(original[done:])
        starts.extend(range(done, len(original)))
        stops.extend(range(done + 1, len(original) + 1))
        self.original = original
        self.text = "".join(pieces)
        self._starts = starts
        self._stops = stops

    def restore(self, article: Article) -> Article:
        """Return the article of the clean text with the offsets and words of the original."""
        figures = {figure: self._figure(figure) for figure in article.figures}
        speakers = {speaker: self._speaker(speaker) for speaker in article.speakers}
        quotes: dict[int, Quote] = {}
        for quote in article.quotes:
            spans = tuple(map(self._span, quote.spans))
            quotes[id(quote)] = attrs.evolve(
                quote,
                spans=spans,
                text=" ".join(span.of(self.original) for span in spans),
                cue=quote.cue and attrs.evolve(quote.cue, **self._place(quote.cue.span)),
                source=quote.source and attrs.evolve(quote.source, **self._place(quote.source.span)),
                speaker=quote.speaker and speakers[quote.speaker],
                parent=quote.parent and quotes[id(quote.parent)],
                figures=tuple(figures[figure] for figure in quote.figures),
            )
        return Article(
            text=self.original,
            title=article.title and self._span(article.title),
            dateline=article.dateline and self._span(article.dateline),
            sentences=tuple(Sentence(**self._place(sentence.span)) for sentence in article.sentences),
            quotes=tuple(quotes.values()),
            figures=tuple(figures.values()),
            speakers=tuple(speakers.values()),
        )

    def _span(self, span: Span) -> Span:
        return Span(self._starts[span.start], self._stops[span.stop - 1])

    def _place(self, span: Span) -> dict[str, Any]:
        original = self._span(span)
        return {"span": original, "text": original.of(self.original)}

    def _figure(self, figure: Figure) -> Figure:
        return attrs.evolve(figure, **self._place(figure.span))

    def _speaker(self, speaker: Speaker) -> Speaker:
        return attrs.evolve(speaker, mentions=tuple(map(self._span, speaker.mentions)))


def clean(text: str) -> Cleaned | None:
    """Return the text without what does not show, or `None` if there is nothing to clean."""
    return Cleaned(text) if _ODD.search(text) or "[http" in text else None


def _piece(match: re.Match[str]) -> str:
    """Return what stands for a letter with its marks, for a bar or for what does not show."""
    letter, marks = match.groups()
    if letter is None:
        return "—" if match.group() == "\u2015" else ""
    if "\u0400" <= letter <= "\u04ff":
        marks = marks.translate(_STRESS)
    piece = unicodedata.normalize("NFC", letter + marks)
    return piece if len(piece) <= len(match.group()) else match.group()  # a few Indic letters come apart
