"""Linguistic tables (`*.tsv`) and their loader."""

from ruspolnews.lexicon.tables import Table, load

__all__ = ["Table", "load"]
