"""How well and how fast READ tells a story from its wrapping, beside trafilatura where that is installed.

``python benchmarks/read.py``: prints a table. The weights of READ were fitted on these very sets, so its own row
flatters it; what it reaches on publishers it has not seen is printed by ``benchmarks/fit_read.py``.
"""

import gzip
import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

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
    article = read_page(Page("page", content, media))
    if not isinstance(article, Article):
        return ""
    return "\n\n".join(span.of(article.text) for span in article.spans(Role.SUBTITLE, Role.BODY))


def theirs(content: bytes, media: Media) -> str:
    text = content.decode("utf-8", "replace")
    html = (
        text
        if media is Media.HTML
        else "<html><body><p>" + "</p><p>".join(text.split("\n")) + "</p></body></html>"
    )
    return trafilatura.extract(html, include_comments=False, favor_precision=True) or ""


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = tokens(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def overlap(given: Counter[tuple[str, ...]], wanted: Counter[tuple[str, ...]]) -> tuple[float, float, float]:
    right = (given & wanted).total()
    precision, recall = right / max(1, given.total()), right / max(1, wanted.total())
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def judge_stories(reader: Reader, corpus: str) -> str:
    scores = []
    for row, content in pages(corpus):
        gold = row["body"] if "body" in row else "\n".join(part.strip("[]") for part in row["paragraphs"])
        scores.append(overlap(shingles(reader(content, Media.HTML)), shingles(gold)))
    f1, precision, recall = (sum(score[at] for score in scores) / len(scores) for at in range(3))
    perfect = sum(score[1] >= 0.98 and score[2] >= 0.98 for score in scores) / len(scores)
    return f"F1 {f1:.3f}  P {precision:.3f}  R {recall:.3f}  perfect {perfect:.2f}"


def judge_phrases(reader: Reader) -> str:
    right = wrong = missed = 0
    for row, content in pages("trafilatura"):
        text = " ".join(reader(content, Media.HTML).split())
        held = sum(" ".join(phrase.split()) in text for phrase in row["with"])
        right, missed = right + held, missed + len(row["with"]) - held
        wrong += sum(" ".join(phrase.split()) in text for phrase in row["without"])
    precision, recall = right / (right + wrong), right / (right + missed)
    return f"F1 {2 * precision * recall / (precision + recall):.3f}  P {precision:.3f}  R {recall:.3f}"


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
        scores.append((2 * right / max(1, given + wanted), right / max(1, given), right / max(1, wanted)))
    return "F1 {:.3f}  P {:.3f}  R {:.3f}".format(
        *(sum(score[at] for score in scores) / len(scores) for at in range(3))
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
        readers["trafilatura"] = theirs
    for name, reader in readers.items():
        print(name)
        print(f"  html  scrapinghub  {judge_stories(reader, 'scrapinghub')}")
        print(f"  html  fundus       {judge_stories(reader, 'fundus')}")
        print(f"  html  phrases      {judge_phrases(reader)}")
        print(f"  text  lines        {judge_lines(reader)}")
        print(f"  speed html {speed(reader, Media.HTML)}, text {speed(reader, Media.TEXT)}")


if __name__ == "__main__":
    main()
