"""The titles that an article gives to its people: beside the name, by a verb, by a dash, by what they head.

Each rule is asked for each sentence that names a person, and yields who got which title where.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from ruspolnews.mentions.people import People
from ruspolnews.mentions.person import Mention, Person
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.scanning import noun_phrases, phrases_with, sentence_phrases
from ruspolnews.mentions.titles import Title, alike, title_of
from ruspolnews.mentions.words import is_acronym
from ruspolnews.morphology.agreement import ABLT, GENT, NOMN, Agreements
from ruspolnews.segmentation import Document

__all__ = ["Given", "Titles"]

_COPULAS: Final = frozenset(
    "стать становиться назначить избрать являться оставаться быть утвердить выбрать оказаться работать".split()
)
_HEADING: Final = frozenset("возглавлять возглавить руководить".split())
_DASHES: Final = frozenset("—–-")
_LISTING: Final = frozenset([",", "и", "а"])
_JOINING: Final = frozenset(
    "стал стан назн избр явля оста быть был была было буду буде утве выбр оказ рабо возг руко каче — – -".split()
)
"""How the words begin that join a name and a title."""
_ENDS: Final = frozenset([",", ".", "!", "?", "…", "...", ":", ";"])
"""Marks after which a dash joins nothing: `», — сказал`."""
_APART: Final = frozenset(",;:!?(—–")
"""Marks over which no title reaches, but for a comma before a name."""
_PHRASE: Final = 24
"""Tokens that a title may have."""
_NEAR: Final = 12
"""How far a verb stands from the name and the body that it joins, in tokens."""


class Given(NamedTuple):
    """A title that the article gives to a person.

    Attributes:
        at: the token at which it stands.
        title: what it says.
        person: its holder.
        words: the tokens of the role, half open, or `None` where a verb says it (`возглавляет`).
        cases: bits of the cases in which the role stands.
    """

    at: int
    title: Title
    person: Person
    words: tuple[int, int] | None
    cases: Agreements


class _Sentence(NamedTuple):
    doc: Document
    people: People
    first: int
    last: int
    phrases: Sequence[Phrase]

    def person(self, phrase: Phrase) -> Person | None:
        """Return the person whose name stands in the phrase."""
        if phrase.name is not None and phrase.kind == "person":
            return self.people.first_within(*phrase.name)
        return None

    def lemmas(self, i: int) -> set[str]:
        return {reading.lemma for reading in self.doc.readings(i)[:2]}


class Titles:
    """The titles that an article gives to its people: read sentence by sentence, where they are asked for."""

    def __init__(self, doc: Document, people: People) -> None:
        self.doc = doc
        self.people = people
        self._by_sentence: dict[int, list[Given]] = {}
        self._by_person: dict[int, list[Given]] = {}
        self._by_head: dict[str, list[int]] = {}

    def of(self, person: Person) -> list[Given]:
        """Return the titles of a person, in order."""
        found = self._by_person.get(id(person))
        if found is None:
            numbers = sorted({self.doc.sentence_of(mention.start) for mention in person.mentions})
            found = [given for n in numbers for given in self._in_sentence(n) if given.person is person]
            self._by_person[id(person)] = found
        return found

    def like(self, title: Title, at: int) -> Iterator[Given]:
        """Yield, in order, the titles near token `at` whose holder may be called by `title`, and others."""
        numbers = self._sentences(title.head)
        place = bisect_left(numbers, self.doc.sentence_of(at))
        for number in numbers[max(0, place - _LOOKED_AT) : place + _LOOKED_AT]:
            yield from self._in_sentence(number)

    def _in_sentence(self, number: int) -> list[Given]:
        found = self._by_sentence.get(number)
        if found is None:
            doc = self.doc
            first, last = doc.sentences[number]
            found = []
            named = self.people.within(first, last)
            joined = bool(named) and _joins(doc, first, last)
            if joined:
                sentence = _Sentence(doc, self.people, first, last, sentence_phrases(doc, number))
                found = [given for rule in RULES for given in rule(sentence)]
                found.sort(key=lambda given: given.at)
            elif any(_neighboured(doc, mention) for mention, _ in named):
                phrases = phrases_with(doc, [mention.start for mention, _ in named], first, last)
                sentence = _Sentence(doc, self.people, first, last, phrases)
                found = [*beside_name(sentence), *listed_before(sentence)]
            self._by_sentence[number] = found
        return found

    def _sentences(self, head: str) -> list[int]:
        """Return the sentences with a word that begins like a title of the same meaning as `head`."""
        found = self._by_head.get(head)
        if found is None:
            doc = self.doc
            beginnings = beginnings_of(head)
            tokens = [i for i, norm in enumerate(doc.norms) if norm.startswith(beginnings)]
            near = {doc.sentence_of(i) for i in tokens if _beside_capital(doc, i)}
            others = {doc.sentence_of(i) for i in tokens} - near
            found = self._by_head[head] = sorted(near | {n for n in others if _joins(doc, *doc.sentences[n])})
        return found


def _joins(doc: Document, first: int, last: int) -> bool:
    """Whether a sentence has a word or mark that may join a name and a title."""
    tokens = doc.tokens
    for i in range(first, last):
        joins = tokens[i].joins
        if joins < 0:
            joins = tokens[i].joins = _is_joining(doc, i)
        if joins == 1 or (joins == _DASH and doc.norms[i - 1] not in _ENDS):
            return True
    return False


_DASH: Final = 2
"""A dash joins unless a stop precedes it."""


def _is_joining(doc: Document, i: int) -> int:
    """Return 1 for a word that joins by itself: a form of the verbs, `качестве`; `_DASH` for a dash, else 0."""
    norm = doc.norms[i]
    if norm in _DASHES:
        return _DASH
    if norm[:4] not in _JOINING:
        return 0
    return int(norm == "качестве" or any(r.lemma in _COPULAS or r.lemma in _HEADING for r in doc.readings(i)[:2]))


def _beside_capital(doc: Document, i: int) -> bool:
    """Whether a name may stand right behind the title that token `i` heads, or before it and a comma."""
    words = doc.words
    for k in range(i + 1, min(i + _PHRASE, len(words))):
        if words[k][0].isupper():
            if not is_acronym(words[k]):
                return True
        elif words[k] in _APART and (words[k] != "," or k + 1 >= len(words) or not words[k + 1][0].isupper()):
            break
    for k in range(i - 1, max(0, i - _PHRASE), -1):
        if words[k] in _APART:
            return words[k] == "," and (words[k - 1][0].isupper() or not words[k - 1][0].isalpha())
    return False


@cache
def beginnings_of(head: str) -> tuple[str, ...]:
    """Return how the words begin of which a sentence has one if it gives a title that `head` may stand for.

    The last two letters of a title change (`посол`, `посла`).
    """
    heads = alike(head)
    found = {word[: max(_SHORTEST, len(word) - 2)] if len(word) != 4 else word[:2] for word in heads}
    found |= {"зам"} if "заместитель" in heads else set()
    return tuple(sorted(found | set(_LEADING if "глава" in heads else ())))


_SHORTEST: Final = 2
_LEADING: Final = ("возглав", "руковод")
_LOOKED_AT: Final = 200
"""Sentences on either side in which a title is looked for."""


def _neighboured(doc: Document, mention: Mention) -> bool:
    """Whether a word that may be a title stands right before a name, or after it and a comma."""
    i, j = mention.start - 1, mention.stop
    if i >= 0 and (doc.words[i] in "»”“\"')," or doc.words[i][0].isalnum()):
        reading = doc.readings(i)[0]
        if reading.pos not in ("PREP", "CONJ", "VERB", "PRCL", "GRND", "ADVB", "INFN"):
            return True
    return j + 1 < len(doc.words) and doc.words[j] == "," and doc.words[j + 1][0].islower()


def beside_name(sentence: _Sentence) -> Iterator[Given]:
    """`глава МИД Японии Коитиро Гэмба`, `Гэмба, глава МИД Японии`, also inside a longer phrase."""
    for phrase in _nested(sentence, sentence.phrases):
        person = sentence.person(phrase)
        if person is not None and phrase.role is not None and phrase.name is not None:
            title = title_of(sentence.doc, *phrase.role, phrase.head)
            yield Given(phrase.start, title, person, phrase.role, phrase.cases)
        if person is not None and phrase.name is not None and phrase.stop > phrase.name[1] + 1:
            behind = phrase.name[1] + 1  # `Анна Лужина, мэр города`
            role = phrase_at(sentence.doc, behind, behind, phrase.stop)
            if role is not None and role.kind == "role":
                title = title_of(sentence.doc, behind, role.stop, role.head)
                yield Given(phrase.start, title, person, (behind, role.stop), role.cases & phrase.cases or role.cases)


def listed_before(sentence: _Sentence) -> Iterator[Given]:
    """`глава банка, | заместитель министра Анна Лужина выступила`: two titles of one, and no list of people."""
    doc = sentence.doc
    phrases = sentence.phrases
    for n in range(len(phrases) - 1):
        role, named = phrases[n], phrases[n + 1]
        person = sentence.person(named) if role.kind == "role" and named.role is not None else None
        if person is None or named.start != role.stop + 1 or doc.words[role.stop] != ",":
            continue
        together = role.cases & named.cases
        listed = (doc.norms[i] for i in (role.start - 1, named.stop) if sentence.first <= i < sentence.last)
        if together and role.number == "sing" and _LISTING.isdisjoint(listed):
            yield _given(sentence, role, person, together)


def _nested(sentence: _Sentence, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases and those inside them that name somebody: `распоряжение | президента РФ Дмитрия Медведева`."""
    for phrase in phrases:
        yield phrase
        if phrase.kind not in ("pronoun", "relative") and phrase.stop > phrase.head + 1:
            last = phrase.name[0] if phrase.name and phrase.kind == "person" else phrase.stop
            if sentence.people.within(phrase.head + 1, last):
                yield from _nested(sentence, noun_phrases(sentence.doc, phrase.head + 1, last))


