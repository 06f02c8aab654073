"""Pairs of quotation marks: nested, of every style, unbalanced, wrong way round.

Marks are paired within a paragraph. `"` opens after white space or an opening mark and closes otherwise. An opening
mark that finds no partner stays unpaired, and is told apart from a pair: the caller decides whether it runs on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

__all__ = ["OPENING", "QUOTATION", "pair_marks"]

_CLOSER: Final = {"«": "»", "„": '“”"', "“": '”"', "‘": "’", "‹": "›"}
OPENING: Final = frozenset('«„“‘‹"')
CLOSING: Final = frozenset('»”“›"')
QUOTATION: Final = OPENING | CLOSING


def _opens(text: str, start: int, stop: int) -> bool:
    """Whether a mark that looks the same both ways opens, by its neighbours."""
    before = text[start - 1] if start else " "
    after = text[stop] if stop < len(text) else " "
    if before.isspace() or before in '([{«„“"-–—:/':
        return not after.isspace()
    return False


def pair_marks(text: str, words: Sequence[str], starts: Sequence[int], places: Sequence[int]) -> dict[int, int]:
    """Pair the quotation marks of one paragraph, which stand at the tokens `places`.

    Returns:
        Opening token to closing token; an opening mark without a partner maps to -1, a closing one to -2.
    """
    pairs: dict[int, int] = {}
    stack: list[int] = []
    straight = 0  # how many `"` are open
    for i in places:
        mark = words[i]
        top = words[stack[-1]] if stack else ""
        if mark in "»”›":
            closes = True
        elif mark in "«„‹‘":
            closes = False
        elif mark == "“":  # closes „…“, opens “…”
            closes = top == "„" or (top in ("“", "«") and not _opens(text, starts[i], starts[i] + 1) and top == "“")
        else:  # "
            closes = '"' in _CLOSER.get(top, "") or straight > 0
            if closes and _opens(text, starts[i], starts[i] + 1):
                closes = False
            elif not closes and not _opens(text, starts[i], starts[i] + 1):
                pairs[i] = -2
                continue
        if not closes:
            stack.append(i)
            straight += mark == '"'
            continue
        # nearest opening mark of the same style; marks left open inside it stay unpaired
        for depth in range(len(stack) - 1, max(-1, len(stack) - 5), -1):
            opener = words[stack[depth]]
            if mark == opener == '"' or mark in _CLOSER.get(opener, ""):
                for lost in stack[depth + 1 :]:
                    pairs[lost] = -1
                straight -= sum(words[j] == '"' for j in stack[depth:])
                pairs[stack[depth]] = i
                del stack[depth:]
                break
        else:
            if stack:  # an odd pair such as «…" or "…»
                straight -= words[stack[-1]] == '"'
                pairs[stack.pop()] = i
            else:
                pairs[i] = -2
    for lost in stack:
        pairs[lost] = -1
    _pair_reversed(pairs, words)
    return pairs


def _pair_reversed(pairs: dict[int, int], words: Sequence[str]) -> None:
    """Pair `»…«`, marks the wrong way round."""
    closing = -1
    for i in sorted(i for i, partner in pairs.items() if partner < 0):
        if pairs[i] == -2 and words[i] == "»":
            closing = i
        elif pairs[i] == -1 and words[i] == "«" and closing >= 0:
            pairs[closing] = i
            del pairs[i]
            closing = -1
