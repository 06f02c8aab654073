"""Quotations with a colon: words of the author or a speaker before it, or a headline whose source follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ruspolnews.mentions.phrase import NAMED
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.scanning import noun_phrases
from ruspolnews.model import QuoteKind, Stance
from ruspolnews.morphology.agreement import NOMN
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.cues import Cue
from ruspolnews.quotes.finding import Finding, Range
from ruspolnews.quotes.lexicon import Form
from ruspolnews.quotes.rules.occasion import acts, explained_by, where_said
from ruspolnews.quotes.source.agreement import Agreement
from ruspolnews.quotes.source.attributed import TEXTS, quoted_person
from ruspolnews.quotes.source.author import colon_source
from ruspolnews.quotes.source.places import PLACES, in_place
from ruspolnews.quotes.source.subjects import subject

__all__ = ["colon_after", "colon_before", "colon_within", "list_item", "text_noun"]


def colon_before(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`Петров сказал: «Мы готовы»`, `Петров: «Мы готовы»`, `в документе говорится: «…»`."""
    opening, closing = quotation
    doc = ctx.doc
    colon = ctx.before_marks(opening)
    if colon <= first or doc.words[colon] != ":":
        return None
    if _lists_names(ctx, quotation):
        return None
    content = (ctx.trim(opening + 1, closing),)
    for cue in reversed(ctx.cues_in(first, colon)):
        if ctx.outer[cue.head] >= 0 or cue.form.mode == "participle" or cue.form.person == "1per":
            continue
        if cue.form.mode == "noun" and ctx.any_finite(cue.last, colon):
            own = cue.form.lemma in _WORDS and cue.first <= first + 1
            if not (own and ctx.has_predicate(*quotation) and doc.words[opening + 1][0].isupper()):
                continue  # else `По словам мэра, мост скоро откроют: «Осталось немного»`
        if "weak" in cue.form.note and ctx.is_name(quotation) and doc.words[closing - 1] not in "!?…":
            return None  # `выступал за команды: «Волна», «Луч»`
        source, zero = colon_source(ctx, cue, first, colon)
        return Finding(QuoteKind.DIRECT, content, cue, source, "colon_before", zero)
    phrases = noun_phrases(doc, first, colon)
    if phrases and phrases[0].start <= first + 1 and phrases[0].stop < colon and phrases[0].cases & NOMN:
        if where_said(ctx, phrases[0], quotation):
            return Finding(QuoteKind.DIRECT, content, None, phrases[0], "colon_before")
        if len(phrases) > 1 and explained_by(ctx, phrases[0], phrases[1], colon):
            return Finding(QuoteKind.DIRECT, content, None, phrases[0].but(stop=colon), "colon_before")
    worded = quoted_person(ctx, first, colon, TEXTS)
    if worded is not None and worded.stop == colon and worded.start <= first + 2:
        noun = text_noun(ctx, worded.start - 1)
        return Finding(QuoteKind.DIRECT, content, noun, worded, "colon_before")  # `Слова Зорича: «…»`
    if phrases and phrases[-1].stop == colon and phrases[-1].start <= first + 1 and phrases[-1].cases & NOMN:
        if phrases[-1].kind in NAMED:
            return Finding(QuoteKind.DIRECT, content, None, phrases[-1], "colon_before")
    if phrases and _is_bracketed(ctx, phrases[0].stop, colon) and phrases[0].start <= first + 1:
        spoken = phrases[0].kind == "person" or ctx.has_predicate(*quotation)
        if phrases[0].kind in NAMED and phrases[0].cases & NOMN and spoken:
            return Finding(QuoteKind.DIRECT, content, None, phrases[0], "colon_before")
    if phrases and acts(ctx, phrases[0], first, quotation):
        return Finding(QuoteKind.DIRECT, content, None, phrases[0], "colon_before")
    if _LABELS.get(doc.norms[colon - 1]) == colon - first:  # `Дословно: «…»`: whoever spoke before
        return Finding(QuoteKind.DIRECT, content, text_noun(ctx, colon - 1), None, "colon_before", True)
    return None


_LABELS: Final = {"дословно": 1, "цитата": 1, "цитирую": 1, "речь": 2}
"""The last words of what announces a quotation and names nobody, and how many they are: `прямая речь`."""


