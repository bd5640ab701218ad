"""The texts on which READ's score of plain text is fitted and judged: scrapes as lines, with what is known of each.

Marked lines (read/lines) with variants of each page; the lines of read/scrapinghub, marked from its gold; and silver
for read/trafilatura and read/htmldate where two settings of trafilatura agree, with the phrases that people marked.
"""

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import trafilatura
from resiliparse.extract.html2text import extract_plain_text

from read_samples import DATA, Source, marked, phrased, sources, weights
from stemmata.model import Span
from stemmata.read.body import measure_text
from stemmata.read.features import Floats
from stemmata.read.sheet import Sheet

VARIANTS = ("page", "bare", "dashed", "story", "near", "wide", "head", "interleaved", "brief", "brief mixed")
"""What is made of each marked text, in the order of ``variants``."""
SHARES = (1.0, 0.3, 0.3, 0.6, 0.4, 0.4, 0.3, 0.6, 0.4, 0.4)
GOLD = 0.5
SILVER = 0.15
BARE = 0.3
"""What a page made to lines counts again without its bullets."""
_MOST = 3000


@dataclass(slots=True)
class Text:
    """One text laid out, with the gold of each line and what that counts in the fit."""

    publisher: str
    name: str
    kind: str
    sheet: Sheet
    first: Floats
    gold: Floats
    weight: Floats

    @property
    def words(self) -> Floats:
        return np.expm1(self.first[:, 0])


def texts(rows: list[dict]) -> Iterator[Text]:
    """Yield the variants of every marked text, then every stored page as lines, with and without bullets."""
    chance = random.Random(1)  # noqa: S311
    for row in rows:
        made = zip(VARIANTS, SHARES, variants(row["lines"], row["labels"], chance), strict=False)
        for kind, share, (lines, gold) in made:
            kept = [(line.strip(), mark) for line, mark in zip(lines, gold, strict=True) if line.strip()]
            if kept:
                marks = np.array([mark for _, mark in kept], float)
                yield _text(row["publisher"], row["id"], kind, [line for line, _ in kept], marks, share)
    known = {_letters(row["publisher"]).removeprefix("the"): row["publisher"] for row in rows}
    for source in sources(("scrapinghub", "trafilatura", "htmldate")):
        yield from _stored(source, known)


def _text(
    publisher: str, name: str, kind: str, lines: list[str], gold: Floats, share: float, sure: Floats | None = None
) -> Text:  # fmt: skip
    sheet = sheet_of(lines)
    _, first = measure_text(sheet)
    weight = weights(gold, np.expm1(first[:, 0]), share)
    return Text(publisher, name, kind, sheet, first, gold, weight if sure is None else weight * sure)


def _stored(source: Source, known: dict[str, str]) -> Iterator[Text]:
    """Yield a stored page as the scrape that loses its markup, under the publisher that read/lines calls it by."""
    text = source.text
    plain = extract_plain_text(text, main_content=False, alt_texts=False, noscript=False, list_bullets=True)
    lines = [line.strip() for line in plain.split("\n") if line.strip()]
    if not 0 < len(lines) <= _MOST:
        return
    gold, sure = _told(source, text, sheet_of(lines))
    if gold is not None:
        site = _letters(source.site)
        called = next((name for key, name in known.items() if len(key) > 3 and key in site), source.site)
        share = GOLD if source.corpus == "scrapinghub" else SILVER
        yield _text(called, source.row["id"], "stored", lines, gold, share, sure)
        bare = [line.removeprefix("• ") for line in lines]
        yield _text(called, source.row["id"], "stored", bare, gold, share * BARE, sure)


def _told(source: Source, text: str, sheet: Sheet) -> tuple[Floats | None, Floats]:
    """Return which lines are story, or None where nothing is, and of which that is known."""
    if source.corpus == "scrapinghub":
        return marked(sheet, source.golds[0]), np.ones(len(sheet.spans))
    careful, plain = (
        marked(sheet, trafilatura.extract(text, include_comments=False, favor_precision=wish) or "") > 0
        for wish in (True, False)
    )
    if not (careful | plain).any():
        return None, np.zeros(0)
    told, known = phrased(sheet, source.row)
    return np.where(known, told, careful.astype(float)), ((careful == plain) | known).astype(float)


def _letters(name: str) -> str:
    return "".join(char for char in name.lower() if char.isalpha())


def sheet_of(lines: list[str]) -> Sheet:
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Sheet("\n".join(lines), tuple(spans))


def variants(
    lines: list[str], gold: list[int], chance: random.Random
) -> Iterator[tuple[list[str], list[int]]]:
    """Yield the page, and if it has a story what others would have kept of it."""
    yield lines, gold
    if 1 not in gold:
        return
    first, last = gold.index(1), len(gold) - 1 - gold[::-1].index(1)
    bare = [line.removeprefix("• ") for line in lines]
    yield bare, gold
    yield (
        [line if mark else line.replace("• ", "- ", 1) for line, mark in zip(lines, gold, strict=True)],
        gold,
    )
    story = [number for number, mark in enumerate(gold) if mark]
    yield [lines[number] for number in story], [1] * len(story)
    for most in (3, 40):
        start = max(0, first - chance.randint(0, 8))
        end = min(len(lines), last + 1 + chance.randint(most // 4, most))
        yield bare[start:end], gold[start:end]
    yield lines[: last + 1], gold[: last + 1]
    yield interleaved(lines, gold, chance)
    told = [lines[number] for number in story if len(lines[number].split()) >= 8] or [lines[first]]
    at, size = chance.randrange(len(told)), chance.randint(1, 5)
    brief = told[at : at + size]
    yield brief, [1] * len(brief)
    yield mixed(
        brief, [line for line, mark in zip(bare, gold, strict=True) if not mark and line.strip()], chance
    )


def mixed(brief: list[str], chrome: list[str], chance: random.Random) -> tuple[list[str], list[int]]:
    """Put none to three lines of wrapping before, between and behind a few paragraphs."""
    made: list[tuple[str, int]] = []
    for line in (*brief, ""):
        if chrome and chance.random() < 0.7:
            at, size = chance.randrange(len(chrome)), chance.randint(1, 3)
            made += [(other, 0) for other in chrome[at : at + size]]
        made += [(line, 1)] if line else []
    return [line for line, _ in made], [mark for _, mark in made]


def interleaved(lines: list[str], gold: list[int], chance: random.Random) -> tuple[list[str], list[int]]:
    """Put runs of the page's own wrapping between the paragraphs of its story, as phone layouts do."""
    chrome = [line for line, mark in zip(lines, gold, strict=True) if not mark and line.strip()]
    mixed: list[tuple[str, int]] = []
    for line, mark in zip(lines, gold, strict=True):
        mixed.append((line, mark))
        if mark and chrome and chance.random() < 0.4:
            at, size = chance.randrange(len(chrome)), chance.randint(1, 4)
            mixed += [(other, 0) for other in chrome[at : at + size]]
    return [line for line, _ in mixed], [mark for _, mark in mixed]


def marked_rows() -> list[dict]:
    """Return read/lines as stored."""
    with gzip.open(DATA / "lines" / "lines.jsonl.gz", "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]
