"""The command line."""

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ruspolnews import Article, __version__
from ruspolnews.cli.app import app

RUNNER = CliRunner()
TEXT = "Губернатор Анна Лужина сообщила, что дорога обойдётся в 3 млн рублей."


def test_demo_as_json() -> None:
    result = RUNNER.invoke(app, ["demo", "--format", "json"])
    assert result.exit_code == 0
    article = Article.from_dict(json.loads(result.stdout))
    assert len(article.quotes) >= 10
    assert len([figure for figure in article.figures if figure.currency]) >= 6
    assert {speaker.name for speaker in article.speakers} >= {"Янез Ковач", "Милана Йович"}


def test_demo_as_a_table() -> None:
    result = RUNNER.invoke(app, ["demo", "--format", "table"])
    assert result.exit_code == 0
    assert "Янез Ковач" in result.stdout
    assert "1,2 млрд" in result.stdout


def test_files_give_one_line_each_in_a_pipe(tmp_path: Path) -> None:
    names = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    for name in names:
        Path(name).write_text(TEXT, "utf-8")
    result = RUNNER.invoke(app, ["parse", *names])
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == names
    assert rows[0]["quotes"][0]["text"] == "дорога обойдётся в 3 млн рублей"


def test_standard_input() -> None:
    result = RUNNER.invoke(app, ["parse", "-"], input=TEXT.encode())
    assert json.loads(result.stdout)["speakers"][0]["name"] == "Анна Лужина"


def test_a_bad_file_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(TEXT, "utf-8")
    bad.write_bytes("Привет".encode("cp1251"))
    result = RUNNER.invoke(app, ["parse", str(bad), str(tmp_path / "none.txt"), str(good)])
    assert result.exit_code == 1
    assert "bad.txt: is not UTF-8: byte 0xcf at offset 0" in result.stderr
    assert "none.txt: cannot be read: No such file or directory" in result.stderr
    assert json.loads(result.stdout)["id"] == str(good)


def test_version() -> None:
    assert RUNNER.invoke(app, ["--version"]).stdout.strip() == __version__


def test_without_the_extra_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    from ruspolnews.cli import main

    monkeypatch.setitem(sys.modules, "ruspolnews.cli.app", None)
    monkeypatch.setitem(sys.modules, "typer", None)
    monkeypatch.delitem(sys.modules, "ruspolnews.cli.app")
    with pytest.raises(SystemExit, match=r"ruspolnews\[cli\]"):
        main()
