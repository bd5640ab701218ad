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

    patience: float = 40.0
    """CPU-seconds one batch may take a worker before it is given up and its rows are tried one by one:
    64 pages take about one."""

    row_patience: float = 25.0
    """CPU-seconds one such row may take: more than a page is given by ``ReadSettings.most_seconds``, which the step
    keeps itself wherever Python can look at its watch."""

    stall: float = 8.0
    """How many times as long either may take by the clock: the machine is busy, or the step waits for nothing."""

    memory: int = 2 * 2**30
    """Bytes a worker may allocate before what it works on is given up. A worker that reads pages needs a tenth."""

    inline_row_bytes: int = 2 * 2**20
    """Rows longer than this are never worked on in this process, where nothing could stop a parser gone astray. Of
    1,758 saved pages the longest had 1.6 MB; to start a worker takes little beside reading a longer one."""

    held: int = 64 * 2**20
    """Bytes of a frame kept in memory; what is more goes to a temporary file. Of saved pages, about a thousand."""

    held_rows: int = 256 * 2**20
    """Bytes of rows up to which all are kept in memory for their meetings: some 130,000 articles. To fetch one from
    the temporary file takes 40 microseconds more."""

    held_postings: int = 2**23
    """Postings sorted at a time, 60 bytes each meanwhile. Where there are more, they are drawn once for each share of
    the keys: 100 million in 12 shares."""

    pending_pairs: int = 2**22
    """Pairs counted before they are added up, 24 bytes each."""
