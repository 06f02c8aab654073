"""Documents from files: plain text, HTML, JSON lines, CSV, Parquet, folders and patterns of them, gzipped or not."""

from __future__ import annotations

import csv
import glob
import gzip
import io
import json
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ruspolnews.errors import FormatError, InputError, RusPolNewsError
from ruspolnews.files.decoding import decode
from ruspolnews.files.documents import Document, Unread

__all__ = ["KINDS", "read_documents"]


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


def _file(name: str, kind: str | None, columns: _Columns) -> Iterator[Document | Unread]:
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        if name.endswith(".gz"):
            data = gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Unread(name, InputError(f"{name}: cannot be read: {reason}"))
        return
    try:
        yield from KINDS[kind or _kind_of(name) or "txt"](name, data, columns)
    except RusPolNewsError as error:
        yield Unread(name, error)


def _text(name: str, data: bytes, columns: _Columns) -> Iterator[Document | Unread]:
    yield Document(name, decode(data, name), named=name != "-")


def _html(name: str, data: bytes, columns: _Columns) -> Iterator[Document | Unread]:
    try:
        import trafilatura
    except ModuleNotFoundError:
        raise InputError(f"{name}: HTML needs two more packages: pip install 'ruspolnews[html]'") from None
    text = trafilatura.extract(data, include_comments=False, include_tables=False)
    if not text:
        raise InputError(f"{name}: no main text is found in this page")
    yield Document(name, text)


def _jsonl(name: str, data: bytes, columns: _Columns) -> Iterator[Document | Unread]:
    for number, line in enumerate(data.split(b"\n"), 1):
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


def _csv(name: str, data: bytes, columns: _Columns) -> Iterator[Document | Unread]:
    text = decode(data, name)
    head = text[:4096].split("\n")[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    if columns.text not in (reader.fieldnames or ()):
        raise FormatError(f"{name}: no column {columns.text!r} in {reader.fieldnames}: name it with --text-column")
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    try:
        for number, row in enumerate(reader, 1):
            yield _row(f"{name}:{number}", row, columns)
    except csv.Error as error:
        raise FormatError(f"{name}: line {reader.line_num} is no CSV: {error}") from None


def _parquet(name: str, data: bytes, columns: _Columns) -> Iterator[Document | Unread]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        raise InputError(f"{name}: Parquet needs one more package: pip install 'ruspolnews[arrow]'") from None
    try:
        file = pq.ParquetFile(io.BytesIO(data))
    except pa.ArrowException as error:
        raise FormatError(f"{name}: is no Parquet file: {error}") from None
    names = file.schema_arrow.names
    if columns.text not in names:
        raise FormatError(f"{name}: no column {columns.text!r} in {names}: name it with --text-column")
    number = 0
    for batch in file.iter_batches(256, columns=[c for c in columns if c in names]):
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
    return Document(place, text, named=False) if own in (None, "") else Document(str(own), text)


KINDS: dict[str, Callable[[str, bytes, _Columns], Iterator[Document | Unread]]] = {
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
