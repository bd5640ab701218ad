"""What can go wrong with one file on one disk."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import apsw
import pytest

from stemmata.errors import StoreError
from stemmata.model import Case, Family, Unread
from stemmata.stores import SqliteStore
from stemmata.stores.rows import TABLES

OLD = Case(families=(Family("f", (), ("a",)),))
BIG = Case(unread=tuple(Unread(f"{number}.txt", "empty", "It is empty. " * 20) for number in range(2000)))

KILLED_WHILE_SAVING = """
import sys, time
from pathlib import Path
from stemmata.model import Case, Unread
from stemmata.stores import SqliteStore

class Endless(tuple):
    def __iter__(self):
        for number in range(50_000):
            yield Unread(f"{number}.txt", "empty", "It is empty. " * 20)
        print("half", flush=True)
        time.sleep(60)

SqliteStore(Path(sys.argv[1])).save(Case(unread=Endless()))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    store = SqliteStore(tmp_path / "case.db")
    store.save(OLD)
    store.close()
    return tmp_path / "case.db"


def stored(path: Path) -> Case:
    store = SqliteStore(path)
    try:
        return store.case()
    finally:
        store.close()


def test_every_table_of_a_case_has_one_in_the_store() -> None:
    assert sorted(TABLES.values()) == sorted(field.name for field in fields(Case))


def test_a_closed_case_is_one_file(path: Path) -> None:
    assert [one.name for one in path.parent.iterdir()] == ["case.db"]


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_run_that_is_killed_in_the_middle_of_a_save_leaves_the_old_case(
    path: Path, how: signal.Signals
) -> None:
    command = [sys.executable, "-c", KILLED_WHILE_SAVING, str(path)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - one thread here
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"half\n"
        child.send_signal(how)

    assert stored(path) == OLD


@pytest.fixture
def tiny_disk() -> Iterator[None]:
    def shrink(connection: apsw.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 80")

    apsw.connection_hooks.append(shrink)
    yield
    apsw.connection_hooks.remove(shrink)


@pytest.mark.usefixtures("tiny_disk")
def test_a_full_disk_leaves_the_old_case(path: Path) -> None:
    store = SqliteStore(path)
    with pytest.raises(StoreError, match="disk is full"):
        store.save(BIG)

    assert store.case() == OLD
    store.close()


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Not a case at all. " * 100)

    with pytest.raises(StoreError, match=r"notes\.txt.*not an SQLite database"):
        SqliteStore(path)

    assert path.read_text() == "Not a case at all. " * 100


def test_the_database_of_another_program_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    other = apsw.Connection(str(path))
    other.execute("CREATE TABLE photos (name)")
    other.close()
    before = path.read_bytes()

    with pytest.raises(StoreError, match="no case of stemmata"):
        SqliteStore(path)

    assert path.read_bytes() == before


def test_a_case_of_a_newer_version_is_told(path: Path) -> None:
    newer = apsw.Connection(str(path))
    newer.execute("PRAGMA user_version = 99")
    newer.close()

    with pytest.raises(StoreError, match="newer stemmata"):
        SqliteStore(path)


def test_rows_that_another_version_wrote_are_told(path: Path) -> None:
    other = apsw.Connection(str(path))
    other.execute("""UPDATE families SET record = '{"id": "f"}'""")
    other.close()

    with pytest.raises(StoreError, match="families"):
        stored(path)


def test_a_damaged_case_is_told(path: Path) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw[:4096] + b"\xa5" * (len(raw) - 4096))

    with pytest.raises(StoreError, match="damaged"):
        stored(path)


def test_an_empty_file_is_a_new_case(tmp_path: Path) -> None:
    (tmp_path / "case.db").touch()

    assert stored(tmp_path / "case.db") == Case()


def test_a_name_that_means_something_to_sqlite_is_a_file_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store = SqliteStore(Path(":memory:"))
    store.save(OLD)
    store.close()

    assert stored(tmp_path / ":memory:") == OLD


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        SqliteStore(tmp_path)


def test_a_case_in_a_folder_that_is_not_there_is_told_when_it_is_saved(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "gone" / "case.db")

    with pytest.raises(StoreError, match="Is there such a folder"):
        store.save(OLD)


def test_a_lock_that_another_process_holds_is_waited_for_and_then_told(path: Path) -> None:
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")
    store = SqliteStore(path, patience=0.05)
    start = perf_counter()
    with pytest.raises(StoreError, match="another process"):
        store.save(Case())

    assert perf_counter() - start >= 0.05
    assert store.case() == OLD
    store.close()
    other.execute("ROLLBACK")
    other.close()


@contextmanager
def no_privileges() -> Iterator[None]:
    """Lay down the rights of root, whom no file mode stops, for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_case_that_cannot_be_written_can_be_read() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = SqliteStore(folder / "case.db")
        store.save(OLD)
        store.close()
        (folder / "case.db").chmod(0o444)
        folder.chmod(0o555)
        with no_privileges():
            store = SqliteStore(folder / "case.db")
            found = store.case()
            with pytest.raises(StoreError, match="cannot be written"):
                store.save(Case())
            store.close()
        folder.chmod(0o755)

    assert found == OLD


def test_two_thousand_rows_are_saved_within_a_second(tmp_path: Path) -> None:
    start = perf_counter()
    store = SqliteStore(tmp_path / "case.db")
    store.case()
    store.save(BIG)
    store.close()

    assert perf_counter() - start < 1
