"""Amounts: numerals, currencies, ranges, lists and bounds."""

from ruspolnews.figures.finding import find_figures
from ruspolnews.figures.formatting import format_figure

__all__ = ["find_figures", "format_figure"]
