"""A number with its unit: `$30 млрд`, `15 000 шведских крон`, `1 рубль 50 копеек`, `6,89%`."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import attrs

from ruspolnews.figures.context import may_be_cents
from ruspolnews.figures.lexemes import DASHES, Lexeme
from ruspolnews.figures.numbers import Number, read_number
from ruspolnews.figures.units import Unit, goes_on, read_adjective, read_prefix, read_unit
from ruspolnews.figures.vocabulary import Vocabulary
from ruspolnews.model import Bound

__all__ = ["Amount", "read_amounts"]

_HUNDRED: Final = Decimal(100)
_TIMES: Final = 100
_YEARS: Final = (Decimal(1900), Decimal(2100))
_MONTHS: Final = frozenset(
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря январе феврале марте апреле мае"
    " июне июле августе сентябре октябре ноябре декабре".split()
)
_OPENING: Final = frozenset('. ! ? … ; : « " ( – —'.split())
_MINUS: Final = frozenset(("-", "\u2212", "\u2013"))


@attrs.define(eq=False)
class Amount:
    """A number in lexemes `first` to `last` (half open), with its unit if one is written.

    `low` and `high` are whole units, `None` if vague. The rules of shapes, bounds and ellipsis fill in the rest.
    """

    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    bare: Decimal | None
    scale: Decimal
    unit: Unit | None
    digits: bool
    dotted: bool = False
    elided: bool = False
    bound: Bound | None = None
    per: str | None = None
    rule: str = "plain"
    linked: bool = False
    """Carries unit or scale of the next amount in a list."""


def read_amounts(lexemes: list[Lexeme], text: str, words: Vocabulary) -> list[Amount]:
    """Return the numbers of a paragraph in order, each with its unit if it has one."""
    found: list[Amount] = []
    i, count = 0, len(lexemes)
    while i < count:
        lexeme = lexemes[i]
        if not (lexeme.norm[0].isdecimal() or lexeme.norm in words.numberish or lexeme.word in words.signs):
            i += 1
            continue
        amount = _read(lexemes, i, text, words)
        if amount is None:
            i += 1
            continue
        i = max(amount.last, i + 1)
        if not (found and _add_subunit(found[-1], amount, lexemes)):
            found.append(amount)
    return found


def _read(lexemes: list[Lexeme], i: int, text: str, words: Vocabulary) -> Amount | None:
    """The amount at lexeme `i`: unit before the number, or after it."""
    first = i
    prefix = read_prefix(lexemes, i, words)
    if prefix is not None:
        unit, i = prefix
        if not (lexemes[i].norm[0].isdecimal() or (unit.sign and lexemes[i].norm in words.numberish)):
            return None
    else:
        unit = None
        norm = lexemes[i].norm
        if i > 0 and lexemes[i].glued and (lexemes[i - 1].word[-1].isalnum() or lexemes[i - 1].word in "%_="):
            return None  # a part of an address or a name: %D0%B5, А380
        if not norm[0].isdecimal() and norm not in words.numberish:
            return None
    number = read_number(lexemes, i, text, words)
    if number is None or number.stop == i:
        return None
    if unit is None:
        adjective = read_adjective(lexemes, number)
        if adjective is not None:
            unit, last = adjective
        elif number.stop < len(lexemes):
            read = read_unit(lexemes, number, text, words)
            unit, last = read if read is not None else (None, number.stop)
        else:
            last = number.stop
        rule = "adjective" if adjective else "plain"
    else:
        last, rule = number.stop, "prefix"
        after = read_unit(lexemes, number, text, words) if last < len(lexemes) else None
        if after is not None and after[0].code == unit.code:  # $30 млрд долларов
            unit, last = after
    pair = number.vague and unit is not None and _pairs(lexemes, last, words)
    if pair or (unit is not None and unit.kind == "money" and not _agrees(lexemes, i, number, unit)):
        unit, last = None, number.stop
    value = _settle(number, unit)
    if unit is not None and value is not None:
        value *= unit.worth
    if value is not None and _is_negative(lexemes, first):
        value, first = -value, first - 1
    return Amount(
        first=first,
        last=_without_stop(lexemes, number, last, text),
        low=value,
        high=value,
        bare=number.bare,
        scale=number.scale,
        unit=unit,
        digits=number.digits,
        dotted=number.dotted,
        bound=Bound.MIN if number.more else Bound.APPROX if number.inverted else None,
        rule=rule,
    )


def _is_negative(lexemes: list[Lexeme], i: int) -> bool:
    """Whether `минус` stands before the number at `i`, or a sign that is glued to it and to nothing else: `-5 %`."""
    if i > 0 and lexemes[i - 1].norm == "минус":
        return i < 2 or lexemes[i - 2].norm not in ("плюс", "-")
    return (
        i > 0
        and lexemes[i].glued
        and lexemes[i - 1].norm in _MINUS
        and not lexemes[i - 1].glued
        and (i < 2 or not lexemes[i - 2].norm[0].isdecimal())
    )


def _is_date(lexemes: list[Lexeme], i: int, number: Number) -> bool:
    """Whether the digits at `i` are the year of a date: `1 мая 2015 евро стоил`, `С 2014 евро растёт`."""
    bare = number.bare
    if not number.digits or number.scale != 1 or bare is None or not _YEARS[0] <= bare <= _YEARS[1]:
        return False
    if number.stop != i + 1 or i == 0:
        return False
    if lexemes[i - 1].norm in _MONTHS:
        return True
    opens = i == 1 or lexemes[i - 2].norm in _OPENING
    return opens and lexemes[i - 1].norm in ("в", "с", "к", "до", "после")


def _pairs(lexemes: list[Lexeme], i: int, words: Vocabulary) -> bool:
    """Whether a second currency follows a dash or slash: `пара доллар/рубль`, `пара евро — доллар`."""
    if i + 1 >= len(lexemes) or not (lexemes[i].norm == "/" or lexemes[i].norm in DASHES):
        return False
    return lexemes[i + 1].norm in words.nouns


def _settle(number: Number, unit: Unit | None) -> Decimal | None:
    """Decide between the decimal and the thousands of `15,000` by what stands around it."""
    if number.grouped is None or number.value is None or unit is None or unit.kind != "money":
        return number.value
    fraction = number.grouped % 1000
    if unit.plural:  # 15,000 рублей; but 65,123 рубля
        return number.grouped
    if unit.plural is None and not unit.sign and fraction % 100 == 0:  # 1.500 евро
        return number.grouped
    if unit.sign or unit.plural is None:
        whole = int(number.value)
        return number.grouped if fraction == 0 or (unit.before and (whole > 9 or fraction % 10 == 0)) else number.value
    return number.value


def _agrees(lexemes: list[Lexeme], i: int, number: Number, unit: Unit) -> bool:
    """Whether noun and number at `i` go together: not `в 2014 рубль`, `2015 рубли`, `мая 2015 евро`, `в 5 р.`."""
    if unit.uncounted and number.scale == 1 and number.bare is not None and number.digits:
        return False
    if unit.plural is None and not unit.sign and _is_date(lexemes, i, number):
        return False
    times = number.scale == 1 and number.stop < len(lexemes) and lexemes[number.stop].norm == "р"
    if times and i > 0 and lexemes[i - 1].norm == "в":
        return number.bare is None or number.bare >= _TIMES
    if not unit.nominative or number.scale != 1 or number.bare is None or number.grouped is not None:
        return True
    bare = number.bare
    return bare % 10 == 1 and bare % 100 != 11


def _add_subunit(whole: Amount, part: Amount, lexemes: list[Lexeme]) -> bool:
    """Add the cents of `1 доллар 20 центов` to the amount before them."""
    a, b = whole.unit, part.unit
    if a is None or b is None or a.kind != "money" or b.kind != "money" or b.worth == 1 or a.worth != 1:
        return False
    between = [lexeme.norm for lexeme in lexemes[whole.last : part.first]]
    if between not in ([], ["и"], ["."]) or whole.low is None or part.low is None or part.scale != 1:
        return False
    if part.low / b.worth >= _HUNDRED or whole.low != whole.low.to_integral_value():
        return False
    if a.code and b.code != a.code and not may_be_cents(b.noun, a.code):
        return False
    whole.low = whole.high = whole.low + part.low
    whole.last = part.last
    whole.rule = "subunit"
    return True


def _without_stop(lexemes: list[Lexeme], number: Number, last: int, text: str) -> int:
    """Leave the full stop after a final `млрд` to the sentence, unless the sentence goes on."""
    if last != number.stop or not number.dotted or lexemes[last - 1].norm != ".":
        return last
    if lexemes[last - 2].norm == "тыс":
        return last
    return last if goes_on(text, lexemes[last - 1].stop) else last - 1
