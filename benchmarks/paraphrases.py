"""How well sentences that say the same in other words are matched, on article pairs of our own aligned by hand.

``python benchmarks/paraphrases.py [--why]``: precision, recall and F1 over pairs of sentences, beside plain word overlap
(each sentence with the one it shares most words with, if it shares any but function words). ``--why`` lists what was
missed and what was wrong. The truth stands in ``benchmarks/paraphrases/`` and was committed before this file.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from stemmata.model import Article, Block, Reuse, Role, Span, content_id
from stemmata.reuse import ReuseSettings, compare
from stemmata.reuse.comparing import laid
from stemmata.reuse.partners import find_partners
from stemmata.reuse.weights import weigh
from stemmata.text.identify import identify
from stemmata.text.languages import language
from stemmata.text.words import words

GOLD = Path(__file__).parent / "paraphrases"
HALF = 0.5
"""Share of both sentences that a passage must cover for the two to be said to be aligned."""
Aligned = set[tuple[int, int]]


class Told(NamedTuple):
    """One article pair: the sentences of both sides and which of them say the same."""

    name: str
    left: list[str]
    right: list[str]
    truth: Aligned


def pairs() -> Iterator[Told]:
    for path in sorted(GOLD.glob("*.txt")):
        for part in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            name, *lines = part.strip().split("\n")
            sides = {side: [line.split(" ", 1)[1] for line in lines if line[0] == side] for side in "ab"}
            truth = {tuple(int(end[1:]) - 1 for end in one.split(":")) for one in lines[-1][2:].split()}
            yield Told(name, sides["a"], sides["b"], truth)  # type: ignore[arg-type]


def article(name: str, sentences: list[str]) -> tuple[Article, list[Span]]:
    """Return the sentences as an article in paragraphs of two, and where each sentence stands."""
    text, spans = "", []
    for number, sentence in enumerate(sentences):
        text += ("" if not number else "\n\n" if number % 2 == 0 else " ") + sentence
        spans.append(Span(len(text) - len(sentence), len(text)))
    blocks = [
        Block(Span(one.start, two.end), Role.BODY)
        for one, two in zip(spans[::2], [*spans[1::2], spans[-1]], strict=False)
    ]
    made = Article(
        id=content_id("article", name), source=name, sources=(name,), url=None, site=None, publisher=None, fetched=None,
        sha256="", title=None, authors=(), byline=None, text=text, blocks=tuple(blocks), dateline=None, credits=(),
        declared=(), language=identify(text), stamps=(),
    )  # fmt: skip
    return made, spans


def ours(told: Told) -> Aligned:
    """Return the sentences that passages of the two articles align."""
    (left, here), (right, there) = article("a " + told.name, told.left), article("b " + told.name, told.right)
    found: Aligned = set()
    for one in compare(left, right, ReuseSettings()):
        if one.kind is Reuse.CHROME:
            continue
        ends = (one.left_span, one.right_span) if one.left == left.id else (one.right_span, one.left_span)
        found |= {(a, b) for a in _held(ends[0], here) for b in _held(ends[1], there)}
    return found


def matched(told: Told) -> Aligned:
    """Return the sentences that answer one another, whether or not so many do that one text is taken for the other."""
    (left, _), (right, _) = article("a " + told.name, told.left), article("b " + told.name, told.right)
    settings = ReuseSettings()
    pair = weigh(laid(left, settings).story, laid(right, settings).story)
    return {(one.left, one.right) for one in find_partners(pair, settings)}


def _held(span: Span, sentences: list[Span]) -> list[int]:
    """Return the sentences that a span covers half of, or that cover half of it."""
    return [
        number
        for number, one in enumerate(sentences)
        if min(span.end, one.end) - max(span.start, one.start) > HALF * min(span.length, one.length)
    ]


def overlap(told: Told) -> Aligned:
    """Return each left sentence with the right one that it shares most words with, function words aside."""
    code = identify(" ".join(told.left + told.right))
    known = language(code)
    plain = known.stopwords if known else frozenset()
    left, right = ([_bag(one) - plain for one in side] for side in (told.left, told.right))
    best = [max(range(len(right)), key=lambda at: len(one & right[at])) for one in left]
    return {(here, there) for here, there in enumerate(best) if left[here] & right[there]}


def _bag(sentence: str) -> set[str]:
    return {word.folded for word in words(sentence, Span(0, len(sentence)))}


def figures(_shared: Path | None = None) -> dict[str, float]:
    """Return the F1 of matching sentences; precision, recall and F1 of the passages shown; the F1 of word overlap."""
    told = list(pairs())
    precision, recall, both = measure(told, [ours(one) for one in told])
    return {
        "paraphrases.matched_f1": measure(told, [matched(one) for one in told])[2],
        "paraphrases.shown_precision": precision,
        "paraphrases.shown_recall": recall,
        "paraphrases.shown_f1": both,
        "paraphrases.word_overlap_f1": measure(told, [overlap(one) for one in told])[2],
    }


def measure(told: list[Told], found: list[Aligned]) -> tuple[float, float, float]:
    right = sum(len(one.truth & given) for one, given in zip(told, found, strict=True))
    given, wanted = sum(map(len, found)), sum(len(one.truth) for one in told)
    return right / max(1, given), right / max(1, wanted), 2 * right / max(1, given + wanted)


def _why() -> None:
    for one in pairs():
        found = ours(one)
        for sign, wrong in (("lost", one.truth - found), ("wrong", found - one.truth)):
            for here, there in sorted(wrong):
                print(f"{sign:5} {one.name}\n      {one.left[here]}\n      {one.right[there]}")


def main() -> None:
    if "--why" in sys.argv:
        _why()
    for name, value in figures().items():
        print(f"{name:30} {value:.4f}")


if __name__ == "__main__":
    main()
