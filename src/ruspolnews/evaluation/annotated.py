"""Annotated articles: what `article_to_dict` gives, with all left out that an annotator need not say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from ruspolnews.errors import FormatError, InputError, RusPolNewsError
from ruspolnews.evaluation.places import next_place, place_near
from ruspolnews.export.plain import FORMAT, article_from_dict
from ruspolnews.export.reading import Reader
from ruspolnews.model import Article, Stance

__all__ = ["Annotated", "annotated_from_dict", "read_annotated"]


@attrs.frozen
class Annotated:
    """An article with all that should be found in it; quotes or figures may be left open."""

    id: str
    article: Article
    has_quotes: bool = True
    has_figures: bool = True


def read_annotated(path: Path, texts: Mapping[str, str] | None = None) -> Iterator[Annotated]:
    """Yield the annotated articles of a file.

    Args:
        path: a file of one JSON object a line, or, ending in `.json`, of one JSON object.
        texts: texts by id, for rows that have none.

    Raises:
        InputError: the file cannot be read, or an id comes twice.
        FormatError: a row is no annotated article; the message names the file, the row and the place.
    """
    seen: set[str] = set()
    for place, row in rows_of(path):
        try:
            known = {"id": path.stem if path.suffix == ".json" else place.rpartition(":")[2]}
            annotated = annotated_from_dict({**known, **row}, texts)
        except RusPolNewsError as error:
            raise FormatError(f"{place}: {error}") from None
        if annotated.id in seen:
            raise InputError(f"{place}: the id {annotated.id!r} comes twice")
        seen.add(annotated.id)
        yield annotated


def rows_of(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the JSON objects of a file, each with its place for messages.

    Raises:
        InputError: the file cannot be read.
        FormatError: a line is no JSON object.
    """
    try:
        whole = path.read_text("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8, at byte {error.start}") from None
    parts = [whole] if path.suffix == ".json" else whole.split("\n")
    for number, part in enumerate(parts, 1):
        if not part.strip():
            continue
        place = f"{path}:{number}"
        try:
            row = json.loads(part)
        except ValueError as error:
            raise FormatError(f"{place}: no JSON: {error}") from None
        if not isinstance(row, dict):
            raise FormatError(f"{place}: a JSON object is needed, got {type(row).__name__}")
        yield place, row


def annotated_from_dict(data: Any, texts: Mapping[str, str] | None = None) -> Annotated:
    """Return the annotated article that a dict describes.

    Args:
        data: what `Article.to_dict` gives, where most may be left out and places may be given as words of the text.
        texts: texts by id, for a dict that has none.

    Raises:
        FormatError: a part is of the wrong type or does not stand in the text; the message names its place.

    Examples:
        >>> from ruspolnews.evaluation import annotated_from_dict
        >>> gold = annotated_from_dict({
        ...     "id": "мост",
        ...     "text": "Мост стоит 5 млн рублей, сказала мэр Анна Лужина.",
        ...     "quotes": [{"kind": "indirect", "spans": ["Мост стоит 5 млн рублей"], "cue": "сказала"}],
        ... })
        >>> gold.article.quotes[0].cue.span, gold.has_figures
        (Span(start=25, stop=32), False)
    """
    read = Reader(data, "article")
    name = read.maybe("id", str) or ""
    text = read.maybe("text", str) or (texts or {}).get(name)
    if text is None:
        raise FormatError(f"article.text: no text for {name!r}, here or among the texts")
    speakers = [_speaker(part) for part in read.each("speakers", lambda r: r)] if "speakers" in data else []
    names = [speaker["name"] for speaker in speakers]
    has_quotes, has_figures = (data.get(key) is not None for key in ("quotes", "figures"))
    figures: list[dict[str, Any]] = []
    for part in read.each("figures", lambda r: r) if has_figures else ():
        figures.append(_figure(part, text, figures[-1]["span"][1] if figures else 0))
    quotes = [_quote(part, text, names) for part in read.each("quotes", lambda r: r)] if has_quotes else []
    speakers += [_named(name) for name in names[len(speakers) :]]
    plain = {
        "format": data.get("format", FORMAT),
        "text": text,
        "sentences": [],
        "speakers": speakers,
        "figures": figures,
        "quotes": quotes,
    }
    return Annotated(name, article_from_dict(plain), has_quotes, has_figures)


def _named(name: str) -> dict[str, Any]:
    return {"name": name, "kind": "person", "roles": [], "mentions": []}


def _speaker(read: Reader) -> dict[str, Any]:
    return {**_named(read.get("name", str)), **read.data}


def _quote(read: Reader, text: str, names: list[str]) -> dict[str, Any]:
    """Return the quote in full, and put its speaker's name among the names if it is not there."""
    spans: list[Any] = []
    for number, place in enumerate(read.get("spans", list)):
        after = spans[-1][1] if spans and isinstance(spans[-1], list) else 0
        spans.append(next_place(text, place, after, f"{read.place}.spans[{number}]"))
    if not spans:
        raise FormatError(f"{read.place}.spans: no span")
    cue = _part(read, "cue", text, spans)
    source = _part(read, "source", text, [cue["span"]] if cue else spans)
    speaker = read.data.get("speaker")
    if isinstance(speaker, str):
        if speaker not in names:
            names.append(speaker)
        speaker = names.index(speaker)
    return {
        "kind": read.get("kind", str),
        "spans": spans,
        "text": " ".join(text[start:stop] for start, stop in spans),
        "cue": cue and {"lemma": "", "stance": Stance.REPORT.value, **cue},
        "source": source,
        "speaker": speaker,
        "figures": [],
        "rule": "",
    }


def _part(read: Reader, key: str, text: str, near: list[Any]) -> dict[str, Any] | None:
    """Return a cue or a source: a dict with `span`, or the place alone."""
    value = read.data.get(key)
    if value is None:
        return None
    rest = value if isinstance(value, dict) else {"span": value}
    place = f"{read.place}.{key}"
    if "span" not in rest:
        raise FormatError(f"{place}: no 'span'")
    start, stop = span = place_near(text, rest["span"], near, place)
    return {**rest, "span": span, "text": text[start:stop]}


def _figure(read: Reader, text: str, after: int) -> dict[str, Any]:
    if "span" not in read.data:
        raise FormatError(f"{read.place}: no 'span'")
    start, stop = span = next_place(text, read.data["span"], after, f"{read.place}.span")
    usual = {"kind": "money", "low": None, "bound": "exact", "elided": False, "vague": False, "rule": ""}
    given = {key: value for key, value in read.data.items() if value is not None}
    row = {**usual, **given, "span": span, "text": text[start:stop]}
    return {"high": row["low"], **row}
