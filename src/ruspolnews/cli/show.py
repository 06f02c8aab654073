"""Articles as tables for a person."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ruspolnews import Article, Figure, Quote
from ruspolnews.figures import format_figure

__all__ = ["print_table"]

_COLOURS = {"direct": "green", "indirect": "cyan", "mixed": "yellow", "fragment": "magenta", "anaphoric": "blue"}


def print_table(name: str, article: Article) -> None:
    """Print who said what and which amounts are named."""
    console = Console()
    quotes = Table(title=f"{name}: {_count(len(article.quotes), 'quote')}", title_justify="left", show_lines=True)
    quotes.add_column("speaker", style="bold", min_width=14)
    quotes.add_column("cue")
    quotes.add_column("kind")
    quotes.add_column("content", ratio=1)
    for quote in article.quotes:
        quotes.add_row(*_quote(article.text, quote))
    console.print(quotes)
    if article.figures:
        figures = Table(title=_count(len(article.figures), "amount"), title_justify="left")
        for column in ("words", "value", "named by"):
            figures.add_column(column)
        for figure in article.figures:
            figures.add_row(Text(figure.text), Text(format_figure(figure)), Text(_named_by(article, figure)))
        console.print(figures)


def _quote(text: str, quote: Quote) -> tuple[Text, Text, Text, Text]:
    return (
        Text(quote.speaker.name if quote.speaker else "—"),
        Text(quote.cue.text if quote.cue else "—"),
        Text(quote.kind.value, style=_COLOURS[quote.kind.value]),
        Text(" … ".join(span.of(text) for span in quote.spans)),
    )


def _named_by(article: Article, figure: Figure) -> str:
    names = [quote.speaker.name for quote in article.quotes_with(figure) if quote.speaker]
    return ", ".join(dict.fromkeys(names))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
