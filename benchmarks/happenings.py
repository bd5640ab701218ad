"""Are texts of one event put together, and look-alikes kept apart? ECB+, BASIL and NewsWCL50, beside TF-IDF with average link.

Run as ``python benchmarks/happenings.py [SHARED]``. Every document is a family of its own and no stamp is given: what
joins them is what they say. The anchor is fitted on what it is judged on (its best cut of the tree), ours runs as it is shipped,
its thresholds swept on these very sets.
ECB+ topics with even numbers are ``seen`` (errors were looked at there), the odd ones ``unseen``,
though the sweeps printed the figures of all: no half is untouched. The figures:

``b3``       B-cubed F1 of the events found among all documents
``auc``      the chance that a pair of one event is likelier, by ours, than a pair of look-alikes of its topic
``p2``       BASIL: the share of the two nearest articles that tell of the same event
``heaps``    B-cubed of our own small heaps of news, colour pieces and look-alikes, on which weights were swept
``joined``   articles a CPU-second, reports at hand, of 2,000 and of 8,000 Reuters texts
"""

import gc
import gzip
import json
import re
import sys
import time
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice
from math import log
from pathlib import Path

import numpy as np

from stemmata.dating import DatingSettings, date_texts
from stemmata.events import EventsSettings, find_events
from stemmata.events.happening import Happening, of_family
from stemmata.events.near import blended, dot
from stemmata.events.report import report
from stemmata.events.same import join
from stemmata.model import Article, Dateline, Family, Span, Stamp, content_id
from stemmata.text.words import words
from titled_texts import titled

SETS = {"ecbplus": "text", "basil": "paragraphs", "newswcl50": "text_tokenised"}
Matrix = np.ndarray


@dataclass(frozen=True)
class Text:
    """One document, its event and its topic."""

    name: str
    event: str
    topic: str
    article: Article


def texts(shared: Path, corpus: str) -> list[Text]:
    """Return the documents of one corpus that have words, or none where it is not there."""
    path = shared / "data" / corpus / "docs.jsonl.gz"
    if not path.is_file():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    read = (_text(f"{at:04}", row, corpus) for at, row in enumerate(rows))
    return [text for text in read if text.article.blocks]


def _text(name: str, row: Mapping[str, object], corpus: str) -> Text:
    body = row[SETS[corpus]]
    paragraphs = [str(part) for part in body] if isinstance(body, list) else str(body).split("\n")
    article = titled(name, [str(row.get("title") or ""), *paragraphs])
    return Text(name, str(row["event"]), str(row.get("topic", corpus)), article)


def found_events(given: Sequence[Text]) -> dict[str, str]:
    """Return the event of each document, found as the product finds it."""
    articles = [text.article for text in given]
    families = [Family(content_id("f", one.id), (), (one.id,)) for one in articles]
    written, times = date_texts(articles, families, (), DatingSettings())
    events = find_events(articles, families, (), written, times, (), EventsSettings())
    return {article: event.id for event in events for article in event.articles}


def near(given: Sequence[Text]) -> Matrix:
    """Return how near each two documents are, by the vectors that ours compares."""
    articles = [text.article for text in given]
    settings = EventsSettings()
    profiles = [report(one, None, {}, settings).profile for one in articles]
    blend = blended(profiles, [None] * len(profiles), lambda one, other: True, settings)
    vectors = [blend.told(place) for place in range(len(profiles))]
    return np.array([[dot(one, other) for other in vectors] for one in vectors])


def tf_idf(given: Sequence[Text]) -> Matrix:
    """Return the cosines of all words by their logarithmic count and rarity: the anchor."""
    counts: list[dict[str, int]] = []
    for text in given:
        count: dict[str, int] = defaultdict(int)
        for word in words(text.article.text):
            count[word.folded] += 1
        counts.append(count)
    seen: dict[str, int] = defaultdict(int)
    for count in counts:
        for word in count:
            seen[word] += 1
    place = {word: at for at, word in enumerate(sorted(seen))}
    matrix = np.zeros((len(given), len(place)), dtype=np.float32)
    for row, count in enumerate(counts):
        for word, times in count.items():
            matrix[row, place[word]] = (1 + log(times)) * log(len(given) / seen[word])
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    return matrix @ matrix.T


def average_link(likeness: Matrix, cuts: Sequence[float]) -> Iterator[list[int]]:
    """Yield the groups of each cut, highest first: the two nearest groups are joined until none is nearer than the cut."""
    total = likeness.astype(np.float64).copy()
    np.fill_diagonal(total, -np.inf)
    size = np.ones(len(total))
    home = list(range(len(total)))
    for cut in sorted(cuts, reverse=True):
        while True:
            at = int(np.argmax(total))
            one, other = sorted(divmod(at, len(total)))
            if total[one, other] < cut:
                break
            both = (total[one] * size[one] + total[other] * size[other]) / (size[one] + size[other])
            total[one], total[:, one] = both, both
            total[other], total[:, other] = -np.inf, -np.inf
            total[one, one] = -np.inf
            size[one] += size[other]
            home = [one if root == other else root for root in home]
        yield list(home)


