"""Fit the weights by which READ tells story from wrapping, and say how well they do on pages not fitted on.

``python benchmarks/fit_read.py [--write]``: five folds by publisher, then all pages for ``weights.json``. Text is
fitted on read/lines with variants of each page (bullets dropped or changed, head or foot cut off, the story
alone), HTML on read/scrapinghub and read/fundus and
on the phrases of read/trafilatura. Only shapes are fitted, no word of any page is kept.
"""

import gzip
import json
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from resiliparse.parse.html import HTMLTree

from stemmata.model import Media, Span
from stemmata.read.body import columns_of
from stemmata.read.context import surroundings
from stemmata.read.decode import decode
from stemmata.read.dom import lay_out_html
from stemmata.read.features import Floats, measure
from stemmata.read.sheet import Sheet

PROJECT = Path(__file__).parent.parent
DATA = (PROJECT / os.environ.get("STEMMATA_SHARED", "../shared")).resolve() / "data" / "read"
WEIGHTS = PROJECT / "src" / "stemmata" / "read" / "weights.json"
VARIANTS = ("page", "bare", "dashed", "story", "near", "wide", "head", "interleaved")
"""What is made of each text page, in the order of ``variants``."""
FOLDS = 5
RIDGE = (1e-3, 2e-3)
"""For text and for HTML; tried 1e-3 to 3e-2 on the folds: beyond 3e-3 whole sites were lost."""


@dataclass
class Sample:
    """A page laid out, with its gold, the weight it has in the fit, and its publisher."""

    group: str
    share: float
    sheet: Sheet
    gold: Floats
    measured: Floats
    kind: str
    known: Floats | None = None
    """Which paragraphs the gold speaks of, where it does not speak of all."""

    @property
    def words(self) -> Floats:
        return np.expm1(self.measured[:, 0])

    @property
    def weights(self) -> Floats:
        words = np.minimum(self.words, 80)
        if self.known is not None:
            return 200 * self.share * self.known / max(1.0, float(self.known.sum()))
        return 200 * self.share * (0.3 / len(words) + words / max(1.0, float(words[self.gold > 0].sum())))


def rows(path: Path) -> list[dict]:
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def text_samples() -> Iterator[Sample]:
    chance = random.Random(1)  # noqa: S311
    for row in rows(DATA / "lines" / "lines.jsonl.gz"):
        for kind, (lines, gold, share) in enumerate(variants(row["lines"], row["labels"], chance)):
            kept = [(line, mark) for line, mark in zip(lines, gold, strict=True) if line.strip()]
            if kept:
                sheet = sheet_of([line.strip() for line, _ in kept])
                marks = np.array([mark for _, mark in kept], float)
                yield Sample(row["publisher"], share, sheet, marks, measure(sheet), VARIANTS[kind])


def sheet_of(lines: list[str]) -> Sheet:
    spans, at = [], 0
    for line in lines:
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return Sheet("\n".join(lines), tuple(spans))


def variants(
    lines: list[str], gold: list[int], chance: random.Random
) -> Iterator[tuple[list[str], list[int], float]]:
    yield lines, gold, 1.0
    if 1 not in gold:
        return
    first, last = gold.index(1), len(gold) - 1 - gold[::-1].index(1)
    bare = [line.removeprefix("• ") for line in lines]
    dashed = [
        line.replace("• ", "- ", 1) if not mark else line for line, mark in zip(lines, gold, strict=True)
    ]
    yield bare, gold, 0.3
    yield dashed, gold, 0.3
    story = [number for number, mark in enumerate(gold) if mark]
    yield [lines[number] for number in story], [1] * len(story), 0.3
    for most in (3, 40):
        start = max(0, first - chance.randint(0, 8))
        end = min(len(lines), last + 1 + chance.randint(most // 4, most))
        yield bare[start:end], gold[start:end], 0.4
    yield lines[: last + 1], gold[: last + 1], 0.3
    yield *interleaved(lines, gold, chance), 0.4


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


def tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def grams(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3))]


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


