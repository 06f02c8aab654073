"""How exactly an amount is stated: `около`, `более чем на`, `не превышает`, `… и более`."""

from __future__ import annotations

from typing import Final

from ruspolnews.figures.amounts import Amount
from ruspolnews.figures.lexemes import Lexeme
from ruspolnews.figures.vocabulary import Vocabulary
from ruspolnews.model import Bound
from ruspolnews.morphology import Morphology

__all__ = ["bound_of", "rate_of"]

_LIGHT: Final = frozenset(
    "в во на за по с со чем сумму сумме суммы размере отметку отметки отметке уровень уровня уровне планку планки порог"
    " барьер лишь всего аж уже , \" « ( ' “ „".split()
)
"""Words that may stand between the word of bound and the amount."""
_STOPS: Final = frozenset(".;:!?…)»")
_CLAUSE: Final = frozenset("а но который которая которое которые что где когда".split())
_LOOSE: Final = ("ориентировочн", "примерн", "приблизительн")
_MODALS: Final = ("мож", "мог", "смо", "долж", "буд", "был", "вправе", "следует", "стан", "стал")
_HEADS: Final = ("стоимост", "сумм", "цен", "бюджет", "размер", "объем", "ущерб", "оценк")
_ENDS: Final = frozenset('. , ; ) ! ? … » " : — – - ( в за на для у с по из от'.split())
_POINTS: Final = ("п", "пп", "г", "гг")
_EACH: Final = frozenset("один одну одного одной 1 каждый каждую каждого".split())
_COMPARATIVES: Final = frozenset("больше меньше выше ниже дороже дешевле".split())
_WINDOW: Final = 14


def bound_of(
    amount: Amount, previous: list[Amount], lexemes: list[Lexeme], words: Vocabulary, morphology: Morphology
) -> Bound:
    """Return the bound of an amount by the words around it."""
    behind = _behind(amount, lexemes, words)
    if behind is not None:
        return behind
    i = amount.first
    floor = max(0, i - 6)
    while i > floor:
        found = _phrase(lexemes, i, words, morphology)
        if found is not None:
            length, bound = found
            if bound is Bound.EXACT or (length == 1 and _differs(lexemes, i, words)):
                return Bound.EXACT
            head = lexemes[i - length].norm
            if length == 1 and (
                (amount.rule == "range" and head == "от")
                or (head == "до" and _changes(lexemes, i - 1, previous, words, morphology))
            ):
                i -= 1  # примерно от 5 до 7 млн, вырос более чем до 5 млн
                continue
            if length == 1 and head == "от" and i >= 2 and lexemes[i - 2].norm.startswith(words.governors.part):
                return Bound.EXACT
            return bound
        if _loose(lexemes, i):
            return Bound.APPROX
        if lexemes[i - 1].norm not in _LIGHT:
            break
        i -= 1
    return amount.bound or Bound.EXACT


def _phrase(lexemes: list[Lexeme], i: int, words: Vocabulary, morphology: Morphology) -> tuple[int, Bound] | None:
    """The longest phrase of the table that ends before lexeme `i`, with its length."""
    norms = tuple(lexeme.norm for lexeme in lexemes[max(0, i - 4) : i])
    for length in range(len(norms), 0, -1):
        bound = words.before.get(norms[-length:])
        if bound is not None and norms[-length][:5] not in words.verbs:
            return length, bound
    for back in (1, 2):  # превысил; перевалил за
        if len(norms) < back or norms[-back][:5] not in words.verbs:
            continue
        rest = norms[len(norms) - back + 1 :]
        lemmas = {reading.lemma for reading in morphology.readings(norms[-back])}
        for lemma in lemmas:
            negated = _is_negated(lexemes, i - back)
            if negated and (bound := words.before.get(("не", lemma, *rest))):
                return back, bound
            if not negated and (bound := words.before.get((lemma, *rest))):
                return back, bound
    return None


def _differs(lexemes: list[Lexeme], i: int, words: Vocabulary) -> bool:
    """Whether the amount after the word before `i` is a difference: `больше на 5 млн`, `превышает на 5 млн`."""
    word = lexemes[i - 1].norm
    return lexemes[i].norm == "на" and (word in _COMPARATIVES or word[:5] in words.verbs)


