"""What the head of a noun phrase names: a role, a body, a medium, or a mere thing."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.media import declined_medium
from ruspolnews.mentions.traits import MEDIUM, QUOTES, traits_of
from ruspolnews.mentions.words import NAME_TAGS, body_of, lexis
from ruspolnews.morphology import Word, fold
from ruspolnews.morphology.word import ACRONYM, ASCII, CAPITAL
from ruspolnews.segmentation import Document

__all__ = ["ALONE", "head_at", "is_substantive", "medium_at"]

ALONE: Final = frozenset(
    "выжившие оставшиеся опрошенные протестующие митингующие бастующие уцелевшие близкие родные местные"
    " многие некоторые другие остальные оба обе присутствующие собравшиеся все нападавший погибший пострадавший"
    " обвиняемый обвиняемого обвиняемая подозреваемый подсудимый задержанный арестованный раненый".split()
)
_ALONE_STEMS: Final = frozenset(word[:-2] for word in ALONE if word.endswith(("ый", "ий")))


def head_at(doc: Document, i: int) -> Word:
    """Return a word with the lemma and kind of the speaker that it names as a head: the word alone tells."""
    word = doc.tokens[i]
    if not word.kind:
        word.lemma, word.kind = _kind_of(doc, i)
    return word


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
    shape = doc.tokens[i].shape
    if shape & ACRONYM and not shape & ASCII:
        return lemma, "organization"
    if shape & CAPITAL:
        known = [r for r in readings if r.known and r.score > 0.1]
        if norm in words.countries or any(x in words.countries for x in lemmas):
            return lemma, "organization"
        if shape & ASCII or any(r.tags & {"Orgn", "Geox"} for r in known):
            return lemma, "organization"
        if not known or any(r.tags & NAME_TAGS for r in known):
            return lemma, "thing"
    if readings[0].pos == "NOUN" and readings[0].animacy == "anim":
        return lemma, "group" if readings[0].number == "plur" else "role"
    return lemma, "thing"


def is_substantive(doc: Document, i: int) -> bool:
    """Whether an adjective or participle is a noun by itself: `адвокат обвиняемого`."""
    token = doc.tokens[i]
    if token.substantive < 0:
        token.substantive = 0
        for form, reading in doc.morphology.nominatives(token.norm):
            folded = fold(form)
            if folded in lexis().roles or reading.lemma in lexis().roles or folded[:-2] in _ALONE_STEMS:
                token.substantive = 1
                break
    return token.substantive == 1


_RARE: Final = 0.25
"""Score of a reading that is hardly meant: `рейтер`."""


def _is_within(doc: Document, i: int) -> bool:
    """Whether a word stands within a sentence, so that its capital letter makes it a name: `пишет Медуза`."""
    before = doc.words[i - 1] if i > doc.sentences[doc.sentence_of(i)][0] else "."
    return before[0].isalpha() and before[0].islower()


def medium_at(doc: Document, i: int, last: int) -> int:
    """Return the token after a medium's name that begins at token `i`, or 0: `РИА Новости`, `The New York Times`."""
    if not traits_of(doc.tokens[i]) & MEDIUM:
        return 0
    names = lexis().media
    shape = doc.tokens[i].shape
    top = doc.readings(i)[0]
    plain = not shape & (ASCII | ACRONYM) and top.known and "Orgn" not in top.tags and top.score > _RARE
    quoted = i > 0 and doc.words[i - 1] in QUOTES
    for j in range(min(last, i + 5), i, -1):
        if j == i + 1 and plain and not quoted and not _is_within(doc, i):
            return declined_medium(doc, i, last)[0]  # `Сегодня`, `Дождь`: a mere word outside quotation marks
        if doc.text[doc.starts[i] : doc.stops[j - 1]].lower().replace("ё", "е") in names:
            return j
    if not shape & (ASCII | ACRONYM) and (quoted or _is_within(doc, i)):
        if any(fold(form) in names for form, _ in doc.morphology.nominatives(doc.tokens[i].norm)):
            return i + 1  # `по данным Известий`, `сообщили «Ведомостям»`
    return declined_medium(doc, i, last)[0] if not shape & (ASCII | ACRONYM) else 0
