"""How work is divided among the workers of a Spark cluster."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SparkSettings:
    """Sizes and limits. No answer depends on them; time and memory do."""

    batch_rows: int = 8
    """Rows that a step gets at once: so few that a dozen pages are more than one worker's."""

    batch_bytes: int = 16 * 2**20
    """Bytes after which a batch is full whatever its rows, and what Spark hands a Python worker at once."""

    batch_pairs: int = 2048
    """Pairs that meet at once, as on the local engine."""

    load_bytes: int = 64 * 2**20
    """Bytes of rows that are handed over to Spark at once, each such load then held by the
    workers; and of an answer that is fetched at once."""

    share_bytes: int = 32 * 2**20
    """Bytes of loaded rows for each part that what comes of them is sorted and counted in: a worker holds one part."""

    pending_pairs: int = 2**20
    """Pairs that one worker counts before it adds them up, 24 bytes each."""

    parts: int = 16
    """Parts for each core, at most, that meetings are divided into: enough that no core waits for another's last."""

    answer_seconds: float = 5.0
    """Seconds that a master is given to take a connection."""

    worker_seconds: float = 60.0
    """Seconds that a cluster is given to lend its first worker: on one idle machine that takes three."""
