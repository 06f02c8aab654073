"""What a speaker is called: the nominative of a body, a medium, a role or a group as the article writes it."""

from __future__ import annotations

from typing import Final

from ruspolnews.mentions.acronyms import Acronyms
from ruspolnews.mentions.declension import forms_of
from ruspolnews.mentions.media import declined_medium
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.titles import nominative
from ruspolnews.mentions.words import is_acronym, is_capital, lexis
from ruspolnews.morphology import Reading, fold
from ruspolnews.morphology.agreement import NOMN, OF_CASE
from ruspolnews.morphology.word import is_latin
from ruspolnews.segmentation import Document

__all__ = ["Naming"]

_OFFICIAL: Final = frozenset(
    "верховный конституционный следственный генеральный центральный государственный федеральный всемирный"
    " высший".split()
)
_OFFICES: Final = frozenset(
    "суд комитет дума служба прокуратура банк агентство комиссия палата совет управление фонд казначейство бюро рада"
    " собрание ассамблея организация академия".split()
)
"""What an official adjective with a capital letter makes the name of one body."""
_OWN: Final = frozenset("его ее их сам сама само сами самого самой самих самом самим самому самими саму".split())
"""What opens a phrase and is no part of a name: `сами организаторы`."""
_NAMED: Final = frozenset(["organization", "medium", "document"])
_COUNTED: Final = {
    "двух": ("два", "две", "двое"),
    "трех": ("три", "три", "трое"),
    "четырех": ("четыре", "четыре", "четверо"),
}
"""The nominative of numerals for men, for women and for adjectives, which keep their genitive: `двое раненых`."""


def _compounded(reading: Reading) -> bool:
    """Whether a body's name is a compound that keeps its capital: `Минфин`, `Роскомнадзор`, `Госдума`."""
    common = reading.lemma in ("министерство", "государство", "госсекретарь", "министр", "россиянин")
    return reading.pos == "NOUN" and not common and reading.lemma.startswith(("мин", "рос", "гос", "евро"))


