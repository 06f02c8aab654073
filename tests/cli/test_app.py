"""The command line."""

import json
import os
import subprocess
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


def test_the_words_of_the_author_in_the_middle_are_left_out_visibly() -> None:
    result = RUNNER.invoke(app, ["parse", "-", "-f", "table"], input="«Да, — сказал Иван Немов. — Ждём».".encode())
    assert "Да … Ждём" in result.stdout
    assert result.stdout.splitlines()[0].rstrip() == "-: 1 quote"


def test_what_looks_like_markup_is_printed_as_it_is() -> None:
    text = "Министр Пётр Ли заявил, что [bold]всё[/bold] хорошо."
    result = RUNNER.invoke(app, ["parse", "-", "-f", "table"], input=text.encode())
    assert "[bold]всё[/bold] хорошо" in result.stdout


@pytest.mark.parametrize("encoding", ["latin-1", "cp1251", "ascii"])
def test_json_is_utf_8_whatever_the_locale(encoding: str) -> None:
    result = subprocess.run(
        [sys.executable, "-c", "from ruspolnews.cli import main; main()", "parse", "-"],
        input=TEXT.encode(),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=True,
    )
    assert json.loads(result.stdout.decode())["text"] == TEXT


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
    bad.write_bytes("Привет".encode("koi8-r"))
    result = RUNNER.invoke(app, ["parse", str(bad), str(tmp_path / "none.txt"), str(good)])
    assert result.exit_code == 1
    assert "bad.txt: is neither UTF-8 nor Windows-1251: byte 0xf0 at offset 0" in result.stderr
    assert "none.txt: cannot be read: no such file or folder" in result.stderr
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
