"""Commands and options."""

from __future__ import annotations

import sys
from enum import StrEnum
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from ruspolnews import Article, InputError, Parser, RusPolNewsError, __version__
from ruspolnews.cli.archive import index_command, search_command
from ruspolnews.cli.evaluate import evaluate_command
from ruspolnews.cli.show import print_json, print_table

__all__ = ["app"]

app = typer.Typer(
    help="Who said what, and how much money, in Russian political news.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class Format(StrEnum):
    """How results are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


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
def parse(
    files: Annotated[list[str], typer.Argument(help="Text files in UTF-8; `-` is standard input.", metavar="FILE…")],
    format: FormatOption = None,
) -> None:
    """Print the quotes, speakers and amounts of articles, one file an article."""
    parser = Parser()
    failed = False
    for name in files:
        try:
            _print(name, parser.parse(_read(name)), format)
        except RusPolNewsError as error:
            typer.echo(f"ruspolnews: {name}: {error}", err=True)
            failed = True
    if failed:
        raise typer.Exit(1)


@app.command()
def demo(format: FormatOption = None) -> None:
    """Parse an example article that comes with the package."""
    text = resources.files("ruspolnews.cli").joinpath("demo.txt").read_text("utf-8")
    if (format or _default()) is Format.TABLE:
        typer.echo(text)
    _print("demo", Parser().parse(text), format)


app.command("evaluate")(evaluate_command)
app.command("index")(index_command)
app.command("search")(search_command)


def _read(name: str) -> str:
    """Return the text of a file or of standard input.

    Raises:
        InputError: the file cannot be read or is not UTF-8; the message names the byte.
    """
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}; "
            "convert it first, for example with iconv -f cp1251 -t utf-8"
        ) from None


def _default() -> Format:
    return Format.TABLE if sys.stdout.isatty() else Format.JSONL


def _print(name: str, article: Article, format: Format | None) -> None:
    format = format or _default()
    if format is Format.TABLE:
        print_table(name, article)
    else:
        print_json(name, article, indent=2 if format is Format.JSON else None)
