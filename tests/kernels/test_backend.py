import logging
import os
import subprocess
import sys

import pytest

from stemmata.kernels import backend, reference

ASK = "import stemmata.kernels as kernels; print(kernels.BACKEND, kernels.COMPILED, len(kernels.tokenise(['a b']).hashes))"


def test_the_reference_can_be_asked_for() -> None:
    environment = os.environ | {"STEMMATA_KERNELS": "reference"}

    done = subprocess.run(
        [sys.executable, "-c", ASK], capture_output=True, text=True, env=environment, check=True
    )

    assert (done.stdout, done.stderr) == ("reference False 2\n", "")


def test_without_the_compiled_kernels_the_log_says_so_and_the_reference_runs(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("STEMMATA_KERNELS", raising=False)
    monkeypatch.setitem(sys.modules, "stemmata.kernels._compiled", None)
    monkeypatch.delattr("stemmata.kernels._compiled", raising=False)

    with caplog.at_level(logging.WARNING, logger="stemmata"):
        name, loops = backend.choose()

    assert (name, loops) == ("reference", reference)
    assert "install a C++17 compiler" in caplog.text
