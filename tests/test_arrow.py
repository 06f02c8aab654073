"""Arrow: rows and record batches, exact both ways."""

from __future__ import annotations

import pytest

import ruspolnews
from ruspolnews import Failure, FormatError, InputError

pa = pytest.importorskip("pyarrow")

from ruspolnews.arrow import SCHEMA, article_from_row, parse_batches, to_table  # noqa: E402

TEXTS = ["«Да», — сказал Зорин. На мост дадут от 5 до 7 млн рублей, считает Лужина.", "", "Погода хорошая."]


def test_articles_come_back_equal() -> None:
    articles = [ruspolnews.parse(text) for text in TEXTS]
    table = to_table([(str(n), article) for n, article in enumerate(articles)])
    assert table.schema == SCHEMA
    assert [article_from_row(row) for row in table.to_pylist()] == articles


def test_batches_keep_ids_and_report_what_failed() -> None:
    batches = [
        pa.record_batch({"key": [1, 2], "body": [TEXTS[0], None]}),
        pa.record_batch({"key": [3], "body": [TEXTS[2]]}),
    ]
    found = list(parse_batches(batches, text_column="body", id_column="key"))
    assert [batch.schema for batch in found] == [SCHEMA, SCHEMA]
    rows = [row for batch in found for row in batch.to_pylist()]
    assert [row["id"] for row in rows] == ["1", "2", "3"]
    assert article_from_row(rows[0]) == ruspolnews.parse(TEXTS[0])
    assert "text must be str, got NoneType" in rows[1]["error"]
    assert rows[1]["quotes"] is None
    with pytest.raises(FormatError, match="row '2' holds no article"):
        article_from_row(rows[1])
    with pytest.raises(FormatError, match="no column 'text' in"):
        list(parse_batches(batches))


def test_half_a_character_is_an_error_of_its_row() -> None:
    bad, good = to_table([("a", ruspolnews.parse("Да \ud83d.")), ("b", ruspolnews.parse("Да."))]).to_pylist()
    assert (bad["error"], bad["text"]) == ("half a character at offset 3: Arrow keeps whole ones only", None)
    assert (good["error"], good["text"]) == (None, "Да.")


def test_a_failure_is_a_row() -> None:
    (row,) = to_table([(None, Failure("x", InputError("no good")))]).to_pylist()
    assert (row["id"], row["error"], row["text"]) == (None, "no good", None)
