"""The pages on which READ's HTML score is fitted and judged, with what is known of each of their paragraphs.

Three kinds of knowledge: stories marked by people (read/scrapinghub, read/fundus), phrases marked by people
(read/trafilatura), and silver for the pages of read/trafilatura and read/htmldate: where trafilatura, set to
precision and set to recall, agrees with itself.
"""

import gzip
import json
import os
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import trafilatura
from resiliparse.parse.html import HTMLTree

from read_grafts import Piece, grafted, piece_of
from read_measures import golds, tokens
from stemmata.kernels.lines import LinePage
from stemmata.model import Media
from stemmata.read.body import measure_html
from stemmata.read.decode import decode
from stemmata.read.dom import lay_out_html
from stemmata.read.features import Floats
from stemmata.read.sheet import Sheet

PROJECT = Path(__file__).parent.parent
DATA = (PROJECT / os.environ.get("STEMMATA_SHARED", "../shared")).resolve() / "data" / "read"
MARKED_CORPORA = ("scrapinghub", "fundus")
CORPORA = (*MARKED_CORPORA, "trafilatura", "htmldate")
MARKED = 1.0
"""What a page marked by people counts in the fit; a page with other markup a third of it."""
REBUILT = 0.3
GRAFTED = 0.1
"""What each of two variants counts that has pieces of other pages set into its story."""
PHRASES = 0.2
SILVER = 0.15
_FEWEST = 60
"""Words of a silver story; at least half of what either reading finds must be in both."""


@dataclass(frozen=True, slots=True)
class Source:
    """One stored page: its corpus, its gold row, its bytes and its site."""

    corpus: str
    row: dict
    content: bytes

    @property
    def text(self) -> str:
        return decode(self.content, None, Media.HTML)

    @property
    def site(self) -> str:
        """The last labels of the host, by which pages of one publisher stay on one side of a fold."""
        labels = urlsplit(self.row["url"]).netloc.lower().split(":")[0].split(".")
        second = (
            len(labels) > 2
            and len(labels[-1]) == 2
            and labels[-2] in {"co", "com", "org", "net", "gov", "ac"}
        )
        return ".".join(labels[-3:] if second else labels[-2:])

    @property
    def golds(self) -> list[str]:
        return golds(self.row)


@dataclass(slots=True)
class Sample:
    """A page laid out, with the gold of each paragraph and what that counts in the fit."""

    source: Source
    kind: str
    sheet: Sheet
    page: LinePage
    first: Floats
    gold: Floats
    weight: Floats


def sources(corpora: Sequence[str] = CORPORA) -> Iterator[Source]:
    for corpus in corpora:
        with gzip.open(DATA / corpus / "gold.jsonl.gz", "rt", encoding="utf8") as lines:
            for row in map(json.loads, lines):
                path = DATA / corpus / row["file"]
                path = path if path.exists() else path.with_name(path.name + ".gz")
                yield Source(corpus, row, gzip.decompress(path.read_bytes()))


def samples() -> Iterator[Sample]:
    chance = random.Random(2)  # noqa: S311
    pieces = list(_pieces(chance))
    for source in sources():
        text = source.text
        if source.corpus in MARKED_CORPORA:
            for _ in range(2):
                yield _marked(source, "grafted", grafted(text, source.golds[0], pieces, chance), GRAFTED)
            yield _marked(source, "page", text, MARKED)
            yield _marked(source, "bare", bare(text), REBUILT)
            yield _marked(source, "wrapped", wrapped(text, chance), REBUILT)
        else:
            sheet = lay_out_html(text)
            if sheet.spans:
                yield _partly_known(source, sheet, text)


def _pieces(chance: random.Random) -> Iterator[Piece]:
    for source in sources(MARKED_CORPORA):
        head = lay_out_html(source.text).head
        yield piece_of(head.meta("og:title") or head.title, source.golds[0], chance)


