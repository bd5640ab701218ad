"""Apache Spark, started once for all tests: that takes six seconds."""

import os
from collections.abc import Iterator
from shutil import which
from types import ModuleType
from typing import Any

import pytest

HOW = "Spark is not installed (pip install 'stemmata[spark]')"


@pytest.fixture(scope="session")
def spark() -> ModuleType:
    """Return our Spark engine's room, or skip saying how to get what is missing."""
    for needed in ("pandas", "pyspark"):
        pytest.importorskip(needed, reason=HOW)
    if which("java") is None and not os.environ.get("JAVA_HOME"):
        pytest.skip("Java is not installed (apt-get install default-jre-headless)")
    return pytest.importorskip("stemmata.engines.spark")


@pytest.fixture(scope="session")
def spark_session(spark: ModuleType) -> Iterator[Any]:
    """Yield a Spark session on two cores of this machine."""
    with spark.opened("local[2]") as session:
        yield session