class Naming:
    """The names of an article's bodies, media, roles and groups."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._folded: frozenset[str] | None = None
        self._acronyms = Acronyms(doc)
        self._inner: frozenset[str] | None = None

    def own_name(self, phrase: Phrase) -> str:
        """Return what a body is called: the name in marks after its head (`компания «Волна»`), else the phrase."""
        if phrase.kind in _NAMED and phrase.name and phrase.name[0] == phrase.head + 2:
            whole = self.doc.readings(phrase.head)[0].lemma in lexis().parts  # `пресс-служба «Волны»`
            if not whole and phrase.stop <= phrase.name[1] + 1:
                return self.doc.cut(*phrase.name)
        return self.text(phrase)

    def medium(self, phrase: Phrase) -> str:
        """Return a medium's name in the nominative: `«Коммерсанта»` is `Коммерсант`."""
        assert phrase.name is not None
        first, last = phrase.name
        if last == first + 1 and is_acronym(self.doc.words[first]):
            return self._acronyms.expanded(self.doc.words[first], self.text)
        if last == first + 1 and not is_latin(self.doc.words[first]):
            if self._folded is None:
                self._folded = frozenset([self.doc.norms[i] for i in self.doc.capital_places])
            norm = self.doc.norms[first]
            for word, _ in self.doc.morphology.nominatives(norm) if norm not in lexis().media else ():
                if fold(word) in lexis().media:
                    return word[0].upper() + word[1:]  # `Известий`
            for form in forms_of(self.doc, first):
                name = form.plain
                if OF_CASE[form.case] & phrase.cases and (name in lexis().media or name in self._folded):
                    return form.nominative
        stop, name = declined_medium(self.doc, first, last)
        return name if stop == last else self.doc.cut(first, last)

    def named_once(self, phrase: Phrase) -> str:
        """Return the nominative of a name that is no known person's: `Роскомсвободы`."""
        assert phrase.name is not None
        first, last = phrase.name
        if last > first + 1 or phrase.cases & NOMN:
            return self.doc.cut(first, last)
        forms = [form for form in forms_of(self.doc, first) if OF_CASE[form.case] & phrase.cases]
        return max(forms, key=lambda form: form.weight).nominative if forms else self.doc.cut(first, last)

    def text(self, phrase: Phrase) -> str:
        """Return the phrase in the nominative, the first letter small unless it is a proper name."""
        if phrase.kind == "group" and self.doc.norms[phrase.start] in _COUNTED and not phrase.cases & NOMN:
            return self._counted(phrase.start, phrase.stop)
        joint = self._joint(phrase)
        if joint:
            return f"{self.text(phrase.but(stop=joint, kind='role'))} и {self.text(self._second(phrase, joint))}"
        start = phrase.start
        while start < phrase.head and self.doc.norms[start] in _OWN:
            start += 1
        phrase = phrase.but(start=start)
        if phrase.kind == "medium" and phrase.name == (start, phrase.stop):
            stop, name = declined_medium(self.doc, start, phrase.stop)
            if stop == phrase.stop:
                return name
        text = nominative(self.doc, start, phrase.stop, phrase.head, phrase.cases, phrase.number)
        if phrase.stop == start + 1 and is_acronym(text):
            return self._acronyms.expanded(text.rstrip("аеомуы"), self.text)
        if phrase.stop == start + 2 and is_acronym(self.doc.words[start]) and phrase.kind == "organization":
            whole = self._acronyms.of_country(self.doc.words[start].rstrip("аеомуы"), start + 1, self.text)
            if whole:
                return whole  # `ЦБ РФ`
        first = self.doc.words[phrase.start]
        proper = is_acronym(first) or is_latin(first) or phrase.kind in ("organization", "medium", "person")
        opens = self.doc.sentences[self.doc.sentence_of(phrase.start)][0] == phrase.start
        reading = self.doc.readings(phrase.start)[0]
        if not is_capital(text) or (proper and not (opens and reading.known and reading.pos in ("NOUN", "ADJF"))):
            return text
        listed = phrase.head == phrase.start and self.doc.words[phrase.start + 1 : phrase.start + 2] in ([","], ["и"])
        if listed and phrase.cases & NOMN and not any(r.case == "nomn" for r in self.doc.readings(phrase.start)):
            return text  # `Рябков, Русаков и Лыков`: as birds they stand in the genitive
        if reading.lemma in lexis().capitals or _compounded(reading):
            return text
        if f"{reading.lemma} {self.doc.readings(phrase.head)[0].lemma}" in lexis().capitals:
            return text  # `Белый дом`
        named = fold(first) in lexis().first_names and fold(first) not in lexis().roles
        if named and phrase.kind in ("person", "group", "role"):
            return text
        if is_acronym(first) or reading.tags & {"Geox", "Orgn", "Name", "Surn", "Abbr"}:
            return text
        if reading.pos == "ADJF" and proper and (self._is_official(phrase) or self._is_capitalised_within(phrase)):
            return text
        compound = fold(first) in lexis().roles or (opens and "-" in first and first[1:].islower())
        if not reading.known and not compound:
            return text
        return text[0].lower() + text[1:]

    def _is_official(self, phrase: Phrase) -> bool:
        """Whether an adjective opens the official name of a body: `Верховный суд`, `Федеральная налоговая служба`."""
        readings = self.doc.readings
        head = readings(phrase.head)[0].lemma
        return readings(phrase.start)[0].lemma in _OFFICIAL and phrase.head > phrase.start and head in _OFFICES

    def _is_capitalised_within(self, phrase: Phrase) -> bool:
        """Whether the adjective that opens a name has a capital letter within a sentence too, or a gloss."""
        doc = self.doc
        if doc.words[phrase.stop : phrase.stop + 1] == ["("] and is_acronym(doc.words[phrase.stop + 1]):
            return True
        if self._inner is None:
            openers = {first for first, _ in doc.sentences}
            places = [i for i in doc.capital_places if i not in openers and doc.words[i - 1][0].isalpha()]
            self._inner = frozenset([doc.readings(i)[0].lemma for i in places])
        return doc.readings(phrase.start)[0].lemma in self._inner

    def _joint(self, phrase: Phrase) -> int:
        """Return the `и` between the two of a group, if there is one: `очевидцев и друзей`."""
        if phrase.kind != "group" or phrase.number != "plur" or phrase.cases & NOMN:
            return 0
        return next((i for i in range(phrase.head + 1, phrase.stop - 1) if self.doc.norms[i] == "и"), 0)

    def _counted(self, start: int, stop: int) -> str:
        """Return the nominative of a few who are counted: `двух очевидцев` is `два очевидца`."""
        doc = self.doc
        men, women, others = _COUNTED[doc.norms[start]]
        for i in range(start + 1, stop):
            plural = next((r for r in doc.readings(i) if r.pos == "NOUN" and r.number == "plur"), None)
            for form, reading in doc.morphology.genitives(plural.lemma) if plural else ():
                if reading.pos == "NOUN" and reading.number == "sing":
                    few = women if reading.gender == "femn" else men
                    between = doc.text[doc.stops[start] : doc.starts[i]]
                    return few + between + form + doc.text[doc.stops[i] : doc.stops[stop - 1]]
            if plural:
                break
        return others + doc.text[doc.stops[start] : doc.stops[stop - 1]]

    def _second(self, phrase: Phrase, joint: int) -> Phrase:
        second = phrase_at(self.doc, joint + 1, joint + 1, phrase.stop)
        if second is None or second.stop != phrase.stop or not second.cases & phrase.cases:
            return phrase.but(start=joint + 1, head=joint + 1, kind="thing", cases=NOMN)
        return second.but(cases=second.cases & phrase.cases)
