"""What frames an article: its title and its dateline (`МОСКВА, 10 авг – РИА Новости.`)."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["match_dateline", "match_title"]

_MONTH: Final = r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)[а-я]{0,6}\.?"
_DATE: Final = rf"\d{{1,2}}\s{{1,2}}{_MONTH}(?:\s{{1,2}}\d{{4}}(?:\s?г(?:ода|\.)?)?)?"
_CAPITALS: Final = r"[А-ЯЁ]{2,20}(?:[ -][А-ЯЁ]{1,20}){0,3}"
_CITY: Final = r"[А-ЯЁ][А-ЯЁа-яё]{1,20}(?:[ -][А-ЯЁа-яё]{1,20}){0,3}"
_AGENCY: Final = r"(?:РИА Новости|[A-ZА-ЯЁ][\w.\-]{1,25}(?: [A-ZА-ЯЁ][\w\-]{1,25}){0,2}?)"
_AUTHOR: Final = r"(?:,\s[А-ЯЁ][а-яё]{1,20}\s[А-ЯЁ][а-яё]{1,25})?"
_SIGNED: Final = (
    rf"[.,]?\s{{1,2}}(?:[-–—]\s{{1,2}}{_AGENCY}{_AUTHOR}\."
    rf"|/\s?{_AGENCY}(?:[ -]{_AGENCY})?\s?/\.?|{_AGENCY}\s{{1,2}}[-–—])"
)
_DATELINE: Final = re.compile(
    rf"\s*(?:{_CITY}(?:\s?\([^()\n]{{1,40}}\))?[,.]\s{{1,2}}{_DATE}{_SIGNED}"
    rf"|{_CAPITALS}(?:\s?\([^()\n]{{1,40}}\))?[,.]\s{{1,2}}{_DATE}[.,]?(?:\s[-–—])?"
    rf"|{_CAPITALS}(?:\s?\([^()\n]{{1,40}}\))?\s[-–—](?=\s)"
    rf"|(?:{_CITY}[,.]\s)?/\s?{_AGENCY}\s?/\.?)"
)
_TITLE_LIMIT: Final = 220


def match_dateline(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """Return the span of the dateline that opens the paragraph `text[start:stop]`, without white space around it."""
    match = _DATELINE.match(text, start, min(stop, start + 160))
    if not match:
        return None
    begin = start + len(match.group()) - len(match.group().lstrip())
    return begin, start + len(match.group().rstrip())


def match_title(text: str, paragraphs: list[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the span of the first paragraph if it is a title: short, with no full stop, with text after it."""
    if len(paragraphs) < 2:
        return None
    start, stop = paragraphs[0]
    line = text[start:stop].strip()
    if not line or len(line) > _TITLE_LIMIT or line[-1] in '.…:;,»”"' or match_dateline(text, start, stop):
        return None
    begin = start + len(text[start:stop]) - len(text[start:stop].lstrip())
    return begin, begin + len(line)
