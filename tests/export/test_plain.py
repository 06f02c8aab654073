"""Articles as plain data and back."""

import copy
import json
from typing import Any

import pytest

import ruspolnews
from ruspolnews import Article, FormatError

TEXT = """Премьер Сербии: мост построят за 30 млн евро

БЕЛГРАД, 3 мая – ТАСС. Премьер-министр Сербии Драган Зорич заявил, что мост будет стоить от 25 до 30 млн евро.

«Мы нашли деньги, — сказал он. — Осталось начать», сообщает агентство. По словам Зорича, министр Анна Лужина обещала,
что «ни одного динара не пропадёт».
"""


def test_round_trip() -> None:
    article = ruspolnews.parse(TEXT)
    assert article.quotes
    assert Article.from_dict(article.to_dict()) == article
    assert Article.from_dict(json.loads(article.to_json(indent=1))) == article
    assert "мост" in article.to_json()


def test_empty_text() -> None:
    article = ruspolnews.parse("")
    assert Article.from_dict(article.to_dict()) == article


BROKEN: list[tuple[Any, Any, str]] = [
    ((), None, "article: a dict is needed, got NoneType"),
    (("format",), 99, "article.format: 99 is not 1"),
    (("text",), 5, "article.text: str is needed, got int"),
    (("quotes", 0, "kind"), "spoken", "article.quotes[0].kind: 'spoken' is none of"),
    (("quotes", 0, "spans", 0), [0, 10_000], "article.quotes[0].spans[0]: [0, 10000] does not lie in the text"),
    (("quotes", 0, "spans", 0), "0-5", "article.quotes[0].spans[0]: [start, stop] is needed, got '0-5'"),
    (("quotes", 0, "speaker"), 77, "article.quotes[0].speaker: 77 is no place in a list of"),
    (("quotes", 1, "cue"), [], "article.quotes[1].cue: a dict is needed, got list"),
    (("speakers", 0, "name"), None, "article.speakers[0].name: str is needed, got NoneType"),
    (("sentences", 0), [3, 1], "article.sentences[0]: [3, 1] does not lie in the text"),
]


@pytest.mark.parametrize(("path", "value", "message"), BROKEN)
def test_broken_data_is_named(path: tuple[Any, ...], value: Any, message: str) -> None:
    data: Any = copy.deepcopy(ruspolnews.parse(TEXT).to_dict())
    if not path:
        data = value
    else:
        target = data
        for key in path[:-1]:
            target = target[key]
        target[path[-1]] = value
    with pytest.raises(FormatError) as error:
        Article.from_dict(data)
    assert message in str(error.value)


def test_a_missing_key_is_named() -> None:
    data = ruspolnews.parse(TEXT).to_dict()
    del data["quotes"][0]["rule"]
    with pytest.raises(FormatError, match=r"article\.quotes\[0\]: no 'rule'"):
        Article.from_dict(data)
