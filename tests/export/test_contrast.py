"""The colours of the report can be told apart by weak eyes: WCAG 2.2, success criteria 1.4.3 and 1.4.11."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ruspolnews

STYLES = Path(ruspolnews.__path__[0]) / "export" / "html" / "templates"
CSS = (STYLES / "style.css").read_text("utf-8") + (STYLES / "report.css").read_text("utf-8")
VARIABLES = dict(re.findall(r"--(paper|ink|soft|line|rule): (#[0-9a-f]{3,6})", CSS))
FILLS = re.findall(r"\.(c\d|none) \{ --fill: (#[0-9a-f]{6}); --edge: (#[0-9a-f]{6})", CSS)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure() -> None:
    assert round(contrast("#fff", "#000000")) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("text", ["ink", "soft", "rule"])
@pytest.mark.parametrize("ground", ["#fff", VARIABLES["paper"], *(fill for _, fill, _ in FILLS)])
def test_text_on_its_ground(text: str, ground: str) -> None:
    assert contrast(VARIABLES[text], ground) >= 4.5


@pytest.mark.parametrize(("name", "fill", "edge"), FILLS)
def test_the_edge_of_a_quote(name: str, fill: str, edge: str) -> None:
    assert contrast(edge, fill) >= 3
    assert contrast(edge, VARIABLES["paper"]) >= 3


def test_every_colour_is_looked_at() -> None:
    known = {*VARIABLES.values(), *(colour for row in FILLS for colour in row[1:]), "#fff", "#eee", "#777"}
    others = set(re.findall(r"#[0-9a-f]{3,6}\b", CSS)) - known
    assert all(contrast(colour, VARIABLES["paper"]) >= 3 for colour in others), others
    assert len(FILLS) == 9
