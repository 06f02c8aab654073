"""Documents from files: plain text, HTML, JSON lines, CSV, Parquet, folders and patterns of them, gzipped or not."""

from __future__ import annotations

import codecs
import csv
import glob
import gzip
import io
import json
import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from pathlib import Path
from typing import IO, Any, NamedTuple, TextIO

from ruspolnews.cleaning import half_character
from ruspolnews.errors import FormatError, InputError, RusPolNewsError
from ruspolnews.files.decoding import decode
from ruspolnews.files.documents import Document, Unread

__all__ = ["KINDS", "count_documents", "read_documents"]


_PIECE = 1 << 20
_LONGEST_FIELD = (1 << 31) - 1


class _Columns(NamedTuple):
    text: str
    id: str


def read_documents(
    names: Iterable[str], *, text_column: str = "text", id_column: str = "id", kind: str | None = None
) -> Iterator[Document | Unread]:
    """Yield the documents of files in order; what cannot be read is an `Unread`, and the others go on.

    Args:
        names: files; folders, read with all in them that has a known ending; patterns (`news/*.txt`); `-` is standard
            input. The ending tells the kind, before `.gz` too: `.txt`, `.html`, `.jsonl`, `.csv`, `.parquet`.
        text_column: where tables and JSON lines keep the text.
        id_column: where they keep its name; without one, a document is called `file:number`.
        kind: the kind of all files, whatever their endings (`txt`, `html`, `jsonl`, `csv`, `parquet`).

    Raises:
        InputError: `kind` is unknown.
    """
    if kind is not None and kind not in KINDS:
        raise InputError(f"kind must be one of {', '.join(KINDS)}, got {kind!r}")
    columns = _Columns(text_column, id_column)
    for name in names:
        try:
            for path in _expanded(name):
                yield from _file(path, kind, columns)
        except RusPolNewsError as error:
            yield Unread(name, error)


def count_documents(names: Iterable[str], kind: str | None = None) -> int | None:
    """Return how many documents are to come, as far as the files tell quickly; `None` where they do not.

    A text or a page is one, JSON lines are counted, Parquet says it itself; CSV, gzip and standard input do not tell.
    """
    total = 0
    for name in names:
        try:
            for path in _expanded(name):
                number = _count(path, kind or _kind_of(path) or "txt")
                if number is None:
                    return None
                total += number
        except (RusPolNewsError, OSError):
            continue
    return total


def _count(path: str, kind: str) -> int | None:
    if kind in ("txt", "html"):
        return 1
    if path == "-" or path.endswith(".gz"):
        return None
    if kind == "jsonl":
        with Path(path).open("rb") as file:
            return sum(1 for line in file if not line.isspace())
    if kind == "parquet":
        try:
            import pyarrow as pa
            import pyarrow.parquet as pq
        except ModuleNotFoundError:
            return None
        try:
            return int(pq.read_metadata(path).num_rows)
        except pa.ArrowException:
            return None
    return None


def _expanded(name: str) -> Iterator[str]:
    path = Path(name)
    if name == "-" or path.is_file():
        yield name
    elif path.is_dir():
        found = sorted(str(inner) for inner in path.rglob("*") if inner.is_file() and _kind_of(inner.name))
        if not found:
            raise InputError(f"{name}: no file in this folder has a known ending ({', '.join(_ENDINGS)})")
        yield from found
    elif glob.has_magic(name):
        matched = sorted(glob.glob(name, recursive=True))
        if not matched:
            raise InputError(f"{name}: no file matches")
        for match in matched:
            if Path(match).is_file():
                yield match
    else:
        raise InputError(f"{name}: cannot be read: no such file or folder")


def _kind_of(name: str) -> str | None:
    return _ENDINGS.get(Path(name.removesuffix(".gz")).suffix.lower())


def _file(path: str, kind: str | None, columns: _Columns) -> Iterator[Document | Unread]:
    name = os.fsencode(path).decode("utf-8", "replace")
    try:
        with _opened(path) as file:
            yield from KINDS[kind or _kind_of(path) or "txt"](name, file, columns)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Unread(name, InputError(f"{name}: cannot be read: {reason}"))
    except RusPolNewsError as error:
        yield Unread(name, error)


def _opened(path: str) -> AbstractContextManager[Any]:
    if path == "-":
        return nullcontext(sys.stdin.buffer)
    return gzip.open(path) if path.endswith(".gz") else Path(path).open("rb")


