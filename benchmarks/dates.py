"""How well and how fast READ finds the day a page was published, beside htmldate on the same pages.

``python benchmarks/dates.py [--why] [--ours]``: for each set and reader the share of pages with the right day, F1 as htmldate
counts it, and pages a CPU-second. A page's half goes by its id, so a page that two sets share is in the same one; only
the even half was looked at while the rules were written. ``--why`` lists its pages that ours has wrong, ``--ours``
leaves htmldate out. Where the truth is that a page has no date, none may be given.
"""

import gzip
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from stemmata.model import Article, Media, Page
from stemmata.read import publication_date, read_page

try:
    import htmldate
except ImportError:
    htmldate = None

Reader = Callable[[bytes, str], str]
"""From a page and its address to an ISO day, or an empty string."""

TURNS = 3
"""Times a page is read; the quickest counts, as on a machine that is shared the others are noise."""


class Told(NamedTuple):
    """One page: its id, the day that is true (empty if it has none), its address if it is known, its bytes."""

    id: str
    true: str
    url: str
    content: bytes


class Dated(NamedTuple):
    """One page judged: the day that is true, the day that was read, and the CPU-seconds it took."""

    id: str
    true: str
    read: str
    seconds: float


def quick(content: bytes, url: str) -> str:
    stamp = publication_date(content, url)
    return stamp.value[:10] if stamp else ""


def whole(content: bytes, url: str) -> str:
    """Return the day of the first stamp of the article; empty where the page is refused."""
    article = read_page(Page(url, content, Media.HTML, url=url))
    return article.stamps[0].value[:10] if isinstance(article, Article) and article.stamps else ""


def extensive(content: bytes, url: str) -> str:
    return _theirs(content, url, extensive_search=True)


def fast(content: bytes, url: str) -> str:
    return _theirs(content, url, extensive_search=False)


def _theirs(content: bytes, url: str, *, extensive_search: bool) -> str:
    page = content.decode("utf-8", "replace")
    return (
        htmldate.find_date(page, extensive_search=extensive_search, original_date=True, url=url or None) or ""
    )


OURS: Mapping[str, Reader] = {"ours": quick, "ours, whole page": whole}
THEIRS: Mapping[str, Reader] = {"htmldate extensive": extensive, "htmldate fast": fast} if htmldate else {}


def sets(shared: Path) -> dict[str, list[Told]]:
    """Return the pages of each set; one that two sets share stands in the first alone."""
    dated = list(_pages(shared / "data" / "read" / "htmldate"))
    known = {row["id"] for row, _ in dated}
    other = [one for one in _pages(shared / "data" / "read" / "trafilatura") if one[0].get("date")]
    return {
        "recent": [_told(*one) for one in dated if "mediacloud" in one[0]["part"]],
        "mixed": [_told(*one) for one in dated if "mediacloud" not in one[0]["part"]],
        "trafilatura": [_told(*one) for one in other if one[0]["id"] not in known],
    }


def _pages(folder: Path) -> Iterator[tuple[dict, bytes]]:
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            yield row, gzip.decompress((folder / row["file"]).read_bytes())


def _told(row: dict, content: bytes) -> Told:
    url = row["url"] if row["url"].startswith("http") else ""
    return Told(row["id"], row["date"] or "", url, content)


def judge(reader: Reader, taken: Iterable[Told], turns: int = 1) -> list[Dated]:
    return [Dated(name, true, *_timed(reader, content, url, turns)) for name, true, url, content in taken]


def _timed(reader: Reader, content: bytes, url: str, turns: int) -> tuple[str, float]:
    best, read = float("inf"), ""
    for _ in range(turns):
        start = time.process_time()
        read = reader(content, url)
        best = min(best, time.process_time() - start)
    return read, best


def right(judged: Sequence[Dated]) -> float:
    """Return the share of pages with the right day, or rightly with none."""
    return sum(one.read == one.true for one in judged) / max(1, len(judged))


def f1(judged: Sequence[Dated]) -> float:
    """Return F1 as htmldate counts it: a wrong day is a false positive, none where there is one a false negative."""
    true = sum(one.read == one.true != "" for one in judged)
    false = sum(one.read not in {one.true, ""} for one in judged)
    missed = sum(one.read == "" != one.true for one in judged)
    return 2 * true / max(1, 2 * true + false + missed)


def half(judged: Sequence[Dated], odd: int) -> list[Dated]:
    return [one for one in judged if crc32(one.id.encode()) % 2 == odd]


def a_second(judged: Sequence[Dated]) -> float:
    return len(judged) / max(1e-9, sum(one.seconds for one in judged))


def figures(shared: Path) -> dict[str, float]:
    """Return the share of right days and F1 of each set, and the speed on recent news pages."""
    if not (shared / "data" / "read" / "htmldate").is_dir():
        return {}
    found: dict[str, float] = {}
    for name, taken in sets(shared).items():
        judged = judge(quick, taken, TURNS)
        found[f"dates.{name}.right"] = round(right(judged), 4)
        found[f"dates.{name}.f1"] = round(f1(judged), 4)
        if name == "recent":
            found["dates.recent.pages_a_cpu_second"] = round(a_second(judged), 1)
    return found


def _row(name: str, reader: str, judged: Sequence[Dated]) -> str:
    halves = [half(judged, 0), half(judged, 1), judged]
    told = "  ".join(f"{right(some):.3f} / {f1(some):.3f} of {len(some):3}" for some in halves)
    return f"{name:12} {reader:19} {told}  {a_second(judged):8.0f} pages a CPU-second"


def main() -> None:
    shared = Path(os.environ.get("STEMMATA_SHARED", "../shared"))
    print(f"{'right / F1':32} {'even half':20}  {'odd half':20}  all")
    readers = OURS if "--ours" in sys.argv else {**OURS, **THEIRS}
    for name, taken in sets(shared).items():
        for called, reader in readers.items():
            judged = judge(reader, taken, TURNS if reader is quick else 1)
            print(_row(name, called, judged), flush=True)
            if "--why" in sys.argv and called in OURS:
                wrong = [one for one in half(judged, 0) if one.read != one.true]
                print(*(f"    {one.id}: {one.true} read as {one.read or 'none'}" for one in wrong), sep="\n")


if __name__ == "__main__":
    main()
