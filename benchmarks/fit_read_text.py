"""Fit the weights by which READ tells story from wrapping in plain text, and say how well they do on pages not fitted on.

``python benchmarks/fit_read_text.py [--write]``: five folds by publisher, then all pages for ``weights_text.json``.
Fitted on read/lines with variants of each page (bullets dropped or changed, head or foot cut off, the story
alone). Only shapes are fitted, no word of any page is kept.
"""

import json
import random
import sys
from collections.abc import Iterator

import numpy as np

from fitting import DATA, PROJECT, Sample, folded, rows, table
from stemmata.model import Span
from stemmata.read.body import measure
from stemmata.read.features import Floats
from stemmata.read.sheet import Sheet

WEIGHTS = PROJECT / "src" / "stemmata" / "read" / "weights_text.json"
VARIANTS = ("page", "bare", "dashed", "story", "near", "wide", "head", "interleaved")
"""What is made of each text page, in the order of ``variants``."""


def text_samples() -> Iterator[Sample]:
    chance = random.Random(1)  # noqa: S311
    for row in rows(DATA / "lines" / "lines.jsonl.gz"):
        for kind, (lines, gold, share) in enumerate(variants(row["lines"], row["labels"], chance)):
            kept = [(line, mark) for line, mark in zip(lines, gold, strict=True) if line.strip()]
            if kept:
                sheet = sheet_of([line.strip() for line, _ in kept])
                marks = np.array([mark for _, mark in kept], float)
                yield Sample(row["publisher"], share, sheet, marks, measure(sheet), VARIANTS[kind])


def sheet_of(lines: list[str]) -> Sheet:
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Sheet("\n".join(lines), tuple(spans))


def variants(
    lines: list[str], gold: list[int], chance: random.Random
) -> Iterator[tuple[list[str], list[int], float]]:
    yield lines, gold, 1.0
    if 1 not in gold:
        return
    first, last = gold.index(1), len(gold) - 1 - gold[::-1].index(1)
    bare = [line.removeprefix("• ") for line in lines]
    dashed = [
        line.replace("• ", "- ", 1) if not mark else line for line, mark in zip(lines, gold, strict=True)
    ]
    yield bare, gold, 0.3
    yield dashed, gold, 0.3
    story = [number for number, mark in enumerate(gold) if mark]
    yield [lines[number] for number in story], [1] * len(story), 0.3
    for most in (3, 40):
        start = max(0, first - chance.randint(0, 8))
        end = min(len(lines), last + 1 + chance.randint(most // 4, most))
        yield bare[start:end], gold[start:end], 0.4
    yield lines[: last + 1], gold[: last + 1], 0.3
    yield *interleaved(lines, gold, chance), 0.4


def interleaved(lines: list[str], gold: list[int], chance: random.Random) -> tuple[list[str], list[int]]:
    """Put runs of the page's own wrapping between the paragraphs of its story, as phone layouts do."""
    chrome = [line for line, mark in zip(lines, gold, strict=True) if not mark and line.strip()]
    mixed: list[tuple[str, int]] = []
    for line, mark in zip(lines, gold, strict=True):
        mixed.append((line, mark))
        if mark and chrome and chance.random() < 0.4:
            at, size = chance.randrange(len(chrome)), chance.randint(1, 4)
            mixed += [(other, 0) for other in chrome[at : at + size]]
    return [line for line, _ in mixed], [mark for _, mark in mixed]


def line_f1(sample: Sample, guess: Floats) -> tuple[float, float, float, float]:
    words = np.array([len(sample.sheet.line(number).split()) for number in range(len(guess))], float)
    right = float((words * guess * sample.gold).sum())
    given, wanted = float((words * guess).sum()), float((words * sample.gold).sum())
    return (
        2 * right / max(given + wanted, 1e-9),
        right / max(given, 1e-9),
        right / max(wanted, 1e-9),
        float(bool((guess == (sample.gold > 0)).all())),
    )


def main() -> None:
    text = list(text_samples())
    folded(text, lambda number, guess: line_f1(text[number], guess))
    if "--write" in sys.argv:
        fitted_on = (
            "218 pages of read/lines and seven variants of each; shapes only, by benchmarks/fit_read_text.py"
        )
        WEIGHTS.write_text(json.dumps(table(text, fitted_on), indent=1) + "\n")


if __name__ == "__main__":
    main()
