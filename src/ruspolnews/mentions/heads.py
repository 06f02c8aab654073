"""What the head of a noun phrase names: a role, a body, a medium, or a mere thing."""

from __future__ import annotations

from functools import cache
from typing import Final

from ruspolnews.mentions.words import NAME_TAGS, body_of, is_acronym, is_capital, lexis
from ruspolnews.morphology import fold
from ruspolnews.segmentation import Document

__all__ = [
    "ALONE",
    "QUOTES",
    "is_substantive",
    "is_undeclined_role",
    "kind_at",
    "medium_at",
]

ALONE: Final = frozenset(
    "выжившие оставшиеся опрошенные протестующие митингующие бастующие уцелевшие близкие родные местные"
    " многие некоторые другие остальные оба обе присутствующие собравшиеся все нападавший погибший пострадавший"
    " обвиняемый обвиняемого обвиняемая подозреваемый подсудимый задержанный арестованный раненый".split()
)
_ALONE_STEMS: Final = frozenset(word[:-2] for word in ALONE if word.endswith(("ый", "ий")))
QUOTES: Final = frozenset('«"„“')


def kind_at(doc: Document, i: int) -> tuple[str, str]:
    """Return the lemma of a head and what kind of speaker it names: the word alone tells."""
    token = doc.tokens[i]
    if token.kind is None:
        token.kind = _kind_of(doc, i)
    return token.kind


def _kind_of(doc: Document, i: int) -> tuple[str, str]:
    words = lexis()
    norm = doc.norms[i]
    if norm in ALONE:
        return norm, "group" if norm.endswith(("ие", "ые")) else "role"
    readings = doc.readings(i)
    lemmas = [r.lemma for r in readings if r.pos == "NOUN"]
    if not readings[0].known:
        lemmas += filter(None, [body_of(norm, readings)])
    if "-" in norm and norm not in words.roles:
        lemmas += [r.lemma for part in norm.split("-") if part for r in doc.morphology.readings(part)[:1]]
    for lemma in (norm, *lemmas):
        kind = words.kinds.get(lemma)
        if kind is not None:
            return lemma, kind
    lemma = lemmas[0] if lemmas else norm
    if is_acronym(doc.words[i]) and not doc.words[i].isascii():
        return lemma, "organization"
    if is_capital(doc.words[i]):
        known = [r for r in readings if r.known and r.score > 0.1]
        if norm in words.countries or any(x in words.countries for x in lemmas):
            return lemma, "organization"
        if doc.words[i].isascii() or any(r.tags & {"Orgn", "Geox"} for r in known):
            return lemma, "organization"
        if not known or any(r.tags & NAME_TAGS for r in known):
            return lemma, "thing"
    if readings[0].pos == "NOUN" and readings[0].animacy == "anim":
        return lemma, "group" if readings[0].number == "plur" else "role"
    return lemma, "thing"


def is_undeclined_role(doc: Document, i: int) -> bool:
    """Whether a word is a role that ends in a genitive and does not change: `замруководителя`."""
    return (
        doc.norms[i].startswith("зам")
        and not doc.norms[i].startswith("заместител")
        and doc.norms[i].endswith(("а", "я", "ы", "его"))
        and doc.norms[i] in lexis().roles
    )


def is_substantive(doc: Document, i: int) -> bool:
    """Whether an adjective or participle is a noun by itself: `адвокат обвиняемого`."""
    return any(
        fold(form) in lexis().roles or reading.lemma in lexis().roles or fold(form)[:-2] in _ALONE_STEMS
        for form, reading in doc.morphology.nominatives(doc.norms[i])
    )


def medium_at(doc: Document, i: int, last: int) -> int:
    """Return the token after a medium's name that begins at token `i`, or 0: `РИА Новости`, `The New York Times`."""
    word = doc.words[i]
    if not word[0].isupper() or doc.norms[i][:3] not in _media_openings():
        return 0
    names = lexis().media
    top = doc.readings(i)[0]
    plain = not word.isascii() and not is_acronym(word) and top.known and "Orgn" not in top.tags
    quoted = i > 0 and doc.words[i - 1] in QUOTES
    for j in range(min(last, i + 5), i, -1):
        if j == i + 1 and plain and not quoted:
            return 0  # `Сегодня`, `Дождь`: a mere word outside quotation marks
        if doc.words[i][0].isupper() and doc.text[doc.starts[i] : doc.stops[j - 1]].lower().replace("ё", "е") in names:
            return j
    return 0


@cache
def _media_openings() -> frozenset[str]:
    """Return the first letters of the media, up to three: all that a token at which a name begins may begin with."""
    return frozenset(name[:size] for name in lexis().media for size in (1, 2, 3))
