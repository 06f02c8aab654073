"""Spoilt articles keep the promises too.

Our own articles by default; those of `RUSPOLNEWS_FUZZ_TEXTS` (JSON lines with `text`) instead, with
`RUSPOLNEWS_FUZZ_MUTATIONS` of each, if set.
"""

import json
import os
import sys
from pathlib import Path

from promises import PARSER, check

ARTICLES = Path(__file__).parent.parent.parent / "benchmarks" / "quality"

sys.path.insert(0, str(Path(__file__).parent))
try:
    from mutations import mutations, read
finally:
    sys.path.remove(str(Path(__file__).parent))


def texts() -> list[str]:
    file = os.environ.get("RUSPOLNEWS_FUZZ_TEXTS")
    if file:
        return read(Path(file))
    return [json.loads(path.read_text("utf-8"))["text"] for path in sorted(ARTICLES.glob("*.json"))]


def test_mutations_keep_the_promises() -> None:
    for text in mutations(texts(), int(os.environ.get("RUSPOLNEWS_FUZZ_MUTATIONS", "25"))):
        try:
            check(PARSER.parse(text))
        except Exception as error:
            raise AssertionError(f"broken by {text!r}") from error


def test_mutations_are_the_same_for_the_same_seed() -> None:
    ours = texts()[:3]
    first = list(mutations(ours, 5))
    assert first == list(mutations(ours, 5))
    assert first != list(mutations(ours, 5, seed=1))
    assert len(first) == 15
