"""Quotes of many articles, kept in a DuckDB file and found again by words and speakers. Needs the extra `duckdb`."""

from ruspolnews.archive.inputs import Input
from ruspolnews.archive.search import Hit
from ruspolnews.archive.store import Added, Archive

__all__ = ["Added", "Archive", "Hit", "Input"]
