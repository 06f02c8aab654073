"""The same article printed another way says the same: quotes, speakers and amounts stay."""

import random
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from promises import check
from ruspolnews import Article, Parser

PARSER = Parser()
ARTICLES = {path.stem: path.read_text("utf-8") for path in sorted(Path(__file__).parent.glob("*.txt"))}
VOWEL = re.compile("[аеиоуыэюяАЕИОУЫЭЮЯ]")


def marks(opening: str, closing: str) -> Callable[[str], str]:
    return lambda text: text.replace("«", opening).replace("»", closing)


def dashes(dash: str) -> Callable[[str], str]:
    return lambda text: text.replace("—", dash)


def spaces(space: str) -> Callable[[str], str]:
    return lambda text: text.replace(" ", space)


def hyphenated(text: str) -> str:
    """Soft hyphens within every longer word, as text from web pages has them."""
    return re.sub(r"(?<=[а-яё]{2})(?=[а-яё]{2})", "\u00ad", text)


def stressed(text: str) -> str:
    """A stress mark after the first vowel of every longer word."""
    return re.sub(r"\w{4,}", lambda match: VOWEL.sub("\\g<0>\u0301", match.group(), count=1), text)


def some_spaces(text: str) -> str:
    """No-break spaces and thin ones here and there."""
    rng = random.Random(1)
    return re.sub(" ", lambda _: rng.choice("  \u00a0\u2009\u202f"), text)


CHANGES: dict[str, Callable[[str], str]] = {
    "straight marks": marks('"', '"'),
    "English marks": marks("“", "”"),
    "German marks": marks("„", "“"),
    "Polish marks": marks("„", "”"),
    "en dashes": dashes("–"),
    "hyphens for dashes": dashes("-"),
    "two hyphens for dashes": dashes("--"),
    "horizontal bars": dashes("―"),
    "no yo": lambda text: text.replace("ё", "е").replace("Ё", "Е"),
    "no-break spaces": spaces("\u00a0"),
    "thin spaces": spaces("\u2009"),
    "two spaces": spaces("  "),
    "spaces of all sorts": some_spaces,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "one line break": lambda text: text.replace("\n\n", "\n"),
    "three line breaks": lambda text: text.replace("\n\n", "\n\n\n"),
    "paragraph separators": lambda text: text.replace("\n\n", "\u2029"),
    "indented": lambda text: re.sub("^(?=.)", "    ", text, flags=re.MULTILINE),
    "tabs": lambda text: re.sub("^(?=.)", "\t", text, flags=re.MULTILINE),
    "white space at the ends of lines": lambda text: text.replace("\n", " \t\n"),
    "soft hyphens": hyphenated,
    "stress marks": stressed,
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
    "three dots for an ellipsis": lambda text: text.replace("…", "..."),
    "byte order mark": lambda text: "\ufeff" + text,
    "zero-width spaces": lambda text: text.replace(" ", "\u200b "),
    "word joiners": lambda text: text.replace(" —", "\u2060 —"),
    "left-to-right marks": lambda text: text.replace("«", "\u200e«").replace("»", "»\u200e"),
    "wrapped by hand": lambda text: re.sub(r"(.{50,70}?) (?=[а-яё])", "\\1\n", text),
}
FAILING: dict[tuple[str, str], str] = {}
"""Article and change that do not agree yet, with the reason."""


def plain(text: str) -> str:
    """Return the words without what the changes change."""
    text = unicodedata.normalize("NFD", text.replace("ё", "е").replace("Ё", "Е").replace("...", "…"))
    text = re.sub("[\u0300-\u036f\u00ad\u200b\u200e\u2060\ufeff]", "", text)
    text = re.sub("[«»“”„]", '"', re.sub("--|[—–―]", "-", text))
    return " ".join(text.split())


def said(article: Article) -> list[tuple[str, ...]]:
    """Return who said what by which cue, and what it costs."""
    found = [
        (
            quote.kind.value,
            plain(quote.text),
            quote.cue.lemma if quote.cue else "",
            plain(quote.speaker.name) if quote.speaker else "",
            *(f"{figure.low} {figure.high} {figure.currency}" for figure in quote.figures),
        )
        for quote in article.quotes
    ]
    return found + [("figure", plain(f.text), str(f.low), str(f.high), str(f.currency)) for f in article.figures]


def test_the_articles_have_what_is_compared() -> None:
    for text in ARTICLES.values():
        article = PARSER.parse(text)
        assert len(article.quotes) >= 6
        assert sum(quote.speaker is not None for quote in article.quotes) >= 5
        assert article.figures


def cases() -> list[object]:
    return [
        pytest.param(
            name,
            change,
            marks=pytest.mark.xfail(strict=True, reason=FAILING[name, change]) if (name, change) in FAILING else (),
        )
        for name in ARTICLES
        for change in CHANGES
        if CHANGES[change](ARTICLES[name]) != ARTICLES[name]
    ]


@pytest.mark.parametrize(("name", "change"), cases())
def test_another_way_of_printing_says_the_same(name: str, change: str) -> None:
    changed = PARSER.parse(CHANGES[change](ARTICLES[name]))
    check(changed)
    assert said(changed) == said(PARSER.parse(ARTICLES[name]))
