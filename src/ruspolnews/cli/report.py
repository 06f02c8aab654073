"""`ruspolnews report`: a page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ruspolnews import Article, Parser, RusPolNewsError
from ruspolnews.files import Document, read_documents
from ruspolnews.files.writing import write_whole

__all__ = ["report_command"]


def report_command(
    inputs: Annotated[
        list[str], typer.Argument(help="Files, folders or patterns, as for `parse`; `-` is standard input.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="The page.")],
    title: Annotated[str, typer.Option(help="What stands above.")] = "Кто что сказал",
    text_column: Annotated[str, typer.Option(help="Where tables and JSON lines keep the text.")] = "text",
    id_column: Annotated[str, typer.Option(help="Where they keep its name.")] = "id",
) -> None:
    """Write one HTML page that shows who said what in the articles."""
    from ruspolnews.export.html import report

    parser = Parser()
    articles: list[tuple[str, Article]] = []
    failed = 0
    for document in read_documents(inputs, text_column=text_column, id_column=id_column):
        try:
            if not isinstance(document, Document):
                raise document.error
            articles.append((document.id, parser.parse(document.text)))
        except RusPolNewsError as error:
            failed += 1
            typer.echo(f"ruspolnews: {error}", err=True)
    try:
        write_whole(output, report(articles, title).encode("utf-8", "replace"))
    except RusPolNewsError as error:
        typer.echo(f"ruspolnews: {error}", err=True)
        raise typer.Exit(2) from None
    if failed:
        raise typer.Exit(1)
