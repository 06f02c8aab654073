"""The Russian edition: a page for each tutorial and guide, with the same code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = [DOCS / "index.md", DOCS / "tutorial.md", *sorted((DOCS / "howto").glob("*.md"))]
CODE = re.compile(r"^```\w+\n.*?^```$|^<!--- skip.*?-->$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_page_has_its_sister(page: Path) -> None:
    sister = DOCS / "ru" / page.relative_to(DOCS)
    text = sister.read_text("utf-8")
    assert CODE.findall(text) == CODE.findall(page.read_text("utf-8"))
    prose = CODE.sub("", text)
    assert len(re.findall("[а-яё]", prose)) > len(re.findall("[a-z]", prose)) * 0.7
    assert prose.count("\n## ") == CODE.sub("", page.read_text("utf-8")).count("\n## ")


def test_the_readmes_agree() -> None:
    ours, theirs = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.ru.md"))
    assert CODE.findall(ours) == CODE.findall(theirs)
    assert ours.count("\n## ") == theirs.count("\n## ")
