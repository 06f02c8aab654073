"""What a rule returns: a quote in token indices, before speakers are resolved."""

from __future__ import annotations

from typing import NamedTuple

from ruspolnews.mentions.phrases import Phrase
from ruspolnews.model import QuoteKind
from ruspolnews.quotes.cues import Cue

__all__ = ["Finding", "Range"]

Range = tuple[int, int]
"""Tokens, half open."""


class Finding(NamedTuple):
    """A quote as a rule found it.

    Attributes:
        kind: the kind of quote.
        content: token ranges of the content.
        cue: the cue, or `None` for a bare colon or a quotation with no words of the author.
        source: the phrase that names the speaker beside the cue.
        rule: the name of the rule.
        zero: the subject is dropped, so that a subject of the text before speaks.
        follows: the quote continues the speaker of the quote that begins at this token.
    """

    kind: QuoteKind
    content: tuple[Range, ...]
    cue: Cue | None
    source: Phrase | None
    rule: str
    zero: bool = False
    follows: int | None = None

    @property
    def start(self) -> int:
        """The first token of the content."""
        return self.content[0][0]

    @property
    def stop(self) -> int:
        """The token after the content."""
        return self.content[-1][1]
