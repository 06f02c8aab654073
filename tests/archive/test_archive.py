"""The archive: what is stored, what stays, what is found. Skipped without DuckDB."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ruspolnews as rpn
from ruspolnews import InputError
from ruspolnews.archive import Added, Archive, Input
from ruspolnews.archive.tables import TABLES

duckdb = pytest.importorskip("duckdb")

FIRST = "Лавров заявил, что новых санкций не будет. «Мы потратим 5 млн рублей», — добавил он."
SECOND = "«Санкции вредят всем», — сказал министр иностранных дел Сергей Лавров. Мэр Пётр Сухов ответил, что рад."


@pytest.fixture
def archive() -> Iterator[Archive]:
    with Archive(":memory:") as archive:
        archive.add([Input("1", FIRST), Input("2", SECOND)])
        yield archive


def rows(path: Path) -> dict[str, list[Any]]:
    with duckdb.connect(str(path), read_only=True) as db:
        return {name: sorted(map(repr, db.execute(f"SELECT * FROM {name}").fetchall())) for name in TABLES}


def test_the_tables_hold_what_parse_finds(tmp_path: Path) -> None:
    path = tmp_path / "quotes.duckdb"
    with Archive(path) as archive:
        assert archive.add([Input("1", FIRST)]) == Added(new=1)
    article = rpn.parse(FIRST)
    with duckdb.connect(str(path)) as db:
        quotes = db.execute("SELECT kind, text, spans, cue_lemma, rule FROM quotes ORDER BY quote").fetchall()
        assert quotes == [
            (q.kind, q.text, [[s.start, s.stop] for s in q.spans], q.cue.lemma if q.cue else None, q.rule)
            for q in article.quotes
        ]
        figures = db.execute("SELECT text, start, stop, low, high, currency, bound FROM figures").fetchall()
        assert figures == [("5 млн рублей", FIRST.index("5"), FIRST.index("5") + 12, 5e6, 5e6, "RUB", "exact")]
        joined = db.execute(
            "SELECT s.name, f.low, a.text FROM quotes q JOIN quote_figures USING (article, quote) "
            "JOIN figures f USING (article, figure) JOIN articles a USING (article) "
            "JOIN speakers s ON s.article = q.article AND s.speaker = q.speaker"
        ).fetchall()
        assert joined == [("Лавров", 5e6, FIRST)]
        assert db.execute("SELECT version FROM articles").fetchall() == [(rpn.__version__,)]


def test_nested_quotes_name_their_parent(tmp_path: Path) -> None:
    text = "Министр Пётр Ли заявил, что, по словам экспертов, мост рухнет."
    article = rpn.parse(text)
    assert any(quote.parent for quote in article.quotes)
    path = tmp_path / "quotes.duckdb"
    with Archive(path) as archive:
        archive.add([Input("1", text)])
    with duckdb.connect(str(path)) as db:
        parents = [parent for (parent,) in db.execute("SELECT parent FROM quotes ORDER BY quote").fetchall()]
    assert parents == [quote.parent and article.quotes.index(quote.parent) for quote in article.quotes]


def test_running_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "quotes.duckdb"
    inputs = [Input("1", FIRST), Input.of(SECOND), Input("пусто", "")]
    with Archive(path) as archive:
        assert archive.add(inputs) == Added(new=3)
    before = rows(path)
    with Archive(path) as archive:
        assert archive.add(reversed(inputs)) == Added(unchanged=3)
    assert rows(path) == before


def test_another_text_replaces_the_article(tmp_path: Path) -> None:
    path, fresh = tmp_path / "quotes.duckdb", tmp_path / "fresh.duckdb"
    with Archive(path) as archive:
        archive.add([Input("1", FIRST), Input("2", FIRST)])
        assert archive.add([Input("1", SECOND), Input("2", FIRST)]) == Added(replaced=1, unchanged=1)
    with Archive(fresh) as archive:
        archive.add([Input("1", SECOND), Input("2", FIRST)])
    assert rows(path) == rows(fresh)


def test_another_version_replaces_the_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive(tmp_path / "quotes.duckdb") as archive:
        archive.add([Input("1", FIRST)])
        monkeypatch.setattr(rpn, "__version__", "999")
        assert archive.add([Input("1", FIRST)]) == Added(replaced=1)
        assert archive.add([Input("1", FIRST)]) == Added(unchanged=1)


def test_the_later_of_two_texts_with_one_id_stays(tmp_path: Path) -> None:
    with Archive(tmp_path / "quotes.duckdb") as archive:
        assert archive.add([Input("1", FIRST), Input("1", SECOND)]) == Added(new=1)
        assert [hit.text for hit in archive.search("санкции")] == ["Санкции вредят всем"]


def test_a_failure_leaves_the_batch_out_entirely(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "quotes.duckdb"
    with Archive(path) as archive:
        archive.add([Input("1", FIRST)])
    before = rows(path)
    with Archive(path) as archive:
        monkeypatch.setitem(TABLES, "speaker_words", {"article": "VARCHAR", "speaker": "INTEGER", "gone": "VARCHAR[]"})
        with pytest.raises(InputError, match=r"quotes\.duckdb: "):
            archive.add([Input("1", SECOND), Input("2", SECOND)])
        monkeypatch.undo()
        assert archive.add([Input("2", SECOND)]) == Added(new=1)
        assert archive.add([Input("1", FIRST)]) == Added(unchanged=1)
    assert set(before["quotes"]) < set(rows(path)["quotes"])


@pytest.mark.parametrize("words", ["санкции", "САНКЦИЯМИ", "новая санкция", "санкции о новых"])
def test_words_are_found_in_any_form(archive: Archive, words: str) -> None:
    assert "новых санкций не будет" in [hit.text for hit in archive.search(words)]


def test_all_words_must_stand_in_the_quote(archive: Archive) -> None:
    assert [hit.article for hit in archive.search("санкции")] == ["1", "2"]
    assert [hit.article for hit in archive.search("санкции всем")] == ["2"]
    assert archive.search("санкции мост") == []


def test_a_hit_tells_all_about_the_quote(archive: Archive) -> None:
    (hit,) = archive.search("потратить")
    assert (hit.article, hit.speaker, hit.named, hit.kind, hit.cue) == ("1", "Лавров", "Лавров", "direct", "добавил")
    assert (hit.text, hit.figures) == ("Мы потратим 5 млн рублей", ("5 млн рублей",))
    assert [span.of(FIRST) for span in hit.spans] == ["Мы потратим 5 млн рублей"]
    assert hit.to_dict()["spans"] == [[hit.spans[0].start, hit.spans[0].stop]]


@pytest.mark.parametrize(
    ("speaker", "articles"),
    [
        ("Лавров", ["1", "1", "2"]),
        ("лаврова", ["1", "1", "2"]),
        ("Сергей Лавров", ["2"]),
        ("министр Лавров", ["2"]),
        ("министр", ["2"]),
        ("мэр", ["2"]),
        ("Рябков", []),
    ],
)
def test_speakers_are_found_by_name_and_role(archive: Archive, speaker: str, articles: list[str]) -> None:
    assert [hit.article for hit in archive.search(speaker=speaker)] == articles


def test_words_and_speaker_and_kind_narrow_down(archive: Archive) -> None:
    assert [hit.text for hit in archive.search("санкции", speaker="Лавров", kind="direct")] == ["Санкции вредят всем"]
    assert archive.search("санкции", speaker="Сухов") == []
    assert len(archive.search(speaker="Лавров", limit=2)) == 2


def test_speakers_are_joined_on_request_only(archive: Archive) -> None:
    apart = archive.search("санкции", speaker="Лавров")
    assert [hit.speaker for hit in apart] == ["Лавров", "Сергей Лавров"]
    joined = archive.search("санкции", speaker="Сергей Лавров", join_speakers=True)
    assert [(hit.article, hit.speaker, hit.named) for hit in joined] == [
        ("1", "Сергей Лавров", "Лавров"),
        ("2", "Сергей Лавров", "Сергей Лавров"),
    ]


def test_namesakes_are_not_joined(archive: Archive) -> None:
    archive.add([Input("3", "Инженер Олег Лавров сказал, что мост готов.")])
    hits = archive.search(speaker="Лавров", join_speakers=True)
    assert sorted({hit.speaker for hit in hits}) == ["Лавров", "Олег Лавров", "Сергей Лавров"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "nothing to look for"),
        ({"text": "и в на"}, "nothing to look for"),
        ({"text": "мост", "kind": "loud"}, "'loud' is no kind of quote: direct, indirect"),
    ],
)
def test_a_bad_query_is_explained(archive: Archive, arguments: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        archive.search(**arguments)


def test_words_are_no_sql(archive: Archive) -> None:
    assert archive.search("'; DROP TABLE quotes; --", speaker="Лавров") == []
    assert len(archive.search("санкции")) == 2


def test_files_that_are_no_archive_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such archive"):
        Archive(tmp_path / "none.duckdb", read_only=True)
    assert not (tmp_path / "none.duckdb").exists()
    text = tmp_path / "text.txt"
    text.write_text("Привет! " * 3000, "utf-8")
    with pytest.raises(InputError, match=r"text\.txt"):
        Archive(text)
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as db:
        db.execute("CREATE TABLE quotes (text VARCHAR)")
    with pytest.raises(InputError, match="is no archive of ruspolnews"):
        Archive(other)
    old = tmp_path / "old.duckdb"
    Archive(old).close()
    with duckdb.connect(str(old)) as db:
        db.execute("UPDATE layout SET version = '0'")
    with pytest.raises(InputError, match="layout 0, this version needs 1"):
        Archive(old)


def test_many_batches(tmp_path: Path) -> None:
    with Archive(tmp_path / "quotes.duckdb") as archive:
        inputs = [Input(f"{number:03}", "Мэр Пётр Ли сказал, что мост готов.") for number in range(450)]
        assert archive.add(iter(inputs)) == Added(new=450)
        assert archive.add(iter(inputs)) == Added(unchanged=450)
        assert [hit.article for hit in archive.search("мост")] == [item.id for item in inputs]
