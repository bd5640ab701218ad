"""What the golden tests share: the benchmarks' judge, our example traced once, and how to renew an answer."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.append(str(PROJECT / "benchmarks"))


@pytest.fixture(scope="session")
def truth(example: Path) -> dict[str, Any]:
    """Return what is true of our example."""
    return dict(json.loads((example / "truth.json").read_text(encoding="utf-8")))
