"""Files to be stored."""

import re
from pathlib import Path

import pytest

from ruspolnews import FormatError, InputError
from ruspolnews.archive import Input, read_inputs


def test_texts_and_rows(tmp_path: Path) -> None:
    text, rows = tmp_path / "a.txt", tmp_path / "b.jsonl"
    text.write_bytes("\ufeffМост.\r\nДа.".encode())
    rows.write_text('{"id": "б", "text": "Раз\u2028два."}\n\n{"text": "Три."}\n{"id": 4, "text": "Четыре."}\n', "utf-8")
    found = list(read_inputs([str(text), str(rows)]))
    assert found == [
        Input(str(text), "Мост.\r\nДа."),
        Input("б", "Раз\u2028два."),
        Input.of("Три."),
        Input("4", "Четыре."),
    ]
    assert re.fullmatch("[0-9a-f]{64}", found[2].id)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "b.jsonl:1: no JSON"),
        ("[]", "b.jsonl:1: a JSON object with a string 'text' is needed"),
        ('{"text": 5}', "b.jsonl:1: a JSON object with a string 'text' is needed"),
        ('{"text": "а\\ud800"}', "b.jsonl:1: the text holds half a character, at offset 1"),
        ('{"text": "", "id": [1]}', "b.jsonl:1: the id must be a string or a whole number, got [1]"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "b.jsonl"
    path.write_text(line, "utf-8")
    with pytest.raises(FormatError, match=re.escape(message)):
        list(read_inputs([str(path)]))


def test_a_bad_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with pytest.raises(InputError, match=r"a\.txt: cannot be read"):
        list(read_inputs([str(path)]))
    path.write_bytes("Мост".encode("cp1251"))
    with pytest.raises(InputError, match=r"a\.txt: is not UTF-8, at byte 0"):
        list(read_inputs([str(path)]))
