"""Lets the tests of this folder use the measures of ``benchmarks``."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent.parent / "benchmarks"))
