"""What the documents tell a reader to type exists, and every command explains itself."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from stemmata.cli import main

PROJECT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = [
    path for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md") if (path := PROJECT / name).exists()
]
FENCE = re.compile(r"^```[a-z]*\n(.*?)^```|((?:^ {4}\S.*\n)+)", re.M | re.S)


def _lines(document: Path, program: str) -> Iterator[str]:
    """Yield the command lines of a document that begin with a program, less prompts and what is piped in."""
    for block in FENCE.finditer(document.read_text(encoding="utf-8")):
        for line in (block[1] or block[2]).splitlines():
            for part in line.split("|"):
                command = re.split(r" {2,}", part.strip().removeprefix("$ "))[0]
                if re.match(rf"{program} [a-z-]", command):
                    yield command


def _typed(program: str) -> list[str]:
    return sorted({line for document in DOCUMENTS for line in _lines(document, program)})


def _documented(program: str) -> list[object]:
    return [pytest.param(line, id=line) for line in _typed(program)]


@pytest.mark.parametrize("line", _documented("stemmata"))
def test_a_stemmata_command_of_the_documents_can_be_typed(line: str) -> None:
    _, *words = shlex.split(line, comments=True)
    known = {option for command in _commands(words) for one in command.params for option in one.opts}

    assert [
        word
        for word in words
        if word.startswith("--") and word.partition("=")[0] not in known | {"--help", "--version"}
    ] == []


def _commands(words: list[str]) -> Iterator[click.Command]:
    yield main
    if not words[0].startswith("-"):
        yield main.commands[words[0]]


@pytest.mark.parametrize("line", _documented("make"))
def test_a_make_target_of_the_documents_exists(line: str) -> None:
    targets = re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.M)

    assert {word for word in shlex.split(line, comments=True)[1:] if "=" not in word} <= set(targets)


def test_the_readme_names_the_two_commands_and_the_main_job() -> None:
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")

    assert all(command in readme for command in ("make demo", "make test", "stemmata trace"))


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_shows_an_example_in_its_help(name: str) -> None:
    shown = CliRunner().invoke(main, [name, "--help"])

    assert shown.exit_code == 0
    assert re.search(rf"^  +stemmata {name}\b", shown.output, re.M)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_says_what_it_is_for(name: str) -> None:
    options = [one for one in main.commands[name].params if isinstance(one, click.Option)]

    assert [one.name for one in options if not one.help] == []
