"""A batch as bytes, its schema with it."""

import pyarrow as pa


def to_bytes(batch: pa.RecordBatch, *, compression: str | None = None) -> bytes:
    """Return a batch in Arrow's stream format; of a slice, only its own rows."""
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression=compression)
    with pa.ipc.new_stream(sink, batch.schema, options=options) as writer:
        writer.write_batch(batch)
    return bytes(sink.getvalue())


def from_bytes(raw: bytes) -> pa.RecordBatch:
    """Return the batch that ``to_bytes`` was given."""
    return pa.ipc.open_stream(raw).read_next_batch()
