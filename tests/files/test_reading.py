"""Documents from files of every kind."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from ruspolnews import FormatError, InputError
from ruspolnews.files import Document, Unread, read_documents
from ruspolnews.files.decoding import decode
from ruspolnews.files.reading import count_documents

TEXT = "Зорин сообщил, что мост откроют."


def ids_and_texts(*names: Path | str, **options: str) -> list[tuple[str, str]]:
    found = []
    for document in read_documents(map(str, names), **options):
        assert isinstance(document, Document), document
        found.append((Path(document.id).name, document.text))
    return found


def failures(*names: Path | str, **options: str) -> list[str]:
    return [str(item.error) for item in read_documents(map(str, names), **options) if isinstance(item, Unread)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_text_files(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode(encoding))
    assert ids_and_texts(file) == [("a.txt", TEXT)]


@pytest.mark.parametrize("encoding", ["koi8-r", "utf-16"])
def test_other_encodings_are_refused_with_the_byte(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode(encoding))
    (message,) = failures(file)
    assert "a.txt: is neither UTF-8 nor Windows-1251: byte 0x" in message
    assert "at offset 0" in message


def test_plain_bytes_decode() -> None:
    assert decode(b"", "a") == ""
    with pytest.raises(InputError, match="byte 0x98 at offset 2"):
        decode(b"ab\x98", "a")


def test_json_lines_one_bad_line_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    rows = [json.dumps({"id": 7, "text": TEXT}), "", "{", '{"body": "x"}', '["x"]', json.dumps({"text": TEXT})]
    file.write_text("\n".join(rows), "utf-8")
    found = list(read_documents([str(file)]))
    assert [type(item).__name__ for item in found] == ["Document", "Unread", "Unread", "Unread", "Document"]
    assert [Path(item.id).name for item in found] == ["7", "a.jsonl:3", "a.jsonl:4", "a.jsonl:5", "a.jsonl:6"]
    messages = failures(file)
    assert "a.jsonl:3: no JSON" in messages[0]
    assert "a string 'text' is needed, it has body" in messages[1]
    assert "a JSON object is needed, got list" in messages[2]


def test_half_a_character_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(
        '{"text": "Да \\ud83d."}\n{"id": "\\ude00", "text": "Да."}\n{"text": "Да \\ud83d\\ude00."}', "utf-8"
    )
    first, second, third = read_documents([str(file)])
    assert isinstance(first, Unread)
    assert isinstance(second, Unread)
    assert "a.jsonl:1: 'text' holds half a character at offset 3: \\ud83d" in str(first.error)
    assert "a.jsonl:2: 'id' holds half a character at offset 0" in str(second.error)
    assert isinstance(third, Document)
    assert third.text == "Да 😀."


def test_large_tables_are_read_as_they_come(tmp_path: Path) -> None:
    file = tmp_path / "a.csv.gz"
    rows = ["text,id", *(f'"{TEXT} {n}",{n}' for n in range(30_000))]
    file.write_bytes(gzip.compress("\n".join(rows).encode()))
    found = read_documents([str(file)])
    assert next(found) == Document("0", f"{TEXT} 0")
    assert sum(1 for _ in found) == 29_999


def test_how_many_are_to_come(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "a"}\n\n{"text": "b"}\n', "utf-8")
    assert count_documents([str(tmp_path), str(tmp_path / "none")]) == 3
    (tmp_path / "c.csv").write_text("text\na\n", "utf-8")
    assert count_documents([str(tmp_path)]) is None
    assert count_documents(["-"], "jsonl") is None
    pa = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet").write_table(pa.table({"text": ["a", "b"]}), tmp_path / "d.parquet")
    assert count_documents([str(tmp_path / "d.parquet")]) == 2
    (tmp_path / "d.parquet").write_bytes(b"")
    assert count_documents([str(tmp_path / "d.parquet")]) is None


def test_csv_with_columns_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f'url;body\n/1;"{TEXT}"\n/2;"строка\nвторая"\n', "cp1251")
    assert ids_and_texts(file, text_column="body", id_column="url") == [("1", TEXT), ("2", "строка\nвторая")]
    (message,) = failures(file)
    assert "no column 'text' in ['url', 'body']: name it with --text-column" in message


def test_gzip_and_folders_and_patterns(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    (folder / "b.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (folder / "deep" / "a.txt").write_text("Да.", "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    assert ids_and_texts(folder) == [("b.txt.gz", TEXT), ("a.txt", "Да.")]
    assert ids_and_texts(tmp_path / "news" / "*.gz") == [("b.txt.gz", TEXT)]
    (folder / "b.txt.gz").write_bytes(b"no gzip")
    assert "cannot be read" in failures(folder)[0]


def test_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    messages = failures(tmp_path / "none.txt", tmp_path / "*.txt", tmp_path / "empty")
    assert "no such file" in messages[0]
    assert "no file matches" in messages[1]
    assert "no file in this folder has a known ending" in messages[2]
    with pytest.raises(InputError, match="kind must be one of txt, html"):
        list(read_documents(["-"], kind="doc"))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"id": "a", "text": TEXT}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert ids_and_texts("-", kind="jsonl") == [("a", TEXT)]


def test_parquet(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "a.parquet"
    pq.write_table(pa.table({"id": ["x", None], "text": [TEXT, None]}), file)
    first, second = read_documents([str(file)])
    assert first == Document("x", TEXT)
    assert isinstance(second, Unread)
    assert isinstance(second.error, FormatError)
    assert "got NoneType" in str(second.error)
    assert "no column 'body'" in failures(file, text_column="body")[0]
    file.write_bytes(b"no parquet")
    assert "is no Parquet file" in failures(file)[0]


def test_html_gives_the_main_text(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    body = "".join(
        f"<p>{TEXT} Подряд начнут в мае, и работы займут два года, рассказал глава треста {n}.</p>" for n in "абв"
    )
    file = tmp_path / "a.html"
    page = f"<html><body><nav><a href='/'>Главная</a></nav><article><h1>Мост</h1>{body}</article></body></html>"
    file.write_text(page, "utf-8")
    ((_, text),) = ids_and_texts(file)
    assert TEXT in text
    assert "Главная" not in text
    file.write_text("<html></html>", "utf-8")
    assert "no main text" in failures(file)[0]
