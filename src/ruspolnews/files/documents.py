"""What reading yields: a document, or the reason why there is none."""

from __future__ import annotations

import attrs

from ruspolnews.errors import RusPolNewsError

__all__ = ["Document", "Unread"]


@attrs.frozen
class Document:
    """A text with the name under which its results are kept."""

    id: str
    text: str = attrs.field(repr=False)


@attrs.frozen
class Unread:
    """A place where a document should be and cannot be read; `error` says why."""

    id: str
    error: RusPolNewsError
