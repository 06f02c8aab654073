"""The commands `index` and `search`; skipped without DuckDB."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ruspolnews.cli.app import app

pytest.importorskip("duckdb")

RUNNER = CliRunner()
ROWS = [
    {"id": "1", "text": "Лавров заявил, что новых санкций не будет."},
    {"id": "2", "text": "«Санкции обойдутся в 5 млн рублей», — сказал министр Сергей Лавров."},
]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    source, path = tmp_path / "rows.jsonl", tmp_path / "quotes.duckdb"
    source.write_text("\n".join(json.dumps(row) for row in ROWS), "utf-8")
    done = RUNNER.invoke(app, ["index", str(source), "--db", str(path)])
    assert done.exit_code == 0
    assert "2 new, 0 replaced, 0 unchanged" in done.stderr
    assert "0 new, 0 replaced, 2 unchanged" in RUNNER.invoke(app, ["index", str(source), "--db", str(path)]).stderr
    return path


def search(db: Path, *arguments: str) -> Any:
    return RUNNER.invoke(app, ["search", *arguments, "--db", str(db)])


def test_json(db: Path) -> None:
    hits = json.loads(search(db, "санкции", "--speaker", "Лавров").stdout)
    assert [(hit["article"], hit["speaker"]) for hit in hits] == [("1", "Лавров"), ("2", "Сергей Лавров")]
    assert hits[1]["figures"] == ["5 млн рублей"]
    assert json.loads(search(db, "мост").stdout) == []


def test_csv(db: Path) -> None:
    (hit,) = csv.DictReader(io.StringIO(search(db, "санкции", "--kind", "direct", "-f", "csv").stdout))
    assert (hit["speaker"], hit["roles"], hit["text"]) == (
        "Сергей Лавров",
        "министр",
        "Санкции обойдутся в 5 млн рублей",
    )
    assert (int(hit["start"]), int(hit["stop"])) == (1, 1 + len(hit["text"]))


def test_a_table(db: Path) -> None:
    apart = search(db, "санкции", "-f", "table").stdout
    assert apart.startswith("2 quotes")
    assert "министр" in apart
    joined = search(db, "санкции", "-f", "table", "--join-speakers").stdout
    assert joined.startswith("Сергей Лавров: 2 in 2 articles")
    assert search(db, "мост", "-f", "table").stdout.startswith("0 quotes")


def test_what_looks_like_markup_is_printed_as_it_is(tmp_path: Path) -> None:
    db = tmp_path / "quotes.duckdb"
    text = "Министр Пётр Ли заявил, что [bold]всё[/bold] хорошо."
    RUNNER.invoke(app, ["index", "-", "--db", str(db)], input=text.encode())
    assert "[bold]всё[/bold] хорошо" in search(db, "хорошо", "-f", "table").stdout


def test_errors_are_told_in_a_line(db: Path, tmp_path: Path) -> None:
    nothing = search(db)
    assert (nothing.exit_code, nothing.stderr.splitlines()) == (
        1,
        ["ruspolnews: nothing to look for: give a word of the quote or of the speaker's name"],
    )
    missing = search(tmp_path / "none.duckdb", "мост")
    assert missing.exit_code == 1
    assert "there is no such archive" in missing.stderr
    bad = RUNNER.invoke(app, ["index", str(tmp_path / "none.txt"), "--db", str(db)])
    assert bad.exit_code == 1
    assert "none.txt: cannot be read" in bad.stderr


def test_index_reads_what_parse_reads_and_tells_what_it_cannot(tmp_path: Path) -> None:
    table, rows, db = tmp_path / "a.csv", tmp_path / "b.jsonl", tmp_path / "quotes.duckdb"
    table.write_text("id,text\n1,Зорин сообщил: мост откроют.\n", "utf-8")
    rows.write_text('{"text": "Лужина заявила, что мост закрыт."}\n{"id": 5}\n', "utf-8")
    result = CliRunner().invoke(app, ["index", str(table), str(rows), "--db", str(db)])
    assert result.exit_code == 1
    assert "b.jsonl:2: a string 'text' is needed, it has id" in result.stderr
    assert "2 new, 0 replaced, 0 unchanged" in result.stderr
    assert "1 document failed" in result.stderr
    again = CliRunner().invoke(app, ["index", str(table), str(rows), "--db", str(db)])
    assert "0 new, 0 replaced, 2 unchanged" in again.stderr
