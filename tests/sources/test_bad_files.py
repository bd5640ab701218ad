"""Whatever lies in a folder: each bad file is told of, and the good page beside it is read."""

import gzip
import os
import socket
import tempfile
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from stemmata.model import Media, Page, Unread
from stemmata.sources import Paths, SourceSettings
from stemmata.wiring import form_reader

GOOD = b"The ferry came in late on Tuesday.\n"
SETTINGS = SourceSettings()
PDF = b"%PDF-1.7\n1 0 obj\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_bytes(GOOD)
    return tmp_path


def read(*paths: Path, settings: SourceSettings = SETTINGS) -> dict[str, str]:
    found = Paths([str(path) for path in paths], settings=settings, forms=form_reader).pages()
    return {Path(one.source).name: one.reason if isinstance(one, Unread) else "" for one in found}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("page.html", b"", "empty"),
        ("page.txt", b" \n\t\n", "empty"),
        ("page.txt", bytes(range(256)) * 40, "binary"),
        ("page.html", PDF, "binary"),
        ("page.jsonl", b"PAR1\x15\x04\x15\x10", "bad-parquet"),
        ("page.txt.gz", gzip.compress(gzip.compress(GOOD, mtime=0), mtime=0), "binary"),
        ("page.txt.gz", gzip.compress(GOOD * 100, mtime=0)[:-9], "truncated-gzip"),
        ("page.txt.gz", b"\x1f\x8b" + b"nothing that gzip wrote", "bad-gzip"),
        ("page.txt.gz", gzip.compress(GOOD, mtime=0)[:-8] + b"\0" * 8, "bad-gzip"),
        ("page.jsonl.gz", b"\x1f\x8b\x08\x00", "truncated-gzip"),
        ("page.pdf", PDF, "format"),
        ("page.csv", b"id,words\n1,Ferry\n", "no-text"),
        ("page.json", b"[1, 2]", "format"),
        ("page.xml", b"<?xml version='1.0'?><books/>", "format"),
        ("page.wacz", b"nothing", "format"),
        ("page.eml2", b"From: someone\n", "unknown-kind"),
        (".page.html", b"<p>Ferry", "hidden"),
        (
            "page.html",
            b'<!doctype html><meta name="generator" content="stemmata 0.1"><p>1 page',
            "own-report",
        ),
    ],
)
def test_a_file_that_holds_no_page_is_told_of(folder: Path, name: str, content: bytes, reason: str) -> None:
    (folder / name).write_bytes(content)

    assert read(folder) == {name: reason, "good.txt": ""}


def test_a_gzip_bomb_is_stopped_at_the_limit(folder: Path) -> None:
    (folder / "bomb.html.gz").write_bytes(gzip.compress(b"<p>" + bytes(50_000_000), mtime=0))

    assert read(folder, settings=SourceSettings(largest=1 << 20))["bomb.html.gz"] == "too-long"


@pytest.mark.slow
def test_a_page_of_200_megabytes_is_too_long_and_never_held_whole(folder: Path) -> None:
    with (folder / "long.txt").open("wb") as file:
        file.writelines(b"ferry " * 1_000_000 for _ in range(34))
    tracemalloc.start()
    found = read(folder)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert found == {"good.txt": "", "long.txt": "too-long"}
    assert peak < 60_000_000


def test_a_loop_of_folders_is_walked_once(folder: Path) -> None:
    (folder / "loop").symlink_to(folder)

    assert read(folder) == {"good.txt": "", "loop": "symlink-loop"}


def test_a_link_to_itself_and_a_link_to_nothing_are_told_of(folder: Path) -> None:
    (folder / "self.html").symlink_to("self.html")
    (folder / "gone.html").symlink_to("nowhere.html")

    assert read(folder) == {"good.txt": "", "self.html": "symlink-loop", "gone.html": "broken-link"}


def test_a_pipe_and_a_socket_are_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(folder / "socket.txt"))

        assert read(folder) == {"good.txt": "", "pipe.txt": "not-a-file", "socket.txt": "not-a-file"}


def test_an_endless_device_is_not_read() -> None:
    assert read(Path("/dev/zero")) == {"zero": "not-a-file"}


def test_a_file_named_by_the_user_is_told_of_whatever_it_is(folder: Path) -> None:
    (folder / "case.db").write_bytes(b"SQLite format 3\0" + bytes(100))
    (folder / "notes.log").write_bytes(GOOD)

    assert read(folder / "case.db", folder / "notes.log") == {"case.db": "binary", "notes.log": ""}


def test_what_may_not_be_read_is_told_of() -> None:
    with tempfile.TemporaryDirectory() as name, _no_privileges(Path(name)):
        folder = Path(name)
        (folder / "good.txt").write_bytes(GOOD)
        (folder / "mine.txt").write_bytes(GOOD)
        (folder / "mine.txt").chmod(0)
        (folder / "closed").mkdir(mode=0)
        found = read(folder)
        (folder / "closed").chmod(0o700)

    assert found == {"good.txt": "", "mine.txt": "no-permission", "closed": "no-permission"}


@contextmanager
def _no_privileges(folder: Path) -> Iterator[None]:
    """Lay down the rights of root, whom no file mode stops, for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(folder, 65534, 65534)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_name_that_is_no_utf_8_can_still_be_written_down(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(GOOD)
    (page,) = Paths([str(tmp_path)]).pages()

    assert page.source.encode().endswith(b"caf\\xe9.txt")


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("a.txt", b"\n <!DOCTYPE html>\n<p>Ferry", Media.HTML),
        ("a.txt", "\ufeff<html><p>Ferry".encode("utf-16"), Media.HTML),
        ("a.txt", "The ferry is late.".encode("utf-16-le"), Media.TEXT),
        ("a.txt", b"<b>Late</b> is the ferry", Media.TEXT),
        ("a.html", b"<!-- saved --><p class=x>Ferry", Media.HTML),
        ("a.html", b"No tag at all: 3 < 4, says the harbour.", Media.TEXT),
        ("a.htm", "Fähre verspätet".encode("latin-1"), Media.TEXT),
        ("a.xml", b'<?xml version="1.0"?>\n<html><p>Ferry</p></html>', Media.HTML),
    ],
)
def test_the_name_decides_unless_the_first_bytes_say_otherwise(
    tmp_path: Path, name: str, content: bytes, media: Media
) -> None:
    (tmp_path / name).write_bytes(content)
    (page,) = Paths([str(tmp_path)]).pages()

    assert isinstance(page, Page)
    assert page.media is media
