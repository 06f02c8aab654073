"""Reads the tables that lie beside this module and fails loudly on a bad row.

A table is UTF-8, tab separated. Lines that begin with `#` are its header (what it holds, sources, where additions
go); the first other line names the columns. A `-` is an empty cell.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from ruspolnews.errors import LexiconError

__all__ = ["Row", "Table", "load", "parse_table", "read_table"]

Row = Mapping[str, str]


class Table:
    """The rows of one table, in file order; each row maps column names to cells."""

    __slots__ = ("columns", "name", "rows")

    def __init__(self, name: str, columns: tuple[str, ...], rows: tuple[Row, ...]) -> None:
        self.name = name
        self.columns = columns
        self.rows = rows

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def parse_table(name: str, lines: Iterable[str], required: tuple[str, ...] = ()) -> Table:
    """Return the table that `lines` spell.

    Raises:
        LexiconError: a row has too few or too many cells, a required cell is empty, or a row stands twice.
    """
    columns: tuple[str, ...] = ()
    rows: list[Row] = []
    seen: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r\n")
        if line.startswith("#") or not line.strip():
            continue
        cells = tuple([cell.strip() for cell in line.split("\t")])
        if not columns:
            columns = cells
            missing = [column for column in required if column not in columns]
            if missing:
                raise LexiconError(f"{name}, line {number}: no column {missing[0]!r} in {list(columns)}")
            continue
        if len(cells) != len(columns):
            raise LexiconError(f"{name}, line {number}: {len(cells)} cells, {len(columns)} columns: {line!r}")
        if cells in seen:
            raise LexiconError(f"{name}, line {number}: the same row as line {seen[cells]}: {line!r}")
        seen[cells] = number
        row = dict(zip(columns, cells, strict=True))
        if "-" in cells:
            row = {column: "" if cell == "-" else cell for column, cell in row.items()}
        for column in required:
            if not row[column]:
                raise LexiconError(f"{name}, line {number}: column {column!r} is empty: {line!r}")
        rows.append(row)
    if not columns:
        raise LexiconError(f"{name}: no line that names the columns")
    return Table(name, columns, tuple(rows))


def read_table(path: str | os.PathLike[str], *required: str) -> Table:
    """Return a table from a file of one's own, in the layout of the library's tables.

    Raises:
        LexiconError: the file cannot be read, is no UTF-8, or has a bad row.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: is no UTF-8: byte 0x{error.object[error.start]:02x} at {error.start}") from None
    return parse_table(Path(path).name, text.split("\n"), required)


@cache
def load(name: str, *required: str) -> Table:
    """Return the table `name` (without `.tsv`) of the library.

    Raises:
        LexiconError: there is no such table, or it has a bad row.
    """
    file = resources.files("ruspolnews.lexicon").joinpath(f"{name}.tsv")
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        raise LexiconError(f"no table {name!r} in ruspolnews.lexicon") from None
    return parse_table(f"{name}.tsv", text.split("\n"), required)
