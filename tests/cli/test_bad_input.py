"""The list of bad input of issue 2, end to end: a clear error or an unread row, and the other pages are read."""

import contextlib
import gzip
import json
import os
import resource
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

Typed = Callable[..., Result]
NOBODY = 65534
STORY = """Möwenhafen reopens its swing bridge after nine weeks

MÖWENHAFEN — The swing bridge of Möwenhafen opened to carts and cyclists again on Tuesday, nine weeks after a barge \
struck its eastern pier, the harbour office said.

“The pier has been straightened and the bearings are new,” said Ottilie Brunn, the harbour master, who crossed first \
with a brass band behind her and a basket of rolls on her arm.

Fishmongers on the quay had complained that the detour of 11 kilometres cost them half of their morning trade, and \
asked the council to waive the market fee until autumn.

The council will vote on the fee next week, a clerk said. The barge, loaded with gravel, was raised in April.
"""


@pytest.fixture
def pages(here: Path) -> Path:
    """A folder with one good page."""
    (here / "pages").mkdir()
    (here / "pages" / "good.txt").write_text(STORY, encoding="utf-8")
    return here / "pages"


def traced(typed: Typed, *words: object) -> tuple[Result, list[str], dict[str, str]]:
    """Trace, and return what was printed, the names of pages read, and the reason for each that was not."""
    result = typed("trace", *words, "--json")
    told = json.loads(result.stdout)
    read = sorted(Path(source).name for article in told["articles"] for source in article["sources"])
    return result, read, {Path(one["source"]).name: one["reason"] for one in told["unread"]}


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.html", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("cut.txt.gz", gzip.compress(STORY.encode() * 50, mtime=0)[:-20], "truncated-gzip"),
        ("links.html", b"<!doctype html><title>Front</title>" + b"<p><a href=/a>Read on</a></p>" * 12, None),
        ("short.txt", b"Soon.\n", "no-article"),
    ],
)
def test_a_page_that_cannot_be_read_is_a_row_and_the_others_are_read(
    typed: Typed, pages: Path, name: str, content: bytes, reason: str | None
) -> None:
    (pages / name).write_bytes(content)
    result, read, unread = traced(typed, pages)

    assert result.exit_code == 0
    assert read == ["good.txt"]
    assert list(unread) == [name]
    assert reason is None or unread[name] == reason
    assert f"{name}: " in result.stderr


def test_a_missing_path_is_a_row_and_the_others_are_read(typed: Typed, pages: Path) -> None:
    result, read, unread = traced(typed, "gone.html", pages, "nothing-like-*.txt")

    assert result.exit_code == 0
    assert read == ["good.txt"]
    assert unread == {"gone.html": "missing", "nothing-like-*.txt": "missing"}


@pytest.mark.parametrize("words", [["gone.html"], ["empty"], ["empty.txt", "gone.html"], ["-"]], ids=" ".join)
def test_where_nothing_at_all_is_read_the_job_fails_and_leaves_nothing(
    typed: Typed, here: Path, words: list[str]
) -> None:
    (here / "empty").mkdir()
    (here / "empty.txt").touch()
    result = typed("trace", *words, stdin=b"")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: Not one page could be read.")
    assert sorted(path.name for path in here.iterdir()) == ["empty", "empty.txt"]


def test_a_case_is_left_as_it_was_where_nothing_is_read(typed: Typed, pages: Path, here: Path) -> None:
    typed("trace", pages)
    before = (here / "stemmata-report.html").read_bytes()
    result = typed("trace", "gone.html")

    assert result.exit_code == 1
    assert (here / "stemmata-report.html").read_bytes() == before


def test_invalid_utf_8_is_read_with_its_damage(typed: Typed, pages: Path) -> None:
    (pages / "odd.txt").write_bytes(
        STORY.replace("barge", "b\0rge").encode().replace(b"b\0rge", b"b\xff\xfe\x80rge")
    )
    _, read, unread = traced(typed, pages)

    assert (read, unread) == (["good.txt", "odd.txt"], {})


@pytest.mark.parametrize(
    ("declared", "real"), [("iso-8859-1", "utf-8"), ("utf-8", "iso-8859-1"), ("no-such-charset", "utf-8")]
)
def test_a_wrong_declared_charset_is_seen_through(typed: Typed, here: Path, declared: str, real: str) -> None:
    paragraphs = "".join(f"<p>{part}</p>" for part in STORY.split("\n\n"))
    page = f"<!doctype html><meta charset={declared}><title>Bridge</title><article>{paragraphs}</article>"
    (here / "page.html").write_bytes(page.encode(real, "replace"))
    result = typed("trace", "page.html", "--json")

    assert "The swing bridge of Möwenhafen opened" in json.loads(result.stdout)["articles"][0]["text"]


def test_a_loop_of_links_is_told_of(typed: Typed, pages: Path) -> None:
    (pages / "loop").symlink_to(pages)
    (pages / "self.html").symlink_to("self.html")
    _, read, unread = traced(typed, pages)

    assert read == ["good.txt"]
    assert unread == {"loop": "symlink-loop", "self.html": "symlink-loop"}


