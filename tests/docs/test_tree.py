"""What holds for every file of the project."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
SOURCES = sorted((PROJECT / "src").rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}
MACHINE_PATH = re.compile(rb"(?<![\w.:/-])/(?:home|Users|root|work|mnt|private)/[\w.]")


def _tracked() -> list[Path]:
    """Return the files under version control; all that lie here where there is none."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=False)
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else []
    return [path for name in names if name and (path := PROJECT / name).is_file()] or SOURCES


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    here = str(PROJECT).encode()
    naming = [
        path.relative_to(PROJECT).as_posix()
        for path in _tracked()
        if here in (content := path.read_bytes()) or MACHINE_PATH.search(content)
    ]

    assert [name for name in naming if name != "tests/docs/test_tree.py"] == []


def test_every_public_function_and_class_says_what_a_reader_cannot_see() -> None:
    mute = [
        f"{path.relative_to(PROJECT)}:{node.lineno} {node.name}"
        for path, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]

    assert mute == []


def test_every_file_of_code_begins_with_what_it_is() -> None:
    mute = [
        str(path.relative_to(PROJECT))
        for path, tree in TREES.items()
        if path.stat().st_size and not ast.get_docstring(tree)
    ]

    assert mute == []


@pytest.mark.parametrize("word", ["print(", "TODO", "FIXME", "breakpoint("])
def test_the_product_has_no_leavings(word: str) -> None:
    calls = re.compile(rf"(?<![\w.]){re.escape(word)}")
    left = [
        str(path.relative_to(PROJECT)) for path in SOURCES if calls.search(path.read_text(encoding="utf-8"))
    ]

    assert left == []
