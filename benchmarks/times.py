"""How well times are found and read in news of which people marked every time: TempEval-3's training part.

Run as ``python benchmarks/times.py [SHARED [errors]]``. The documents, in order of their names, are halved by turns: the first, third,
fifth … are ``seen``, and errors are looked at in them alone; the others are ``unseen``, and only their figures are.
``errors`` prints those of the seen half. The figures, by TempEval-3's own rules:

``strict``    F1 of times found from the very first to the very last character
``relaxed``   F1 of times found that overlap a true one
``value``     the same, counting only those whose value is the true one, too
"""

import gzip
import json
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from stemmata.model import Interval, Span
from stemmata.text.times import find_times, in_context, resolve

DOCUMENTS = Path("data", "tempeval3", "docs.jsonl.gz")
TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
VALUE = re.compile(r'\bvalue="([^"]*)"')
STORY = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
WRITTEN = re.compile(r'<DCT>.*?value="(\d{4})-?(\d\d)-?(\d\d)', re.DOTALL)
AROUND = 50


@dataclass(frozen=True)
class Marked:
    """One time: where it stands, what it is, what it says."""

    span: Span
    value: str


@dataclass(frozen=True)
class Story:
    """A text, the day it was written, and its times."""

    name: str
    text: str
    day: date | None
    times: tuple[Marked, ...]


@dataclass
class Score:
    """Counts over documents."""

    told: int = 0
    true: int = 0
    strict: int = 0
    overlap: int = 0
    value: int = 0

    def f1(self, right: int) -> float:
        """Return F1 of so many right ones."""
        return round(2 * right / max(1, self.told + self.true), 4)


def figures(shared: Path) -> dict[str, float]:
    """Return the figures of both halves and the speed, or none where the corpus is not there."""
    if not (shared / DOCUMENTS).is_file():
        return {}
    stories = sorted(_stories(shared / DOCUMENTS), key=lambda story: story.name)
    found: dict[str, float] = {}
    for half, chosen in (("seen", stories[::2]), ("unseen", stories[1::2])):
        score = _score([(story, _read(story)) for story in chosen])
        for name in ("strict", "overlap", "value"):
            shown = "relaxed" if name == "overlap" else name
            found[f"times.{half}.{shown}"] = score.f1(getattr(score, name))
    return found | {"times.mb_a_second": _speed(stories)}


def _stories(path: Path) -> Iterator[Story]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield _story(row["id"], row["tml"])


def _story(name: str, marked: str) -> Story:
    """Take the marks out of a text, and keep where the times stood."""
    inner = match[1] if (match := STORY.search(marked)) else ""
    written = WRITTEN.search(marked)
    pieces: list[str] = []
    times: list[Marked] = []
    length = at = 0
    opened: tuple[int, str] | None = None
    for tag in TAG.finditer(inner):
        piece = unescape(inner[at : tag.start()])
        pieces.append(piece)
        length, at = length + len(piece), tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            opened = length, value[1] if (value := VALUE.search(tag[3])) else ""
        elif tag[2] == "TIMEX3" and opened is not None:
            times.append(Marked(Span(opened[0], length), opened[1]))
            opened = None
    pieces.append(unescape(inner[at:]))
    day = date(*(int(part) for part in written.groups())) if written else None
    return Story(name, "".join(pieces), day, tuple(times))


def _read(story: Story) -> tuple[Marked, ...]:
    anchor = Interval.day(story.day) if story.day else None
    found = in_context(find_times(story.text, (Span(0, len(story.text)),), "en"))
    return tuple(Marked(mention.span, resolve(mention, anchor).value) for mention in found)


def _pairs(story: Story, told: Sequence[Marked]) -> Iterator[tuple[Marked | None, Marked | None]]:
    """Yield true and told times, each in one pair at most: those that overlap together."""
    left = list(told)
    for true in story.times:
        mine = next((one for one in left if one.span.overlaps(true.span)), None)
        if mine is not None:
            left.remove(mine)
        yield true, mine
    for one in left:
        yield None, one


def _score(read: Sequence[tuple[Story, Sequence[Marked]]]) -> Score:
    score = Score()
    for story, told in read:
        score.told += len(told)
        score.true += len(story.times)
        for true, mine in _pairs(story, told):
            if true is not None and mine is not None:
                score.overlap += 1
                score.strict += true.span == mine.span
                score.value += true.value == mine.value
    return score


def _speed(stories: Sequence[Story]) -> float:
    """Return megabytes of text read a CPU-second, finding and reading."""
    _read(stories[0])
    start = time.process_time()
    for story in stories:
        _read(story)
    took = time.process_time() - start
    return round(sum(len(story.text.encode()) for story in stories) / 1e6 / took, 2)


def errors(shared: Path) -> Iterator[str]:
    """Yield what is wrong in the seen half, one line a time."""
    for story in sorted(_stories(shared / DOCUMENTS), key=lambda story: story.name)[::2]:
        for true, mine in _pairs(story, _read(story)):
            if true is None or mine is None or true.value != mine.value:
                yield _line(story, true, mine)


def _line(story: Story, true: Marked | None, mine: Marked | None) -> str:
    kind = "EXTRA" if true is None else "MISSED" if mine is None else "VALUE"
    spans = [one.span for one in (true, mine) if one is not None]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    text = story.text
    around = f"{text[max(0, start - AROUND) : start]}[{text[start:end]}]{text[end : end + AROUND // 2]}"
    values = f"{true.value if true else '-'} | {mine.value if mine else '-'}"
    return f"{kind} {values} @{story.day} :: {' '.join(around.split())}"


def main(arguments: Sequence[str]) -> None:
    """Print the figures, or the errors of the seen half."""
    shared = Path(arguments[0] if arguments else "../shared")
    if arguments[1:] == ["errors"]:
        for line in errors(shared):
            print(line)
        return
    table: Mapping[str, float] = figures(shared)
    for name, value in table.items():
        print(f"{name:<24} {value:8.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
