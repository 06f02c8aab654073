"""Every message about bad input: what was given, and what to do."""

import datetime
import io
from collections.abc import Callable
from pathlib import Path

import pytest

import ruspolnews
from ruspolnews import Failure, InputError, LexiconError, Parser, RusPolNewsError
from ruspolnews.lexicon.tables import load, parse_table
from ruspolnews.parser import MAX_LENGTH

DECODE = ': decode it first, for example text.decode("utf-8")'
ONE_BY_ONE = ": hand its texts over one by one, or all to Parser.pipe"
NO_TEXTS = [
    (None, "NoneType", ""),
    (5, "int", ""),
    (2.5, "float", ""),
    (b"text", "bytes", DECODE),
    (bytearray(b"text"), "bytearray", DECODE),
    (memoryview(b"text"), "memoryview", DECODE),
    (Path("news.txt"), type(Path()).__name__, ': read the file first, for example path.read_text("utf-8")'),
    (io.StringIO("text"), "StringIO", ": read it first, for example file.read()"),
    (["text"], "list", ONE_BY_ONE),
    ({"text": "Да."}, "dict", ONE_BY_ONE),
]


@pytest.mark.parametrize(("value", "name", "advice"), NO_TEXTS, ids=[name for _, name, _ in NO_TEXTS])
@pytest.mark.parametrize("parse", [ruspolnews.parse, Parser().parse])
def test_what_is_no_text(parse: Callable[[object], object], value: object, name: str, advice: str) -> None:
    with pytest.raises(InputError) as caught:
        parse(value)
    assert str(caught.value) == f"text must be str, got {name}{advice}"


def test_a_text_that_is_too_long() -> None:
    parser = Parser(max_length=10)
    assert parser.parse("а" * 10).text
    with pytest.raises(InputError) as caught:
        parser.parse("а" * 11)
    assert str(caught.value) == (
        "text has 11 characters, the limit is 10: split it, or raise the limit with Parser(max_length=...); "
        "None lifts it"
    )


def test_the_limit_that_stands_by_itself() -> None:
    with pytest.raises(InputError, match=r"^text has 5000001 characters, the limit is 5000000: "):
        ruspolnews.parse(" " * (MAX_LENGTH + 1))
    assert Parser(max_length=None).parse(" " * (MAX_LENGTH + 1)).quotes == ()


def test_a_text_that_is_too_long_is_a_failure_of_the_batch() -> None:
    first, second = Parser(max_length=20).pipe(["Да." * 10, "Песков сказал: «Да»."])
    assert isinstance(first, Failure)
    assert str(first.error).startswith("text has 30 characters, the limit is 20: ")
    assert not isinstance(second, Failure)


@pytest.mark.parametrize("workers", [0, -1, 1.5, "2", True, None])
def test_workers(workers: object) -> None:
    with pytest.raises(InputError) as caught:
        Parser().pipe([], workers=workers)  # type: ignore[arg-type]
    assert str(caught.value) == f"workers must be a positive whole number, got {workers!r}"


@pytest.mark.parametrize(("texts", "name"), [("Да.", "str"), (b"x", "bytes"), (None, "NoneType"), (5, "int")])
def test_texts_of_a_batch(texts: object, name: str) -> None:
    with pytest.raises(InputError) as caught:
        Parser().pipe(texts)  # type: ignore[arg-type]
    assert str(caught.value) == f"texts must be an iterable of texts, got {name}: put one text in a list"


@pytest.mark.parametrize("value", [0, -5, 1.5, "9", True])
def test_max_length(value: object) -> None:
    with pytest.raises(InputError) as caught:
        Parser(max_length=value)  # type: ignore[arg-type]
    assert str(caught.value) == f"max_length must be a positive whole number or None, got {value!r}"


@pytest.mark.parametrize("value", [None, 1, "да"])
def test_quantities(value: object) -> None:
    with pytest.raises(InputError) as caught:
        Parser(quantities=value)  # type: ignore[arg-type]
    assert str(caught.value) == f"quantities must be True or False, got {value!r}"


@pytest.mark.parametrize(("date", "name"), [("2014-03-01", "str"), (2014, "int")])
def test_dates(date: object, name: str) -> None:
    with pytest.raises(InputError) as caught:
        Parser().parse("Да.", date=date)  # type: ignore[arg-type]
    assert str(caught.value) == f"date must be a datetime.date or None, got {name}"


def test_a_moment_is_a_date() -> None:
    article = Parser().parse("Билет стоит 5 белорусских рублей.", date=datetime.datetime(2014, 3, 1, 12))
    assert article.figures[0].currency == "BYR"


@pytest.mark.parametrize("speaker", [None, 5, "", "  "])
def test_speakers_asked_for(speaker: object) -> None:
    with pytest.raises(InputError) as caught:
        ruspolnews.parse("Песков сказал: «Да».").quotes_by(speaker)  # type: ignore[arg-type]
    assert str(caught.value) == f"speaker must be a Speaker or a name, got {speaker!r}"


HEAD = "lemma\tstance"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([], "x.tsv: no line that names the columns"),
        (["lemma"], "x.tsv, line 1: no column 'stance' in ['lemma']"),
        (["# note", HEAD, "да"], "x.tsv, line 3: 1 cells, 2 columns: 'да'"),
        ([HEAD, "да\treport", "да\treport"], "x.tsv, line 3: the same row as line 2: 'да\\treport'"),
        ([HEAD, "да\t-"], "x.tsv, line 2: column 'stance' is empty: 'да\\t-'"),
    ],
)
def test_rows_of_a_table(lines: list[str], message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        parse_table("x.tsv", lines, ("lemma", "stance"))
    assert str(caught.value) == message


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(LexiconError, match=r"^no table 'none' in ruspolnews\.lexicon$"):
        load("none")


def test_all_are_of_one_family() -> None:
    for error in (InputError, LexiconError, ruspolnews.FormatError):
        assert issubclass(error, RusPolNewsError)
        assert issubclass(error, ValueError)
