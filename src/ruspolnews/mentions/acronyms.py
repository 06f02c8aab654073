"""The full name of a body that an article calls by an acronym: `ФАС` where it names the `антимонопольная служба`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final

from ruspolnews.mentions.phrase import Phrase
from ruspolnews.mentions.phrases import in_case, phrase_at
from ruspolnews.mentions.scanning import sentence_phrases
from ruspolnews.mentions.words import is_acronym, is_capital, lexis
from ruspolnews.morphology.agreement import GENT
from ruspolnews.morphology.word import is_latin
from ruspolnews.segmentation import Document

__all__ = ["Acronyms"]

_SMALL_WORDS: Final = frozenset(["и", "по", "в", "на", "с", "для", "при"])
_SPELLED: Final = 200
"""Acronyms whose full name is looked for."""
_NAME: Final = 10
"""Tokens of a full name, at most."""


Text = Callable[[Phrase], str]


class Acronyms:
    """The acronyms of an article and what they stand for.

    `text`, wherever it is asked for, returns what a phrase is called; it is not kept, lest a cycle hold the article.
    """

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._full: dict[str, str] = {}
        self._capitals: dict[str, list[int]] | None = None
        self._glosses: dict[str, int] | None = None

    def expanded(self, acronym: str, text: Text) -> str:
        """Return the full name that the article gives beside an acronym, else the acronym."""
        found = self._full.get(acronym)
        if found is None:
            found = self._full[acronym] = self._glossed(acronym, text) or self._spelled(acronym, text) or acronym
        return found

    def _glossed(self, acronym: str, text: Text) -> str | None:
        """Return the name before a bracket with the acronym: `Морской комитет (МК)`."""
        if self._glosses is None:
            self._glosses = {}
            for bracket in range(2, len(self.doc.words) - 2):
                if self.doc.words[bracket] == "(" and self.doc.words[bracket + 2] == ")":
                    self._glosses.setdefault(self.doc.words[bracket + 1], bracket)
        bracket = self._glosses.get(acronym, 0)
        if bracket and is_latin(acronym):
            return self._translated(bracket, text)
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
        name = text(phrase)
        return name[0].upper() + name[1:]

    def _translated(self, bracket: int, text: Text) -> str | None:
        """Return the Russian name before a bracket with a Latin acronym: `Северное агентство Дании (NADA)`."""
        phrases = sentence_phrases(self.doc, self.doc.sentence_of(bracket))
        phrase = next((p for p in phrases if p.stop == bracket and p.kind in ("organization", "medium")), None)
        if phrase is None or phrase.start + 1 == phrase.stop:
            return None
        first = self.doc.words[phrase.start]
        if not is_capital(first) or is_latin(first):
            return None
        name = text(phrase)
        return name[0].upper() + name[1:]

    def _spelled(self, acronym: str, text: Text) -> str | None:
        """Return the phrase whose words begin with the letters of an acronym: `Федеральная антимонопольная служба`."""
        if len(acronym) < 2 or len(self._full) >= _SPELLED:
            return None
        return next((name for name, _ in self._of_letters(acronym.lower(), text)), None)

    def of_country(self, acronym: str, country: int, text: Text) -> str | None:
        """Return the full name of a body and its country, whose word is token `country`: `ЦБ | РФ`."""
        own = self._countries(country)
        if len(self._full) >= _SPELLED or not own:
            return None
        key = f"{acronym} {self.doc.words[country]}"
        found = self._full.get(key)
        if found is None:
            names = (name for name, other in self._of_letters(acronym.lower(), text) if own & self._countries(other))
            found = self._full[key] = next(names, "")
        return found or None

    def _countries(self, i: int) -> set[str]:
        """Return what country token `i` names, by its name or its letters."""
        if i < 0:
            return set()
        readings = (reading.lemma for reading in self.doc.readings(i)[:3])
        known = lexis().countries
        return {known[word] for word in (self.doc.norms[i], *readings) if word in known}

    def _of_letters(self, letters: str, text: Text) -> Iterator[tuple[str, int]]:
        """Yield the bodies whose words begin with the letters, and the token of the country behind each or -1."""
        doc = self.doc
        if self._capitals is None:
            self._capitals = defaultdict(list)
            for i, word in enumerate(doc.words):
                if is_capital(word) and not is_acronym(word):
                    self._capitals[doc.norms[i][0]].append(i)
        for i in self._capitals.get(letters[0], ()):
            matched, j = 0, i
            while matched < len(letters) and j < min(len(doc.norms), i + _NAME):
                if doc.norms[j][0] == letters[matched]:
                    matched += 1
                elif doc.norms[j] not in _SMALL_WORDS:
                    break
                j += 1
            if matched < len(letters):
                continue
            country = j if j < len(doc.norms) and self._countries(j) else -1
            phrase = phrase_at(doc, i, i, j + (country >= 0))
            if phrase is None or phrase.stop < j or phrase.kind not in ("organization", "medium"):
                continue
            if i and phrase.cases & GENT and doc.pos(i - 1) == "NOUN":
                phrase = in_case(doc, phrase, GENT)  # `глава | Агентства по рыболовству`
            name = text(phrase)
            yield name[0].upper() + name[1:], country if phrase.stop > j else -1
