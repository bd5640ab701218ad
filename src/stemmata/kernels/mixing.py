"""The arithmetic of the hashes, stated once in plain integers. ``mixing.hpp`` says the same in C++."""

from functools import cache

import numpy as np

from stemmata.kernels.columns import Slots
from stemmata.kernels.letters import fold

MASK = 2**64 - 1
START = 0x9E3779B97F4A7C15
STEP = 0xD6E8FEB86659FD93
SHINGLE_BASE = 0xA0761D6478BD642F
FIRST = 0xFF51AFD7ED558CCD
SECOND = 0xC4CEB9FE1A85EC53
CHUNK = 8


def finish(state: int) -> int:
    """Spread every bit over all 64: the finaliser of MurmurHash3 (Appleby, public domain)."""
    state = ((state ^ (state >> 33)) * FIRST) & MASK
    state = ((state ^ (state >> 33)) * SECOND) & MASK
    return state ^ (state >> 33)


def hash_word(word: str) -> int:
    """Hash the folded form of a word, eight bytes of its UTF-8 at a time; :func:`tokenise` gives the word this hash."""
    folded = fold(word).encode("utf-8", "surrogatepass")
    state = START
    for place in range(0, len(folded), CHUNK):
        state = ((state ^ int.from_bytes(folded[place : place + CHUNK], "little")) * STEP) & MASK
        state ^= state >> 32
    return finish(state)


@cache
def slot_parameters(slots: int, seed: int) -> tuple[Slots, Slots]:
    """Draw an odd factor and a shift for each MinHash slot (SplitMix64 counted from the seed)."""
    drawn = [finish((seed + 1 + place) * START & MASK) for place in range(slots)]
    words = np.array(drawn, dtype=np.uint64)
    factors = (words & np.uint64(0xFFFFFFFF)).astype(np.uint32) | np.uint32(1)
    shifts = (words >> np.uint64(32)).astype(np.uint32)
    return factors, shifts
