from collections.abc import Sequence

from stemmata.kernels.columns import Bytes, Counts, Hashes, Numbers, Offsets, Slots
from stemmata.kernels.lines import Table
from stemmata.kernels.markup import MarkupPage

def tokenise(texts: Sequence[str], /) -> tuple[Counts, Hashes, Offsets, Offsets]: ...
def tokenise_utf8(data: Bytes, bounds: Counts, /) -> tuple[Counts, Hashes, Offsets, Offsets]: ...
def shingle(rows: Counts, hashes: Hashes, width: int, /) -> tuple[Counts, Hashes]: ...
def minhash(rows: Counts, hashes: Hashes, factors: Slots, shifts: Slots, /) -> Slots: ...
def winnow(rows: Counts, hashes: Hashes, window: int, /) -> tuple[Counts, Hashes]: ...
def align(
    rows: Counts,
    words: Hashes,
    paragraphs: Offsets,
    lefts: Counts,
    rights: Counts,
    seed: int,
    repeats: int,
    gap: int,
    near: float,
    revised: float,
    /,
) -> tuple[Counts, Counts, Bytes, Offsets, Offsets, Offsets]: ...
def find_pairs(
    chunks: Sequence[tuple[Bytes, Counts]], width: int, window: int, most: int, threads: int, /
) -> tuple[Slots, Slots, int]: ...
def find_copies(
    chunks: Sequence[tuple[Bytes, Counts]],
    lefts: Slots,
    rights: Slots,
    seed: int,
    repeats: int,
    gap: int,
    near: float,
    revised: float,
    fewest: int,
    threads: int,
    /,
) -> tuple[Slots, Slots, Offsets, Offsets, Offsets, Offsets, Offsets, Bytes]: ...
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
def read_markup_utf8(content: bytes, /) -> MarkupPage | None: ...

class LineFinder:
    def __init__(self, phrases: list[str], groups: list[int], count: int, /) -> None: ...
    def count(
        self, low: str, starts: Counts, ends: Counts, flat: bool, opening: int, /
    ) -> tuple[Table, Table]: ...

class LineBook:
    def __init__(
        self,
        labels: list[str],
        openings: list[str],
        terms: list[str],
        edges: str,
        bullets: str,
        kinds: Bytes,
        /,
    ) -> None: ...
    def measure(self, text: str, low: str, starts: Counts, ends: Counts, /) -> Table: ...

def measure_marks(
    tags: Counts, traits: Counts, homes: Counts, columns: Table, meaning: tuple[int, ...], /
) -> Table: ...
def measure_kin(
    tags: Counts, traits: Counts, homes: Counts, columns: Table, meaning: tuple[int, ...], guess: Numbers, /
) -> Table: ...
def measure_context(
    low: str,
    starts: Counts,
    ends: Counts,
    guess: Numbers,
    words: Numbers,
    sure: float,
    edge: float,
    longest: int,
    /,
) -> Table: ...
