"""Words, shingles and sketches of many texts at once: the functions other rooms call."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stemmata.errors import BadInput, UsageError
from stemmata.kernels.backend import LOOPS
from stemmata.kernels.columns import Bytes, Counts, Shingles, Slots, Tokens
from stemmata.kernels.mixing import slot_parameters

SEED = 20230728
"""Any number does; changing it changes every stored sketch."""
_LONGEST = 2**31 - 1


def tokenise(texts: Sequence[str]) -> Tokens:
    """Find the words of each text and hash their folded forms.

    A word is a maximal run of letters, digits and marks (Unicode L, N and M; a mark never starts one).
    An apostrophe stays inside between two letters, a point or comma between two digits; hyphens and
    dashes split. Letters of Han, Hiragana, Katakana, Thai, Lao, Khmer and Myanmar are one word each,
    with the marks that follow. Soft hyphens, zero-width and other invisible characters inside a word
    neither split it nor count in its hash. Offsets are in code points. Fastest with some hundred texts
    a call, whose columns the allocator reuses.
    """
    texts = texts if isinstance(texts, list | tuple) else tuple(texts)
    if any(len(text) > _LONGEST for text in texts):
        raise BadInput("A text is longer than 2,147,483,647 characters. Cut it into parts first.")
    return Tokens(*LOOPS.tokenise(texts))


def tokenise_utf8(data: Bytes, bounds: NDArray[np.int64] | NDArray[np.int32]) -> Tokens:
    """Do as :func:`tokenise` for UTF-8 laid end to end, as in the buffers of an Arrow string array.

    Text ``i`` is ``data[bounds[i]:bounds[i + 1]]``; ``data`` is not copied. An encoded surrogate is one
    code point; of what is not UTF-8, each byte is one code point; neither belongs to a word.
    """
    places: Counts = np.ascontiguousarray(bounds, dtype=np.int64)
    lengths = np.diff(places)
    if not len(places) or places[0] < 0 or places[-1] > len(data) or (lengths < 0).any():
        raise BadInput(f"The bounds must rise from 0 or more to at most {len(data)}, the length of the data.")
    if (lengths > _LONGEST).any():
        raise BadInput("A text is longer than 2,147,483,647 bytes. Cut it into parts first.")
    return Tokens(*LOOPS.tokenise_utf8(np.ascontiguousarray(data, dtype=np.uint8), places))


def shingle(tokens: Tokens, width: int) -> Shingles:
    """Hash every run of ``width`` consecutive words, in their order; a shorter text has none."""
    if width < 1:
        raise UsageError(f"A shingle holds one word or more, not {width}.")
    return Shingles(*LOOPS.shingle(tokens.rows, tokens.hashes, width))


def minhash(shingles: Shingles, slots: int = 128, seed: int = SEED) -> Slots:
    """Sketch each text: the share of equal slots of two rows estimates the Jaccard index of their shingles.

    The error of that estimate is about ``sqrt(J * (1 - J) / slots)``. A text without shingles has the
    greatest value everywhere. Method: Broder 1997, one multiply-add-xor hash per slot.
    """
    if slots < 1:
        raise UsageError(f"A sketch holds one slot or more, not {slots}.")
    return LOOPS.minhash(shingles.rows, shingles.hashes, *slot_parameters(slots, seed))
