"""How well statements are found in real news: PolNeAR's developers' part, where it lies.

Run as ``python benchmarks/statements.py [SHARED [PART]]``. An attribution counts as found by the spans that
overlap: content by at least half of all its characters, a source by at least three tenths of its (PolNeAR's
own lower threshold). Wishes and plans are PolNeAR's, not ours, and are left out; so are quotations that we keep
although nobody is named. The figures:

``attribution``    content and source both right, over all cues; ``sure``: of those with a confidence of one half or more
``quoted``         content in quotation marks, with the right source
``common_cues``    the share of attributions by say, tell and according to that are found
"""

import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from stemmata.model import Article, Block, Role, Span, Statement
from stemmata.statements import read_statements
from stemmata.text.sentences import sentences

DOCUMENTS = Path("data", "polnear", "docs.jsonl.gz")
CONTENT, SOURCE = 0.5, 0.3
SURE = 0.5
"""Confidence from which a statement is more likely right than not."""
WISHES = frozenset(
    {"want", "wants", "wanted", "plan", "plans", "planned", "planning", "intend", "intends", "intended", "hope", "hopes",
     "hoped", "hoping", "seek", "seeks", "seeking", "sought", "aim", "aims", "aimed", "refuse", "refuses", "refused"}
)  # fmt: skip
COMMON = frozenset({"said", "says", "say", "saying", "told", "tells", "telling", "according to"})
NO_SOURCE = frozenset({"alone", "partial"})
Row = Mapping[str, Any]
MARKS = frozenset('"“”')


@dataclass(frozen=True)
class Told:
    """One attribution: whose words, which, by which cue."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: str
    confidence: float = 1.0


def figures(shared: Path, part: str = "dev") -> dict[str, float]:
    """Return the figures on one part, or none where PolNeAR is not there."""
    path = shared / DOCUMENTS
    if not path.is_file():
        return {}
    pairs, letters, seconds = [], 0, 0.0
    for row in _rows(path, part):
        article = _article(row["id"], row["text"])
        start = time.process_time()
        found = _found(article)
        seconds += time.process_time() - start
        letters += len(article.text.encode())
        pairs.append((article.text, found, _true(row)))
    return {f"statements.{name}": round(value, 4) for name, value in _measured(pairs).items()} | {
        "statements.mb_a_second": round(letters / 1e6 / seconds, 2),
        "statements.sentences.mb_a_second": round(
            letters / 1e6 / _splitting([text for text, _, _ in pairs]), 2
        ),
    }


def _splitting(texts: Sequence[str]) -> float:
    """Return the seconds of processor time that our own sentence splitter takes for the same texts, beside which ours stand."""
    start = time.process_time()
    for text in texts:
        sentences(text, Span(0, len(text)))
    return time.process_time() - start


def _rows(path: Path, part: str) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["part"] == part:
                yield row


def _article(name: str, text: str) -> Article:
    """Return a page whose paragraphs are parted by empty lines, its headline first."""
    blocks: list[Block] = []
    at = 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            role = Role.BODY if blocks else Role.TITLE
            blocks.append(Block(Span(at, at + len(paragraph)), role))
        at += len(paragraph) + 2
    return Article(
        id=name, source=name, sources=(name,), url=None, site=None, publisher=None, fetched=None, sha256="", title=None,
        authors=(), byline=None, text=text, blocks=tuple(blocks), dateline=None, credits=(), declared=(), language="en",
        stamps=(),
    )  # fmt: skip


def _found(article: Article) -> list[Told]:
    """Return our attributions; a quotation that goes on is one with the one before, as PolNeAR marks it."""
    spoken = read_statements((article,), (), (), (), (), (), ())
    found: list[Told] = []
    begun: tuple[Span, ...] = ()
    for one in sorted(spoken.statements, key=_place):
        rule = one.evidence[0].rule
        if rule == "begun":
            begun = (*begun, *one.content)
            continue
        if rule == "continued" and found:
            found[-1] = replace(found[-1], content=(*found[-1].content, *one.content))
        elif rule not in NO_SOURCE:
            source = (one.source,) if one.source else ()
            content = (*begun, *one.content) if begun and rule == "quote" else one.content
            begun = () if content != one.content else begun
            cue = one.cue.of(article.text).lower() if one.cue else ""
            found.append(Told(content, source, cue, one.confidence))
    return found


def _place(one: Statement) -> tuple[Span, str]:
    return one.span, one.id


def _true(row: Row) -> list[Told]:
    """Return the attributions of the annotator who marked most."""
    layers = row["annotators"]
    layer = layers[min(layers, key=lambda name: (-len(layers[name]["attributions"]), name))]
    spans = layer["spans"]
    return [
        Told(
            _spans(spans, one.get("content")),
            _spans(spans, one.get("source")),
            " ".join(spans[name]["text"] for name in one.get("cue") or ()).lower(),
        )
        for one in layer["attributions"]
        if one.get("content") and one.get("source")
    ]


def _spans(spans: Row, names: Sequence[str] | None) -> tuple[Span, ...]:
    return tuple(Span(*each) for name in names or () for each in spans[name]["spans"])


def _overlap(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Return the characters that two lots of spans share, over those that either has."""
    mine, theirs = (
        {place for span in spans for place in range(span.start, span.end)} for spans in (left, right)
    )
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def _measured(pages: Sequence[tuple[str, list[Told], list[Told]]]) -> dict[str, float]:
    seen: Counter[str] = Counter()
    for text, found, true in pages:
        seen.update(_counted(text, found, true))
    return {
        "attribution.precision": seen["right"] / seen["found"],
        "attribution.recall": seen["right"] / seen["true"],
        "attribution.f1": 2 * seen["right"] / (seen["found"] + seen["true"]),
        "attribution.sure.precision": seen["sure right"] / seen["sure found"],
        "attribution.sure.recall": seen["sure right"] / seen["true"],
        "content.recall": seen["met"] / seen["true"],
        "quoted.precision": seen["quoted right"] / seen["quoted found"],
        "quoted.recall": seen["quoted right"] / seen["quoted true"],
        "quoted.f1": 2 * seen["quoted right"] / (seen["quoted found"] + seen["quoted true"]),
        "common_cues.recall": seen["common met"] / seen["common true"],
    }


