"""pymorphy3's word automata without its C extension: what DAWG2-Python answers, two to three times sooner.

A unit of an automaton is 32 bits: the label of the byte that leads to it, whether a key ends at it, and where its
children are; a guide names the first child and the next sibling (the format of the library dawgdic). Words that inflect
alike end in the same unit, so what stands behind a unit is read once.
"""

from __future__ import annotations

from array import array
from binascii import a2b_base64
from collections.abc import Callable, Iterable
from typing import Any, Final

__all__ = ["Probabilities", "Words", "quicken"]

_LABEL: Final = 0x800000FF
_EXTENSION: Final = 0x200
_LEAF: Final = 0x100
_VALUE: Final = 0x7FFFFFFF
_MASK: Final = 0xFFFFFFFF
_SEPARATOR: Final = b"\x01"
_YO: Final = "ё".encode()
_REPLACED: Final = {"е".encode(): [(_YO, "ё")]}


class Words:
    """A dictionary of words and what is known of them, for `ё` in place of `е`."""

    def __init__(self, dawg: Any) -> None:
        self._units: array[int] = dawg.dct._units
        self._guide: array[int] = dawg.guide._units
        self._unpack: Callable[[bytes], Any] = dawg._struct.unpack
        self._values: dict[int, list[Any]] = {}

    def similar_items(self, word: str, replaces: object = None) -> list[tuple[str, list[Any]]]:
        """Return each spelling of `word` that the dictionary has, with its values; `word` itself comes first."""
        found: list[tuple[str, list[Any]]] = []
        self._collect(word.encode(), 0, 0, found)
        return found

    def _collect(self, key: bytes, start: int, unit: int, found: list[tuple[str, list[Any]]]) -> None:
        units = self._units
        others: list[tuple[int, int]] = []
        for i in range(start, len(key)):
            label = key[i]
            if label == 0xD0 and key[i + 1] == 0xB5:
                other = _follow(units, _YO, unit)
                if other:
                    others.append((i, other))
            base = units[unit]
            unit = (unit ^ ((base >> 10) << ((base & _EXTENSION) >> 6)) ^ label) & _MASK
            if units[unit] & _LABEL != label:
                break
        else:
            unit = _follow(units, _SEPARATOR, unit)
            if unit:
                values = self._values.get(unit)
                if values is None:
                    values = self._values[unit] = self._behind(unit)
                found.append((key.decode(), values))
        for i, other in others:
            self._collect(key[:i] + _YO + key[i + 2 :], i + 2, other, found)

    def _behind(self, unit: int) -> list[Any]:
        """Return the values behind a unit: each is the end of a key, in base64."""
        units, guide = self._units, self._guide
        found = []
        waiting = [(unit, b"")]
        while waiting:
            unit, key = waiting.pop()
            base = units[unit]
            if base & _LEAF:
                found.append(self._unpack(a2b_base64(key)))
            offset = (base >> 10) << ((base & _EXTENSION) >> 6)
            children = []
            label = guide[2 * unit]
            while label:
                child = (unit ^ offset ^ label) & _MASK
                children.append((child, key + bytes([label])))
                label = guide[2 * child + 1]
            waiting += reversed(children)
        return found


class Probabilities:
    """How likely a reading of a word is: keys are `word:tag`, for words that have several readings."""

    def __init__(self, dawg: Any) -> None:
        self._units: array[int] = dawg.dct._units
        self._multiplier: int = dawg.MULTIPLIER

    def of(self, word: str, tags: Iterable[str]) -> list[float]:
        """Return the probability of each reading, nothing for a word without any."""
        units = self._units
        begin = _follow(units, f"{word}:".encode(), 0)
        return [self._value(_follow(units, tag.encode(), begin)) for tag in tags] if begin else []

    def prob(self, word: str, tag: object) -> float:
        """Return the probability of a reading, 0 if there is none."""
        return self._value(_follow(self._units, f"{word}:{tag}".encode(), 0))

    def _value(self, unit: int) -> float:
        units = self._units
        base = units[unit]
        if not unit or not base & _LEAF:
            return 0.0
        value = units[(unit ^ ((base >> 10) << ((base & _EXTENSION) >> 6))) & _MASK] & _VALUE
        return value / self._multiplier


def _follow(units: array[int], labels: bytes, unit: int) -> int:
    """Return the unit to which the bytes lead from a unit, 0 if there is none."""
    for label in labels:
        base = units[unit]
        unit = (unit ^ ((base >> 10) << ((base & _EXTENSION) >> 6)) ^ label) & _MASK
        if units[unit] & _LABEL != label:
            return 0
    return unit


def quicken(analyzer: Any) -> Callable[[str, Iterable[str]], list[float]]:
    """Let an analyzer of pymorphy3 read its automata by the classes above if it has no C extension.

    Nothing changes where the automata are not those of DAWG2-Python, or other letters than `ё` are replaced.

    Returns:
        What gives the probabilities of the readings of a word, by their tags; nothing or zeros if it has none.
    """
    dictionary = analyzer.dictionary
    words = [dictionary.words, *dictionary.prediction_suffixes_dawgs]
    weights = analyzer.prob_estimator.p_t_given_w
    if analyzer.char_substitutes == _REPLACED and all(map(_is_read_here, words)) and _has_units(weights, "dct", "I"):
        for dawg in words:
            dawg.similar_items = Words(dawg).similar_items
        quick = Probabilities(weights)
        weights.prob = quick.prob
        return quick.of

    get, multiplier = getattr(weights, "get", None), getattr(weights, "MULTIPLIER", 0)
    if get is None or not multiplier:
        return lambda word, tags: [weights.prob(word, tag) for tag in tags]

    def probabilities(word: str, tags: Iterable[str]) -> list[float]:
        key = word + ":"
        return [get(key + tag, 0) / multiplier for tag in tags]

    return probabilities


def _is_read_here(dawg: Any) -> bool:
    return hasattr(dawg, "_struct") and _has_units(dawg, "dct", "I") and _has_units(dawg, "guide", "B")


def _has_units(dawg: Any, part: str, typecode: str) -> bool:
    units = getattr(getattr(dawg, part, None), "_units", None)
    return isinstance(units, array) and units.typecode == typecode
