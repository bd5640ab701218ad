"""What the tests of the command share: a way to type it, and one traced case."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from stemmata.cli import main

Typed = Callable[..., Result]


@pytest.fixture(scope="session")
def typed() -> Typed:
    """Return what types ``stemmata`` with arguments; it holds that no traceback is ever shown."""

    def type_it(*words: object, stdin: bytes | None = None) -> Result:
        result = CliRunner().invoke(main, [str(word) for word in words], input=stdin, prog_name="stemmata")
        assert "Traceback" not in result.output
        assert "unforeseen" not in result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result

    return type_it


@pytest.fixture(scope="session")
def traced(typed: Typed, example: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """Return the folder of a traced example, with ``case.db`` and ``report.html``, and what was printed."""
    folder = tmp_path_factory.mktemp("traced")
    result = typed("trace", example / "pages", "--db", folder / "case.db", "--report", folder / "report.html")
    return folder, result


@pytest.fixture
def case(traced: tuple[Path, Result], tmp_path: Path) -> Path:
    """Return a copy of the traced case that a test may spoil."""
    return Path(shutil.copy(traced[0] / "case.db", tmp_path / "case.db"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    yield tmp_path
