"""`ruspolnews parse`: from files to results, in order, with what failed reported at the end."""

from __future__ import annotations

import json
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from glob import glob
from pathlib import Path
from typing import IO, Annotated, Protocol

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from ruspolnews import Article, Failure, FormatError, InputError, Parser, QuoteKind, RusPolNewsError
from ruspolnews.cli.show import print_table
from ruspolnews.files import FORMATS, Document, Selection, Unread, Writer, open_writer, read_documents
from ruspolnews.files.reading import count_documents
from ruspolnews.files.writing import JsonLines
from ruspolnews.lexicon import load, read_table

__all__ = ["Format", "parse_command", "show"]


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"


class Errors(StrEnum):
    """What a document that fails does to the others."""

    SKIP = "skip"
    FAIL = "fail"


class _Output(Protocol):
    def add(self, id: str, article: Article) -> None: ...

    def close(self) -> None: ...

    def abandon(self) -> None: ...


def parse_command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="Files (.txt, .html, .jsonl, .csv, .parquet, also .gz), folders, patterns; `-` is standard input.",
            metavar="INPUT…",
        ),
    ],
    format: Annotated[
        Format | None,
        typer.Option(
            "--format", "-f", help="Default: the ending of --output, else `table` on a terminal, `jsonl` in a pipe."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file that appears whole or not at all.")
    ] = None,
    text_column: Annotated[str, typer.Option(help="Where tables and JSON lines keep the text.")] = "text",
    id_column: Annotated[str, typer.Option(help="Where they keep its name.")] = "id",
    input_format: Annotated[
        str | None, typer.Option(help="The kind of all inputs, whatever their endings: txt, html, jsonl, csv, parquet.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 1,
    errors: Annotated[Errors, typer.Option(help="`skip`: report at the end and go on; `fail`: stop at the first.")] = (
        Errors.SKIP
    ),
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an interrupted run to the same --output (.jsonl).")
    ] = False,
    verbs: Annotated[
        Path | None, typer.Option(help="A table of your own verbs of speech (lemma, stance, frames, tab separated).")
    ] = None,
    speaker: Annotated[str | None, typer.Option(help="Keep quotes whose speaker's name has these words.")] = None,
    kind: Annotated[QuoteKind | None, typer.Option(help="Keep quotes of this kind.")] = None,
    currency: Annotated[str | None, typer.Option(help="Keep amounts in this currency, and quotes with one.")] = None,
    min_amount: Annotated[
        str | None, typer.Option(help="Keep amounts that may be this high (1000000), and quotes with one.")
    ] = None,
) -> None:
    """Find the quotes, speakers and amounts of articles."""
    try:
        wanted = _selection(speaker, kind, currency, min_amount)
        parser = Parser(verbs=None if verbs is None else read_table(verbs))
        if output is not None and any(_same(name, output) for name in inputs):
            raise InputError(f"{output}: is an input too and would be lost: choose another --output")
        documents = read_documents(inputs, text_column=text_column, id_column=id_column, kind=input_format)
        out = _open(format, output, resume=resume)
    except RusPolNewsError as error:
        typer.echo(f"ruspolnews: {error}", err=True)
        raise typer.Exit(2) from None
    done = out.done if isinstance(out, _Resumable) else deque[str]()
    failed = 0
    try:
        for id, result in _watched(
            _results(parser, _after(documents, done), workers), inputs, input_format, quiet=output is None
        ):
            if isinstance(result, Article):
                if done:
                    break  # the inputs are others than those of the interrupted run: leave what it wrote
                out.add(id, wanted.of(result))
                continue
            failed += 1
            typer.echo(f"ruspolnews: {result}", err=True)
            if errors is Errors.FAIL:
                raise typer.Exit(1)
        if done:
            raise InputError(f"the interrupted run had document {done[0]!r} here: the inputs are others now")
        out.close()
    except RusPolNewsError as error:
        out.abandon()
        typer.echo(f"ruspolnews: {error}", err=True)
        raise typer.Exit(2) from None
    except KeyboardInterrupt:
        out.abandon()
        typer.echo(f"ruspolnews: interrupted{out.how_to_go_on if isinstance(out, _Resumable) else ''}", err=True)
        raise typer.Exit(130) from None
    except BaseException:
        out.abandon()
        raise
    if failed:
        typer.echo(f"ruspolnews: {failed} document{'' if failed == 1 else 's'} failed", err=True)
        raise typer.Exit(1)


def _selection(speaker: str | None, kind: QuoteKind | None, currency: str | None, least: str | None) -> Selection:
    """Return what the filters keep.

    Raises:
        InputError: a filter makes no sense.
    """
    if speaker is not None and not speaker.strip():
        raise InputError("--speaker needs a name")
    if currency is not None and currency.upper() not in {row["code"] for row in load("currencies", "code")}:
        raise InputError(f"--currency needs a code of ISO 4217 such as RUB, got {currency!r}")
    try:
        amount = None if least is None else Decimal(least.replace("_", ""))
    except ArithmeticError:
        raise InputError(f"--min-amount needs a number such as 1000000, got {least!r}") from None
    if amount is not None and not amount.is_finite():
        raise InputError(f"--min-amount needs a number such as 1000000, got {least!r}")
    return Selection(speaker, kind, currency, amount)


def _same(name: str, output: Path) -> bool:
    """Whether an input is the output, or a folder or pattern that holds it."""
    target = output.resolve()
    path = Path(name)
    if path.is_dir():
        return path.resolve() in target.parents and target.exists()
    return path.resolve() == target or any(Path(match).resolve() == target for match in glob(name, recursive=True))


def show(name: str, article: Article, format: Format | None) -> None:
    """Print one article in a format for standard output."""
    out = _open(format, None, resume=False)
    out.add(name, article)
    out.close()


def _after(documents: Iterable[Document | Unread], done: deque[str]) -> Iterator[Document | Unread]:
    """Yield the documents that an interrupted run has not written; `done` loses those that it has."""
    for document in documents:
        if done and isinstance(document, Document) and document.id == done[0]:
            done.popleft()
        else:
            yield document


def _results(
    parser: Parser, documents: Iterable[Document | Unread], workers: int
) -> Iterator[tuple[str, Article | str]]:
    """Yield each document's id with its article, or with what went wrong, in order."""
    waiting: deque[Document | Unread] = deque()

    def texts() -> Iterator[str]:
        for document in documents:
            waiting.append(document)
            if isinstance(document, Document):
                yield document.text

    for result in parser.pipe(texts(), workers=workers):
        yield from _unread(waiting)
        document = waiting.popleft()
        yield document.id, f"{document.id}: {result.error}" if isinstance(result, Failure) else result
    yield from _unread(waiting)


def _unread(waiting: deque[Document | Unread]) -> Iterator[tuple[str, str]]:
    while waiting and isinstance(waiting[0], Unread):
        document = waiting.popleft()
        if isinstance(document, Unread):
            yield document.id, str(document.error)


def _watched(
    results: Iterator[tuple[str, Article | str]], inputs: list[str], kind: str | None, *, quiet: bool
) -> Iterator[tuple[str, Article | str]]:
    """Yield the results; on a terminal, show how many there are, how fast, and how long it takes yet.

    `quiet` says that the results go to standard output, where a bar would be in their way if that is the terminal too.
    """
    if not sys.stderr.isatty() or (quiet and sys.stdout.isatty()):
        yield from results
        return
    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=count_documents(inputs, kind), rate="")
        for number, result in enumerate(results, 1):
            speed = progress.tasks[task].speed
            progress.update(task, completed=number, rate=f"{speed:.0f} documents/s" if speed else "")
            yield result


