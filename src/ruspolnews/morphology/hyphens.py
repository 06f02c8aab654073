"""Words of two parts that the dictionary does not have, read as pymorphy3 reads them: `80-летний`, `фотограф-любитель`.

Where both parts can be the same part of speech in the same number, case, person and tense, both may be inflected; then
the first may be a mere prefix of the second (`HyphenatedWordsAnalyzer`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ruspolnews.morphology.reading import Reading

__all__ = ["Hyphens"]

_FEATURES: Final = frozenset(
    "NOUN ADJF ADJS COMP VERB INFN PRTF PRTS GRND NUMR ADVB NPRO PRED PREP CONJ PRCL INTJ sing plur nomn gent datv accs"
    " ablt loct voct gen1 gen2 acc2 loc1 loc2 1per 2per 3per pres past futr".split()
)
_SAME: Final = {"gen1": "gent", "loc1": "loct"}


class Hyphens:
    """Readings of words of two parts."""

    def __init__(self, analyzer: Any, readings: Callable[[str], tuple[Reading, ...]]) -> None:
        units = {type(unit[0]).__name__: unit[0] for unit in analyzer._units}
        self._is_read: Callable[[str], bool] = units["HyphenatedWordsAnalyzer"]._should_parse
        self._particles: tuple[str, ...] = tuple(units["HyphenSeparatedParticleAnalyzer"].particles_after_hyphen)
        self._weight: float = units["HyphenatedWordsAnalyzer"].score_multiplier
        self._readings = readings
        self._features: dict[frozenset[str], frozenset[str]] = {}

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return the readings of a folded word, likeliest first; nothing if it is not read here."""
        if not self._is_read(word) or word.endswith(self._particles) or word.startswith("по-"):
            return ()
        left, _, right = word.partition("-")
        second = [reading for reading in self._readings(right) if reading.pos]
        found = self._both(self._readings(left), second)
        found += [
            Reading(f"{left}-{reading.lemma}", reading.tag, reading.score * self._weight, known=False)
            for reading in second
        ]
        total = sum([reading.score for reading in found])
        if not total:
            return ()
        share = 1.0 / total
        for reading in found:
            reading.score *= share
        return tuple(found)

    def _both(self, first: tuple[Reading, ...], second: list[Reading]) -> list[Reading]:
        """Return the readings in which both parts are inflected."""
        features = [self._features_of(reading) for reading in second]
        found: list[Reading] = []
        for reading in first:
            if reading.pos:
                own = self._features_of(reading)
                for other, theirs in zip(second, features, strict=True):
                    if own == theirs:
                        lemma = f"{reading.lemma}-{other.lemma}"
                        found.append(Reading(lemma, reading.tag, reading.score * self._weight, known=False))
        return found

    def _features_of(self, reading: Reading) -> frozenset[str]:
        found = self._features.get(reading.tags)
        if found is None:
            own = [_SAME.get(name, name) for name in reading.tags if name in _FEATURES]
            found = self._features[reading.tags] = frozenset(own)
        return found