def _text(name: str, file: IO[bytes], columns: _Columns) -> Iterator[Document | Unread]:
    yield Document(name, decode(file.read(), name), named=name != "-")


def _html(name: str, file: IO[bytes], columns: _Columns) -> Iterator[Document | Unread]:
    try:
        import trafilatura
    except ModuleNotFoundError:
        raise InputError(f"{name}: HTML needs two more packages: pip install 'ruspolnews[html]'") from None
    text = trafilatura.extract(file.read(), include_comments=False, include_tables=False)
    if not text:
        raise InputError(f"{name}: no main text is found in this page")
    yield Document(name, text)


def _jsonl(name: str, file: IO[bytes], columns: _Columns) -> Iterator[Document | Unread]:
    for number, line in enumerate(file, 1):
        place = f"{name}:{number}"
        if not line.strip():
            continue
        try:
            row: Any = json.loads(decode(line, place))
        except RusPolNewsError as error:
            yield Unread(place, error)
        except ValueError as error:
            yield Unread(place, FormatError(f"{place}: no JSON: {error}"))
        else:
            yield _row(place, row, columns)


def _csv(name: str, file: IO[bytes], columns: _Columns) -> Iterator[Document | Unread]:
    text = _lines(name, file)
    head = text.readline()
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(chain([head], text), delimiter=delimiter)
    if columns.text not in (reader.fieldnames or ()):
        raise FormatError(f"{name}: no column {columns.text!r} in {reader.fieldnames}: name it with --text-column")
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        for number, row in enumerate(reader, 1):
            yield _row(f"{name}:{number}", row, columns)
    except csv.Error as error:
        raise FormatError(f"{name}: line {reader.line_num} is no CSV: {error}") from None


def _lines(name: str, file: IO[bytes]) -> TextIO:
    """Return the lines of a file that can be read twice as they are read, else those of all its bytes."""
    if not file.seekable():
        return io.StringIO(decode(file.read(), name), newline="")
    check = codecs.getincrementaldecoder("utf-8")()
    try:
        while piece := file.read(_PIECE):
            check.decode(piece)
        check.decode(b"", final=True)
    except UnicodeDecodeError:
        file.seek(0)
        return io.StringIO(decode(file.read(), name), newline="")
    file.seek(0)
    return io.TextIOWrapper(file, "utf-8-sig", newline="")


def _parquet(name: str, file: IO[bytes], columns: _Columns) -> Iterator[Document | Unread]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        raise InputError(f"{name}: Parquet needs one more package: pip install 'ruspolnews[arrow]'") from None
    try:
        table = pq.ParquetFile(file if file.seekable() else io.BytesIO(file.read()))
    except pa.ArrowException as error:
        raise FormatError(f"{name}: is no Parquet file: {error}") from None
    names = table.schema_arrow.names
    if columns.text not in names:
        raise FormatError(f"{name}: no column {columns.text!r} in {names}: name it with --text-column")
    number = 0
    for batch in table.iter_batches(256, columns=[c for c in columns if c in names]):
        for row in batch.to_pylist():
            number += 1
            yield _row(f"{name}:{number}", row, columns)


def _row(place: str, row: Any, columns: _Columns) -> Document | Unread:
    """Return the document of a row; its id is the row's own, else the place."""
    if not isinstance(row, Mapping):
        return Unread(place, FormatError(f"{place}: a JSON object is needed, got {type(row).__name__}"))
    text = row.get(columns.text)
    if not isinstance(text, str):
        got = f"got {type(text).__name__}" if columns.text in row else f"it has {', '.join(map(str, row))}"
        return Unread(place, FormatError(f"{place}: a string {columns.text!r} is needed, {got}"))
    own = row.get(columns.id)
    document = Document(place, text, named=False) if own in (None, "") else Document(str(own), text)
    for column, value in ((columns.text, text), (columns.id, document.id)):
        half = half_character(value)
        if half is not None:
            return Unread(
                place,
                FormatError(f"{place}: {column!r} holds half a character at offset {half}: \\u{ord(value[half]):04x}"),
            )
    return document


KINDS: dict[str, Callable[[str, IO[bytes], _Columns], Iterator[Document | Unread]]] = {
    "txt": _text,
    "html": _html,
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
}
"""How each kind of file is read."""
_ENDINGS = {
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
}
