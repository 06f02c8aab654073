"""The processes behind `Parser.pipe`: order, failures, errors, memory and both ways to start them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from ruspolnews import Article, Failure, Parser
from ruspolnews.pool import map_in_order

TEXTS = [f"Министр {n} заявил, что «план {n}» готов." for n in range(300)]


def who(item: int) -> tuple[int, int]:
    time.sleep(0.001)  # so that no process does it all before another has started
    return item, os.getpid()


def refuse(item: int) -> int:
    if item == 70:
        raise ZeroDivisionError("seventy")
    return item


def test_results_come_in_order_from_other_processes() -> None:
    results = list(map_in_order(who, range(400), 2))
    assert [item for item, _ in results] == list(range(400))
    assert len({process for _, process in results}) >= 2
    assert {process for _, process in results}.isdisjoint({os.getpid()})


def test_an_error_reaches_the_caller_after_what_came_before() -> None:
    results = map_in_order(refuse, range(400), 2)
    taken: list[int] = []
    with pytest.raises(ZeroDivisionError, match="seventy"):
        taken.extend(results)
    assert taken == list(range(len(taken)))
    assert len(taken) == 64


def test_items_are_read_as_results_are_taken() -> None:
    read = 0

    def items() -> Iterator[int]:
        nonlocal read
        for item in range(100_000):
            read += 1
            yield item

    results = map_in_order(who, items(), 2)
    for _ in range(10):
        next(results)
    results.close()  # type: ignore[attr-defined]
    assert read <= 3 * 2 * 32 + 32


def test_articles_and_failures_are_those_of_one_process() -> None:
    mixed: list[object] = [*TEXTS[:150], None, *TEXTS[150:]]
    alone, together = (list(Parser().pipe(mixed, workers=n)) for n in (1, 2))  # type: ignore[arg-type]
    assert isinstance(together[150], Failure)
    assert str(together[150].error) == str(alone[150].error)  # type: ignore[union-attr]
    assert [a for a in together if isinstance(a, Article)] == [a for a in alone if isinstance(a, Article)]


def test_processes_that_are_spawned() -> None:
    script = (
        "import multiprocessing, sys\n"
        "from ruspolnews import Parser\n"
        "if __name__ == '__main__':\n"
        "    multiprocessing.set_start_method('spawn')\n"
        "    texts = [f'Министр {n} заявил, что план {n} готов.' for n in range(40)]\n"
        "    found = [a.quotes[0].text for a in Parser().pipe(texts, workers=2)]\n"
        "    print(found == [f'план {n} готов' for n in range(40)])\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", timeout=120, check=False
    )
    assert (run.stdout.strip(), run.returncode) == ("True", 0), run.stderr
