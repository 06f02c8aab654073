"""The command `evaluate`: how good is what is found, against annotated articles."""

from __future__ import annotations

import json
import operator
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated as Option

import typer

from ruspolnews import Article, Failure, Parser, RusPolNewsError
from ruspolnews.cli.show_evaluation import comparison_to_dict, fault_to_dict, print_comparison, print_report
from ruspolnews.evaluation import (
    Annotated,
    compare,
    evaluate,
    list_flaws,
    measure,
    read_annotated,
    read_outputs,
    read_texts,
    same_name,
    save_outputs,
)

__all__ = ["evaluate_command"]


class ReportFormat(StrEnum):
    """How a report is printed."""

    TABLE = "table"
    JSON = "json"


def evaluate_command(
    gold: Option[Path, typer.Argument(help="Annotated articles, one JSON object a line.", metavar="GOLD.jsonl")],
    texts: Option[Path | None, typer.Option(help="Texts for articles that have none: `id` and `text` a line.")] = None,
    predicted: Option[Path | None, typer.Option(help="Measure this output instead of parsing the texts.")] = None,
    against: Option[
        Path | None, typer.Option(help="An older output, to list what got better and what worse since.")
    ] = None,
    save: Option[Path | None, typer.Option(help="Keep what is found here, for a later `--against`.")] = None,
    errors: Option[int, typer.Option(min=0, help="List up to this many errors of each sort.")] = 0,
    exact_names: Option[bool, typer.Option("--exact-names", help="Compare speakers' names letter by letter.")] = False,
    all_figures: Option[
        bool, typer.Option("--all-figures", help="Count figures annotated as vague or elided too.")
    ] = False,
    format: Option[
        ReportFormat | None, typer.Option("--format", "-f", help="Default: `table` on a terminal, `json` in a pipe.")
    ] = None,
) -> None:
    """Measure what is found against annotated articles: precision, recall, F1, and what is wrong."""
    as_json = (format or (ReportFormat.TABLE if sys.stdout.isatty() else ReportFormat.JSON)) is ReportFormat.JSON
    names = operator.eq if exact_names else same_name
    try:
        annotated = list(read_annotated(gold, read_texts(texts) if texts else None))
        rows = _outputs(predicted, annotated) if predicted else _parsed(annotated)
        report = evaluate(rows, names=names, all_figures=all_figures)
        older = None
        if against:
            older = evaluate(_outputs(against, annotated), names=names, all_figures=all_figures)
        if save:
            save_outputs(save, rows)
    except RusPolNewsError as error:
        typer.echo(f"ruspolnews: {error}", err=True)
        raise typer.Exit(1) from None
    if as_json:
        data = measure(report).to_dict()
        if errors:
            data["errors"] = [fault_to_dict(fault) for fault in list_flaws(report)]
        if older:
            data["against"] = comparison_to_dict(older, compare(older, report))
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    print_report(report, errors)
    if older:
        print_comparison(older, report, compare(older, report))


def _parsed(annotated: Sequence[Annotated]) -> list[tuple[Annotated, Article]]:
    """Parse the texts of the annotated articles, quantities too where some are annotated."""
    kinds = {figure.kind.value for gold in annotated for figure in gold.article.figures}
    parser = Parser(quantities="quantity" in kinds)
    rows = []
    for gold, found in zip(annotated, parser.pipe(gold.article.text for gold in annotated), strict=True):
        if isinstance(found, Failure):
            raise found.error
        rows.append((gold, found))
    return rows


def _outputs(path: Path, annotated: Sequence[Annotated]) -> list[tuple[Annotated, Article]]:
    """Read an output, and warn of articles that it lacks."""
    rows, lacking = read_outputs(path, annotated)
    if lacking:
        typer.echo(f"ruspolnews: {path}: nothing on {len(lacking)} articles, such as {lacking[0]!r}", err=True)
    return rows
