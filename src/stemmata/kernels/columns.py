"""What the kernels take and give: flat columns over many texts at once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Counts = NDArray[np.int64]
Offsets = NDArray[np.int32]
Hashes = NDArray[np.uint64]
Slots = NDArray[np.uint32]
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of many texts; text ``i`` owns the tokens ``rows[i]`` to ``rows[i + 1]``."""

    rows: Counts
    hashes: Hashes
    """A 64-bit hash of each word's folded form; equal on every machine and backend."""
    starts: Offsets
    """Where each word starts in its own text, in code points."""
    ends: Offsets
    """Where it ends, exclusive: ``text[start:end]`` is the word as printed."""

    def __len__(self) -> int:
        """Count the texts."""
        return len(self.rows) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Shingles:
    """Runs of consecutive words; shingle ``k`` of a text starts at that text's token ``k``."""

    rows: Counts
    hashes: Hashes

    def __len__(self) -> int:
        """Count the texts."""
        return len(self.rows) - 1
