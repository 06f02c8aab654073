"""A noun phrase while it grows behind its head, and what each step of that may answer."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.words import lexis
from ruspolnews.morphology.agreement import NOMN, Agreements

__all__ = ["AGED", "END", "Growth"]

END: Final = -1
"""What a step returns where nothing more belongs to the phrase; 0 where it has nothing to say, else the next token."""
AGED: Final = ("-летний", "-летняя", "-летнего", "-летней", "-летнему", "-летним", "-летнюю")
"""How the age of a holder ends that stands between his title and his name."""
_NONE: Final[frozenset[str]] = frozenset()


class Growth:
    """A noun phrase that grows behind its head, up to token `stop`."""

    __slots__ = (
        "agreements", "head", "kind", "last", "lemma", "name", "oblique", "prepositions", "shape", "start", "stop",
        "whole",
    )  # fmt: skip

    def __init__(
        self, start: int, head: int, last: int, agreements: Agreements, lemma: str, kind: str, shape: int
    ) -> None:
        self.start = start
        self.head = head
        self.last = last
        self.agreements = agreements
        self.lemma = lemma
        self.kind = kind
        self.stop = head + 1
        self.oblique = not agreements & NOMN
        self.shape = shape
        self.prepositions = lexis().roles.get(lemma, _NONE)
        self.name: tuple[int, int] | None = None
        self.whole: Phrase | None = None
        """The phrase, where a personal name completes it."""
