"""Pages: all of the text, nothing but the text, and marks that nest."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

import ruspolnews
from ruspolnews.cli.app import app

pytest.importorskip("jinja2")

from ruspolnews.export.html import article_to_html, report

TEXT = (
    "Зорич: мост построят\n\nГлава треста Илья Зорич сообщил, что, по словам мэра, на мост дадут 1,5 млн рублей. "
    '«Мы готовы», — добавил он.\nПо данным <источника>, "план & смета" готовы.'
)
WORDS = [
    "«",
    "»",
    '"',
    " — сказал Зорич. ",
    "мэр заявил, что ",
    "5 млн рублей",
    "<b>",
    "&amp;",
    "\n",
    "\n\n",
    " да, ",
    ". ",
]


def words_of(page: str) -> str:
    """Return the text of the article that a fragment shows."""
    inner = re.search(r'<div class="text">(.*?)</div>', page, re.DOTALL)
    assert inner is not None
    lines = re.findall(r"<p>(.*?)</p>", inner.group(1), re.DOTALL)
    return "\n".join(unescape(re.sub(r"<[^>]*>", "", line)) for line in lines)


class Balanced(HTMLParser):
    """Fails where tags do not nest."""

    VOID = frozenset(["meta", "input", "rect", "br"])

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_fragment_shows_the_text_and_its_marks() -> None:
    article = ruspolnews.parse(TEXT)
    page = article_to_html(article)
    assert words_of(page) == TEXT
    assert 'data-speaker="Илья Зорич"' in page
    assert 'title="1,5 млн ₽"' in page or 'title="1' in page
    assert '<span class="cue">сообщил</span>' in page
    assert "deep" in page
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []


@given(st.lists(st.sampled_from(WORDS), max_size=30).map("".join))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    page = article_to_html(ruspolnews.parse(text))
    assert words_of(page) == text
    Balanced().feed(page)


def test_the_report_needs_nothing_from_elsewhere_and_no_text_becomes_code() -> None:
    evil = '«</script><script>alert(1)</script>», — сказал Зорич "><img src=x onerror=alert(2)>.'
    page = report([("a", ruspolnews.parse(TEXT)), ('"><b>', ruspolnews.parse(evil))])
    assert page.count("<script") == 2
    assert "<img" not in page
    assert not re.search(r'(?:src|href)="(?!#)', page)
    assert 'lang="ru"' in page
    parser = Balanced()
    parser.feed(page)
    assert parser.open == []


def test_an_article_shows_itself_in_a_notebook() -> None:
    page = ruspolnews.parse(TEXT)._repr_html_()
    assert page is not None
    assert "<mark" in page


def test_the_command_writes_one_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    out = tmp_path / "report.html"
    result = CliRunner().invoke(app, ["report", str(tmp_path / "a.txt"), str(tmp_path / "none.txt"), "-o", str(out)])
    assert result.exit_code == 1
    assert "none.txt: cannot be read" in result.stderr
    assert "Илья Зорич" in out.read_text("utf-8")
