"""The commands `index` and `search`: an archive of quotes in a DuckDB file."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from io import TextIOWrapper
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ruspolnews import QuoteKind, RusPolNewsError
from ruspolnews.archive import Archive, Hit, Input
from ruspolnews.files import Document, Unread, read_documents
from ruspolnews.files.writing import harmless

__all__ = ["index_command", "search_command"]

DbOption = Annotated[Path, typer.Option("--db", help="The archive, a DuckDB file.")]


class HitFormat(StrEnum):
    """How hits are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def index_command(
    inputs: Annotated[
        list[str],
        typer.Argument(help="Files, folders or patterns, as for `parse`; `-` is standard input."),
    ],
    db: DbOption = Path("quotes.duckdb"),
    text_column: Annotated[str, typer.Option(help="Where tables and JSON lines keep the text.")] = "text",
    id_column: Annotated[str, typer.Option(help="Where they keep its name.")] = "id",
) -> None:
    """Store articles with their quotes, speakers and amounts in an archive."""
    failed: list[str] = []
    try:
        with Archive(db) as archive:
            documents = read_documents(inputs, text_column=text_column, id_column=id_column)
            added = archive.add(_readable(documents, failed))
    except RusPolNewsError as error:
        typer.echo(f"ruspolnews: {error}", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{db}: {added.new} new, {added.replaced} replaced, {added.unchanged} unchanged", err=True)
    if failed:
        typer.echo(f"ruspolnews: {len(failed)} document{'' if len(failed) == 1 else 's'} failed", err=True)
        raise typer.Exit(1)


def _readable(documents: Iterable[Document | Unread], failed: list[str]) -> Iterator[Input]:
    """Yield what can be stored; tell what cannot, and go on."""
    for document in documents:
        try:
            if isinstance(document, Unread):
                raise document.error
            yield Input.of(document.text, document.id if document.named else None)
        except RusPolNewsError as error:
            failed.append(document.id)
            place = "" if document.id in str(error) else f"{document.id}: "
            typer.echo(f"ruspolnews: {place}{error}", err=True)


def search_command(
    words: Annotated[str, typer.Argument(help="Words that the quote holds, in whatever form.")] = "",
    speaker: Annotated[str, typer.Option(help="Words of the speaker's name or roles.")] = "",
    kind: Annotated[QuoteKind | None, typer.Option(help="Quotes of this kind only.")] = None,
    join_speakers: Annotated[
        bool, typer.Option("--join-speakers", help="Take one name for one person in all articles, and group by it.")
    ] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Print so many at most.")] = None,
    db: DbOption = Path("quotes.duckdb"),
    format: Annotated[
        HitFormat | None, typer.Option("--format", "-f", help="Default: `table` on a terminal, `json` in a pipe.")
    ] = None,
) -> None:
    """Find who said what about something in an archive."""
    try:
        with Archive(db, read_only=True) as archive:
            hits = archive.search(
                words, speaker=speaker, kind=kind.value if kind else "", join_speakers=join_speakers, limit=limit
            )
    except RusPolNewsError as error:
        typer.echo(f"ruspolnews: {error}", err=True)
        raise typer.Exit(1) from None
    format = format or (HitFormat.TABLE if sys.stdout.isatty() else HitFormat.JSON)
    if format is HitFormat.TABLE:
        _print_table(hits, join_speakers)
        return
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    if format is HitFormat.JSON:
        typer.echo(json.dumps([hit.to_dict() for hit in hits], ensure_ascii=False, indent=2))
    else:
        typer.echo(_csv(hits), nl=False)


def _csv(hits: Sequence[Hit]) -> str:
    """Return a table for a spreadsheet; `start` and `stop` are the ends of the content in the article."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        ["article", "title", "speaker", "named", "roles", "kind", "cue", "text", "start", "stop", "figures"]
    )
    for hit in hits:
        roles, figures = "; ".join(hit.roles), "; ".join(hit.figures)
        place = [hit.spans[0].start, hit.spans[-1].stop] if hit.spans else [None, None]
        words = (hit.article, hit.title, hit.speaker, hit.named, roles, hit.kind, hit.cue, hit.text)
        writer.writerow([*(harmless(word or "") for word in words), *place, harmless(figures)])
    return out.getvalue()


def _print_table(hits: Sequence[Hit], joined: bool) -> None:
    """Print the hits; if speakers are joined, a table for each of them."""
    console = Console()
    if not joined:
        console.print(_table(f"{len(hits)} quotes" if len(hits) != 1 else "1 quote", hits))
        return
    for speaker, group in groupby(hits, lambda hit: hit.speaker):
        said = list(group)
        articles = len({hit.article for hit in said})
        console.print(
            _table(f"{speaker or '—'}: {len(said)} in {articles} article{'' if articles == 1 else 's'}", said)
        )


def _table(title: str, hits: Sequence[Hit]) -> Table:
    table = Table(title=Text(title), title_justify="left", show_lines=True)
    table.add_column("speaker", style="bold", min_width=14)
    table.add_column("cue")
    table.add_column("content", ratio=1)
    table.add_column("article", overflow="fold")
    for hit in hits:
        named = hit.named or "—"
        speaker = Text.assemble(named, ("\n" + hit.roles[0] if hit.roles else "", "dim"))
        table.add_row(speaker, Text(hit.cue or "—"), Text(hit.text), Text(hit.article))
    return table
