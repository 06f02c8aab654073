"""Names behind a head that show themselves: marks, Latin letters, media, nicknames, in whose honour."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.complements import domain_end, latin_end
from ruspolnews.mentions.growth import AGED, END, Growth
from ruspolnews.mentions.heads import medium_at
from ruspolnews.mentions.names import name_at
from ruspolnews.mentions.phrase import make
from ruspolnews.mentions.traits import QUOTES, TITULAR
from ruspolnews.mentions.words import PLACES, adjective, is_acronym, is_capital, is_governed, lexis, noun
from ruspolnews.morphology.agreement import DATV, GENT, LOCT
from ruspolnews.morphology.word import ACRONYM, ASCII, CAPITAL, is_latin
from ruspolnews.segmentation import Document

__all__ = ["with_honoured", "with_latin", "with_marked", "with_medium", "with_nicked", "with_nickname", "with_titular"]

_NICKS: Final = frozenset(["ником", "никнеймом", "псевдонимом"])
_NICKED: Final = frozenset(["пользователь", "пользовательница", "блогер", "блоггер", "хакер", "юзер"])


def with_latin(doc: Document, grown: Growth) -> None:
    """Take the Latin words right behind a head: `Northern Post`, `издание The Northern Post`."""
    head, stop, last = grown.head, grown.stop, grown.last
    if stop >= last:
        return
    if grown.shape & ASCII and grown.kind in ("organization", "medium") and not doc.tokens[stop].shape & ACRONYM:
        grown.stop = latin_end(doc, stop, last)
    elif grown.kind == "medium" and grown.lemma in lexis().media_nouns and is_latin(doc.words[stop]):
        stop = latin_end(doc, domain_end(doc, stop, last) or stop, last)
        grown.stop = stop
        grown.name = (head + 1, stop) if stop > head + 1 else None


def with_marked(doc: Document, grown: Growth) -> int:
    """`газета «Северная заря»`, `завод «Волна»`: a name in quotation marks."""
    j = grown.stop
    if doc.words[j] not in QUOTES:
        return 0
    closing = doc.marks.get(j, -1)
    if not j < closing < grown.last or closing - j > _NAME or not _names(doc, j + 1, closing):
        return END
    if grown.kind == "document":  # `в ответе компании «Волна»`
        owner = doc.readings(j - 1)[0].lemma if j > grown.head + 1 else ""
        bears = owner in lexis().media_nouns or owner in _PROJECTS
        bears = bears or (owner in lexis().organizations) != is_acronym(doc.words[j - 1])
        return closing + 1 if owner and bears and owner not in _OFFICES else END
    if j > grown.head + 1 and doc.words[j - 1] in '»”"':
        return END  # `в пресс-службе «Волны» | «Известиям» заявили`
    if j > grown.head + 1 and grown.kind == "organization" and closing + 1 < len(doc.words):
        region = is_capital(doc.words[j - 2]) and doc.readings(j - 1)[0].lemma in PLACES
        if region and doc.pos(closing + 1) == "VERB":
            return END  # `в управлении по Тульской области | «Вестнику» сообщили`
    told = grown.oblique if j > grown.head + 1 else _is_told(doc, grown)
    if told and medium_at(doc, j + 1, closing) == closing:
        return END  # `отставку главы банка | «Коммерсантъ» объяснил`, `в мэрии | «Ведомостям» сообщили`
    if grown.kind == "thing" and grown.lemma in _PROJECTS and j == grown.head + 1:
        grown.kind = "organization"
    if grown.kind in ("medium", "organization") and grown.name is None:
        grown.name = (j + 1, closing)
    return closing + 1


_PROJECTS: Final = frozenset("проект сервис платформа инициатива сообщество паблик стартап приложение сеть".split())
"""Things that speak under a name in marks: `проект «Луч» сообщает`."""
_OFFICES: Final = frozenset(
    "министерство ведомство комитет комиссия правительство палата дума совет прокуратура суд полиция мэрия"
    " администрация парламент сенат минфин минздрав минобороны пресс-служба управление департамент".split()
)
"""Bodies that bear no name in marks: behind them stands the title of a document."""
_NAME: Final = 9
"""Tokens of a name in quotation marks, at most."""


def _names(doc: Document, i: int, closing: int) -> bool:
    """Whether what stands in marks from token `i` may be a name: `«Волна»`, `«112 Волна»`, `«360»`, `«volna.ru»`."""
    numbered = doc.words[i].isdigit() and doc.words[i + 1][0] not in ".,:%"
    return is_capital(doc.words[i]) or numbered or domain_end(doc, i, closing) == closing


def _is_told(doc: Document, grown: Growth) -> bool:
    """Whether a medium behind a body in which something is said is whom it told: `в мэрии | «Ъ» сообщили`."""
    if grown.kind != "organization" or grown.lemma in _HOUSES or grown.stop != grown.head + 1:
        return False
    if not (grown.agreements & LOCT and is_governed(doc, grown.start)):
        return False
    case = noun(doc, grown.stop + (doc.words[grown.stop] in QUOTES))
    told = bool(case & DATV) and not case & GENT
    return told or grown.lemma not in lexis().parts  # but `в пресс-службе «Ъ»`


_HOUSES: Final = frozenset(
    "компания организация холдинг концерн корпорация служба группа агентство общество фирма предприятие издательство"
    " издательский дом студия телевидение объединение".split()
)
"""Bodies that may bear the name of a medium."""


def with_medium(doc: Document, grown: Growth) -> int:
    """`агентство РИА Новости`, `радио Эхо Москвы`: the name of a medium without marks."""
    if grown.kind not in ("medium", "organization") and grown.lemma not in _OF_MEDIA:
        return 0
    medium = medium_at(doc, grown.stop, grown.last)
    if not medium:
        return 0
    if grown.kind == "role":
        return medium if medium > grown.stop + 1 else 0  # `корреспондент РИА Новости`
    if grown.kind == "organization" and grown.oblique and grown.stop > grown.head + 1:
        owner = doc.readings(grown.stop - 1)[0].lemma
        if owner not in lexis().organizations and owner not in lexis().media_nouns:
            return END  # `в службах региона | ТАСС уточнили`
    if grown.kind == "organization" and (grown.name is not None or grown.shape & ACRONYM or _is_told(doc, grown)):
        return END  # `в пресс-службе «Волны» | ТАСС сообщили`
    grown.name = (grown.stop, medium)
    return medium


_OF_MEDIA: Final = frozenset(
    "корреспондент корреспондентка журналист журналистка обозреватель репортер источник собеседник собеседница редактор"
    " главред автор колумнист фотограф ведущий ведущая эксперт гость комментатор".split()
)
"""Roles that the name of a medium completes."""


def with_titular(doc: Document, grown: Growth) -> None:
    """Take the adjective right behind its title: `папа римский Франциск`, `патриарх Московский и всея Руси Кирилл`."""
    j, last, norms = grown.stop, grown.last, doc.norms
    if grown.lemma not in TITULAR or j >= last or doc.pos(j) != "ADJF" or norms[j].endswith(AGED):
        return
    if not adjective(doc, j) & noun(doc, grown.head):
        return
    if j + 2 < last and norms[j + 1] == "и" and doc.tokens[j + 2].shape & CAPITAL and doc.pos(j + 2) == "ADJF":
        grown.stop = j + 3  # `митрополит Тульский и Ефремовский`
    else:
        grown.stop = j + 4 if norms[j + 1 : j + 4] == ["и", "всея", "руси"] else j + 1


def with_honoured(doc: Document, grown: Growth) -> int:
    """`театр им. И. С. Дубова`: in whose honour something is named."""
    j, last = grown.stop, grown.last
    if doc.norms[j] != "им" or j + 2 >= last or doc.words[j + 1] != "." or not is_capital(doc.words[j + 2]):
        return 0
    honoured = name_at(doc, j + 2, last)
    return honoured.stop if honoured is not None and honoured.agreements & GENT else END


def with_nickname(doc: Document, grown: Growth) -> int:
    """`блогер northwind`: a Latin nickname in small letters."""
    j = grown.stop
    if grown.kind == "role" and doc.norms[j] in ("с", "под") and j + 2 < grown.last and doc.norms[j + 1] in _NICKS:
        grown.whole = make(grown.start, j + 3, grown.head, "person", grown.agreements, (j + 2, j + 3), (grown.start, j))
        return END  # `подписчица с ником northwind`
    word = doc.words[j]
    if grown.kind != "role" or grown.lemma not in _NICKED or not (is_latin(word) and word.islower()):
        return 0
    if domain_end(doc, j, grown.last):
        return 0
    grown.whole = make(grown.start, j + 1, grown.head, "person", grown.agreements, (j, j + 1), (grown.start, j))
    return END


def with_nicked(doc: Document, grown: Growth) -> int:
    """`певец John 'Jack' Smith`: a single mark around a nickname."""
    j = grown.stop
    words = doc.words
    if words[j] != "'" or j + 1 >= grown.last or not (words[j + 1] == "'" or is_latin(words[j + 1])):
        return 0
    latin = is_latin(words[j - 1]) or any(is_capital(w) and is_latin(w) for w in words[j + 1 : j + 3])
    return j + 1 if latin else 0
