"""Linguistic tables (`*.tsv`), their loader, and tables of one's own."""

from ruspolnews.lexicon.tables import Table, load, parse_table, read_table

__all__ = ["Table", "load", "parse_table", "read_table"]
