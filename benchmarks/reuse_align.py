"""How many article pairs a CPU-second are aligned, beside rapidfuzz's opcodes and difflib, on the same rows of words.

``python benchmarks/reuse_align.py [--pairs N] [--shared DIR]``: pairs of invented texts, one made of the other by every recipe of
``mutate.py``, and, where they lie beside the project, of wire texts. Ours gives spans and the kind of each stretch; opcodes give one
path of edits, which no moved passage can be on. The share of words with one origin that stand in aligned runs is printed for both.
"""

import argparse
import difflib
import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from rapidfuzz.distance import Indel

from clock import fastest
from mutate import RECIPES, Made, base_text, derived
from planted_texts import filler_of, sampled, sentence, stock_of, wire
from stemmata import kernels
from stemmata.kernels import AlignRules, Tokens

Two = tuple[Made, Made]
Words = list[list[int]]
Origins = set[tuple[int, int]]


def pairs(texts: Sequence[str], count: int, stock_texts: Sequence[str], real: bool) -> list[Two]:
    dice = random.Random(9)  # noqa: S311
    stock = stock_of(stock_texts, filler_of(stock_texts, 0) if real else sentence)
    bases = [base_text(number, text) for number, text in enumerate(texts)]
    recipes = list(RECIPES)
    return [
        (base, derived(dice, base, f"{number}", recipes[number % len(recipes)], stock))
        for number, base in ((number, bases[number % len(bases)]) for number in range(count))
    ]


def ours(tokens: Tokens) -> kernels.Stretches:
    lefts = np.arange(0, len(tokens), 2)
    return kernels.align(tokens.rows, tokens.hashes, lefts, lefts + 1, AlignRules())


def rapidfuzz(rows: Words) -> list[list[tuple[int, int, int]]]:
    found = []
    for left, right in zip(rows[::2], rows[1::2], strict=True):
        path = Indel.opcodes(left, right)
        found.append(
            [
                (one.src_start, one.dest_start, one.src_end - one.src_start)
                for one in path
                if one.tag == "equal"
            ]
        )
    return found


def difflibs(rows: Words) -> list[list[tuple[int, int, int]]]:
    return [
        [
            (one.a, one.b, one.size)
            for one in difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
        ]
        for left, right in zip(rows[::2], rows[1::2], strict=True)
    ]


def covered(two: Two, tokens: Tokens, number: int, runs: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    """Return how many words of one origin are laid beside each other, and how many there are."""
    left, right = (_origins(made, tokens, 2 * number + side) for side, made in enumerate(two))
    met = sum(
        left[here + step] == right[there + step] and left[here + step] is not None
        for here, there, long in runs
        for step in range(long)
    )
    return met, len({one for one in left if one} & {one for one in right if one})


def _origins(made: Made, tokens: Tokens, row: int) -> list[tuple[int, int] | None]:
    """Return where each of the kernels' words came from, by the printed word it stands in."""
    starts, ends, place = [], [], 0
    words = [word for paragraph in made.paragraphs for one in paragraph for word in one]
    for word in words:
        starts.append(place)
        ends.append(place + len(word.text))
        place += len(word.text) + 1
    mine = tokens.starts[tokens.rows[row] : tokens.rows[row + 1]]
    which = np.searchsorted(np.array(starts), mine, side="right") - 1
    first = {one: number for number, one in reversed(list(enumerate(which.tolist())))}
    return [
        (words[one].base, words[one].place) if words[one].place >= 0 and first[one] == number else None
        for number, one in enumerate(which.tolist())
    ]


def report(name: str, held: Sequence[Two]) -> None:
    tokens = kernels.tokenise([made.text for two in held for made in two])
    rows = [tokens.hashes[one:two].tolist() for one, two in pairwise(tokens.rows.tolist())]
    print(f"{name}: {len(held)} pairs of {len(tokens.hashes) / len(rows):.0f} words on average")
    few = rows[:200]
    rates = {
        "ours": len(held) / fastest(9, lambda: ours(tokens)),
        "rapidfuzz opcodes": len(held) / fastest(3, lambda: rapidfuzz(rows)),
        "difflib": len(few) / 2 / fastest(1, lambda: difflibs(few)),
    }
    found = ours(tokens)
    mine: list[list[tuple[int, int, int]]] = [[] for _ in held]
    for stretch in range(len(found)):
        runs = range(int(found.firsts[stretch]), int(found.firsts[stretch + 1]))
        mine[int(found.pairs[stretch])] += [
            (int(found.left[run]), int(found.right[run]), int(found.length[run])) for run in runs
        ]
    for tool, runs in (("ours", mine), ("rapidfuzz opcodes", rapidfuzz(rows))):
        counts = [
            covered(two, tokens, number, one)
            for number, (two, one) in enumerate(zip(held, runs, strict=True))
        ]
        met, every = (sum(one[side] for one in counts) for side in (0, 1))
        right = met / max(1, sum(long for one in runs for _, _, long in one))
        print(
            f"  {tool:<18} {rates[tool]:>9.0f} pairs a CPU-second; of the words of one origin {met / every:.3f} met, of those laid beside each other {right:.3f} are"
        )
    print(
        f"  {'difflib':<18} {rates['difflib']:>9.0f} pairs a CPU-second; ours is {rates['ours'] / rates['rapidfuzz opcodes']:.2f} times rapidfuzz"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pairs", type=int, default=1100)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    asked = parser.parse_args()
    made = sampled(150)
    report("invented texts", pairs(made[:100], asked.pairs, made[100:], real=False))
    if (asked.shared / "data" / "reuters21578").is_dir():
        texts = wire(asked.shared, 400)
        report("wire texts", pairs(texts[:200], asked.pairs, texts[200:], real=True))


if __name__ == "__main__":
    main()
