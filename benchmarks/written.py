"""When was a text written, with its stamp hidden; and are pages with false stamps caught, and honest ones spared?

Run as ``python benchmarks/written.py [SHARED]``. The texts: news pages of known date (odu: the text and the day it says; those captured within
two days of it), every twentieth text of Reuters-21578 with its dateline, the English wire chains. The days and widths of some clues were
set on these pages: the figures are not those of unseen ones. They are:

``hidden.given``      the share of texts for which a day is given although no stamp is
``hidden.right``      of those, the share that is right
``hidden.bounded``    the share for which an interval is given
``hidden.holds``      of those, the share that holds the true day
``recycled.precision``   pages called recycled that are: each once under its true stamp and once under one 2 to 24 months late
``recycled.recall``      late ones found, of those whose text holds a clue: a day, by month and number, within 45 days of its writing
``recycled.recall_all``  late ones found, of all
``lent.right``, ``lent.holds``   the same as above, over whole runs: half of the pages of copied stories (odu's clusters) without their stamp
"""

import gzip
import json
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from stemmata import api
from stemmata.dating import DatingSettings, date_texts
from stemmata.dating.told import told
from stemmata.model import Article, Dateline, Interval, Role, Span, Stamp, Written
from stemmata.text.times import resolve
from titled_texts import titled

SETTINGS = DatingSettings()
MONTHS = (2, 3, 5, 7, 11, 13, 18, 24)
"""Months by which stamps are moved, in turn."""
EVERY = 20
"""Of the Reuters texts, one in so many."""
CLUE_DAYS = 45
"""Days from the day of writing within which a named day is a clue to it."""
BOTH_DAYS = 2
"""Days between the day a page says and its capture."""


@dataclass(frozen=True)
class Dated:
    """A text, the day it was written, and the day it was fetched, if known."""

    article: Article
    day: date


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def odu(data: Path) -> Iterator[Dated]:
    """Yield the pages whose day and capture agree."""
    for row in _rows(data / "odu" / "docs.jsonl.gz"):
        if row["date"] and row["captured"] and row["silver_text"]:
            day, seen = date.fromisoformat(row["date"][:10]), date.fromisoformat(row["captured"][:10])
            if 0 <= (seen - day).days <= BOTH_DAYS:
                yield Dated(_article(row["id"], [row["title"] or "", *row["silver_text"].split("\n")]), day)


def reuters(data: Path) -> Iterator[Dated]:
    """Yield every twentieth text with its dateline."""
    for place, row in enumerate(_rows(data / "reuters21578" / "docs.jsonl.gz")):
        if place % EVERY == 0 and row["date"] and row["body"]:
            body = f"{row['dateline'] or ''} {row['body']}".strip()
            line = row["dateline"]
            found = Dateline(line.split(",")[0], None, Span(0, len(line))) if line else None
            article = _article(f"r{row['id']}", [row["title"] or "", *body.split("\n\n")], found)
            yield Dated(article, date.fromisoformat(row["date"][:10]))


def chains(data: Path) -> Iterator[Dated]:
    """Yield the English wire stories."""
    for row in _rows(data / "wire_chains" / "chains.jsonl.gz"):
        for version in row["versions"] if row["lang"] == "en" else ():
            article = _article(version["id"], [version["title_clean"], *version["text"].split("\n\n")])
            yield Dated(article, date.fromisoformat(version["published"][:10]))


CORPORA = {"odu": odu, "reuters": reuters, "chains": chains}


def _article(name: str, paragraphs: Sequence[str], line: Dateline | None = None) -> Article:
    article = titled(name, paragraphs)
    if line is None:
        return article
    body = next((block.span.start for block in article.blocks if block.role is Role.BODY), 0)
    moved = Span(body + line.span.start, body + line.span.end)
    return replace(article, dateline=replace(line, span=moved))


def _written(articles: Sequence[Article]) -> dict[str, Written]:
    return {one.article: one for one in date_texts(articles, (), (), SETTINGS)[0]}


