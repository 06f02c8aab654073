"""Paradigms of pymorphy3's dictionary: what it builds anew for each word is built once for each of their places."""

from __future__ import annotations

from typing import Any, NamedTuple

from ruspolnews.morphology.reading import Grammemes

__all__ = ["NOMINAL", "Form", "Paradigms"]

_CASES = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}
NOMINAL = ("NOUN", "ADJF", "PRTF", "NUMR")
"""Parts of speech that have cases and a nominative of their own."""


class Form(NamedTuple):
    """One place of a paradigm: lengths of prefix and suffix, affixes of the lemma, and the tag."""

    prefix: int
    suffix: int
    lemma: tuple[str, str]
    grammemes: Grammemes
    tag: str
    place: tuple[int, int]
    productive: bool

    def stem(self, word: str) -> str:
        """Return what is left of a word of this form without its affixes."""
        return word[self.prefix : len(word) - self.suffix]


class Paradigms:
    """Places of paradigms, worked out when they are first asked for."""

    def __init__(self, dictionary: Any) -> None:
        self._dictionary = dictionary
        self._forms: dict[tuple[int, int], Form] = {}
        self._nominatives: dict[tuple[int, int], tuple[str, str] | None] = {}
        self._places: dict[int, list[tuple[str, Any, str]]] = {}
        self._tags: dict[Any, Grammemes] = {}
        self._by_number: dict[int, Grammemes] = {}

    def at(self, place: tuple[int, int]) -> Form:
        """Return one place of a paradigm."""
        return self._forms.get(place) or self._form(place)

    def places(self, paradigm: int) -> list[tuple[str, Any, str]]:
        """Return prefix, tag and suffix of each place of a paradigm."""
        found = self._places.get(paradigm)
        if found is None:
            found = self._places[paradigm] = self._dictionary.build_paradigm_info(paradigm)
        return found

    def nominative(self, place: tuple[int, int]) -> tuple[str, str] | None:
        """Return prefix and suffix of the nominative of a form that has cases, number and gender kept."""
        if place not in self._nominatives:
            self._nominatives[place] = self._nominative(place)
        return self._nominatives[place]

    def grammemes(self, tag: Any) -> Grammemes:
        """Return part of speech, case, number, gender, animacy, tense, person and all grammemes of a tag."""
        found = self._tags.get(tag)
        if found is None:
            # the values are strings that refuse to be compared with what is no grammeme: make them plain
            case = str(tag.case or "")
            tags = frozenset(map(str, tag.grammemes))
            found = self._tags[tag] = (
                str(tag.POS or ""),
                _CASES.get(case, case),
                str(tag.number or ""),
                str(tag.gender or ""),
                next((animacy for animacy in ("anim", "inan") if animacy in tags), ""),  # `вирус` is both
                str(tag.tense or ""),
                str(tag.person or ""),
                tags,
            )
        return found

    def _form(self, place: tuple[int, int]) -> Form:
        """Return one place of a paradigm: the arrays hold suffixes, tags and prefixes, one after the other."""
        dictionary = self._dictionary
        paradigm, index = place
        numbers = dictionary.paradigms[paradigm]
        size = len(numbers) // 3
        prefixes, suffixes = dictionary.paradigm_prefixes, dictionary.suffixes
        tag = dictionary.gramtab[numbers[size + index]]
        form = self._forms[place] = Form(
            len(prefixes[numbers[2 * size + index]]),
            len(suffixes[numbers[index]]),
            (prefixes[numbers[2 * size]], suffixes[numbers[0]]),
            self._numbered(numbers[size + index]),
            str(tag),
            place,
            tag.is_productive(),
        )
        return form

    def _nominative(self, place: tuple[int, int]) -> tuple[str, str] | None:
        dictionary = self._dictionary
        paradigm, index = place
        numbers = dictionary.paradigms[paradigm]
        size = len(numbers) // 3
        tag = dictionary.gramtab[numbers[size + index]]
        pos, case, number, gender, *_, own = self._numbered(numbers[size + index])
        if pos not in NOMINAL or not case:
            return None
        rivals = [index]
        if "nomn" not in own:
            wanted = {"nomn", number or "nomn", (gender if pos != "NOUN" else "") or "nomn"}
            tags = [self._numbered(n)[-1] for n in numbers[size : 2 * size]]
            rivals = [i for i in range(size) if wanted <= tags[i]]
            if len(rivals) > 1:
                ideal = tag.updated_grammemes(wanted)
                rivals.sort(key=lambda i: -_likeness(ideal, tags[i]))
        if not rivals:
            return None
        best = rivals[0]
        return dictionary.paradigm_prefixes[numbers[2 * size + best]], dictionary.suffixes[numbers[best]]

    def _numbered(self, number: int) -> Grammemes:
        """Return the grammemes of a tag by its number in the dictionary."""
        found = self._by_number.get(number)
        if found is None:
            found = self._by_number[number] = self.grammemes(self._dictionary.gramtab[number])
        return found


def _likeness(ideal: frozenset[str], grammemes: frozenset[str]) -> float:
    """Return how well a form fits, by pymorphy3's own measure."""
    return len(ideal & grammemes) - 0.1 * len(ideal ^ grammemes)
