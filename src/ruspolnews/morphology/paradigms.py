"""Paradigms of pymorphy3's dictionary: what it builds anew for each word is built once for each of their places."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from ruspolnews.morphology.reading import Grammemes

__all__ = ["NOMINAL", "Form", "Paradigms"]

_CASES: Final = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct", "voct": "nomn"}
_CATEGORY: Final = {
    name: category
    for category, names in {
        "POS": "NOUN ADJF ADJS COMP VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL INTJ",
        "case": "nomn gent datv accs ablt loct voct gen1 gen2 acc2 loc1 loc2",
        "number": "sing plur",
        "gender": "masc femn neut",
        "tense": "pres past futr",
        "person": "1per 2per 3per",
    }.items()
    for name in names.split()
}
"""What a grammeme is a value of: http://opencorpora.org/dict.php?act=gram."""
_INTERNED: Final[dict[str, str]] = {}
NOMINAL: Final = ("NOUN", "ADJF", "PRTF", "NUMR")
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
        self._in_nominatives: dict[int, list[tuple[int, frozenset[str]]]] = {}
        self._tags: dict[Any, Grammemes] = {}
        self._by_number: dict[int, tuple[Grammemes, str, bool]] = {}

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
            found = self._tags[tag] = _read(str(tag))
        return found

    def _form(self, place: tuple[int, int]) -> Form:
        """Return one place of a paradigm: the arrays hold suffixes, tags and prefixes, one after the other."""
        dictionary = self._dictionary
        paradigm, index = place
        numbers = dictionary.paradigms[paradigm]
        size = len(numbers) // 3
        prefixes, suffixes = dictionary.paradigm_prefixes, dictionary.suffixes
        grammemes, tag, productive = self._numbered(numbers[size + index])
        form = self._forms[place] = Form(
            len(prefixes[numbers[2 * size + index]]),
            len(suffixes[numbers[index]]),
            (prefixes[numbers[2 * size]], suffixes[numbers[0]]),
            grammemes,
            tag,
            place,
            productive,
        )
        return form

    def _nominative(self, place: tuple[int, int]) -> tuple[str, str] | None:
        dictionary = self._dictionary
        paradigm, index = place
        numbers = dictionary.paradigms[paradigm]
        size = len(numbers) // 3
        pos, case, number, gender, *_, own = self._numbered(numbers[size + index])[0]
        if pos not in NOMINAL or not case:
            return None
        rivals = [index]
        if "nomn" not in own:
            wanted = {"nomn", number or "nomn", (gender if pos != "NOUN" else "") or "nomn"}
            fitting = [(i, tags) for i, tags in self._in_nominative(paradigm) if wanted <= tags]
            if len(fitting) > 1:
                ideal = dictionary.gramtab[numbers[size + index]].updated_grammemes(wanted)
                fitting.sort(key=lambda place: -_likeness(ideal, place[1]))
            rivals = [i for i, _ in fitting]
        if not rivals:
            return None
        best = rivals[0]
        return dictionary.paradigm_prefixes[numbers[2 * size + best]], dictionary.suffixes[numbers[best]]

    def _in_nominative(self, paradigm: int) -> list[tuple[int, frozenset[str]]]:
        """Return the places of a paradigm in the nominative, each with its grammemes."""
        found = self._in_nominatives.get(paradigm)
        if found is None:
            numbers = self._dictionary.paradigms[paradigm]
            size = len(numbers) // 3
            read = [self._numbered(number)[0][-1] for number in numbers[size : 2 * size]]
            found = self._in_nominatives[paradigm] = [(i, tags) for i, tags in enumerate(read) if "nomn" in tags]
        return found

    def _numbered(self, number: int) -> tuple[Grammemes, str, bool]:
        """Return a tag by its number in the dictionary: its grammemes, as it is written, whether it is productive."""
        found = self._by_number.get(number)
        if found is None:
            tag = self._dictionary.gramtab[number]
            found = self._by_number[number] = (self.grammemes(tag), str(tag), tag.is_productive())
        return found


def _read(tag: str) -> Grammemes:
    """Return the grammemes of a tag of OpenCorpora as pymorphy3 writes it: `NOUN,inan,masc sing,nomn`."""
    names = tag.replace(" ", ",").split(",")
    tags = frozenset(map(_INTERNED.setdefault, names, names))
    pos = case = number = gender = tense = person = ""
    for name in tags:
        category = _CATEGORY.get(name)
        if category is None:
            continue
        if category == "POS":
            pos = name
        elif category == "case":
            case = _CASES.get(name, name)
        elif category == "number":
            number = name
        elif category == "gender":
            gender = name
        elif category == "tense":
            tense = name
        else:
            person = name
    animacy = "anim" if "anim" in tags else "inan" if "inan" in tags else ""  # `вирус` is both
    return pos, case, number, gender, animacy, tense, person, tags


def _likeness(ideal: frozenset[str], grammemes: frozenset[str]) -> float:
    """Return how well a form fits, by pymorphy3's own measure."""
    return len(ideal & grammemes) - 0.1 * len(ideal ^ grammemes)
