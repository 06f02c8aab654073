"""What provides rather than says: laws, decrees and contracts, and inscriptions, which nobody in particular speaks."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.words import lexis
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue

__all__ = ["is_inscribed", "provides"]

_NORMS: Final = frozenset(
    "распоряжение решение указ закон законодательство законопроект постановление приказ устав правило договор"
    " соглашение контракт конституция план график требование условие норма порядок регламент кодекс традиция обычай"
    " приговор резолюция директива протокол положение процедура расписание программа бюджет стандарт статья пункт"
    " поправка принцип редакция договоренность ч ст п пп фз ук коап нк гк право инструкция обязательство этот"
    " этому".split()
)
"""What provides rather than says: `согласно закону` gives no source."""
_DRAFTS: Final = frozenset("проект документ текст бумага часть версия".split())
"""Documents that may be of what provides: `согласно проекту договора`."""
_INSCRIPTIONS: Final = frozenset(
    "надпись табличка вывеска плакат баннер транспарант лозунг слоган девиз поговорка пословица заголовок"
    " эпитафия".split()
)
_BACK: Final = 3
"""Sentences in which it is looked for what a `документ` is."""


def provides(ctx: Context, source: Phrase) -> bool:
    """Whether a source is a norm: `согласно закону`, `согласно проекту договора`, a `документ` that is a decree."""
    doc = ctx.doc
    lemma = doc.readings(source.head)[0].lemma
    if source.kind == "pronoun":
        return _follows_norm(ctx, source.start)  # `Принят закон. Согласно ему …`
    if lemma in _NORMS:
        return True
    if lemma not in _DRAFTS:
        return False
    if any(doc.pos(i) == "NOUN" and doc.readings(i)[0].lemma in _NORMS for i in range(source.head + 1, source.stop)):
        return True
    return lemma == "документ" and source.stop == source.start + 1 and _follows_norm(ctx, source.start)


def _follows_norm(ctx: Context, before: int) -> bool:
    """Whether the last document that the sentences before token `before` name is a norm."""
    doc = ctx.doc
    first = doc.sentences[max(0, doc.sentence_of(before) - _BACK)][0]
    for i in range(before - 1, first - 1, -1):
        if doc.pos(i) == "NOUN":
            lemma = doc.readings(i)[0].lemma
            if lemma in _SET or lemma in lexis().documents:
                return lemma in _SET
    return False


_SET: Final = frozenset(
    "распоряжение решение указ закон законопроект постановление приказ устав договор соглашение контракт".split()
)
"""Norms that are documents."""


def is_inscribed(ctx: Context, cue: Cue, source: Phrase | None) -> bool:
    """Whether `гласит` is said of a law or an inscription: `надпись гласит: «…»`, `закон гласит, что`."""
    if source is None or cue.form.lemma != "гласить":
        return False
    lemma = ctx.doc.readings(source.head)[0].lemma
    return lemma in _INSCRIPTIONS or provides(ctx, source)
