"""What a speaker is called: the nominative of a body, a medium, a role or a group as the article writes it."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from ruspolnews.mentions.declension import forms_of
from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import phrase_at
from ruspolnews.mentions.scanning import sentence_phrases
from ruspolnews.mentions.titles import nominative
from ruspolnews.mentions.words import is_acronym, is_capital, lexis
from ruspolnews.morphology import Reading, fold
from ruspolnews.morphology.agreement import NOMN, OF_CASE
from ruspolnews.segmentation import Document

__all__ = ["Naming"]

_SMALL_WORDS: Final = frozenset(["и", "по", "в", "на", "с", "для", "при"])
_NAMED: Final = frozenset(["organization", "medium", "document"])
_COLLECTIVE: Final = {"двух": "двое", "трех": "трое", "четырех": "четверо"}
"""Numerals after which a noun keeps the genitive of `двух очевидцев` in the nominative: `двое очевидцев`."""
_SPELLED: Final = 200
"""Acronyms whose full name is looked for."""


def _compounded(reading: Reading) -> bool:
    """Whether a body's name is a compound that keeps its capital: `Минфин`, `Роскомнадзор`, `Госдума`."""
    common = reading.lemma in ("министерство", "государство", "госсекретарь", "министр", "россиянин")
    return reading.pos == "NOUN" and not common and reading.lemma.startswith(("мин", "рос", "гос", "евро"))


class Naming:
    """The names of an article's bodies, media, roles and groups."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._folded: frozenset[str] | None = None
        self._full: dict[str, str] = {}
        self._capitals: dict[str, list[int]] | None = None
        self._glosses: dict[str, int] | None = None
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
            return self._expanded(self.doc.words[first])
        if last == first + 1 and not self.doc.words[first].isascii():
            if self._folded is None:
                self._folded = frozenset([self.doc.norms[i] for i in self.doc.capital_places])
            for form in forms_of(self.doc, first):
                name = form.plain
                if OF_CASE[form.case] & phrase.cases and (name in lexis().media or name in self._folded):
                    return form.nominative
            norm = self.doc.norms[first]
            for word, _ in self.doc.morphology.nominatives(norm) if norm not in lexis().media else ():
                if fold(word) in lexis().media:
                    return word[0].upper() + word[1:]  # `Известий`
        return self.doc.cut(first, last)

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
        joint = self._joint(phrase)
        if joint:
            return f"{self.text(phrase.but(stop=joint, kind='role'))} и {self.text(self._second(phrase, joint))}"
        start = phrase.start
        while start < phrase.head and self.doc.norms[start] in ("его", "ее", "их", "сам", "сама", "само", "самого"):
            start += 1
        phrase = phrase.but(start=start)
        text = nominative(self.doc, start, phrase.stop, phrase.head, phrase.cases, phrase.number)
        several = _COLLECTIVE.get(self.doc.norms[start])
        if several and phrase.kind == "group" and not phrase.cases & NOMN:
            return several + text[text.find(" ") :]
        if phrase.stop == start + 1 and is_acronym(text):
            return self._expanded(text.rstrip("аеомуы"))
        first = self.doc.words[phrase.start]
        proper = is_acronym(first) or first.isascii() or phrase.kind in ("organization", "medium", "person")
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
        if reading.pos == "ADJF" and proper and self._is_capitalised_within(phrase):
            return text
        compound = fold(first) in lexis().roles or (opens and "-" in first and first[1:].islower())
        if not reading.known and not compound:
            return text
        return text[0].lower() + text[1:]

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

    def _second(self, phrase: Phrase, joint: int) -> Phrase:
        second = phrase_at(self.doc, joint + 1, joint + 1, phrase.stop)
        if second is None or second.stop != phrase.stop or not second.cases & phrase.cases:
            return phrase.but(start=joint + 1, head=joint + 1, kind="thing", cases=NOMN)
        return second.but(cases=second.cases & phrase.cases)

    def _expanded(self, acronym: str) -> str:
        """Return the full name that the article gives beside an acronym, else the acronym."""
        found = self._full.get(acronym)
        if found is None:
            found = self._full[acronym] = self._glossed(acronym) or self._spelled(acronym) or acronym
        return found

    def _glossed(self, acronym: str) -> str | None:
        """Return the name before a bracket with the acronym: `Морской комитет (МК)`."""
        if self._glosses is None:
            self._glosses = {}
            for bracket in range(2, len(self.doc.words) - 2):
                if self.doc.words[bracket] == "(" and self.doc.words[bracket + 2] == ")":
                    self._glosses.setdefault(self.doc.words[bracket + 1], bracket)
        bracket = self._glosses.get(acronym, 0)
        if bracket and acronym.isascii():
            return self._translated(bracket)
        i = bracket
        for letter in reversed(acronym.lower()):
            i -= 1
            while i > 0 and self.doc.norms[i] in _SMALL_WORDS:
                i -= 1
            if i < 0 or self.doc.norms[i][0] != letter:
                return None
        phrase = phrase_at(self.doc, i, i, bracket) if is_capital(self.doc.words[i]) else None
        if phrase is None or phrase.stop != bracket or phrase.kind in ("person", "role"):
            return None
        name = self.text(phrase)
        return name[0].upper() + name[1:]

    def _translated(self, bracket: int) -> str | None:
        """Return the Russian name before a bracket with a Latin acronym: `Северное агентство Дании (NADA)`."""
        phrases = sentence_phrases(self.doc, self.doc.sentence_of(bracket))
        phrase = next((p for p in phrases if p.stop == bracket and p.kind in ("organization", "medium")), None)
        if phrase is None or phrase.start + 1 == phrase.stop:
            return None
        first = self.doc.words[phrase.start]
        if not is_capital(first) or first.isascii():
            return None
        name = self.text(phrase)
        return name[0].upper() + name[1:]

    def _spelled(self, acronym: str) -> str | None:
        """Return the phrase whose words begin with the letters of an acronym: `Федеральная антимонопольная служба`."""
        doc, letters = self.doc, acronym.lower()
        if len(letters) < 3 or len(self._full) >= _SPELLED:
            return None
        if self._capitals is None:
            self._capitals = defaultdict(list)
            for i, word in enumerate(doc.words):
                if is_capital(word) and not is_acronym(word):
                    self._capitals[doc.norms[i][0]].append(i)
        for i in self._capitals.get(letters[0], ()):
            matched, j = 0, i
            while matched < len(letters) and j < min(len(doc.norms), i + 10):
                if doc.norms[j][0] == letters[matched]:
                    matched += 1
                elif doc.norms[j] not in _SMALL_WORDS:
                    break
                j += 1
            if matched == len(letters):
                phrase = phrase_at(doc, i, i, j)
                if phrase and phrase.stop == j and phrase.kind in ("organization", "medium"):
                    name = self.text(phrase)
                    return name[0].upper() + name[1:]
        return None
