"""Amounts: numerals, currencies, ranges, lists and bounds."""

from __future__ import annotations

from ruspolnews.model import Figure
from ruspolnews.segmentation import Document

__all__ = ["find_figures"]


def find_figures(doc: Document) -> tuple[Figure, ...]:
    """Return the amounts of the document in order."""
    return ()
