"""The command `evaluate`."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ruspolnews.cli.app import app

RUNNER = CliRunner()
TEXT = "Мост построят в мае, сказала мэр Анна Лужина. Он стоит 5 млн рублей."
GOLD = {
    "id": "мост",
    "text": TEXT,
    "quotes": [{"kind": "indirect", "spans": ["Мост построят в мае"], "cue": "сказала", "speaker": "Лужина"}],
    "figures": [{"span": "5 млн рублей", "low": "5000000", "currency": "RUB", "bound": "max"}],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path / "gold.jsonl", GOLD)


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def run(*arguments: object) -> Any:
    return RUNNER.invoke(app, ["evaluate", *map(str, arguments)])


def test_json(gold: Path) -> None:
    result = run(gold, "--errors", 1)
    assert result.exit_code == 0
    data = json.loads(result.stdout)
    assert data["summary"]["quotes_attributed"] == 1
    assert data["quotes"]["found"]["indirect"]["right"] == 1
    assert [(error["flaw"], error["annotated"], error["found"]) for error in data["errors"]] == [
        ("exactness", "max", "exact")
    ]
    assert json.loads(run(gold, "--exact-names").stdout)["summary"]["quotes_attributed"] == 0


def test_a_table_with_errors(gold: Path) -> None:
    result = run(gold, "-f", "table", "--errors", 5, "--exact-names")
    assert "quotes found" in result.stdout
    assert "quote: speaker, 1" in result.stdout
    assert "annotated: Лужина" in result.stdout
    assert "found: Анна Лужина" in result.stdout


def test_texts_from_a_second_file(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", {key: value for key, value in GOLD.items() if key != "text"})
    texts = write(tmp_path / "texts.jsonl", {"id": "мост", "text": TEXT})
    assert json.loads(run(gold, "--texts", texts).stdout)["summary"]["quotes_found"] == 1
    without = run(gold)
    assert without.exit_code == 1
    assert "gold.jsonl:1: article.text: no text for 'мост'" in without.stderr


def test_two_versions(gold: Path, tmp_path: Path) -> None:
    saved, older = tmp_path / "saved.jsonl", tmp_path / "older.jsonl"
    assert run(gold, "--save", saved).exit_code == 0
    row = json.loads(saved.read_text("utf-8"))
    assert (row["id"], row["text"]) == ("мост", TEXT)
    write(older, {**row, "quotes": []})
    data = json.loads(run(gold, "--against", older).stdout)["against"]
    assert [(change["flaw"], change["text"]) for change in data["better"]] == [("missed", "Мост построят в мае")]
    assert data["worse"] == []
    assert data["summary"]["quotes_found"] == 0
    table = run(gold, "--predicted", older, "--against", saved, "-f", "table").stdout
    assert "better: 0" in table
    assert "worse: 1" in table
    assert "-100.0" in table


def test_an_output_that_lacks_articles_is_told(gold: Path, tmp_path: Path) -> None:
    empty = write(tmp_path / "empty.jsonl")
    result = run(gold, "--predicted", empty)
    assert "nothing on 1 articles, such as 'мост'" in result.stderr
    assert json.loads(result.stdout)["summary"]["quotes_found"] == 0


def test_an_output_for_another_text_is_refused(gold: Path, tmp_path: Path) -> None:
    other = write(tmp_path / "other.jsonl", {"id": "мост", "text": "Другой текст."})
    result = run(gold, "--against", other)
    assert result.exit_code == 1
    assert "the text of 'мост' is not the annotated one" in result.stderr


def test_quantities_are_looked_for_where_they_are_annotated(tmp_path: Path) -> None:
    figure = {"span": "30 человек", "low": "30", "kind": "quantity", "unit": "человек"}
    gold = write(tmp_path / "gold.jsonl", {"text": "Пришли 30 человек.", "figures": [figure]})
    assert json.loads(run(gold).stdout)["summary"]["figures_value"] == 1
