"""The JSON Schema says what articles look like, and what they do not."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

import ruspolnews
from ruspolnews.cli.app import app
from ruspolnews.export.schema import article_schema

jsonschema = pytest.importorskip("jsonschema")

TEXTS = [
    "МОСКВА, 5 мая. Глава треста Илья Зорич заявил, что, по словам мэра, на мост дадут от 5 до 7 млн рублей в год.",
    "«Да», — сказала она. Об этом пишет газета «Час». Цены выросли на 15 %, бюджет — сотни миллионов долларов.",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_articles_are_valid(text: str) -> None:
    schema = article_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(ruspolnews.Parser(quantities=True).parse(text).to_dict(), schema)


@pytest.mark.parametrize(
    ("key", "value"),
    [("format", 2), ("text", None), ("quotes", [{"kind": "direct"}]), ("sentences", [[1]]), ("more", 1)],
)
def test_others_are_not(key: str, value: Any) -> None:
    article = ruspolnews.parse(TEXTS[0]).to_dict()
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**article, key: value}, article_schema())


def test_the_command_prints_it() -> None:
    result = CliRunner().invoke(app, ["schema"])
    assert result.exit_code == 0
    assert json.loads(result.stdout) == article_schema()
