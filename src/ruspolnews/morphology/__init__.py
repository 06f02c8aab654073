"""Words to lemmas and grammemes. The only room that imports pymorphy3."""

from ruspolnews.morphology.cache import Morphology
from ruspolnews.morphology.reading import INVISIBLE, Grammemes, Reading, fold

__all__ = ["INVISIBLE", "Grammemes", "Morphology", "Reading", "fold"]
