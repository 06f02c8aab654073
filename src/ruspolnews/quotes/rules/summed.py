"""`Мост цел — к такому выводу пришёл Лосев`: a clause, a dash, and the author's words that sum it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ruspolnews.model import Stance
from ruspolnews.quotes.context import DASHES, Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Finding
from ruspolnews.quotes.kinds import all_quoted, kind_of
from ruspolnews.quotes.lexicon import Form
from ruspolnews.quotes.source.agreement import agreement_of
from ruspolnews.quotes.source.subjects import inverted_subject

__all__ = ["summed_up"]

_SUMS: Final[dict[tuple[str, ...], tuple[str, Stance]]] = {
    ("к", "такому", "выводу"): ("вывод", Stance.OPINION),
    ("к", "такому", "мнению"): ("мнение", Stance.OPINION),
    ("такой", "вывод"): ("вывод", Stance.OPINION),
    ("такое", "мнение"): ("мнение", Stance.OPINION),
    ("такую", "оценку"): ("оценка", Stance.OPINION),
    ("такой", "прогноз"): ("прогноз", Stance.FORECAST),
    ("с", "таким", "заявлением"): ("заявление", Stance.REPORT),
    ("такое", "заявление"): ("заявление", Stance.REPORT),
    ("такое", "предположение"): ("предположение", Stance.OPINION),
    ("такое", "предупреждение"): ("предупреждение", Stance.WARNING),
}
"""Words that take a clause up behind a dash, with the lemma and stance of their noun."""
_SUCH: Final = frozenset(words[-2] for words in _SUMS)
"""The word before each noun: `такому`."""
_CLAUSE: Final = 3
"""Tokens that are a clause though no predicate is known among them, more than that."""
_SUBJECT: Final = 14
"""Tokens behind those words among which the verb stands."""


def summed_up(ctx: Context, first: int, last: int, found: Sequence[Finding]) -> Iterator[Finding]:
    """`Мост цел — к такому выводу пришёл Лосев`, `Рубль окрепнет, — такое мнение высказала Лосева`."""
    doc = ctx.doc
    if _SUCH.isdisjoint(doc.norms[first:last]):
        return
    for dash in range(first + 2, last - 3):
        if doc.words[dash] not in DASHES or ctx.outer[dash] >= 0:
            continue
        summing = next((words for words in _SUMS if tuple(doc.norms[dash + 1 : dash + 1 + len(words)]) == words), ())
        if not summing:
            continue
        noun = dash + len(summing)
        verb = next((k for k in range(noun + 1, min(last, noun + _SUBJECT)) if ctx.finite(k)), -1)
        content = ctx.trim(first, dash)
        if verb < 0 or content[0] >= content[1] or all_quoted(ctx, content):
            continue
        if not ctx.has_predicate(*content) and content[1] - content[0] <= _CLAUSE:
            continue
        if any(f.start <= content[0] and f.stop >= content[1] for f in found):
            continue
        source = inverted_subject(ctx, verb, noun + 1, last, agreement_of(ctx, verb))
        lemma, stance = _SUMS[summing]
        cue = Cue(noun, noun + 1, noun, Form(lemma, stance, frozenset(), "noun"))
        if source is not None:
            yield Finding(kind_of(ctx, [content]), (content,), cue, source, "summed_up")
        return
