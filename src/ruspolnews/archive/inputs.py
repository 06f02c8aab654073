"""Texts to be stored: the one place that knows what files look like."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs

from ruspolnews.errors import FormatError, InputError

__all__ = ["Input", "digest_of", "read_inputs"]


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _writable(item: Input, attribute: attrs.Attribute[str], value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"the {attribute.name} holds half a character, at offset {error.start}") from None


@attrs.frozen
class Input:
    """A text with the id under which it is stored: its own, or its digest.

    Raises:
        InputError: the text or the id holds a lone surrogate, which no file can keep.

    Examples:
        >>> from ruspolnews.archive import Input
        >>> Input.of("Песков сообщил, что переговоры идут.").id[:8]
        'ffbeba70'
    """

    id: str = attrs.field(validator=_writable)
    text: str = attrs.field(repr=False, validator=_writable)

    @classmethod
    def of(cls, text: str, id: str | None = None) -> Input:
        """Return the input for a text that may have no id of its own."""
        return cls(id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), text)


def read_inputs(names: Iterable[str]) -> Iterator[Input]:
    """Yield the texts of files: a `.jsonl` file holds one object with `text` and maybe `id` a line, others one text.

    A text file's id is its name; `-` is standard input, a text without an id.

    Raises:
        InputError: a file cannot be read or is not UTF-8.
        FormatError: a line is no such object; the message names the file and the line.
    """
    for name in names:
        if name == "-":
            yield Input.of(_decode(name, sys.stdin.buffer.read()))
            continue
        try:
            data = Path(name).read_bytes()
        except OSError as error:
            raise InputError(f"{name}: cannot be read: {error.strerror}") from None
        if Path(name).suffix == ".jsonl":
            yield from _rows(name, _decode(name, data))
        else:
            yield Input.of(_decode(name, data), name)


def _decode(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8, at byte {error.start}") from None


def _rows(name: str, whole: str) -> Iterator[Input]:
    for number, line in enumerate(whole.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row: Any = json.loads(line)
        except ValueError as error:
            raise FormatError(f"{name}:{number}: no JSON: {error}") from None
        if not isinstance(row, dict) or not isinstance(row.get("text"), str):
            raise FormatError(f"{name}:{number}: a JSON object with a string 'text' is needed")
        own = row.get("id")
        if own is not None and (isinstance(own, bool) or not isinstance(own, str | int)):
            raise FormatError(f"{name}:{number}: the id must be a string or a whole number, got {own!r}")
        try:
            yield Input.of(row["text"], None if own is None else str(own))
        except InputError as error:
            raise FormatError(f"{name}:{number}: {error}") from None
