"""Noun phrases that can name a speaker: the fullest stretch with complements, apposition and name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
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
    complement_end,
    descriptor_end,
    domain_end,
    genitive_end,
    is_place,
    latin_end,
    modifies,
    region_end,
)
from ruspolnews.mentions.endings import RUSSIAN
from ruspolnews.mentions.heads import ALONE, head_at, is_substantive, medium_at
from ruspolnews.mentions.names import Name, is_surname, name_at
from ruspolnews.mentions.openers import TIMES, counted, owns, pronominal, pronoun_at, quoted
from ruspolnews.mentions.phrase import Phrase, make
from ruspolnews.mentions.traits import (
    ABOUT,
    ACTS,
    DIGITS,
    FORMER,
    GREATER,
    MAJORITIES,
    NUMBERS,
    OF_NUMBERS,
    OPENS,
    OWNS,
    PRONOMINAL,
    QUANTIFIERS,
    QUOTE,
    QUOTES,
    RELATIVES,
    STAYS,
    WORD,
    traits_of,
)
from ruspolnews.mentions.words import (
    POSSESSIVES,
    PRONOUNS,
    adjective,
    is_acronym,
    is_capital,
    lexis,
    noun,
)
from ruspolnews.morphology.agreement import (
    ANY,
    GENT,
    MASC,
    NOMN,
    SING,
    Agreements,
    any_gender,
    gender_of,
    number_of,
)
from ruspolnews.morphology.word import ACRONYM, ASCII, CAPITAL, LETTER, SMALL
from ruspolnews.segmentation import Document

__all__ = ["ACTING", "Phrase", "in_case", "noun_phrases", "phrase_at", "phrases_with", "sentence_phrases"]

_NICKED: Final = frozenset(["пользователь", "пользовательница", "блогер", "блоггер", "хакер", "юзер"])
_BODY_PREPOSITIONS: Final = frozenset(["по", "при"])
_LONGEST: Final = 24
_SHORT: Final = 4
"""Tokens for which no whole sentence is looked at."""
_OBJECT: Final = 4
"""Tokens behind a participle within which its object ends."""
_AHEAD: Final = 10
"""How far beyond its end a phrase may be looked for, in tokens."""


def noun_phrases(doc: Document, first: int, last: int) -> list[Phrase]:
    """Return the noun phrases within tokens `first` to `last`, left to right, none inside another.

    Those of a whole sentence are found once; of a part of it, only the last ones are found anew.
    """
    if last - first < _SHORT:
        return _scan(doc, first, last)
    number = doc.sentence_of(first)
    begin, end = doc.sentences[number]
    if last > end or (number not in doc.phrases_in and (last - first) * 2 < end - begin):
        return _scan(doc, first, last)
    whole = sentence_phrases(doc, number)
    low = bisect_left(whole, first, key=_start)
    if low and whole[low - 1].stop > first:
        return _scan(doc, first, last)
    high = len(whole) if last == end else bisect_left(whole, last - _AHEAD, lo=low, key=_stop)
    found = whole[low:high]
    if last < end:
        found += _scan(doc, whole[high - 1].stop if high > low else first, last)
    return found


def sentence_phrases(doc: Document, number: int) -> list[Phrase]:
    """Return the noun phrases of a sentence, which are found once."""
    found: list[Phrase] | None = doc.phrases_in.get(number)
    if found is None:
        found = doc.phrases_in[number] = _scan(doc, *doc.sentences[number])
    return found


def phrases_with(doc: Document, places: Iterable[int], first: int, last: int) -> list[Phrase]:
    """Return the noun phrases within tokens `first` to `last` that reach over one of `places`, and some before them."""
    if doc.sentence_of(first) in doc.phrases_in:
        return noun_phrases(doc, first, last)
    found: list[Phrase] = []
    i = first
    for place in places:
        begin = place
        while begin > i and not _ends_phrases(doc, begin - 1, first):
            begin -= 1
        i = max(i, begin)
        while i <= place:
            phrase = phrase_at(doc, i, first, last) if not doc.tokens[i].dull else None
            if phrase is None:
                i += 1
            else:
                found.append(phrase)
                i = max(phrase.stop, i + 1)
    return found


def _ends_phrases(doc: Document, i: int, first: int) -> bool:
    """Whether token `i` is a verb that no phrase reaches over: no participle is near whose object it may be."""
    if not doc.tokens[i].dull or doc.pos(i) != "VERB":
        return False
    if any(adjective(doc, k) for k in range(max(first, i - _OBJECT), i)):
        return False
    return not any(doc.marks.get(k, -1) > i for k in range(max(first, i - _LONGEST), i))


def _start(phrase: Phrase) -> int:
    return phrase.start


def _stop(phrase: Phrase) -> int:
    return phrase.stop


def _scan(doc: Document, first: int, last: int) -> list[Phrase]:
    found: list[Phrase] = []
    i = first
    tokens = doc.tokens
    while i < last:
        if tokens[i].dull:
            i += 1
            continue
        phrase = phrase_at(doc, i, first, last)
        if phrase is None:
            i += 1
        else:
            found.append(phrase)
            i = max(phrase.stop, i + 1)
    return found


def phrase_at(doc: Document, i: int, first: int, last: int) -> Phrase | None:
    """Return the longest noun phrase that begins at token `i` and ends before `last`."""
    last = min(last, i + _LONGEST)
    if i >= last:
        return None
    token = doc.tokens[i]
    traits = traits_of(token)
    if traits & QUOTE:
        closing = doc.marks.get(i, -1)
        return quoted(doc, i, closing, last) if i < closing < last else None
    if not traits & WORD:
        token.dull = True
        return None
    if traits & (OPENS | DIGITS):
        found = _opened(doc, i, first, last)
        if found is not None:
            return found
    if token.shape & SMALL and not (traits & OWNS or noun(doc, i) or adjective(doc, i) or token.shape & ASCII):
        if not traits & OPENS:
            token.dull = True
        return None
    return _described(doc, i, last)


def in_case(doc: Document, phrase: Phrase, cases: Agreements) -> Phrase:
    """Return the phrase in one case, with the number that its head has there: `супруги` in the genitive is one."""
    phrase = phrase.but(cases=cases)
    if phrase.kind in ("person", "pronoun"):
        return phrase
    own = noun(doc, phrase.head) & cases
    number = number_of(own)
    return phrase.but(number=number, gender=gender_of(own) or phrase.gender) if number else phrase


def _opened(doc: Document, i: int, first: int, last: int) -> Phrase | None:
    """Return the phrase that a pronoun, a numeral or another word of the closed lists begins, if it does here."""
    word, norm = doc.words[i], doc.norms[i]
    if norm in FORMER and i + 1 < len(doc.words) and doc.pos(i + 1) == "VERB":
        return _single(doc, i, "pronoun", adjective(doc, i) | pronominal(doc, i))
    if norm in RELATIVES:
        return _single(doc, i, "relative", noun(doc, i) | adjective(doc, i) | pronominal(doc, i))
    if norm in PRONOUNS and not (norm in POSSESSIVES and i + 1 < last and owns(doc, i, last)):
        return pronoun_at(doc, i)
    if norm in QUANTIFIERS and i + 1 < last and doc.norms[i + 1] == "из":
        inner = phrase_at(doc, i + 2, i + 2, last)
        if inner and inner.cases & GENT:
            own = adjective(doc, i) | noun(doc, i) | pronominal(doc, i)
            one = make(i, inner.stop, i, "group" if inner.kind == "thing" else inner.kind, own)
            return _named_one(doc, one, last) or one
        if i + 2 < last and doc.norms[i + 2] == "них":
            return make(i, i + 3, i, "group", adjective(doc, i) | noun(doc, i) | pronominal(doc, i))
    if (norm in NUMBERS or norm in OF_NUMBERS or norm in ABOUT or word.isdigit()) and i + 1 < last:
        found = counted(doc, i, last)
        if found is not None:
            return found
    if norm in GREATER and i + 1 < last and doc.norms[i + 1] in MAJORITIES:
        inner = phrase_at(doc, i + 1, first, last)
        return inner.but(start=i) if inner is not None else None
    if norm in MAJORITIES and i + 1 < last:
        stop = genitive_end(doc, i + 1, last) or (i + 2 if is_acronym(doc.words[i + 1]) else None)
        if stop:
            return make(i, stop, i, "group", noun(doc, i)).but(number="", gender="")
    if norm == "и" and doc.norms[i : i + 4] == ACTING and i + 4 < last:
        return _extended(doc, i, i + 3, last, SING, norm, "role")
    return None


ACTING: Final = ["и", ".", "о", "."]
"""`И. о. мэра Анна Лужина`: who is acting for somebody."""


def _named_one(doc: Document, one: Phrase, last: int) -> Phrase | None:
    """`одного из гостей, мэра Олега Зуева`: the person who is named behind `один из`, set off by commas."""
    j = one.stop + 1
    if doc.norms[one.start] not in _ONE or j >= last or doc.words[one.stop] != ",":
        return None
    named = phrase_at(doc, j, j, last)
    if named is None or named.kind != "person" or named.name is None or not named.cases & one.cases:
        return None
    if named.name[1] - named.name[0] < 2 or named.stop >= len(doc.words) or doc.words[named.stop] not in ",.)":
        return None
    return named.but(start=one.start)


_ONE: Final = frozenset(["один", "одна", "одного", "одной", "одному"])


def _single(doc: Document, i: int, kind: str, agreements: Agreements) -> Phrase | None:
    return make(i, i + 1, i, kind, agreements) if agreements else None


def _described(doc: Document, i: int, last: int) -> Phrase | None:
    """Adjectives and participles, a head with complements, then a name or another apposition."""
    medium = medium_at(doc, i, last)
    if medium:
        closing = doc.marks.get(medium, -1) if medium < last else -1
        if medium < closing < last and closing - medium < 6 and is_capital(doc.words[medium + 1]):
            return make(i, closing + 1, i, "medium", ANY, (i, closing + 1))
        return make(i, medium, i, "medium", ANY, (i, medium))
    traits = traits_of(doc.tokens[i])
    if traits & PRONOMINAL and 0 < i < last - 1 and doc.tokens[i + 1].shape & CAPITAL and doc.pos(i - 1) == "PREP":
        return None  # `перед этим ИГ заявило`
    if traits & ACTS or doc.words[i - 1] == ".":
        acting = _acting(doc, i, last)
        if acting:
            return acting
    j = i
    modifiers = ANY
    while j < last:
        if (j == i and traits & OWNS) or (j > i and doc.norms[j] == "же"):
            j += 1
            continue
        own = adjective(doc, j)
        if not own or (noun(doc, j) and not modifies(doc, j, last)):
            break
        if doc.tokens[j].shape & CAPITAL and (name_at(doc, j, last) if j > i else _opens_name(doc, j, last)):
            break
        if not modifiers & own:
            break
        modifiers &= own
        j += 1
        if doc.pos(j - 1) == "PRTF" and j < last:
            j = _skip_object(doc, i, j, last, modifiers)
    return _headed(doc, i, j, last, modifiers)


_OFFICE: Final = 6
"""Tokens up to the office that somebody holds for a time, at most."""


def _acting(doc: Document, i: int, last: int) -> Phrase | None:
    """`и. о. | министра связи Анна Лужина`, `исполняющий обязанности мэра Илья Зорич`: an office held for a time."""
    if doc.words[i - 1] == "." and doc.norms[max(0, i - 4) : i] == ["и", ".", "о", "."]:
        office, start, agreements = i, i - 4, _DEPUTIES
    elif doc.norms[i].startswith("исполняющ") and i + 2 < last and doc.norms[i + 1] == "обязанности":
        office, start, agreements = i + 2, i, adjective(doc, i)
        while office + 1 < min(last, i + _OFFICE) and adjective(doc, office) & GENT and not noun(doc, office):
            office += 1  # `исполняющий обязанности торгового представителя`
    else:
        return None
    head = head_at(doc, office)
    if head.kind != "role" or not noun(doc, office) & GENT:
        return None
    found = _extended(doc, start, office, last, agreements, head.lemma, head.kind)
    return found.but(head=start) if start == i else found


def _opens_name(doc: Document, j: int, last: int) -> bool:
    """Whether a word that looks like an adjective is a name: `Грубая`, `Дзироэмон Кимура`."""
    if is_surname(doc, j):
        return True
    name = name_at(doc, j, last) if not doc.readings(j)[0].known else None
    return name is not None and name.stop > j + 1


def _skip_object(doc: Document, start: int, j: int, last: int, modifiers: Agreements) -> int:
    """Return the token after the object of a participle: `открывший церемонию | председатель`."""
    if modifiers & noun(doc, j) and _is_governed(doc, start):
        return j  # `на уточняющий вопрос | мэр ответил`
    for k in range(j, min(last, j + _OBJECT)):
        if doc.words[k] in ",.;:":
            return j
        together = modifiers & noun(doc, k) if k > j else 0
        if together:
            lemma = doc.readings(k)[0].lemma
            if together & NOMN and (lemma in lexis().roles or lemma in lexis().organizations):
                return k
            if lemma in lexis().documents:
                return k
    return j


def _headed(doc: Document, i: int, j: int, last: int, modifiers: Agreements) -> Phrase | None:
    if j >= last:
        return _alone(doc, i, j, last, modifiers)
    word = head_at(doc, j)
    shape, lemma, kind = word.shape, word.lemma, word.kind
    stays = bool(traits_of(word) & STAYS)
    own = _DEPUTIES if stays else noun(doc, j)
    if not own and shape & SMALL and not shape & ASCII:
        return _alone(doc, i, j, last, modifiers)
    name = name_at(doc, j, last) if shape & CAPITAL and not stays else None
    if kind == "thing" and j > i:
        whole = f"{doc.readings(j - 1)[0].lemma} {lemma}"  # `Белый дом`, `аукционный дом`
        if whole in lexis().organizations and (doc.words[j - 1][0].isupper() or whole not in lexis().capitals):
            kind = "organization"
    if name is not None:
        if kind in ("role", "group") and lemma not in lexis().kinds and _is_surname_here(doc, j, own, name):
            kind = "thing"  # `сказал Рябков`: birds are not capitalised
        if kind == "role" and is_surname(doc, j):
            kind = "thing"  # `Ткач отметил`: a surname that is a role word as well
        if kind == "organization" and lemma not in lexis().organizations and is_surname(doc, j) and not shape & ACRONYM:
            kind = "thing"  # `Панфилова`: a town, too
        if kind == "organization" and name.stop > j + 1 and lemma not in lexis().organizations:
            if not shape & ACRONYM and any("Name" in r.tags for r in doc.readings(j)):
                kind = "thing"  # `Питера Стефанова`: a city, too
    if shape & ASCII and shape & LETTER:
        own = ANY
        if shape & ACRONYM or not (j + 1 < last and doc.tokens[j + 1].shape & CAPITAL):
            name = None
    elif shape & ACRONYM:
        own = ANY
    if name is not None and (kind == "thing" or name.stop > j + 1) and kind not in ("role", "organization"):
        together = modifiers & name.agreements
        if not together:
            return _alone(doc, i, j, last, modifiers)
        stop = _apposition(doc, name.stop, last, together)
        return make(
            i, stop, j, "person", together, (name.start, name.stop), (i, name.start) if i < name.start else None
        )
    agreements = modifiers & own
    if not agreements or not shape & (LETTER | CAPITAL):
        return _alone(doc, i, j, last, modifiers)
    if kind == "thing" and not shape & CAPITAL and lemma == word.norm and doc.pos(j) not in ("NOUN", "NPRO"):
        return _alone(doc, i, j, last, modifiers)
    return _extended(doc, i, j, last, agreements, lemma, kind)


def _is_surname_here(doc: Document, j: int, own: Agreements, name: Name) -> bool:
    """Whether a common noun with a capital letter is a surname: in no other way can it be a subject, or a genitive."""
    if name.agreements & GENT & MASC and not own & GENT and doc.pos(j - 1) == "NOUN":
        return True  # `по словам Рыбина`: no fish
    return bool(name.agreements & NOMN) and not own & NOMN and doc.norms[j].endswith(RUSSIAN)


def _alone(doc: Document, i: int, j: int, last: int, modifiers: Agreements) -> Phrase | None:
    """`многие`, `присутствующие в зале`: an adjective with no noun."""
    if j == i or not (doc.norms[j - 1] in ALONE or is_substantive(doc, j - 1)):
        return None
    if i and doc.words[i - 1] == "," and j < last and j == i + 1 and doc.pos(j) == "PREP":
        if doc.norms[j] not in lexis().roles.get(doc.readings(i)[0].lemma, ()):
            return None  # `источник, | знакомый с ходом сделки, сообщил`
    plural = not modifiers & SING
    role = next((r.lemma for r in doc.readings(j - 1) if lexis().roles.get(r.lemma)), "")
    if role and j < last and not plural:  # `уполномоченный по правам ребёнка Анна Лужина`
        return _extended(doc, i, j - 1, last, modifiers, role, "role")
    stop = (complement_end(doc, j, last, None, "group") if j < last else None) or j
    return make(i, stop, j - 1, "group" if plural else "role", modifiers)


_DEPUTIES: Final = MASC


def _extended(doc: Document, i: int, head: int, last: int, agreements: Agreements, lemma: str, kind: str) -> Phrase:
    """Add complements, a name in quotation marks, a personal name and apposition to a head."""
    j = head + 1
    shape = doc.tokens[head].shape
    prepositions = lexis().roles.get(lemma, _NONE)
    if kind == "organization" and lemma in lexis().organizations and not shape & ACRONYM:
        prepositions |= _BODY_PREPOSITIONS
    name: tuple[int, int] | None = None
    role: tuple[int, int] | None = None
    if shape & ASCII and j < last and kind in ("organization", "medium") and not doc.tokens[j].shape & ACRONYM:
        j = latin_end(doc, j, last)
    elif kind == "medium" and lemma in lexis().media_nouns and j < last and doc.words[j].isascii():
        j = domain_end(doc, j, last) or j
        j = latin_end(doc, j, last)
        name = (head + 1, j) if j > head + 1 else None  # `издание The Northern Post`
    turn = lemma in TIMES or (lemma == "очередь" and head > i and doc.norms[head - 1] == "свою")
    oblique = not agreements & NOMN
    while j < last and not turn:  # `в свою очередь | Лужина заявила`, `той весной | Норвегия заявила`
        if _ends_at(doc, j, kind, prepositions):
            break
        word, norm = doc.words[j], doc.norms[j]
        if word in QUOTES:
            closing = doc.marks.get(j, -1)
            if not j < closing < last or closing - j > 9 or not _names(doc, j + 1) or kind == "document":
                break
            if oblique and j > head + 1 and medium_at(doc, j + 1, closing) == closing:
                break  # `отставку главы банка | «Коммерсантъ» объяснил`
            if kind in ("medium", "organization") and name is None:
                name = (j + 1, closing)
            j = closing + 1
            continue
        if norm == "им" and j + 2 < last and doc.words[j + 1] == "." and is_capital(doc.words[j + 2]):
            honoured = name_at(doc, j + 2, last)  # `театр им. А. П. Чехова`
            if honoured is None or not honoured.agreements & GENT:
                break
            j = honoured.stop
            continue
        if word == "(":
            holder = _holder_behind(doc, j, last, agreements) if kind == "role" else None
            if holder is None:
                break
            together = any_gender(agreements) & holder.agreements
            j = _apposition(doc, holder.stop, last, together)
            return make(i, j, head, "person", together, (holder.start, holder.stop), (i, holder.start))
        if kind in ("medium", "organization") and (medium := medium_at(doc, j, last)):
            if kind == "organization" and (name is not None or shape & ACRONYM):
                break  # `в пресс-службе «Волны» | ТАСС сообщили`
            name = (j, medium)
            j = medium
            continue
        if kind == "role" and word.isascii() and word.islower() and lemma in _NICKED and not domain_end(doc, j, last):
            return make(i, j + 1, head, "person", agreements, (j, j + 1), (i, j))
        if (
            word == "'"
            and j + 1 < last
            and (doc.words[j + 1] == "'" or doc.words[j + 1].isascii())
            and (doc.words[j - 1].isascii() or any(is_capital(w) and w.isascii() for w in doc.words[j + 1 : j + 3]))
        ):
            j += 1
            continue
        if kind == "role" and doc.norms[j].endswith(_AGED):  # `тренер сборной 50-летний | Илья Зорич`
            holder = name_at(doc, j + 1, last) if j + 1 < last and is_capital(doc.words[j + 1]) else None
            together = any_gender(agreements) & adjective(doc, j) & holder.agreements if holder is not None else 0
            if holder is None or not together:
                break
            j = _apposition(doc, holder.stop, last, together)
            return make(i, j, head, "person", together, (holder.start, holder.stop), (i, holder.start - 1))
        capital = doc.tokens[j].shape & (CAPITAL | ACRONYM) == CAPITAL
        person = name_at(doc, j, last) if capital else None
        if person and is_place(doc, j, person):
            person = None
        if (
            person
            and kind == "medium"
            and name is None
            and j == head + 1 == person.stop - 1
            and is_paper(doc, j, agreements & person.agreements)
        ):
            name = (j, person.stop)  # `газета Кларин`
            j = person.stop
            continue
        if person and word.isascii() and (person.stop - person.start == 1 or is_named_next(doc, person.stop, last)):
            person = None
        if person and kind == "role" and is_before_holder(doc, lemma, agreements, person, last):
            j = person.stop  # `мэр Заречинска | Ольга Лужина`
            continue
        if person and kind == "role":
            together = any_gender(agreements) & person.agreements
            if together and apposes(doc, head, lemma, together, person):
                j = _apposition(doc, person.stop, last, together)
                return make(i, j, head, "person", together, (person.start, person.stop), (i, person.start))
        if person and not word.isascii() and (oblique or _is_governed(doc, i)) and is_subject_next(doc, person):
            break  # `на допросе | Русаков заявил`
        if oblique and begins_titled_name(doc, j, last):
            break  # `агентству | аналитик Анна Лужина`
        stop = complement_end(doc, j, last, person, kind)
        if stop is None and norm == "по" and kind == "organization" and j + 1 < last:
            stop = region_end(doc, j + 1, last)
        if stop is None and norm in prepositions and j + 1 < last:
            inner = descriptor_end(doc, j + 1, last)
            stop = inner
            if inner and j + 1 < last:
                prepositions |= lexis().roles.get(head_at(doc, j + 1).lemma, _NONE)
        if stop is None and kind == "role" and doc.pos(j) == "PREP" and j + 1 < last:
            stop = descriptor_end(doc, j + 1, last)  # `глава делегации на переговорах Илья Зорич`
            holder = name_at(doc, stop, last) if stop and stop < last and is_capital(doc.words[stop]) else None
            if holder is None or not agreements & holder.agreements & NOMN:
                stop = None
        if stop is None:
            break
        for k in range(j, stop):
            if doc.tokens[k].shape & SMALL and doc.readings(k)[0].lemma in lexis().organizations:
                prepositions |= _BODY_PREPOSITIONS
        j = stop
    if kind == "role" and j < last - 1 and doc.words[j] == "," and is_capital(doc.words[j + 1]):
        person = name_at(doc, j + 1, last)
        if person and person.stop < last and doc.words[person.stop] == "," and person.stop - person.start > 1:
            together = agreements & person.agreements
            if together:
                return make(i, person.stop, head, "person", together, (person.start, person.stop), (i, j))
    if kind in ("role", "group"):
        role = (i, j)
    return make(i, j, head, kind, agreements, name, role)


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
_AGED: Final = ("-летний", "-летняя", "-летнего", "-летней", "-летнему", "-летним", "-летнюю")
"""How the age of a holder ends that stands between his title and his name."""
_NONE: Final[frozenset[str]] = frozenset()
_OPEN_ENDED: Final = frozenset(["по", "г", "гор", "им", "'", "("])
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
    return kind != "role" or doc.pos(j) != "PREP"


def _is_governed(doc: Document, i: int) -> bool:
    """Whether a preposition stands before token `i`."""
    return i > 0 and doc.pos(i - 1) == "PREP"


def _names(doc: Document, i: int) -> bool:
    """Whether a name in marks may begin at token `i`: `«Волна»`, `«112 Волна»`, `«5 канал»`, `«360»`."""
    return is_capital(doc.words[i]) or (doc.words[i].isdigit() and doc.words[i + 1][0] not in ".,:%")


def _apposition(doc: Document, stop: int, last: int, agreements: Agreements) -> int:
    """Return the token after a title that follows a name and a comma: `Матиас Йорш, докладчик ПАСЕ`."""
    if stop + 1 >= last or doc.words[stop] != "," or is_capital(doc.words[stop + 1]):
        return stop
    k = stop + 1
    while k < last and head_at(doc, k).kind != "role" and adjective(doc, k) and doc.pos(k) == "ADJF":
        k += 1
    if k >= last or head_at(doc, k).kind != "role" or not any_gender(agreements) & noun(doc, k):
        return stop
    head = head_at(doc, k)
    phrase = _extended(doc, stop + 1, k, last, noun(doc, k), head.lemma, head.kind)
    if phrase.name is not None:
        return stop
    ends = phrase.stop >= last or doc.words[phrase.stop] in (",", ".", "»", '"', ";", ")")
    return phrase.stop if ends else stop
