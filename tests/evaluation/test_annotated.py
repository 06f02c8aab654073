"""The format of annotated articles."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import ruspolnews as rpn
from ruspolnews import FormatError, InputError, Span
from ruspolnews.evaluation import annotated_from_dict, read_annotated

TEXT = "Мэр Пётр Сухов сказал, что мост стоит 5 млн рублей. «Мост  нужен», — сказал он. — «Мост нужен»."
QUOTE = {"kind": "indirect", "spans": ["мост стоит 5 млн рублей"]}


def read(**data: Any) -> Any:
    return annotated_from_dict({"id": "мост", "text": TEXT, **data})


def test_what_parse_prints_is_an_annotation() -> None:
    article = rpn.parse(TEXT)
    annotated = annotated_from_dict({"id": "мост", **json.loads(article.to_json())})
    assert [(q.kind, q.spans, q.cue, q.source, q.speaker) for q in annotated.article.quotes] == [
        (q.kind, q.spans, q.cue, q.source, q.speaker) for q in article.quotes
    ]
    assert [(f.span, f.low, f.bound) for f in annotated.article.figures] == [
        (f.span, f.low, f.bound) for f in article.figures
    ]


def test_words_are_looked_up_in_order_cues_near_the_content_sources_near_the_cue() -> None:
    gold = read(quotes=[{"kind": "direct", "spans": ["Мост нужен", "Мост нужен"], "cue": "сказал", "source": "он"}])
    quote = gold.article.quotes[0]
    first, second = re.finditer(r"Мост\s+нужен", TEXT)
    assert quote.spans == (Span(*first.span()), Span(*second.span()))
    assert quote.cue.span.start == TEXT.rindex("сказал")
    assert quote.source.span.of(TEXT) == "он"


def test_a_speaker_is_a_name_or_a_place_in_the_list() -> None:
    gold = read(
        speakers=[{"name": "Пётр Сухов", "gender": "male"}],
        quotes=[{**QUOTE, "speaker": 0}, {**QUOTE, "speaker": "Пётр Сухов"}, {**QUOTE, "speaker": "Анна Ли"}, QUOTE],
    )
    speakers = [quote.speaker for quote in gold.article.quotes]
    assert [speaker.name if speaker else None for speaker in speakers] == ["Пётр Сухов", "Пётр Сухов", "Анна Ли", None]
    assert speakers[0].gender == speakers[1].gender == "male"


def test_what_is_not_annotated_is_left_open() -> None:
    assert (read(quotes=[]).has_quotes, read(quotes=[]).has_figures) == (True, False)
    assert (read(figures=[]).has_quotes, read(figures=[]).has_figures) == (False, True)


def test_a_figure_has_its_usual_values() -> None:
    figure, vague = read(
        figures=[{"span": "5 млн рублей", "low": "5000000", "currency": "RUB", "bound": None}, {"span": [0, 3]}]
    ).article.figures
    assert (figure.low, figure.high, figure.kind, figure.bound) == (5000000, 5000000, "money", "exact")
    assert (vague.low, vague.high) == (None, None)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"quotes": [{**QUOTE, "cue": "пела"}]}, "article.quotes[0].cue: 'пела' does not stand in the text"),
        ({"quotes": [{**QUOTE, "cue": {}}]}, "article.quotes[0].cue: no 'span'"),
        ({"quotes": [{**QUOTE, "spans": []}]}, "article.quotes[0].spans: no span"),
        ({"quotes": [{**QUOTE, "spans": [" "]}]}, "article.quotes[0].spans[0]: ' ' does not stand in the text"),
        ({"quotes": [{**QUOTE, "spans": [[0, 3], "Мэр"]}]}, "'Мэр' stands in the text, but not after the one before"),
        ({"quotes": [{**QUOTE, "spans": [[0, 900]]}]}, "article.quotes[0].spans[0]: [0, 900] does not lie in the text"),
        ({"quotes": [{**QUOTE, "kind": "loud"}]}, "article.quotes[0].kind: 'loud' is none of"),
        ({"quotes": [{**QUOTE, "speaker": 3}]}, "article.quotes[0].speaker: 3 is no place in a list of 0"),
        ({"quotes": {}}, "article.quotes: list is needed, got dict"),
        ({"figures": [{"low": "5"}]}, "article.figures[0]: no 'span'"),
        ({"figures": [{"span": [0, 3], "low": "много"}]}, "article.figures[0].low: 'много' is no decimal number"),
        ({"text": None}, "article.text: no text for 'мост', here or among the texts"),
    ],
)
def test_errors_name_the_place(data: dict[str, Any], message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)):
        read(**data)


def test_a_file_has_a_row_a_line_and_texts_may_come_from_elsewhere(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    rows = [{"text": "Без имени.\u2028Да."}, {"id": "мост", "quotes": [QUOTE]}]
    path.write_text("\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    gold = list(read_annotated(path, {"мост": TEXT}))
    assert [annotated.id for annotated in gold] == ["1", "мост"]
    assert gold[1].article.text == TEXT


def test_a_json_file_is_one_article_named_after_it(tmp_path: Path) -> None:
    path = tmp_path / "мост.json"
    path.write_text(json.dumps({"text": TEXT, "quotes": [QUOTE]}, indent=1), "utf-8")
    assert [annotated.id for annotated in read_annotated(path)] == ["мост"]


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (b"{]", FormatError, "gold.jsonl:1: no JSON"),
        (b"[1]", FormatError, "gold.jsonl:1: a JSON object is needed, got list"),
        (b'{"id": "a", "text": "a"}\n{"id": "a", "text": "a"}', InputError, "gold.jsonl:2: the id 'a' comes twice"),
        (b'{"id": "a"}', FormatError, "gold.jsonl:1: article.text: no text for 'a'"),
        (b"\xcf", InputError, "gold.jsonl: is not UTF-8, at byte 0"),
        (None, InputError, "gold.jsonl: cannot be read"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, content: bytes | None, error: type[Exception], message: str) -> None:
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(error, match=re.escape(message)):
        list(read_annotated(path))


def test_the_example_of_the_docs_is_valid() -> None:
    page = (Path(__file__).parents[2] / "docs" / "howto" / "evaluating.md").read_text("utf-8")
    example = re.search(r"```json\n(.*?)```", page, re.DOTALL)
    assert example
    quotes = annotated_from_dict(json.loads(example[1])).article.quotes
    assert [quote.text for quote in quotes] == ["Мост стоит 5 млн рублей", "Он нужен Очень"]
