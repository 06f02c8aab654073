"""The gate: what is measured on our own annotated articles stays above the floors, and floors follow."""

import sys
import tomllib
from pathlib import Path

import pytest

import ruspolnews
from ruspolnews import Span

QUALITY = Path(__file__).parent.parent / "benchmarks" / "quality"
MARGIN = 0.02
"""How far a measure may rise above its floor before the floor has to follow."""

sys.path.insert(0, str(QUALITY))
try:
    import annotated
    import score
finally:
    sys.path.remove(str(QUALITY))


def complaints(measured: dict[str, float], floors: dict[str, float]) -> list[str]:
    """Return what is wrong with the floors or with what is measured."""
    found = [f"{name}: no floor" for name in measured.keys() - floors.keys()]
    found += [f"{name}: a floor of nothing that is measured" for name in floors.keys() - measured.keys()]
    for name in measured.keys() & floors.keys():
        value, floor = measured[name], floors[name]
        if value < floor:
            found.append(f"{name}: {value} is below the floor {floor}")
        elif round(value - floor, 6) > MARGIN:
            found.append(f"{name}: {value} is more than {MARGIN} above {floor}: raise the floor")
    return sorted(found)


def test_quality_does_not_fall() -> None:
    result = score.measure()
    floors = tomllib.loads((QUALITY / "floors.toml").read_text("utf-8"))["f1"]
    assert not complaints(result.f1(), floors), "\n".join(["", *complaints(result.f1(), floors), *result.differences])


@pytest.mark.parametrize(
    ("floors", "expected"),
    [
        ({"found": 0.9}, []),
        ({"found": 0.88}, []),
        ({"found": 0.91}, ["found: 0.9 is below the floor 0.91"]),
        ({"found": 0.87}, ["found: 0.9 is more than 0.02 above 0.87: raise the floor"]),
        ({}, ["found: no floor"]),
        ({"found": 0.9, "lost": 1}, ["lost: a floor of nothing that is measured"]),
    ],
)
def test_a_floor_is_neither_above_nor_far_below(floors: dict[str, float], expected: list[str]) -> None:
    assert complaints({"found": 0.9}, floors) == expected


def test_there_are_enough_articles() -> None:
    articles = annotated.articles()
    assert len(articles) >= 8
    assert {quote.kind for article in articles for quote in article.quotes} == {
        "direct",
        "indirect",
        "mixed",
        "fragment",
    }


TEXT = "Мэр Пётр Сухов сказал, что мост стоит 5 млн рублей. «Мост нужен», — сказал он."
QUOTE = {"kind": "indirect", "content": ["мост стоит 5 млн рублей"], "cue": "сказал", "speaker": "Мэр Пётр Сухов"}
MONEY = {"text": "5 млн рублей", "min": "5000000", "max": "5000000", "currency": "RUB", "bound": None}


def scored(quotes: list[dict[str, object]], figures: list[dict[str, object]]) -> dict[str, float]:
    result = score.Score()
    result.add(annotated.read("мост", {"text": TEXT, "quotes": quotes, "figures": figures}), ruspolnews.parse(TEXT))
    return dict(result.f1())


def test_strings_are_resolved_to_the_nearest_place() -> None:
    second = {"kind": "direct", "content": ["Мост нужен"], "cue": "сказал", "speaker": "он", "name": "Пётр Сухов"}
    article = annotated.read("мост", {"text": TEXT, "quotes": [second], "figures": [MONEY]})
    assert article.quotes[0].cue == Span(TEXT.rindex("сказал"), TEXT.rindex("сказал") + 6)
    assert article.figures[0].span.of(TEXT) == "5 млн рублей"


def test_a_string_that_is_not_there_is_named() -> None:
    with pytest.raises(ValueError, match="мост: not in the text: 'млрд'"):
        annotated.read("мост", {"text": TEXT, "quotes": [], "figures": [{**MONEY, "text": "млрд"}]})


def test_what_is_right_counts_and_what_is_spurious_costs() -> None:
    first = {**QUOTE, "name": "Пётр Сухов"}
    second = {"kind": "direct", "content": ["Мост нужен"], "cue": "сказал", "speaker": "он", "name": "Пётр Сухов"}
    assert set(scored([first, second], [MONEY]).values()) == {1.0}
    half = scored([first], [])
    assert half["found"] == half["full"] == round(2 / 3, 3)
    assert half["money"] == 0
    stranger = scored([{**first, "name": "Сухов"}, second], [{**MONEY, "bound": "approx"}])
    assert (stranger["found"], stranger["attributed"], stranger["money"]) == (1.0, 0.5, 0)
