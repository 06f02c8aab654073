"""What a role phrase says of its holder: head, countries and other words, and when two titles can mean one person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from ruspolnews.lexicon import load
from ruspolnews.mentions.traits import INTERIM
from ruspolnews.mentions.words import adjective, body_of, is_acronym, is_capital, is_fixed, lexis
from ruspolnews.morphology import Reading, fold
from ruspolnews.morphology.agreement import ANY, GENT, NOMN, OF_CASE, Agreements
from ruspolnews.segmentation import Document

__all__ = ["FILLERS", "OFFICES", "Title", "alike", "fits", "is_general", "nominative", "title_of", "words_of"]

OFFICES: Final = frozenset(
    "президент премьер премьер-министр канцлер король королева глава лидер министр мэр губернатор".split()
)
"""Offices that a reader knows one holder of."""
_LEADERS: Final = frozenset("глава руководитель лидер председатель начальник хозяин предстоятель шеф".split())
"""Roles of all who head something."""
_DEPUTY: Final = "заместитель"


class _Body(NamedTuple):
    """What a general word for a body in a title may mean: a row of the table."""

    heads: frozenset[str]
    words: frozenset[str]


@cache
def _general() -> frozenset[str]:
    return frozenset(fold(row["lemma"]) for row in load("roles", "lemma") if "general" in row["note"].split(","))


def is_general(head: str) -> bool:
    """Whether a role may name whoever was spoken of last, without having been given to him: `политик`."""
    return head in _general()


@cache
def _synonyms() -> Mapping[str, frozenset[str]]:
    """Return the heads of titles that may name the holder of a head."""
    found: dict[str, frozenset[str]] = {}
    for row in load("title_synonyms", "heads"):
        heads = frozenset(fold(row["heads"]).split(","))
        for head in heads:
            found[head] = found.get(head, frozenset()) | heads
    return found


@cache
def _bodies() -> Mapping[tuple[str, str], _Body]:
    """Return what a general word for a body means after a role: `глава региона`."""
    return {
        (fold(row["by"]), fold(row["word"])): _Body(
            frozenset(fold(row["heads"]).split(",")) - {""}, frozenset(fold(row["words"]).split(",")) - {""}
        )
        for row in load("title_bodies", "word", "by")
    }


def words_of(word: str) -> frozenset[str]:
    """Return the words that a general word for a body stands for: `военный` for those of `Минобороны`."""
    row = _bodies().get(("глава", word))
    return row.words - {"*"} if row else frozenset()


@cache
def _heads_of(head: str) -> frozenset[str]:
    """Return the roles of all of whom `head` with some general word may be said."""
    by = "глава" if head in _LEADERS else head
    return frozenset().union(*(body.heads for (role, _), body in _bodies().items() if role == by))


class Title(NamedTuple):
    """A role phrase: the lemma of its head, the countries in it, and the lemmas of its other words."""

    head: str
    countries: frozenset[str]
    words: frozenset[str]


@cache
def _two_worded() -> dict[tuple[str, str], str]:
    """Return the countries of two words, by the first without its ending and the second: `Южная Корея`."""
    names = ((name.split(), country) for name, country in lexis().countries.items())
    return {(name[0][:-2], name[1]): country for name, country in names if len(name) == 2}


def title_of(doc: Document, start: int, stop: int, head: int, cases: Agreements = 0) -> Title:
    """Return the title in tokens `start` to `stop` with its head, which stands in one of the cases if any is given."""
    if head >= stop:  # `молодой нападающий | Зорич`, where a participle is the title
        head = next((i for i in reversed(range(start, stop)) if _names_role(doc, i, ANY)), start)
    countries: set[str] = set()
    words: set[str] = set()
    seen = -1
    for i in range(start, stop):
        if not doc.words[i][0].isalpha() or i in (head, seen):
            continue
        norm = doc.norms[i]
        lemma = doc.readings(i)[0].lemma
        country = lexis().countries.get(norm) or lexis().countries.get(lemma)
        if country is None and i + 1 < stop and is_capital(doc.words[i]):
            country = _two_worded().get((norm[:-2], doc.readings(i + 1)[0].lemma))  # `Южной | Кореи`
            seen = i + 1 if country else seen
        if country:
            countries.add(country)
        elif doc.pos(i) not in ("PREP", "CONJ"):
            unknown = is_capital(doc.words[i]) and not doc.readings(i)[0].known
            words.add(
                next((r.lemma for r in doc.readings(i) if r.lemma in lexis().organizations), norm) if unknown else lemma
            )
    if doc.norms[max(0, head - 4) : head] == ["и", ".", "о", "."]:  # `и. о. губернатора`
        words = words - {"и", "о"} | INTERIM
        cases = GENT
    elif doc.norms[head] in INTERIM or doc.norms[head].startswith("исполняющ"):
        office = next((i for i in range(head + 1, min(stop, head + 4)) if _names_role(doc, i, GENT)), None)
        if office is not None:  # `врио губернатора`
            words = words - {doc.readings(office)[0].lemma, "обязанность"} | INTERIM
            head, cases = office, GENT
    nouns = [r for r in doc.readings(head) if r.pos == "NOUN"]
    readings = [_own_lemma(r) for r in nouns if OF_CASE.get(r.case, 0) & cases] or [r.lemma for r in nouns]
    lemma = next((x for x in readings if x in lexis().roles), readings[0] if readings else doc.norms[head])
    if lemma.startswith("экс-") and lemma[4:] in lexis().roles:  # `экс-мэр`: a `бывший мэр`
        lemma = lemma[4:]
        words.add("экс")
    elif "-" in lemma and lemma not in lexis().roles and lemma.partition("-")[0] in lexis().roles:
        lemma, _, field = lemma.partition("-")  # `врач-диетолог`: a `врач`
        words.add(field)
    chief = _deputed(doc, doc.norms[head])
    if chief:  # `замминистра`: a deputy of a minister
        lemma = _DEPUTY
        words.add(chief)
    return Title(lemma, frozenset(countries), frozenset(words))


def _deputed(doc: Document, norm: str) -> str:
    """Return whose deputy a compound names, as a lemma: `замминистра`, `зампред`."""
    if not norm.startswith("зам") or norm.startswith(_DEPUTY[:6]):
        return ""
    if norm.startswith("зампред"):
        return "председатель"
    readings = doc.morphology.readings(norm.removeprefix("зам"))
    return next((r.lemma for r in readings if r.lemma in lexis().roles and r.case == "gent"), "")


def _office(title: Title) -> Title | None:
    """Return the office of whom a deputy stands in for: `заместитель министра связи`."""
    head = next((word for word in sorted(title.words) if word in lexis().roles), None)
    return Title(head, title.countries, title.words - {head}) if head else None


def _names_role(doc: Document, i: int, cases: Agreements) -> bool:
    roles = lexis().roles
    return any(r.pos == "NOUN" and r.lemma in roles and OF_CASE.get(r.case, 0) & cases for r in doc.readings(i))


def _own_lemma(reading: Reading) -> str:
    """Return the lemma; a woman's own word where the dictionary gives the man's: `супруга`."""
    feminine = reading.lemma + "а"
    return feminine if reading.gender == "femn" and feminine in lexis().roles else reading.lemma


def alike(head: str) -> frozenset[str]:
    """Return the heads of the titles that `fits` may find to be those of a holder of `head`."""
    ministers = frozenset(["министр", "глава"])
    found = _synonyms().get(head, frozenset()) | _heads_of(head) | {head}
    return found | ministers if head in ministers else found


@cache
def _alike() -> frozenset[tuple[str, str]]:
    """Return the pairs of roles whose plurals mean the same people."""
    rows = [fold(row["heads"]).split(",") for row in load("title_synonyms", "heads") if row["note"] == "alike"]
    return frozenset((one, other) for row in rows for one in row for other in row)


def are_alike(one: Title, other: Title) -> bool:
    """Whether the plurals of two roles without complements mean the same people: `врачи … медики`."""
    bare = not (one.words | other.words) - FILLERS and not one.countries | other.countries
    return bare and (one.head, other.head) in _alike()


def fits(wanted: Title, given: Title) -> int:
    """Return how well a short title names the holder of a longer one; 0 if it does not."""
    if wanted.countries and given.countries and not wanted.countries & given.countries:
        return 0
    if wanted.head == given.head == _DEPUTY:
        office, whole = _office(wanted), _office(given)
        if office and whole:
            return fits(office, whole)
    by = "глава" if wanted.head in _LEADERS else wanted.head
    rows = [row for word in wanted.words if (row := _bodies().get((by, word)))]
    if wanted.head == given.head or (wanted.head in INTERIM and wanted.head in given.words):
        score = 4
    elif any(given.head in row.heads for row in rows) or given.head in _synonyms().get(wanted.head, ()):
        score = 3
    elif {wanted.head, given.head} == {"министр", "глава"} and _heads_ministry(wanted, given):
        return 3
    else:
        return 0
    if wanted.head == "глава" and "государство" in wanted.words:
        return 4 if given.head in ("президент", "король", "королева") else 0
    if wanted.head == "глава" and "правительство" in wanted.words:
        return 4 if given.head in ("премьер", "премьер-министр", "канцлер", "председатель") else 0
    unlike = wanted.words - given.words - FILLERS
    rest = given.words - wanted.words - FILLERS
    if _abbreviate(unlike, rest) or any(_abbreviated(word, rest) for word in unlike if len(unlike) == 1):
        unlike = frozenset()
    extra = {word for word in unlike if not _means(by, word, given, alone=len(unlike) == 1)}
    if extra:
        return 0 if len(extra) > 1 or score < 4 else 1
    former = not wanted.words.isdisjoint(_FORMER) and not given.words.isdisjoint(_FORMER)
    return score + bool(wanted.countries & given.countries) + len(wanted.words & given.words) + former


def _abbreviate(words: Iterable[str], given: Iterable[str]) -> bool:
    """Whether the first letters of words of one title are a word of the other: `СК` ~ `Следственный комитет`."""
    initials = sorted(word[0] for word in words)
    return len(initials) > 1 and any(sorted(word) == initials for word in given if len(word) == len(initials))


def _abbreviated(word: str, words: Iterable[str]) -> bool:
    """Whether a word is made of first letters of other words: `фрс` of `федеральный`, `резервный`, `система`."""
    initials = [other[0] for other in words]
    return 1 < len(word) < 5 and all(initials.count(letter) >= word.count(letter) for letter in word)


def _means(by: str, word: str, given: Title, *, alone: bool) -> bool:
    """Whether a general word for a body may mean that of a longer title: `глава региона` ~ `губернатор`."""
    row = _bodies().get((by, word)) or _bodies().get(("глава", word))
    if row is None:
        return False
    if given.head in row.heads or row.words & given.words:
        return True
    return alone and "*" in row.words and bool(given.words) and not given.words - {word} & lexis().organizations


_FORMER: Final = frozenset(["бывший", "экс"])
FILLERS: Final = frozenset(
    [
        "агентство",
        "издание",
        "газета",
        "ведомство",
        "врио",
        "ио",
        "первый",
        "министерство",
        "государство",
        "страна",
        "республика",
        "сам",
        "этот",
        "тот",
        "же",
        "бывший",
        "новый",
        "нынешний",
        "действующий",
        "экс",
        "официальный",
        "свой",
        "его",
    ]
)


_MINISTRIES: Final = {"мид": "иностранный", "мвд": "внутренний", "мчс": "чрезвычайный"}
"""Ministries by their acronyms, with the word that their ministers' titles have."""


