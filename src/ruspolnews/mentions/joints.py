"""Where one name ends and the next begins: `биограф Баффета | Энди Килпатрик`, `жена Ивана Петрова | Анна`."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.parts import PARTICLES, is_capitalised, is_first_name, is_listed, opens, title_before
from ruspolnews.mentions.words import lexis
from ruspolnews.morphology.word import LETTER
from ruspolnews.segmentation import Document

__all__ = ["begins_name"]


def begins_name(doc: Document, i: int, j: int, last: int) -> bool:
    """Whether a first name at token `j` begins another name: `биограф Баффета | Энди Килпатрик`."""
    k = j + 1
    while k < last and doc.norms[k] in PARTICLES:  # `Кристиан фон Лунд`
        k += 1
    if k >= last or not is_capitalised(doc, k):  # `жена Ивана Петрова | Анна`
        alone = j - i == 2 and is_listed(doc, j) and is_listed(doc, i) and doc.tokens[j - 1].shape & LETTER
        return bool(alone) and doc.norms[j - 1].endswith(_SOMEBODYS) and _is_somebodys(doc, i, _FAMILY)
    if j == i + 1 and doc.norms[j + 1] == doc.norms[i]:
        return True  # `менеджер Линд | Агата Линд`
    if j == i + 1 and i and doc.norms[i - 1] in ("в", "во") and _is_where(doc, i):
        return True  # `куратор музея в Оденсе | Уве Линд`
    if j == i + 1 and doc.norms[i].endswith(_TRADES) and not doc.readings(i)[0].known and is_listed(doc, j):
        return opens(doc, i)  # `Этологиня | Анна Лужина`
    if len(doc.words[i]) == 1:  # `им. И. С. Дубова | Наталья Зуева`
        return doc.words[i + 1] == "." and len(doc.words[j - 1]) > 2 and is_listed(doc, j)
    if not is_listed(doc, j) or any("Patr" in r.tags for r in doc.readings(j + 1)[:1]):
        return False
    if j - i > 1:  # `адвокат Ивана Петрякова | Ольга Лужина`, `врач Мэри Рид | Анна Лужина`
        if doc.norms[j - 1].endswith(_SOMEBODYS):
            return is_listed(doc, j - 2)
        return j - i == 2 and is_listed(doc, i) and not is_listed(doc, j - 1) and _is_somebodys(doc, i)
    if is_listed(doc, i) or any("Name" in r.tags and r.known for r in doc.readings(i)):
        return False
    top = doc.readings(i)[0]
    if top.known and top.animacy == "inan" and top.pos == "NOUN" and doc.pos(i - 1) == "NOUN" and is_first_name(doc, j):
        return True  # `домена сети Интернет | Ильи Зорича`
    if doc.norms[j] in lexis().first_names and not any("Name" in r.tags for r in doc.readings(i)):
        return True
    return doc.norms[i].endswith(("а", "я", "ого")) and title_before(doc, i) is not None  # `мэр Заречинска | Ольга`


def _is_where(doc: Document, i: int) -> bool:
    """Whether a word behind `в` is a place and no first name."""
    readings = doc.readings(i)
    if any("Geox" in r.tags and r.case == "loct" for r in readings):
        return True
    return not readings[0].known and doc.norms[i].endswith(_INDECLINABLE)


_INDECLINABLE: Final = ("е", "о", "у", "и", "ю", "э")
"""How the name of a place ends behind `в`, in the locative or as it always stands: `в Аякучо | Эфраин Кальенье`."""


def _is_somebodys(doc: Document, i: int, reach: int = 1) -> bool:
    """Whether a role right before token `i` is one that a name in the genitive completes: `врач`, `адвокат`."""
    first = doc.sentences[doc.sentence_of(i)][0]
    before = range(max(first, i - reach), i)
    return any(r.lemma in lexis().relational for k in before for r in doc.readings(k)[:2])


_FAMILY: Final = 4
"""How far before a name the word stands that says whose somebody is: `жена депутата городской думы Ивана Петрова`."""


_TRADES: Final = ("лог", "логиня", "вед", "веда", "граф", "истка", "тельница", "атор", "аторка")
"""How words out of the dictionary end that say what somebody does."""
_RUSSIAN_OBLIQUE: Final = ("ова", "ева", "ина", "ына", "ого", "овой", "евой", "иной", "ской")
_SOMEBODYS: Final = (*_RUSSIAN_OBLIQUE, "ко", "их", "ых")
