"""What can stand between a speaker and a colon without a verb of speech: theme, place, title, deed."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.morphology.word import is_latin
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.finding import Range

__all__ = ["acts", "explained_by", "where_said"]

_OCCASION: Final = 12
"""Tokens between a speaker without a verb and the colon."""
_OCCASIONS: Final = frozenset(
    "интервью эфир беседа разговор комментарий пресс-конференция брифинг встреча заседание совещание выступление речь"
    " обращение послание письмо пост блог микроблог подкаст программа телеграм-канал telegram-канал соцсеть вопрос"
    " форум саммит митинг суд слово дебаты трибуна инстаграм твиттер фейсбук телеграм".split()
)
"""Where somebody is quoted from without a verb: `Зорич в интервью «Заре»: «…»`."""
_TITLE: Final = 2
"""Tokens of what is rather a title than words."""


def where_said(ctx: Context, phrase: Phrase, quotation: Range) -> bool:
    """Whether what stands after a speaker without a verb is theme or place: `Зорич о мосте: «…»`, `… в эфире: «…»`."""
    opening, closing = quotation
    norm = ctx.doc.norms[phrase.stop]
    if norm in ("о", "об", "про"):
        return phrase.kind != "thing"
    if norm not in ("в", "во", "на") or phrase.kind not in ("person", "role") or opening - phrase.stop > _OCCASION:
        return False
    said = [r.lemma for i in range(phrase.stop + 1, min(opening, phrase.stop + 4)) for r in ctx.doc.readings(i)[:2]]
    if _OCCASIONS.isdisjoint(said) and not is_latin(ctx.doc.words[phrase.stop + 1]):
        return False
    listed = ctx.doc.norms[closing + 1 : closing + 2] in ([","], ["и"], [";"])  # `Зорич в фильмах: «Луна», «Солнце»`
    return closing - opening > _TITLE and not listed and not ctx.any_finite(phrase.stop, opening)


def explained_by(ctx: Context, person: Phrase, role: Phrase, colon: int) -> bool:
    """Whether only a role stands between a person and the colon: `Анна Зуева, мать двоих детей: «…»`."""
    norms = ctx.doc.norms
    if person.kind != "person" or role.kind != "role" or not role.cases & NOMN or norms[person.stop] != ",":
        return False
    if role.start != person.stop + 1 or colon - role.start > _OCCASION or "," in norms[role.start : colon]:
        return False
    return not ctx.any_finite(role.start, colon)


def acts(ctx: Context, phrase: Phrase, first: int, quotation: Range) -> bool:
    """Whether somebody did something before a whole utterance: `Зорич развёл руками: «Мы ждём».`."""
    doc = ctx.doc
    opening, closing = quotation
    pointing = phrase.kind == "pronoun" and doc.norms[phrase.head] in ("он", "она", "тот", "та")
    if not (pointing or phrase.kind in ("person", "role")) or not phrase.cases & NOMN or phrase.start > first + 2:
        return False
    verb = next((k for k in range(phrase.stop, min(opening, phrase.stop + _OCCASION)) if ctx.finite(k)), -1)
    if verb < 0 or phrase.number == "plur" or doc.readings(verb)[0].number != "sing" or "," in doc.norms[verb:opening]:
        return False
    if not doc.words[opening + 1][0].isupper() or any(r.lemma in _WORKS for r in doc.readings(opening - 2)[:2]):
        return False
    ends = closing + 1 >= len(doc.words) or doc.words[closing + 1] in ".—–" or doc.words[closing - 1] in ".!?…"
    whole = ctx.any_finite(opening + 1, closing) or ctx.tells_this(quotation) or doc.words[closing - 1] in "!?"
    return ends and whole and closing - opening > _UTTERANCE


_UTTERANCE: Final = 2
"""Tokens of an utterance, at least."""
_WORKS: Final = frozenset(
    "фильм книга роман песня альбом картина стих рассказ повесть пьеса спектакль клип сериал надпись плакат лозунг"
    " транспарант баннер табличка статья заголовок девиз слоган правило принцип поговорка пословица закон название"
    " рубрика тема задача вопрос цель причина версия условие вариант".split()
)
"""What is written or named, and not said, where its words follow: `снял фильм: «Мы ждём»`."""
