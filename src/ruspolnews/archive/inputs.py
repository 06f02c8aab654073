"""Texts to be stored, each under an id."""

from __future__ import annotations

import hashlib

import attrs

from ruspolnews.cleaning import half_character
from ruspolnews.errors import InputError

__all__ = ["Input", "digest_of"]


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def _writable(item: Input, attribute: attrs.Attribute[str], value: str) -> None:
    half = half_character(value)
    if half is not None:
        raise InputError(f"the {attribute.name} holds half a character, at offset {half}")


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
