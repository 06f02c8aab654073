"""`на вопрос журналистов, откроют ли мост`: what somebody was asked, before what he answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ruspolnews.mentions.phrase import NAMED
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.model import Stance
from ruspolnews.morphology.agreement import GENT
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.ending import content_end
from ruspolnews.quotes.finding import Finding
from ruspolnews.quotes.kinds import kind_of
from ruspolnews.quotes.lexicon import Form
from ruspolnews.quotes.opening import asks

__all__ = ["asked_questions"]

_FORM: Final = Form("вопрос", Stance.QUESTION, frozenset(["question"]), "noun", case="gent")
_ABOUT: Final = ["о", "том", ","]


def asked_questions(ctx: Context, first: int, last: int) -> Iterator[Finding]:
    """`на вопрос X, будет ли P`, `на вопрос о том, когда P`: whoever asks says it, nobody if it is not told."""
    doc = ctx.doc
    if _QUESTIONS.isdisjoint(doc.norms[first:last]):
        return
    for noun in range(first + 1, last - 3):
        if doc.norms[noun] not in _QUESTIONS or "на" not in doc.norms[max(first, noun - 2) : noun] or ctx.inside(noun):
            continue
        asker = phrase_at(doc, noun + 1, noun + 1, last) if doc.norms[noun + 1] not in (",", "о") else None
        if asker is not None and not (asker.cases & GENT and asker.kind in NAMED):
            continue
        comma = asker.stop if asker is not None else noun + 1
        comma += 2 if doc.norms[comma : comma + 3] == _ABOUT else 0
        if comma + 2 >= last or doc.norms[comma] != "," or not asks(ctx, comma + 1, last):
            continue
        cue = Cue(noun, noun + 1, noun, _FORM)
        content = ctx.trim(comma + 1, content_end(ctx, comma + 1, last, cue, lambda k: False, resumes=True))
        if content[0] < content[1] and ctx.has_predicate(*content):
            source = asker.but(cases=GENT) if asker is not None else None
            yield Finding(kind_of(ctx, [content]), (content,), cue, source, "asked")


_QUESTIONS: Final = frozenset(["вопрос", "вопросы"])