def _counted(text: str, found: Sequence[Told], true: Sequence[Told]) -> Counter[str]:
    """Count what one page has, what was found of it, and what was right."""
    seen: Counter[str] = Counter()
    best = _matched(found, true)
    wished = {best[number] for number, one in enumerate(true) if _wishes(one) and number in best}
    for number, one in enumerate(true):
        at = best.get(number)
        right = at is not None and _overlap(found[at].source, one.source) >= SOURCE
        if not _wishes(one):
            sure = right and at is not None and found[at].confidence >= SURE
            seen.update({"true": 1, "met": at is not None, "right": right, "sure right": sure})
        if _in_marks(text, one.content):
            seen.update({"quoted true": 1, "quoted right": right})
        if one.cue.strip(" :,") in COMMON:
            seen.update({"common true": 1, "common met": at is not None})
    seen["found"] += len(found) - len(wished)
    seen["sure found"] += sum(one.confidence >= SURE for at, one in enumerate(found) if at not in wished)
    seen["quoted found"] += sum(_in_marks(text, one.content) for one in found)
    return seen


def _wishes(one: Told) -> bool:
    return not WISHES.isdisjoint(one.cue.split())


def _matched(found: Sequence[Told], true: Sequence[Told]) -> dict[int, int]:
    """Pair true attributions with found ones by content, the most alike first."""
    scored = sorted(
        (-_overlap(one.source, other.source) - 2 * likeness, number, at)
        for number, one in enumerate(true)
        for at, other in enumerate(found)
        if _near(one, other) and (likeness := _overlap(one.content, other.content)) >= CONTENT
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, at in scored:
        if number not in pairs and at not in taken:
            pairs[number] = at
            taken.add(at)
    return pairs


def _near(one: Told, other: Told) -> bool:
    return any(left.overlaps(right) for left in one.content for right in other.content)


def _in_marks(text: str, content: Sequence[Span]) -> bool:
    """Whether content stands in quotation marks from end to end."""
    whole = " ".join(span.of(text).strip(" ,.") for span in content)
    return len(whole) > 1 and whole[0] in MARKS and (whole[-1] in MARKS or MARKS.isdisjoint(whole[1:]))


if __name__ == "__main__":
    for name, value in figures(
        Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"), *sys.argv[2:3]
    ).items():
        print(f"{name:<36} {value:7.4f}")
