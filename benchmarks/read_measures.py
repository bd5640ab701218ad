"""How near a story as read is to the story as people marked it: shingles, ROUGE-LSum, leaked paragraphs, phrases."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

PERFECT = 0.98
"""Least precision and recall of shingles on a perfect page."""
LEAKED = 0.5
"""Share of a paragraph's shingles found in the gold text below which the paragraph is leaked text."""
Runs = Counter[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How one page was read. ``rouge`` is the F1 of ROUGE-LSum, ``f1`` that of shingles of four words."""

    rouge: float
    f1: float
    precision: float
    recall: float
    leaked: tuple[str, ...]

    @property
    def perfect(self) -> bool:
        return self.precision >= PERFECT and self.recall >= PERFECT


def golds(row: dict) -> list[str]:
    """Return the story as marked; where paragraphs are optional (square brackets), with them and without."""
    if "body" in row:
        return [row["body"]]
    parts = row["paragraphs"]
    return [
        "\n".join(part.strip("[]") for part in parts),
        "\n".join(part for part in parts if not part.startswith("[")),
    ]


def likeness(read: Sequence[str], golds: Sequence[str]) -> Likeness:
    """Compare paragraphs as read with a gold text; of several (with and without what is optional) take the nearest."""
    return max((_likeness(read, gold) for gold in golds), key=lambda found: found.rouge)


def _likeness(read: Sequence[str], gold: str) -> Likeness:
    text, wanted = "\n".join(read), shingles(gold)
    given = shingles(text)
    right = (given & wanted).total()
    precision, recall = right / max(1, given.total()), right / max(1, wanted.total())
    leaked = tuple(part for part in read if _is_leaked(part, wanted))
    return Likeness(
        rouge_lsum(text, gold), f1_of(2 * right, given.total() + wanted.total()), precision, recall, leaked
    )


def _is_leaked(part: str, wanted: Runs) -> bool:
    if len(tokens(part)) < 4:
        return False
    own = shingles(part)
    return sum(number for run, number in own.items() if run in wanted) < LEAKED * own.total()


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def shingles(text: str) -> Runs:
    words = tokens(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def f1_of(twice_right: float, both: float) -> float:
    return twice_right / both if both else 0.0


def rouge_lsum(given: str, wanted: str) -> float:
    """Return the F1 of ROUGE-LSum as rouge_score computes it without stemming: one line one sentence.

    For each gold line the union of its longest common subsequences with all lines given; a word counts no more often
    than it stands on either side. Of equally long subsequences rouge_score may take another.
    """
    golds, lines = _sentences(wanted), _sentences(given)
    if not golds or not lines:
        return 0.0
    left, right = (
        Counter(word for line in golds for word in line),
        Counter(word for line in lines for word in line),
    )
    bags, hits, both = [set(line) for line in lines], 0, left.total() + right.total()
    for gold in golds:
        for place in sorted(_union(gold, lines, bags)):
            if left[gold[place]] > 0 and right[gold[place]] > 0:
                left[gold[place]] -= 1
                right[gold[place]] -= 1
                hits += 1
    return f1_of(2 * hits, both)


def _sentences(text: str) -> list[list[str]]:
    found = (re.sub(r"[^a-z0-9]+", " ", line.lower()).split() for line in text.split("\n"))
    return [line for line in found if line]


def _union(gold: list[str], lines: list[list[str]], bags: list[set[str]]) -> set[int]:
    own, union = set(gold), set[int]()
    for line, bag in zip(lines, bags, strict=True):
        if own & bag:
            for block in LCSseq.opcodes(gold, line):
                if block.tag == "equal":
                    union.update(range(block.src_start, block.src_end))
    return union


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that must be in the story and are, that must not and are, that must and are not."""

    right: int
    wrong: int
    missed: int


def phrases_in(read: Sequence[str], row: dict) -> Phrases:
    text = " ".join(" ".join(read).split())
    held = sum(" ".join(phrase.split()) in text for phrase in row["with"])
    wrong = sum(" ".join(phrase.split()) in text for phrase in row["without"])
    return Phrases(held, wrong, len(row["with"]) - held)


def summary(found: Sequence[Likeness]) -> str:
    """Return the means over pages as one line."""
    many = max(1, len(found))
    means = {
        "ROUGE-LSum": sum(page.rouge for page in found),
        "F1": sum(page.f1 for page in found),
        "P": sum(page.precision for page in found),
        "R": sum(page.recall for page in found),
        "perfect": sum(page.perfect for page in found),
        "leaked": sum(bool(page.leaked) for page in found),
    }
    return "  ".join(f"{name} {value / many:.3f}" for name, value in means.items())


def summary_of_phrases(found: Sequence[Phrases]) -> str:
    right, wrong, missed = (sum(getattr(page, name) for page in found) for name in Phrases.__slots__)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return f"F1 {f1_of(2 * precision * recall, precision + recall):.3f}  P {precision:.3f}  R {recall:.3f}"
