"""Pages from articles: templates filled with pieces, speakers and charts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from ruspolnews.errors import RusPolNewsError
from ruspolnews.export.html.charts import charts
from ruspolnews.export.html.marking import pieces, speaker_numbers, value_of
from ruspolnews.model import Article

__all__ = ["article_to_html", "report"]

_COLOURS = 8
"""Speakers have the colours `c0` to `c7` of the style in turn."""
_KINDS = {
    "direct": "прямая речь",
    "indirect": "косвенная речь",
    "mixed": "косвенная с цитатой",
    "fragment": "отрывок",
    "anaphoric": "ссылка на сказанное",
}


@cache
def _templates() -> Any:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ModuleNotFoundError:
        raise RusPolNewsError("Reports need one more package: pip install 'ruspolnews[report]'") from None
    loader = PackageLoader("ruspolnews.export.html", "templates")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def article_to_html(article: Article) -> str:
    """Return the article as a fragment of HTML with its style: for a notebook.

    Raises:
        RusPolNewsError: the extra `report` is missing.

    Examples:
        >>> import ruspolnews as rpn
        >>> from ruspolnews.export.html import article_to_html
        >>> "<mark" in article_to_html(rpn.parse("Зорин сообщил, что мост откроют."))
        True
    """
    return str(_templates().get_template("fragment.html").render(view=_view("a0", "", article)))


def report(articles: Iterable[tuple[str, Article]], title: str = "Кто что сказал") -> str:
    """Return one page for all articles: no network, readable without scripts, in Russian.

    With scripts, quotes can be filtered by speaker and kind and searched.

    Args:
        articles: names and articles.
        title: what stands above.

    Raises:
        RusPolNewsError: the extra `report` is missing.
    """
    named = list(articles)
    views = [_view(f"a{number}", name, article) for number, (name, article) in enumerate(named)]
    speakers = Counter(quote["speaker"] for view in views for quote in view["quotes"] if quote["speaker"])
    counts = Counter(quote["kind"] for view in views for quote in view["quotes"])
    return str(
        _templates()
        .get_template("report.html")
        .render(
            title=title,
            views=views,
            charts=charts([article for _, article in named]),
            speakers=speakers.most_common(),
            kinds=[(kind, label, counts[kind]) for kind, label in _KINDS.items() if counts[kind]],
            total=sum(counts.values()),
            amounts=sum(len(article.figures) for _, article in named),
            quotes=[
                {key: quote[key] for key in ("anchor", "text", "speaker", "kind")} | {"article": view["anchor"]}
                for view in views
                for quote in view["quotes"]
            ],
        )
    )


def _view(anchor: str, name: str, article: Article) -> dict[str, Any]:
    """Return what the templates show of one article."""
    numbers = speaker_numbers(article, article.quotes)
    counts = Counter(numbers)
    return {
        "anchor": anchor,
        "name": name,
        "heading": article.title.of(article.text) if article.title else name,
        "lines": [[_piece(article, numbers, piece) for piece in line] for line in pieces(article)],
        "speakers": [
            {"name": speaker.name, "roles": ", ".join(speaker.roles), "count": counts[n], "colour": _colour(n)}
            for n, speaker in enumerate(article.speakers)
        ],
        "quotes": [
            {
                "anchor": f"{anchor}q{n}",
                "text": quote.text,
                "speaker": quote.speaker.name if quote.speaker else "",
                "kind": quote.kind.value,
                "label": _KINDS[quote.kind.value],
                "colour": _colour(numbers[n]),
            }
            for n, quote in enumerate(article.quotes)
        ],
        "figures": len(article.figures),
    }


def _piece(article: Article, numbers: Sequence[int], piece: Any) -> dict[str, Any]:
    quote = piece.quotes[-1] if piece.quotes else -1
    speaker = article.quotes[quote].speaker if quote >= 0 else None
    return {
        "text": piece.text,
        "quote": quote,
        "kind": article.quotes[quote].kind.value if quote >= 0 else "",
        "label": _KINDS[article.quotes[quote].kind.value] if quote >= 0 else "",
        "speaker": speaker.name if speaker else "",
        "colour": _colour(numbers[quote]) if quote >= 0 else "",
        "depth": len(piece.quotes),
        "role": piece.role,
        "value": value_of(article, piece.figure) if piece.figure >= 0 else "",
    }


def _colour(speaker: int) -> str:
    return "none" if speaker < 0 else f"c{speaker % _COLOURS}"
