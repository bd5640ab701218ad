"""A case file, opened with care: ours and no other's, brought up to date, its troubles told in plain words."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import apsw

from stemmata.errors import StoreError

MARK = 0x7374656D
"""SQLite's ``application_id`` of a case: "stem"."""


def connect(path: Path, *, patience: float) -> apsw.Connection:
    """Open the case at ``path``, making it if it is not there; wait ``patience`` seconds for another's lock."""
    with told(path):
        connection = _connect(path)
        try:
            connection.set_busy_timeout(round(patience * 1000))
            connection.execute("PRAGMA trusted_schema = off; PRAGMA synchronous = normal")
            _bring_up_to_date(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite will not do inside the block into ``StoreError``, with what to do next."""
    try:
        yield
    except apsw.Error as error:
        says = next((says for kind, says in _TROUBLES if isinstance(error, kind)), f"SQLite says: {error}.")
        raise StoreError(f"The case {path}: {says}") from error
    except UnicodeEncodeError as error:
        raise StoreError(f"The case {path} cannot hold a text with half a surrogate pair in it.") from error


@contextmanager
def understood(path: Path, table: str) -> Iterator[None]:
    """Turn rows that are not what this version wrote into ``StoreError``."""
    try:
        yield
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise StoreError(
            f"The case {path} has rows in {table} that this stemmata does not understand: another version, or "
            "another program, wrote them. Trace its pages again into a new file."
        ) from error


@contextmanager
def transaction(connection: apsw.Connection, begin: str) -> Iterator[None]:
    """Do all that is inside the block, or, whatever happens, nothing."""
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


_TROUBLES: tuple[tuple[type[apsw.Error], str], ...] = (
    (apsw.NotADBError, "it is not an SQLite database. Name another file with --db."),
    (apsw.CorruptError, "it is damaged. Trace its pages again into a new file."),
    (apsw.BusyError, "another process is writing to it. Wait until that has ended; nothing was saved."),
    (apsw.LockedError, "another process is writing to it. Wait until that has ended; nothing was saved."),
    (apsw.FullError, "the disk is full. Make room and run again; the case is as it was before."),
    (apsw.ReadOnlyError, "it cannot be written. Is the file, its folder or the disk read-only?"),
    (apsw.PermissionsError, "you have no permission to open it."),
    (apsw.AuthError, "you have no permission to open it."),
    (apsw.CantOpenError, "it cannot be opened. Is there such a folder, and may you read and write in it?"),
    (apsw.TooBigError, "one of its texts is longer than SQLite can hold (1 GB)."),
    (apsw.IOError, "the disk could not be read or written. The case is as it was before."),
)


def _connect(path: Path) -> apsw.Connection:
    """Open the file; one that lies where nothing can be written is opened as a file that nobody changes."""
    try:
        connection = apsw.Connection(str(path.absolute()))
        connection.pragma("schema_version")
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        if not path.is_file():
            raise
        uri = f"{path.absolute().as_uri()}?immutable=1"
        return apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    return connection


def _bring_up_to_date(connection: apsw.Connection, path: Path) -> None:
    """Apply the migrations that the case has not seen, all or none."""
    steps = _migrations()
    if _version(connection, path) == len(steps):
        return
    connection.execute("PRAGMA journal_mode = wal")
    with transaction(connection, "BEGIN IMMEDIATE"):
        for number in range(_version(connection, path), len(steps)):
            connection.execute(steps[number])
        connection.execute(f"PRAGMA application_id = {MARK}; PRAGMA user_version = {len(steps)}")


def _version(connection: apsw.Connection, path: Path) -> int:
    """Return how many migrations a case has seen; raise ``StoreError`` where it is none of ours."""
    mark = connection.pragma("application_id")
    version = connection.pragma("user_version")
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").get
    if mark != MARK and tables:
        raise StoreError(
            f"{path} is an SQLite database, but no case of stemmata. Name another file with --db."
        )
    if version > len(_migrations()):
        raise StoreError(
            f"{path} was written by a newer stemmata. Update stemmata, or name another file with --db."
        )
    return int(version)


@cache
def _migrations() -> tuple[str, ...]:
    """Return the SQL of every migration, in the order of their numbers."""
    folder = Path(__file__).parent / "migrations"
    return tuple(path.read_text("utf-8") for path in sorted(folder.glob("*.sql")))
