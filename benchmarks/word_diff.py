"""How fast two wordings are compared word by word: microseconds of CPU a pair, ours beside RapidFuzz, our reference and difflib.

``python benchmarks/word_diff.py``. Rows are of invented words; the right one has a fifth of the left one's words replaced. RapidFuzz and ours
give the same answer; difflib looks for long runs and gives another.
"""

import random
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from rapidfuzz.distance import LCSseq

from stemmata.kernels import COMPILED, diff_reference, word_diff

LENGTHS = (20, 100, 400, 2000)
WORK = 20_000
"""Words compared for each figure."""
Row = Sequence[str]
Runs = list[tuple[int, int, int]]


def ours(left: Row, right: Row) -> Runs:
    return [(one.left, one.right, one.left_end - one.left) for one in word_diff(left, right) if one.same]


def rapidfuzz(left: Row, right: Row) -> Runs:
    return [
        (one.src_start, one.dest_start, one.src_end - one.src_start)
        for one in LCSseq.opcodes(left, right)
        if one.tag == "equal"
    ]


def difflib(left: Row, right: Row) -> Runs:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return [tuple(one) for one in matcher.get_matching_blocks()]


TOOLS: dict[str, Callable[[Row, Row], Runs]] = {
    "ours": ours,
    "reference": diff_reference.runs_in_common,
    "rapidfuzz": rapidfuzz,
    "difflib": difflib,
}


def pair(length: int) -> tuple[list[str], list[str]]:
    """Return a row of so many words and the same with a fifth of them replaced."""
    draw = random.Random(length)  # noqa: S311 - no secret
    words = [f"word{number}" for number in range(length)]
    left = draw.choices(words, k=length)
    return left, [draw.choice(words) if draw.random() < 0.2 else word for word in left]


def microseconds(tool: Callable[[Row, Row], Runs], left: Row, right: Row) -> float:
    """Return the CPU time of a comparison, the best of three runs of many."""
    times = []
    count = max(2, WORK // len(left))
    for _ in range(3):
        start = time.process_time()
        for _ in range(count):
            tool(left, right)
        times.append((time.process_time() - start) / count)
    return 1e6 * min(times)


def main() -> None:
    print(
        f"{'words':>6}" + "".join(f"{name:>12}" for name in TOOLS) + ("" if COMPILED else "   not compiled")
    )
    for length in LENGTHS:
        left, right = pair(length)
        assert ours(left, right) == rapidfuzz(left, right) == diff_reference.runs_in_common(left, right)
        print(
            f"{length:>6}" + "".join(f"{microseconds(tool, left, right):>12.1f}" for tool in TOOLS.values())
        )


if __name__ == "__main__":
    main()
