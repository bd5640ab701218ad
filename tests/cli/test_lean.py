"""What a command does not load."""

import subprocess
import sys

import pytest

from stemmata.cli.lean import without


def test_a_package_is_hidden_within_the_block_alone() -> None:
    with without("colorsys"), pytest.raises(ModuleNotFoundError):
        sys.modules.pop("colorsys", None)
        __import__("colorsys")

    assert __import__("colorsys").rgb_to_hsv(0, 0, 0) == (0.0, 0.0, 0)


def test_arrow_makes_arrays_without_pandas_and_finds_it_afterwards() -> None:
    program = (
        "import sys, pyarrow as pa\n"
        "from stemmata.cli.lean import without\n"
        "with without('pandas'):\n"
        "    pa.array(['a'])\n"
        "print({'pandas', 'pyspark', 'duckdb'} & {*sys.modules})\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "set()\n"
