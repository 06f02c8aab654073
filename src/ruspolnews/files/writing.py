"""Results into files: each format is a writer that takes one article after the other."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, Protocol

from ruspolnews.cleaning import half_character
from ruspolnews.errors import InputError
from ruspolnews.model import Article, Figure, Quote, Span

__all__ = ["COLUMNS", "FORMATS", "Writer", "harmless", "open_writer", "rows_of", "write_whole"]

COLUMNS = (
    "id", "what", "kind", "start", "stop", "text", "speaker", "speaker_kind", "gender", "cue", "stance", "source",
    "low", "high", "currency", "bound",
)  # fmt: skip
"""The columns of CSV and spreadsheets, one row a quote or an amount; offsets are characters, half open."""
_NUMBERS = ("low", "high")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Writer(Protocol):
    """What takes results; `close` completes the file."""

    def add(self, id: str, article: Article) -> None:
        """Write one article."""

    def close(self) -> None:
        """Complete the file."""


def rows_of(id: str, article: Article) -> Iterator[dict[str, str | int]]:
    """Yield the quotes and the amounts of an article as rows of `COLUMNS`, quotes first."""
    for quote in article.quotes:
        yield {"id": id, "what": "quote", **_quote(quote)}
    for figure in article.figures:
        yield {"id": id, "what": "amount", **_figure(figure)}


def _quote(quote: Quote) -> dict[str, str | int]:
    speaker = quote.speaker
    whole = Span(quote.spans[0].start, quote.spans[-1].stop)
    return {
        "kind": quote.kind.value,
        "start": whole.start,
        "stop": whole.stop,
        "text": quote.text,
        "speaker": speaker.name if speaker else "",
        "speaker_kind": speaker.kind.value if speaker else "",
        "gender": speaker.gender.value if speaker and speaker.gender else "",
        "cue": quote.cue.lemma if quote.cue else "",
        "stance": quote.cue.stance.value if quote.cue else "",
        "source": quote.source.text if quote.source else "",
    }


def _figure(figure: Figure) -> dict[str, str | int]:
    return {
        "kind": figure.kind.value,
        "start": figure.span.start,
        "stop": figure.span.stop,
        "text": figure.text,
        "low": "" if figure.low is None else f"{figure.low:f}",
        "high": "" if figure.high is None else f"{figure.high:f}",
        "currency": figure.currency or "",
        "bound": figure.bound.value,
    }


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before what looks like one."""
    return "'" + cell if cell.startswith(_FORMULA) else cell


class _Text:
    """A writer to a text file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def _write(self, text: str) -> None:
        self._file.write(text.encode())

    def close(self) -> None:
        self._file.flush()


class JsonLines(_Text):
    """One object a line."""

    def add(self, id: str, article: Article) -> None:
        """Write one line, whole."""
        self._write(json.dumps({"id": id, **article.to_dict()}, ensure_ascii=False) + "\n")


class Json(_Text):
    """One indented object, or a list where there are several."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file)
        self._first = ""
        self._several = False

    def add(self, id: str, article: Article) -> None:
        """Write one object; the first waits for a second."""
        data = json.dumps({"id": id, **article.to_dict()}, ensure_ascii=False, indent=2)
        if not self._first:
            self._first = data
            return
        if not self._several:
            self._write("[\n" + self._first)
            self._several = True
        self._write(",\n" + data)

    def close(self) -> None:
        """Close the list."""
        self._write("\n]\n" if self._several else (self._first or "[]") + "\n")
        super().close()


class Csv(_Text):
    """A row for each quote and amount; cells that a spreadsheet would take for formulas begin with an apostrophe."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file)
        self._rows = csv.DictWriter(_Lines(self._write), COLUMNS, restval="")
        self._rows.writeheader()

    def add(self, id: str, article: Article) -> None:
        """Write the rows of one article."""
        for row in rows_of(id, article):
            self._rows.writerow(
                {
                    key: harmless(cell) if isinstance(cell, str) and key not in _NUMBERS else cell
                    for key, cell in row.items()
                }
            )


class _Lines:
    """A file for `csv` that writes text."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self.write = write


