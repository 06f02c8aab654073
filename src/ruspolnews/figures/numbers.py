"""Numbers in digits and words: `15 000,50`, `двадцать пять с половиной миллионов`, `5 тыс. 200`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from ruspolnews.figures.digits import read_digits
from ruspolnews.figures.lexemes import Lexeme
from ruspolnews.figures.vocabulary import PERCENT, Vocabulary

__all__ = ["Number", "read_number"]

_RANKS: Final = {"hundred": 3, "ten": 2, "teen": 1, "unit": 1}
_SCALE_ADJECTIVES: Final = (("тысячн", 10**3), ("миллионн", 10**6), ("миллиардн", 10**9), ("триллионн", 10**12))


class Number(NamedTuple):
    """A number read from lexemes.

    `value` is `None` if vague; `bare` is what stands before the last scale; `scale` the product of the scales (1 if
    there is none); `stop` the lexeme after it; `grouped` a reading with thousands where `value` took a decimal
    (`15,000`); `more` says that `с лишним` stands within it, `inverted` that it follows its scale (`тысяч пять`).
    """

    value: Decimal | None
    bare: Decimal | None
    scale: Decimal
    stop: int
    grouped: Decimal | None = None
    more: bool = False
    digits: bool = False
    dotted: bool = False
    inverted: bool = False

    @property
    def vague(self) -> bool:
        """Whether it gives no value (`несколько миллионов`)."""
        return self.value is None


_ONE: Final = Decimal(1)


def read_number(lexemes: list[Lexeme], i: int, text: str, words: Vocabulary) -> Number | None:
    """Return the number that begins at lexeme `i`, if any."""
    number = _sum(lexemes, i, text, words)
    return None if number is None else _glossed(number, lexemes, text, words)


def _glossed(number: Number, lexemes: list[Lexeme], text: str, words: Vocabulary) -> Number:
    """The number with its repetition in brackets, `5000 (пять тысяч) рублей`, if a unit follows those."""
    i = number.stop
    if number.value is None or i + 3 >= len(lexemes) or lexemes[i].norm != "(":
        return number
    again = _sum(lexemes, i + 1, text, words)
    if again is None or again.stop >= len(lexemes) or lexemes[again.stop].norm != ")":
        return number
    after = again.stop + 1
    if number.scale == 1 and again.value == number.value and after < len(lexemes):
        scaled = _scaled(lexemes, after, words, number.value)  # 7 (семи) миллионов
        if scaled.scale > 1:
            return scaled
    if not (_counts(lexemes, after, words) or (after < len(lexemes) and lexemes[after].norm in PERCENT)):
        return number
    if again.value == number.value:
        return number._replace(stop=again.stop + 1, grouped=None, dotted=False)
    if again.value == number.grouped:  # 15.000 (пятнадцать тысяч)
        return number._replace(value=again.value, bare=again.value, stop=again.stop + 1, grouped=None, dotted=False)
    return number


def _sum(lexemes: list[Lexeme], i: int, text: str, words: Vocabulary) -> Number | None:
    """The number at lexeme `i`, its parts of falling scale added up."""
    first = _segment(lexemes, i, text, words)
    if first is None or first.value is None or first.scale == 1:
        return first
    total, least, stop, more, dotted = first.value, first.scale, first.stop, first.more, first.dotted
    while stop < len(lexemes):  # 2 миллиона 300 тысяч; миллион двести тысяч пятьсот
        rest = _segment(lexemes, stop, text, words)
        if rest is None or rest.value is None or rest.value >= least or rest.grouped is not None:
            break
        if rest.scale == 1 and not _counts(lexemes, rest.stop, words):
            break
        if rest.scale != 1 and lexemes[stop].norm in words.scales and not _counts(lexemes, rest.stop, words):
            break
        total, stop, more, dotted = total + rest.value, rest.stop, rest.more, rest.dotted
        if rest.scale == 1:
            return Number(total, total, _ONE, stop, more=more, digits=first.digits)
        least = rest.scale
    if stop == first.stop:
        return first
    return Number(total, total / first.scale, first.scale, stop, more=more, digits=first.digits, dotted=dotted)


def _counts(lexemes: list[Lexeme], i: int, words: Vocabulary) -> bool:
    """Whether a currency or percent stands at `i`, so that the number before it counts something."""
    if i >= len(lexemes):
        return False
    lexeme = lexemes[i]
    return (
        lexeme.norm in words.nouns or lexeme.word in words.signs or lexeme.norm in words.signs
    ) or lexeme.norm in words.adjectives


def _segment(lexemes: list[Lexeme], i: int, text: str, words: Vocabulary) -> Number | None:
    """One number with its scale: `двадцать пять миллионов`, `300 тыс.`, `полмиллиона`, `четверть миллиарда`."""
    lexeme = lexemes[i]
    if lexeme.norm[0].isdecimal():
        read = read_digits(lexemes, i, text)
        if read is None:
            return None
        value, grouped, i = read
        return _scaled(lexemes, i, words, value, grouped, digits=True)
    scale = words.scales.get(lexeme.norm)
    if scale is not None:
        if scale.grammar == "fused":
            return Number(scale.value, scale.value, scale.value, i + 1)
        if scale.grammar != "noun":
            return None
        return _scale_alone(lexemes, i, words)
    numeral = words.numerals.get(lexeme.norm)
    if numeral is None:
        return None
    if numeral.rank == "vague" or numeral.rank == "third":
        return _vague(lexemes, i + 1, words)
    if numeral.rank in ("half", "quarter"):
        following = _scaled(lexemes, i + 1, words, numeral.value)
        return following if following.scale > 1 else None
    value, i = _compound(lexemes, i, words)
    if i + 1 < len(lexemes) and lexemes[i].norm in _WHOLES:  # одна целая пять десятых миллиарда
        part_value, stop = _compound(lexemes, i + 1, words)
        parts = _FRACTIONS.get(lexemes[stop].norm[:5]) if i + 1 < stop < len(lexemes) else None
        if parts is not None:
            return _scaled(lexemes, stop + 1, words, value + part_value / parts)
    if i < len(lexemes):
        part = words.numerals.get(lexemes[i].norm)
        if part is not None and part.rank == "third":
            return _vague(lexemes, i + 1, words)
        if part is not None and part.rank == "quarter" and part.value is not None:  # три четверти миллиона
            following = _scaled(lexemes, i + 1, words, value * part.value)
            return following if following.scale > 1 else None
    return _scaled(lexemes, i, words, value)


def _compound(lexemes: list[Lexeme], i: int, words: Vocabulary) -> tuple[Decimal, int]:
    """`сто двадцать пять`, `полтора`: hundreds, tens, units, each at most once."""
    total, room = Decimal(0), 4
    while i < len(lexemes):
        numeral = words.numerals.get(lexemes[i].norm)
        if numeral is None or numeral.value is None:
            break
        if numeral.rank == "whole":
            if room == 4:
                return numeral.value, i + 1
            break
        rank = _RANKS.get(numeral.rank, 9)
        if rank >= room or (numeral.rank == "teen" and room == 2):
            break
        total, room, i = total + numeral.value, rank, i + 1
    return total, i


def _scaled(
    lexemes: list[Lexeme],
    i: int,
    words: Vocabulary,
    value: Decimal | None,
    grouped: Decimal | None = None,
    digits: bool = False,
) -> Number:
    """The number with `с половиной`, `с лишним` and the scales that follow it."""
    scale, more, bare, dotted = _ONE, False, value, False
    while i < len(lexemes):
        lexeme = lexemes[i]
        found = words.scales.get(lexeme.norm)
        if found is not None and found.grammar != "fused" and _fits(lexemes, i, digits, scale, words):
            scale *= found.value
            i += 1
            dotted = False
            if found.grammar == "abbreviation" and i < len(lexemes) and _dot(lexemes[i]):
                i, dotted = i + 1, True
            continue
        if lexeme.norm == "т" and digits and scale == 1 and _is_thousand(lexemes, i):
            scale, i = Decimal(1000), i + 1
            i += lexemes[i].norm == "."
            continue
        if lexeme.norm == "с" and i + 1 < len(lexemes) and scale == 1:
            part = words.numerals.get(lexemes[i + 1].norm)
            if part is not None and part.rank in ("half", "quarter") and part.value is not None and bare is not None:
                bare, i = bare + part.value, i + 2
                continue
        if lexeme.norm == "с" and i + 1 < len(lexemes) and lexemes[i + 1].norm in ("лишним", "небольшим", "гаком"):
            after = i + 2
            if after < len(lexemes) and (lexemes[after].norm in words.scales or _counts(lexemes, after, words)):
                more, i = True, after
                continue
        if digits and scale == 1 and lexeme.norm in DASH_JOIN and i + 1 < len(lexemes) and lexemes[i + 1].glued:
            stem = _scale_adjective(lexemes[i + 1].norm)
            if stem:  # $50-миллионный контракт
                scale, i = stem, i + 2
        break
    result = None if bare is None else bare * scale
    return Number(result, bare, scale, i, grouped if scale == 1 else None, more, digits, dotted)


DASH_JOIN: Final = frozenset(("-", "\u2010", "\u2011"))


def _scale_adjective(norm: str) -> Decimal | None:
    for stem, value in _SCALE_ADJECTIVES:
        if norm.startswith(stem):
            return Decimal(value)
    return None


def _fits(lexemes: list[Lexeme], i: int, digits: bool, scale: Decimal, words: Vocabulary) -> bool:
    """Whether a scale may stand here: Latin and one-letter suffixes only at digits, a second scale only if larger."""
    kind = words.scales[lexemes[i].norm]
    if kind.grammar == "suffix":
        return digits and scale == 1 and (lexemes[i].glued or len(lexemes[i].norm) > 1)
    if kind.grammar == "slang":
        return scale == 1 and _counts(lexemes, i + 1, words)
    return scale == 1 or kind.value > scale


def _dot(lexeme: Lexeme) -> bool:
    return lexeme.glued and lexeme.norm == "."


def _is_thousand(lexemes: list[Lexeme], i: int) -> bool:
    """`т.р.`, `т. руб.`, `т р`."""
    at = i + 1
    if at < len(lexemes) and _dot(lexemes[at]):
        at += 1
    return at < len(lexemes) and lexemes[at].norm in ("р", "руб", "рублей", "грн", "долл")


def _scale_alone(lexemes: list[Lexeme], i: int, words: Vocabulary) -> Number | None:
    """`миллион` is one million; `миллионы`, `сотни тысяч` are vague; `тысяч пять` is an inversion."""
    if i > 0 and lexemes[i - 1].norm[0].isdecimal():
        return None  # after digits that are no decimal: 1/3 миллиона
    scale = words.scales[lexemes[i].norm]
    after = i + 1
    few = lexemes[i].norm in _GENITIVE_ONE and after < len(lexemes) and lexemes[after].norm in _FEW
    if (few or (scale.plural and not scale.singular)) and after < len(lexemes):
        inverted = words.numerals.get(lexemes[after].norm)
        digits = lexemes[after].norm.isdecimal()
        if digits or (inverted is not None and inverted.value is not None and (few or inverted.rank in _RANKS)):
            value, stop = (Decimal(lexemes[after].norm), after + 1) if digits else _compound(lexemes, after, words)
            if _counts(lexemes, stop, words) and len(lexemes[after].norm) <= 12:
                return Number(value * scale.value, value, scale.value, stop, inverted=True)
    if scale.plural and (not scale.singular or not _is_one(lexemes, i, words)):
        return _vague(lexemes, i, words)
    return _scaled(lexemes, i, words, _ONE)


_WHOLES: Final = frozenset(("целая", "целых", "целую", "целой"))
_FRACTIONS: Final = {
    "десят": Decimal(10),
    **dict.fromkeys(("сотых", "сотая", "сотую"), Decimal(100)),
    "тысяч": Decimal(1000),
}
_GENITIVE_ONE: Final = frozenset("миллиона миллиарда триллиона тысячи".split())
_FEW: Final = frozenset("два две полтора полторы три четыре".split())
_GENITIVE_BEFORE: Final = frozenset(
    "более больше менее меньше около свыше до от порядка без из у выше ниже чем".split()
)


def _is_one(lexemes: list[Lexeme], i: int, words: Vocabulary) -> bool:
    """Whether `тысячи`, `сотни` is the genitive of one: after a word that governs the genitive."""
    return i > 0 and lexemes[i - 1].norm in _GENITIVE_BEFORE


def _vague(lexemes: list[Lexeme], i: int, words: Vocabulary) -> Number:
    """A number without a value, with the scales that follow: `несколько сотен миллионов`."""
    while i < len(lexemes) and (scale := words.scales.get(lexemes[i].norm)) and scale.grammar != "suffix":
        i += 1
        if scale.grammar == "abbreviation" and i < len(lexemes) and _dot(lexemes[i]):
            i += 1
    return Number(None, None, _ONE, i)
