"""A heap of texts in, pairs of texts with what they share out: the door to the fast way (``heap.py``)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from stemmata import kernels
from stemmata.kernels import AlignRules, Chunk, Copies, Pairs, PostRules
from stemmata.kernels.copies import LIKENESS
from stemmata.model import Copied, Span, Stretch
from stemmata.ports import Progress
from stemmata.reuse.heap import HeapSettings, without_notices

CHUNK_BYTES = 1 << 24
"""Bytes of text laid end to end at a time: what is held twice while texts come in."""
PAIRS_AT_ONCE = 1 << 16
"""Pairs aligned between two words to whoever watches."""


def laid_end_to_end(texts: Iterable[str]) -> Iterator[Chunk]:
    """Yield the texts in UTF-8, many together; half of a surrogate pair, which no UTF-8 has, is kept as Python does."""
    held: list[bytes] = []
    size = 0
    for text in texts:
        held.append(text.encode("utf-8", "surrogatepass"))
        size += len(held[-1])
        if size >= CHUNK_BYTES:
            yield _chunk(held)
            held, size = [], 0
    if held:
        yield _chunk(held)


def _chunk(held: Sequence[bytes]) -> Chunk:
    return np.frombuffer(b"".join(held), np.uint8), np.cumsum([0, *map(len, held)], dtype=np.int64)


def find_copied(
    chunks: Sequence[Chunk], settings: HeapSettings, progress: Progress | None = None
) -> Iterator[Copied]:
    """Yield every two texts that share a stretch, sorted, with all of their stretches.

    Of texts with the same words throughout the first alone meets other texts; the others meet the first. Beside the
    texts (UTF-8) this holds less than half as much for postings, then 37 bytes for each stretch found.
    """
    if progress:
        progress.begin("pairing", None)
    pairs = kernels.find_pairs(chunks, PostRules(settings.shingle, settings.window, settings.most))
    if progress:
        progress.begin("aligning", len(pairs))
    found = _aligned(chunks, pairs, settings, progress)
    lengths = np.concatenate([np.empty(0, np.int64), *(np.diff(bounds) for _, bounds in chunks)])
    yield from copied(without_notices(found, lengths, settings))


def _aligned(
    chunks: Sequence[Chunk], pairs: Pairs, settings: HeapSettings, progress: Progress | None
) -> Copies:
    rules = AlignRules(settings.seed, settings.repeats, settings.gap, settings.near, settings.revised)
    parts: list[Copies] = []
    for start in range(0, max(1, len(pairs)), PAIRS_AT_ONCE):
        some = slice(start, start + PAIRS_AT_ONCE)
        part = Pairs(pairs.left[some], pairs.right[some], pairs.crowded)
        parts.append(kernels.find_copies(chunks, part, rules, settings.fewest))
        if progress:
            progress.advance(len(part))
    columns = (
        np.concatenate([getattr(part, column) for part in parts]) for column in Copies.__dataclass_fields__
    )
    return Copies(*columns)


def copied(found: Copies) -> Iterator[Copied]:
    """Yield columns of stretches, sorted by their texts, as records, one for each two texts."""
    fresh = np.append(True, (found.left[1:] != found.left[:-1]) | (found.right[1:] != found.right[:-1]))
    bounds = [*np.flatnonzero(fresh[: len(found)]).tolist(), len(found)]
    for first, last in pairwise(bounds):
        yield Copied(int(found.left[first]), int(found.right[first]), tuple(_stretches(found, first, last)))


def _stretches(found: Copies, first: int, last: int) -> Iterator[Stretch]:
    columns = (
        found.left_start,
        found.left_end,
        found.right_start,
        found.right_end,
        found.likeness,
        found.matched,
    )
    for one, two, three, four, kind, words in zip(
        *(column[first:last].tolist() for column in columns), strict=True
    ):
        yield Stretch(Span(one, two), Span(three, four), LIKENESS[kind], words)


def text_of(chunks: Sequence[Chunk], firsts: Sequence[int], number: int) -> str:
    """Return text ``number``; ``firsts`` numbers the first text of each chunk."""
    place = int(np.searchsorted(firsts, number, "right")) - 1
    data, bounds = chunks[place]
    row = number - firsts[place]
    return data[bounds[row] : bounds[row + 1]].tobytes().decode("utf-8", "surrogatepass")