def _is_negated(lexemes: list[Lexeme], verb: int) -> bool:
    """Whether `не` stands before the verb, or before the modals that govern it: `не может превышать`."""
    for at in range(verb - 1, max(-1, verb - 4), -1):
        norm = lexemes[at].norm
        if norm == "не":
            return True
        if not norm.startswith(_MODALS):
            return False
    return False


def _loose(lexemes: list[Lexeme], i: int) -> bool:
    """`ориентировочной стоимостью $70 млн`."""
    return i >= 2 and lexemes[i - 1].norm.startswith(_HEADS) and lexemes[i - 2].norm.startswith(_LOOSE)


def _changes(lexemes: list[Lexeme], i: int, previous: list[Amount], words: Vocabulary, morphology: Morphology) -> bool:
    """Whether the `до` at lexeme `i` is the end of a change: `вырос до`, `с 5 … до 7`."""
    governor = lexemes[i - 1].norm if i else ""
    if not governor.startswith((*words.governors.change, *_MODALS)):
        readings = morphology.readings(governor) if governor.isalpha() else ()
        if readings and readings[0].pos == "VERB":  # составит до 5 тыс.
            return False
    floor = max(0, i - _WINDOW)
    for at in range(i - 1, floor - 1, -1):
        norm = lexemes[at].norm
        if norm == "." and _abbreviates(lexemes, at, words):
            continue
        if norm in _STOPS or (norm == "," and lexemes[at + 1].norm in _CLAUSE):
            return False
        if norm.startswith(words.governors.change):
            return True
        if norm in ("с", "со") and any(amount.first == at + 1 for amount in previous[-3:]):
            return True
    return False


def _abbreviates(lexemes: list[Lexeme], stop: int, words: Vocabulary) -> bool:
    """Whether the full stop at lexeme `stop` belongs to `тыс.`, `руб.`, `п.п.`, `2015 г.` within a sentence."""
    before = lexemes[stop - 1].norm if stop else ""
    follows = lexemes[stop + 1].word[:1] if stop + 1 < len(lexemes) else ""
    return (before in words.scales or before in words.signs or before in _POINTS) and not follows.isupper()


def _behind(amount: Amount, lexemes: list[Lexeme], words: Vocabulary) -> Bound | None:
    """`5 млн рублей и более`, `миллион рублей, как минимум`."""
    i = amount.last
    if i < len(lexemes) and lexemes[i].norm == ",":
        i += 1
    norms = tuple(lexeme.norm for lexeme in lexemes[i : i + 4])
    for length in range(len(norms), 0, -1):
        bound = words.behind.get(norms[:length])
        if bound is not None:
            after = lexemes[i + length].norm if i + length < len(lexemes) else "."
            return bound if after in _ENDS or norms[0] == "с" else None
    return None


def rate_of(amount: Amount, lexemes: list[Lexeme], words: Vocabulary) -> str | None:
    """Return the unit of a rate: `баррель` in `$50 за баррель`."""
    i = amount.last
    if i + 1 >= len(lexemes):
        return None
    preposition = lexemes[i].norm
    if preposition == "/" and lexemes[i + 1].glued:
        preposition = "за"
    elif preposition not in ("за", "в", "на", "с"):
        return None
    at = i + 1
    skipped = _thousand(lexemes, at)
    if not skipped and lexemes[at].norm in _EACH:
        at += 1
        skipped = _thousand(lexemes, at)
    at, thousand = at + skipped, ("тысячу",) if skipped else ()
    norms = tuple(lexeme.norm for lexeme in lexemes[at : at + 3])
    for length in range(len(norms), 0, -1):
        unit = words.rates.get((preposition, *thousand, *norms[:length]))
        if unit is None and lexemes[i].norm == "/":
            unit = words.rates.get(("в", *norms[:length]))
        if unit is not None:
            return unit
    return None


def _thousand(lexemes: list[Lexeme], i: int) -> int:
    """The lexemes of `тысячу`, `1000`, `1 тыс.` at `i` if a measure may follow: `250 долларов за тыс. куб. м`."""
    norms = [lexeme.norm for lexeme in lexemes[i : i + 3]]
    if norms[:1] in (["1000"], ["тысячу"], ["тысячи"]):
        return 1
    if norms[:2] == ["1", "000"]:
        return 2
    if norms[:1] == ["тыс"]:
        return 1 + (norms[1:2] == ["."])
    return 0
