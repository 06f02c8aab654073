"""What reading yields: a document, or the reason why there is none."""

from __future__ import annotations

import attrs

from ruspolnews.errors import RusPolNewsError

__all__ = ["Document", "Unread"]


@attrs.frozen
class Document:
    """A text with the name under which its results are kept.

    `named` tells a name of its own from a mere place in a file.
    """

    id: str
    text: str = attrs.field(repr=False)
    named: bool = True


@attrs.frozen
class Unread:
    """A place where a document should be and cannot be read; `error` says why."""

    id: str
    error: RusPolNewsError
