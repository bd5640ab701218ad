"""A case in one SQLite file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import apsw

from stemmata.errors import StoreError
from stemmata.model import Article, Case, Run
from stemmata.stores.opening import connect, told, transaction, understood
from stemmata.stores.phrase import as_query, has_spaceless_script
from stemmata.stores.rows import TABLES, article_rows, rows, unrow

R = TypeVar("R")

PATIENCE = 5.0
"""Seconds to wait while another process writes. Set by hand: a save of ten thousand pages takes about two."""


class SqliteStore:
    """One case in one file, in write-ahead mode: readers never wait for a writer, nor a writer for them.

    A file that is not there is made by the first ``save``; until then the case is empty. A file that cannot
    be written can still be read.
    """

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        self._path = path
        self._patience = patience
        self._connection = connect(path, patience=patience) if path.exists() else None
        self._seen: int | None = None

    def save(self, case: Case) -> None:
        """Make the stored case equal to ``case``, in one transaction.

        Raises ``StoreError`` where another run has saved since this one called ``case()``: its pages would
        be lost.
        """
        connection = self._open()
        with told(self._path), transaction(connection, "BEGIN IMMEDIATE"):
            self._refuse_lost_update(connection)
            _save_articles(connection, case.articles)
            for kind, table in TABLES.items():
                if kind not in (Article, Run):
                    _replace(connection, table, getattr(case, table))
            _replace(connection, "run", (case.run,) if case.run else ())
            connection.execute("UPDATE saves SET count = count + 1")
            saves = _saves(connection)
        self._seen = saves

    def case(self) -> Case:
        """Return the stored case, all of it as of one moment; an empty one from a new store."""
        if self._connection is None:
            self._seen = 0
            return Case()
        with told(self._path), transaction(self._connection, "BEGIN"):
            self._seen = _saves(self._connection)
            tables: dict[str, Any] = {table: self.load(kind) for kind, table in TABLES.items()}
        run = tables.pop("run")
        return Case(**tables, run=run[0] if run else None)

    def load(self, kind: type[R]) -> tuple[R, ...]:
        """Return all records of one type: articles by id, others as they were saved."""
        if kind not in TABLES:
            raise StoreError(f"A case keeps no table of {kind.__name__}.")
        if self._connection is None:
            return ()
        with told(self._path), understood(self._path, TABLES[kind]):
            return tuple(unrow(kind, row) for (row,) in self._connection.execute(_selection(kind)))

    def find(self, phrase: str) -> tuple[str, ...]:
        """Return the ids of articles whose text holds the words of ``phrase`` in a row, case aside.

        In scripts that put no space between words, the characters in a row.
        """
        if self._connection is None:
            return ()
        sql, value = (
            (_FIND_CHARACTERS, phrase) if has_spaceless_script(phrase) else (_FIND_WORDS, as_query(phrase))
        )
        with told(self._path):
            return tuple(found for (found,) in self._connection.execute(sql, (value,)))

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> apsw.Connection:
        if self._connection is None:
            self._connection = connect(self._path, patience=self._patience)
        return self._connection

    def _refuse_lost_update(self, connection: apsw.Connection) -> None:
        if self._seen is not None and self._seen != _saves(connection):
            raise StoreError(
                f"Another run has saved to {self._path} since this one read it. Nothing was saved; run it again."
            )


def _saves(connection: apsw.Connection) -> int:
    return int(connection.execute("SELECT count FROM saves").get)


def _save_articles(connection: apsw.Connection, articles: Iterable[Article]) -> None:
    """Write new and changed articles and drop those that are gone; the index follows by its triggers."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS kept (id TEXT PRIMARY KEY); DELETE FROM temp.kept")
    connection.executemany(_SAVE_ARTICLE, article_rows(articles))
    connection.execute("DELETE FROM articles WHERE id NOT IN (SELECT id FROM temp.kept)")


def _replace(connection: apsw.Connection, table: str, records: Iterable[object]) -> None:
    connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the table names are ours
    connection.executemany(f"INSERT INTO {table} (record) VALUES (?)", rows(records))  # noqa: S608


def _selection(kind: type) -> str:
    """Return the SQL that gives the JSON of all records of a type, in the order of the contract."""
    if kind is Article:
        return "SELECT json_set(record, '$.text', text) FROM articles ORDER BY id"
    return f"SELECT record FROM {TABLES[kind]} ORDER BY rank"  # noqa: S608


_SAVE_ARTICLE = """
INSERT OR IGNORE INTO temp.kept VALUES (:id);
INSERT INTO articles (id, text, record) VALUES (:id, :text, :record)
ON CONFLICT (id) DO UPDATE SET text = excluded.text, record = excluded.record
WHERE text IS NOT excluded.text OR record IS NOT excluded.record
"""

_FIND_WORDS = """
SELECT id FROM articles WHERE rank IN (SELECT rowid FROM words WHERE words MATCH ?) ORDER BY id
"""

_FIND_CHARACTERS = "SELECT id FROM articles WHERE instr(lower(text), lower(?)) ORDER BY id"
