"""``stemmata copies`` looks through a heap of pages and keeps nothing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Typed = Callable[..., Result]
STORY = (
    "The harbour office of Lindmark closed the old swing bridge on Monday after divers found cracks in two of its piers. "
    "Lorries must take the northern road until the spring, the office said, and the ferry will carry cars free of charge."
)
OTHER = "A bakery in Ostvik has baked a loaf as long as the high street, and three schools ate it for breakfast on Friday."


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    rows = [("one", STORY), ("two", f"{OTHER} {STORY}"), ("three", OTHER)]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps({"id": name, "content": text}) for name, text in rows))
    return path


def test_pages_that_share_words_are_shown_with_them(typed: Typed, heap: Path, here: Path) -> None:
    result = typed("copies", heap, "--column", "text=content")

    assert result.exit_code == 0
    assert "one = two\n  42 words in 1 stretch\n  exact, 42 words: “The harbour office" in result.stdout
    assert result.stdout.endswith("2 pairs of pages share words\n")
    assert not (here / "stemmata.db").exists()


def test_json_is_one_list_with_a_line_for_each_pair(typed: Typed, heap: Path) -> None:
    result = typed("copies", heap, "--column", "text=content", "--json")
    found = json.loads(result.stdout)

    assert [(one["left"], one["right"]) for one in found] == [("one", "two"), ("two", "three")]
    assert found[0]["printed"] == [STORY.rstrip(".")]
    assert len(result.stdout.splitlines()) == 4


def test_places_are_those_of_the_page_as_it_was_read(typed: Typed, example: Path) -> None:
    result = typed("copies", example / "pages", "--json")

    assert all(
        stretch["left_span"][1] - stretch["left_span"][0] == len(printed)
        for one in json.loads(result.stdout)
        for stretch, printed in zip(one["stretches"], one["printed"], strict=True)
    )


def test_pages_that_share_nothing_say_so(typed: Typed, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(OTHER)

    assert typed("copies", tmp_path).stdout == "no two of these pages share words\n"
    assert json.loads(typed("copies", tmp_path, "--json").stdout) == []


def test_what_cannot_be_read_is_told_and_stops_nothing(typed: Typed, heap: Path, tmp_path: Path) -> None:
    result = typed("copies", heap, tmp_path / "absent.html", "--column", "text=content")

    assert result.exit_code == 0
    assert "absent.html" in result.stderr


def test_a_heap_of_which_nothing_can_be_read_fails(typed: Typed, tmp_path: Path) -> None:
    result = typed("copies", tmp_path / "absent.html")

    assert result.exit_code == 1
    assert "Not one page could be read" in result.stderr
