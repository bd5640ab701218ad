"""Rows on their way: drawn when they are asked for, kept for whoever asks again."""

from collections.abc import Iterable, Iterator

import pyarrow as pa

from stemmata.engines.attic import Attic, Place
from stemmata.engines.packing import from_bytes, to_bytes
from stemmata.errors import StemmataError


class Frame:
    """Batches of one schema, drawn from ``batches`` once; beyond ``held`` bytes they lie in a temporary file."""

    def __init__(self, batches: Iterable[pa.RecordBatch], schema: pa.Schema, *, held: int) -> None:
        self.schema = schema
        self._coming = iter(batches)
        self._held = held
        self._size = 0
        self._broken = False
        self._kept: list[pa.RecordBatch | Place] = []
        self._attic = Attic()

    def batches(self) -> Iterator[pa.RecordBatch]:
        """Yield all batches that have rows, in their order; several may draw at a time."""
        position = 0
        while position < len(self._kept) or self._draw():
            batch = self._kept[position]
            yield from_bytes(self._attic.get(batch)) if isinstance(batch, Place) else batch
            position += 1

    def size(self) -> int:
        """Return how many bytes all batches have in memory."""
        while self._draw():
            pass
        return self._size

    def _draw(self) -> bool:
        """Take in the next batch, if there is one."""
        if self._broken:
            raise StemmataError("These rows broke off when they were first asked for.")
        self._broken = True
        batch = next((batch for batch in self._coming if batch.num_rows), None)
        self._broken = False
        if batch is None:
            return False
        if names_and_types(batch.schema) != names_and_types(self.schema):
            raise TypeError(f"columns {batch.schema} came where these were promised: {self.schema}")
        self._size += batch.nbytes
        self._kept.append(
            batch if self._size <= self._held else self._attic.put(to_bytes(batch, compression="lz4"))
        )
        return True


def names_and_types(schema: pa.Schema) -> list[tuple[str, pa.DataType]]:
    """Return what two schemas must share to be one: nullability is a note, not a form."""
    return [(field.name, field.type) for field in schema]
