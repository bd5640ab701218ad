"""What all tests share: a calm hypothesis profile, and where the evaluation data lies."""

import os
from pathlib import Path

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
