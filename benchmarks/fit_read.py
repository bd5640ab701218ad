"""Fit the weights by which READ tells story from wrapping in HTML, and say how well they do on pages not fitted on.

``python benchmarks/fit_read.py [--write]``: five folds by publisher, then all pages for ``weights_html.json``.
Fitted on read/scrapinghub and read/fundus and on the phrases of read/trafilatura. Only shapes are fitted, no
word of any page is kept.
"""

import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator

import numpy as np
from resiliparse.parse.html import HTMLTree

from fitting import DATA, PROJECT, Sample, folded, grams, rows, table, tokens
from stemmata.model import Media
from stemmata.read.body import measure
from stemmata.read.decode import decode
from stemmata.read.dom import lay_out_html
from stemmata.read.features import Floats
from stemmata.read.sheet import Sheet

WEIGHTS = PROJECT / "src" / "stemmata" / "read" / "weights_html.json"


def html_samples() -> Iterator[tuple[Sample, list[str]]]:
    """Yield every page with its gold, as it is and as two other page engines would have made it."""
    chance = random.Random(2)  # noqa: S311
    for corpus in ("scrapinghub", "fundus"):
        for row in rows(DATA / corpus / "gold.jsonl.gz"):
            path = DATA / corpus / row["file"]
            raw = gzip.decompress((path if path.exists() else path.with_name(path.name + ".gz")).read_bytes())
            gold = (
                row["body"].split("\n\n")
                if "body" in row
                else [part.strip("[]") for part in row["paragraphs"]]
            )
            text = decode(raw, None, Media.HTML)
            group = row.get("publisher") or row["url"].split("/")[2]
            for kind, html, share in (
                (corpus, text, 1.0),
                ("bare", bare(text), 0.3),
                ("wrapped", wrapped(text, chance), 0.3),
            ):
                sheet = lay_out_html(html)
                yield Sample(group, share, sheet, marked(sheet, gold), measure(sheet), kind), gold


def bare(text: str) -> str:
    """Return a page without what its makers named: no class, no id, and every element for text a ``div``."""
    html = re.sub(r' (?:class|id|itemprop|role)="[^"]*"', "", HTMLTree.parse(text).document.html)
    return re.sub(r"<(/?)(?:article|main|section|header)\b", r"<\1div", html)


def wrapped(text: str, chance: random.Random) -> str:
    """Return a page with each paragraph in one to three elements of its own, named by a machine."""
    depth = chance.randint(1, 3)
    names = [f"x{chance.randrange(10**6):06}" for _ in range(4)]
    html = re.sub(r' class="[^"]*"', "", HTMLTree.parse(text).document.html)
    html = re.sub(r"<(/?)(?:article|main)\b", r"<\1div", html)
    html = re.sub(
        r"<p(?=[ >])",
        lambda _: "".join(f'<div class="{chance.choice(names)}">' for _ in range(depth)) + "<p",
        html,
    )
    return html.replace("</p>", "</p>" + "</div>" * depth)


def phrase_samples() -> Iterator[Sample]:
    """Yield pages of which single phrases are known to be in the story or not."""
    for row in rows(DATA / "trafilatura" / "gold.jsonl.gz"):
        path = DATA / "trafilatura" / row["file"]
        raw = gzip.decompress((path if path.exists() else path.with_name(path.name + ".gz")).read_bytes())
        sheet = lay_out_html(decode(raw, None, Media.HTML))
        if not sheet.spans:
            continue
        lines = [" ".join(sheet.line(number).split()) for number in range(len(sheet.spans))]
        gold, known = np.zeros(len(lines)), np.zeros(len(lines))
        for phrases, value in ((row["without"], 0.0), (row["with"], 1.0)):
            for phrase in phrases:
                for number, line in enumerate(lines):
                    if " ".join(phrase.split()) in line:
                        gold[number], known[number] = value, 1.0
        yield Sample(
            row["file"].split("/")[-1].split("-")[0], 0.2, sheet, gold, measure(sheet), "trafilatura", known
        )


def phrase_f1(sample: Sample, guess: Floats) -> tuple[float, float, float, float]:
    known = sample.known if sample.known is not None else np.ones(len(guess))
    right = float((known * guess * sample.gold).sum())
    given, wanted = float((known * guess).sum()), float((known * sample.gold).sum())
    f1 = 2 * right / max(given + wanted, 1e-9) if given + wanted else 1.0
    return f1, right / max(given, 1e-9), right / max(wanted, 1e-9), float(f1 == 1.0)


def marked(sheet: Sheet, gold: list[str]) -> Floats:
    """Mark a paragraph as body when three of five of its 4-word runs stand in the gold text."""
    whole = {" ".join(tokens(part)) for part in gold}
    runs = {run for part in (*gold, "\n".join(gold)) for run in grams(tokens(part))}
    marks = []
    for number in range(len(sheet.spans)):
        words = tokens(sheet.line(number))
        own = grams(words)
        if len(words) < 4:
            marks.append(bool(words) and " ".join(words) in whole)
        else:
            marks.append(sum(run in runs for run in own) / len(own) >= 0.6)
    return np.array(marks, float)


def shingle_f1(sample: Sample, guess: Floats, gold: list[str]) -> tuple[float, float, float, float]:
    given = Counter(
        grams(tokens("\n".join(sample.sheet.line(int(number)) for number in np.flatnonzero(guess))))
    )
    wanted = Counter(grams(tokens("\n".join(gold))))
    right = (given & wanted).total()
    precision, recall = right / max(1, given.total()), right / max(1, wanted.total())
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f1, precision, recall, float(precision >= 0.98 and recall >= 0.98)


def main() -> None:
    pairs = list(html_samples())
    html = [sample for sample, _ in pairs] + list(phrase_samples())
    folded(
        html,
        lambda number, guess: (
            shingle_f1(html[number], guess, pairs[number][1])
            if number < len(pairs)
            else phrase_f1(html[number], guess)
        ),
    )
    if "--write" in sys.argv:
        fitted_on = (
            "149 pages of read/scrapinghub and read/fundus, each also without names and with every paragraph wrapped, "
            "and the phrases of 569 of read/trafilatura; shapes only, by benchmarks/fit_read.py"
        )
        WEIGHTS.write_text(json.dumps(table(html, fitted_on), indent=1) + "\n")


if __name__ == "__main__":
    main()
