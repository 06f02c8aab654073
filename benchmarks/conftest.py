"""Prints what the stages cost, each beside razdel over the same texts in the same run."""

from __future__ import annotations

from typing import NamedTuple

import pytest


class Timings(NamedTuple):
    """The least seconds of each stage over all texts."""

    articles: int
    characters: int
    seconds: dict[str, float]


KEY: pytest.StashKey[Timings] = pytest.StashKey()


@pytest.fixture(scope="session")
def timings(pytestconfig: pytest.Config, texts: list[str]) -> dict[str, float]:
    """Where a benchmark leaves its seconds for the summary."""
    pytestconfig.stash[KEY] = Timings(len(texts), sum(map(len, texts)), {})
    return pytestconfig.stash[KEY].seconds


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if KEY not in config.stash:
        return
    articles, characters, seconds = config.stash[KEY]
    terminalreporter.section(f"{articles} articles, {characters:,} characters")
    for stage, spent in seconds.items():
        line = f"{stage:12} {articles / spent:9,.0f} articles/s {characters / spent / 1e6:7.2f} million characters/s"
        if "razdel" in seconds:
            line += f" {spent / seconds['razdel']:7.2f} × razdel"
        terminalreporter.write_line(line)
