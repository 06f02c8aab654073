"""Who is who: each source beside a cue to a speaker of the whole article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from ruspolnews.mentions.given import Titles
from ruspolnews.mentions.naming import Naming
from ruspolnews.mentions.people import People, Person
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import noun_phrases, phrase_at, pronoun_at, sentence_phrases
from ruspolnews.mentions.titles import FILLERS, OFFICES, Title, fits, is_general, nominative, title_of, words_of
from ruspolnews.mentions.words import POSSESSIVES, is_acronym, is_capital, lexis
from ruspolnews.model import Gender, Span, Speaker, SpeakerKind
from ruspolnews.morphology import fold
from ruspolnews.morphology.agreement import ABLT, ACCS, GENT, LOCT, NOMN
from ruspolnews.segmentation import Document

__all__ = ["Credit", "resolve"]

_KINDS: Final = {
    "person": SpeakerKind.PERSON,
    "role": SpeakerKind.ROLE,
    "organization": SpeakerKind.ORGANIZATION,
    "medium": SpeakerKind.MEDIUM,
    "document": SpeakerKind.DOCUMENT,
    "group": SpeakerKind.GROUP,
    "thing": SpeakerKind.GROUP,
}
_GENDERS: Final = {"masc": Gender.MALE, "femn": Gender.FEMALE}
_BODIES: Final = frozenset(
    "ведомство министерство агентство газета издание компания организация пресс-служба служба корпорация холдинг"
    " концерн".split()
)
"""Bodies called by a general word that tells little."""
_COMPANIES: Final = frozenset(
    "компания корпорация холдинг концерн госкорпорация госкомпания авиакомпания перевозчик застройщик ритейлер"
    " производитель оператор банк".split()
)
_VAGUE: Final = frozenset(
    "власть сторона страна группа население народ орган район государство республика центр"
    " следствие обвинение защита пресса сми армия войско".split()
)
"""Words for bodies that may mean another each time."""
_REGULATED: Final = {"регулятор": frozenset(["центробанк", "цб", "банк", "роскомнадзор", "фас", "фрс", "еврокомиссия"])}
_COMPOUNDS: Final = ("мин", "рос", "гос", "евро", "центр")
_EITHER: Final = frozenset(["агентство", "издание", "компания", "организация"])
"""Bodies that may be media as well."""
_BACK: Final = 8
"""Sentences in which `ведомство` looks for its name."""
_SPEAKING: Final = 40
"""By how many tokens the one who spoke last is nearer than he stands."""
_REMEMBERED: Final = 200
"""Bodies, media and roles among which a short name looks for its long one."""
_POSTS: Final = OFFICES | {"депутат", "сенатор", "спикер", "генерал", "священник"} - {"лидер"}
"""Roles that no other role stands for: a `министр` is not the `депутат` before."""
_NEAR: Final = 5
"""Tokens behind a document among which the site is named that it stands on."""
_RECORDS: Final = frozenset("документ материал данные решение показание протокол перепись опрос статистика".split())
"""Documents that speak for nobody."""
_LAWS: Final = frozenset("закон законопроект кодекс конституция устав".split())
"""Documents that are no words of a medium or a body that spoke before."""


class Credit(NamedTuple):
    """One quote's source as the quotes room found it.

    Attributes:
        phrase: the source phrase, if one stands in the sentence.
        at: the token of the cue, or of the content where there is no cue.
        gender: of the cue verb in the past, else empty.
        number: of the cue verb, else empty.
        zero: the subject is dropped, so that one of the text before speaks.
        content: token ranges of the content; nobody named there is the speaker.
    """

    phrase: Phrase | None
    at: int
    gender: str
    number: str
    zero: bool
    content: tuple[tuple[int, int], ...]


class _Entity:
    """A speaker under construction."""

    __slots__ = ("folded", "gender", "kind", "mentions", "name", "person", "plural", "title", "words")

    def __init__(self, name: str, kind: str, gender: str, *, plural: bool = False) -> None:
        self.rename(name)
        self.kind = kind
        self.gender = gender
        self.plural = plural
        self.person: Person | None = None
        self.title: Title | None = None
        self.mentions: set[tuple[int, int]] = set()

    def rename(self, name: str) -> None:
        """Give the speaker a name."""
        self.name = name
        self.folded = fold(name)
        self.words = self.folded.split()


def resolve(doc: Document, credits: Sequence[Credit]) -> tuple[list[Speaker | None], tuple[Speaker, ...]]:
    """Return the speaker of each credit, in order, and all speakers in order of first mention."""
    if not credits:
        return [], ()
    room = _Room(doc)
    for credit in credits:
        for first, last in credit.content:
            room.reported[first:last] = b"\1" * (last - first)
    order = sorted(range(len(credits)), key=lambda n: credits[n].at)
    found: list[_Entity | None] = [None] * len(credits)
    for n in order:
        found[n] = room.speaker(credits[n])
    for n, entity in enumerate(found):
        if entity is not None and entity.kind == "role":
            named = room.named_later(credits, order, found, n)
            if named:
                found = [named if other is entity else other for other in found]
    speakers: dict[int, Speaker] = {}
    for entity in found:
        if entity is not None and id(entity) not in speakers:
            speakers[id(entity)] = room.publish(entity)
    ordered = sorted(
        dict.fromkeys(speakers.values()), key=lambda s: s.mentions[0] if s.mentions else Span(len(doc.text), 0)
    )
    return [speakers[id(entity)] if entity else None for entity in found], tuple(ordered)


class _Room:
    """The article's people and bodies, and who spoke or was spoken of last."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.people = People(doc)
        self.entities: dict[int, _Entity] = {}
        self.others: list[_Entity] = []
        self.women: list[_Entity] | None = None
        self.shown_women: list[_Entity] = []
        self.naming = Naming(doc)
        self.reported = bytearray(len(doc.words))
        self.last: _Entity | None = None
        self.last_at = -1
        self.asking = False
        self.documents: list[int] | None = None
        self.called: list[tuple[Title, _Entity]] = []
        self.titles = Titles(doc, self.people)

    # ---- what the article says of its people

    def _named(self, phrase: Phrase) -> _Entity | None:
        """Return the person whose name stands in the phrase."""
        if phrase.name is None:
            return None
        person = self.people.first_within(*phrase.name)
        return self._entity(person) if person else None

    def _only_woman(self) -> _Entity | None:
        """Return the only woman whom the article names, or whom a verb showed to be one."""
        if self.women is None:
            self.women = [self._entity(person) for person in self.people.persons if person.gender == "femn"]
        if len(self.women) + len(self.shown_women) != 1:
            return None
        return (self.women or self.shown_women)[0]

    def _entity(self, person: Person) -> _Entity:
        entity = self.entities.get(id(person))
        if entity is None:
            entity = self.entities[id(person)] = _Entity(person.name, "person", person.gender)
            entity.person = person
        return entity

    # ---- one credit

    def speaker(self, credit: Credit) -> _Entity | None:
        """Return who speaks, and remember it."""
        phrase = credit.phrase
        if phrase is None:
            entity = self._antecedent(credit, credit.gender, credit.number) if credit.zero else None
        elif phrase.kind in ("pronoun", "relative"):
            entity = self._pronoun(credit, phrase)
        else:
            entity = self._phrase(credit, phrase)
            if entity:
                entity.mentions.add((phrase.start, phrase.stop))
                if entity.gender == "masc" and credit.gender == "femn" and entity.person and not _known(entity.person):
                    entity.gender = ""  # `сообщила публицист Хейди Ларссон`
                if not entity.gender and credit.gender in _GENDERS and entity.kind in ("person", "role"):
                    entity.gender = credit.gender
                    if entity.person and entity.gender == "femn":
                        self.shown_women.append(entity)
        if entity is not None:
            self.last = entity
            self.last_at = credit.at
            for n in range(len(self.others) - 1, max(-1, len(self.others) - _REMEMBERED - 1), -1):
                if self.others[n] is entity:  # the one spoken of last comes first
                    self.others.append(self.others.pop(n))
                    break
        return entity

    def named_later(
        self, credits: Sequence[Credit], order: Sequence[int], found: Sequence[_Entity | None], n: int
    ) -> _Entity | None:
        """Return whom a role without a name turns out to be: `— сказал президент. — …, — добавил Зорич.`."""
        entity, phrase = found[n], credits[n].phrase
        if entity is None or phrase is None or entity.title is None or entity.title.words - FILLERS:
            return None
        if entity.title.head not in OFFICES or entity.title.countries:
            return None
        place = order.index(n) + 1
        if place >= len(order):
            return None
        later, other = credits[order[place]], found[order[place]]
        if other is None or later.phrase is None or later.phrase.kind != "person" or later.phrase.role is not None:
            return None
        near = self.doc.sentence_of(later.at) - self.doc.sentence_of(credits[n].at) <= 1
        agrees = not credits[n].gender or not other.gender or credits[n].gender == other.gender
        return other if near and agrees and other.kind == "person" and not self._titled(other) else None

    def _phrase(self, credit: Credit, phrase: Phrase) -> _Entity:
        named = self._named(phrase) if phrase.kind == "person" else None
        if named:
            return self._namesake(named, credit.gender)
        if phrase.kind == "person" and phrase.name:
            return self._other(phrase, self.naming.named_once(phrase), "person")
        if phrase.kind in ("role", "group") and phrase.number != "plur":
            held = self._holder(credit, phrase)
            if held:
                return held
        if phrase.kind == "medium" and phrase.name:
            return self._other(phrase, self.naming.medium(phrase), "medium")
        if phrase.kind == "document":
            return self._issuer(credit, phrase)
        return self._other(phrase, self.naming.own_name(phrase), phrase.kind)

    def _namesake(self, entity: _Entity, gender: str) -> _Entity:
        """Return the person, or one of the same surname whose gender the verb asks for."""
        if not gender or not entity.gender or entity.gender == gender or entity.person is None:
            return entity
        for person in self.people.named(entity.person.surname):
            if person.gender == gender and fold(person.surname) == fold(entity.person.surname):
                return self._entity(person)
        return entity

    def _other(self, phrase: Phrase, name: str, kind: str) -> _Entity:
        """Return the body, medium, group or unnamed role of that name; a short name means the last longer one."""
        folded = fold(name)
        words = [word for word in folded.split() if len(word) > 1]
        for entity in reversed(self.others[-_REMEMBERED:]):
            if entity.folded == folded:
                return entity
            if kind == entity.kind and words and words[0] == entity.words[0]:
                if set(words) <= set(entity.words):
                    return entity
                if set(entity.words) < set(words):
                    entity.rename(name)
                    return entity
        if kind in ("organization", "medium") and (folded in _BODIES or folded in _COMPANIES):
            bodies = [e for e in self.others[-_REMEMBERED:] if e.kind in ("organization", "medium")]
            likely = bodies[-1] if bodies and folded in _EITHER else None
            spoken = next((e for e in reversed(bodies) if e.kind == kind), likely)
            if folded in _COMPANIES:
                body = self._body_before(phrase) or (spoken if folded in _EITHER else None)
            else:
                body = spoken or self._body_before(phrase)
            if body:
                return body
        elif kind in ("organization", "medium") and phrase.number != "plur" and name[0].islower():
            body = self._called(phrase)
            if body:
                return body
        entity = _Entity(
            name, kind, phrase.gender if kind in ("role", "person") else "", plural=phrase.number == "plur"
        )
        if phrase.kind == "role":
            entity.title = title_of(self.doc, phrase.start, phrase.stop, phrase.head)
        self.others.append(entity)
        return entity

    def _body_before(self, phrase: Phrase) -> _Entity | None:
        """Return the body with a proper name that was named last, for `организация`, `ведомство`."""
        return self._named_body(phrase, outside=True) or self._named_body(phrase, outside=False)

    def _called(self, phrase: Phrase) -> _Entity | None:
        """Return the body whose kind a word alone names: `канал «Волна» … на канале`, `военное ведомство`."""
        doc = self.doc
        lemma = doc.readings(phrase.head)[0].lemma
        if phrase.stop == phrase.start + 1 and (lemma in lexis().organizations or lemma in lexis().media_nouns):
            if lemma in _VAGUE or is_acronym(doc.words[phrase.head]):
                return None
            return self._named_body(phrase, outside=True) or self._named_body(phrase, outside=False)
        if lemma == "ведомство" and phrase.stop == phrase.head + 1 == phrase.start + 2:
            return self._named_body(phrase, outside=False, of=words_of(doc.readings(phrase.start)[0].lemma))
        return None

    def _named_body(self, phrase: Phrase, *, outside: bool, of: frozenset[str] = frozenset()) -> _Entity | None:
        """Return the last body before the phrase that it may mean, outside all reported words if that is asked.

        `of`: words one of which the body's name must hold.
        """
        number = self.doc.sentence_of(phrase.start)
        for n in range(number, max(-1, number - _BACK), -1):
            for other in reversed(sentence_phrases(self.doc, n)):
                if other.start >= phrase.start or other.kind not in ("organization", "medium"):
                    continue
                if outside and self.reported[other.start]:
                    continue
                if self._holds(other, of) if of else self._may_mean(phrase, other):
                    if other.kind == "medium" and other.name:
                        return self._other(other, self.naming.medium(other), "medium")
                    return self._body(other)
        return None

    def _holds(self, body: Phrase, of: frozenset[str]) -> bool:
        return any(r.lemma in of for i in range(body.start, body.stop) for r in self.doc.readings(i)[:2])

    def _may_mean(self, phrase: Phrase, body: Phrase) -> bool:
        """Whether a general word such as `ведомство` may mean a body that is named before it."""
        doc = self.doc
        lemma = doc.readings(phrase.head)[0].lemma
        first = doc.words[body.start]
        nouns = [r for r in doc.readings(body.head) if r.pos == "NOUN"]
        if (nouns and all(r.number == "plur" for r in nouns)) or doc.pos(body.start) == "PREP":
            return False  # a law: `«О гражданстве»`
        head = doc.readings(body.head)[0]
        if head.lemma == lemma and body.stop > body.start + 1:
            return True  # `телеканал «Волна»`, `полиция Дублина`
        if body.name is not None and head.lemma.endswith(lemma):
            return True  # `авиакомпания «Волна»` for `компания`
        if lemma in lexis().media_nouns and body.kind == "medium" and body.name is not None and lemma not in _BODIES:
            return lemma.endswith(head.lemma) or head.lemma not in lexis().media_nouns
        if lemma in _REGULATED:
            return self._holds(body, _REGULATED[lemma])
        if lemma not in _BODIES | _COMPANIES or (body.kind != phrase.kind and lemma not in _EITHER):
            return False  # `газета` is no ministry, and a press service no newspaper
        if lemma in _COMPANIES:
            named = body.name is not None or (first.isascii() and body.kind == "organization")
            return named and body.kind == "organization" and not head.tags & {"Geox"}
        if body.name is not None and body.kind == "medium":
            return True  # `газета «Волна»`
        alone = body.stop == body.start + 1 and not is_acronym(first)
        return is_capital(first) and (not alone or head.lemma.startswith(_COMPOUNDS))

    def _holder(self, credit: Credit, phrase: Phrase) -> _Entity | None:
        """Return who holds a role that stands without a name: by title, else the one last spoken of."""
        title = title_of(self.doc, phrase.start, phrase.stop, phrase.head, phrase.cases)
        gender = credit.gender if credit.gender in _GENDERS else ""
        if title.head == "источник":
            return self._unnamed(title)
        holder = self._by_title(title, phrase.start, gender, phrase.gender) or self._so_called(title, gender)
        if holder and not (is_general(title.head) and self._speaks_before(holder, phrase.start, gender)):
            return holder
        holder = self._untitled(credit, phrase, title, gender)
        if holder is not None and holder.person is not None and title.countries:
            self.called.append((title, holder))
        return holder

    def _so_called(self, title: Title, gender: str) -> _Entity | None:
        """Return who was called by a title of the same meaning before, though the article gives it to nobody."""
        for other, entity in reversed(self.called[-_REMEMBERED:]):
            if fits(title, other) and title.countries & other.countries and _agrees(entity, gender):
                return entity
        return None

    def _untitled(self, credit: Credit, phrase: Phrase, title: Title, gender: str) -> _Entity | None:
        """Return who holds a role that the article gives to nobody: by sex, by what was said of him, by his place."""
        if title.head in _RELATIVES:
            relative = self._relative(title.head, phrase.start)
            if relative:
                return relative
        elif phrase.gender == "femn":
            woman = self._only_woman() if not title.countries else None
            inside = (person for _, person in self.people.within(phrase.start, phrase.stop))
            if woman and not any(person is woman.person for person in inside):  # `мать Лужина`
                return woman
        for entity in reversed(self.others[-_REMEMBERED:]):
            if entity.title and not entity.plural and entity.title.head == title.head and fits(title, entity.title):
                return entity
        bare = not title.words - FILLERS and not title.countries
        if bare and title.head == "собеседник" and self.last and self.last.kind in ("role", "person"):
            return self.last
        if bare or (title.countries and not title.words - FILLERS):
            found = self._antecedent(credit, gender or (phrase.gender if title.head in _GENDERED else ""), "sing")
            if found and found.kind == "role" and found.title and (not is_general(title.head) or title.head in _POSTS):
                found = found if fits(title, found.title) else None  # `коронер` is not the `патологоанатом` before
            if found and found.kind in ("person", "role") and (bare or is_general(title.head)):
                known = is_general(title.head) or (not self._titled(found) and self._is_told_of(found, phrase.start))
                return found if known else None
        return self._introduced(title, phrase, gender)

    def _is_told_of(self, entity: _Entity, at: int) -> bool:
        """Whether a person was a subject before token `at`, and not only named beside something: `театр Вахтангова`."""
        if entity.person is None:
            return True
        before = [m.start for m in entity.person.mentions if m.start < at]
        alike = fold(entity.person.surname) == self.doc.norms[at]  # `Бортник`: a surname that is a role word as well
        return alike or any(self._is_subject(entity, start) for start in before)

    def _speaks_before(self, holder: _Entity, at: int, gender: str) -> bool:
        """Whether somebody else spoke last and the holder of a general title is named only after token `at`."""
        last = self.last
        if last is None or last.kind != "person" or not holder.person or not _agrees(last, gender):
            return False
        return holder.person.mentions[0].start > at

    def _unnamed(self, title: Title) -> _Entity | None:
        """Return the source without a name that the article spoke of before: `источник` is nobody whom it names."""
        for entity in reversed(self.others[-_REMEMBERED:]):
            if entity.title and not entity.plural and fits(title, entity.title):
                return entity
        bare = not title.words - FILLERS and not title.countries
        return self.last if bare and self.last and self.last.kind == "role" else None

    def _introduced(self, title: Title, phrase: Phrase, gender: str) -> _Entity | None:
        """Return the only person named in the sentence before, its subject, if the article gives him no title."""
        doc = self.doc
        number = doc.sentence_of(phrase.start)
        if not number or phrase.number == "plur" or title.head not in OFFICES | {"секретарь", "министр", "депутат"}:
            return None
        first, last = doc.sentences[number - 1]
        if doc.paragraph_of(first) != doc.paragraph_of(phrase.start):
            return None
        named = {id(person): person for _, person in self.people.within(first, last)}
        if len(named) != 1:
            return None
        person = next(iter(named.values()))
        entity = self._entity(person)
        if self._titled(entity) or (gender and entity.gender and gender != entity.gender):
            return None
        subjects = [p for p in sentence_phrases(self.doc, number - 1) if p.kind == "person" and p.cases & NOMN]
        return entity if any(self._named(p) is entity for p in subjects) else None

    def _relative(self, head: str, at: int) -> _Entity | None:
        """Return the only person of that sex who shares a surname with another: `супруга` of a man named Зорич."""
        gender = _RELATIVES[head]
        kin = [
            person
            for person in self.people.persons
            if person.gender == gender and person.given and any(_couple(person, o) for o in self._family(person))
        ]
        return self._entity(kin[0]) if len(kin) == 1 else None

    def _family(self, person: Person) -> list[Person]:
        """Return the persons whose surname is that of `person` in its masculine or feminine form."""
        name = fold(person.surname)
        forms = [name, name + "а", name[:-1], name[:-2] + "ий", name[:-2] + "ая"]
        return [other for form in forms for other in self.people.named(form)[:_REMEMBERED]]

    def _titled(self, entity: _Entity) -> bool:
        """Whether the article gives the person a title, so that another role would be somebody else's."""
        return entity.person is not None and bool(self.titles.of(entity.person))

    def _issuer(self, credit: Credit, phrase: Phrase) -> _Entity:
        """Return who issued a document: whom its title names, else who spoke last, else the document itself."""
        lemma = self.doc.readings(phrase.head)[0].lemma
        inner = next(iter(noun_phrases(self.doc, phrase.head + 1, phrase.stop)), None)
        if inner and lemma not in _RECORDS:
            inner = inner.but(cases=inner.cases & GENT or inner.cases)
            if inner.kind in ("organization", "person", "medium", "role"):
                return self._phrase(credit, inner)
            if is_capital(self.doc.words[inner.start]):
                return self._other(inner, self.naming.text(inner.but(kind="organization")), "organization")
        for other in sentence_phrases(self.doc, self.doc.sentence_of(phrase.start)):
            if (
                other.start < phrase.start
                and other.cases & NOMN
                and other.kind in ("organization", "person", "medium")
                and not any(a <= other.start < b for a, b in credit.content)
            ):
                if lemma not in _RECORDS:
                    return self._phrase(credit, other)
        if self.doc.norms[phrase.start] in POSSESSIVES and phrase.head > phrase.start:
            owner = self._pronoun(credit, pronoun_at(self.doc, phrase.start))  # `в её заявлении`
            if owner:
                return owner
        agent = self._agent(phrase) or self._host(phrase) if lemma not in _RECORDS else None
        if agent:
            return self._phrase(credit, agent)
        if phrase.stop == phrase.start + 1 and lemma in _TEXTS:
            for entity in reversed(self.others[-_REMEMBERED:]):
                if entity.kind == "document" and is_capital(entity.name):
                    return entity
            titled = self._titled_document(phrase.start)
            if titled:
                return self._other(titled, self.naming.own_name(titled), "document")
        issuers = ("person",) if lemma in _LAWS else ("organization", "medium", "person")
        if phrase.stop == phrase.start + 1 and self.last and self.last.kind in issuers:
            return self.last
        return self._other(phrase, self.naming.text(phrase), "document")

    def _agent(self, phrase: Phrase) -> Phrase | None:
        """Return who put a document out: `в пресс-релизе, выпущенном министерством`."""
        doc = self.doc
        i = phrase.stop
        agent: Phrase | None = None
        if phrase.head > phrase.start + 1 and "pssv" in doc.readings(phrase.start)[0].tags:
            agent = phrase_at(doc, phrase.start + 1, phrase.start + 1, phrase.head)
        elif i + 2 < len(doc.words) and doc.words[i] == "," and "pssv" in doc.readings(i + 1)[0].tags:
            agent = phrase_at(doc, i + 2, i + 2, doc.sentences[doc.sentence_of(i)][1])
        if agent is None or not agent.cases & ABLT or agent.kind not in ("person", "organization", "role", "medium"):
            return None
        return agent.but(cases=ABLT)

    def _host(self, phrase: Phrase) -> Phrase | None:
        """Return the body on whose site a document stands: `в сообщении на сайте мэрии`."""
        doc = self.doc
        last = doc.sentences[doc.sentence_of(phrase.start)][1]
        site = next((i for i in range(phrase.stop, min(last, phrase.stop + _NEAR)) if doc.norms[i] == "сайте"), -1)
        if site < 0 or any(doc.pos(i) == "VERB" for i in range(phrase.stop, site)):
            return None
        host = phrase_at(doc, site + 1, site + 1, last)
        if host is None or not host.cases & GENT or host.kind != "organization":
            return None
        return host.but(cases=GENT)

    def _titled_document(self, before: int) -> Phrase | None:
        """Return the document with a name in quotation marks that the article named last: `доклад «Путь»`."""
        doc = self.doc
        if self.documents is None:
            self.documents = sorted(
                opening
                for opening, closing in doc.marks.items()
                if 0 < opening < closing - 1
                and is_capital(doc.words[opening + 1])
                and any(r.lemma in lexis().documents for r in doc.readings(opening - 1)[:2])
            )
        place = bisect_left(self.documents, before)
        if not place:
            return None
        opening = self.documents[place - 1]
        closing = doc.marks[opening]
        head, name = opening - 1, (opening + 1, closing)
        return Phrase(head, closing + 1, head, "document", NOMN, "sing", "", name)

    def _explains(self, phrase: Phrase) -> bool:
        """Whether a role explains the name before it: `Анна Лужина, адвокат из Твери, …`."""
        i = phrase.start - 1
        return i > 0 and self.doc.words[i] == "," and any(m.stop == i for m, _ in self.people.within(i - 4, i))

    def _describes(self, phrase: Phrase) -> bool:
        """Whether an adjective describes who stands before a comma: `источник, близкий к следствию`."""
        doc = self.doc
        return phrase.start > 0 and doc.words[phrase.start - 1] == "," and doc.pos(phrase.head) == "ADJF"

    def _governed(self, phrase: Phrase) -> bool:
        return phrase.start > 0 and self.doc.pos(phrase.start - 1) == "PREP"

    def _pronoun(self, credit: Credit, phrase: Phrase) -> _Entity | None:
        norm = self.doc.norms[phrase.head]
        if norm in ("я", "мы"):
            return None
        if norm == "там":
            return self._there(phrase.start)
        if phrase.kind == "relative":
            return self._antecedent(credit._replace(at=phrase.start), phrase.gender or credit.gender, phrase.number)
        if norm in ("нем", "ней", "них"):
            return self._document_before(credit, phrase)
        gender = phrase.gender if phrase.number != "plur" else ""
        if norm in ("тот", "та"):
            others = [
                (place, who)
                for who, place in self._candidates(credit, phrase.start)
                if who.person and who.gender == gender and not self._is_subject(who, place)
            ]
            if others:
                return max(others, key=lambda pair: pair[0])[1]
        return self._antecedent(credit, gender, phrase.number or "sing", phrase.start)

    def _document_before(self, credit: Credit, phrase: Phrase) -> _Entity | None:
        """Return the document or body that `в нём говорится` means: the last one that agrees, of two sentences."""
        number, norm = self.doc.sentence_of(phrase.start), self.doc.norms[phrase.head]
        for n in range(number, max(-1, number - 2), -1):
            for other in reversed(sentence_phrases(self.doc, n)):
                if other.start >= phrase.start or other.kind not in ("document", "medium", "organization"):
                    continue
                if any(a <= other.start < b for a, b in credit.content):
                    continue
                genders = ("masc", "neut") if norm == "нем" else (phrase.gender,)
                alike = other.number == phrase.number != "plur" and other.gender in genders
                if alike or (other.number == phrase.number == "plur"):
                    return self._phrase(credit, other)
        return None

    def _there(self, at: int) -> _Entity | None:
        """Return the body that `там` means: of the sentence before, else the one that spoke last."""
        number = self.doc.sentence_of(at)
        for n in range(number, max(-1, number - 2), -1):
            for body in reversed(sentence_phrases(self.doc, n)):
                if body.start < at and body.kind in ("organization", "medium") and not self.reported[body.start]:
                    if not any("Geox" in r.tags for r in self.doc.readings(body.head)):
                        return self._body(body)
        bodies = (e for e in reversed(self.others[-_REMEMBERED:]) if e.kind in ("organization", "medium"))
        return next(bodies, None)

    def _body(self, phrase: Phrase) -> _Entity:
        """Return the body of a phrase that is no source, or was one before."""
        for entity in reversed(self.others[-_REMEMBERED:]):
            if any(phrase.start <= start < phrase.stop for start, _ in entity.mentions):
                return entity
        if phrase.start and self.doc.norms[phrase.start - 1] in ("в", "на") and phrase.cases & LOCT:
            phrase = phrase.but(cases=LOCT)
        return self._other(phrase, self.naming.own_name(phrase), phrase.kind)

    def _antecedent(self, credit: Credit, gender: str, number: str, before: int | None = None) -> _Entity | None:
        """Return who was spoken of last and agrees: the last speaker of the paragraph, a subject, then any person."""
        at = credit.at if before is None else before
        doc = self.doc
        sentence = doc.sentence_of(at)
        if number == "plur":
            return self._plural(at)
        best: tuple[float, int] = (0.0, 0)
        chosen: _Entity | None = None
        candidates = [pair for pair in self._candidates(credit, at) if not pair[0].plural and _agrees(pair[0], gender)]
        last = self.last if self.last is not None and not self.last.plural and _agrees(self.last, gender) else None
        rivals = {id(candidate) for candidate, _ in candidates} | ({id(last)} if last else set())
        if len(rivals) == 1:
            return last or candidates[0][0]
        for candidate, place in candidates:
            subject = self._is_subject(candidate, place)
            distance = sentence - doc.sentence_of(place)
            score = 6.0 - distance * 1.5 + (2.0 if subject else 0.0) + (1.5 if candidate is self.last else 0.0)
            score -= 1.5 if candidate.kind != "person" and candidate is not self.last else 0.0
            score += 0.5 if gender and candidate.gender == gender else 0.0
            if (score, place) > best or chosen is None:
                best, chosen = (score, place), candidate
        if last is not None:
            distance = sentence - doc.sentence_of(self.last_at)
            score = 6.0 - distance * 1.5 + 2.5
            if chosen is None or score > best[0]:
                return last
        return chosen

    def _is_subject(self, entity: _Entity, place: int) -> bool:
        """Whether the person named at token `place`, or the holder of the role there, is a subject."""
        if entity.person is None:
            return False
        phrases = sentence_phrases(self.doc, self.doc.sentence_of(place))
        return any(p.start <= place < p.stop and p.cases & NOMN for p in phrases)

    def _candidates(self, credit: Credit, at: int) -> list[tuple[_Entity, int]]:
        """Return the persons named in the sentences before token `at`, outside the quote's content."""
        doc = self.doc
        number = doc.sentence_of(at)
        found: list[tuple[_Entity, int]] = []
        for n in range(max(0, number - 4), number + 1):
            first, last = doc.sentences[n]
            for mention, person in self.people.within(first, min(last, at)):
                if any(a <= mention.start < b and mention.stop != b for a, b in credit.content):
                    continue  # but not before an insert: `Зорич, как он признался, …`
                found.append((self._entity(person), mention.start))
            if n >= number - 1:
                found.extend(self._roles_in(n, at, credit))
        return found

    def _roles_in(self, number: int, at: int, credit: Credit) -> list[tuple[_Entity, int]]:
        """Return the roles without a name that are subjects: `Залог внесла супруга чиновника.`."""
        found: list[tuple[_Entity, int]] = []
        if self.asking:
            return found
        self.asking = True
        try:
            return self._open_roles(number, at, credit)
        finally:
            self.asking = False

    def _open_roles(self, number: int, at: int, credit: Credit) -> list[tuple[_Entity, int]]:
        found: list[tuple[_Entity, int]] = []
        for phrase in sentence_phrases(self.doc, number):
            if phrase.number != "sing" or not phrase.cases & NOMN or phrase.start >= at or self._governed(phrase):
                continue
            if phrase.kind in ("organization", "medium") and (phrase.stop > phrase.start + 1 or phrase.name):
                body = self._other(phrase, self.naming.own_name(phrase), phrase.kind)
                body.gender = body.gender or phrase.gender
                found.append((body, phrase.start))
                continue
            if phrase.kind != "role" or self._explains(phrase) or self._describes(phrase):
                continue
            if any(a <= phrase.start < b for a, b in credit.content):
                continue
            name = self.naming.text(phrase.but(cases=NOMN))
            entity = next((e for e in self.others[-_REMEMBERED:] if e.folded == fold(name)), None)
            if entity is None:
                entity = _Entity(name, "role", phrase.gender)
                entity.title = title_of(self.doc, phrase.start, phrase.stop, phrase.head)
                entity.mentions.add((phrase.start, phrase.stop))
                holder = self._holder(credit._replace(at=phrase.start), phrase)
                if holder:
                    found.append((holder, phrase.start))
                    continue
                self.others.append(entity)
            found.append((entity, phrase.start))
        return found

    def _by_title(self, title: Title, at: int, gender: str, likely: str = "") -> _Entity | None:
        """Return who holds a title by what the article says: the best, of the likelier gender, the nearest."""
        best: tuple[int, int, int] = (0, 0, 0)
        holder: _Entity | None = None
        for given in self.titles.like(title, at):
            score = fits(title, given.title)
            if not score:
                continue
            entity = self._entity(given.person)
            if gender and entity.gender and gender != entity.gender:
                continue
            place = self._last_mention(given.person, at) or given.at
            near = -abs(at - place) if place < at else -2 * abs(place - at)
            near += _SPEAKING if entity is self.last else 0
            alike = int(bool(likely) and entity.gender == likely)
            if holder is None or (score, alike, near) > best:
                best, holder = (score, alike, near), entity
        return holder

    def _last_mention(self, person: Person, at: int) -> int | None:
        """Return where the person is named last before token `at`, if there."""
        low = bisect_left(person.mentions, at, key=lambda mention: mention.start)
        return person.mentions[low - 1].start if low else None

    def _plural(self, at: int) -> _Entity | None:
        """Return the group that `они` means: of the nearest sentence with one, the last subject, else the last."""
        number = self.doc.sentence_of(at)
        for n in range(number, max(-1, number - 3), -1):
            several = [
                p for p in sentence_phrases(self.doc, n) if p.start < at and p.number == "plur" and p.kind in _MANY
            ]
            if several:
                subjects = [p for p in several if p.cases & NOMN and not self._governed(p)]
                sure = [p for p in subjects if not p.cases & ACCS]  # `Эксперты опросили сто человек. Они считают …`
                chosen = (sure or subjects or several)[-1]
                return self._other(chosen, self.naming.text(chosen), chosen.kind)
        for entity in reversed(self.others[-_REMEMBERED:]):
            if entity.plural and entity.mentions and max(entity.mentions)[0] < at:
                return entity
        return None

    # ---- the public object

    def publish(self, entity: _Entity) -> Speaker:
        """Return the speaker with all that the article shows of it."""
        doc = self.doc
        spans = {Span(doc.starts[a], doc.stops[b - 1]) for a, b in entity.mentions}
        if entity.person:
            reach = -1
            phrases = sorted(spans)
            place = 0
            for mention in entity.person.mentions:
                span = Span(doc.starts[mention.start], doc.stops[mention.stop - 1])
                while place < len(phrases) and phrases[place].start <= span.start:
                    reach = max(reach, phrases[place].stop)
                    place += 1
                if span.stop > reach:
                    spans.add(span)
        roles: dict[str, None] = {}
        for given in self.titles.of(entity.person) if entity.person else ():
            if given.words:
                first, last = given.words
                head = next((i for i in range(first, last) if doc.readings(i)[0].lemma in lexis().roles), first)
                text = nominative(doc, first, last, head, given.cases, "sing")
                roles[text if not text[:2].istitle() or is_acronym(text) else text[0].lower() + text[1:]] = None
        return Speaker(
            name=entity.name,
            kind=_KINDS.get(entity.kind, SpeakerKind.GROUP),
            gender=_GENDERS.get(entity.gender) if entity.kind == "person" else None,
            roles=tuple(roles),
            mentions=tuple(sorted(spans)),
        )