class Parquet:
    """A row for each article, in the columns of `ruspolnews.arrow.SCHEMA`."""

    _BATCH = 200

    def __init__(self, file: IO[bytes]) -> None:
        try:
            import pyarrow.parquet as pq
        except ModuleNotFoundError:
            raise InputError("Parquet needs one more package: pip install 'ruspolnews[arrow]'") from None
        from ruspolnews.arrow import SCHEMA

        self._writer = pq.ParquetWriter(file, SCHEMA)
        self._waiting: list[tuple[str | None, Any]] = []

    def add(self, id: str, article: Article) -> None:
        """Keep the article until there are enough for a group of rows."""
        self._waiting.append((id, article))
        if len(self._waiting) >= self._BATCH:
            self._flush()

    def _flush(self) -> None:
        from ruspolnews.arrow import to_table

        self._writer.write_table(to_table(self._waiting))
        self._waiting.clear()

    def close(self) -> None:
        """Write what waits, and the footer."""
        if self._waiting:
            self._flush()
        self._writer.close()


class Spreadsheet:
    """An `.xlsx` file with a row for each quote and amount; every text cell is text, whatever it begins with."""

    def __init__(self, file: IO[bytes]) -> None:
        try:
            import xlsxwriter
        except ModuleNotFoundError:
            raise InputError("xlsx needs one more package: pip install 'ruspolnews[xlsx]'") from None
        self._book = xlsxwriter.Workbook(file, {"constant_memory": True, "in_memory": False})
        self._sheet = self._book.add_worksheet("ruspolnews")
        self._row = 0
        for place, column in enumerate(COLUMNS):
            self._sheet.write_string(0, place, column)

    def add(self, id: str, article: Article) -> None:
        """Write the rows of one article."""
        for row in rows_of(id, article):
            self._row += 1
            for place, column in enumerate(COLUMNS):
                cell = row.get(column, "")
                if isinstance(cell, int) or (cell and column in _NUMBERS):
                    self._sheet.write_number(self._row, place, float(cell))
                else:
                    self._sheet.write_string(self._row, place, cell[:32_767])

    def close(self) -> None:
        """Write the book."""
        self._book.close()


FORMATS: dict[str, Callable[[IO[bytes]], Writer]] = {
    "json": Json,
    "jsonl": JsonLines,
    "csv": Csv,
    "parquet": Parquet,
    "xlsx": Spreadsheet,
}
"""The writers by format, which is also the ending of the file."""


class _Whole:
    """A writer whose file appears whole when it is closed, or not at all."""

    def __init__(self, path: Path, format: str) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.{os.getpid()}.part")
        self._file = self._part.open("wb")
        try:
            self._writer = FORMATS[format](self._file)
        except BaseException:
            self.abandon()
            raise

    def add(self, id: str, article: Article) -> None:
        for value in (id, article.text):
            half = half_character(value)
            if half is not None:
                raise InputError(f"{id!r} cannot be written: half a character at offset {half} of {value[:20]!r}")
        self._writer.add(id, article)

    def close(self) -> None:
        self._writer.close()
        self._file.close()
        self._part.replace(self._path)

    def abandon(self) -> None:
        """Remove what was written."""
        self._file.close()
        self._part.unlink(missing_ok=True)


def open_writer(path: str | os.PathLike[str], format: str | None = None) -> _Whole:
    """Return a writer to a file that appears whole on `close`; `abandon` leaves nothing.

    Raises:
        InputError: the ending names no format, an extra is missing, or the folder cannot be written to.
    """
    path = Path(path)
    format = format or path.suffix.lower().removeprefix(".")
    if format not in FORMATS:
        raise InputError(f"{path}: the ending names no format; known are {', '.join(FORMATS)}")
    try:
        return _Whole(path, format)
    except OSError as error:
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file that appears whole or not at all.

    Raises:
        InputError: the folder cannot be written to.
    """
    path = Path(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise InputError(f"{path}: cannot be written: {error.strerror}") from None
