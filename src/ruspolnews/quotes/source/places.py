"""Bodies and documents in which something was said or stands: `сообщили в МИД`, `в докладе говорится`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import in_case, phrase_at
from ruspolnews.mentions.scanning import noun_phrases
from ruspolnews.mentions.words import lexis
from ruspolnews.morphology.agreement import LOCT, OF_CASE
from ruspolnews.quotes.clauses import subordinate
from ruspolnews.quotes.context import Context
from ruspolnews.quotes.source.choosing import SPEAKERS

__all__ = ["PLACES", "in_place", "nearest_place", "places_at", "there"]

PLACES: Final = frozenset(["в", "во", "из", "на", "у"])


def in_place(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return the body in which something was said: `в МИД сообщили`, `сообщили в пресс-службе`."""
    aside = subordinate(ctx, first, last)
    places = (i for i in range(first, last - 1) if not any(a <= i < b for a, b in aside))
    return next(places_at(ctx, places, last), None)


def there(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return `там`, the body that spoke before: `Там добавили, что …`."""
    i = next((i for i in range(first, last) if ctx.doc.norms[i] == "там"), -1)
    return Phrase(i, i + 1, i, "pronoun", LOCT, "", "") if i >= 0 else None


def nearest_place(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return the last body or document before token `last`: `в докладе говорится`, `письмо, в котором говорится`."""
    doc = ctx.doc
    aside = subordinate(ctx, first, last)
    for i in range(last - 1, first - 1, -1):
        if doc.norms[i] == "где" and i > first and doc.norms[i - 1] == ",":
            return _antecedent(ctx, first, i - 1)
        if i > first and doc.norms[i] in ("котором", "которой", "которых") and doc.norms[i - 1] in PLACES:
            return _antecedent(ctx, first, i - 1)
        if doc.norms[i] in PLACES and not any(a <= i < b for a, b in aside):
            return next(places_at(ctx, range(i, i + 1), last), None) or in_place(ctx, first, i)
    return None


def _antecedent(ctx: Context, first: int, last: int) -> Phrase | None:
    """Return what a relative after a comma refers to: the last document, else the last medium or body but no place."""
    before = [p for p in noun_phrases(ctx.doc, first, last) if p.kind in ("document", "medium", "organization")]
    documents = [p for p in before if p.kind == "document"]
    bodies = [p for p in before if not any("Geox" in r.tags for r in ctx.doc.readings(p.head))]
    return next(iter(documents[-1:] or bodies[-1:]), None)


def places_at(ctx: Context, places: Iterable[int], last: int) -> Iterator[Phrase]:
    """Yield the bodies and documents that follow a preposition of place at one of the tokens `places`."""
    doc = ctx.doc
    for i in places:
        if doc.norms[i] in PLACES:
            marked = doc.words[i + 1] in '«„“"'
            if marked and i + 2 < last and doc.words[i + 2][0].islower():
                continue  # `обвиняют в «организации …»`
            name = phrase_at(doc, i + 1, i + 1, last)
            if doc.norms[i + 1 : i + 3] == ["том", "же"]:  # no `том` of a book
                same = phrase_at(doc, i + 3, i + 3, last) if i + 3 < last else None
                name = same.but(start=i + 1) if same is not None else name
            phrase = name or phrase_at(doc, i + 2, i + 2, last) if marked else name
            if phrase and _is_occasion(ctx, phrase, doc.norms[i]):
                continue
            if phrase and phrase.kind in SPEAKERS and phrase.kind != "person":
                case = "gent" if doc.norms[i] in ("из", "у") else "loct"
                yield in_case(ctx.doc, phrase, OF_CASE[case]) if OF_CASE[case] & phrase.cases else phrase


_OCCASIONS: Final = frozenset(["organization", "group", "role"])
_ASKED: Final = frozenset("запрос вопрос просьба обращение письмо звонок".split())
_ANYWHERE: Final = frozenset(["сети", "интернете", "интернет"])


def _is_occasion(ctx: Context, phrase: Phrase, preposition: str) -> bool:
    """Whether a place is where something was said and no source: `в сети ходят слухи`, `на премьере объявили`."""
    if ctx.doc.norms[phrase.head] in _ANYWHERE and phrase.stop == phrase.start + 1:
        return True
    if preposition == "на" and ctx.doc.readings(phrase.head)[0].lemma in _ASKED:
        return True  # `на запрос «Вестника» | в мэрии ответили`
    if preposition != "на" or phrase.kind not in _OCCASIONS:
        return False
    lemma = ctx.doc.readings(phrase.head)[0].lemma
    known = lemma in lexis().organizations or lemma in lexis().media_nouns
    return not known and (phrase.name is not None or phrase.kind == "role")
