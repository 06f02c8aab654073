"""One version, told in every place."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import ruspolnews

ROOT = Path(__file__).parent.parent


def test_one_version() -> None:
    cited = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    assert cited
    assert cited[1] == ruspolnews.__version__ == version("ruspolnews")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["dynamic"] == ["version"]


def test_the_changelog_takes_fragments() -> None:
    assert (ROOT / "CHANGELOG.md").read_text("utf-8").count("<!-- towncrier -->\n") == 1
