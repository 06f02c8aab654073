"""The errors of the library: everything that it raises on bad input is a `RusPolNewsError`."""

from __future__ import annotations

__all__ = ["FormatError", "InputError", "LexiconError", "RusPolNewsError"]


class RusPolNewsError(Exception):
    r"""Base of every error that the library raises on purpose.

    Examples:
        >>> import ruspolnews as rpn
        >>> try:
        ...     rpn.parse(b"\xd0\x9f")
        ... except rpn.RusPolNewsError as error:
        ...     print(error)
        text must be str, got bytes: decode it first, for example text.decode("utf-8")
    """


class InputError(RusPolNewsError, ValueError):
    """The text or an option that was handed in cannot be used; the message names what was wrong."""


class LexiconError(RusPolNewsError, ValueError):
    """A row of a lexicon table is not valid; the message names the table, the line and the column."""


class FormatError(RusPolNewsError, ValueError):
    """Serialized data (a dict or JSON) does not describe an article; the message names the place."""
