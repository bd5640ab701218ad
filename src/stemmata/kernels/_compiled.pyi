from collections.abc import Sequence

from stemmata.kernels.columns import Bytes, Counts, Hashes, Numbers, Offsets, Slots
from stemmata.kernels.markup import MarkupPage

def tokenise(texts: Sequence[str], /) -> tuple[Counts, Hashes, Offsets, Offsets]: ...
def tokenise_utf8(data: Bytes, bounds: Counts, /) -> tuple[Counts, Hashes, Offsets, Offsets]: ...
def shingle(rows: Counts, hashes: Hashes, width: int, /) -> tuple[Counts, Hashes]: ...
def minhash(rows: Counts, hashes: Hashes, factors: Slots, shifts: Slots, /) -> Slots: ...
def forest_scores(
    table: Numbers,
    rows: int,
    roots: Offsets,
    depths: Offsets,
    columns: Offsets,
    children: Offsets,
    thresholds: Numbers,
    values: Numbers,
    /,
) -> Numbers: ...
def read_markup(html: str, /) -> MarkupPage: ...
