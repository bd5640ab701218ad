"""Bylines, titles and languages on the pages of read/trafilatura, ours beside trafilatura's on the same pages; and on PolNeAR's plain texts.

A byline is exact if the names are the same set, case, stops and white space aside, whatever stands between them.
"""

import gzip
import json
import re
from collections.abc import Sequence
from functools import cache

from facts_measures import Line, Seen, line
from read import DATA, pages
from stemmata.model import Article, Media, Page
from stemmata.read import read_page

try:
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html
except ImportError:
    extract_metadata = None

Names = str | Sequence[str] | None


@cache
def read() -> list[tuple[dict, Article | None, tuple[str, str]]]:
    """Return the pages whose gold names title and author: gold, our article, trafilatura's title and author."""
    found = []
    for row, content in pages("trafilatura"):
        if "author" in row:
            article = read_page(Page(row["id"], content, Media.HTML, url=row["url"]))
            found.append(
                (row, article if isinstance(article, Article) else None, theirs(content, row["url"]))
            )
    return found


def theirs(content: bytes, url: str) -> tuple[str, str]:
    if extract_metadata is None:
        return "", ""
    try:
        told = extract_metadata(load_html(content), default_url=url, extensive=False)
    except (AttributeError, ValueError):
        return "", ""
    return told.title or "", told.author or ""


def names(written: Names) -> frozenset[str]:
    parts = re.split(r"[,;&|]|\band\b|\bund\b", written) if isinstance(written, str) else written or ()
    return frozenset(folded for part in parts if (folded := re.sub(r"\W+", " ", part.lower()).strip()))


def seen(number: str, ours: frozenset[str], gold: frozenset[str]) -> Seen:
    return Seen(f"{number}: {sorted(gold)} read as {sorted(ours)}", len(ours & gold), len(ours), len(gold))


def bylines() -> list[Line]:
    signed = [(row, article, other) for row, article, other in read() if row["author"]]
    ours = [seen(r["id"], names(a.authors if a else ()), names(r["author"])) for r, a, _ in signed]
    other = [seen(r["id"], names(o[1]), names(r["author"])) for r, _, o in signed]
    unsigned = [
        (len(names(a.authors if a else ())), len(names(o[1]))) for r, a, o in read() if not r["author"]
    ]
    silent = [sum(not pair[at] for pair in unsigned) / len(unsigned) for at in (0, 1)]
    return [
        line("bylines exact, ours", ours, share=True),
        line("bylines exact, trafilatura", other, share=True),
        line("names, ours", ours),
        line("names, trafilatura", other),
        Line("none said where gold has none", "", "", f"ours {silent[0]:.3f}  trafilatura {silent[1]:.3f}"),
        *plain(),
    ]


def plain() -> list[Line]:
    """PolNeAR's texts with the byline set under the title, as a scrape has it: read back from there."""
    found = []
    with gzip.open(DATA.parent / "polnear" / "docs.jsonl.gz", "rt", encoding="utf8") as lines:
        rows = [json.loads(row) for row in lines]
    for row in rows:
        author, title = row["metadata"]["author"], row["metadata"]["title"]
        signing = re.sub(r"^[Bb]y\s*", "", author).partition(", ")[0].partition(". ")[0]
        gold = names(signing)
        if author in {"None", "NA", ""} or author.isupper() or not signing:
            continue
        text = row["text"].partition("\n\n")[2]
        page = Page(
            row["id"], f"{title}\n\nBy {' and '.join(signing.split(','))}\n\n{text}".encode(), Media.TEXT
        )
        article = read_page(page)
        found.append(seen(row["id"], names(article.authors if isinstance(article, Article) else ()), gold))
    return [line("plain text (PolNeAR, byline set in), ours", found, share=True)]


def titles() -> list[Line]:
    def told(row: dict, title: str | None) -> Seen:
        right = fold(title or "") == fold(row["title"])
        return Seen(f"{row['id']}: {row['title']!r} read as {title!r}", int(right), int(bool(title)), 1)

    titled = [(row, article, other) for row, article, other in read() if row["title"]]
    return [
        line("titles exact, ours", [told(r, a.title if a else None) for r, a, _ in titled], share=True),
        line("titles exact, trafilatura", [told(r, o[0]) for r, _, o in titled], share=True),
    ]


def fold(title: str) -> str:
    for marks in ("‘’'`´", '“”"„«»', "–—-"):
        title = re.sub(f"[{marks}]", marks[2], title)
    return " ".join(title.split())


def languages() -> list[Line]:
    """Agreement with the language the page's markup claims, which is often left at its maker's default."""
    found = []
    for row, content in pages("trafilatura"):
        claimed = re.search(rb"<html[^>]*\blang=[\"']?([a-z]{2})\b", content[:5000])
        article = read_page(Page(row["id"], content, Media.HTML))
        if claimed and isinstance(article, Article):
            told = claimed[1].decode()
            found.append(
                Seen(f"{row['id']}: {told} read as {article.language}", int(told == article.language), 1, 1)
            )
    return [line("language agrees with html lang", found, share=True)]
