"""Commands and options."""

from __future__ import annotations

import json
import sys
from importlib import resources
from typing import Annotated

import typer

from ruspolnews import Parser, __version__
from ruspolnews.cli.archive import index_command, search_command
from ruspolnews.cli.evaluate import evaluate_command
from ruspolnews.cli.parse import Format, parse_command, show
from ruspolnews.cli.report import report_command
from ruspolnews.export.schema import article_schema

__all__ = ["app"]

app = typer.Typer(
    help="Who said what, and how much money, in Russian political news.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        help="`json` is indented, `jsonl` one line an article. Default: `table` on a terminal, `jsonl` in a pipe.",
    ),
]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of the command itself."""


@app.command()
def demo(format: FormatOption = None) -> None:
    """Parse an example article that comes with the package."""
    text = resources.files("ruspolnews.cli").joinpath("demo.txt").read_text("utf-8")
    if format is Format.TABLE or (format is None and sys.stdout.isatty()):
        typer.echo(text)
    show("demo", Parser().parse(text), format)


@app.command()
def schema() -> None:
    """Print the JSON Schema of an article."""
    typer.echo(json.dumps(article_schema(), ensure_ascii=False, indent=2))


app.command("parse")(parse_command)
app.command("report")(report_command)
app.command("evaluate")(evaluate_command)
app.command("index")(index_command)
app.command("search")(search_command)
