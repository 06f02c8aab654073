"""Words to lemmas and grammemes. The only module that imports pymorphy3; the dictionary loads on first use."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

__all__ = ["Morphology", "Reading", "fold"]

CACHE_SIZE = 40_000
"""Word forms kept in each of the two generations of the cache."""

_CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}
_FOLD = str.maketrans({"ё": "е", "\u0301": None, "\u0300": None, "\u00ad": None, "\u200b": None, "\u2060": None})


def fold(word: str) -> str:
    """Return `word` in the form in which tables and caches know it: lower case, `ё` as `е`, no stress marks."""
    return word.lower().translate(_FOLD)


class Reading(NamedTuple):
    """One way to read a word form. Grammemes are OpenCorpora's: https://pymorphy2.readthedocs.io/en/stable/user/grammemes.html.

    Empty strings stand for grammemes that the reading does not have. `lemma` is folded.
    """

    lemma: str
    pos: str
    case: str
    number: str
    gender: str
    animacy: str
    tense: str
    person: str
    tags: frozenset[str]
    score: float
    known: bool


class Morphology:
    """Readings of word forms, cached in bounded memory; safe to share between threads."""

    def __init__(self, cache_size: int = CACHE_SIZE) -> None:
        self._size = cache_size
        self._young: dict[str, tuple[Reading, ...]] = {}
        self._old: dict[str, tuple[Reading, ...]] = {}
        self._nominatives: dict[str, tuple[tuple[str, Reading], ...]] = {}
        self._analyzer: Any = None
        self._lock = threading.Lock()

    def __getstate__(self) -> int:
        return self._size

    def __setstate__(self, size: int) -> None:
        Morphology.__init__(self, size)

    @property
    def analyzer(self) -> Any:
        """The pymorphy3 analyzer, loaded on first use."""
        if self._analyzer is None:
            with self._lock:
                if self._analyzer is None:
                    import pymorphy3

                    self._analyzer = pymorphy3.MorphAnalyzer(lang="ru")
        return self._analyzer

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return the readings of a folded word form, likeliest first."""
        found = self._young.get(word)
        if found is not None:
            return found
        found = self._old.get(word)
        if found is None:
            found = tuple(map(_reading, self._parse(word))) or (_unread(word),)
        if len(self._young) >= self._size:
            self._old, self._young = self._young, {}
        self._young[word] = found
        return found

    def _parse(self, word: str) -> list[Any]:
        """Return the analyzer's parses; none for letters that it does not know by name, such as Tangut ones."""
        try:
            return list(self.analyzer.parse(word))
        except ValueError:
            return []

    def lemma(self, word: str) -> str:
        """Return the lemma of the likeliest reading of a folded word form."""
        return self.readings(word)[0].lemma

    def nominatives(self, word: str) -> tuple[tuple[str, Reading], ...]:
        """Return the nominative of each nominal reading of a lower-case word, number and gender kept.

        The words are lower case with `ё` as the dictionary has it.
        """
        found = self._nominatives.get(word)
        if found is None:
            found = tuple(_nominatives(self._parse(word)))
            if len(self._nominatives) >= self._size:
                self._nominatives.clear()
            self._nominatives[word] = found
        return found

    def verb_forms(self, infinitive: str) -> tuple[tuple[str, Reading], ...]:
        """Return all forms of a verb, participles and gerunds included, folded, each with its reading."""
        return tuple(
            (fold(form.word), _reading(form))
            for parse in self.analyzer.parse(infinitive)
            if parse.tag.POS == "INFN" and fold(parse.normal_form) == fold(infinitive)
            for form in parse.lexeme
        )


def _unread(word: str) -> Reading:
    return Reading(word, "", "", "", "", "", "", "", frozenset(), 0.0, known=False)


def _nominatives(parses: Iterable[Any]) -> Iterator[tuple[str, Reading]]:
    for parse in parses:
        if parse.tag.POS not in ("NOUN", "ADJF", "PRTF", "NUMR") or not parse.tag.case:
            continue
        wanted = {"nomn", parse.tag.number} if parse.tag.number else {"nomn"}
        if parse.tag.POS != "NOUN" and parse.tag.gender:
            wanted.add(parse.tag.gender)
        form = parse if parse.tag.case == "nomn" else parse.inflect(wanted)
        if form is not None:
            yield form.word, _reading(parse)


def _reading(parse: Any) -> Reading:
    tag = parse.tag  # its values are strings that refuse to be compared with what is no grammeme: make them plain
    case = str(tag.case or "")
    return Reading(
        lemma=fold(parse.normal_form),
        pos=str(tag.POS or ""),
        case=_CASES.get(case, case),
        number=str(tag.number or ""),
        gender=str(tag.gender or ""),
        animacy=str(tag.animacy or ""),
        tense=str(tag.tense or ""),
        person=str(tag.person or ""),
        tags=frozenset(map(str, tag.grammemes)),
        score=parse.score,
        known=parse.is_known,
    )
