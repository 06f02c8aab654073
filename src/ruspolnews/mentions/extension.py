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
from ruspolnews.mentions.complements import (
    case_end,
    complement_end,
    descriptor_end,
    is_place,
    latin_end,
    region_end,
)
from ruspolnews.mentions.growth import AGED, END, Growth
from ruspolnews.mentions.heads import head_at
from ruspolnews.mentions.marked import (
    with_honoured,
    with_latin,
    with_marked,
    with_medium,
    with_nicked,
    with_nickname,
    with_titular,
)
from ruspolnews.mentions.names import Name, name_at
from ruspolnews.mentions.parts import LEADING
from ruspolnews.mentions.phrase import Phrase, make
from ruspolnews.mentions.traits import DIGITS, QUOTE, WORD, traits_of
from ruspolnews.mentions.words import TIMES, adjective, is_capital, is_governed, lexis, noun
from ruspolnews.morphology.agreement import ABLT, ANY, GENT, NOMN, SING, Agreements, any_gender
from ruspolnews.morphology.word import ACRONYM, ASCII, CAPITAL, LETTER, SMALL, is_latin
from ruspolnews.segmentation import Document

__all__ = ["apposition", "extended"]

_BODY_PREPOSITIONS: Final = frozenset(["по", "при"])


def extended(doc: Document, i: int, head: int, last: int, agreements: Agreements, lemma: str, kind: str) -> Phrase:
    """Add complements, a name in quotation marks, a personal name and apposition to a head."""
    grown = Growth(i, head, last, agreements, lemma, kind, doc.tokens[head].shape)
    if kind == "organization" and lemma in lexis().organizations and not grown.shape & ACRONYM:
        grown.prepositions |= _BODY_PREPOSITIONS
    with_latin(doc, grown)
    with_titular(doc, grown)
    if lemma in lexis().instrumental:  # `управляющий фондом «Путь»`
        grown.stop = case_end(doc, grown.stop, last, ABLT) or grown.stop
    if not (lemma in TIMES or (lemma == "очередь" and head > i and doc.norms[head - 1] == "свою")):
        # `в свою очередь | Лужина заявила`, `той весной | Норвегия заявила`
        while grown.stop < last and not _ends_at(doc, grown.stop, kind, grown.prepositions):
            stop = _step(doc, grown)
            if grown.whole is not None:
                return grown.whole
            if stop == END:
                break
            grown.stop = stop
    stop = grown.stop
    if kind == "thing":
        kind = grown.kind  # `проект «Луч»`
    if kind == "role" and stop + 1 < last:
        holder = _of_several(doc, grown)
        if holder is not None:
            return holder
    if kind == "role" and lemma in _UNNAMED:
        close = _close_end(doc, stop, last, agreements)
        if close:
            return make(i, close, head, kind, agreements & adjective(doc, stop + 1), grown.name, (i, close))
    if kind == "role" and stop < last - 1 and doc.words[stop] == "," and is_capital(doc.words[stop + 1]):
        person = name_at(doc, stop + 1, last)  # `глава фонда, Анна Лужина, | сказала`
        if person and person.stop < last and doc.words[person.stop] == "," and person.stop - person.start > 1:
            together = agreements & person.agreements
            if together:
                return make(i, person.stop, head, "person", together, (person.start, person.stop), (i, stop))
    return make(i, stop, head, kind, agreements, grown.name, (i, stop) if kind in ("role", "group") else None)


def _step(doc: Document, grown: Growth) -> int:
    """Return up to where the phrase goes on: the first of the steps below that has something to say."""
    if doc.tokens[grown.stop].shape & LETTER:
        return (
            _also_of(doc, grown)
            or with_honoured(doc, grown)
            or with_medium(doc, grown)
            or with_nickname(doc, grown)
            or _named(doc, grown)
        )
    return (
        with_marked(doc, grown)
        or _bracketed(doc, grown)
        or with_nicked(doc, grown)
        or _aged(doc, grown)
        or _completed(doc, grown)
    )


def _close_end(doc: Document, comma: int, last: int, agreements: Agreements) -> int:
    """Return the token behind what a source is between commas, or 0: `источник, | близкий к следствию |, сказал`."""
    if comma + 3 >= last or doc.words[comma] != "," or doc.readings(comma + 1)[0].lemma not in _CLOSE:
        return 0
    if not agreements & adjective(doc, comma + 1) or doc.pos(comma + 2) != "PREP":
        return 0
    stop = descriptor_end(doc, comma + 3, last)
    while stop is not None and stop < last and doc.words[stop] not in ",.:)":
        stop = complement_end(doc, stop, last, None, "role")
    return stop or 0


