"""Verbs of one's own: they are found, in workers too, and a bad row is named."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from ruspolnews import Article, InputError, LexiconError, Parser
from ruspolnews.lexicon import parse_table, read_table

TEXT = "Сторож проскрипел, что мост закрыт. Зорин сообщил, что мост открыт."
HEAD = "lemma\tstance\tframes"


def table(*rows: str) -> list[str]:
    return [HEAD, *rows]


@pytest.fixture
def parser(tmp_path: Path) -> Parser:
    (tmp_path / "verbs.tsv").write_text("# mine\n" + "\n".join(table("проскрипеть\treport\tthat,direct")), "utf-8")
    return Parser(verbs=read_table(tmp_path / "verbs.tsv"))


def lemmas(article: object) -> list[str]:
    assert isinstance(article, Article)
    return [quote.cue.lemma for quote in article.quotes if quote.cue]


def test_a_verb_is_found_where_it_was_not(parser: Parser) -> None:
    assert lemmas(Parser().parse(TEXT)) == ["сообщить"]
    assert lemmas(parser.parse(TEXT)) == ["проскрипеть", "сообщить"]
    assert lemmas(Parser().parse(TEXT)) == ["сообщить"]


def test_workers_and_copies_know_it(parser: Parser) -> None:
    assert lemmas(pickle.loads(pickle.dumps(parser)).parse(TEXT)) == ["проскрипеть", "сообщить"]
    assert [lemmas(article) for article in parser.pipe([TEXT] * 3, workers=2)] == [["проскрипеть", "сообщить"]] * 3


def test_a_row_wins_over_the_library() -> None:
    own = Parser(verbs=parse_table("mine", table("сообщить\tdenial\tthat")))
    cue = own.parse(TEXT).quotes[0].cue
    assert cue
    assert cue.stance == "denial"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["lemma\tstance", "ныть\treport"], r"mine: no column 'frames' in \['lemma', 'stance'\]"),
        (table("ныть\tmoan\tthat"), "mine: 'ныть': stance 'moan' is none of"),
        (table("ныть\treport\tthat,loud"), "mine: 'ныть': frame 'loud' is none of"),
        (table("ныть\treport\t-"), "mine: 'ныть': frame '' is none of"),
        (table("нытьё\treport\tthat"), "mine: 'нытьё': is no infinitive"),
        (table("ныть\treport"), "mine, line 2: 2 cells, 3 columns"),
    ],
)
def test_a_bad_row_is_named(rows: list[str], message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        Parser(verbs=parse_table("mine", rows))


def test_bad_files_and_types(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.tsv: cannot be read: No such file"):
        read_table(tmp_path / "none.tsv")
    (tmp_path / "bad.tsv").write_bytes("lemma\nныть".encode("cp1251"))
    with pytest.raises(LexiconError, match=r"bad\.tsv: is no UTF-8: byte 0x"):
        read_table(tmp_path / "bad.tsv")
    with pytest.raises(InputError, match="verbs must be a Table, got str"):
        Parser(verbs="verbs.tsv")  # type: ignore[arg-type]