def hidden(given: Sequence[Dated]) -> dict[str, float]:
    """Measure what is told of the day of texts without a stamp."""
    found = _written([one.article for one in given])
    read = [(found[one.article.id], one.day) for one in given]
    best = [one.written_best == day for one, day in read if one.written_best is not None]
    bounds = [one.written.contains(day) for one, day in read if one.written is not None]
    return {
        "given": len(best) / len(read),
        "right": _share(best),
        "bounded": len(bounds) / len(read),
        "holds": _share(bounds),
    }


def recycled(given: Sequence[Dated]) -> dict[str, float]:
    """Measure how many late stamps are caught, and how many true ones are accused."""
    true = [_stamped(one.article, one.day) for one in given]
    moves = [MONTHS[place % len(MONTHS)] for place in range(len(given))]
    late = [_stamped(one.article, _moved(one.day, by)) for one, by in zip(given, moves, strict=True)]
    accused = sum(one.recycled for one in _written(true).values())
    caught = {name: one.recycled for name, one in _written(late).items()}
    telling = [one.article.id for one in given if _names_a_near_day(one)]
    hits = sum(caught.values())
    return {
        "precision": hits / (hits + accused) if hits + accused else 1.0,
        "recall": _share([caught[name] for name in telling]),
        "recall_all": _share(list(caught.values())),
    }


def _names_a_near_day(one: Dated) -> bool:
    for timed in told(one.article).times:
        meaning = timed.mention.meaning
        if meaning.kind == "day":
            when = resolve(timed.mention, Interval.day(one.day)).when
            if when is not None and abs((when.first - one.day).days) <= CLUE_DAYS:
                return True
    return False


def lent(shared: Path) -> dict[str, float]:
    """Hide every second stamp of the pages of copied stories, run the whole job, and look at what their copies lend."""
    known = {one.article.id: one for one in odu(shared / "data")}
    clusters = [
        [name for name in row["members"] if name in known]
        for row in _rows(shared / "data" / "odu" / "clusters.jsonl.gz")
    ]
    names = [name for members in clusters if len(members) > 1 for name in members]
    bare = {name for members in clusters for name in members[1::2]}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pages.jsonl"
        path.write_text(
            "\n".join(json.dumps(_row(known[name], name in bare)) for name in names), encoding="utf-8"
        )
        case = api.trace(path)
    sources = {article.id: article.source for article in case.articles}
    read = [(one, known[sources[one.article]].day) for one in case.written if sources[one.article] in bare]
    best = [one.written_best == day for one, day in read if one.written_best is not None]
    bounds = [one.written.contains(day) for one, day in read if one.written is not None]
    return {"given": len(best) / max(1, len(read)), "right": _share(best), "holds": _share(bounds)}


def _row(one: Dated, bare: bool) -> dict[str, str]:
    text = "\n\n".join(block.span.of(one.article.text) for block in one.article.blocks[1:])
    row = {
        "id": one.article.id,
        "text": text,
        "title": one.article.title or "",
        "site": f"{one.article.id}.example",
    }
    return row if bare else row | {"claimed_date": one.day.isoformat()}


def _stamped(article: Article, day: date) -> Article:
    return replace(article, stamps=(Stamp(day.isoformat(), None, "row"),))


def _moved(day: date, months: int) -> date:
    return day + timedelta(days=round(months * 30.4))


def _share(hits: Sequence[bool]) -> float:
    return sum(hits) / len(hits) if hits else 1.0


def figures(shared: Path) -> dict[str, float]:
    """Return the figures of the corpora that are there, each and together."""
    known = {name: list(read(shared / "data")) for name, read in CORPORA.items()}
    known = {name: given for name, given in known.items() if given}
    if not known:
        return {}
    known["all"] = [one for given in known.values() for one in given]
    found: dict[str, float] = {}
    for name, given in known.items():
        parts: Mapping[str, Mapping[str, float]] = {"hidden": hidden(given), "recycled": recycled(given)}
        found |= {
            f"written.{name}.{part}.{figure}": round(value, 4)
            for part, told_of in parts.items()
            for figure, value in told_of.items()
        }
    if "odu" in known:
        found |= {f"written.lent.{figure}": round(value, 4) for figure, value in lent(shared).items()}
    return found


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    for name, value in figures(Path(arguments[0] if arguments else "../shared")).items():
        print(f"{name:<40} {value:.4f}")


if __name__ == "__main__":
    main(sys.argv[1:])
