"""What a number counts: the currency or percent that stands before or after it."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

import attrs

from ruspolnews.figures.lexemes import Lexeme
from ruspolnews.figures.numbers import Number
from ruspolnews.figures.vocabulary import PERCENT, PERCENT_SIGNS, Vocabulary

__all__ = ["Unit", "goes_on", "read_adjective", "read_prefix", "read_unit"]

_ONE: Final = Decimal(1)
_POINTS: Final = frozenset("пункт пункта пункту пунктом пункте пункты пунктов пунктам пунктами пунктах".split())
_POINT_ADJECTIVE: Final = re.compile(r"процентн(?:ый|ого|ому|ым|ом|ые|ых|ыми)$")
_ADJECTIVE: Final = re.compile(
    r"(долларов|рублев|евров|фунтов|гривнев|процентн)(?:ая|ой|ую|ый|ого|ому|ым|ом|ые|ых|ыми|ое)$"
)
_ADJECTIVE_CODES: Final = {"долларов": "USD", "рублев": "RUB", "евров": "EUR", "фунтов": "GBP", "гривнев": "UAH"}
_HYPHENS: Final = frozenset(("-", "\u2010", "\u2011"))
_SHORT_NOUNS: Final = {"RUB": "рубль", "USD": "доллар"}
_PLURALS: Final = ("ов", "ев", "ей", "ых", "ен", "ам", "ям", "ами", "ями")
_NO_STOP: Final = frozenset(("грн", "тг", "тнг"))
_ADJECTIVES: Final = 3


@attrs.frozen
class Unit:
    """What is counted: `kind` money or percent; `code` ISO 4217, or empty while only `noun` is known.

    `worth` is 0.01 for cents; `before` says that it stands before the number, `sign` that it is no word;
    `plural` tells the number of the noun's form (`None`: it has but one form); `nominative` that the form is the
    lemma; `uncounted` that it is a plural no number governs (рубли); `shared` that cents of several currencies
    have this name; `guard` why it needs more evidence.
    """

    kind: str
    code: str = ""
    noun: str = ""
    worth: Decimal = _ONE
    before: bool = False
    sign: bool = False
    plural: bool | None = None
    nominative: bool = False
    uncounted: bool = False
    shared: bool = False
    guard: str = ""
    name: str | None = None


_PERCENT: Final = Unit("percent", plural=False)
_POINT: Final = Unit("percent", name="процентный пункт", plural=False)


def read_prefix(lexemes: list[Lexeme], i: int, words: Vocabulary) -> tuple[Unit, int] | None:
    """The sign or code before a number: `$30`, `US$ 30`, `USD 15 млн`; with the lexeme after it."""
    sign = words.signs.get(lexemes[i].word)
    if sign is None or i + 1 >= len(lexemes) or sign.kind not in ("sign", "code"):
        return None
    if lexemes[i + 1].start - lexemes[i].stop > 1:
        return None
    return _of_sign(sign.code, sign.worth, before=True), i + 1


def _of_sign(code: str, worth: Decimal, before: bool = False) -> Unit:
    crypto, _, name = code.partition(":")
    if crypto == "crypto":
        return Unit("money", worth=worth, before=before, sign=True, name=name)
    return Unit("money", code, worth=worth, before=before, sign=True, shared=worth != 1)


def read_unit(lexemes: list[Lexeme], number: Number, text: str, words: Vocabulary) -> tuple[Unit, int] | None:
    """The unit after a number, with the lexeme after it."""
    i = number.stop
    lexeme = lexemes[i]
    norm = lexeme.norm
    if norm in PERCENT_SIGNS or norm in PERCENT:
        return (_PERCENT, i + 1) if norm in PERCENT_SIGNS or number.scale == 1 else None
    if _POINT_ADJECTIVE.match(norm):
        if i + 1 < len(lexemes) and lexemes[i + 1].norm in _POINTS:
            return _POINT, i + 2
        return (_PERCENT, i + 1) if lexeme.start - lexemes[i - 1].stop <= 1 else None
    if norm == "п" or norm == "пп":
        return _points(lexemes, i)
    noun = _noun(lexemes, i, words)
    if noun is not None:
        return noun
    return _sign_after(lexemes, i, number, text, words)


def _points(lexemes: list[Lexeme], i: int) -> tuple[Unit, int] | None:
    """`п.п.`, `п. п.`, `пп`."""
    norms = [lexeme.norm for lexeme in lexemes[i : i + 4]]
    if norms[0] == "пп":
        return _POINT, i + 1 + (norms[1:2] == ["."])
    if norms[:3] == ["п", ".", "п"]:
        return _POINT, i + 3 + (norms[3:4] == ["."])
    return None


def _noun(lexemes: list[Lexeme], i: int, words: Vocabulary) -> tuple[Unit, int] | None:
    """`рублей`, `шведских крон`, `бел. руб.`, `долларов США`, `новых израильских шекелей`."""
    given: list[dict[str, str]] = []
    at = i
    while at < len(lexemes) and at - i < _ADJECTIVES:
        norm = lexemes[at].norm
        if norm in words.adjectives and norm not in words.nouns:
            given.append(words.adjectives[norm])
            at += 1
        elif norm in words.short and at + 1 < len(lexemes) and lexemes[at + 1].norm == ".":
            given.append(words.short[norm])
            at += 2
        else:
            break
    if at >= len(lexemes):
        return None
    noun = words.nouns.get(lexemes[at].norm)
    if noun is None:
        return _short_noun(lexemes, at, given, words) if given else None
    form, lemma = lexemes[at].norm, noun.lemma
    code = _of_adjectives(given, lemma)
    if given and not code:
        if not any(noun.code in nouns.values() for nouns in given):
            return None
        code = noun.code  # a variant of the name: японских йен
    after = _after(lexemes, at + 1, lemma, words)
    if after is not None:
        code = after[0]
    if not code and noun.guard == "adjective":
        return None
    declined = form != lemma or lemma[-1] not in "оиеу"
    crypto = noun.code == "crypto"
    unit = Unit(
        "money",
        "" if crypto else code or noun.code,
        noun=lemma,
        worth=noun.worth,
        plural=form.endswith(_PLURALS) if declined else None,
        nominative=form == lemma and declined,
        uncounted=declined and lemma[-1] not in "ая" and form.endswith(("и", "ы")) and not form.endswith("ми"),
        shared=noun.worth != 1,
        guard="" if code else noun.guard,
        name=lemma if crypto else None,
    )
    return unit, after[1] if after is not None else at + 1


def _of_adjectives(given: list[dict[str, str]], lemma: str) -> str:
    return next((nouns[lemma] for nouns in given if lemma in nouns), "")


def _short_noun(
    lexemes: list[Lexeme], i: int, given: list[dict[str, str]], words: Vocabulary
) -> tuple[Unit, int] | None:
    """`белорусских руб.`."""
    sign = words.signs.get(lexemes[i].norm)
    if sign is None or sign.kind != "abbreviation":
        return None
    code = _of_adjectives(given, _SHORT_NOUNS.get(sign.code, ""))
    stop = i + 1
    if stop < len(lexemes) and lexemes[stop].glued and lexemes[stop].norm == ".":
        stop += 1
    return (Unit("money", code, worth=sign.worth), stop) if code else None


def _after(lexemes: list[Lexeme], i: int, lemma: str, words: Vocabulary) -> tuple[str, int] | None:
    """`США`, `стерлингов`: the code that the words after a noun tell, and the lexeme after them."""
    for following, code in words.after.get(lemma, ()):
        if tuple(lexeme.norm for lexeme in lexemes[i : i + len(following)]) == following:
            return code, i + len(following)
    return None


def _sign_after(lexemes: list[Lexeme], i: int, number: Number, text: str, words: Vocabulary) -> tuple[Unit, int] | None:
    """`30 €`, `500 руб.`, `15 млн USD`, `5 т.р.`."""
    lexeme = lexemes[i]
    sign = words.signs.get(lexeme.word)
    if sign is None:
        sign = words.signs.get(lexeme.norm)
        if sign is None or sign.kind != "abbreviation":
            return None
    if lexeme.start - lexemes[i - 1].stop > 1:
        return None
    if sign.kind == "sign" and not lexeme.glued and i + 1 < len(lexemes):
        following = lexemes[i + 1]
        if following.glued and following.norm[0].isdecimal():
            return None
    if sign.kind == "abbreviation":
        stopped = i + 1 < len(lexemes) and lexemes[i + 1].norm == "." and lexemes[i + 1].glued
        if lexeme.norm == "р" and not stopped and number.scale == 1:
            return None
        if lexeme.norm == "р" and stopped and i + 2 < len(lexemes) and lexemes[i + 2].norm in ("х", "п"):
            return None
        if stopped and lexeme.norm in _NO_STOP and not goes_on(text, lexemes[i + 1].stop):
            stopped = False
        last = i + 1 + stopped
        after = _after(lexemes, last, _SHORT_NOUNS.get(sign.code, ""), words)
        if after is not None:
            return Unit("money", after[0]), after[1]
        return Unit("money", sign.code, worth=sign.worth, plural=True, shared=sign.worth != 1), last
    return _of_sign(sign.code, sign.worth), i + 1


def goes_on(text: str, stop: int) -> bool:
    """Whether the sentence goes on after the full stop that ends at `stop`: a small letter or a mark follows."""
    rest = text[stop : stop + 3].lstrip(" \u00a0")
    return rest[:1].islower() or rest[:1] in frozenset(",;)")


def read_adjective(lexemes: list[Lexeme], number: Number) -> tuple[Unit, int] | None:
    """`20-долларовая`, `54-процентный`: the unit as an adjective glued to its number."""
    i = number.stop
    if i + 1 >= len(lexemes) or lexemes[i].norm not in _HYPHENS or not lexemes[i + 1].glued:
        return None
    match = _ADJECTIVE.match(lexemes[i + 1].norm)
    if match is None:
        return None
    code = _ADJECTIVE_CODES.get(match[1])
    return (Unit("money", code, noun="") if code else _PERCENT), i + 2
