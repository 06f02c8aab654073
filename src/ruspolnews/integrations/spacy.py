"""The spaCy component `ruspolnews`: quotes and figures on a `Doc`. Needs the extra `spacy`.

spaCy finds the component by its entry point, so `nlp.add_pipe("ruspolnews")` works without importing this module.
What was found is kept as JSON among the `Doc`'s own data, so it survives `to_bytes`, `DocBin(store_user_data=True)` and
`nlp.pipe(n_process=2)`; a program that only reads such documents must import this module.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import attrs

from ruspolnews.errors import RusPolNewsError
from ruspolnews.model import Article, Figure, Quote, Span
from ruspolnews.parser import Parser

try:
    import spacy.tokens
    from spacy.language import Language
except ModuleNotFoundError as error:
    if error.name is None or error.name.split(".")[0] != "spacy":
        raise
    raise RusPolNewsError("The component needs one more package: pip install 'ruspolnews[spacy]'") from None

__all__ = ["Component", "DocFigure", "DocQuote", "make_component"]

_KEY = "ruspolnews"
"""Where the article is kept in a `Doc`."""


@attrs.frozen
class DocQuote:
    """A quote with its places in a `Doc`, as spaCy spans.

    A spaCy span covers all tokens that the place touches; `aligned` tells whether each begins and ends where its tokens
    do. `quote` is the quote itself, with exact offsets.
    """

    quote: Quote
    spans: tuple[Any, ...]
    cue: Any | None
    source: Any | None
    aligned: bool


@attrs.frozen
class DocFigure:
    """A figure with its place in a `Doc`, as a spaCy span; see `DocQuote`."""

    figure: Figure
    span: Any
    aligned: bool


class Component:
    """Parses the text of each `Doc`, for `doc._.article`, `doc._.quotes` and `doc._.figures`.

    The places of content and figures are also in `doc.spans["quotes"]` and `doc.spans["figures"]`, each labelled with
    its kind.

    Args:
        parser: the parser, a new one if not given.
    """

    def __init__(self, parser: Parser | None = None) -> None:
        self._parser = parser or Parser()

    def __call__(self, doc: Any) -> Any:
        """Return the `Doc` with what was found in its text."""
        doc.user_data[_KEY] = self._parser.parse(doc.text).to_json()
        doc.spans["quotes"] = [span for quote in _quotes(doc) for span in quote.spans]
        doc.spans["figures"] = [figure.span for figure in _figures(doc)]
        return doc


def make_component(nlp: Any, name: str, quantities: bool) -> Component:
    """Return the component for a pipeline; spaCy calls this.

    Args:
        nlp: the pipeline.
        name: the name of the component in it.
        quantities: whether plain counts with their noun are figures too.
    """
    return Component(Parser(quantities=quantities))


def _article(doc: Any) -> Article | None:
    """Return the article of a `Doc`; `None` if the component has not seen it."""
    kept = doc.user_data.get(_KEY)
    return None if kept is None else _read(kept)


@lru_cache(maxsize=32)
def _read(kept: str) -> Article:
    return Article.from_dict(json.loads(kept))


def _quotes(doc: Any) -> tuple[DocQuote, ...]:
    article = _article(doc)
    return tuple(_doc_quote(doc, quote) for quote in article.quotes) if article else ()


def _figures(doc: Any) -> tuple[DocFigure, ...]:
    article = _article(doc)
    return tuple(_doc_figure(doc, figure) for figure in article.figures) if article else ()


def _doc_quote(doc: Any, quote: Quote) -> DocQuote:
    kind = quote.kind.value
    spans = [_span(doc, span, kind) for span in quote.spans]
    cue = _span(doc, quote.cue.span, quote.cue.lemma) if quote.cue else None
    source = _span(doc, quote.source.span, quote.speaker.name if quote.speaker else "") if quote.source else None
    return DocQuote(quote, tuple(spans), cue, source, _aligned(spans, quote.spans))


def _doc_figure(doc: Any, figure: Figure) -> DocFigure:
    span = _span(doc, figure.span, figure.kind.value)
    return DocFigure(figure, span, _aligned([span], [figure.span]))


def _span(doc: Any, span: Span, label: str) -> Any:
    return doc.char_span(span.start, span.stop, label=label, alignment_mode="expand")


def _aligned(found: Sequence[Any], wanted: Sequence[Span]) -> bool:
    return all(
        (span.start_char, span.end_char) == (place.start, place.stop) for span, place in zip(found, wanted, strict=True)
    )


Language.factory(
    "ruspolnews",
    default_config={"quantities": False},
    assigns=["doc._.article", "doc._.quotes", "doc._.figures"],
    func=make_component,
)
spacy.tokens.Doc.set_extension("article", getter=_article)
spacy.tokens.Doc.set_extension("quotes", getter=_quotes)
spacy.tokens.Doc.set_extension("figures", getter=_figures)