_MANY: Final = frozenset(["role", "group", "medium", "organization"])
_TEXTS: Final = frozenset("документ текст бумага материал".split())
_GENDERED: Final = frozenset(["женщина", "мужчина", "актриса", "супруга", "жена", "мать", "политик"])


_RELATIVES: Final = {"жена": "femn", "супруга": "femn", "вдова": "femn", "муж": "masc", "супруг": "masc"}


def _known(person: Person) -> bool:
    """Whether the table of first names tells the person's gender."""
    return any(fold(part) in lexis().first_names for part in person.given)


def _couple(one: Person, other: Person) -> bool:
    """Whether two persons of different sex have the surname of a couple: `Бут` and `Бут`, `Зорин` and `Зорина`."""
    short, long = sorted((fold(one.surname), fold(other.surname)), key=len)
    if not other.given or not other.gender or other.gender == one.gender:
        return False
    return long in (short, short + "а") or (short[:-2] == long[:-2] and short.endswith("ий") and long.endswith("ая"))


def _agrees(entity: _Entity, gender: str) -> bool:
    """Whether a pronoun or verb of a gender can mean the speaker."""
    if not gender or gender == "neut":
        return gender != "neut" or entity.kind not in ("person",)
    if entity.gender:
        return entity.gender == gender
    return True