_UNNAMED: Final = frozenset("источник собеседник собеседница человек лицо чиновник дипломат представитель".split())
_CLOSE: Final = frozenset("близкий знакомый приближенный осведомленный".split())
"""Who is not named, and what is said of him between commas that tells who he is."""


def _of_several(doc: Document, grown: Growth) -> Phrase | None:
    """`актёр, продюсер и режиссёр Илья Зорич`, `глава охраны генерал Зорич`: who holds all these titles."""
    listed = doc.norms[grown.stop] in (",", "и")
    begin = k = grown.stop + listed
    if k >= grown.last or not doc.tokens[k].shape & SMALL:
        return None
    if not grown.agreements & SING:
        return None
    while k < grown.last and head_at(doc, k).kind != "role" and adjective(doc, k) and doc.pos(k) == "ADJF":
        k += 1
    if k >= grown.last or head_at(doc, k).kind != "role" or not any_gender(grown.agreements) & noun(doc, k):
        return None
    if grown.lemma in lexis().relational and (listed or noun(doc, k) & GENT):
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


def _also_of(doc: Document, grown: Growth) -> int:
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
    return END


def _bracketed(doc: Document, grown: Growth) -> int:
    """`глава фонда (Fund of Hope) Анна Лужина`: a bracket before the name of who holds the title."""
    if doc.words[grown.stop] != "(":
        return 0
    holder = _holder_behind(doc, grown.stop, grown.last, grown.agreements) if grown.kind == "role" else None
    return _held_by(doc, grown, holder, holder.start) if holder is not None else END


def _aged(doc: Document, grown: Growth) -> int:
    """`тренер сборной 50-летний Илья Зорич`: an age between title and name."""
    j = grown.stop
    if grown.kind != "role" or not doc.norms[j].endswith(AGED):
        return 0
    named = j + 1 < grown.last and is_capital(doc.words[j + 1])
    holder = name_at(doc, j + 1, grown.last) if named else None
    if holder is None or not any_gender(grown.agreements) & adjective(doc, j) & holder.agreements:
        return END
    return _held_by(doc, grown, holder, j, adjective(doc, j))


def _held_by(doc: Document, grown: Growth, holder: Name, stop: int, also: Agreements = ANY) -> int:
    """Complete a title, which ends at token `stop`, with the name of who holds it."""
    together = any_gender(grown.agreements) & also & holder.agreements
    end = apposition(doc, holder.stop, grown.last, together)
    name, role = (holder.start, holder.stop), (grown.start, stop)
    grown.whole = make(grown.start, end, grown.head, "person", together, name, role)
    return END


def _named(doc: Document, grown: Growth) -> int:
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
    latin = is_latin(doc.words[j])
    subject = grown.agreements & NOMN or grown.agreements
    if person and latin and not subject & SING:
        person = None  # `аналитики Goldman Sachs`
    if person and latin and (person.stop - person.start == 1 or is_named_next(doc, person.stop, last)):
        person = None
    if person and latin and grown.kind == "role" and grown.lemma in _OF_BODIES:
        person = None  # `участница Northern Girls`
    if person and grown.kind == "role" and j > head + 1 and person.stop == j + 1 and _titled_behind(doc, j + 1, last):
        return person.stop  # `глава музея | Рочестера | доктор Илья Зорич`
    if person and grown.kind == "role":
        if is_before_holder(doc, grown.lemma, grown.agreements, person, last):
            return person.stop
        together = any_gender(grown.agreements) & person.agreements
        if together and apposes(doc, head, grown.lemma, together, person):
            return _held_by(doc, grown, person, person.start)
    if person and not latin and (grown.oblique or is_governed(doc, grown.start)) and is_subject_next(doc, person):
        return END  # `на допросе | Русаков заявил`
    if grown.oblique and begins_titled_name(doc, j, last):
        return END  # `агентству | аналитик Анна Лужина`
    return _completed(doc, grown, person)


_OF_BODIES: Final = frozenset(
    "участник участница солист солистка лидер основатель основательница сооснователь глава директор гендиректор"
    " сотрудник сотрудница представитель представительница аналитик менеджер вице-президент президент пресс-секретарь"
    " владелец совладелец вокалист вокалистка гитарист барабанщик басист журналист журналистка корреспондент редактор"
    " топ-менеджер председатель акционер учредитель".split()
)
"""Roles behind which Latin letters name a body rather than a person."""


