"""The people of an article: every mention of a personal name, grouped by who it is, with the nominative of the name."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Final, NamedTuple

from ruspolnews.lexicon import load
from ruspolnews.mentions.apposition import is_paper
from ruspolnews.mentions.declension import best_form, best_of, forms_of, plain_name
from ruspolnews.mentions.names import (
    is_family_name,
    is_first_name,
    is_initial,
    is_particle,
    is_surname,
    name_at,
    title_before,
)
from ruspolnews.mentions.phrases import ACTING, phrases_with
from ruspolnews.mentions.runs import Runs
from ruspolnews.mentions.words import NAME_TAGS, PLACES, adjective, is_capital, lexis, noun
from ruspolnews.morphology import Reading, fold
from ruspolnews.morphology.agreement import (
    ABLT,
    ACCS,
    ANY,
    CASES,
    DATV,
    GENT,
    NOMN,
    Agreements,
    agreeing,
    all_of,
    genders_in,
    within,
)
from ruspolnews.segmentation import Document

__all__ = ["Mention", "People", "Person"]


_ATTRIBUTIONS: Final = frozenset(
    "словам мнению данным сведениям информации версии оценке оценкам утверждению заявлению убеждению прогнозу"
    " сообщению признанию имени участием поручению указанию инициативе слова слов".split()
)
_SURNAMES: Final = (
    "ов",
    "ова",
    "ев",
    "ева",
    "ёв",
    "ёва",
    "ин",
    "ина",
    "ский",
    "ская",
    "цкий",
    "цкая",
    "енко",
    "ич",
    "чук",
    "швили",
    "дзе",
    "ян",
)
_BEFORE_VERB: Final = frozenset(["не", "уже", "также", "тоже", "еще"])
"""What may stand between a surname and its verb: `Зорич не признал`."""
_RECENT: Final = 50
_FEW: Final = 50
"""Names that are put in their places one by one."""
_BEARERS: Final = 30
"""Persons of one name that are told apart, so that time stays linear."""


class Mention(NamedTuple):
    """One place where a personal name stands.

    `name` is what stands there, in the nominative; `given` and `surname` are its parts, initials with a full stop.
    """

    start: int
    stop: int
    given: tuple[str, ...]
    surname: str
    gender: str
    name: str


class Person:
    """Somebody whom the article names.

    Attributes:
        name: the fullest name, nominative.
        gender: `masc`, `femn` or unknown.
        mentions: where the name stands, in order.
        roles: head lemma and text of the titles that the article gives, in order.
    """

    __slots__ = ("gender", "given", "mentions", "name", "roles", "surname")

    def __init__(self, mention: Mention) -> None:
        self.given = mention.given
        self.surname = mention.surname
        self.gender = mention.gender
        self.name = mention.name
        self.mentions: list[Mention] = []
        self.roles: list[tuple[int, int, int]] = []
        self.add(mention)

    def add(self, mention: Mention) -> None:
        """Add a mention; a fuller name becomes the person's name."""
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender
        spelled = [part for part in mention.given if not part.endswith(".")]
        mine = [part for part in self.given if not part.endswith(".")]
        if (len(spelled), len(mention.given)) > (len(mine), len(self.given)):
            self.given = mention.given
            self.surname = mention.surname
            self.name = mention.name

    def admits(self, mention: Mention) -> bool:
        """Whether a mention can be this person: surnames alike, given names not at odds."""
        if self.gender and mention.gender and self.gender != mention.gender:
            return False
        if not _alike(self.surname, mention.surname):
            if not mention.given and any(_alike(part, mention.surname) for part in self.given):
                return True  # by the first name alone
            if not mention.given and "-" in self.surname and self.given:  # `Рудакова` of `Анна Зуева-Рудакова`
                return any(_alike(part, mention.surname) for part in self.surname.split("-"))
            if _politely(mention) or _politely(self):  # `Виктор Фёдорович` is `Виктор Зорич`
                return bool(self.given and mention.given) and _alike(self.given[0], mention.given[0])
            return not self.given and any(_alike(part, self.surname) for part in mention.given)
        if not mention.given or not self.given or all(map(is_particle, mention.given)):
            return True  # `Ле Пен`
        return _compatible(self.given, mention.given)


def _politely(named: Mention | Person) -> bool:
    """Whether somebody is called by first name and patronymic alone."""
    return len(named.given) == 1 and fold(named.surname).endswith(("ович", "евич", "овна", "евна", "ична"))


def _alike(left: str, right: str) -> bool:
    return plain_name(left) == plain_name(right)


