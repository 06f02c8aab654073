"""Tokens of a paragraph as the grammar of amounts sees them: `5-7` is three lexemes, `US$` is one."""

from __future__ import annotations

import re
from typing import Final, final

from ruspolnews.compiling import mypyc_attr
from ruspolnews.figures.vocabulary import Vocabulary
from ruspolnews.morphology import fold
from ruspolnews.segmentation import Document

__all__ = ["DASHES", "Lexeme", "lex"]

DASHES: Final = frozenset(("-", "--", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"))
_PART: Final = re.compile(r"[^\-\u2010-\u2014\u2212]+|[\-\u2010-\u2014\u2212]")
_CASE_LETTERS: Final = frozenset(("х", "ти", "мя", "ми"))
_CASE_ENDING: Final = re.compile(r"(\d+)[\-\u2010\u2011](?:ти|и|ю|ми|мя|х|м|рех|ех|мью)$")


@mypyc_attr(acyclic=True)
@final
class Lexeme:
    """A word, number, sign or punctuation mark; `glued` says that no space stands before it."""

    __slots__ = ("glued", "norm", "start", "stop", "word")

    def __init__(self, start: int, stop: int, norm: str, word: str, glued: bool) -> None:
        self.start = start
        self.stop = stop
        self.norm = norm
        self.word = word
        self.glued = glued


def lex(doc: Document, first: int, last: int, words: Vocabulary) -> list[Lexeme]:
    """Return the lexemes of tokens `first` to `last`, half open."""
    found: list[Lexeme] = []
    end = -1
    for i in range(first, last):
        start, stop, norm, word = doc.starts[i], doc.stops[i], doc.norms[i], doc.words[i]
        glued = start == end
        end = stop
        if not norm:  # a lone invisible character
            continue
        if glued and norm in _CASE_LETTERS and found[-1].norm.isdecimal() and i + 1 < last:
            if doc.norms[i + 1] in words.scales or doc.norms[i + 1] in words.nouns:  # 3х миллионов
                found[-1].stop = stop
                continue
        if len(word) > 2 and not word.isalpha() and not word.isdecimal() and _splits(norm, words):
            ending = _CASE_ENDING.match(norm)
            if ending:  # 5-ти миллионов
                found.append(Lexeme(start, stop, ending[1], ending[1], glued))
                continue
            for part in _PART.finditer(word):
                a, b = part.span()
                if folded := fold(part.group()):
                    found.append(Lexeme(start + a, start + b, folded, part.group(), glued if a == 0 else True))
        elif glued and found and word in "$¥" and found[-1].word + word in words.signs:
            found[-1] = Lexeme(found[-1].start, stop, found[-1].norm + norm, found[-1].word + word, found[-1].glued)
        else:
            found.append(Lexeme(start, stop, norm, word, glued))
    return found


def _splits(norm: str, words: Vocabulary) -> bool:
    """Whether a hyphenated token is numbers side by side: `5-7`, `две-три`, `20-долларовый`, `(5) рублей–7`."""
    head = _PART.match(norm)
    if head is None or head.end() == len(norm):
        return False
    return (
        norm[0].isdecimal() or head.group() in words.numberish or (norm[-1].isdecimal() and head.group() in words.nouns)
    )
