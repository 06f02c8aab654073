"""Results into files: the same numbers in each format, whole or not at all."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import ruspolnews
from ruspolnews import Article, InputError
from ruspolnews.files import open_writer
from ruspolnews.files.writing import COLUMNS

TEXTS = {
    "a": "«=1+1 и точка», — сказал Зорин. На мост дадут 1,5 млн рублей.",
    "b": "Лужина заявила, что денег нет, и назвала план «пустым».",
    "c": "Погода хорошая.",
}


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {id: ruspolnews.parse(text) for id, text in TEXTS.items()}


def write(path: Path, articles: dict[str, Article]) -> None:
    out = open_writer(path)
    for id, article in articles.items():
        out.add(id, article)
    out.close()


def counts(articles: dict[str, Article]) -> tuple[int, int]:
    return sum(len(a.quotes) for a in articles.values()), sum(len(a.figures) for a in articles.values())


def test_json_lines_and_json_read_back(tmp_path: Path, articles: dict[str, Article]) -> None:
    for name in ("out.jsonl", "out.json"):
        write(tmp_path / name, articles)
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert rows == json.loads((tmp_path / "out.json").read_text("utf-8"))
    for row in rows:
        assert Article.from_dict({k: v for k, v in row.items() if k != "id"}) == articles[row["id"]]
    write(tmp_path / "one.json", {"a": articles["a"]})
    assert json.loads((tmp_path / "one.json").read_text("utf-8"))["id"] == "a"
    write(tmp_path / "none.json", {})
    assert json.loads((tmp_path / "none.json").read_text("utf-8")) == []


def test_csv_counts_and_is_no_formula(tmp_path: Path, articles: dict[str, Article]) -> None:
    write(tmp_path / "out.csv", articles)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    quotes = [row for row in rows if row["what"] == "quote"]
    assert (len(quotes), len(rows) - len(quotes)) == counts(articles)
    assert quotes[0]["text"] == "'=1+1 и точка"
    assert quotes[0]["speaker"] == "Зорин"
    (amount,) = (row for row in rows if row["what"] == "amount")
    assert (amount["low"], amount["currency"]) == ("1500000", "RUB")
    for row in rows:
        text = TEXTS[row["id"]]
        if row["what"] == "amount":
            assert text[int(row["start"]) : int(row["stop"])] == row["text"]


def test_numbers_stay_numbers(tmp_path: Path) -> None:
    article = ruspolnews.parse("Рост составил -2,5%.")
    assert article.figures[0].low == -2.5
    write(tmp_path / "out.csv", {"-a": article})
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8"), newline=""))
    assert (row["id"], row["text"], row["low"], row["high"]) == ("'-a", "'-2,5%", "-2.5", "-2.5")


def test_half_a_character_cannot_be_written(tmp_path: Path) -> None:
    out = open_writer(tmp_path / "out.jsonl")
    with pytest.raises(InputError, match="'a' cannot be written: half a character at offset 3 of"):
        out.add("a", ruspolnews.parse("Да \ud83d."))
    out.abandon()
    assert not list(tmp_path.iterdir())


def test_parquet_reads_back_exactly(tmp_path: Path, articles: dict[str, Article]) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    from ruspolnews.arrow import article_from_row

    write(tmp_path / "out.parquet", articles)
    rows = pq.read_table(tmp_path / "out.parquet").to_pylist()
    assert {row["id"]: article_from_row(row) for row in rows} == articles


def test_xlsx_has_the_rows_of_csv(tmp_path: Path, articles: dict[str, Article]) -> None:
    pytest.importorskip("xlsxwriter")
    import zipfile

    write(tmp_path / "out.xlsx", articles)
    with zipfile.ZipFile(tmp_path / "out.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<row ") == 1 + sum(counts(articles))
    assert "=1+1 и точка" in sheet
    assert "<f>" not in sheet
    assert "<v>1500000</v>" in sheet


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path, articles: dict[str, Article]) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old", "utf-8")
    out = open_writer(target)
    out.add("a", articles["a"])
    assert target.read_text("utf-8") == "old"
    out.abandon()
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert target.read_text("utf-8") == "old"


def test_bad_targets_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"out\.doc: the ending names no format; known are json"):
        open_writer(tmp_path / "out.doc")
    with pytest.raises(InputError, match="cannot be written"):
        open_writer(tmp_path / "none" / "out.csv")
