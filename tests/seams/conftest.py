"""Apache Spark, started once for all tests: that takes six seconds."""

import os
from collections.abc import Iterator
from importlib import import_module
from shutil import which
from types import ModuleType
from typing import Any

import pytest

HOW = "Spark is not installed (pip install 'stemmata[spark]')"


@pytest.fixture(scope="session")
def pyspark() -> ModuleType:
    """Return Spark's Python, or skip saying how to get what is missing."""
    pytest.importorskip("pandas", reason=HOW)
    found: ModuleType = pytest.importorskip("pyspark", reason=HOW)
    if which("java") is None and not os.environ.get("JAVA_HOME"):
        pytest.skip("Java is not installed (apt-get install default-jre-headless)")
    return found


@pytest.fixture(scope="session")
def spark_session(pyspark: ModuleType) -> Iterator[Any]:
    """Yield a Spark session on two cores of this machine."""
    room = import_module("stemmata.engines.spark.session")
    with room.opened("local[2]") as session:
        yield session
