"""Every text of the HTML report stands out from its background as WCAG 2 asks (4.5 : 1), on the screen and in print."""

import re
from pathlib import Path

import pytest

import ruspolnews.export.html

TEMPLATES = Path(ruspolnews.export.html.__file__).parent / "templates"
SHEETS = ["style.css", "report.css"]
CSS = "\n".join((TEMPLATES / name).read_text("utf-8") for name in SHEETS)
LEAST, LEAST_OF_EDGES = 4.5, 3.0
WHITE = "#ffffff"
"""What is behind the text on the page of a printer that leaves backgrounds out, and behind fields."""

VARIABLES = dict(re.findall(r"--(paper|ink|soft|line|rule): (#[0-9a-f]{3,6})", CSS))
FILLS = re.findall(r"\.(c\d|none) \{ --fill: (#[0-9a-f]{6}); --edge: (#[0-9a-f]{6})", CSS)
PAPER = VARIABLES["paper"]
PAIRS = [
    *((f"{text} on {name}", VARIABLES[text], fill) for text in ("ink", "soft") for name, fill, _ in FILLS),
    *((f"{text} on paper", VARIABLES[text], PAPER) for text in ("ink", "soft", "rule")),
    *((f"{text} on white", VARIABLES[text], WHITE) for text in ("ink", "soft", "rule")),
    ("ink on a mark without colour", VARIABLES["ink"], "#eee"),
]


def luminance(colour: str) -> float:
    """The relative luminance of a colour such as `#fff` or `#a86a00`, as WCAG 2 defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast("#000", WHITE) == pytest.approx(21)
    assert contrast("#777777", WHITE) == pytest.approx(4.48, abs=0.01)
    assert contrast(WHITE, "#767676") == pytest.approx(4.54, abs=0.01)


def test_the_colours_are_found() -> None:
    assert set(VARIABLES) == {"paper", "ink", "soft", "line", "rule"}
    assert [name for name, _, _ in FILLS] == [*(f"c{n}" for n in range(8)), "none"]


@pytest.mark.parametrize(("text", "behind"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS])
def test_text_stands_out(text: str, behind: str) -> None:
    assert contrast(text, behind) >= LEAST


@pytest.mark.parametrize(("edge", "behind"), [(edge, behind) for _, fill, edge in FILLS for behind in (fill, PAPER)])
def test_edges_that_tell_speakers_apart_stand_out(edge: str, behind: str) -> None:
    assert contrast(edge, behind) >= LEAST_OF_EDGES


def test_the_outline_of_what_has_the_focus_stands_out() -> None:
    outline = re.search(r":focus-visible \{ outline: 3px solid (#[0-9a-f]{6})", CSS)
    assert outline is not None
    assert contrast(outline[1], PAPER) >= LEAST_OF_EDGES


def test_no_other_colour_is_used() -> None:
    """A colour that is new in the sheets has to be added to the pairs above."""
    text = set(re.findall(r"(?:^|[\s;{])(?:color|fill): ([^;}]+)", CSS))
    assert text == {"inherit", "var(--ink)", "var(--soft)", "var(--rule)"}
    behind = set(re.findall(r"background(?:-color)?: ([^;}]+)", CSS))
    assert behind == {PAPER, "#fff", "var(--paper)", "var(--fill)", "var(--fill, #eee)", "none"}
    pages = "".join(path.read_text("utf-8") for path in TEMPLATES.iterdir() if path.suffix in (".html", ".js"))
    assert set(re.findall(r"#[0-9a-f]{3,6}\b(?=[\"';])", pages)) == {VARIABLES["rule"]}  # the bars of the charts
    assert not re.search(r"style=\"[^\"]*color", pages)
