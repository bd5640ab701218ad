"""What a path stands for, and in which order its pages come."""

import gzip
import hashlib
from pathlib import Path

import pytest

from stemmata.model import Media, Page, Unread
from stemmata.sources import Paths, Texts

HTML = b"<!doctype html><title>Ferry</title><p>The ferry came in late on Tuesday."
TEXT = b"The ferry came in late on Tuesday.\n"


def lay(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def read(*paths: Path | str) -> list[Page | Unread]:
    return list(Paths([str(path) for path in paths]).pages())


def names(found: list[Page | Unread], folder: Path) -> list[str]:
    return [str(Path(one.source).relative_to(folder)) for one in found]


def test_a_folder_gives_its_pages_in_the_order_of_their_paths(tmp_path: Path) -> None:
    lay(tmp_path, {"b/2.txt": TEXT, "b/1.html": HTML, "a.txt": TEXT, "c.htm": HTML})

    assert names(read(tmp_path), tmp_path) == ["a.txt", "b/1.html", "b/2.txt", "c.htm"]


def test_a_page_comes_with_its_bytes_and_what_they_are(tmp_path: Path) -> None:
    lay(tmp_path, {"a.html": HTML, "b.txt": TEXT})

    assert [(page.content, page.media) for page in read(tmp_path) if isinstance(page, Page)] == [
        (HTML, Media.HTML),
        (TEXT, Media.TEXT),
    ]


def test_gzip_is_looked_through_whatever_the_name_says(tmp_path: Path) -> None:
    lay(tmp_path, {"a.html.gz": gzip.compress(HTML), "b.txt": gzip.compress(TEXT)})

    assert [page.content for page in read(tmp_path) if isinstance(page, Page)] == [HTML, TEXT]


def test_a_pattern_gives_what_fits_it(tmp_path: Path) -> None:
    lay(tmp_path, {"b/2.txt": TEXT, "b/1.html": HTML, "a.txt": TEXT})

    assert names(read(tmp_path / "**" / "*.txt"), tmp_path) == ["a.txt", "b/2.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    lay(tmp_path, {"story[1].txt": TEXT})

    assert names(read(tmp_path / "story[1].txt"), tmp_path) == ["story[1].txt"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": TEXT, "b.txt": TEXT})

    assert names(read(tmp_path / "b.txt", tmp_path), tmp_path) == ["b.txt", "a.txt"]


def test_the_furniture_of_saved_pages_is_counted_in_one_row(tmp_path: Path) -> None:
    files = {
        "story.html": HTML,
        "story_files/frame.html": HTML,
        "logo.png": b"\x89PNG\r\n\x1a\n",
        "style.css": b"p {}",
    }
    lay(
        tmp_path, files | {".git/config.txt": TEXT, ".DS_Store": b"\0\0", "stemmata.db": b"SQLite format 3\0"}
    )

    story, passed = read(tmp_path)

    assert isinstance(story, Page)
    assert isinstance(passed, Unread)
    assert (passed.source, passed.reason) == (str(tmp_path), "not-pages")
    assert passed.says.startswith("3 files here are pictures, styles or the like, no page (.css, .db, .png).")


def test_a_page_under_a_name_that_crawlers_give_is_read(tmp_path: Path) -> None:
    lay(tmp_path, {"index.php?story=7": HTML, "story-8": TEXT})

    assert [page.media for page in read(tmp_path) if isinstance(page, Page)] == [Media.HTML, Media.TEXT]


def reasons(found: list[Page | Unread]) -> list[str]:
    return [one.reason if isinstance(one, Unread) else "" for one in found]


def test_a_path_that_is_not_there_is_told_of_and_the_others_are_read(tmp_path: Path) -> None:
    lay(tmp_path, {"a.txt": TEXT})
    found = read("no-such-page.html", tmp_path)

    assert [Path(one.source).name for one in found] == ["no-such-page.html", "a.txt"]
    assert reasons(found) == ["missing", ""]


@pytest.mark.parametrize("path", ["", "nul\0byte", "nul\0byte*", "*.nothing-like-it", "n" * 5000])
def test_a_path_that_cannot_be_is_missing(path: str) -> None:
    assert reasons(read(path)) == ["missing"]


def test_a_named_link_to_nowhere_says_so(tmp_path: Path) -> None:
    (tmp_path / "link.html").symlink_to("gone.html")

    assert reasons(read(tmp_path / "link.html")) == ["broken-link"]


def test_each_input_has_the_digest_of_its_bytes_as_they_lie(tmp_path: Path) -> None:
    packed = gzip.compress(HTML)
    source = Paths([str(lay(tmp_path, {"a.html.gz": packed, "b.txt": TEXT}))])
    list(source.pages())

    assert [one.sha256 for one in source.inputs] == [
        hashlib.sha256(raw).hexdigest() for raw in (packed, TEXT)
    ]


@pytest.mark.slow
def test_folders_nested_deeper_than_calls_can_be_are_walked(tmp_path: Path) -> None:
    folders = [tmp_path / "/".join(["d"] * depth) for depth in range(1, 1200)]
    for folder in folders:
        folder.mkdir()
    (folders[-1] / "a.txt").write_bytes(TEXT)
    found = read(tmp_path)
    (folders[-1] / "a.txt").unlink()
    for folder in reversed(folders):
        folder.rmdir()

    assert len(found) == 1


def test_texts_that_a_program_holds_are_pages_too() -> None:
    pages = [
        page
        for page in Texts(["The ferry is late.", "Half a pair: \ud83d"]).pages()
        if isinstance(page, Page)
    ]

    assert [(page.source, page.content.decode()) for page in pages] == [
        ("text 1", "The ferry is late."),
        ("text 2", "Half a pair: \ufffd"),
    ]
