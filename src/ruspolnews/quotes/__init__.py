"""Cues, direct speech, clauses and reported speech, sources."""

from ruspolnews.quotes.finding import Finding
from ruspolnews.quotes.grammar import find_quotes

__all__ = ["Finding", "find_quotes"]
