"""Words to lemmas and grammemes. The only room that imports pymorphy3."""

from ruspolnews.morphology.cache import Morphology
from ruspolnews.morphology.reading import INVISIBLE, Reading, Tag, fold
from ruspolnews.morphology.word import Word

__all__ = ["INVISIBLE", "Morphology", "Reading", "Tag", "Word", "fold"]
