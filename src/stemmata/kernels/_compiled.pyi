from collections.abc import Sequence

from stemmata.kernels.columns import Bytes, Counts, Hashes, Numbers, Offsets, Slots
from stemmata.kernels.cues import Made
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
def cut(text: str, start: int, end: int, last: bool, make: type[Made], found: list[Made], /) -> None: ...
def heard(text: str, start: int, end: int, /) -> frozenset[str] | None: ...
def read_markup(html: str, /) -> MarkupPage: ...
def read_markup_utf8(content: bytes, /) -> MarkupPage | None: ...

class Trees:
    def __init__(
        self,
        roots: Offsets,
        depths: Offsets,
        columns: Offsets,
        children: Offsets,
        thresholds: Numbers,
        values: Numbers,
        /,
    ) -> None: ...
    def scores(self, table: Numbers, rows: int, /) -> Numbers: ...

class LineFinder:
    def __init__(self, phrases: list[str], groups: list[int], count: int, /) -> None: ...
    def places(self, text: str, /) -> list[tuple[int, int]]: ...

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

class LinePage:
    def __init__(
        self, text: str, low: str, spans: Sequence[object], marks: Sequence[object], tags: dict[str, int], /
    ) -> None: ...
    def measure_words(self, book: LineBook, table: Table, at: int, /) -> None: ...
    def measure_marks(self, meaning: tuple[int, ...], table: Table, at: int, /) -> None: ...
    def measure_promised(
        self, meaning: tuple[int, ...], titles: list[str], summary: str, story: str, table: Table, at: int, /
    ) -> None: ...
    def measure_talk(self, speech: LineFinder, named: LineFinder, table: Table, at: int, /) -> None: ...
    def measure_text_talk(self, speech: LineFinder, table: Table, at: int, /) -> None: ...
    def measure_context(
        self, guess: Numbers, lending: tuple[float, float, int], table: Table, at: int, /
    ) -> None: ...
    def measure_kin(self, meaning: tuple[int, ...], guess: Numbers, table: Table, at: int, /) -> None: ...
    def brief(self, traits: int, most: float, /) -> list[int]: ...
    def words(self) -> Numbers: ...
