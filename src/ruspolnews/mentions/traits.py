"""What a word by itself may do in a noun phrase: open one, own what follows, stay as it is; worked out once a word."""

from __future__ import annotations

from functools import cache
from typing import Final

from ruspolnews.mentions.words import POSSESSIVES, PRONOUNS, lexis
from ruspolnews.morphology import Word
from ruspolnews.morphology.word import CAPITAL

__all__ = [
    "ABOUT",
    "ACTS",
    "DIGITS",
    "FORMER",
    "GREATER",
    "INTERIM",
    "MAJORITIES",
    "MEDIUM",
    "NUMBERS",
    "OF_NUMBERS",
    "OPENS",
    "ORDINALS",
    "OWNS",
    "PRONOMINAL",
    "QUANTIFIERS",
    "QUOTE",
    "QUOTES",
    "RELATIVES",
    "STAYS",
    "TITULAR",
    "WORD",
    "traits_of",
]

QUOTES: Final = frozenset('«"„“')
RELATIVES: Final = frozenset(
    "который которая которое которые которого которой которому которым которую которых которыми котором кто".split()
)
FORMER: Final = frozenset(["тот", "та", "последний", "последняя"])
"""Pronouns for the one who was not the subject: `Лужина позвонила Рябининой. Та сказала …`."""
ORDINALS: Final = frozenset("первый первая второй вторая третий третья другой другая".split())
"""What stands for one of several: `Два свидетеля спорят. Второй сказал …`."""
INTERIM: Final = frozenset(["врио", "ио"])
"""What opens a title whatever its case."""
TITULAR: Final = frozenset(
    "папа патриарх митрополит архиепископ епископ принц принцесса герцог герцогиня граф графиня князь княгиня".split()
)
"""Titles that an adjective completes from behind: `папа римский`."""
QUANTIFIERS: Final = frozenset(
    "один одна одного одной одному двое трое четверо некоторые некоторых многие многих большинство часть ряд группа"
    " несколько никто кто-то каждый каждая большинства ряда группы части".split()
)
MAJORITIES: Final = frozenset(["большинство", "ряд", "часть", "множество", "половина", "треть"])
NUMBERS: Final = frozenset(
    "два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать пятнадцать двадцать тридцать сорок"
    " пятьдесят сто двести триста двое трое четверо пятеро шестеро семеро оба обе десятки сотни тысячи несколько много"
    " немало десяток дюжина сотня тысяча".split()
)
OF_NUMBERS: Final = frozenset(
    "двух трех четырех пяти шести семи восьми девяти десяти двенадцати пятнадцати двадцати тридцати нескольких".split()
)
ABOUT: Final = frozenset(["более", "менее", "около", "свыше", "почти", "порядка", "примерно"])
GREATER: Final = frozenset("большая большее меньшая значительная подавляющее абсолютное немалая".split())
_PRONOMINAL: Final = frozenset("этим этом этого этому тем том того тому".split())
_OPENING: Final = frozenset(
    {"и", *PRONOUNS} | FORMER | ORDINALS | RELATIVES | QUANTIFIERS | NUMBERS | OF_NUMBERS | ABOUT | GREATER | MAJORITIES
)

QUOTE: Final = 1
"""It opens a quotation."""
WORD: Final = 2
"""It begins with a letter or a digit."""
DIGITS: Final = 4
OPENS: Final = 8
"""A phrase may begin at it whatever the dictionary has."""
OWNS: Final = 16
"""`его`, `её`, `их`."""
PRONOMINAL: Final = 32
"""`этим`, `того`: a noun by itself before a name."""
ACTS: Final = 64
"""`исполняющий`."""
MEDIUM: Final = 128
"""The name of a medium may begin with it."""
STAYS: Final = 256
"""A role that ends in a genitive and does not change: `замруководителя`."""


def traits_of(word: Word) -> int:
    """Return the bits of a word."""
    traits = word.traits
    if traits < 0:
        traits = word.traits = _traits(word)
    return traits


def _traits(word: Word) -> int:
    text, norm = word.text, word.norm
    traits = 0
    if text in QUOTES:
        traits |= QUOTE
    if text[0].isalpha() or text[0].isdigit():
        traits |= WORD
    if text.isdigit():
        traits |= DIGITS
    if norm in _OPENING:
        traits |= OPENS
        if norm in POSSESSIVES:
            traits |= OWNS
    if norm in _PRONOMINAL:
        traits |= PRONOMINAL
    if norm.startswith("исполняющ"):
        traits |= ACTS
    if word.shape & CAPITAL and norm[:3] in _media_openings():
        traits |= MEDIUM
    if norm.startswith("зам") and norm in lexis().roles and not norm.startswith("заместител"):
        traits |= STAYS if norm.endswith(("а", "я", "ы", "его")) else 0
    return traits


@cache
def _media_openings() -> frozenset[str]:
    """Return the first letters of the media, up to three: all that a token at which a name begins may begin with."""
    return frozenset(name[:size] for name in lexis().media for size in (1, 2, 3))
