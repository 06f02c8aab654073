"""A noun phrase that can name a speaker."""

from __future__ import annotations

from typing import Final, final

from ruspolnews.compiling import mypyc_attr
from ruspolnews.morphology.agreement import NOMN, Agreements, all_of, gender_of, number_of

__all__ = ["NAMED", "Phrase", "make"]

NAMED: Final = frozenset(["person", "role", "organization", "medium", "group"])
"""Kinds that speak by themselves: no paper, and no word for somebody else."""
_SAME: Final = -1
"""Stands for what a phrase keeps."""


@mypyc_attr(acyclic=True, free_list_len=1)
@final
class Phrase:
    """A noun phrase: tokens `start` to `stop`, half open. It never changes: `but` gives another.

    Attributes:
        head: the token that carries case and number.
        kind: `person`, `role`, `organization`, `medium`, `document`, `group`, `pronoun`, `relative` or `thing`.
        cases: bits of every case in which the phrase can stand, all numbers and genders.
        number: `sing`, `plur` or unknown.
        gender: `masc`, `femn`, `neut` or unknown.
        name: tokens of the personal name inside, half open, if there is one.
        role: tokens of the role or description before the name, half open, if there is one.
    """

    __slots__ = ("cases", "gender", "head", "kind", "name", "number", "role", "start", "stop")

    def __init__(
        self,
        start: int,
        stop: int,
        head: int,
        kind: str,
        cases: Agreements,
        number: str,
        gender: str,
        name: tuple[int, int] | None = None,
        role: tuple[int, int] | None = None,
    ) -> None:
        self.start = start
        self.stop = stop
        self.head = head
        self.kind = kind
        self.cases = cases
        self.number = number
        self.gender = gender
        self.name = name
        self.role = role

    def but(
        self,
        *,
        start: int = _SAME,
        stop: int = _SAME,
        head: int = _SAME,
        kind: str | None = None,
        cases: Agreements = _SAME,
        number: str | None = None,
        gender: str | None = None,
        named: bool = True,
    ) -> Phrase:
        """Return the phrase with other attributes; without `named` it has neither name nor role."""
        return Phrase(
            self.start if start == _SAME else start,
            self.stop if stop == _SAME else stop,
            self.head if head == _SAME else head,
            self.kind if kind is None else kind,
            self.cases if cases == _SAME else cases,
            self.number if number is None else number,
            self.gender if gender is None else gender,
            self.name if named else None,
            self.role if named else None,
        )


def make(
    start: int,
    stop: int,
    head: int,
    kind: str,
    agreements: Agreements,
    name: tuple[int, int] | None = None,
    role: tuple[int, int] | None = None,
) -> Phrase:
    """Return a phrase whose head can be `agreements`; its number and gender are those that it has as a subject."""
    subject = agreements & NOMN or agreements
    return Phrase(start, stop, head, kind, all_of(agreements), number_of(subject), gender_of(subject), name, role)
