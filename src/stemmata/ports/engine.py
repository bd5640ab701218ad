"""Where rows meet: the seam between the stages and a machine.

Arrow is named here for the type checker alone: it takes longer to import than ``stemmata --help`` may take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    import pyarrow as pa

F = TypeVar("F")

Step: TypeAlias = Callable[["pa.RecordBatch"], "pa.RecordBatch"]
"""Rows in, rows out; called with batches of any size, on any worker, so it must be picklable and pure."""

Loss: TypeAlias = Callable[["pa.RecordBatch", str], "pa.RecordBatch"]
"""Rows that cost their worker its life, and how (``crashed`` or ``too-slow``), in; the rows that stand for them out."""

Meeting: TypeAlias = Callable[["pa.RecordBatch", "pa.RecordBatch"], "pa.RecordBatch"]
"""Pairs (``left``, ``right``, ``shared``) and the rows they name, each once and keyed by ``id``; rows out."""


class Engine(Protocol[F]):
    """Two doors and three verbs over frames ``F`` that only the engine can look into.

    A stage says what must meet what; the engine knows where. Every engine gives equal answers, whatever the
    order or size of its batches.
    """

    def load(self, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> F:
        """Take rows in."""
        ...

    def collect(self, frame: F) -> Iterator[pa.RecordBatch]:
        """Give rows out, in a stable order."""
        ...

    def each(self, step: Step, frame: F, schema: pa.Schema, *, lost: Loss | None = None) -> F:
        """Run ``step`` over all rows; ``schema`` is what it gives.

        A row whose worker died or hung goes to ``lost`` with how, which gives rows of the same schema; without it the
        job fails with ``StemmataError``.
        """
        ...

    def pairs(self, frame: F, *, key: str, row: str, most: int) -> F:
        """Return the ids of column ``row`` that share a value of column ``key``.

        Columns ``left`` < ``right`` and ``shared`` (int64: how many distinct keys both have), sorted. A key that more
        than ``most`` distinct rows have is left out: it is a formula, and its pairs would grow with the square.
        """
        ...

    def meet(self, meeting: Meeting, pairs: F, rows: F, schema: pa.Schema) -> F:
        """Bring both rows of each pair together and run ``meeting`` on them; ``rows`` has a column ``id``.

        ``pairs`` are those of ``pairs`` or some of them, sorted by ``left`` and ``right``; what comes of them keeps
        their order.
        """
        ...
