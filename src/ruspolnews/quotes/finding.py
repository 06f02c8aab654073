"""What a rule returns: a quote in token indices, before speakers are resolved."""

from __future__ import annotations

from typing import final

from ruspolnews.compiling import mypyc_attr
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.model import QuoteKind
from ruspolnews.quotes.cues import Cue

__all__ = ["Finding", "Range"]

Range = tuple[int, int]
"""Tokens, half open."""


@mypyc_attr(acyclic=True)
@final
class Finding:
    """A quote as a rule found it.

    Attributes:
        kind: the kind of quote.
        content: token ranges of the content.
        cue: the cue, or `None` for a bare colon or a quotation with no words of the author.
        source: the phrase that names the speaker beside the cue.
        rule: the name of the rule.
        zero: the subject is dropped, so that a subject of the text before speaks.
        follows: the quote continues the speaker of the quote that begins at this token.
        start, stop: the first token of the content and the one after it; -1 where there is none.
    """

    __slots__ = ("content", "cue", "follows", "kind", "rule", "source", "start", "stop", "zero")

    def __init__(
        self,
        kind: QuoteKind,
        content: tuple[Range, ...],
        cue: Cue | None,
        source: Phrase | None,
        rule: str,
        zero: bool = False,
        follows: int | None = None,
    ) -> None:
        self.kind = kind
        self.content = content
        self.cue = cue
        self.source = source
        self.rule = rule
        self.zero = zero
        self.follows = follows
        self.start = content[0][0] if content else -1
        self.stop = content[-1][1] if content else -1

    def following(self, start: int) -> Finding:
        """Return the quote with the speaker of the one whose content begins at token `start`."""
        return Finding(self.kind, self.content, self.cue, self.source, self.rule, self.zero, start)
