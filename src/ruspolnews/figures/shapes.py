"""Ranges, lists and changes: amounts that share unit and scale with the next one."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ruspolnews.figures.amounts import Amount
from ruspolnews.figures.lexemes import DASHES, Lexeme

__all__ = ["join"]

_FILLERS: Final = frozenset(
    "на в во за по с со около почти примерно приблизительно порядка более менее чем свыше еще затем потом".split()
)
_AND: Final = (
    ("и",),
    ("или",),
    ("либо",),
    (",", "и"),
    (",", "а"),
    ("против",),
    (",", "или"),
    (",", "либо"),
    ("а",),
    ("/",),
    ("плюс",),
)
_YEAR_NOUNS: Final = frozenset(("год", "года", "году", "годом", "годе", "г"))
_DATED: Final = 4
_SCALED: Final = 1000
_FAR: Final = Decimal(100)
_NEAR: Final = Decimal(20)
_YEARS: Final = (Decimal(1900), Decimal(2100))
_LONGEST: Final = 5


def join(amounts: list[Amount], lexemes: list[Lexeme]) -> list[Amount]:
    """Return the amounts with ranges made one and units carried back along lists and changes."""
    kept: list[Amount] = []
    for left in reversed(amounts):
        if left.unit is None and _is_year(left) and _names_year(lexemes, left.last):
            continue
        if kept and 0 < kept[-1].first - left.last <= _LONGEST:
            right = kept[-1]
            between = _undated(tuple(lexeme.norm for lexeme in lexemes[left.last : right.first]))
            if right.unit is None and not _take_sign(left, right, between, lexemes):
                if left.unit is not None or not _bare_range(left, right, between, lexemes):
                    kept.append(left)
                continue
            if _range(left, right, between, lexemes):
                continue
            _list(left, right, between, lexemes)
        kept.append(left)
    kept.reverse()
    return kept


def _names_year(lexemes: list[Lexeme], i: int) -> bool:
    return i < len(lexemes) and lexemes[i].norm in _YEAR_NOUNS


def _undated(between: tuple[str, ...]) -> tuple[str, ...]:
    """The words between two amounts without the year of the first: `5 млрд в 2015 году и 7 млрд`."""
    if len(between) < _DATED or between[0] != "в" or between[2] not in _YEAR_NOUNS or not between[1].isdecimal():
        return between
    return between[3 + (between[3] == ".") :]


def _take_sign(left: Amount, right: Amount, between: tuple[str, ...], lexemes: list[Lexeme]) -> bool:
    """`$10–12 млрд`, `с $5 до 7 млн`: give `right` the sign that stands before `left`."""
    if left.unit is None or not left.unit.before or not right.digits or len(between) != 1:
        return False
    if between[0] not in DASHES and between[0] != "до":
        return False
    right.unit, right.elided, right.rule = left.unit, True, "list"
    if between[0] == "до" and _word_before(left, lexemes) in ("с", "со"):
        left.low = left.high = _carried(left, right)
        left.rule = "change"
    return True


def _range(left: Amount, right: Amount, between: tuple[str, ...], lexemes: list[Lexeme]) -> bool:
    """`5–7 млн евро`, `от 5 до 7 млн`, `между 5 и 7 млн`: make `right` the whole range."""
    if left.low is None or right.low is None or not _compatible(left, right):
        return _vague_range(left, right, between, lexemes)
    if right.rule == "range":
        return False
    before = _word_before(left, lexemes)
    core = tuple(norm for norm in between if norm not in _FILLERS)
    if len(core) == 1 and core[0] in DASHES:
        written = left.unit is not None and not left.unit.before and left.unit.kind == "money"
        if written or not (lexemes[left.last].glued or len(between) == 1):
            return False
        rule = True
    elif core == ("до",):
        counted = left.unit is not None and not left.unit.before  # упал на 2 рубля до 60 рублей
        rule = before == "от" if counted else before not in ("с", "со")
    elif core == ("и",):
        rule = before == "между"
    else:
        rule = False
    low = _carried(left, right) if rule else None
    if low is None or right.high is None or low >= right.high:
        return False
    if left.unit is None and left.scale == 1 and right.scale != 1 and _is_year(left):
        return False
    right.first, right.low, right.rule, right.elided = left.first, low, "range", False
    right.bound = left.bound or right.bound
    return True


def _bare_range(left: Amount, right: Amount, between: tuple[str, ...], lexemes: list[Lexeme]) -> bool:
    """`от 30 до 50 тысяч` without a currency: one amount that may get one from before."""
    if right.scale < _SCALED or left.low is None or left.bare is None or right.low is None or right.rule == "range":
        return False
    dashed = len(between) == 1 and between[0] in DASHES
    if not dashed and not (between == ("до",) and _word_before(left, lexemes) == "от"):
        return False
    low = left.low if left.scale != 1 or left.bare >= _FAR * (right.bare or 0) else left.low * right.scale
    if low >= right.low or _is_year(left):
        return False
    right.first, right.low, right.rule = left.first, low, "range"
    return True


def _vague_range(left: Amount, right: Amount, between: tuple[str, ...], lexemes: list[Lexeme]) -> bool:
    """`от нескольких десятков до нескольких сотен миллионов долларов`: one vague amount."""
    if left.low is not None or right.low is not None or left.unit is not None or between != ("до",):
        return False
    if _word_before(left, lexemes) != "от":
        return False
    right.first, right.rule = left.first, "range"
    return True


def _list(left: Amount, right: Amount, between: tuple[str, ...], lexemes: list[Lexeme]) -> None:
    """`120, 150 и 200 млн рублей`, `с 30 до 40 млрд`: give `left` the unit, and the scale if it has none."""
    if left.low is None:
        return
    core = tuple(norm for norm in between if norm not in _FILLERS)
    if left.unit is not None:
        _signed_change(left, right, core, lexemes)
        return
    if core == ("до",):
        linked = _word_before(left, lexemes) in ("с", "со")
    else:
        linked = core in _AND or (core == (",",) and right.linked)
    low = _carried(left, right) if linked else None
    if low is None or (left.scale == 1 and _is_year(left) and right.scale != 1):
        return
    if left.scale == 1 and low != left.low:
        left.scale = right.scale
    left.low = left.high = low
    left.unit = right.unit
    left.elided = left.linked = True
    left.rule = "change" if core == ("до",) else "list"


def _signed_change(left: Amount, right: Amount, core: tuple[str, ...], lexemes: list[Lexeme]) -> None:
    """`с $1,2 до $1,5 млрд`: give the signed `left` the scale, if both are of one order."""
    a, b = left.unit, right.unit
    if core != ("до",) or a is None or b is None or not (a.before and b.before and a.code == b.code):
        return
    if right.scale == 1 or left.bare is None or right.bare is None or left.low is None or left.low != left.bare:
        return
    if left.bare < _NEAR * right.bare and _word_before(left, lexemes) in ("с", "со"):
        left.low = left.high = left.low * right.scale
        left.scale, left.elided, left.rule = right.scale, True, "change"


def _compatible(left: Amount, right: Amount) -> bool:
    """Whether both may be ends of one range: `left` has no unit, or the same."""
    a, b = left.unit, right.unit
    return a is None or (b is not None and a.kind == b.kind and a.code == b.code and (a.code != "" or a.noun == b.noun))


def _carried(left: Amount, right: Amount) -> Decimal | None:
    """The value of `left` with the scale and worth of `right` where it has none; `None` if that is uncertain."""
    if left.low is None or left.bare is None or right.bare is None or right.unit is None:
        return left.low
    worth = right.unit.worth if left.unit is None else Decimal(1)
    if left.scale != 1 or right.scale == 1:
        return left.low * worth
    if left.unit is not None:
        if not left.unit.before:
            return left.low
        return left.low * right.scale if left.bare < right.bare else left.low
    if left.bare >= right.bare * _FAR:
        return None
    return left.low * right.scale * worth


def _is_year(amount: Amount) -> bool:
    return amount.digits and amount.bare is not None and _YEARS[0] <= amount.bare <= _YEARS[1]


def _word_before(amount: Amount, lexemes: list[Lexeme]) -> str:
    """The preposition before an amount, words such as `примерно` left out."""
    i = amount.first - 1
    while i >= 0 and lexemes[i].norm in _FILLERS and lexemes[i].norm not in ("с", "со"):
        i -= 1
    return lexemes[i].norm if i >= 0 else ""
