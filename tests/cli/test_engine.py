"""Naming an engine on the command line."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result


def test_a_master_without_spark_is_refused(typed: Callable[..., Result], example: Path, here: Path) -> None:
    result = typed("trace", example / "pages", "--master", "local[2]")

    assert result.exit_code == 2
    assert "say --engine spark" in result.stderr


@pytest.mark.parametrize("package", ["pyspark", "py4j"])
def test_where_spark_is_not_installed_it_says_how_to_get_it(package: str, example: Path, here: Path) -> None:
    program = (
        "from stemmata.cli import main\n"
        "from stemmata.cli.lean import without\n"
        f"with without({package!r}):\n"
        "    main()\n"
    )
    command = [sys.executable, "-c", program, "trace", str(example / "pages"), "--engine", "spark"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "pip install 'stemmata[spark]'" in done.stderr
    assert not (here / "stemmata.db").exists()
