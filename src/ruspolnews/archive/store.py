"""An archive: a DuckDB file with what was found in articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any

import attrs

from ruspolnews.archive.inputs import Input, digest_of
from ruspolnews.archive.search import Hit, find
from ruspolnews.archive.tables import LAYOUT, TABLES, rows_of
from ruspolnews.errors import InputError, RusPolNewsError
from ruspolnews.model import Article
from ruspolnews.morphology import Morphology
from ruspolnews.parser import Parser

__all__ = ["Added", "Archive"]

_BATCH = 200
"""Articles that are stored in one transaction."""


@attrs.frozen
class Added:
    """How many articles were new, had another text or were read by another version, and were there as they are."""

    new: int = 0
    replaced: int = 0
    unchanged: int = 0

    def __add__(self, other: Added) -> Added:
        return Added(self.new + other.new, self.replaced + other.replaced, self.unchanged + other.unchanged)


class Archive:
    """Articles, quotes, speakers and figures in a DuckDB file. A context manager: leaving it closes the file.

    Args:
        path: the file; it is made if it is not there, unless `read_only`.
        read_only: open for searching only; several processes can do so at once.

    Raises:
        RusPolNewsError: the extra `duckdb` is not installed.
        InputError: the file cannot be opened or is no archive of this layout.
    """

    def __init__(self, path: Path | str, *, read_only: bool = False) -> None:
        try:
            import duckdb
        except ModuleNotFoundError:
            raise RusPolNewsError("An archive needs one more package: pip install 'ruspolnews[duckdb]'") from None
        self._error: type[Exception] = duckdb.Error
        self._path = Path(path)
        self._morphology = Morphology()
        if read_only and not self._path.exists():
            raise InputError(f"{path}: there is no such archive; `ruspolnews index` makes one")
        with self._guard():
            self._db: Any = duckdb.connect(str(path), read_only=read_only)
        try:
            self._prepare(read_only)
        except RusPolNewsError:
            self._db.close()
            raise

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def add(self, inputs: Iterable[Input], parser: Parser | None = None) -> Added:
        """Parse texts and store what is found; a text that is there already under the same id is left as it is.

        An article is replaced if its text is another one or if another version of the library stored it. Articles are
        stored two hundred at a time, in a transaction. Of two texts with one id the later stays.

        Args:
            inputs: the texts; read as they are needed.
            parser: the parser, a new one if not given.

        Raises:
            InputError: the file cannot be written; what was stored before stays.
        """
        parser = parser or Parser()
        done, source = Added(), iter(inputs)
        while batch := list(islice(source, _BATCH)):
            done += self._add_batch({item.id: item for item in batch}, parser)
        return done

    def search(
        self,
        text: str = "",
        *,
        speaker: str = "",
        kind: str = "",
        join_speakers: bool = False,
        limit: int | None = None,
    ) -> list[Hit]:
        """Return the quotes in which all words of `text` stand, in whatever form.

        Args:
            text: words to look for; prepositions, conjunctions and particles do not count.
            speaker: words that must stand in the speaker's name or roles.
            kind: a kind of quote, such as `direct`.
            join_speakers: take a name for the fuller one that contains it, if there is only one such in the archive,
                and put the quotes in order of speakers.
            limit: give so many at most.

        Raises:
            InputError: there is nothing to look for.
        """
        with self._guard():
            return find(self._db, self._morphology, text, speaker, kind, join_speakers, limit)

    def _prepare(self, read_only: bool) -> None:
        with self._guard():
            names = {
                name for (name,) in self._db.execute("SELECT table_name FROM information_schema.tables").fetchall()
            }
            if "layout" in names:
                (layout,) = self._db.execute("SELECT max(version) FROM layout").fetchone()
                if layout != LAYOUT:
                    raise InputError(f"{self._path}: the tables are of layout {layout}, this version needs {LAYOUT}")
                return
            if names or read_only:
                raise InputError(f"{self._path}: is no archive of ruspolnews")
            with self._transaction():
                for name, columns in TABLES.items():
                    listed = ", ".join(f"{column} {kind}" for column, kind in columns.items())
                    self._db.execute(f"CREATE TABLE {name} ({listed})")
                self._db.execute("CREATE TABLE layout (version VARCHAR)")
                self._db.execute("INSERT INTO layout VALUES (?)", [LAYOUT])

    def _add_batch(self, batch: dict[str, Input], parser: Parser) -> Added:
        from ruspolnews import __version__

        with self._guard():
            known = {
                name: (digest, version)
                for name, digest, version in self._db.execute(
                    "SELECT article, digest, version FROM articles WHERE article IN (SELECT unnest(?::VARCHAR[]))",
                    [list(batch)],
                ).fetchall()
            }
        due = [item for item in batch.values() if known.get(item.id) != (digest_of(item.text), __version__)]
        tables: dict[str, list[list[Any]]] = {name: [] for name in TABLES}
        for item, article in zip(due, parser.pipe(item.text for item in due), strict=True):
            if not isinstance(article, Article):
                raise article.error
            for name, row in rows_of(item, article, __version__, self._morphology):
                tables[name].append(row)
        replaced = [item.id for item in due if item.id in known]
        if due:
            with self._guard(), self._transaction():
                self._write(tables, replaced)
        return Added(len(due) - len(replaced), len(replaced), len(batch) - len(due))

    def _write(self, tables: dict[str, list[list[Any]]], replaced: Sequence[str]) -> None:
        for name, rows in tables.items():
            if replaced:
                self._db.execute(f"DELETE FROM {name} WHERE article IN (SELECT unnest(?::VARCHAR[]))", [list(replaced)])
            if rows:
                values = ", ".join(f"unnest(?::{kind}[])" for kind in TABLES[name].values())
                self._db.execute(
                    f"INSERT INTO {name} SELECT {values}", [list(column) for column in zip(*rows, strict=True)]
                )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.begin()
        try:
            yield
        except BaseException:
            self._db.rollback()
            raise
        self._db.commit()

    @contextmanager
    def _guard(self) -> Iterator[None]:
        """Turn the errors of DuckDB into ours."""
        try:
            yield
        except self._error as error:
            raise InputError(f"{self._path}: {str(error).splitlines()[0]}") from None
