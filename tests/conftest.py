"""What all tests share: a calm hypothesis profile, and where the evaluation data lies."""

import os
from collections.abc import Generator
from pathlib import Path
from shutil import which

import pytest
from hypothesis import settings

settings.register_profile("calm", deadline=None, derandomize=bool(os.environ.get("CI")), max_examples=60)
settings.load_profile("calm")

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of real texts beside the project, or skip saying why."""
    folder = (PROJECT / os.environ.get("STEMMATA_SHARED", "../shared")).resolve()
    if not (folder / "seeds").is_dir():
        pytest.skip("the evaluation data is not here (set STEMMATA_SHARED to its folder)")
    return folder


@pytest.fixture(scope="session")
def example() -> Path:
    """Return the folder of the invented news day."""
    return PROJECT / "examples" / "harbour-day"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return Debian's Chromium, or skip saying how to get it."""
    path = which("chromium")
    if path is None:
        pytest.skip("Debian's chromium is not installed (apt-get install chromium)")
    return path


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where nothing may be skipped, turn a skip into a failure that keeps its reason."""
    report = yield
    if report.skipped and os.environ.get("STEMMATA_SKIP_NOTHING") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped where nothing may be: {report.longrepr}"
    return report
