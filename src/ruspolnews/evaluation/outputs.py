"""Outputs of a version: what was found in the annotated articles, parsed now or kept in a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from ruspolnews.errors import FormatError, InputError
from ruspolnews.evaluation.annotated import Annotated, read_annotated, rows_of
from ruspolnews.export.reading import Reader
from ruspolnews.model import Article

__all__ = ["Rows", "read_outputs", "read_texts", "save_outputs"]

Rows = list[tuple[Annotated, Article]]


def read_texts(path: Path) -> dict[str, str]:
    """Return the texts of a file of JSON objects with `id` and `text`, by id.

    Raises:
        InputError: the file cannot be read.
        FormatError: a line is no such object.
    """
    readers = [Reader(row, place) for place, row in rows_of(path)]
    return {read.get("id", str): read.get("text", str) for read in readers}


def read_outputs(path: Path, gold: Sequence[Annotated]) -> tuple[Rows, list[str]]:
    """Return the annotated articles, each with what a file says was found in it.

    The file holds what `save_outputs` or `ruspolnews parse --format jsonl` wrote; articles are matched by id.

    Returns:
        Two lists, of the rows and of the ids that the file does not hold; nothing counts as found there.

    Raises:
        InputError: the file cannot be read.
        FormatError: a row is no article, or its text is not the annotated one.
    """
    texts = {annotated.id: annotated.article.text for annotated in gold}
    found = {output.id: output.article for output in read_annotated(path, texts) if output.id in texts}
    for name, article in found.items():
        if article.text != texts[name]:
            raise FormatError(f"{path}: the text of {name!r} is not the annotated one, so places cannot be compared")
    rows = [(annotated, found.get(annotated.id, Article(annotated.article.text))) for annotated in gold]
    return rows, [annotated.id for annotated in gold if annotated.id not in found]


def save_outputs(path: Path, rows: Iterable[tuple[Annotated, Article]]) -> None:
    """Write what was found, one JSON object a line, for a later comparison.

    Raises:
        InputError: the file cannot be written.
    """
    lines = [json.dumps({"id": gold.id, **article.to_dict()}, ensure_ascii=False) + "\n" for gold, article in rows]
    try:
        path.write_text("".join(lines), "utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None
