"""The cases in which a name can stand, by the verb beside it and the preposition or title before it."""

from __future__ import annotations

from functools import cache
from typing import Final

from ruspolnews.lexicon import load
from ruspolnews.mentions.parts import title_before
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import ACTING
from ruspolnews.mentions.scanning import phrases_with
from ruspolnews.mentions.words import TIMES, adjective, lexis, noun
from ruspolnews.morphology import Reading, fold
from ruspolnews.morphology.agreement import (
    ABLT,
    ACCS,
    ANY,
    DATV,
    FEMN,
    GENT,
    NOMN,
    Agreements,
    agreeing,
    all_of,
    within,
)
from ruspolnews.segmentation import Document

__all__ = ["finite_verb", "governed"]

_ATTRIBUTIONS: Final = frozenset(
    "словам мнению данным сведениям информации версии оценке оценкам утверждению заявлению убеждению прогнозу"
    " сообщению признанию имени участием поручению указанию инициативе слова слов".split()
)


def finite_verb(doc: Document, i: int) -> Reading | None:
    """Return the reading of the finite verb in small letters at token `i`."""
    reading = doc.readings(i)[0]
    return reading if reading.pos == "VERB" and doc.words[i][0].islower() else None


def governed(doc: Document, start: int, stop: int, agreements: Agreements) -> Agreements:
    """Return the agreements that the verb beside the name, or a preposition or title before it, leaves."""
    i = start - 1 if doc.sentences[doc.sentence_of(start)][0] < start else -1
    verb = finite_verb(doc, stop) if stop < len(doc.words) else None
    free = i < 0 or doc.pos(i) not in ("PREP", "NOUN", "ADJF", "PRTF") or not doc.words[i][0].islower()
    if not free and verb is not None and verb.gender:  # `депутат думы Алена Королева назвала`
        head = title_before(doc, start)
        free = head is not None and (bool(_cases_of(doc, head) & NOMN) or _titled_subject(doc, start, head))
        free = free or (head is None and _is_adverbial(doc, start))
    if free and verb is not None and verb.number == "sing":
        subjects = agreements & agreeing("nomn", "", verb.gender)
        if subjects:
            return subjects
    if i < 0:
        return agreements
    before = finite_verb(doc, i)
    if before is not None and "tran" in before.tags and before.number == "plur":
        return agreements & (DATV if before.lemma in _GIVING else ACCS | GENT) or agreements
    if before is not None and (before.gender == "femn" or (before.gender == "masc" and "intr" in before.tags)):
        subjects = agreements & agreeing("nomn", "sing", before.gender)
        if subjects:  # `навестила Марина`, not `Марина` for `Марин`
            return subjects
    if before is not None and before.number == "plur":
        return agreements & ~NOMN or agreements
    if before is not None and "intr" in before.tags:
        return agreements & (agreeing("nomn", "", before.gender) | ABLT | DATV) or agreements
    governed = _cases_before(doc, i)
    if governed:
        return agreements & governed or agreements & ~NOMN or agreements
    if doc.norms[i] in _ATTRIBUTIONS:
        return agreements & GENT or agreements
    if doc.norms[i] in _HIMSELF:
        return agreements & adjective(doc, i) or agreements
    head = title_before(doc, start)
    if head is not None:
        women = agreements & agreeing("nomn", "", "femn")
        if women and women != agreements:
            if _told_before(doc, _titled(doc, start, head)):
                return women  # `пояснила помощник главы управления | Яна Лужина`
            if _is_womans_title(doc, head, start):
                return women  # `говорит медсестра | Валентина Бойко`
        return agreements & (_cases_of(doc, head) | GENT) or agreements
    noun_before = doc.readings(i)[0]
    if verb is None and noun_before.pos == "NOUN" and noun_before.animacy == "inan" and doc.words[i][0].islower():
        if noun_before.lemma not in TIMES and noun_before.case != "gent":
            return agreements & GENT or agreements  # `задержание Александра Волкова`
    return agreements


