"""How many pages a second of one processor READ takes, beside the anchors, on the same pages in turn.

``python benchmarks/markup.py [TURNS]``: prints a table. *Unknown sites* are the pages of read/scrapinghub, one a site;
*known sites* are those of read/fundus, several a site, after a first turn that is not counted; *plain texts* are those of read/lines. A line
gives the best turn: what else the machine does can only make a turn slower.
"""

import gzip
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from stemmata.model import Media, Page
from stemmata.read import read_page
from stemmata.read.body import body_of
from stemmata.read.decode import decode
from stemmata.read.dom import lay_out_html
from stemmata.read.plain import lay_out_text

try:
    import trafilatura
except ImportError:
    trafilatura = None

DATA = (
    (Path(__file__).parent.parent / os.environ.get("STEMMATA_SHARED", "../shared")).resolve()
    / "data"
    / "read"
)
SETS = (("unknown sites", "scrapinghub"), ("known sites", "fundus"))
PLAIN = "plain texts"
Job = Callable[[bytes, str], object]


def plain_jobs() -> dict[str, Job]:
    """Return the same for plain texts: all that is read, and which lines are told."""
    return {
        "ours, every fact": lambda content, _: read_page(Page("page", content, Media.TEXT)),
        "ours, layout and story": lambda _, text: body_of(lay_out_text(text)),
    }


def jobs() -> dict[str, Job]:
    """Return what is timed, given a page's bytes and its text."""
    ours: dict[str, Job] = {
        "ours, every fact": lambda content, _: read_page(Page("page", content, Media.HTML)),
        "ours, charset and layout": lambda content, _: lay_out_html(decode(content, None, Media.HTML)),
        "ours, layout and story": lambda _, text: body_of(lay_out_html(text)),
        "lexbor, parse only": lambda _, text: HTMLTree.parse(text),
        "resiliparse, text": lambda _, text: extract_plain_text(text, main_content=True),
    }
    if trafilatura:
        ours["trafilatura, fast"] = lambda _, text: trafilatura.bare_extraction(
            text, fast=True, with_metadata=True
        )
        ours["trafilatura"] = lambda _, text: trafilatura.bare_extraction(text, with_metadata=True)
    return ours


def contents_of(corpus: str) -> list[bytes]:
    """Return the pages of a set."""
    if corpus == "lines":
        with gzip.open(DATA / corpus / "lines.jsonl.gz", "rt", encoding="utf8") as rows:
            return ["\n".join(json.loads(row)["lines"]).encode() for row in rows]
    return [gzip.decompress(file.read_bytes()) for file in sorted((DATA / corpus / "html").glob("*.gz"))]


def figures(turns: int) -> dict[tuple[str, str], float]:
    """Return pages a CPU-second for each job and set."""
    best: dict[tuple[str, str], float] = {}
    for kind, corpus in (*SETS, (PLAIN, "lines")):
        media, timed = (Media.TEXT, plain_jobs()) if kind == PLAIN else (Media.HTML, jobs())
        contents = contents_of(corpus)
        texts = [decode(content, None, media) for content in contents]
        for turn in range(turns + 1):
            for name, job in timed.items():
                few = slice(None, None, 4) if name.startswith("trafilatura") else slice(None)
                rate = rate_of(job, list(zip(contents[few], texts[few], strict=True)))
                if turn:
                    best[kind, name] = max(rate, best.get((kind, name), 0.0))
    return best


def rate_of(job: Job, pages: list[tuple[bytes, str]]) -> float:
    """Return how many of the pages a job takes in a CPU-second."""
    before = time.process_time()
    for content, text in pages:
        job(content, text)
    return len(pages) / (time.process_time() - before)


def main() -> None:
    """Print the table."""
    found = figures(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
    kinds = (*(kind for kind, _ in SETS), PLAIN)
    print(f"{'pages a CPU-second':28}" + "".join(f"{kind:>16}" for kind in kinds))
    for name in jobs():
        rates = (f"{found[kind, name]:16.0f}" if (kind, name) in found else f"{'-':>16}" for kind in kinds)
        print(f"{name:28}" + "".join(rates))


if __name__ == "__main__":
    main()
