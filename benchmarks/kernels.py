"""How fast the kernels are: megabytes of text a CPU-second, compiled beside reference.

Run as ``python benchmarks/kernels.py [megabytes]``. The texts are made up from a word list made up here,
with the spread of word lengths and frequencies of English news; each figure is the best of several runs.
"""

import random
import sys
from collections import deque
from collections.abc import Iterator
from itertools import accumulate

from clock import fastest
from stemmata.kernels import COMPILED, reference
from stemmata.kernels.arrays import SEED
from stemmata.kernels.backend import LOOPS, Loops
from stemmata.kernels.mixing import slot_parameters

WIDTH, SLOTS = 5, 128
WORDS_PER_TEXT = 450
BATCH = 50
"""Texts a call: small columns are reused by the allocator, those of megabytes are fresh pages each time."""
KINDS = {"English": "bcdfghklmnprstvw aeiou", "Russian": "бвгдзклмнпрст аеиоу"}


def main(megabytes: float) -> None:
    """Print one line per kind of text and backend."""
    backends: dict[str, tuple[Loops, int, float]] = {"reference": (reference, 3, megabytes / 10)}
    if COMPILED:
        backends = {"compiled": (LOOPS, 9, megabytes)} | backends
    print(f"{'':21}{'tokenise':>10}{'shingle':>10}{'minhash':>10}{'all, MB/s':>11}{'texts/s':>10}")
    for kind, letters in KINDS.items():
        for name, (loops, repeats, size) in backends.items():
            print(f"{kind:10} {name:10}" + _measure(loops, list(_texts(letters, size)), repeats))


def _texts(letters: str, megabytes: float) -> Iterator[str]:
    """Make up texts of about 450 words: syllables for words, Zipf's law for their frequencies."""
    draw = random.Random(7)  # noqa: S311 - no secret
    consonants, vowels = letters.split()
    words = [
        "".join(draw.choice(consonants) + draw.choice(vowels) for _ in range(draw.choice((1, 2, 2, 3, 3, 4))))
        for _ in range(20_000)
    ]
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    made = 0
    while made < megabytes * 1e6:
        sentences = (draw.choices(words, cum_weights=weights, k=18) for _ in range(WORDS_PER_TEXT // 18))
        text = " ".join(f"{' '.join(sentence).capitalize()}." for sentence in sentences)
        made += len(text.encode())
        yield text


def _measure(loops: Loops, texts: list[str], repeats: int) -> str:
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    batches = [texts[start : start + BATCH] for start in range(0, len(texts), BATCH)]
    rows, hashes, _, _ = loops.tokenise(texts)
    shingle_rows, shingles = loops.shingle(rows, hashes, WIDTH)
    factors, shifts = slot_parameters(SLOTS, SEED)
    seconds = [
        fastest(repeats, lambda: deque(map(loops.tokenise, batches), maxlen=0)),
        fastest(repeats, lambda: loops.shingle(rows, hashes, WIDTH)),
        fastest(repeats, lambda: loops.minhash(shingle_rows, shingles, factors, shifts)),
    ]
    speeds = "".join(f"{megabytes / taken:10.1f}" for taken in seconds)
    return f"{speeds}{megabytes / sum(seconds):11.1f}{len(texts) / sum(seconds):10.0f}"


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 10.0)