def _is_adverbial(doc: Document, stop: int) -> bool:
    """Whether only a preposition and its noun stand before a name: `В синем плаще | Агата Линд вышла`."""
    first = doc.sentences[doc.sentence_of(stop)][0]
    if not first < stop <= first + _ADVERBIAL or doc.norms[first] in ("по", "со"):
        return False
    return doc.pos(first) == "PREP" and not any(doc.pos(i) in ("VERB", "PREP") for i in range(first + 1, stop))


_ADVERBIAL: Final = 5
"""Tokens of a preposition with its noun that opens a sentence, at most."""


def _told_before(doc: Document, phrase: Phrase | None) -> bool:
    """Whether a verb of a woman stands right before a phrase."""
    verb = finite_verb(doc, phrase.start - 1) if phrase is not None and phrase.start else None
    return verb is not None and verb.gender == "femn"


def _is_womans_title(doc: Document, head: int, start: int) -> bool:
    """Whether a title can only be a woman's who is a subject, and the name is not whom it is related to."""
    cases = noun(doc, head)
    if not cases & NOMN or cases & NOMN & ~FEMN or (head and doc.pos(head - 1) == "PREP"):
        return False
    return start > head + 1 or doc.readings(head)[0].lemma not in lexis().relational  # `соседка | Бориса Бойко`


def _titled_subject(doc: Document, start: int, title: int) -> bool:
    """Whether a name closes a phrase with another head that can be a subject.

    `И. о. мэра | Анна Лужина сообщила`, `уполномоченный по правам студентов | Анна Лужина напомнила`.
    """
    phrase = _titled(doc, start, title)
    if phrase is None:
        return False
    return doc.norms[phrase.start] == "и" or any(doc.pos(i) == "PREP" for i in range(phrase.head + 1, title))


def _titled(doc: Document, start: int, title: int) -> Phrase | None:
    """Return the phrase that a name closes if it has another head than `title` and can be a subject."""
    phrases = phrases_with(doc, [start], *doc.sentences[doc.sentence_of(start)])
    phrase = next((p for p in phrases if p.kind == "person" and p.name == (start, p.stop) and p.head < title), None)
    if phrase is None or not phrase.cases & NOMN:
        return None
    return phrase


def _cases_of(doc: Document, head: int) -> Agreements:
    """Return the cases in which a title stands, by what stands before it: `по мнению директора`."""
    own = all_of(noun(doc, head))
    if not head:
        return own
    if doc.norms[head - 1] in _ACTING or doc.norms[max(0, head - 4) : head] == ACTING:
        return ANY  # `врио губернатора Анна Лужина`
    if doc.norms[head - 1] in _ATTRIBUTIONS:
        return own & GENT
    return own & _cases_before(doc, head - 1) or own


_ACTING: Final = frozenset(["врио", "ио", "обязанности"])
_HIMSELF: Final = frozenset("сам сама самого самой самому самим самом саму".split())
_GIVING: Final = frozenset(
    "передать передавать вручить вручать направить отправить послать поручить предложить подарить выдать доверить"
    " предъявить адресовать посвятить напомнить ответить сообщить".split()
)
"""Verbs whose person, where the subject is dropped, is the one who receives."""


@cache
def _prepositions() -> dict[str, Agreements]:
    return {fold(row["word"]): within(row["cases"].split(",")) for row in load("prepositions", "word", "cases")}


def _cases_before(doc: Document, i: int) -> Agreements:
    """Return the cases that a preposition at token `i` asks for, also over a noun and `и`: `с Леной и Иваном`."""
    cases = _prepositions().get(doc.norms[i])
    if cases is not None:
        return cases
    if doc.pos(i) == "PREP":
        return ANY & ~NOMN
    if doc.norms[i] != "и":
        return 0
    for k in range(i - 2, max(-1, i - 5), -1):
        cases = _prepositions().get(doc.norms[k])
        if cases is not None:
            return cases & all_of(noun(doc, i - 1))
    return 0
