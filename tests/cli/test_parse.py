"""`ruspolnews parse` over many files: formats agree, what failed is told, an interrupted run goes on."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ruspolnews import parse
from ruspolnews.cli.app import app

RUNNER = CliRunner()
TEXTS = ["«Да», — сказал Зорин.", "На мост дадут 5 млн рублей.", "Лужина заявила, что денег нет."]


@pytest.fixture
def news(tmp_path: Path) -> Path:
    file = tmp_path / "news.jsonl"
    rows = [json.dumps({"id": f"n{n}", "text": text}, ensure_ascii=False) for n, text in enumerate(TEXTS)]
    file.write_text("\n".join(rows) + "\n", "utf-8")
    return file


def run(*arguments: str | Path) -> tuple[int, str]:
    result = RUNNER.invoke(app, ["parse", *map(str, arguments)])
    return result.exit_code, result.stderr


@pytest.mark.parametrize("workers", ["1", "2"])
def test_json_lines_are_those_of_the_api(tmp_path: Path, news: Path, workers: str) -> None:
    out = tmp_path / "out.jsonl"
    assert run(news, "-o", out, "--workers", workers) == (0, "")
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert rows == [{"id": f"n{n}", **parse(text).to_dict()} for n, text in enumerate(TEXTS)]
    assert not out.with_name("out.jsonl.part").exists()


def test_csv_and_json_have_the_same_counts(tmp_path: Path, news: Path) -> None:
    assert run(news, "-o", tmp_path / "out.csv")[0] == 0
    assert run(news, "-o", tmp_path / "out.json")[0] == 0
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    articles = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert sum(row["what"] == "quote" for row in rows) == sum(len(a["quotes"]) for a in articles) == 2
    assert sum(row["what"] == "amount" for row in rows) == sum(len(a["figures"]) for a in articles) == 1


def test_what_fails_is_told_and_the_others_go_on(tmp_path: Path, news: Path) -> None:
    with news.open("a", encoding="utf-8") as file:
        file.write('{"id": "bad"}\n{"id": "last", "text": "Да."}\n')
    out = tmp_path / "out.jsonl"
    code, stderr = run(news, "-o", out)
    assert code == 1
    assert "news.jsonl:4: a string 'text' is needed" in stderr
    assert "1 document failed" in stderr
    assert [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()] == ["n0", "n1", "n2", "last"]
    code, stderr = run(news, "-o", tmp_path / "other.csv", "--errors", "fail")
    assert code == 1
    assert not (tmp_path / "other.csv").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--resume"], "--resume needs --output"),
        (["-o", "out.csv", "--resume"], "only .jsonl output can be resumed"),
        (["-f", "parquet"], "parquet needs --output"),
        (["-o", "out.doc"], "the ending names no format"),
        (["-o", "out.csv", "-f", "table"], "a table is for the terminal"),
        (["--speaker", " "], "--speaker needs a name"),
        (["--currency", "рубль"], "--currency needs a code of ISO 4217 such as RUB, got 'рубль'"),
        (["--min-amount", "много"], "--min-amount needs a number such as 1000000, got 'много'"),
        (["--min-amount", "nan"], "--min-amount needs a number"),
    ],
)
def test_options_that_do_not_fit(news: Path, options: list[str], message: str) -> None:
    code, stderr = run(news, *options)
    assert code == 2
    assert message in stderr


def test_filters_keep_the_same_in_each_format(tmp_path: Path, news: Path) -> None:
    assert run(news, "-o", tmp_path / "out.csv", "--speaker", "лужина") == (0, "")
    assert run(news, "-o", tmp_path / "out.json", "--speaker", "лужина") == (0, "")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        assert [row["speaker"] for row in csv.DictReader(file)] == ["Лужина"]
    articles = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [[quote["text"] for quote in article["quotes"]] for article in articles] == [[], [], ["денег нет"]]
    assert run(news, "-o", tmp_path / "big.csv", "--min-amount", "1_000_000", "--currency", "rub")[0] == 0
    assert (tmp_path / "big.csv").read_text("utf-8").count("amount") == 1


def test_verbs_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Сторож проскрипел, что мост закрыт.", "utf-8")
    (tmp_path / "verbs.tsv").write_text("lemma\tstance\tframes\nпроскрипеть\treport\tthat\n", "utf-8")
    out = tmp_path / "out.json"
    assert run(tmp_path / "a.txt", "-o", out, "--verbs", tmp_path / "verbs.tsv") == (0, "")
    assert [quote["cue"]["lemma"] for quote in json.loads(out.read_text("utf-8"))["quotes"]] == ["проскрипеть"]
    (tmp_path / "verbs.tsv").write_text("lemma\tstance\tframes\nпроскрипеть\tcreak\tthat\n", "utf-8")
    code, stderr = run(tmp_path / "a.txt", "-o", out, "--verbs", tmp_path / "verbs.tsv")
    assert code == 2
    assert "verbs.tsv: 'проскрипеть': stance 'creak' is none of" in stderr


def test_resume_refuses_other_inputs(tmp_path: Path, news: Path) -> None:
    out = tmp_path / "out.jsonl"
    Path(f"{out}.part").write_text('{"id": "elsewhere"}\n', "utf-8")
    code, stderr = run(news, "-o", out, "--resume")
    assert code == 2
    assert "the interrupted run had document 'elsewhere' here" in stderr
    assert Path(f"{out}.part").read_text("utf-8") == '{"id": "elsewhere"}\n'


def test_an_input_is_never_written_over(tmp_path: Path, news: Path) -> None:
    before = news.read_bytes()
    for name in (news, tmp_path, tmp_path / "*.jsonl"):
        code, stderr = run(name, "-o", news)
        assert code == 2
        assert "is an input too and would be lost" in stderr
    assert news.read_bytes() == before


def heed_interrupts() -> None:
    """Undo what a shell does to a job in the background, whose children ignore interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def left_running(session: int) -> list[str]:
    """Return the processes of a session that are still there after ten seconds."""
    until = time.monotonic() + 10
    while found := subprocess.run(["ps", "-s", str(session), "-o", "pid="], capture_output=True).stdout.split():
        if time.monotonic() > until:
            return [pid.decode() for pid in found]
        time.sleep(0.1)
    return []


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT])
def test_a_stopped_run_goes_on_and_ends_the_same(tmp_path: Path, stop: signal.Signals) -> None:
    news = tmp_path / "news.jsonl"
    with news.open("w", encoding="utf-8") as file:
        for n in range(5000):
            file.write(json.dumps({"id": str(n), "text": f"{' '.join(TEXTS * 3)} {n}."}, ensure_ascii=False) + "\n")
    out, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    command = [sys.executable, "-m", "ruspolnews", "parse", str(news), "-o", str(out), "--workers", "2"]
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True, preexec_fn=heed_interrupts
    )
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        if part.exists() and part.stat().st_size > 20_000:
            os.kill(process.pid, stop)
            break
        time.sleep(0.002)
    _, stderr = process.communicate()
    assert left_running(process.pid) == []
    if stop is signal.SIGINT:
        assert process.returncode == 130
        assert "--resume goes on from" in stderr
    assert not out.exists()
    written = part.read_bytes().count(b"\n")
    assert 0 < written < 5000
    with part.open("ab") as file:
        file.write(b'{"id": "half')
    subprocess.run([*command, "--resume"], check=True)
    resumed = out.read_bytes()
    subprocess.run(command, check=True)
    assert out.read_bytes() == resumed
    assert len(resumed.splitlines()) == 5000
