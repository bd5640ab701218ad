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


def _lines(document: Path, program: str) -> Iterator[str]:
    """Yield what a document says to type: lines set apart, and words between backticks."""
    typed = rf"(?:^ {{4}}|`|\| )(?:\.venv/bin/)?({program} [a-z-][^`|\n]*)"
    for command in re.findall(typed, document.read_text(encoding="utf-8"), re.M):
        yield re.split(r" {2,}", command)[0]


def _typed(program: str) -> list[str]:
    return sorted({line for document in DOCUMENTS for line in _lines(document, program)})


def test_every_stemmata_command_of_the_documents_can_be_typed() -> None:
    wrong = [line for line in _typed("stemmata") if not _can_be_typed(*shlex.split(line, comments=True)[1:])]

    assert wrong == []


def _can_be_typed(*words: str) -> bool:
    commands = [main, *(main.commands[word] for word in words[:1] if word in main.commands)]
    known = {option for command in commands for one in command.params for option in one.opts} | {"--help"}
    options = {word.partition("=")[0] for word in words if word.startswith("--")}
    return options <= known and (words[0].startswith("-") or len(commands) == 2)


def test_every_make_target_of_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.M))
    named = {
        word for line in _typed("make") for word in shlex.split(line, comments=True)[1:] if "=" not in word
    }

    assert named - targets == set()


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
