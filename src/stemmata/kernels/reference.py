"""The kernels in plain Python and NumPy: what the compiled ones must equal, and their stand-in."""

import codecs
import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from stemmata.kernels.columns import Bytes, Counts, Hashes, Numbers, Offsets, Slots
from stemmata.kernels.letters import kinds
from stemmata.kernels.mixing import FIRST, SECOND, SHINGLE_BASE, hash_word

_ODD_BYTES = "stemmata.odd-bytes"
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")

_Columns = tuple[Counts, Hashes, Offsets, Offsets]


@cache
def _word() -> re.Pattern[str]:
    """Read a word in a string of kinds. Possessive throughout: linear on any input."""
    letter = r"a(?:z*+m)*+(?:z*+'(?=z*+a))?+"
    digit = r"1(?:z*+m)*+(?:z*+\.(?=z*+1))?+"
    return re.compile(rf"h(?:z*+m)*+|(?:{letter}|{digit})(?:z*+(?:{letter}|{digit}))*+")


def tokenise(texts: Sequence[str]) -> _Columns:
    """Give rows, hashes, starts and ends of the words of every text."""
    known: dict[str, int] = {}
    hashes, starts, ends, rows = array("Q"), array("i"), array("i"), array("q", [0])
    for text in texts:
        for found in _word().finditer(kinds(text)):
            start, end = found.span()
            word = text[start:end]
            if word not in known:
                known[word] = hash_word(word)
            hashes.append(known[word])
            starts.append(start)
            ends.append(end)
        rows.append(len(hashes))
    return (
        np.array(rows, dtype=np.int64),
        np.array(hashes, dtype=np.uint64),
        np.array(starts, dtype=np.int32),
        np.array(ends, dtype=np.int32),
    )


def tokenise_utf8(data: Bytes, bounds: Counts) -> _Columns:
    """Do the same for texts laid end to end as UTF-8; text ``i`` is ``data[bounds[i]:bounds[i + 1]]``."""
    buffer = data.tobytes()
    places = bounds.tolist()
    return tokenise([_decode(buffer[here:there]) for here, there in pairwise(places)])


def _decode(text: bytes) -> str:
    codecs.register_error(_ODD_BYTES, _replace_odd_bytes)
    return text.decode("utf-8", _ODD_BYTES)


def _replace_odd_bytes(error: UnicodeError) -> tuple[str, int]:
    """Read an encoded surrogate as itself, and any other byte that is not UTF-8 as one U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    surrogate = _SURROGATE.match(error.object, error.start)
    if surrogate:
        return surrogate[0].decode("utf-8", "surrogatepass"), surrogate.end()
    return "\ufffd", error.start + 1


def shingle(rows: Counts, hashes: Hashes, width: int) -> tuple[Counts, Hashes]:
    """Give rows and hashes of every run of ``width`` tokens: a polynomial in the token hashes."""
    kept = np.maximum(np.diff(rows) - width + 1, 0)
    new_rows = np.concatenate([[0], np.cumsum(kept)]).astype(np.int64)
    firsts = np.arange(new_rows[-1]) + np.repeat(rows[:-1] - new_rows[:-1], kept)
    state = np.zeros(len(firsts), dtype=np.uint64)
    for place in range(width):
        state = state * np.uint64(SHINGLE_BASE) + hashes[firsts + place]
    return new_rows, _finish(state)


def _finish(state: Hashes) -> Hashes:
    state = (state ^ (state >> np.uint64(33))) * np.uint64(FIRST)
    state = (state ^ (state >> np.uint64(33))) * np.uint64(SECOND)
    return state ^ (state >> np.uint64(33))


def minhash(rows: Counts, hashes: Hashes, factors: Slots, shifts: Slots) -> Slots:
    """Give the smallest value of each slot's hash over the shingles of each text."""
    low = (hashes & np.uint64(0xFFFFFFFF)).astype(np.uint32)[:, None]
    high = (hashes >> np.uint64(32)).astype(np.uint32)[:, None]
    least = np.full((len(rows) - 1, len(factors)), 0xFFFFFFFF, dtype=np.uint32)
    for text, (here, there) in enumerate(pairwise(rows.tolist())):
        if here < there:
            least[text] = ((low[here:there] * factors) ^ (high[here:there] + shifts)).min(axis=0)
    return least


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """The nodes of decision trees end to end: see ``forest.py``."""

    roots: Offsets
    depths: Offsets
    columns: Offsets
    children: Offsets
    thresholds: Numbers
    values: Numbers

    def scores(self, table: Numbers, rows: int) -> Numbers:
        """Give the sum of the leaves that each row comes to, tree after tree."""
        flat = np.arange(rows) * (len(table) // max(rows, 1))
        sums = np.zeros(rows)
        for root, depth in zip(self.roots.tolist(), self.depths.tolist(), strict=True):
            at = np.full(rows, root, np.int64)
            for _ in range(depth):
                at = self.children[at] + (table[flat + self.columns[at]] > self.thresholds[at])
            sums += self.values[at]
        return sums