def colon_within(ctx: Context, quotation: Range, found: Sequence[Finding]) -> Iterator[Finding]:
    """`«Её спросили: "Вам не пора?" — и ушли», — сказал сын`: speech in marks of its own within direct speech."""
    doc = ctx.doc
    home = ctx.outer[quotation[0]]
    whole = next((f for f in found if f.kind == QuoteKind.DIRECT and f.start <= quotation[0] + 1 < f.stop), None)
    for opening in range(quotation[0] + 2, quotation[1] if whole is not None else 0):
        closing = doc.marks.get(opening, -1)
        if closing <= opening + 1 or doc.words[opening - 1] != ":" or closing >= quotation[1]:
            continue
        first = max(quotation[0] + 1, opening - _TOLD)
        first = next((k + 1 for k in range(opening - 2, first, -1) if doc.words[k] in ".!?…"), first)
        for cue in reversed(ctx.cues_in(first, opening - 1)):
            near = "," not in doc.words[cue.last : opening - 1] and ctx.outer[cue.head] == home
            if near and cue.form.mode == "finite" and "direct" in cue.form.frames:
                source = subject(ctx, cue.head, first, opening - 1, Agreement.of(cue.form))
                content = (ctx.trim(opening + 1, closing),)
                yield Finding(QuoteKind.DIRECT, content, cue, source, "colon_within")
                break


_TOLD: Final = 12
"""Tokens before speech within speech among which its cue stands."""
_WORDS: Final = frozenset(["по словам", "со слов", "по мнению", "по признанию", "по утверждению", "по воспоминаниям"])
"""Phrases of somebody's own words, which a quotation behind a colon goes on with."""


def _is_bracketed(ctx: Context, i: int, colon: int) -> bool:
    """Whether nothing but brackets stands between a speaker and the colon: `Зорич (цитата по «Волне»): «…»`."""
    words = ctx.doc.words
    short = i < colon < i + _BRACKET
    return short and words[i] == "(" and words[colon - 1] == ")" and ")" not in words[i : colon - 1]


_BRACKET: Final = 24
"""Tokens of a bracket before a colon, at most."""


def _lists_names(ctx: Context, quotation: Range) -> bool:
    """Whether a quotation and the next are names of a list: `поздравили три клуба: «Волна», «Заря» и «Луч»`."""
    words = ctx.doc.words
    opening, closing = quotation
    number = ctx.outer[opening] + 1
    if closing - opening > _NAME or words[closing - 1] in "!?…" or number >= len(ctx.quotations):
        return False
    other = ctx.quotations[number]
    listed = other[0] == closing + 2 and ctx.doc.norms[closing + 1] in (",", "и")
    return listed and ctx.is_name(quotation) and ctx.is_name(other) and words[other[1] - 1] not in "!?…"


_NAME: Final = 4
"""Tokens of a name in a list with its marks, at most."""


def text_noun(ctx: Context, i: int) -> Cue:
    """Return a cue of a noun for words or a text: `письмо`, `комментарий`."""
    lemma = ctx.doc.readings(i)[0].lemma
    return Cue(i, i + 1, i, Form(lemma, Stance.REPORT, frozenset(), "noun", case="gent"))


def colon_after(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`«Мы не уступим»: глава профсоюза о стачке`, `…: в палате ответили на упрёки`: a headline, then its source."""
    opening, closing = quotation
    doc = ctx.doc
    begin = closing + 2
    if opening != first or begin >= last or doc.words[closing + 1] != ":" or doc.words[last - 1] == ".":
        return None
    content = (ctx.trim(opening + 1, closing),)
    if doc.norms[begin] in PLACES:
        place = in_place(ctx, begin, last)
        spoken = place is not None and ctx.has_predicate(*quotation) and _speech_follows(ctx, place.stop, last)
        return Finding(QuoteKind.DIRECT, content, None, place, "colon_after") if spoken else None
    source = phrase_at(doc, begin, begin, last)
    if source is None or not source.cases & NOMN or source.kind not in ("person", "role", "organization", "group"):
        return None
    about = source.stop >= last or doc.norms[source.stop] in ("о", "об", "про")
    if not about and not (ctx.has_predicate(*quotation) and _speech_follows(ctx, source.stop, last)):
        return None
    return Finding(QuoteKind.DIRECT, content, None, source, "colon_after")


def _speech_follows(ctx: Context, i: int, last: int) -> bool:
    """Whether a finite verb of speech stands right behind a source: `рассказал о стачке`."""
    return any(cue.form.mode == "finite" for cue in ctx.cues_in(i, min(last, i + 2)))


def list_item(ctx: Context, quotation: Range, first: int, last: int) -> Finding | None:
    """`скандировали: «Свободу!», «Долой!»`: a quotation after another, joined by a comma or `и`."""
    opening, closing = quotation
    i = opening - 1
    if i <= first or ctx.doc.norms[i] not in (",", "и", ";") or ctx.outer[i - 1] < 0:
        return None
    before = ctx.quotations[ctx.outer[i - 1]]
    if before[1] != i - 1:
        return None
    model = colon_before(ctx, before, first, last) or list_item(ctx, before, first, last)
    if model is None:
        return None
    content = (ctx.trim(opening + 1, closing),)
    return Finding(model.kind, content, model.cue, model.source, "list_item", model.zero, model.follows)
