"""Sentence boundaries: razdel's rules, called where white space follows a delimiter, and vetoes of ours.

The only module that imports razdel. razdel's own loop joins the buffer anew at every delimiter, which is quadratic on a
long unbroken text; here each delimiter is judged once, with a buffer of bounded length, so time is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from razdel.segmenters.sentenize import SentSplit, sentenize
from razdel.segmenters.sokr import HEAD_PAIR_SOKRS, HEAD_SOKRS, INITIALS, PAIR_SOKRS

__all__ = ["boundaries"]

_PLAIN: Final = r"(?:(?<=[а-яё]{4}\.)|(?<=[а-яё][?!])|(?<=[»\")]\.))(?=\s[А-ЯЁ])()"
"""After a small letter or a mark, before a capital: by razdel's rules a sentence ends, but for abbreviations."""
_CLOSES: Final = r"(?:(?<=[.?!…;])|(?<=[.?!…\s][\"„'»”’)\]}]))"
"""A mark that closes ends a sentence, by razdel's rules, only behind a stop."""
_GOES_ON: Final = r"\s+[а-яё]+[\s,.]"
"""A word in small letters: by razdel's rules no sentence begins with one."""
_DELIMITER: Final = re.compile(rf"[.?!…;\"„'»”’)\]}}](?=\s)(?:{_PLAIN}|{_CLOSES}(?!{_GOES_ON}))")
_SHORTENED: Final = tuple(
    sorted(word for word in {*HEAD_SOKRS, *INITIALS}.union(*HEAD_PAIR_SOKRS, *PAIR_SOKRS) if len(word) > 3)
)
"""Abbreviations of more letters than a plain word must have."""
_WINDOW: Final = 10
_BRACKET: Final = 120
_BUFFER: Final = 21  # one more than the length up to which razdel looks at the buffer for list bullets
_AUTHOR_WORDS: Final = re.compile(r"\s*[-–—‑]\s+[а-яё]")
_DASH_RIGHT: Final = re.compile(r"\s*[-–—‑]\s")
_UNIT: Final = re.compile(r"(?:млрд|млн|трлн|тыс|руб|долл|коп|проц|чел|гг?|др|т\.\s?[дп])\.$")
_QUOTATION: Final = re.compile(r"\s+[«„“\"][А-ЯЁA-Z]")


_OPENERS: Final = frozenset(
    "В Во На По Как Об О Он Она Они Оно Это При Так Также Однако Кроме Ранее Если Когда После До За С Со К Ко У Из"
    " Его Ее Её Их Но А И Не Для Под Между Тем Сейчас Теперь Тогда Затем Позже Накануне Напомним Отметим".split()
)
_WORD: Final = re.compile(r"\s+([А-ЯЁ][а-яё]*)\s")


def _unit_before_opener(text: str, begin: int, at: int, stop: int) -> bool:
    """Whether an abbreviation ends a sentence before a word that opens one: `30 апреля 2011 г. По словам …`."""
    if not _UNIT.search(text, max(begin, at - _WINDOW), at):
        return False
    match = _WORD.match(text, at, stop)
    return bool(match and match.group(1) in _OPENERS)


def _bracketed(text: str, begin: int, at: int) -> bool:
    """Whether a semicolon stands within brackets: `в Розенхайме (Бавария; Германия)`."""
    low = max(begin, at - _BRACKET)
    return text.rfind("(", low, at) > text.rfind(")", low, at)


def _unit_before_quotation(text: str, begin: int, at: int, stop: int) -> bool:
    """Whether an abbreviation that ends a sentence stands before a quotation: `$90 млрд. "Отношения …`."""
    return bool(_UNIT.search(text, max(begin, at - _WINDOW), at) and _QUOTATION.match(text, at, stop))


def boundaries(text: str, start: int, stop: int, quoted: Sequence[tuple[int, int]]) -> list[int]:
    """Return the offsets at which a new sentence begins within the paragraph `text[start:stop]`.

    Args:
        text: the whole text.
        start: where the paragraph starts.
        stop: where it stops.
        quoted: sorted spans of paired quotation marks, between which no sentence ends.
    """
    found: list[int] = []
    begin = start
    dialogue = bool(_DASH_RIGHT.match(text, start, stop))
    nearest = 0
    reach = -1
    for match in _DELIMITER.finditer(text, start, stop):
        at = match.end()
        while nearest < len(quoted) and quoted[nearest][0] < at:
            reach = max(reach, quoted[nearest][1])
            nearest += 1
        if at < reach:  # within quotation marks
            continue
        if match.lastindex and at - begin > _BUFFER and not text.endswith(_SHORTENED, at - 1 - _WINDOW, at - 1):
            begin = at
            found.append(at)
            continue
        if match.group() == ";" and _bracketed(text, begin, at):
            continue
        split = SentSplit(
            text[max(start, at - 1 - _WINDOW) : at - 1], match.group(), text[at : min(stop, at + _WINDOW)]
        )
        split.buffer = text[begin : min(at - 1, begin + _BUFFER)]
        if _AUTHOR_WORDS.match(text, at, stop) or (dialogue and _DASH_RIGHT.match(text, at, stop)):
            continue
        if sentenize.join(split) and not (
            _unit_before_quotation(text, begin, at, stop) or _unit_before_opener(text, begin, at, stop)
        ):
            continue
        begin = at
        found.append(at)
    return found
