"""Which kernels run: the compiled ones, or their reference where those were not built."""

import logging
import os
from collections.abc import Sequence
from typing import Protocol

from stemmata.kernels import reference
from stemmata.kernels.columns import Bytes, Counts, Hashes, Numbers, Offsets, Slots

_SLOWER = (
    "The compiled kernels of stemmata are not installed: its slower Python ones are used, with the same answers. "
    "To get the compiled ones, install a C++17 compiler (g++ or clang++) and reinstall stemmata from source, "
    "or install a wheel made for this system."
)


class Trees(Protocol):
    """Decision trees that were made ready once and are asked often."""

    def scores(self, table: Numbers, rows: int, /) -> Numbers:
        """Give one sum per row."""


class Loops(Protocol):
    """The inner loops, on bare arrays."""

    def tokenise(self, texts: Sequence[str], /) -> tuple[Counts, Hashes, Offsets, Offsets]:
        """Give rows, hashes, starts and ends."""

    def tokenise_utf8(self, data: Bytes, bounds: Counts, /) -> tuple[Counts, Hashes, Offsets, Offsets]:
        """Give the same for UTF-8 laid end to end."""

    def shingle(self, rows: Counts, hashes: Hashes, width: int, /) -> tuple[Counts, Hashes]:
        """Give rows and hashes."""

    def minhash(self, rows: Counts, hashes: Hashes, factors: Slots, shifts: Slots, /) -> Slots:
        """Give one row of slots per text."""

    def Trees(  # noqa: N802 - a class of theirs
        self,
        roots: Offsets,
        depths: Offsets,
        columns: Offsets,
        children: Offsets,
        thresholds: Numbers,
        values: Numbers,
        /,
    ) -> Trees:
        """Give the trees of a forest, ready to be asked."""


def choose() -> tuple[str, Loops]:
    """Give the name and the loops of the backend; ``STEMMATA_KERNELS=reference`` asks for the slow one."""
    if os.environ.get("STEMMATA_KERNELS") == "reference":
        return "reference", reference
    try:
        from stemmata.kernels import _compiled  # noqa: PLC0415 - absent where no compiler was found
    except ImportError:
        logging.getLogger("stemmata").warning(_SLOWER)
        return "reference", reference
    return "compiled", _compiled


BACKEND, LOOPS = choose()
COMPILED = BACKEND == "compiled"