def by_copula(sentence: _Sentence) -> Iterator[Given]:
    """`президентом стала Анна Лужина`, `Зорич назначен министром`."""
    phrases = sentence.phrases
    for n, phrase in enumerate(phrases):
        if phrase.kind != "role" or not phrase.cases & ABLT or phrase.number != "sing":
            continue
        for other in (phrases[n - 1] if n else None, phrases[n + 1] if n + 1 < len(phrases) else None):
            person = sentence.person(other) if other and other.cases & NOMN else None
            if other is None or person is None:
                continue
            low, high = min(other.stop, phrase.stop), max(other.start, phrase.start)
            if high - low <= 4 and any(sentence.lemmas(i) & _COPULAS for i in range(low, high)):
                yield _given(sentence, phrase, person, ABLT)
                break


def by_dash(sentence: _Sentence) -> Iterator[Given]:
    """`адвокат подсудимого — Анна Лужина`, `Илья Зорич (Ilya Zorich) — глава палаты`."""
    doc = sentence.doc
    phrases = [p for p in sentence.phrases if doc.words[p.start - 1] != "("]
    for left, right in pairwise(phrases):
        if not left.cases & right.cases & NOMN or not left.stop < right.start <= left.stop + 8:
            continue
        between = doc.words[left.stop : right.start]
        if between[-1] not in _DASHES or (len(between) > 1 and (between[0], between[-2]) != ("(", ")")):
            continue
        for named, role in ((left, right), (right, left)):
            person = sentence.person(named)
            if person is not None and role.kind == "role" and role.number == "sing" and named.role is None:
                yield _given(sentence, role, person, NOMN)