def logistic(samples: list[Sample], columns: list[Floats], ridge: float) -> tuple[Floats, float]:
    """Return weights and bias of a weighted ridge logistic regression (Newton's method)."""
    table, gold = np.vstack(columns), np.concatenate([sample.gold for sample in samples])
    weight = np.concatenate([sample.weights for sample in samples])
    mean, spread = table.mean(0), table.std(0) + 1e-6
    scaled = np.hstack([(table - mean) / spread, np.ones((len(table), 1))])
    punish = ridge * len(gold) * np.r_[np.ones(table.shape[1]), 0]
    beta = np.zeros(scaled.shape[1])
    for _ in range(20):
        likely = 1 / (1 + np.exp(-np.clip(scaled @ beta, -30, 30)))
        slope = scaled.T @ (weight * (likely - gold)) + punish * beta
        bend = (scaled * (weight * likely * (1 - likely) + 1e-6)[:, None]).T @ scaled + np.diag(punish)
        step = np.linalg.solve(bend, slope)
        beta -= step
        if np.abs(step).max() < 1e-3:
            break
    weights = beta[:-1] / spread
    return weights, float(beta[-1] - mean @ weights)


def fit(samples: list[Sample]) -> tuple[tuple[Floats, float], tuple[Floats, float]]:
    ridge = RIDGE[bool(samples[0].sheet.marks)]
    first = logistic(samples, [sample.measured for sample in samples], ridge)
    return first, logistic(samples, [second_columns(sample, first) for sample in samples], ridge)


def second_columns(sample: Sample, first: tuple[Floats, float]) -> Floats:
    odds = sample.measured @ first[0] + first[1]
    return np.hstack([sample.measured, surroundings(sample.sheet, odds, sample.words)])


def guessed(sample: Sample, scores: tuple[tuple[Floats, float], tuple[Floats, float]]) -> Floats:
    first, second = scores
    return second_columns(sample, first) @ second[0] + second[1] > 0


def line_f1(sample: Sample, guess: Floats) -> tuple[float, float, float, float]:
    words = np.array([len(sample.sheet.line(number).split()) for number in range(len(guess))], float)
    right = float((words * guess * sample.gold).sum())
    given, wanted = float((words * guess).sum()), float((words * sample.gold).sum())
    return (
        2 * right / max(given + wanted, 1e-9),
        right / max(given, 1e-9),
        right / max(wanted, 1e-9),
        float(bool((guess == (sample.gold > 0)).all())),
    )


def shingle_f1(sample: Sample, guess: Floats, gold: list[str]) -> tuple[float, float, float, float]:
    given = Counter(
        grams(tokens("\n".join(sample.sheet.line(int(number)) for number in np.flatnonzero(guess))))
    )
    wanted = Counter(grams(tokens("\n".join(gold))))
    right = (given & wanted).total()
    precision, recall = right / max(1, given.total()), right / max(1, wanted.total())
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return f1, precision, recall, float(precision >= 0.98 and recall >= 0.98)


def folded(samples: list[Sample], score: Callable[[int, Floats], tuple[float, float, float, float]]) -> None:
    groups = sorted({sample.group for sample in samples})
    fold = [groups.index(sample.group) % FOLDS for sample in samples]
    results: dict[str, list[tuple[float, float, float, float]]] = {}
    for held in range(FOLDS):
        scores = fit([sample for sample, number in zip(samples, fold, strict=True) if number != held])
        for number, sample in enumerate(samples):
            if fold[number] == held:
                results.setdefault(sample.kind, []).append(score(number, guessed(sample, scores)))
    for kind, values in sorted(results.items()):
        print(f"{kind:12} F1 {{:.4f}}  P {{:.4f}}  R {{:.4f}}  perfect {{:.3f}}".format(*np.mean(values, 0)))


def table(samples: list[Sample], fitted_on: str) -> dict:
    scores = fit(samples)
    html = bool(samples[0].sheet.marks)
    names = (columns_of("first", html=html), columns_of("second", html=html))
    parts = {
        name: {
            "bias": round(bias, 4),
            "weights": {key: round(float(value), 4) for key, value in zip(keys, weights, strict=True)},
        }
        for name, keys, (weights, bias) in zip(("first", "second"), names, scores, strict=True)
    }
    return {"fitted_on": fitted_on, **parts}


def main() -> None:
    text = list(text_samples())
    if "--html" not in sys.argv:
        folded(text, lambda number, guess: line_f1(text[number], guess))
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
        weights = {
            "text": table(
                text,
                "218 pages of read/lines and seven variants of each; shapes only, by benchmarks/fit_read.py",
            ),
            "html": table(
                html,
                "149 pages of read/scrapinghub and read/fundus, each also without names and with every paragraph wrapped, "
                "and the phrases of 569 of read/trafilatura; shapes only, by benchmarks/fit_read.py",
            ),
        }
        WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n")


if __name__ == "__main__":
    main()
