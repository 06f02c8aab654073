"""What the author says of a report: a bracket behind it, how it was said, that nobody confirmed it."""

from __future__ import annotations

from typing import Final

from ruspolnews.quotes.context import Context
from ruspolnews.quotes.finding import Range

__all__ = ["objects", "tells_how", "without_remark"]


def without_remark(ctx: Context, content: Range) -> Range:
    """Return content without a bracket at its end in which the author says something: `P (завод это отрицает)`."""
    first, last = content
    words = ctx.doc.words
    if last - first < _REMARK or words[last - 1] != ")" or ctx.outer[last - 1] >= 0:
        return content
    opening = next((i for i in range(last - 2, first, -1) if words[i] in "()"), first)
    if opening == first or words[opening] != "(" or not ctx.any_finite(opening + 1, last - 1):
        return content
    return ctx.trim(first, opening)


_REMARK: Final = 6
"""Tokens of content with a bracket, at least."""


def tells_how(ctx: Context, j: int, last: int) -> bool:
    """Whether a gerund says how something was said: `, не раскрывая подробностей`, `, имея в виду мэра`."""
    doc = ctx.doc
    if j >= last:
        return False
    j += doc.norms[j] == "не"
    if j >= last or doc.pos(j) != "GRND":
        return False
    return doc.readings(j)[0].lemma in _MANNERS or doc.norms[j : j + 3] == ["имея", "в", "виду"]


_MANNERS: Final = frozenset(
    "раскрывать раскрыть уточнять уточнить вдаваться называть подразумевать ссылаться сослаться комментировать"
    " прокомментировать отвечать приводить привести конкретизировать упирать напирать пояснять пояснить".split()
)
"""What a speaker does or leaves undone in speaking."""


def objects(ctx: Context, j: int, last: int) -> bool:
    """Whether the author says what became of the report: `, однако | правительство не подтвердило эту информацию`."""
    doc = ctx.doc
    stop = min(last, j + _OBJECTION)
    told = any(
        doc.pos(k) in ("VERB", "INFN", "PRTS") and doc.readings(k)[0].lemma in _VERIFYING and ctx.outer[k] < 0
        for k in range(j, stop)
    )
    return told and any(doc.norms[k] in _REPORTS for k in range(j, stop))


_OBJECTION: Final = 14
"""Tokens of what the author says of a report."""
_VERIFYING: Final = frozenset(
    "подтвердить подтверждать подтвердиться подтверждаться опровергнуть опровергать комментировать прокомментировать"
    " проверить отрицать".split()
)
_REPORTS: Final = frozenset(
    "это эту эти информацию информация сведения данные слухи сообщение сообщения она они".split()
)