def _marked(source: Source, kind: str, text: str, share: float) -> Sample:
    sheet = lay_out_html(text)
    page, first = measure_html(sheet)
    gold = marked(sheet, source.golds[0])
    return Sample(source, kind, sheet, page, first, gold, weights(gold, page.words(), share))


def _partly_known(source: Source, sheet: Sheet, text: str) -> Sample:
    """Return a page with silver, and where it has them with phrases, which outweigh silver."""
    page, first = measure_html(sheet)
    careful, eager = (
        marked(sheet, trafilatura.extract(text, include_comments=False, **{wish: True}) or "") > 0
        for wish in ("favor_precision", "favor_recall")
    )
    both = page.words()[careful & eager].sum()
    gold, weight = (careful & eager).astype(float), np.zeros(len(careful))
    if both >= _FEWEST and both >= 0.5 * max(page.words()[careful].sum(), page.words()[eager].sum()):
        weight = weights(gold, page.words(), SILVER) * (careful == eager)
    told, known = phrased(sheet, source.row)
    weight[known] = 200 * PHRASES / max(1, known.sum())
    return Sample(
        source,
        "phrases" if known.any() else "silver",
        sheet,
        page,
        first,
        np.where(known, told, gold),
        weight,
    )


def weights(gold: Floats, words: Floats, share: float) -> Floats:
    """Return what each paragraph counts: by its words, all pages alike."""
    counted = np.minimum(words, 80)
    return 200 * share * (0.3 / len(counted) + counted / max(1.0, float(counted[gold > 0].sum())))


def phrased(sheet: Sheet, row: dict) -> tuple[Floats, np.ndarray]:
    """Return which paragraphs hold a phrase of the story, and which hold any phrase."""
    lines = [" ".join(sheet.line(number).split()) for number in range(len(sheet.spans))]
    gold, known = np.zeros(len(lines)), np.zeros(len(lines), bool)
    for phrases, value in ((row.get("without", ()), 0.0), (row.get("with", ()), 1.0)):
        for phrase in (" ".join(phrase.split()) for phrase in phrases):
            for number, line in enumerate(lines):
                if phrase in line:
                    gold[number], known[number] = value, True
    return gold, known


def marked(sheet: Sheet, gold: str) -> Floats:
    """Mark a paragraph as story when three of five of its runs of four words stand in the gold text.

    A shorter one, such as the cell of a table, is marked when runs across its neighbours cover it, near the story.
    """
    lines = [tokens(sheet.line(number)) for number in range(len(sheet.spans))]
    runs = set(zip(*(tokens(gold)[at:] for at in range(4)), strict=False))
    whole = {" ".join(tokens(line)) for line in gold.split("\n")}
    flat = [word for line in lines for word in line]
    hit = np.array([run in runs for run in zip(*(flat[at:] for at in range(4)), strict=False)], bool)
    covered = np.zeros(len(flat), bool)
    for at in np.flatnonzero(hit).tolist():
        covered[at : at + 4] = True
    marks, at = np.zeros(len(lines)), 0
    for number, line in enumerate(lines):
        if len(line) >= 4:
            marks[number] = hit[at : at + len(line) - 3].mean() >= 0.6
        elif line:
            marks[number] = covered[at : at + len(line)].all() or " ".join(line) in whole
        at += len(line)
    return _near_story(marks, np.array([len(line) >= 4 for line in lines]))


def _near_story(marks: Floats, long: np.ndarray) -> Floats:
    """Unmark short paragraphs far outside the long ones of the story: they stand in it by chance."""
    sure = np.flatnonzero((marks > 0) & long)
    if len(sure):
        number = np.arange(len(marks))
        marks[~long & ((number < sure[0] - 3) | (number > sure[-1] + 8))] = 0
    return marks


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
    opened = r"<p(?=[ >])"
    html = re.sub(
        opened, lambda _: "".join(f'<div class="{chance.choice(names)}">' for _ in range(depth)) + "<p", html
    )
    return html.replace("</p>", "</p>" + "</div>" * depth)
