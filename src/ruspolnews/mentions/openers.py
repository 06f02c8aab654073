"""What opens a phrase without a head of its own: pronouns, numbers with who is counted, names in quotation marks."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Final

from ruspolnews.mentions.complements import case_end, complement_end, descriptor_end, modifies
from ruspolnews.mentions.declension import forms_of
from ruspolnews.mentions.heads import is_substantive, medium_at
from ruspolnews.mentions.media import cases_of_medium
from ruspolnews.mentions.phrase import Phrase, make
from ruspolnews.mentions.traits import ABOUT, NUMBERS, OF_NUMBERS
from ruspolnews.mentions.words import PRONOUNS, TIMES, adjective, is_capital, lexis, noun
from ruspolnews.morphology.agreement import ACCS, ANY, GENT, NOMN, OF_CASE, PLUR, SING, Agreements, agreeing, all_of
from ruspolnews.morphology.word import is_latin
from ruspolnews.segmentation import Document

__all__ = ["counted", "owns", "pronominal", "pronoun_at", "quoted"]

_DASHES: Final = (["—"], ["–"], ["-"])


def pronoun_at(doc: Document, i: int) -> Phrase:
    """Return the pronoun at token `i`, be it a possessive before its noun."""
    case, number, gender = PRONOUNS[doc.norms[i]]
    cases = GENT | ACCS if case == "gent" else OF_CASE[case]
    return Phrase(i, i + 1, i, "pronoun", cases, number, gender)


def counted(doc: Document, i: int, last: int) -> Phrase | None:
    """`пять депутатов`, `12 экспертов фонда`, `двое юристов`: a number and who is counted, as they may be subject."""
    j = i + 1
    about = doc.norms[i] in ABOUT
    if about:
        if j + 1 >= last or not (doc.words[j].isdigit() or doc.pos(j) == "NUMR"):
            return None
        j += 1
    if j + 1 < last and doc.words[j] == "%":
        j += 1  # `52% опрошенных`
    stop = _few_end(doc, i, j, last) or case_end(doc, j, last, GENT) or j + 1
    who = [
        r
        for r in doc.readings(stop - 1)[:4]
        if r.pos == "NOUN"
        and r.case == "gent"
        and (r.animacy == "anim" or r.lemma in lexis().organizations or r.lemma in lexis().roles)
        and r.lemma not in TIMES
    ]
    number = doc.norms[j - 1] in NUMBERS or doc.norms[j - 1] in OF_NUMBERS
    if not who and stop == j + 1 and number and is_substantive(doc, j):  # `двое задержанных`
        who = [r for r in doc.readings(j) if r.pos in ("PRTF", "ADJF") and r.case == "gent" and r.number == "plur"]
    if not who or doc.words[stop - 1][0].isupper():
        return None
    if stop < last and doc.norms[stop] in lexis().roles.get(who[0].lemma, ()):  # `два источника в отрасли`
        stop = descriptor_end(doc, stop + 1, last) or stop if stop + 1 < last else stop
    elif stop < last:
        stop = complement_end(doc, stop, last, None, "group") or stop
    for _ in range(2):  # `два источника РБК | в правительстве | США`
        closing = doc.marks.get(stop, -1)
        if stop < closing < last and is_capital(doc.words[stop + 1]) and closing - stop < 7:
            stop = closing + 1
        elif stop + 1 < last and doc.norms[stop] in lexis().roles.get(who[0].lemma, ()):
            stop = descriptor_end(doc, stop + 1, last) or stop
        elif stop < last and is_capital(doc.words[stop]):
            stop = complement_end(doc, stop, last, None, "group") or stop
    cases = (_OF_FEW if doc.norms[i] in _FEW else _OF_MANY) if doc.norms[i] in OF_NUMBERS else _MANY
    return Phrase(i, stop, i, "group", cases, "" if about else "plur", "")


def _few_end(doc: Document, i: int, j: int, last: int) -> int:
    """Return the token behind few who are described, or 0: `три европейских дипломата`, with one noun of one."""
    k = j
    while k < last and doc.norms[i] in _TWO_TO_FOUR and doc.pos(k) in ("ADJF", "PRTF") and adjective(doc, k) & PLUR:
        k += 1
    return k + 1 if j < k < last and noun(doc, k) & GENT & SING else 0


_TWO_TO_FOUR: Final = frozenset("два две три четыре оба обе".split())
_MANY: Final = NOMN | ACCS
_OF_MANY: Final = GENT
_FEW: Final = frozenset(["двух", "трех", "четырех", "нескольких"])
"""Numerals whose accusative, of persons, is the genitive: `со ссылкой на двух чиновников`."""
_OF_FEW: Final = GENT | ACCS


def pronominal(doc: Document, i: int) -> Agreements:
    """Return what token `i` can be as a pronoun or a numeral; 0 if it is none."""
    found = 0
    for reading in doc.readings(i):
        if reading.pos in ("NPRO", "NUMR", "ADJF"):
            found |= agreeing(reading.case, reading.number, reading.gender)
    return found


def owns(doc: Document, i: int, last: int) -> bool:
    """Whether `его`, `её`, `их` at token `i` stands before its noun: `его адвокат`."""
    j = i + 1
    while j < last and adjective(doc, j) and not noun(doc, j):
        j += 1
    return j < last and bool(noun(doc, j)) and doc.pos(j) == "NOUN" and doc.words[j][0].islower()


def quoted(doc: Document, opening: int, closing: int, last: int) -> Phrase | None:
    """`«Коммерсантъ»`, `«Лента.ру»`: a name in quotation marks that stands alone."""
    if closing - opening > 7 or closing - opening < 2 or not is_capital(doc.words[opening + 1]):
        return None
    if any(_speaks(doc, i) for i in range(opening + 1, closing)):
        return None
    if doc.words[closing + 1 : closing + 2] == [","] and doc.words[closing + 2 : closing + 3] in _DASHES:
        if doc.sentences[doc.sentence_of(opening)][0] == opening:
            return None  # `«Никаких уступок», — сказал мэр`
    kind = "medium" if medium_at(doc, opening + 1, closing) else "organization"
    agreements = ANY
    if opening and doc.words[opening - 1][0].islower() and doc.pos(opening - 1) in ("ADJF", "PRTF"):
        agreements = all_of(adjective(doc, opening - 1)) or ANY  # `из нового «Общества парусов»`
    if closing == opening + 2 and not is_latin(doc.words[opening + 1]):
        forms = forms_of(doc, opening + 1)
        known = [f for f in forms if f.nominative in doc.capitals or f.plain in lexis().media]
        oblique = [f for f in known if f.nominative != doc.words[opening + 1]]
        agreements = reduce(or_, (form.agreements for form in oblique or forms), 0) or ANY
        own = noun(doc, opening + 1)
        if own and not oblique and doc.readings(opening + 1)[0].known and not own & NOMN:
            agreements = own  # `в интервью «Волне»`
    head = opening + 1
    while head < closing - 1 and adjective(doc, head) and (not noun(doc, head) or modifies(doc, head, closing)):
        head += 1  # `«Вечерней звезды»`
    if not noun(doc, head):
        head = opening + 1
    elif head == closing - 1 > opening + 1:  # `обвинил «Единую Волну»`
        agreements = adjective(doc, opening + 1) & noun(doc, head) or agreements
    elif kind == "medium":
        agreements = cases_of_medium(doc, opening + 1, closing) or agreements  # `сообщили «Газете.Ru»`
    return make(opening + 1, closing, head, kind, agreements, (opening + 1, closing))


def _speaks(doc: Document, i: int) -> bool:
    """Whether a token shows that the marks hold an utterance and no name."""
    readings = doc.readings(i)
    return readings[0].known and sum([r.score for r in readings if r.pos in _SPOKEN]) > 0.5


_SPOKEN: Final = frozenset(["VERB", "ADJS", "PRTS", "NPRO", "PRED"])
