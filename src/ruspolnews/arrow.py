"""Articles as Arrow tables, and a function over record batches: all that engines need. Needs the extra `arrow`.

One row an article. `error` is null where the text was parsed; else it says why not, and the other columns are null.
Offsets are characters of `text`, half open, as int32; amounts are decimal strings.

Examples:
    >>> import pyarrow as pa
    >>> from ruspolnews.arrow import parse_batches
    >>> batch = pa.record_batch({"id": ["a"], "text": ["Песков сообщил, что переговоры идут."]})
    >>> row = next(parse_batches([batch])).to_pylist()[0]
    >>> row["id"], row["quotes"][0]["text"], row["speakers"][row["quotes"][0]["speaker"]]["name"]
    ('a', 'переговоры идут', 'Песков')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ruspolnews.cleaning import half_character
from ruspolnews.errors import FormatError, RusPolNewsError
from ruspolnews.export.plain import article_from_dict
from ruspolnews.model import Article, Failure
from ruspolnews.parser import Parser

try:
    import pyarrow as pa
except ModuleNotFoundError:
    raise RusPolNewsError("Arrow needs one more package: pip install 'ruspolnews[arrow]'") from None

__all__ = ["SCHEMA", "article_from_row", "parse_batches", "to_row", "to_table"]

_SPAN = pa.list_(pa.int32())
_SPEAKER = pa.struct(
    {
        "name": pa.string(),
        "kind": pa.string(),
        "gender": pa.string(),
        "roles": pa.list_(pa.string()),
        "mentions": pa.list_(_SPAN),
    }
)
_FIGURE = pa.struct(
    {
        "kind": pa.string(),
        "span": _SPAN,
        "text": pa.string(),
        "low": pa.string(),
        "high": pa.string(),
        "currency": pa.string(),
        "bound": pa.string(),
        "elided": pa.bool_(),
        "vague": pa.bool_(),
        "per": pa.string(),
        "unit": pa.string(),
        "rule": pa.string(),
    }
)
_CUE = pa.struct({"span": _SPAN, "text": pa.string(), "lemma": pa.string(), "stance": pa.string()})
_QUOTE = pa.struct(
    {
        "kind": pa.string(),
        "spans": pa.list_(_SPAN),
        "text": pa.string(),
        "cue": _CUE,
        "source": pa.struct({"span": _SPAN, "text": pa.string()}),
        "speaker": pa.int32(),
        "parent": pa.int32(),
        "figures": pa.list_(pa.int32()),
        "rule": pa.string(),
    }
)
SCHEMA = pa.schema(
    {
        "id": pa.string(),
        "error": pa.string(),
        "format": pa.int32(),
        "text": pa.string(),
        "title": _SPAN,
        "dateline": _SPAN,
        "sentences": pa.list_(_SPAN),
        "speakers": pa.list_(_SPEAKER),
        "figures": pa.list_(_FIGURE),
        "quotes": pa.list_(_QUOTE),
    }
)
"""`id`, `error` and what `Article.to_dict` gives: a quote names speaker, parent and figures by number."""


def to_row(id: str | None, result: Article | Failure) -> dict[str, Any]:
    """Return a row of `SCHEMA` as a dict; a text with half a surrogate pair becomes an error."""
    if isinstance(result, Failure):
        return {"id": id, "error": str(result.error)}
    half = half_character(result.text)
    if half is not None:
        return {"id": id, "error": f"half a character at offset {half}: Arrow keeps whole ones only"}
    return {"id": id, "error": None, **result.to_dict()}


def to_table(results: Iterable[tuple[str | None, Article | Failure]]) -> pa.Table:
    """Return a table of results with their ids.

    Examples:
        >>> import ruspolnews as rpn
        >>> from ruspolnews.arrow import to_table
        >>> to_table([("a", rpn.parse("На мост выделили 5 млн рублей."))]).column("figures")[0][0]["low"].as_py()
        '5000000'
    """
    return pa.Table.from_pylist([to_row(id, result) for id, result in results], SCHEMA)


def article_from_row(row: Mapping[str, Any]) -> Article:
    """Return the article of a row, equal to the one that was parsed.

    Raises:
        FormatError: the row holds an error, or no article of this layout.
    """
    if row.get("error") is not None:
        raise FormatError(f"row {row.get('id')!r} holds no article: {row['error']}")
    return article_from_dict({key: value for key, value in row.items() if key not in ("id", "error")})


def parse_batches(
    batches: Iterable[pa.RecordBatch], *, text_column: str = "text", id_column: str = "id"
) -> Iterator[pa.RecordBatch]:
    """Yield a batch of results for each batch of texts: the shape of Spark's `mapInArrow` and Ray's `map_batches`.

    Args:
        batches: record batches with a column of texts and maybe one of ids (null ids without).
        text_column: the name of the one.
        id_column: the name of the other.

    Raises:
        FormatError: a batch has no such column of texts.
    """
    parser = Parser()
    for batch in batches:
        names = batch.schema.names
        if text_column not in names:
            raise FormatError(f"no column {text_column!r} in {names}")
        texts = batch.column(text_column).to_pylist()
        ids = batch.column(id_column).to_pylist() if id_column in names else [None] * len(texts)
        results = parser.pipe(texts)
        rows = [to_row(None if id is None else str(id), result) for id, result in zip(ids, results, strict=True)]
        yield pa.RecordBatch.from_pylist(rows, SCHEMA)