def test_the_same_page_twice_is_one_article_with_two_sources(typed: Typed, pages: Path) -> None:
    shutil.copy(pages / "good.txt", pages / "again.txt")
    result = typed("trace", pages, pages / "good.txt", "--json")
    (article,) = json.loads(result.stdout)["articles"]

    assert [Path(source).name for source in article["sources"]] == ["again.txt", "good.txt"]


@pytest.mark.slow
def test_a_line_of_50_megabytes_is_worked_through(typed: Typed, pages: Path) -> None:
    words = STORY.replace("\n", " ")
    (pages / "long.txt").write_text(words * (50_000_000 // len(words)), encoding="utf-8")
    result, read, unread = traced(typed, pages)

    assert result.exit_code == 0
    assert sorted([*read, *unread]) == ["good.txt", "long.txt"]


def test_a_script_in_a_page_is_never_part_of_the_report(typed: Typed, here: Path) -> None:
    attack = STORY.replace("swing bridge", "<script>alert(1)</script><img src=x onerror=alert(1)> bridge")
    (here / "page.txt").write_text(attack, encoding="utf-8")
    typed("trace", "page.txt")
    report = (here / "stemmata-report.html").read_text(encoding="utf-8")

    assert "<script>alert" not in report
    assert "<img src=x" not in report


@contextlib.contextmanager
def _as_nobody(folder: Path) -> Iterator[None]:
    """Lay down the rights of root, whom no file mode stops, for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(folder, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def bare(traced: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Work in a folder that anybody may come to, after everything has been imported."""
    with tempfile.TemporaryDirectory() as name:
        monkeypatch.chdir(name)
        with _as_nobody(Path(name)):
            yield Path(name)
        monkeypatch.undo()


def test_what_may_not_be_read_is_told_of(typed: Typed, bare: Path) -> None:
    (bare / "good.txt").write_text(STORY, encoding="utf-8")
    (bare / "mine.txt").write_text(STORY, encoding="utf-8")
    (bare / "mine.txt").chmod(0)
    (bare / "closed").mkdir(mode=0)
    result, read, unread = traced(typed, bare)
    (bare / "closed").chmod(0o700)

    assert result.exit_code == 0
    assert read == ["good.txt"]
    assert unread == {"mine.txt": "no-permission", "closed": "no-permission"}


@pytest.mark.parametrize("option", ["--db", "--report"])
def test_a_place_that_cannot_be_written_is_refused_before_any_work(
    typed: Typed, bare: Path, option: str
) -> None:
    (bare / "good.txt").write_text(STORY, encoding="utf-8")
    (bare / "closed").mkdir(mode=0o555)
    result = typed("trace", "good.txt", option, "closed/file")

    assert result.exit_code == 1
    assert result.stderr == "Error: Cannot write closed/file: it is read-only. Name another place.\n"
    assert sorted(path.name for path in bare.iterdir()) == ["closed", "good.txt"]


def test_a_folder_that_cannot_be_made_is_named(typed: Typed, bare: Path) -> None:
    (bare / "good.txt").write_text(STORY, encoding="utf-8")
    typed("trace", "good.txt")
    (bare / "closed").mkdir(mode=0o555)
    result = typed("export", "--to", "csv", "closed/out")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: Cannot make the folder closed/")


def test_a_case_that_is_no_case_is_left_alone(typed: Typed, pages: Path, here: Path) -> None:
    (here / "letter.db").write_text("Dear harbour office,", encoding="utf-8")
    result = typed("trace", pages, "--db", "letter.db")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: The case letter.db: ")
    assert (here / "letter.db").read_text(encoding="utf-8") == "Dear harbour office,"


@contextlib.contextmanager
def _room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond a size: what a full disk is to a program."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_old_case_and_the_old_report(typed: Typed, pages: Path, here: Path) -> None:
    typed("trace", pages)
    before = [(here / name).read_bytes() for name in ("stemmata.db", "stemmata-report.html")]
    (pages / "second.txt").write_text(STORY.replace("swing", "draw") * 3, encoding="utf-8")
    with _room_for(len(before[0]) // 2):
        result = typed("trace", pages)

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: ")
    assert [(here / name).read_bytes() for name in ("stemmata.db", "stemmata-report.html")] == before
    assert sorted(path.name for path in here.iterdir()) == ["pages", "stemmata-report.html", "stemmata.db"]
    assert typed("term", "swing bridge").exit_code == 0


def test_a_report_that_finds_no_room_is_told_of(typed: Typed, pages: Path, here: Path) -> None:
    result = typed("trace", pages, "--report", "/dev/full")

    assert result.exit_code == 1
    assert result.stderr.startswith("Error: Cannot write /dev/full: No space left on device.")
    assert not Path("/dev/full").is_file()


def test_an_export_that_finds_no_room_is_told_of(typed: Typed, case: Path, here: Path) -> None:
    with _room_for(60_000):
        result = typed("export", "--to", "jsonl", "out", "--db", case)

    assert result.exit_code == 1
    assert "Cannot write out/" in result.stderr
    assert [path.name for path in (here / "out").iterdir() if "part" in path.name] == []