def in_capacity(sentence: _Sentence) -> Iterator[Given]:
    """`Анна Лужина выступила в качестве министра связи`."""
    doc = sentence.doc
    for i in range(sentence.first, sentence.last - 2):
        if doc.norms[i] != "качестве" or doc.norms[i - 1] != "в":
            continue
        role = phrase_at(doc, i + 1, i + 1, sentence.last)
        named = [p for p in sentence.phrases if p.start < i and p.cases & NOMN and sentence.person(p)]
        if role is not None and role.kind == "role" and role.number == "sing" and named:
            person = sentence.person(named[-1])
            if person is not None:
                yield _given(sentence, role, person, GENT)


def by_heading(sentence: _Sentence) -> Iterator[Given]:
    """`Палату возглавляет Илья Зорич`, `палата, которую возглавляет Зорич`, `Зорич возглавил палату`."""
    doc = sentence.doc
    for verb in range(sentence.first, sentence.last):
        if not doc.norms[verb].startswith(_LEADING) or not sentence.lemmas(verb) & _HEADING:
            continue
        near = [p for p in sentence.phrases if verb - _NEAR <= p.start <= verb + _NEAR]
        leader = next((p for p in near if p.cases & NOMN and sentence.person(p)), None)
        bodies = [p for p in near if p is not leader and p.kind in ("organization", "medium", "thing")]
        person = sentence.person(leader) if leader else None
        if person is not None and bodies:
            body = min(bodies, key=lambda p: abs(p.start - verb))
            title = title_of(doc, body.start, body.stop, -1)
            yield Given(body.start, title._replace(head="глава"), person, None, 0)


def _given(sentence: _Sentence, role: Phrase, person: Person, case: Agreements) -> Given:
    title = title_of(sentence.doc, role.start, role.stop, role.head)
    return Given(role.start, title, person, (role.start, role.stop), case)


RULES: Final[tuple[Callable[[_Sentence], Iterator[Given]], ...]] = (
    beside_name,
    listed_before,
    by_copula,
    by_dash,
    in_capacity,
    by_heading,
)
"""How an article gives a title, in the order asked."""
