"""What the engine and its worker processes send each other."""

import pickle
from collections.abc import Iterable

import pyarrow as pa

from stemmata.engines.packing import from_bytes, to_bytes

READY = b"ready"
DONE = b"+"
FAILED = b"-"


def packed(batches: Iterable[pa.RecordBatch]) -> bytes:
    """Return batches as bytes; of a slice, only its own rows."""
    return pickle.dumps([to_bytes(batch) for batch in batches])


def unpacked(raw: bytes) -> tuple[pa.RecordBatch, ...]:
    """Return the batches that ``packed`` was given. The bytes come from a process that we started."""
    return tuple(map(from_bytes, pickle.loads(raw)))  # noqa: S301


def packed_error(error: BaseException) -> bytes:
    """Return an error as bytes; one that cannot travel goes by its words."""
    try:
        raw = pickle.dumps(error)
        pickle.loads(raw)  # noqa: S301
    except Exception:  # noqa: BLE001 - whatever an error of unknown make does when it is packed
        return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
    return raw
