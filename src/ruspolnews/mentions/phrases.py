"""Noun phrases that can name a speaker: the fullest stretch with complements, apposition and name."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.complements import (
    complement_end,
    descriptor_end,
    domain_end,
    genitive_end,
    latin_end,
    modifies,
)
from ruspolnews.mentions.endings import RUSSIAN
from ruspolnews.mentions.extension import apposition, extended
from ruspolnews.mentions.heads import ALONE, head_at, is_substantive, medium_at
from ruspolnews.mentions.media import cases_of_medium
from ruspolnews.mentions.names import Name, name_at
from ruspolnews.mentions.openers import counted, owns, pronominal, pronoun_at, quoted
from ruspolnews.mentions.parts import LEADING, is_surname, speaks_alone
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
    ORDINALS,
    OWNS,
    PRONOMINAL,
    QUANTIFIERS,
    QUOTE,
    RELATIVES,
    STAYS,
    WORD,
    traits_of,
)
from ruspolnews.mentions.words import POSSESSIVES, PRONOUNS, adjective, is_acronym, is_capital, is_governed, lexis, noun
from ruspolnews.morphology.agreement import (
    ABLT,
    ACCS,
    ANY,
    GENT,
    MASC,
    NOMN,
    PLUR,
    SING,
    Agreements,
    gender_of,
    number_of,
)
from ruspolnews.morphology.word import ACRONYM, ASCII, CAPITAL, LETTER, SMALL
from ruspolnews.segmentation import Document

__all__ = ["ACTING", "LONGEST", "OBJECT", "in_case", "phrase_at"]

LONGEST: Final = 24
OBJECT: Final = 4
"""Tokens behind a participle within which its object ends."""


def phrase_at(doc: Document, i: int, first: int, last: int) -> Phrase | None:
    """Return the longest noun phrase that begins at token `i` and ends before `last`."""
    last = min(last, i + LONGEST)
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
    if token.shape & SMALL:
        if token.norm in LEADING:
            found = _particled(doc, i, last)
            if found is not None:
                return found
        if not (traits & OWNS or noun(doc, i) or adjective(doc, i) or token.shape & ASCII):
            if not traits & OPENS and token.norm not in LEADING:
                token.dull = True
            return None
    return _described(doc, i, last)


def _particled(doc: Document, i: int, last: int) -> Phrase | None:
    """Return the person whose surname a particle in small letters opens: `по словам | фон дер Ляйен`."""
    name = name_at(doc, i, last)
    if name is None:
        return None
    return make(i, apposition(doc, name.stop, last, name.agreements), i, "person", name.agreements, (i, name.stop))


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
    if (norm in FORMER or norm in ORDINALS) and _stands_alone(doc, i):
        return _single(doc, i, "pronoun", adjective(doc, i) | pronominal(doc, i))
    if norm in RELATIVES:
        return _single(doc, i, "relative", noun(doc, i) | adjective(doc, i) | pronominal(doc, i))
    if norm in PRONOUNS and not (norm in POSSESSIVES and i + 1 < last and owns(doc, i, last)):
        return pronoun_at(doc, i)
    if norm in QUANTIFIERS and i + 1 < last and doc.norms[i + 1] == "из":
        inner = phrase_at(doc, i + 2, i + 2, last)
        if inner is None and doc.pos(i + 2) in ("PRTF", "ADJF") and adjective(doc, i + 2) & GENT & PLUR:
            return make(i, i + 3, i, "role", adjective(doc, i) | noun(doc, i) | pronominal(doc, i))
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
    if word.isdigit() and i + 2 < last and (doc.words[i + 1] == "%" or doc.norms[i + 1].startswith("процент")):
        share = _share_end(doc, i + 2, last)
        if share:
            return make(i, share, i, "group", NOMN | ACCS).but(number="plur")
    if norm in ("каждый", "каждая") and i + 2 < last and doc.pos(i + 2) == "VERB" and adjective(doc, i + 1) & NOMN:
        return make(i, i + 2, i, "group", adjective(doc, i))  # `каждый третий | признался`
    if norm in GREATER and i + 1 < last and doc.norms[i + 1] in MAJORITIES:
        inner = phrase_at(doc, i + 1, first, last)
        return inner.but(start=i) if inner is not None else None
    if norm in MAJORITIES and i + 1 < last:
        stop = genitive_end(doc, i + 1, last) or (i + 2 if is_acronym(doc.words[i + 1]) else None)
        if stop:
            return make(i, stop, i, "group", noun(doc, i)).but(number="", gender="")
    if norm == "и" and doc.norms[i : i + 4] == ACTING and i + 4 < last:
        return extended(doc, i, i + 3, last, SING, norm, "role")
    return None


def _stands_alone(doc: Document, i: int) -> bool:
    """Whether a word that points at somebody stands beside its verb: `второй (же) | сказал`, `уточнил | другой.`."""
    behind = i + 1 + (doc.norms[i + 1 : i + 2] == ["же"])
    if behind < len(doc.words) and doc.pos(behind) == "VERB":
        return True
    return behind < len(doc.words) and doc.words[behind] in ".,;" and i > 0 and doc.pos(i - 1) == "VERB"


def _share_end(doc: Document, i: int, last: int) -> int:
    """Return the token behind the people of whom a share speaks, or 0: `43 % | опрошенных`, `11 % | считают`."""
    if doc.pos(i) == "VERB":
        return i if doc.readings(i)[0].number == "plur" else 0
    people = phrase_at(doc, i, i, last)
    if people is not None:
        named = people.cases & GENT and people.number == "plur" and people.kind in ("role", "group")
        return people.stop if named else 0
    return i + 1 if doc.pos(i) in ("PRTF", "ADJF") and adjective(doc, i) & GENT & PLUR else 0


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


_ROMAN: Final = frozenset("IVXLC")


def _described(doc: Document, i: int, last: int) -> Phrase | None:
    """Adjectives and participles, a head with complements, then a name or another apposition."""
    medium = medium_at(doc, i, last)
    if medium and medium < last and doc.words[medium] in ("of", "and"):
        medium = latin_end(doc, medium, last)  # `Times of India`
    if medium:
        closing = doc.marks.get(medium, -1) if medium < last else -1
        if medium < closing < last and closing - medium < 6 and is_capital(doc.words[medium + 1]):
            return make(i, closing + 1, i, "medium", ANY, (i, closing + 1))
        return make(i, medium, i, "medium", cases_of_medium(doc, i, medium) or ANY, (i, medium))
    if doc.tokens[i].shape & ASCII:
        if set(doc.words[i]) <= _ROMAN:
            return None  # `в | I полугодии`
        site = domain_end(doc, i, last)
        if site and not _is_of_address(doc, i, site):
            return make(i, site, i, "medium", ANY, (i, site))  # `Northern.ru`
    if doc.norms[i] == "позднее" and i + 1 < last and doc.tokens[i + 1].shape & CAPITAL:
        return None  # `Позднее | Рено сказала`
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
        if _heads(doc, j, last):
            return extended(doc, i, j, last, modifiers & own, head_at(doc, j).lemma, "role")
        if doc.tokens[j].shape & CAPITAL and (name_at(doc, j, last) if j > i else _opens_name(doc, j, last)):
            break
        if not modifiers & own:
            break
        modifiers &= own
        j += 1
        if j < last and doc.pos(j - 1) == "PRTF":
            j = _skip_object(doc, i, j, last, modifiers)
        elif j < last - 1 and doc.pos(j) == "PREP" and doc.norms[j] != "из" and doc.norms[j - 1] not in _UNCOMPLETED:
            j = _skip_complement(doc, j, last, modifiers)
    return _headed(doc, i, j, last, modifiers)


def _heads(doc: Document, j: int, last: int) -> bool:
    """Whether a participle is the role itself: `управляющий | фондом`, `финансовый управляющий | Анна Лужина`."""
    if doc.norms[j][-2:] not in _PARTICIPIAL or j + 1 >= last or head_at(doc, j).lemma not in lexis().instrumental:
        return False
    return bool(doc.tokens[j + 1].shape & CAPITAL or (noun(doc, j + 1) | adjective(doc, j + 1)) & ABLT)


_PARTICIPIAL: Final = frozenset("ий ая ие го ей им их му ми ем ую".split())


def _is_of_address(doc: Document, first: int, last: int) -> bool:
    """Whether what looks like the name of a site is a part of an address on the web: `https://www.volna.ru/a.html`."""
    joined = "/.-_:@?="
    before = first > 0 and doc.words[first - 1] in joined and doc.stops[first - 1] == doc.starts[first]
    after = last < len(doc.words) and doc.words[last] in joined and doc.stops[last - 1] == doc.starts[last]
    goes_on = after and last + 1 < len(doc.words) and doc.stops[last] == doc.starts[last + 1]
    return before or goes_on or doc.norms[first] == "www" or len(doc.words[last - 1]) > _DOMAIN


_DOMAIN: Final = 4
"""Letters of a domain of the web, at most."""
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
    found = extended(doc, start, office, last, agreements, head.lemma, head.kind)
    return found.but(head=start) if start == i else found


def _opens_name(doc: Document, j: int, last: int) -> bool:
    """Whether a word that looks like an adjective is a name: `Грубая`, `Дзироэмон Кимура`."""
    if is_surname(doc, j) or speaks_alone(doc, j):
        return True
    name = name_at(doc, j, last) if not doc.readings(j)[0].known else None
    return name is not None and name.stop > j + 1


def _skip_object(doc: Document, start: int, j: int, last: int, modifiers: Agreements) -> int:
    """Return the token after the object of a participle: `открывший церемонию | председатель`."""
    if modifiers & noun(doc, j) and is_governed(doc, start):
        return j  # `на уточняющий вопрос | мэр ответил`
    for k in range(j, min(last, j + OBJECT)):
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


def _skip_complement(doc: Document, j: int, last: int, modifiers: Agreements) -> int:
    """Return the token after the complement of an adjective: `близкий к следствию | источник`."""
    for k in range(j + 2, min(last, j + _COMPLEMENT)):
        if doc.words[k] in ",.;:":
            return j
        if modifiers & noun(doc, k) and head_at(doc, k).kind in ("role", "organization") and doc.pos(k - 1) != "PREP":
            return k
    return j


_UNCOMPLETED: Final = ALONE | {"позднее"}
"""Words like adjectives that have no complement: `позднее в пятницу | телевидение сообщило`."""
_COMPLEMENT: Final = 6
"""Tokens behind an adjective within which its complement ends."""


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
        if (kind == "role" and is_surname(doc, j)) or (kind in ("role", "organization") and speaks_alone(doc, j)):
            kind = "thing"  # `Ткач отметил`, `сказал Стрелков`: a surname that is a role word as well
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
        stop = apposition(doc, name.stop, last, together)
        return make(
            i, stop, j, "person", together, (name.start, name.stop), (i, name.start) if i < name.start else None
        )
    agreements = modifiers & own
    if not agreements or not shape & (LETTER | CAPITAL):
        return _alone(doc, i, j, last, modifiers)
    if kind == "thing" and not shape & CAPITAL and lemma == word.norm and doc.pos(j) not in ("NOUN", "NPRO"):
        return _alone(doc, i, j, last, modifiers)
    return extended(doc, i, j, last, agreements, lemma, kind)


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
        return extended(doc, i, j - 1, last, modifiers, role, "role")
    stop = (complement_end(doc, j, last, None, "group") if j < last else None) or j
    if stop == j and plural and j + 1 < last and doc.norms[j] in _WHERE and doc.pos(j - 1) == "PRTF":
        stop = descriptor_end(doc, j + 1, last) or j  # `оставшиеся в живых`, `присутствующие в зале`
    return make(i, stop, j - 1, "group" if plural else "role", modifiers)


_WHERE: Final = frozenset(["в", "на"])


_DEPUTIES: Final = MASC
