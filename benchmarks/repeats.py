"""What the second look at the pages of one site is worth: body before and after it, HTML and text.

``python benchmarks/repeats.py [SHARED]``. A page is perfect with 98 % of the body's 4-word runs and 98 % right; text
leaks where more than 1 % of the runs given are not the body's.
"""

import sys
from collections.abc import Sequence

from read import overlap, pages, rows, shingles
from stemmata.model import Article, Media, Page, Role
from stemmata.read import read_page
from stemmata.sites import RepeatSettings, SiteSettings, find_networks, set_repeats_apart

Judged = tuple[Article, str]


def html() -> list[Judged]:
    """Return the articles of read/fundus, each with its gold body."""
    found = []
    for row, content in pages("fundus"):
        read = read_page(Page(row["id"], content, Media.HTML, url=row["url"]))
        if isinstance(read, Article):
            found.append((read, "\n".join(part.strip("[]") for part in row["paragraphs"])))
    return found


def text() -> list[Judged]:
    """Return the articles of read/lines, their site the publisher, each with its body lines."""
    found = []
    for row in rows("lines", "lines.jsonl.gz"):
        read = read_page(Page(row["id"], "\n".join(row["lines"]).encode(), Media.TEXT, site=row["publisher"]))
        gold = "\n".join(line for line, body in zip(row["lines"], row["labels"], strict=True) if body)
        if isinstance(read, Article):
            found.append((read, gold))
    return found


def score(articles: Sequence[Article], gold: Sequence[str]) -> str:
    """Return F1, perfect and leaking pages."""
    scores = []
    for article, wanted in zip(articles, gold, strict=True):
        body = "\n".join(span.of(article.text) for span in article.spans(Role.SUBTITLE, Role.BODY))
        scores.append(overlap(shingles(body), shingles(wanted)))
    count = len(scores)
    perfect = sum(right >= 0.98 and whole >= 0.98 for _, right, whole in scores)
    leaking = sum(right < 0.99 for _, right, _ in scores)
    f1 = sum(one[0] for one in scores) / count
    return f"F1 {f1:.4f}  perfect {perfect}/{count}  leaking {leaking}/{count}"


def main() -> None:
    """Print the scores before and after."""
    for name, judged in (("html fundus", html()), ("text lines", text())):
        before, gold = [one for one, _ in judged], [body for _, body in judged]
        after = set_repeats_apart(before, find_networks(before, SiteSettings()), RepeatSettings())
        print(f"{name}: before {score(before, gold)}")
        print(f"{name}: after  {score(after, gold)}")
        for one, body in zip(after, gold, strict=True):
            for span in one.repeated if "-v" in sys.argv else ():
                right = span.of(one.text) not in body
                print("  ", "ok   " if right else "WRONG", one.site, span.of(one.text)[:100])


if __name__ == "__main__":
    main()