def _compatible(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    for a, b in zip(left, right, strict=False):
        short, long = sorted((fold(a).rstrip("."), fold(b).rstrip(".")), key=len)
        if len(short) == 1:
            if not long.startswith(short):
                return False
        elif short != long:
            return False
    return True


class People:
    """The persons of a document, and which person each mention names: read where they are asked for, and no further."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._persons: list[Person] = []
        self._by_part: dict[str, list[Person]] = defaultdict(list)
        self._by_start: dict[int, tuple[Mention, Person]] = {}
        self._starts: list[int] = []
        self._ordered = True
        self._runs = Runs(doc)

    @property
    def persons(self) -> list[Person]:
        """All persons, by first mention."""
        self._read(0, len(self.doc.words))
        if not self._ordered:
            self._persons.sort(key=lambda person: person.mentions[0].start)
            self._ordered = True
        return self._persons

    def _read(self, first: int, last: int) -> None:
        """Read the names that stand within tokens `first` to `last`, and all that may be of the same persons."""
        runs = self._runs.take(first, last)
        if not runs:
            return
        doc = self.doc
        spans: list[tuple[int, int, Agreements]] = []
        while runs:
            for span in _spans(doc, self._runs.tokens(runs.pop())):
                for i in range(*span[:2]):
                    runs += self._runs.linked(i)
                if span[2]:
                    spans.append(span)
        if spans:
            self._tell_apart(sorted(spans, key=itemgetter(0)))

    def _tell_apart(self, spans: Sequence[tuple[int, int, Agreements]]) -> None:
        """Group names by who they are: the fullest first."""
        doc = self.doc
        shared = _parts(doc, spans)
        spans = [span for span in spans if _evident(doc, span, shared)]
        votes: dict[str, float] = defaultdict(float)
        for start, stop, agreements in spans:
            last = _last_part(doc, start, stop)
            for nominative, weight in _surnames(doc, last, agreements).items():
                votes[nominative] += weight
        mentions = [_mention(doc, start, stop, agreements, votes) for start, stop, agreements in spans]
        persons: list[Person] = []
        for mention in sorted(mentions, key=lambda m: (-_fullness(m), m.start)):
            person = self._find(mention)
            if person is None:
                person = Person(mention)
                persons.append(person)
                halves = mention.surname.split("-") if "-" in mention.surname else ()
                for part in {plain_name(mention.surname), *map(plain_name, halves), *map(fold, mention.given)}:
                    if len(self._by_part[part]) < _BEARERS:
                        self._by_part[part].append(person)
            else:
                person.add(mention)
            self._by_start[mention.start] = (mention, person)
        for person in persons:
            person.mentions.sort()
        self._persons += persons
        self._ordered = False
        starts = [mention.start for mention in mentions]
        if len(starts) < _FEW:
            for start in starts:
                insort(self._starts, start)
        else:
            self._starts += starts
            self._starts.sort()

    def _find(self, mention: Mention) -> Person | None:
        near = {id(p): p for part in (mention.surname, *mention.given) for p in self._by_part.get(plain_name(part), ())}
        fits = [person for person in near.values() if person.admits(mention)]
        if len(fits) < 2:
            return fits[0] if fits else None
        before = [(m.start, p) for p in fits for m in p.mentions[-_RECENT:] if m.start < mention.start]
        if before:
            return max(before, key=lambda item: item[0])[1]
        return fits[0]

    def named(self, surname: str) -> list[Person]:
        """Return the persons one part of whose name is `surname`, by first mention."""
        return sorted(self._by_part.get(fold(surname), ()), key=lambda person: person.mentions[0].start)

    def within(self, first: int, last: int) -> list[tuple[Mention, Person]]:
        """Return the mentions that begin within tokens `first` to `last`, with their persons."""
        self._read(first, last)
        low, high = bisect_left(self._starts, first), bisect_left(self._starts, last)
        return [self._by_start[start] for start in self._starts[low:high]]

    def first_within(self, first: int, last: int) -> Person | None:
        """Return the person of the first mention that begins within tokens `first` to `last`."""
        named = self.within(first, last)
        return named[0][1] if named else None


def _fullness(mention: Mention) -> int:
    return 2 * sum(not part.endswith(".") for part in mention.given) + len(mention.given)


def _spans(doc: Document, capitals: Sequence[int]) -> list[tuple[int, int, Agreements]]:
    """Return the personal names among the capitalised tokens of a run."""
    found = []
    reach = 0
    for i in capitals:
        if i >= reach:
            name = name_at(doc, i, doc.sentences[doc.sentence_of(i)][1])
            if name and _is_person(doc, name.start, name.stop):
                found.append((name.start, name.stop, _governed(doc, name.start, name.stop, name.agreements)))
                reach = name.stop
    return found


def _finite(doc: Document, i: int) -> Reading | None:
    reading = doc.readings(i)[0]
    return reading if reading.pos == "VERB" and doc.words[i][0].islower() else None


def _governed(doc: Document, start: int, stop: int, agreements: Agreements) -> Agreements:
    """Return the agreements that the verb beside the name, or a preposition or title before it, leaves."""
    i = start - 1 if doc.sentences[doc.sentence_of(start)][0] < start else -1
    verb = _finite(doc, stop) if stop < len(doc.words) else None
    free = i < 0 or doc.pos(i) not in ("PREP", "NOUN", "ADJF", "PRTF") or not doc.words[i][0].islower()
    if not free and verb is not None and verb.gender:  # `депутат думы Алена Королева назвала`
        head = title_before(doc, start)
        free = head is not None and (bool(_cases_of(doc, head) & NOMN) or _titled_subject(doc, start, head))
    if free and verb is not None and verb.number == "sing":
        subjects = agreements & agreeing("nomn", "", verb.gender)
        if subjects:
            return subjects
    if i < 0:
        return agreements
    before = _finite(doc, i)
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
        return agreements & (_cases_of(doc, head) | GENT) or agreements
    return agreements


def _titled_subject(doc: Document, start: int, title: int) -> bool:
    """Whether a name closes a phrase with another head that can be a subject.

    `И. о. мэра | Анна Лужина сообщила`, `уполномоченный по правам студентов | Анна Лужина напомнила`.
    """
    phrases = phrases_with(doc, [start], *doc.sentences[doc.sentence_of(start)])
    phrase = next((p for p in phrases if p.kind == "person" and p.name == (start, p.stop) and p.head < title), None)
    if phrase is None or not phrase.cases & NOMN:
        return False
    between = range(phrase.head + 1, title)
    return doc.norms[phrase.start] == "и" or any(doc.pos(i) == "PREP" for i in between)


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


def _parts(doc: Document, spans: Sequence[tuple[int, int, Agreements]]) -> frozenset[str]:
    """Return what the parts of names of several words may be in the nominative."""
    return frozenset(
        form.plain
        for start, stop, _ in spans
        if stop - start > 1
        for i in range(start, stop)
        if len(doc.words[i]) > 1 and doc.words[i][0].isalpha()
        for form in forms_of(doc, i)
    )


def _evident(doc: Document, span: tuple[int, int, Agreements], shared: frozenset[str]) -> bool:
    """Whether a capitalised sequence is surely a person: two parts, a dictionary name, or a title before it.

    `shared` holds the parts of the document's longer names: a single word that is one of them is a person too.
    """
    start, stop, _ = span
    if stop - start > 1:
        return title_before(doc, start) is not None or any(
            is_first_name(doc, i)
            or doc.readings(i)[0].tags & NAME_TAGS
            or (not doc.readings(i)[0].known and not doc.words[i].isascii())
            or len(doc.words[i]) == 1
            for i in range(start, stop)
        )
    if is_surname(doc, start):
        return True
    readings = doc.readings(start)
    if any(r.tags & {"Name", "Surn"} and r.score >= 0.2 for r in readings[:4]) and readings[0].known:
        return True
    forms = forms_of(doc, start)
    if any(form.plain in shared for form in forms):
        return True
    verb = stop + (stop < len(doc.words) and doc.norms[stop] in _BEFORE_VERB)
    if verb < len(doc.words) and _finite(doc, verb) and any(form.nominative.endswith(_SURNAMES) for form in forms):
        return True
    led = start > doc.sentences[doc.sentence_of(start)][0] and doc.words[start - 1][0].islower()
    if led and not readings[0].known and not doc.words[start].isupper():
        beside = _finite(doc, start - 1) or (_finite(doc, verb) if verb < len(doc.words) else None)
        if beside is not None and beside.number == "sing" and beside.gender in ("masc", "femn"):
            return True  # `выступил Мерц`
    if led:
        return any(r.lemma in lexis().roles for r in doc.readings(start - 1) if r.pos == "NOUN")
    return False


def _is_person(doc: Document, start: int, stop: int) -> bool:
    """Whether a capitalised sequence is a person's name and not a title, a product or a Latin company."""
    if start and doc.words[start - 1] in "«„“" and stop < len(doc.words) and doc.words[stop] in "»“”":
        return False
    if all(doc.words[i].isascii() for i in range(start, stop)):
        return False
    if start and stop == start + 1 and _of_a_place(doc, start):
        return False
    if stop - start == 1 and doc.norms[start] in lexis().roles and not is_surname(doc, start):
        return False  # `Аким заявил`: a name of men, too
    return stop - start > 1 or len(doc.words[start]) > 2 or is_family_name(doc, start)


_DIRECTIONS: Final = frozenset("северный южный западный восточный центральный новый верхний нижний".split())


def _of_a_place(doc: Document, i: int) -> bool:
    """Whether a single word names the place or the paper that stands before it: `округа Галвестон`, `газета Заря`."""
    before = doc.readings(i - 1)[0].lemma
    if before in PLACES or (before in lexis().media_nouns and is_paper(doc, i, noun(doc, i - 1))):
        return True  # `газета Кларин`, not `корреспондент газеты Лужин`
    if before in _DIRECTIONS and is_capital(doc.words[i - 1]) and adjective(doc, i - 1) & noun(doc, i):
        return True  # `Южной Каролины`
    return before in lexis().organizations and any("Geox" in r.tags for r in doc.readings(i)) and not is_surname(doc, i)


def _last_part(doc: Document, start: int, stop: int) -> int:
    """Return the token of the surname: the last, unless the order is surname, name, patronymic."""
    last = stop - 1
    while last > start and not doc.words[last][0].isalpha():
        last -= 1
    patronymic = last - start >= 2 and any("Patr" in r.tags for r in doc.readings(last)[:2])
    return start if patronymic and not is_first_name(doc, start) else last


def _surnames(doc: Document, i: int, agreements: Agreements) -> dict[str, float]:
    """Return the nominatives that a surname may have where it stands, each with its weight."""
    found: dict[str, float] = {}
    for form in forms_of(doc, i):
        if form.agreements & agreements:
            weight = form.weight * (1.5 if form.case == "nomn" else 1.0)
            found[form.nominative] = max(found.get(form.nominative, 0.0), weight)
    return found


def _mention(doc: Document, start: int, stop: int, agreements: Agreements, votes: Mapping[str, float]) -> Mention:
    """Return the mention with the reading of its case and gender that the whole article supports best."""
    parts = [i for i in range(start, stop) if doc.words[i][0].isalpha()]
    last = _last_part(doc, start, stop)
    forms = forms_of(doc, last)
    options: list[tuple[float, str, str]] = []
    others = [(i, lexis().first_names.get(doc.norms[i], "")) for i in parts if i != last]
    for case in CASES:
        for gender in genders_in(agreements, case):
            score = best_of(forms, case, gender, votes)[0]
            for i, sex in others:
                weight, form = best_form(doc, i, case, gender)
                wrong = gender and sex and sex != gender and form == doc.words[i]
                score += weight - (_OTHER_SEX if wrong else 0.0)
            options.append((score + (0.4 if case == "nomn" else 0.0), case, gender))
    top, case, gender = max(options)
    rivals = {g for score, c, g in options if score > top - 0.7}
    if len(rivals) > 1:
        gender = ""
    if not any(i != last and len(doc.words[i]) > 1 and not is_particle(doc.words[i]) for i in parts):
        gender = _by_surname(best_of(forms, case, gender, votes)[1])
    given: list[str] = []
    surname = ""
    i = start
    while i < stop:
        word = doc.words[i]
        if word == "." and given and doc.words[i - 1] == given[-1] and is_initial(given[-1]):
            given[-1] += "."
        elif word == "." and i - 1 == last:
            surname += "."  # `Пётр Д.`
        elif not word[0].isalpha() and i + 1 < stop:  # О'Нил
            joined = doc.text[doc.starts[i - 1] : doc.stops[i]]
            rest = best_form(doc, i + 1, case, gender)[1] or doc.words[i + 1]
            piece = joined + rest
            if given and doc.words[i - 1] == given[-1]:
                given.pop()
            if i + 1 == last:
                surname = piece
            else:
                given.append(piece)
            i += 1
        elif i == last:
            surname = best_of(forms, case, gender, votes)[1] or word
        elif word[0].islower() or is_initial(word):
            given.append(word)
        else:
            given.append(best_form(doc, i, case, gender)[1] or word)
        i += 1
    ordered = " ".join((*given, surname))
    return Mention(start, stop, tuple(given), surname, _gender(doc, start, stop, gender), ordered)


_OTHER_SEX: Final = 2.0
"""What a reading loses in which a first name is not of its own sex: `Роман Старовой` is no form of `Старова`."""
_MASCULINE: Final = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской", "цкой", "ой", "ый", "ий")
_FEMININE: Final = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая")


def _by_surname(surname: str) -> str:
    """Return the gender that a surname alone shows: Russian ones have two forms, others none."""
    if len(surname) > 4 and surname.endswith(_FEMININE):
        return "femn"
    return "masc" if len(surname) > 4 and surname.endswith(_MASCULINE) else ""


def _gender(doc: Document, start: int, stop: int, gender: str) -> str:
    """Return the gender that a first name or patronymic shows, else that of the reading."""
    for i in range(start, stop):
        if not doc.words[i][0].isalpha() or len(doc.words[i]) < 2 or (i < stop - 1 and is_particle(doc.words[i])):
            continue
        for form in forms_of(doc, i):
            known = lexis().first_names.get(form.plain)
            if known and (not form.gender or not gender or form.gender == gender):
                return known
    return gender
