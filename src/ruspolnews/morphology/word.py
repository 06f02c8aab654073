"""A word form as texts spell it, with what is known of it wherever it stands: worked out once, kept for all texts."""

from __future__ import annotations

import re
from typing import Final, final

from ruspolnews.compiling import mypyc_attr
from ruspolnews.morphology.reading import Reading

__all__ = ["ACRONYM", "ASCII", "CAPITAL", "LETTER", "SMALL", "Word", "is_latin"]

CAPITAL: Final = 1
"""It begins with a capital letter."""
SMALL: Final = 2
"""It begins with a small letter."""
LETTER: Final = 4
"""It begins with a letter."""
ASCII: Final = 8
ACRONYM: Final = 16
"""It is written in capitals: `МИД`, `США`, `СУ-24`; an inflected `МИДа` too."""


_ARTICLE: Final = re.compile("(?:[аэ][лсдрштнз]ь?|бен|ибн|бин)-[А-ЯЁ]")
"""An Arabic surname may begin with its article in small letters: `аль-Азиз`."""


@mypyc_attr(acyclic=True)
@final
class Word:
    """A word form as it is spelled.

    Attributes:
        text: the form.
        norm: the form folded.
        shape: bits of how it is spelled.
        readings: how it may be read, likeliest first, once that was asked for.
        pos: the part of speech of the likeliest reading.
        noun, adjective: room for what it can be as either; -1 until that is worked out.
        lemma, kind: room for the lemma and kind of what it names as the head of a phrase.
        cue: room for what cues it may begin, by the one lexicon of its parser.
        money: room for what it may do in an amount; -1 until that is worked out.
        stems: room for the beginnings that forms of the same name share.
        substantive: room for whether it is a noun by itself, if it is an adjective; -1 until that is worked out.
        joins: room for whether it may join a name and a title; -1 until that is worked out.
        given: room for whether it is a first name; -1 until that is worked out.
        nature: room for what its capital letter may mean; -1 until that is worked out.
        traits: room for what it may do in a phrase; -1 until that is worked out.
        dull: room for whether no phrase begins at it, as far as that was seen.
    """

    __slots__ = (
        "adjective",
        "cue",
        "dull",
        "given",
        "joins",
        "kind",
        "lemma",
        "money",
        "nature",
        "norm",
        "noun",
        "pos",
        "readings",
        "shape",
        "stems",
        "substantive",
        "text",
        "traits",
    )

    def __init__(self, text: str, norm: str) -> None:
        self.text = text
        self.norm = norm
        self.shape = _shape(text)
        self.readings: tuple[Reading, ...] | None = None
        self.pos = ""
        self.noun = -1
        self.adjective = -1
        self.lemma = ""
        self.kind = ""
        self.cue: object = None
        self.money = -1
        self.stems: tuple[str, ...] | None = None
        self.substantive = -1
        self.joins = -1
        self.given = -1
        self.nature = -1
        self.traits = -1
        self.dull = False


def _shape(text: str) -> int:
    first = text[:1]
    if "а" <= first <= "я":
        return CAPITAL | LETTER if "-" in text and _ARTICLE.match(text) else SMALL | LETTER
    shape = ASCII if is_latin(text) else 0
    if first.isalpha():
        shape |= LETTER
        if first.islower():
            shape |= SMALL
    if first.isupper():
        shape |= CAPITAL
        if text[:2].isupper() and len(text) > 1 and sum(map(str.isupper, text)) * 2 >= len(text):
            shape |= ACRONYM
    return shape


def is_latin(word: str) -> bool:
    """Whether a word is in Latin letters, by the first of them: `República` too; figures and marks of ASCII count."""
    return word[:1].isascii()
