"""How well and how fast READ tells a story from its wrapping, beside trafilatura and resiliparse.

``python benchmarks/read.py [--folds]``: prints a table. READ was fitted on these very sets, so its own row flatters it;
``--folds`` adds what it reaches on publishers not fitted on (``benchmarks/fit_read.py``), which are the figures to go by.
"""

import gzip
import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from resiliparse.extract.html2text import extract_plain_text

from read_measures import Likeness, golds, likeness, phrases_in, summary, summary_of_phrases
from stemmata.model import Article, Media, Page, Role
from stemmata.read import read_page

try:
    import trafilatura
except ImportError:
    trafilatura = None

DATA = (
    (Path(__file__).parent.parent / os.environ.get("STEMMATA_SHARED", "../shared")).resolve()
    / "data"
    / "read"
)
Reader = Callable[[bytes, Media], str]


def rows(corpus: str, name: str = "gold.jsonl.gz") -> list[dict]:
    with gzip.open(DATA / corpus / name, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def pages(corpus: str) -> list[tuple[dict, bytes]]:
    found = []
    for row in rows(corpus):
        path = DATA / corpus / row["file"]
        found.append(
            (
                row,
                gzip.decompress((path if path.exists() else path.with_name(path.name + ".gz")).read_bytes()),
            )
        )
    return found


def ours(content: bytes, media: Media) -> str:
    return _shown(content, media, Role.BODY)


def with_standfirst(content: bytes, media: Media) -> str:
    """Return the body and what stands as its summary above it: read/trafilatura and read/lines mark both alike."""
    return _shown(content, media, Role.SUBTITLE, Role.BODY)


def _shown(content: bytes, media: Media, *roles: Role) -> str:
    article = read_page(Page("page", content, media))
    if not isinstance(article, Article):
        return ""
    return "\n\n".join(span.of(article.text) for span in article.spans(*roles))


def theirs(content: bytes, media: Media) -> str:
    text = content.decode("utf-8", "replace")
    html = (
        text
        if media is Media.HTML
        else "<html><body><p>" + "</p><p>".join(text.split("\n")) + "</p></body></html>"
    )
    return trafilatura.extract(html, include_comments=False, favor_precision=True) or ""


def plainest(content: bytes, media: Media) -> str:
    """Return what resiliparse takes for the main content."""
    del media
    return extract_plain_text(content.decode("utf-8", "replace"), main_content=True, alt_texts=False)


def judge_stories(reader: Reader, corpus: str) -> str:
    return summary([judge_story(reader, row, content) for row, content in pages(corpus)])


def judge_story(reader: Reader, row: dict, content: bytes) -> Likeness:
    read = [line for line in reader(content, Media.HTML).split("\n") if line.strip()]
    return likeness(read, golds(row))


def judge_phrases(reader: Reader) -> str:
    return summary_of_phrases(
        [phrases_in([reader(content, Media.HTML)], row) for row, content in pages("trafilatura")]
    )


def judge_lines(reader: Reader) -> str:
    scores = []
    for row in rows("lines", "lines.jsonl.gz"):
        text = reader("\n".join(row["lines"]).encode(), Media.TEXT)
        kept = {" ".join(line.split()) for line in text.split("\n") if line.strip()}
        right = given = wanted = 0
        for line, gold in zip(row["lines"], row["labels"], strict=True):
            size = len(line.split())
            taken = " ".join(line.split()) in kept
            right, given, wanted = right + size * (taken and gold), given + size * taken, wanted + size * gold
        precision, recall = right / max(1, given), right / max(1, wanted)
        whole = float(min(precision, recall) >= 0.98)
        scores.append((2 * right / max(1, given + wanted), precision, recall, whole))
    return "F1 {:.3f}  P {:.3f}  R {:.3f}  perfect {:.3f}".format(
        *(sum(score[at] for score in scores) / len(scores) for at in range(4))
    )


def speed(reader: Reader, media: Media) -> str:
    if media is Media.HTML:
        contents = [content for _, content in pages("scrapinghub")]
    else:
        contents = ["\n".join(row["lines"]).encode() for row in rows("lines", "lines.jsonl.gz")]
    reader(contents[0], media)
    start = time.process_time()
    for content in contents:
        reader(content, media)
    return f"{len(contents) / (time.process_time() - start):.0f} pages a CPU-second"


def main() -> None:
    readers: dict[str, Reader] = {"stemmata": ours}
    if trafilatura is not None:
        readers["trafilatura, precision"] = theirs
    readers["resiliparse"] = plainest
    for name, reader in readers.items():
        print(name)
        print(f"  html  scrapinghub  {judge_stories(reader, 'scrapinghub')}")
        print(f"  html  fundus       {judge_stories(reader, 'fundus')}")
        print(f"  html  phrases      {judge_phrases(with_standfirst if reader is ours else reader)}")
        if reader is not plainest:
            print(f"  text  lines        {judge_lines(with_standfirst if reader is ours else reader)}")
            print(f"  speed html {speed(reader, Media.HTML)}, text {speed(reader, Media.TEXT)}")
    if "--folds" in sys.argv:
        print("stemmata on publishers not fitted on")
        importlib.import_module("fit_read").main()


if __name__ == "__main__":
    main()
