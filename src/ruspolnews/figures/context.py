"""Which krone, whose cents: what the rest of the text says of a currency named by a shared word."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import Final

from ruspolnews.figures.units import Unit
from ruspolnews.figures.vocabulary import Vocabulary
from ruspolnews.segmentation import Document

__all__ = ["Context", "may_be_cents"]

_CENTS: Final = {
    "цент": frozenset("USD EUR CAD AUD NZD HKD SGD ZAR".split()),
    "копейка": frozenset("RUB UAH BYN BYR SUR".split()),
    "сантим": frozenset("CHF FRF DZD".split()),
    "сентаво": frozenset("MXN ARS COP CUP BRL PHP".split()),
    "эре": frozenset("SEK NOK DKK".split()),
    "пенс": frozenset("GBP EGP IEP".split()),
    "бань": frozenset("RON MDL".split()),
    "геллер": frozenset("CZK SKK".split()),
    "грош": frozenset("PLN ATS".split()),
}
_WEIGHT: Final = ("вес", "масс", "похуд", "сброс", "потолст", "тяжел", "мяс", "тяж")
_NEAR: Final = 8


def may_be_cents(noun: str, code: str) -> bool:
    """Whether the money `code` may have hundredths of this name: dollars no kopecks, roubles no cents."""
    return code in _CENTS.get(noun, ()) or not any(code in codes for codes in _CENTS.values())


class Context:
    """What the document says of currencies; read from it when first asked."""

    def __init__(self, doc: Document, words: Vocabulary) -> None:
        self._doc = doc
        self._words = words
        self._named: dict[str, list[tuple[int, str]]] | None = None
        self._roubles = False
        self._countries: Counter[str] = Counter()
        self._seen: dict[str, int] = {}

    def see(self, start: int, code: str) -> None:
        """Take note of an amount of money at character `start`; they come in order."""
        self._seen[code] = start

    def resolve(self, unit: Unit, start: int) -> str | None:
        """Return the code of the unit at character `start`, or `None` if the text does not tell."""
        if unit.guard == "weight" and self._weighs(start):
            return None
        if unit.shared:
            return self._cents(unit)
        if unit.code and not unit.guard:
            return unit.code
        default = unit.code if unit.guard in ("weight", "country") else None
        return self._by_name(unit, start) or self._by_country(unit) or default

    def _cents(self, unit: Unit) -> str | None:
        spoken = {unit.code} if unit.noun else _CENTS["копейка" if unit.code == "RUB" else "цент"]
        possible = _CENTS.get(unit.noun) or spoken
        near = max((code for code in self._seen if code in possible), key=self._seen.__getitem__, default=None)
        return near or self._national_cents(unit) or unit.code or None

    def _national_cents(self, unit: Unit) -> str | None:
        """The dollar or krona of the one country that the text speaks of most."""
        self._read()
        possible = _CENTS.get(unit.noun, frozenset()) - {"EUR"}
        if unit.noun == "копейка" and self._roubles:
            return None
        ranked = sorted(((count, code) for code, count in self._countries.items() if code in possible), reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] < 2 * ranked[1][0]):
            return None
        return ranked[0][1]

    def _by_name(self, unit: Unit, start: int) -> str | None:
        """The same noun with its adjective elsewhere (`курс шведской кроны`): the nearest before, else after."""
        self._read()
        assert self._named is not None
        places = self._named.get(unit.noun)
        if not places:
            return None
        return places[max(0, bisect_left(places, (start, "")) - 1)][1]

    def _by_country(self, unit: Unit) -> str | None:
        """The one country in the text that pays with a money of this name."""
        self._read()
        possible = self._words.nouns_of.get(unit.noun, set())
        ranked = [(count, code) for code, count in self._countries.items() if code in possible]
        if not ranked:
            return None
        ranked.sort(reverse=True)
        if len(ranked) > 1 and ranked[0][0] < 2 * ranked[1][0]:
            return None
        return ranked[0][1]

    def _read(self) -> None:
        if self._named is not None:
            return
        named: dict[str, list[tuple[int, str]]] = {}
        words, norms, starts = self._words, self._doc.norms, self._doc.starts
        self._roubles = any(norm.startswith("рубл") for norm in norms)
        for i, norm in enumerate(norms):
            codes = words.countries.get(norm)
            if codes is None:
                continue
            self._countries.update(codes)
            adjective = words.adjectives.get(norm)
            if adjective is not None and i + 1 < len(norms) and (noun := words.nouns.get(norms[i + 1])):
                code = adjective.get(noun.lemma)
                if code is not None:
                    named.setdefault(noun.lemma, []).append((starts[i], code))
        self._named = named

    def _weighs(self, start: int) -> bool:
        at = bisect_left(self._doc.starts, start)
        near = self._doc.norms[max(0, at - _NEAR) : at + _NEAR]
        return any(norm.startswith(_WEIGHT) for norm in near) and "стерлингов" not in near
