"""Bytes to text: UTF-8, else Windows-1251 if the letters make Russian sense, else an error that names the byte."""

from __future__ import annotations

from ruspolnews.errors import InputError

__all__ = ["decode"]

_RUSSIAN = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё")
_SHARE = 0.7
"""How much of the letters beyond ASCII must be small Russian ones for a text to be Windows-1251."""


def decode(data: bytes, name: str) -> str:
    """Return the text of a file.

    Raises:
        InputError: the bytes are neither UTF-8 nor Russian in Windows-1251; the message names file and byte.

    Examples:
        >>> decode("Переговоры идут".encode("cp1251"), "note.txt")
        'Переговоры идут'
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = error.start
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        text = ""
    letters = [letter for letter in text if letter.isalpha() and not letter.isascii()]
    if letters and sum(letter in _RUSSIAN for letter in letters) >= _SHARE * len(letters) and "\0" not in text:
        return text
    raise InputError(
        f"{name}: is neither UTF-8 nor Windows-1251: byte 0x{data[place]:02x} at offset {place}; "
        "convert it first, for example with iconv -f koi8-r -t utf-8"
    )
