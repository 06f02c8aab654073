"""The gate: what is measured on our own annotated articles stays above the floors, and floors follow."""

import sys
import tomllib
from pathlib import Path

QUALITY = Path(__file__).parent.parent / "benchmarks" / "quality"
MARGIN = 0.02


def test_quality_does_not_fall() -> None:
    sys.path.insert(0, str(QUALITY))
    try:
        from score import score
    finally:
        sys.path.remove(str(QUALITY))
    measured = score()
    floors = tomllib.loads((QUALITY / "floors.toml").read_text("utf-8"))["f1"]
    assert set(floors) == set(measured)
    for name, floor in floors.items():
        assert measured[name] >= floor, f"{name}: {measured[name]} is below the floor {floor}"
        assert measured[name] < floor + MARGIN, f"{name}: {measured[name]} is well above {floor}: raise the floor"


def test_there_are_enough_articles() -> None:
    assert len(list(QUALITY.glob("*.json"))) >= 6