def _titled_behind(doc: Document, i: int, last: int) -> bool:
    """Whether a title in small letters and a name stand at token `i`."""
    if i + 1 >= last or not doc.tokens[i].shape & SMALL or not is_capital(doc.words[i + 1]):
        return False
    return head_at(doc, i).kind == "role" and bool(noun(doc, i) & NOMN & SING)


def _completed(doc: Document, grown: Growth, person: Name | None = None) -> int:
    """`министр обороны Дании`, `комиссар по правам человека`, `УМВД по краю`: genitives and prepositions."""
    j, last, kind = grown.stop, grown.last, grown.kind
    if kind == "medium" and grown.name is not None and doc.tokens[j].shape & SMALL:
        return END  # `по сообщению портала Northern News | работы оценили`
    stop = complement_end(doc, j, last, person, kind)
    behind = j + 1 < last
    regional = kind == "organization" or (kind == "role" and doc.tokens[j - 1].shape & ACRONYM)
    if stop is None and behind and doc.norms[j] == "по" and regional:  # `глава МЧС | по Тульской области`
        stop = region_end(doc, j + 1, last)
    if stop is None and behind and doc.norms[j] in grown.prepositions:
        stop = descriptor_end(doc, j + 1, last)
        if stop:
            grown.prepositions |= lexis().roles.get(head_at(doc, j + 1).lemma, frozenset())
    if stop is None and behind and doc.norms[j] == "в" and _is_official(doc, grown):
        stop = j + 2  # `Организация по безопасности и сотрудничеству | в Европе`
    if stop is None and behind and kind == "role" and doc.pos(j) == "PREP":
        stop = descriptor_end(doc, j + 1, last)  # `глава делегации на переговорах Илья Зорич`
        holder = name_at(doc, stop, last) if stop and stop < last and is_capital(doc.words[stop]) else None
        if holder is None or not any_gender(grown.agreements) & holder.agreements:
            stop = None
    if stop is None:
        return END
    if stop < last and doc.tokens[stop].shape & doc.tokens[stop - 1].shape & CAPITAL:
        name = name_at(doc, stop - 1, last)  # `просьба 61-летней Анны Рабель`
        if name is not None and name.stop > stop and name.agreements & ~NOMN:  # `жена Ивана Петрова | Анна`
            stop = name.stop
    if stop < last and doc.tokens[stop].shape & doc.tokens[stop - 1].shape & ASCII and is_capital(doc.words[stop]):
        stop = latin_end(doc, stop, last)  # `читатель под ником Old | Fleet Street`
    for k in range(j, stop):
        shape = doc.tokens[k].shape
        if shape & LETTER and not shape & (ACRONYM | ASCII) and doc.readings(k)[0].lemma in lexis().organizations:
            grown.prepositions |= _BODY_PREPOSITIONS
    return stop


def _is_official(doc: Document, grown: Growth) -> bool:
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


_GLOSS: Final = 10
"""Tokens of a bracket within a title, at most."""


_OPEN_ENDED: Final = LEADING | {"и", "по", "г", "гор", "им", "'", "("}
"""Words that may go on with a phrase though they are no genitives: `УМВД по`, `мэр г. Тулы`, `John 'Jack' Smith`."""


def _ends_at(doc: Document, j: int, kind: str, prepositions: frozenset[str]) -> bool:
    """Whether nothing that begins at token `j` can go on with a phrase: no name, genitive or preposition."""
    token = doc.tokens[j]
    if token.shape & CAPITAL or token.norm in prepositions or token.norm in _OPEN_ENDED or token.norm.endswith(AGED):
        return False
    if not token.shape & LETTER and traits_of(token) & (WORD | DIGITS) != WORD:
        return not traits_of(token) & QUOTE and doc.words[j + 1 : j + 2] != ["."]
    if token.shape & (ASCII | SMALL) != SMALL or (noun(doc, j) | adjective(doc, j)) & GENT:
        return False
    if token.norm == "в" and doc.norms[j + 1 : j + 2] and doc.norms[j + 1] in _PARTS_OF_WORLD:
        return False
    return kind != "role" or doc.pos(j) != "PREP"


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
    ends = phrase.stop >= last or doc.words[phrase.stop] in (",", ".", "»", '"', ";", ")", ":")
    return phrase.stop if ends else stop
