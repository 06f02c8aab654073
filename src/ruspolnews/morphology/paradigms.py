"""Paradigms of pymorphy3's dictionary: what it builds anew for each word is built once for each of their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, final

from ruspolnews.morphology.reading import NOMINAL, Form, Tag

__all__ = ["Paradigms"]

Key = TypeVar("Key")


@final
class Paradigms:
    """Places of paradigms, worked out when they are first asked for: `forms` are those that were."""

    def __init__(self, dictionary: Any) -> None:
        self._paradigms: Any = dictionary.paradigms
        self._prefixes: list[str] = list(dictionary.paradigm_prefixes)
        self._suffixes: Any = dictionary.suffixes
        self._gramtab: Any = dictionary.gramtab
        self.forms: dict[tuple[int, int], Form] = {}
        self._asked: dict[Any, dict[int, Any]] = {}
        self._in_nominatives: dict[int, list[tuple[int, Tag]]] = {}
        self._tags: dict[str, Tag] = {}
        self._numbered: dict[int, Tag] = {}

    def at(self, place: tuple[int, int]) -> Form:
        """Return one place of a paradigm."""
        return self.forms.get(place) or self._form(place)

    def places(self, paradigm: int, of_interest: Callable[[Tag], Key | None]) -> Iterator[tuple[int, str, str, Key]]:
        """Yield number, prefix, suffix and what is of interest of the places of a paradigm that have it."""
        asked = self._asked.setdefault(of_interest, {})
        numbers = self._paradigms[paradigm]
        size = len(numbers) // 3
        for place in range(size):
            number = numbers[size + place]
            if number in asked:
                key = asked[number]
            else:
                key = asked[number] = of_interest(self._tag(number))
            if key is not None:
                yield place, self._prefixes[numbers[2 * size + place]], self._suffixes[numbers[place]], key

    def nominative(self, form: Form) -> tuple[str, str] | None:
        """Return prefix and suffix of the nominative of a form that has cases, number and gender kept."""
        if not form.asked:
            form.nominative = self._nominative(form)
            form.asked = True
        return form.nominative

    def tag(self, written: str) -> Tag:
        """Return a tag by the way it is written."""
        found = self._tags.get(written)
        if found is None:
            found = self._tags[written] = Tag(written)
        return found

    def _tag(self, number: int) -> Tag:
        """Return a tag by its number in the dictionary."""
        found = self._numbered.get(number)
        if found is None:
            found = self._numbered[number] = self.tag(str(self._gramtab[number]))
        return found

    def _form(self, place: tuple[int, int]) -> Form:
        """Return one place of a paradigm: the arrays hold suffixes, tags and prefixes, one after the other."""
        paradigm, index = place
        numbers = self._paradigms[paradigm]
        size = len(numbers) // 3
        prefixes, suffixes = self._prefixes, self._suffixes
        form = self.forms[place] = Form(
            len(prefixes[numbers[2 * size + index]]),
            len(suffixes[numbers[index]]),
            prefixes[numbers[2 * size]],
            suffixes[numbers[0]],
            self._tag(numbers[size + index]),
            paradigm,
            index,
        )
        return form

    def _nominative(self, form: Form) -> tuple[str, str] | None:
        tag = form.tag
        if tag.pos not in NOMINAL or not tag.case:
            return None
        numbers = self._paradigms[form.paradigm]
        size = len(numbers) // 3
        best = form.index
        if "nomn" not in tag.tags:
            gender = tag.gender if tag.pos != "NOUN" else ""
            wanted = {name for name in ("nomn", tag.number, gender) if name}
            fitting = [(i, place) for i, place in self._in_nominative(form.paradigm) if wanted <= place.tags]
            if not fitting:
                return None
            if len(fitting) > 1:
                ideal = self._gramtab[numbers[size + form.index]].updated_grammemes(wanted)
                fitting.sort(key=lambda found: -_likeness(ideal, found[1].tags))
            best = fitting[0][0]
        return self._prefixes[numbers[2 * size + best]], self._suffixes[numbers[best]]

    def _in_nominative(self, paradigm: int) -> list[tuple[int, Tag]]:
        """Return the places of a paradigm in the nominative, each with its tag."""
        found = self._in_nominatives.get(paradigm)
        if found is None:
            numbers = self._paradigms[paradigm]
            size = len(numbers) // 3
            tags = [self._tag(number) for number in numbers[size : 2 * size]]
            found = self._in_nominatives[paradigm] = [(i, tag) for i, tag in enumerate(tags) if "nomn" in tag.tags]
        return found


def _likeness(ideal: frozenset[str], grammemes: frozenset[str]) -> float:
    """Return how well a form fits, by pymorphy3's own measure."""
    return len(ideal & grammemes) - 0.1 * len(ideal ^ grammemes)