def b_cubed(true: Sequence[str], found: Sequence[object]) -> float:
    """Return B-cubed F1."""
    mine, theirs = defaultdict(set), defaultdict(set)
    for place, (event, group) in enumerate(zip(true, found, strict=True)):
        theirs[event].add(place)
        mine[group].add(place)
    pairs = [(mine[group], theirs[event]) for event, group in zip(true, found, strict=True)]
    precision = sum(len(one & other) / len(one) for one, other in pairs) / len(pairs)
    recall = sum(len(one & other) / len(other) for one, other in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def auc(given: Sequence[Text], likeness: Matrix) -> float:
    """Return the area under the curve of same-event pairs against look-alike pairs of one topic."""
    right, wrong = [], []
    for one, other in combinations(range(len(given)), 2):
        if given[one].topic == given[other].topic:
            (right if given[one].event == given[other].event else wrong).append(likeness[one, other])
    ranks = np.concatenate([right, wrong]).argsort().argsort() + 1.0
    values = np.concatenate([right, wrong])
    _, inverse, count = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[inverse]
    above = ranks[: len(right)].sum() - len(right) * (len(right) + 1) / 2
    return float(above / (len(right) * len(wrong)))


def p_at_2(given: Sequence[Text], likeness: Matrix) -> float:
    """Return the share of the two nearest articles that tell of the same event."""
    alike = likeness.copy()
    np.fill_diagonal(alike, -np.inf)
    hits = [
        given[int(at)].event == one.event
        for row, one in zip(alike, given, strict=True)
        for at in np.argsort(-row)[:2]
    ]
    return sum(hits) / len(hits)


def heaps() -> dict[str, float]:
    """Return the mean B-cubed of our own small heaps, each page a family of its own with its stamp."""
    told = tomllib.loads(Path(__file__).with_name("happenings_heaps.toml").read_text(encoding="utf-8"))[
        "heap"
    ]
    return {"events.heaps.b3": sum(_heap(one["page"], one["events"]) for one in told) / len(told)}


def _heap(pages: Sequence[Mapping[str, str]], events: Sequence[str]) -> float:
    home = {page: group for group in events for page in group.split()}
    given = [
        Text(page["id"], home[page["id"]], "", _filed(page))
        for page in sorted(pages, key=lambda one: one["id"])
    ]
    found = found_events(given)
    return b_cubed([text.event for text in given], [found[text.name] for text in given])


def _filed(page: Mapping[str, str]) -> Article:
    """Return a page of a heap with its stamp, and its dateline where it has one."""
    article = titled(page["id"], [page["title"], *page["text"].strip().split("\n\n")])
    line = re.search(r"^([A-Z ]{3,}) \((\w+)\) — ", article.text, re.MULTILINE)
    return replace(
        article,
        stamps=(Stamp(page["stamp"], None, "row"),),
        dateline=Dateline(line[1], line[2], Span(*line.span())) if line else None,
    )


FEWER, MORE = 2000, 8000
"""Texts by which speed is measured: the cost of one should not grow."""
RUNS = 3
"""Times each is measured; the quickest counts, for the machine is shared."""
CUTS = tuple(np.arange(0.02, 0.6, 0.01))


def figures(shared: Path) -> dict[str, float]:
    """Return the figures of all corpora that are there, ours and the anchor's."""
    found: dict[str, float] = {}
    for corpus in SETS:
        given = texts(shared, corpus)
        if given:
            true = [text.event for text in given]
            mine = found_events(given)
            anchor, ours = tf_idf(given), near(given)
            found[f"events.{corpus}.b3"] = b_cubed(true, [mine[text.name] for text in given])
            found[f"anchor.{corpus}.b3"] = max(b_cubed(true, groups) for groups in average_link(anchor, CUTS))
            found |= _pairs(corpus, given, ours, anchor)
    return {name: round(value, 4) for name, value in (found | heaps() | speed(shared)).items()}


def speed(shared: Path) -> dict[str, float]:
    """Return articles joined into events a CPU-second, of fewer and of more Reuters texts: reading them is not counted."""
    path = shared / "data" / "reuters21578" / "docs.jsonl.gz"
    if not path.is_file():
        return {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, MORE * 2)]
    articles = [_dated(row) for row in rows if row["body"] and row["date"]][:MORE]
    families = [Family(content_id("f", one.id), (), (one.id,)) for one in articles]
    written = {one.article: one for one in date_texts(articles, families, (), DatingSettings())[0]}
    settings = EventsSettings()
    reports = {one.id: report(one, written[one.id], {}, settings) for one in articles}
    happenings = [one for family in families if (one := of_family(family, reports, settings))]
    found = {}
    for many in (FEWER, MORE):
        took = min(_seconds(happenings[:many], settings) for _ in range(RUNS))
        found[f"events.reuters.{many}_joined_a_second"] = round(len(happenings[:many]) / took)
    return found


def _seconds(happenings: Sequence[Happening], settings: EventsSettings) -> float:
    """Return the CPU seconds of one join, with what was measured before it cleared away."""
    gc.collect()
    start = time.process_time()
    join(happenings, settings)
    return time.process_time() - start


def _dated(row: Mapping[str, str]) -> Article:
    article = titled(f"r{row['id']}", [row["title"] or "", *row["body"].split("\n\n")])
    return replace(article, stamps=(Stamp(row["date"][:10], None, "row"),))


def _pairs(corpus: str, given: Sequence[Text], ours: Matrix, anchor: Matrix) -> dict[str, float]:
    if corpus == "ecbplus":
        halves = {"": given, ".seen": _half(given, 0), ".unseen": _half(given, 1)}
        place = {text.name: at for at, text in enumerate(given)}
        found = {"anchor.ecbplus.auc": auc(given, anchor)}
        for name, half in halves.items():
            rows = [place[text.name] for text in half]
            found[f"events.ecbplus{name}.auc"] = auc(half, ours[np.ix_(rows, rows)])
        return found
    measure: Callable[[Sequence[Text], Matrix], float] = p_at_2
    return {f"events.{corpus}.p2": measure(given, ours), f"anchor.{corpus}.p2": measure(given, anchor)}


def _half(given: Sequence[Text], odd: int) -> list[Text]:
    return [text for text in given if int(text.topic) % 2 == odd]


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    for name, value in figures(Path(arguments[0] if arguments else "../shared")).items():
        print(f"{name:<32} {value:.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
