"""Texts spoilt at random: characters deleted, doubled, swapped, replaced; texts cut, turned round and joined.

As a script, it parses mutations of the texts in a file (`--help` tells how).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from promises import PARSER, check
from strategies import NASTIES

SLOW = 20.0
"""Times the pace of the whole run that one text may take, before it counts as broken."""
LEAST = 2.0
"""Seconds below which no text counts as slow."""


def delete(text: str, rng: random.Random, _others: Sequence[str]) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + rng.choice((1, 1, 1, 5, 40)) :]


def double(text: str, rng: random.Random, _others: Sequence[str]) -> str:
    at = rng.randrange(len(text) + 1)
    size = rng.choice((1, 1, 5, 40, 200))
    return text[:at] + text[at : at + size] * rng.choice((2, 2, 3, 20)) + text[at + size :]


def swap(text: str, rng: random.Random, _others: Sequence[str]) -> str:
    at, size = rng.randrange(len(text) + 1), rng.choice((1, 1, 5, 40))
    return text[:at] + text[at + size : at + 2 * size] + text[at : at + size] + text[at + 2 * size :]


def put_in(text: str, rng: random.Random, _others: Sequence[str]) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(NASTIES) + text[at:]


def replace_all(text: str, rng: random.Random, _others: Sequence[str]) -> str:
    """Replace every one of some character by a nasty one."""
    return text.replace(rng.choice(text or " "), rng.choice(NASTIES), rng.choice((1, 5, -1)))


def cut(text: str, rng: random.Random, _others: Sequence[str]) -> str:
    a, b = sorted(rng.randrange(len(text) + 1) for _ in range(2))
    return text[a:b]


def join(text: str, rng: random.Random, others: Sequence[str]) -> str:
    other = rng.choice(others)
    return text[: rng.randrange(len(text) + 1)] + other[rng.randrange(len(other) + 1) :]


def turn(text: str, rng: random.Random, _others: Sequence[str]) -> str:
    """Put the lines or the sentences in another order."""
    parts = text.split(mark := rng.choice(("\n", ". ", ", ", " ")))
    rng.shuffle(parts)
    return mark.join(parts)


def change_case(text: str, rng: random.Random, _others: Sequence[str]) -> str:
    return rng.choice((str.upper, str.lower, str.title, str.swapcase))(text)


CHANGES: tuple[Callable[[str, random.Random, Sequence[str]], str], ...] = (
    *(delete, double, swap, put_in) * 2,
    replace_all,
    cut,
    join,
    turn,
    change_case,
)


def mutations(texts: Sequence[str], number: int, seed: int = 0) -> Iterator[str]:
    """Yield `number` mutations of each text, by turns, the same for the same seed."""
    rng = random.Random(seed)
    for _ in range(number):
        for text in texts:
            for _ in range(rng.choice((1, 2, 3, 8))):
                text = rng.choice(CHANGES)(text, rng, texts)
            yield text[:20_000]


def read(path: Path) -> list[str]:
    """Return the texts of a file of JSON lines, each with `text`."""
    return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines() if line.strip()]


def main() -> None:
    options = argparse.ArgumentParser(description="Parse mutations of texts and say what broke.")
    options.add_argument("files", nargs="+", type=Path, help="JSON lines with `text`")
    options.add_argument("--number", type=int, default=1000, help="mutations of each text")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--broken", type=Path, default=Path("broken.jsonl"), help="where to put what broke")
    chosen = options.parse_args()
    texts = [text for path in chosen.files for text in read(path)]
    begin = time.monotonic()
    done = characters = broken = 0
    for text in mutations(texts, chosen.number, chosen.seed):
        start = time.process_time()
        error = ""
        try:
            check(PARSER.parse(text))
        except Exception:
            error = traceback.format_exc()
        seconds = time.process_time() - start
        done += 1
        characters += len(text)
        pace = (time.monotonic() - begin) / (characters or 1)
        if not error and seconds > max(LEAST, SLOW * pace * len(text)):
            error = f"{seconds:.1f} s for {len(text)} characters"
        if error:
            broken += 1
            with chosen.broken.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"text": text, "error": error}) + "\n")
        if done % 1000 == 0:
            print(f"{done} texts, {characters} characters, {broken} broken", flush=True)
    print(f"{done} texts, {characters} characters, {broken} broken, {time.monotonic() - begin:.0f} s")
    raise SystemExit(bool(broken))


if __name__ == "__main__":
    main()
