"""Reads plain data with its place in mind, so that errors can name it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar

from ruspolnews.errors import FormatError
from ruspolnews.model import Span

__all__ = ["Reader", "read_span"]

Item = TypeVar("Item")
Member = TypeVar("Member", bound=StrEnum)


class Reader:
    """A dict with its place in the data, so that errors can name it."""

    def __init__(self, data: Any, place: str) -> None:
        if not isinstance(data, dict):
            raise FormatError(f"{place}: a dict is needed, got {type(data).__name__}")
        self.data = data
        self.place = place

    def get(self, key: str, kind: type[Item]) -> Item:
        """Return the value of a key that must be there, of the type `kind`."""
        if key not in self.data:
            raise FormatError(f"{self.place}: no {key!r}")
        value = self.data[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise FormatError(f"{self.place}.{key}: {kind.__name__} is needed, got {type(value).__name__}")
        return value

    def maybe(self, key: str, kind: type[Item]) -> Item | None:
        """Return the value of a key that may be absent or `None`."""
        return None if self.data.get(key) is None else self.get(key, kind)

    def member(self, key: str, members: type[Member]) -> Member:
        """Return the member of an enumeration."""
        value = self.get(key, str)
        try:
            return members(value)
        except ValueError:
            raise FormatError(f"{self.place}.{key}: {value!r} is none of {[m.value for m in members]}") from None

    def span(self, key: str, size: int) -> Span | None:
        """Return a span of a text of `size` characters."""
        value = self.data.get(key)
        return None if value is None else read_span(value, f"{self.place}.{key}", size)

    def spans(self, key: str, size: int) -> tuple[Span, ...]:
        """Return spans of a text of `size` characters."""
        return tuple(read_span(v, f"{self.place}.{key}[{n}]", size) for n, v in enumerate(self.get(key, list)))

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of strings."""
        words = self.get(key, list)
        for n, word in enumerate(words):
            if not isinstance(word, str):
                raise FormatError(f"{self.place}.{key}[{n}]: str is needed, got {type(word).__name__}")
        return tuple(words)

    def each(self, key: str, build: Callable[[Reader], Item]) -> list[Item]:
        """Build something of each dict of a list."""
        return [build(Reader(v, f"{self.place}.{key}[{n}]")) for n, v in enumerate(self.get(key, list))]

    def number(self, key: str) -> Decimal | None:
        """Return the finite number that a string spells."""
        value = self.maybe(key, str)
        if value is None:
            return None
        try:
            number = Decimal(value)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            raise FormatError(f"{self.place}.{key}: {value!r} is no decimal number")
        return number

    def place_in(self, key: str, items: Sequence[Item]) -> Item | None:
        """Return the item that an index names."""
        number = self.maybe(key, int)
        return None if number is None else _item_at(items, number, f"{self.place}.{key}")

    def places_in(self, key: str, items: Sequence[Item]) -> tuple[Item, ...]:
        """Return the items that a list of indices names."""
        numbers = enumerate(self.get(key, list))
        return tuple(_item_at(items, number, f"{self.place}.{key}[{n}]") for n, number in numbers)


def read_span(value: Any, place: str, size: int) -> Span:
    """Return the span that `[start, stop]` names."""
    if not isinstance(value, list | tuple) or len(value) != 2 or not all(type(part) is int for part in value):
        raise FormatError(f"{place}: [start, stop] is needed, got {value!r}")
    start, stop = value
    if not 0 <= start <= stop <= size:
        raise FormatError(f"{place}: {value!r} does not lie in the text of {size} characters")
    return Span(start, stop)


def _item_at(items: Sequence[Item], number: Any, place: str) -> Item:
    """Return the item at an index, which must be one."""
    if type(number) is not int or not 0 <= number < len(items):
        raise FormatError(f"{place}: {number!r} is no place in a list of {len(items)}")
    return items[number]
