"""How well READ tells pages without an article from articles: precision and recall by kind.

``python benchmarks/refusals.py [--real]``: over our own invented pages (``refusal_pages.py``); with ``--real`` also every
real article of ``../shared`` that is refused, by name and reason, because each is an article lost.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType

from read import DATA, pages, rows
from refusal_pages import cases
from stemmata.model import Article, Media, Page, Unread
from stemmata.read import read_page
from stemmata.sources import Paths

ALIKE = {"link-list": "section-front", "no-article": "any", "empty": "any"}
"""Codes that say less than the truth but are not wrong: a list of links is a section front without its name."""


def measured_refusals() -> dict[str, float]:
    """Return precision and recall of refusing, and the share of refusals with the right reason."""
    refused = wanted = right = named = 0
    for case in cases():
        answer, truth = read_page(case.page), case.kind != "article"
        given = isinstance(answer, Unread)
        refused, wanted, right = refused + given, wanted + truth, right + (given and truth)
        named += isinstance(answer, Unread) and ALIKE.get(answer.reason, answer.reason) == case.kind
    return {
        "refusals.precision": right / max(refused, 1),
        "refusals.recall": right / wanted,
        "refusals.named": named / max(right, 1),
    }


def table() -> str:
    """Return one line for each kind: pages, refused, refused for that reason, and what was said instead."""
    total, refused, named = Counter[str](), Counter[str](), Counter[str]()
    wrong: list[str] = []
    for case in cases():
        answer = read_page(case.page)
        reason = answer.reason if isinstance(answer, Unread) else "article"
        total[case.kind] += 1
        refused[case.kind] += reason != "article"
        named[ALIKE.get(reason, reason)] += reason != "article"
        named[f"{case.kind} right"] += ALIKE.get(reason, reason) == case.kind
        if (reason == "article") != (case.kind == "article") or ALIKE.get(reason, reason) not in {
            case.kind,
            "any",
        }:
            wrong.append(f"  {case.name}: {case.kind}, called {reason}")
    lines = [f"{'kind':<16}{'pages':>6}{'refused':>9}{'named':>7}{'P':>7}{'R':>7}"]
    for kind, count in sorted(total.items()):
        precision = named[f"{kind} right"] / max(named[kind], 1)
        lines.append(
            f"{kind:<16}{count:>6}{refused[kind]:>9}{named[f'{kind} right']:>7}"
            + ("" if kind == "article" else f"{precision:>7.2f}{refused[kind] / count:>7.2f}")
        )
    return "\n".join([*lines, *wrong])


def real() -> Iterator[tuple[str, Page]]:
    """Yield the real articles: every page is one."""
    for corpus in ("scrapinghub", "fundus", "trafilatura"):
        for row, content in pages(corpus):
            yield f"{corpus} {row['file']}", Page(row["file"], content, Media.HTML, url=row.get("url"))
    for number, row in enumerate(rows("lines", "lines.jsonl.gz")):
        yield f"lines {number}", Page(f"{number}", "\n".join(row["lines"]).encode(), Media.TEXT)
    yield from _archived()
    project = Path(__file__).parent.parent
    for folder in (DATA.parent.parent / "seeds", project / "examples"):
        for page in Paths([str(folder)]).pages():
            if isinstance(page, Page):
                yield f"{folder.name} {page.source}", page


def _archived() -> Iterator[tuple[str, Page]]:
    with (DATA.parent / "odu" / "pages.warc.gz").open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            url = record.headers["WARC-Target-URI"]
            yield f"odu {url}", Page(url, record.reader.read(), Media.HTML, url=url)


def lost() -> str:
    """Return every real article that is refused, and their share."""
    count, refused = Counter[str](), []
    for name, page in real():
        corpus = name.partition(" ")[0]
        count[corpus] += 1
        answer = read_page(page)
        if not isinstance(answer, Article):
            refused.append(f"  {name} {page.url or ''}: {answer.reason}. {answer.says}")
    total = sum(count.values())
    return "\n".join(
        [f"{len(refused)} of {total} real pages refused ({len(refused) / total:.2%}) {dict(count)}", *refused]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--real", action="store_true", help="also list the real articles that are refused")
    asked = parser.parse_args()
    print(table())
    print(json.dumps(measured_refusals()))
    if asked.real:
        print(lost())


if __name__ == "__main__":
    main()
