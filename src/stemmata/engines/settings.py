"""How the local engine divides its work."""

import os
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LocalSettings:
    """Sizes and limits. No answer depends on them; time and memory do."""

    batch_rows: int = 64
    """Rows that a step gets at once. Set by hand: a batch of pages should take well under a second."""

    batch_pairs: int = 2048
    """Pairs that meet at once. Set by hand: the rows they name are brought along, each once."""

    inline_rows: int = 256
    """Up to this many rows are worked on in this process: two workers need about half a second to start."""

    inline_bytes: int = 64 * 2**20
    """Up to this many bytes are looked at before that is decided."""

    workers: int = field(default_factory=lambda: len(os.sched_getaffinity(0)))
    """Worker processes for more rows than that; by default one for each core we may use."""

    patience: float = 120.0
    """Seconds one batch may take a worker before it is given up and its rows are tried one by one."""

    row_patience: float = 30.0
    """Seconds one such row may take."""

    held: int = 256 * 2**20
    """Bytes of a frame kept in memory; what is more goes to a temporary file."""

    pending_pairs: int = 2**22
    """Pairs counted before they are added up, 24 bytes each."""
