"""The page on the architecture has a paragraph for every room, and its picture an arrow for what is imported."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

DOCS = Path(__file__).parents[2] / "docs"
rooms_page = pytest.importorskip("rooms_page", reason="Sphinx is not installed")

SVG = "{http://www.w3.org/2000/svg}"


def test_every_room_has_its_paragraph() -> None:
    page = (DOCS / "architecture.md").read_text("utf-8")
    assert sorted(re.findall(r"^\*\*`(\w+)`\*\* ", page, re.M)) == rooms_page.rooms(rooms_page.source())


def test_the_picture_shows_every_room_above_what_it_imports() -> None:
    edges = rooms_page.imports(rooms_page.source())
    assert {"quotes", "figures", "mentions", "segmentation"} <= edges["parser"]
    picture = ElementTree.fromstring(rooms_page.draw(edges))
    height = {
        text.text: float(rect.attrib["y"])
        for rect, text in zip(picture.iter(f"{SVG}rect"), picture.iter(f"{SVG}text"), strict=True)
    }
    house = [room for room in edges if room not in rooms_page.EVERYWHERE]
    assert set(house) < set(height)
    for room in house:
        for other in edges[room] - rooms_page.EVERYWHERE:
            assert height[room] < height[other], f"{room} imports {other}"


def test_an_import_that_a_longer_way_shows_is_left_out() -> None:
    assert rooms_page.direct({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == {"a": {"b"}, "b": {"c"}, "c": set()}


def test_a_circle_is_told() -> None:
    with pytest.raises(ValueError, match="circle"):
        rooms_page.layers({"a": {"b"}, "b": {"a"}})


def test_imports_of_a_function_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "high.py").write_text("try:\n    import ruspolnews.low\nexcept ImportError:\n    pass\n")
    (tmp_path / "low.py").write_text("def f():\n    import ruspolnews.high\n")
    assert rooms_page.imports(tmp_path) == {"high": {"low"}, "low": set()}
