"""`Parser` and `parse`: the one module that knows every stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ruspolnews.errors import InputError
from ruspolnews.figures import find_figures
from ruspolnews.model import Article, Sentence, Span
from ruspolnews.morphology import Morphology
from ruspolnews.segmentation import Document, segment

__all__ = ["Parser", "parse"]


class Parser:
    """Parses articles. Safe to share between threads, and picklable; its caches are bounded."""

    def __init__(self) -> None:
        self._morphology = Morphology()

    def parse(self, text: str) -> Article:
        """Return the article that `text` spells, with its quotes, speakers and figures.

        Raises:
            InputError: `text` is not a string.
        """
        if not isinstance(text, str):
            raise InputError(_not_a_text(text))
        doc = segment(text, self._morphology)
        figures = find_figures(doc)
        return Article(text=text, sentences=_sentences(doc), figures=figures)

    def pipe(self, texts: Iterable[str]) -> Iterator[Article]:
        """Yield the article of each text, in order."""
        yield from map(self.parse, texts)


def _sentences(doc: Document) -> tuple[Sentence, ...]:
    spans = (Span(doc.starts[first], doc.stops[last - 1]) for first, last in doc.sentences)
    return tuple(Sentence(span, span.of(doc.text)) for span in spans)


def _not_a_text(value: object) -> str:
    message = f"text must be str, got {type(value).__name__}"
    if isinstance(value, bytes | bytearray):
        message += ': decode it first, for example text.decode("utf-8")'
    return message


_default: list[Parser] = []


def parse(text: str) -> Article:
    """Return the article that `text` spells, by a default `Parser` that is built on first use.

    Raises:
        InputError: `text` is not a string.
    """
    if not _default:
        _default.append(Parser())
    return _default[0].parse(text)
