"""Reports of an evaluation as tables and as plain data."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ruspolnews.evaluation import Comparison, Counts, Fault, Report, list_changes, list_flaws, measure

__all__ = ["comparison_to_dict", "fault_to_dict", "print_comparison", "print_report"]

_NAMES = {
    "found": "quotes found",
    "exact": "exact bounds",
    "attributed": "attributed",
    "full": "right in all",
}


def print_report(report: Report, errors: int) -> None:
    """Print the measures, and up to `errors` errors of each sort."""
    console = Console()
    measures = measure(report)
    table = Table(title=f"{measures.articles} articles", title_justify="left")
    for column in ("", "kind", "precision", "recall", "F1", "right", "of", "found"):
        table.add_column(column, justify="left" if column in ("", "kind") else "right", no_wrap=True)
    for key, name in _NAMES.items():
        for kind, counts in getattr(measures, key).items():
            table.add_row(name, kind, *_numbers(counts), end_section=kind == "all")
    for name, counts in (
        ("figures found", measures.figures_found),
        ("figures exact", measures.figures_exact),
        ("figures, value", measures.figures_value),
    ):
        table.add_row(name, "all", *_numbers(counts))
    console.print(table)
    shares = {
        "kind": measures.kind_right,
        "cue": measures.cue_right,
        "speaker's name": measures.name_right,
        "bound of figures": measures.bound_right,
    }
    said = [f"{name} {_percent(share)}" for name, share in shares.items() if share is not None]
    if said:
        console.print(f"Right among what is found: {', '.join(said)}", highlight=False)
    if errors:
        for (what, flaw), group in groupby(list_flaws(report), lambda fault: (fault.what, fault.flaw)):
            faults = list(group)
            _print_faults(console, f"{what}: {flaw.value}, {len(faults)}", faults[:errors])


def print_comparison(old: Report, new: Report, comparison: Comparison) -> None:
    """Print the measures of two versions side by side, and each change."""
    console = Console()
    table = Table(title="against the older output", title_justify="left")
    table.add_column("measure")
    for column in ("older", "now", "change"):
        table.add_column(column, justify="right")
    before, after = measure(old).summary(), measure(new).summary()
    for name, now in after.items():
        then = before[name]
        change = "" if now is None or then is None else f"{100 * (now - then):+.1f}"
        table.add_row(name, _percent(then), _percent(now), change)
    console.print(table)
    for title, changes, flaws in (("better", comparison.better, "mended"), ("worse", comparison.worse, "broken")):
        _print_faults(console, f"{title}: {len(changes)}", list(list_changes(changes, flaws)), "older", "now")


def _print_faults(
    console: Console, title: str, faults: list[Fault], left: str = "annotated", right: str = "found"
) -> None:
    """Print a line for each fault, and under it what differs."""
    console.print(Text(f"\n{title}", style="bold"))
    for fault in faults:
        flaw = fault.flaw.value if fault.what == "quote" else f"{fault.flaw.value} figure"
        console.print(Text.assemble(("  " + fault.article, "cyan"), f"  {flaw}: {fault.at}"), soft_wrap=True)
        for name, words in ((left, fault.wanted), (right, fault.given), ("rule", fault.rule)):
            if words and words != fault.at:
                console.print(Text(f"      {name}: {words}"), soft_wrap=True)


def _numbers(counts: Counts) -> tuple[str, ...]:
    shares = map(_percent, (counts.precision, counts.recall, counts.f1))
    return (*shares, *map(str, (counts.right, counts.wanted, counts.given)))


def _percent(share: float | None) -> str:
    return "—" if share is None else f"{100 * share:.1f}"


def fault_to_dict(fault: Fault) -> dict[str, Any]:
    """Return a fault as plain data."""
    return {
        "flaw": fault.flaw.value,
        "what": fault.what,
        "id": fault.article,
        "text": fault.at,
        "annotated": fault.wanted,
        "found": fault.given,
        "rule": fault.rule,
    }


def comparison_to_dict(old: Report, comparison: Comparison) -> dict[str, Any]:
    """Return the older measures and the changes as plain data."""
    renamed = {"annotated": "older", "found": "now"}
    lists = {
        name: [
            {renamed.get(key, key): value for key, value in fault_to_dict(fault).items()}
            for fault in list_changes(changes, flaws)
        ]
        for name, changes, flaws in (
            ("better", comparison.better, "mended"),
            ("worse", comparison.worse, "broken"),
        )
    }
    return {"summary": measure(old).summary(), **lists}
