"""The gate: what is measured on our own annotated articles stays above the floors, and floors follow."""

import sys
import tomllib
from pathlib import Path

import pytest

from ruspolnews.evaluation import annotated_from_dict, list_flaws

QUALITY = Path(__file__).parent.parent / "benchmarks" / "quality"
MARGIN = 0.02
"""How far a measure may rise above its floor before the floor has to follow."""

sys.path.insert(0, str(QUALITY))
try:
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
    report = score.report_on(score.articles())
    floors = tomllib.loads((QUALITY / "floors.toml").read_text("utf-8"))["f1"]
    found = complaints(score.f1(report), floors)
    assert not found, "\n".join(["", *found, *map(str, list_flaws(report))])


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
    articles = score.articles()
    assert len(articles) >= 8
    assert {quote.kind for gold in articles for quote in gold.article.quotes} == {
        "direct",
        "indirect",
        "mixed",
        "fragment",
    }


TEXT = "Мэр Пётр Сухов сказал, что мост стоит 5 млн рублей. «Мост нужен», — сказал он."
FIRST = {
    "kind": "indirect",
    "spans": ["мост стоит 5 млн рублей"],
    "cue": "сказал",
    "source": "Мэр Пётр Сухов",
    "speaker": "Пётр Сухов",
}
SECOND = {"kind": "direct", "spans": ["Мост нужен"], "cue": "сказал", "source": "он", "speaker": "Пётр Сухов"}
MONEY = {"span": "5 млн рублей", "low": "5000000", "currency": "RUB"}


def scored(quotes: list[dict[str, object]], figures: list[dict[str, object]]) -> dict[str, float]:
    return score.f1(score.report_on([annotated_from_dict({"text": TEXT, "quotes": quotes, "figures": figures})]))


def test_what_is_right_counts_and_what_is_spurious_costs() -> None:
    assert set(scored([FIRST, SECOND], [MONEY]).values()) == {1.0}
    half = scored([FIRST], [])
    assert half["found"] == half["full"] == round(2 / 3, 3)
    assert half["money"] == 0
    stranger = scored([{**FIRST, "speaker": "Сухов"}, SECOND], [{**MONEY, "bound": "approx"}])
    assert (stranger["found"], stranger["attributed"], stranger["money"]) == (1.0, 0.5, 0)


@pytest.mark.parametrize("change", [{"kind": "mixed"}, {"source": "мост"}, {"source": None}])
def test_a_full_quote_has_the_right_kind_and_source(change: dict[str, object]) -> None:
    result = scored([{**FIRST, **change}, SECOND], [MONEY])
    assert (result["attributed"], result["full"]) == (1.0, 0.5)
