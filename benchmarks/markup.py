"""How many pages a second of one processor READ takes, beside the anchors, on the same pages in turn.

``python benchmarks/markup.py [TURNS]``: prints a table. *Unknown sites* are the pages of read/scrapinghub, one a site;
*known sites* are those of read/fundus, several a site, after a first turn that is not counted. A line gives the best turn:
what else the machine does can only make a turn slower.
"""

import gzip
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
Job = Callable[[bytes, str], object]


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


def figures(turns: int) -> dict[tuple[str, str], float]:
    """Return pages a CPU-second for each job and set."""
    best: dict[tuple[str, str], float] = {}
    for kind, corpus in SETS:
        contents = [
            gzip.decompress(file.read_bytes()) for file in sorted((DATA / corpus / "html").glob("*.gz"))
        ]
        texts = [decode(content, None, Media.HTML) for content in contents]
        for turn in range(turns + 1):
            for name, job in jobs().items():
                few = slice(None, None, 4) if name.startswith("trafilatura") else slice(None)
                pages = list(zip(contents[few], texts[few], strict=True))
                before = time.process_time()
                for content, text in pages:
                    job(content, text)
                rate = len(pages) / (time.process_time() - before)
                if turn:
                    best[kind, name] = max(rate, best.get((kind, name), 0.0))
    return best


def main() -> None:
    """Print the table."""
    found = figures(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
    print(f"{'pages a CPU-second':28}" + "".join(f"{kind:>16}" for kind, _ in SETS))
    for name in jobs():
        print(f"{name:28}" + "".join(f"{found[kind, name]:16.0f}" for kind, _ in SETS))


if __name__ == "__main__":
    main()
