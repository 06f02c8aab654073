"""One regular expression for tokens, with razdel's boundaries.

A word may hold stress marks and soft hyphens; parts joined by a hyphen or dash without spaces are one token
(`пресс-секретарь`, `2010-2011`), and so is a number with a decimal comma.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["TOKEN"]

_DASH: Final = "\\-\u2011\u2013\u2014\u2212"
_INVISIBLE: Final = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_OTHER: Final = f"(?:[^\\W\\d_A-Za-zА-Яа-яЁё]|[{_INVISIBLE}])"
_CYRILLIC: Final = f"[А-Яа-яЁё]+(?:{_OTHER}+[А-Яа-яЁё]*)*"
_LATIN: Final = f"[A-Za-z]+(?:{_OTHER}+[A-Za-z]*)*"
_ATOM: Final = f"(?:{_CYRILLIC}|{_LATIN}|\\d+(?:[.,/]\\d+)*|{_OTHER}+(?:[А-Яа-яЁё]+{_OTHER}*)*)"

TOKEN: Final = re.compile(f"([А-Яа-яЁё]+(?![\\w{_DASH}{_INVISIBLE}])|{_ATOM}(?:[{_DASH}_]{_ATOM})*|[.?!…]+|--|\\S)")
"""Splits a text into white space and tokens by turns; first comes what most tokens are, a word and nothing else."""
