"""How a noun phrase goes on behind its head: complements, a name in quotation marks, a personal name, apposition."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.apposition import (
    apposes,
    begins_titled_name,
    is_before_holder,
    is_named_next,
    is_paper,
    is_subject_next,
)
from ruspolnews.mentions.complements import complement_end, descriptor_end, domain_end, is_place, latin_end, region_end
from ruspolnews.mentions.heads import head_at, medium_at
from ruspolnews.mentions.names import Name, name_at
from ruspolnews.mentions.openers import TIMES
from ruspolnews.mentions.parts import LEADING
from ruspolnews.mentions.phrase import Phrase, make
from ruspolnews.mentions.traits import DIGITS, QUOTE, QUOTES, WORD, traits_of
from ruspolnews.mentions.words import adjective, is_capital, lexis, noun
from ruspolnews.morphology.agreement import ANY, DATV, GENT, LOCT, NOMN, SING, Agreements, any_gender
from ruspolnews.morphology.word import ACRONYM, ASCII, CAPITAL, LETTER, SMALL
from ruspolnews.segmentation import Document

__all__ = ["apposition", "extended", "is_governed"]

_NICKED: Final = frozenset(["пользователь", "пользовательница", "блогер", "блоггер", "хакер", "юзер"])
_BODY_PREPOSITIONS: Final = frozenset(["по", "при"])


class _Growth:
    """A noun phrase that grows behind its head, up to token `stop`."""

    __slots__ = (
        "agreements", "head", "kind", "last", "lemma", "name", "oblique", "prepositions", "shape", "start", "stop",
        "whole",
    )  # fmt: skip

    def __init__(
        self, start: int, head: int, last: int, agreements: Agreements, lemma: str, kind: str, shape: int
    ) -> None:
        self.start = start
        self.head = head
        self.last = last
        self.agreements = agreements
        self.lemma = lemma
        self.kind = kind
        self.stop = head + 1
        self.oblique = not agreements & NOMN
        self.shape = shape
        self.prepositions = lexis().roles.get(lemma, _NONE)
        self.name: tuple[int, int] | None = None
        self.whole: Phrase | None = None
        """The phrase, where a personal name completes it."""


_END: Final = -1
"""What a step returns where nothing more belongs to the phrase; 0 where it has nothing to say, else the next token."""


def extended(doc: Document, i: int, head: int, last: int, agreements: Agreements, lemma: str, kind: str) -> Phrase:
    """Add complements, a name in quotation marks, a personal name and apposition to a head."""
    grown = _Growth(i, head, last, agreements, lemma, kind, doc.tokens[head].shape)
    if kind == "organization" and lemma in lexis().organizations and not grown.shape & ACRONYM:
        grown.prepositions |= _BODY_PREPOSITIONS
    _latin(doc, grown)
    _titular(doc, grown)
    if not (lemma in TIMES or (lemma == "очередь" and head > i and doc.norms[head - 1] == "свою")):
        # `в свою очередь | Лужина заявила`, `той весной | Норвегия заявила`
        while grown.stop < last and not _ends_at(doc, grown.stop, kind, grown.prepositions):
            stop = _step(doc, grown)
            if grown.whole is not None:
                return grown.whole
            if stop == _END:
                break
            grown.stop = stop
    stop = grown.stop
    if kind == "role" and stop + 1 < last:
        holder = _of_several(doc, grown)
        if holder is not None:
            return holder
    if kind == "role" and stop < last - 1 and doc.words[stop] == "," and is_capital(doc.words[stop + 1]):
        person = name_at(doc, stop + 1, last)  # `глава фонда, Анна Лужина, | сказала`
        if person and person.stop < last and doc.words[person.stop] == "," and person.stop - person.start > 1:
            together = agreements & person.agreements
            if together:
                return make(i, person.stop, head, "person", together, (person.start, person.stop), (i, stop))
    return make(i, stop, head, kind, agreements, grown.name, (i, stop) if kind in ("role", "group") else None)


def _of_several(doc: Document, grown: _Growth) -> Phrase | None:
    """`актёр, продюсер и режиссёр Илья Зорич`, `глава охраны генерал Зорич`: who holds all these titles."""
    listed = doc.norms[grown.stop] in (",", "и")
    begin = k = grown.stop + listed
    if k >= grown.last or not doc.tokens[k].shape & SMALL:
        return None
    if not grown.agreements & SING or grown.lemma in lexis().relational:
        return None
    while k < grown.last and head_at(doc, k).kind != "role" and adjective(doc, k) and doc.pos(k) == "ADJF":
        k += 1
    if k >= grown.last or head_at(doc, k).kind != "role" or not any_gender(grown.agreements) & noun(doc, k):
        return None
    head = head_at(doc, k)
    if head.lemma in _ADDRESSES | lexis().relational or (head.lemma in _POSTS and grown.lemma in _POSTS):
        return None  # `президент и премьер Анна Лужина`
    other = extended(doc, begin, k, grown.last, noun(doc, k) & SING, head.lemma, head.kind)
    if other.kind != "person" or other.name is None or other.role is None or other.name[0] < k:
        return None
    if doc.norms[grown.stop] == "," and "и" not in doc.norms[grown.stop : other.name[0]]:
        return None
    if any(_is_plural_verb(doc, j) for j in (grown.start - 1, other.stop)):
        return None  # `заявили тренер и капитан Илья Зорич`
    together = any_gender(grown.agreements) & other.cases
    role = (grown.start, other.name[0])
    return make(grown.start, other.stop, grown.head, "person", together, other.name, role) if together else None


def _is_plural_verb(doc: Document, i: int) -> bool:
    if not 0 <= i < len(doc.words):
        return False
    reading = doc.readings(i)[0]
    return reading.pos == "VERB" and reading.number == "plur"


_POSTS: Final = frozenset(
    "президент премьер премьер-министр министр канцлер король королева мэр губернатор глава спикер председатель".split()
)
"""Offices two of which nobody holds at a time."""
_ADDRESSES: Final = frozenset("господин госпожа мистер миссис мисс сэр леди товарищ".split())


def _latin(doc: Document, grown: _Growth) -> None:
    """Take the Latin words right behind a head: `Northern Post`, `издание The Northern Post`."""
    head, stop, last = grown.head, grown.stop, grown.last
    if stop >= last:
        return
    if grown.shape & ASCII and grown.kind in ("organization", "medium") and not doc.tokens[stop].shape & ACRONYM:
        grown.stop = latin_end(doc, stop, last)
    elif grown.kind == "medium" and grown.lemma in lexis().media_nouns and doc.words[stop].isascii():
        stop = latin_end(doc, domain_end(doc, stop, last) or stop, last)
        grown.stop = stop
        grown.name = (head + 1, stop) if stop > head + 1 else None


def _step(doc: Document, grown: _Growth) -> int:
    """Return up to where the phrase goes on: the first of the steps below that has something to say."""
    if doc.tokens[grown.stop].shape & LETTER:
        return (
            _also_of(doc, grown)
            or _honoured(doc, grown)
            or _medium(doc, grown)
            or _nickname(doc, grown)
            or _named(doc, grown)
        )
    return (
        _marked(doc, grown)
        or _bracketed(doc, grown)
        or _nicked(doc, grown)
        or _aged(doc, grown)
        or _completed(doc, grown)
    )


def _marked(doc: Document, grown: _Growth) -> int:
    """`газета «Северная заря»`, `завод «Волна»`: a name in quotation marks."""
    j = grown.stop
    if doc.words[j] not in QUOTES:
        return 0
    closing = doc.marks.get(j, -1)
    if not j < closing < grown.last or closing - j > _NAME or not _names(doc, j + 1) or grown.kind == "document":
        return _END
    if j > grown.head + 1 and doc.words[j - 1] in '»”"':
        return _END  # `в пресс-службе «Волны» | «Известиям» заявили`
    told = grown.oblique if j > grown.head + 1 else _is_told(doc, grown)
    if told and medium_at(doc, j + 1, closing) == closing:
        return _END  # `отставку главы банка | «Коммерсантъ» объяснил`, `в мэрии | «Ведомостям» сообщили`
    if grown.kind in ("medium", "organization") and grown.name is None:
        grown.name = (j + 1, closing)
    return closing + 1


def _is_told(doc: Document, grown: _Growth) -> bool:
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


def _also_of(doc: Document, grown: _Growth) -> int:
    """`нападающий «Волны» и сборной Дании Илья Зорич`: a second complement, if the holder is named behind it."""
    j, last = grown.stop, grown.last
    if doc.norms[j] != "и":
        return 0
    stop = complement_end(doc, j + 1, last, None, grown.kind) if j + 2 < last and grown.kind == "role" else None
    while stop is not None and stop < last and not is_capital(doc.words[stop]):
        stop = complement_end(doc, stop, last, None, grown.kind)
    for k in range(j + 2, stop + 1) if stop is not None else ():
        holder = name_at(doc, k, last) if k < last and is_capital(doc.words[k]) else None
        if holder is not None and holder.stop - k > 1 and holder.agreements & any_gender(grown.agreements):
            return k
    return _END


def _titular(doc: Document, grown: _Growth) -> None:
    """Take the adjective right behind its title: `папа римский Франциск`, `патриарх Московский и всея Руси Кирилл`."""
    j, last, norms = grown.stop, grown.last, doc.norms
    if grown.lemma not in _TITULAR or j >= last or doc.pos(j) != "ADJF" or norms[j].endswith(_AGED):
        return
    if not adjective(doc, j) & noun(doc, grown.head):
        return
    if j + 2 < last and norms[j + 1] == "и" and doc.tokens[j + 2].shape & CAPITAL and doc.pos(j + 2) == "ADJF":
        grown.stop = j + 3  # `митрополит Тульский и Ефремовский`
    else:
        grown.stop = j + 4 if norms[j + 1 : j + 4] == ["и", "всея", "руси"] else j + 1


_TITULAR: Final = frozenset(
    "папа патриарх митрополит архиепископ епископ принц принцесса герцог герцогиня граф графиня князь княгиня".split()
)


def _honoured(doc: Document, grown: _Growth) -> int:
    """`театр им. И. С. Дубова`: in whose honour something is named."""
    j, last = grown.stop, grown.last
    if doc.norms[j] != "им" or j + 2 >= last or doc.words[j + 1] != "." or not is_capital(doc.words[j + 2]):
        return 0
    honoured = name_at(doc, j + 2, last)
    return honoured.stop if honoured is not None and honoured.agreements & GENT else _END


def _bracketed(doc: Document, grown: _Growth) -> int:
    """`глава фонда (Fund of Hope) Анна Лужина`: a bracket before the name of who holds the title."""
    if doc.words[grown.stop] != "(":
        return 0
    holder = _holder_behind(doc, grown.stop, grown.last, grown.agreements) if grown.kind == "role" else None
    return _held_by(doc, grown, holder, holder.start) if holder is not None else _END


def _medium(doc: Document, grown: _Growth) -> int:
    """`агентство РИА Новости`, `радио Эхо Москвы`: the name of a medium without marks."""
    if grown.kind not in ("medium", "organization") and grown.lemma not in _OF_MEDIA:
        return 0
    medium = medium_at(doc, grown.stop, grown.last)
    if not medium:
        return 0
    if grown.kind == "role":
        return medium if medium > grown.stop + 1 else 0  # `корреспондент РИА Новости`
    if grown.kind == "organization" and (grown.name is not None or grown.shape & ACRONYM or _is_told(doc, grown)):
        return _END  # `в пресс-службе «Волны» | ТАСС сообщили`
    grown.name = (grown.stop, medium)
    return medium


_OF_MEDIA: Final = frozenset(
    "корреспондент корреспондентка журналист журналистка обозреватель репортер источник собеседник собеседница редактор"
    " главред автор колумнист фотограф ведущий ведущая эксперт гость комментатор".split()
)
"""Roles that the name of a medium completes."""


def _nickname(doc: Document, grown: _Growth) -> int:
    """`блогер northwind`: a Latin nickname in small letters."""
    j = grown.stop
    word = doc.words[j]
    if grown.kind != "role" or grown.lemma not in _NICKED or not (word.isascii() and word.islower()):
        return 0
    if domain_end(doc, j, grown.last):
        return 0
    grown.whole = make(grown.start, j + 1, grown.head, "person", grown.agreements, (j, j + 1), (grown.start, j))
    return _END


def _nicked(doc: Document, grown: _Growth) -> int:
    """`певец John 'Jack' Smith`: a single mark around a nickname."""
    j = grown.stop
    words = doc.words
    if words[j] != "'" or j + 1 >= grown.last or not (words[j + 1] == "'" or words[j + 1].isascii()):
        return 0
    latin = words[j - 1].isascii() or any(is_capital(w) and w.isascii() for w in words[j + 1 : j + 3])
    return j + 1 if latin else 0


def _aged(doc: Document, grown: _Growth) -> int:
    """`тренер сборной 50-летний Илья Зорич`: an age between title and name."""
    j = grown.stop
    if grown.kind != "role" or not doc.norms[j].endswith(_AGED):
        return 0
    named = j + 1 < grown.last and is_capital(doc.words[j + 1])
    holder = name_at(doc, j + 1, grown.last) if named else None
    if holder is None or not any_gender(grown.agreements) & adjective(doc, j) & holder.agreements:
        return _END
    return _held_by(doc, grown, holder, j, adjective(doc, j))


def _held_by(doc: Document, grown: _Growth, holder: Name, stop: int, also: Agreements = ANY) -> int:
    """Complete a title, which ends at token `stop`, with the name of who holds it."""
    together = any_gender(grown.agreements) & also & holder.agreements
    end = apposition(doc, holder.stop, grown.last, together)
    name, role = (holder.start, holder.stop), (grown.start, stop)
    grown.whole = make(grown.start, end, grown.head, "person", together, name, role)
    return _END


def _named(doc: Document, grown: _Growth) -> int:
    """`мэр Анна Лужина`, `газета Кларин`, `мэр Заречинска | Ольга Лужина`: a personal name, or what looks like one."""
    j, last, head = grown.stop, grown.last, grown.head
    capital = doc.tokens[j].shape & (CAPITAL | ACRONYM) == CAPITAL
    person = name_at(doc, j, last) if capital or doc.norms[j] in LEADING else None
    if person and is_place(doc, j, person):
        person = None
    if person and grown.kind == "medium" and grown.name is None and j == head + 1 == person.stop - 1:
        if is_paper(doc, j, grown.agreements & person.agreements):
            grown.name = (j, person.stop)
            return person.stop
    latin = doc.words[j].isascii()
    subject = grown.agreements & NOMN or grown.agreements
    if person and latin and not subject & SING:
        person = None  # `аналитики Goldman Sachs`
    if person and latin and (person.stop - person.start == 1 or is_named_next(doc, person.stop, last)):
        person = None
    if person and latin and grown.kind == "role" and grown.lemma in _OF_BODIES:
        person = None  # `участница Northern Girls`
    if person and grown.kind == "role":
        if is_before_holder(doc, grown.lemma, grown.agreements, person, last):
            return person.stop
        together = any_gender(grown.agreements) & person.agreements
        if together and apposes(doc, head, grown.lemma, together, person):
            return _held_by(doc, grown, person, person.start)
    if person and not latin and (grown.oblique or is_governed(doc, grown.start)) and is_subject_next(doc, person):
        return _END  # `на допросе | Русаков заявил`
    if grown.oblique and begins_titled_name(doc, j, last):
        return _END  # `агентству | аналитик Анна Лужина`
    return _completed(doc, grown, person)


def _completed(doc: Document, grown: _Growth, person: Name | None = None) -> int:
    """`министр обороны Дании`, `комиссар по правам человека`, `УМВД по краю`: genitives and prepositions."""
    j, last, kind = grown.stop, grown.last, grown.kind
    stop = complement_end(doc, j, last, person, kind)
    behind = j + 1 < last
    if stop is None and behind and doc.norms[j] == "по" and kind == "organization":
        stop = region_end(doc, j + 1, last)
    if stop is None and behind and doc.norms[j] in grown.prepositions:
        stop = descriptor_end(doc, j + 1, last)
        if stop:
            grown.prepositions |= lexis().roles.get(head_at(doc, j + 1).lemma, _NONE)
    if stop is None and behind and doc.norms[j] == "в" and _is_official(doc, grown):
        stop = j + 2  # `Организация по безопасности и сотрудничеству | в Европе`
    if stop is None and behind and kind == "role" and doc.pos(j) == "PREP":
        stop = descriptor_end(doc, j + 1, last)  # `глава делегации на переговорах Илья Зорич`
        holder = name_at(doc, stop, last) if stop and stop < last and is_capital(doc.words[stop]) else None
        if holder is None or not grown.agreements & holder.agreements & NOMN:
            stop = None
    if stop is None:
        return _END
    if stop < last and doc.tokens[stop].shape & doc.tokens[stop - 1].shape & CAPITAL:
        name = name_at(doc, stop - 1, last)  # `просьба 61-летней Анны Рабель`
        stop = name.stop if name is not None and name.stop > stop else stop
    for k in range(j, stop):
        shape = doc.tokens[k].shape
        if shape & LETTER and not shape & (ACRONYM | ASCII) and doc.readings(k)[0].lemma in lexis().organizations:
            grown.prepositions |= _BODY_PREPOSITIONS
    return stop


def _is_official(doc: Document, grown: _Growth) -> bool:
    """Whether a part of the world behind `в` ends the official name of a body: `Комиссия по делам женщин | в Азии`."""
    j = grown.stop
    if "по" not in doc.norms[grown.start : j] or doc.norms[j + 1] not in _PARTS_OF_WORLD:
        return False
    named = (k for k in range(grown.start, j) if doc.tokens[k].shape & (CAPITAL | ACRONYM) == CAPITAL)
    return any(doc.readings(k)[0].lemma in lexis().organizations for k in named)


_PARTS_OF_WORLD: Final = frozenset("европе азии африке америке арктике антарктике евразии океании".split())


def _holder_behind(doc: Document, bracket: int, last: int, agreements: Agreements) -> Name | None:
    """Return whose name stands behind the bracket in a title: `глава фонда (Fund of Hope) | Анна Лужина`."""
    closing = next((k for k in range(bracket + 1, min(last, bracket + _GLOSS)) if doc.words[k] == ")"), last)
    if closing + 1 >= last or not is_capital(doc.words[closing + 1]):
        return None
    name = name_at(doc, closing + 1, last)
    fits = name is not None and name.stop > name.start + 1 and bool(any_gender(agreements) & name.agreements)
    return name if fits else None


_OF_BODIES: Final = frozenset(
    "участник участница солист солистка лидер основатель основательница сооснователь глава директор гендиректор"
    " сотрудник сотрудница представитель представительница аналитик менеджер вице-президент президент пресс-секретарь"
    " владелец совладелец вокалист вокалистка гитарист барабанщик басист журналист журналистка корреспондент редактор"
    " топ-менеджер председатель акционер учредитель".split()
)
"""Roles behind which Latin letters name a body rather than a person."""
_NAME: Final = 9
"""Tokens of a name in quotation marks, at most."""
_GLOSS: Final = 10
"""Tokens of a bracket within a title, at most."""
_AGED: Final = ("-летний", "-летняя", "-летнего", "-летней", "-летнему", "-летним", "-летнюю")
"""How the age of a holder ends that stands between his title and his name."""
_NONE: Final[frozenset[str]] = frozenset()
_OPEN_ENDED: Final = LEADING | {"и", "по", "г", "гор", "им", "'", "("}
"""Words that may go on with a phrase though they are no genitives: `УМВД по`, `мэр г. Тулы`, `John 'Jack' Smith`."""


def _ends_at(doc: Document, j: int, kind: str, prepositions: frozenset[str]) -> bool:
    """Whether nothing that begins at token `j` can go on with a phrase: no name, genitive or preposition."""
    token = doc.tokens[j]
    if token.shape & CAPITAL or token.norm in prepositions or token.norm in _OPEN_ENDED or token.norm.endswith(_AGED):
        return False
    if not token.shape & LETTER and traits_of(token) & (WORD | DIGITS) != WORD:
        return not traits_of(token) & QUOTE and doc.words[j + 1 : j + 2] != ["."]
    if token.shape & (ASCII | SMALL) != SMALL or (noun(doc, j) | adjective(doc, j)) & GENT:
        return False
    if token.norm == "в" and doc.norms[j + 1 : j + 2] and doc.norms[j + 1] in _PARTS_OF_WORLD:
        return False
    return kind != "role" or doc.pos(j) != "PREP"


def is_governed(doc: Document, i: int) -> bool:
    """Whether a preposition stands before token `i`."""
    return i > 0 and doc.pos(i - 1) == "PREP"


def _names(doc: Document, i: int) -> bool:
    """Whether a name in marks may begin at token `i`: `«Волна»`, `«112 Волна»`, `«5 канал»`, `«360»`."""
    return is_capital(doc.words[i]) or (doc.words[i].isdigit() and doc.words[i + 1][0] not in ".,:%")


def apposition(doc: Document, stop: int, last: int, agreements: Agreements) -> int:
    """Return the token after a title that follows a name and a comma: `Матиас Йорш, докладчик ПАСЕ`."""
    if stop + 1 >= last or doc.words[stop] != "," or is_capital(doc.words[stop + 1]):
        return stop
    k = stop + 1
    while k < last and head_at(doc, k).kind != "role" and adjective(doc, k) and doc.pos(k) == "ADJF":
        k += 1
    if k >= last or head_at(doc, k).kind != "role" or not any_gender(agreements) & noun(doc, k):
        return stop
    head = head_at(doc, k)
    phrase = extended(doc, stop + 1, k, last, noun(doc, k), head.lemma, head.kind)
    if phrase.name is not None:
        return stop
    ends = phrase.stop >= last or doc.words[phrase.stop] in (",", ".", "»", '"', ";", ")")
    return phrase.stop if ends else stop
