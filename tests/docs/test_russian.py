"""The Russian edition: a page for each tutorial and guide, with the same code and links to the same places."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
RUSSIAN = DOCS / "ru"
PAGES = [DOCS / "index.md", DOCS / "tutorial.md", *sorted((DOCS / "howto").glob("*.md"))]
SISTERS = [
    *((page, RUSSIAN / page.relative_to(DOCS)) for page in PAGES),
    (ROOT / "README.md", ROOT / "README.ru.md"),
]
CODE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,}|~{3,}).*?^(?P=indent)(?P=fence)$|^<!--- skip.*?-->$", re.MULTILINE | re.DOTALL
)
both = pytest.mark.parametrize(
    ("page", "sister"), SISTERS, ids=[page.relative_to(ROOT).as_posix() for page, _ in SISTERS]
)


def code(page: Path) -> list[str]:
    return [match[0] for match in CODE.finditer(page.read_text("utf-8"))]


def prose(page: Path) -> str:
    return CODE.sub("", page.read_text("utf-8"))


def links(page: Path) -> list[Path]:
    """Return the files that a page links to, without the link between the two languages."""
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", prose(page))]
    files = [(page.parent / target).resolve() for target in targets if target and not re.match(r"[a-z]+:", target)]
    sisters = dict([*SISTERS, *((russian, english) for english, russian in SISTERS)])
    return [file for file in files if file != sisters[page]]


@both
def test_the_code_is_the_same(page: Path, sister: Path) -> None:
    assert code(sister) == code(page)


@both
def test_the_prose_is_russian_and_whole(page: Path, sister: Path) -> None:
    text = prose(sister)
    assert len(re.findall("[а-яё]", text)) > len(re.findall("[a-z]", text)) * 0.7
    for part in (r"^#+ ", r"^\| ", r"^- "):
        assert len(re.findall(part, text, re.M)) == len(re.findall(part, prose(page), re.M)), part


@both
def test_links_lead_to_the_russian_page_where_there_is_one(page: Path, sister: Path) -> None:
    russian = dict(SISTERS)
    assert links(sister) == [russian.get(file, file) for file in links(page)]


def test_no_page_is_russian_only() -> None:
    assert sorted(RUSSIAN.rglob("*.md")) == sorted(sister for _, sister in SISTERS if sister.is_relative_to(RUSSIAN))


@pytest.mark.parametrize(
    ("page", "sister"), [SISTERS[0], SISTERS[-1]], ids=lambda page: page.relative_to(ROOT).as_posix()
)
def test_start_pages_link_to_each_other_at_the_top(page: Path, sister: Path) -> None:
    for one, other in ((page, sister), (sister, page)):
        top = prose(one).split("\n")[:6]
        found = [one.parent / target for line in top for target in re.findall(r"\]\(([^)\s]+)\)", line)]
        assert other in [file.resolve() for file in found], one


@pytest.mark.parametrize(("name", "language"), [("ru/howto/batch", "ru"), ("howto/batch", "en"), ("rules", "en")])
def test_russian_pages_say_that_they_are_russian(name: str, language: str) -> None:
    conf = runpy.run_path(str(DOCS / "conf.py"))
    listeners = {}
    conf["setup"](SimpleNamespace(connect=listeners.__setitem__))
    context = {"language": conf["language"]}
    listeners["html-page-context"](None, name, "page.html", context, None)
    assert context["language"] == language