def _open(format: Format | None, output: Path | None, *, resume: bool) -> _Output:
    """Return where results go.

    Raises:
        InputError: the options do not fit together, or the file cannot be written.
    """
    if output is None:
        if resume:
            raise InputError("--resume needs --output FILE.jsonl")
        format = format or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)
        if format is Format.TABLE:
            return _Table()
        if format in (Format.PARQUET, Format.XLSX):
            raise InputError(f"{format} needs --output FILE")
        return _Stream(FORMATS[format](sys.stdout.buffer))
    if format is Format.TABLE:
        raise InputError("a table is for the terminal: choose json, jsonl, csv, parquet or xlsx for --output")
    if (format or output.suffix.lower()) in (Format.JSONL, ".jsonl"):
        return _Resumable(output, resume=resume)
    if resume:
        raise InputError(f"{output}: only .jsonl output can be resumed")
    return open_writer(output, format)


class _Table:
    """Tables on the terminal."""

    def add(self, id: str, article: Article) -> None:
        print_table(id, article)

    def close(self) -> None:
        pass

    abandon = close


class _Stream:
    """A writer to standard output."""

    def __init__(self, writer: Writer) -> None:
        self.add = writer.add
        self.close = writer.close

    def abandon(self) -> None:
        self.close()


class _Resumable:
    """JSON lines in `FILE.part`, which becomes `FILE` at the end and is kept when a run is cut off.

    Attributes:
        done: the ids that an earlier run wrote, in order; a last line without an end is dropped.
    """

    def __init__(self, path: Path, *, resume: bool) -> None:
        self._path = path
        self._part = path.with_name(path.name + ".part")
        self.done: deque[str] = deque()
        self.how_to_go_on = f": the same command with --resume goes on from {self._part}"
        size = 0
        try:
            if resume and self._part.exists():
                with self._part.open("rb") as part:
                    size = self._read(part)
            self._file = self._part.open("r+b" if size else "wb")
            self._file.truncate(size)
            self._file.seek(size)
        except OSError as error:
            raise InputError(f"{self._part}: cannot be written: {error.strerror}") from None
        self._writer = JsonLines(self._file)
        self.add = self._writer.add

    def _read(self, part: IO[bytes]) -> int:
        """Collect the ids of the lines that are whole; return where the last of them ends."""
        size = 0
        for line in part:
            if not line.endswith(b"\n"):
                break
            try:
                self.done.append(str(json.loads(line)["id"]))
            except (ValueError, KeyError, TypeError) as error:
                raise FormatError(f"{self._part}: is not from an interrupted run: {error}") from None
            size += len(line)
        return size

    def close(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._part.replace(self._path)

    def abandon(self) -> None:
        self._file.close()