def _heads_ministry(wanted: Title, given: Title) -> bool:
    """`глава Минсвязи` ~ `министр связи`, `японский министр` ~ `глава МИД Японии`."""
    minister, head = (wanted, given) if wanted.head == "министр" else (given, wanted)
    for body in head.words:
        if body in _MINISTRIES:
            return not minister.words or _MINISTRIES[body] in minister.words
        if body.startswith("мин") and len(body) > 5:
            return not minister.words or any(word[:3] == body[3:6] for word in minister.words)
        if body in ("ведомство", "министерство"):
            return True
    return False


def nominative(doc: Document, start: int, stop: int, head: int, cases: Agreements, number: str) -> str:
    """Return the words `start` to `stop` with the head and what agrees with it in the nominative.

    `cases` and `number` are those in which the phrase stands.
    """
    readings = [r for r in doc.readings(head) if r.pos in ("NOUN", "ADJF", "NPRO", "PRTF", "NUMR") and r.case]
    fitting = [r for r in readings if OF_CASE[r.case] & cases and number in ("", r.number, "")] or readings
    if not fitting or cases & NOMN or (is_fixed(doc.norms[head]) and not readings[0].known):
        return doc.text[doc.starts[start] : doc.stops[stop - 1]]
    wanted = min(fitting, key=lambda r: r.pos in ("ADJF", "PRTF") and r.gender != "masc")
    number = wanted.number
    if wanted.case == "nomn" or (not doc.words[head].isalpha() and "-" not in doc.words[head]):
        return doc.text[doc.starts[start] : doc.stops[stop - 1]]
    last = head  # `папы римского`: an adjective behind the head agrees with it, too
    while last + 1 < stop and doc.pos(last + 1) == "ADJF" and adjective(doc, last + 1) & OF_CASE[wanted.case] & cases:
        if last + 2 < stop and doc.pos(last + 2) in ("NOUN", "ADJF"):
            break  # `мэра южного города`
        last += 1
    apart = next((i for i in range(head + 2, stop) if doc.words[i - 1] == "," and doc.pos(i) == "ADJF"), -1)
    out = []
    place = doc.starts[start]
    for i in range(start, stop):
        out.append(doc.text[place : doc.starts[i]])
        place = doc.stops[i]
        word = doc.words[i]
        if (i > last and i != apart) or not word[0].isalpha() or is_acronym(word):  # `источник, | близкий к мэру`
            out.append(word)
            continue
        form = _form(doc, i, wanted.case, number, wanted.gender if number == "sing" else "", i == head)
        out.append(form if word[0].islower() or not form else form[0].upper() + form[1:])
    return "".join(out)


def _form(doc: Document, i: int, case: str, number: str, gender: str, head: bool) -> str:
    """Return the nominative of token `i` read in the case and number of the head, or the token itself."""
    if head and not doc.readings(i)[0].known and "ё" not in doc.words[i]:
        body = body_of(doc.norms[i], doc.readings(i))
        if body:
            return body
    small = doc.words[i][0].islower()
    forms = sorted(  # `тепловых сетей`: no surname
        doc.morphology.nominatives(doc.words[i].lower()),
        key=lambda pair: (small and "Surn" in pair[1].tags, pair[1].gender != (gender or "masc")),
    )
    for form, reading in forms:
        if reading.case != case or reading.number != number:
            continue
        if gender and reading.gender and reading.gender != gender:
            continue
        return form
    return doc.words[i]
