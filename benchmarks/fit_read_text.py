"""Fit the trees by which READ tells story from wrapping in plain text, and say how well they do on new publishers.

``python benchmarks/fit_read_text.py [--folds N] [--write]``: folds by publisher, judged on the marked texts of
read/lines by words, then all texts for ``forest_text.json``. Only shapes are fitted, no word of any page is kept.
"""

import argparse
from collections.abc import Sequence

import numpy as np

from fit_read import fold_of
from forest_fitting import Trees, fit_trees, forest_of, write
from read_samples import PROJECT
from stemmata.kernels import forest_scores
from stemmata.model import Article, Media, Page, Role
from stemmata.read import page
from stemmata.read.body import TEXT_CAUTION, columns_of, measure_text, measure_text_again
from stemmata.read.features import WORDS, Floats
from stemmata.read.settings import ReadSettings
from text_samples import VARIANTS, Text, marked_rows, texts

FOREST = PROJECT / "src" / "stemmata" / "read" / "forest_text.json"
INNER = 3
"""Folds by publisher within the texts fitted on: the second score must learn from first guesses as good as on new ones."""
FIRST = {"rounds": 80, "num_leaves": 8, "learning_rate": 0.12}
SECOND = {"rounds": 200, "num_leaves": 12, "learning_rate": 0.06}
EASY = 0.15
"""Share of the easy lines of wrapping that is kept, for the time they take: each counts for as many more."""
Fit = tuple[Trees, Trees]


def fit(known: Sequence[Text]) -> Fit:
    """Fit both scores; the second sees first guesses by trees that were not fitted on the text's publisher."""
    held = [fold_of(text.publisher, INNER, "inner") for text in known]
    tables: list[Floats] = [np.zeros((0, 0))] * len(known)
    odds: list[Floats] = [np.zeros(0)] * len(known)
    for fold in range(INNER):
        trees = forest_of(_first([text for text, other in zip(known, held, strict=True) if other != fold]))
        for number, text in enumerate(known):
            if held[number] == fold:
                odds[number] = forest_scores(text.first, trees)
                tables[number] = around(text, odds[number])
    return _first(known), _fitted(known, tables, np.concatenate(odds) < -4, SECOND)


def around(text: Text, odds: Floats) -> Floats:
    page, first = measure_text(text.sheet)
    return measure_text_again(page, first, odds)


def _first(known: Sequence[Text]) -> Trees:
    far = WORDS.index("near_peak")
    easy = np.concatenate([(text.words < 6) & (text.first[:, far] < 0.2) for text in known])
    return _fitted(known, [text.first for text in known], easy, FIRST)


def _fitted(known: Sequence[Text], tables: Sequence[Floats], easy: np.ndarray, wishes: dict) -> Trees:
    gold = np.concatenate([text.gold for text in known])
    weight = np.concatenate([text.weight for text in known])
    easy = easy & (gold == 0)
    kept = ~easy | (np.random.default_rng(1).random(len(gold)) < EASY)
    weight = np.where(easy, weight / EASY, weight)
    return fit_trees(np.vstack(tables)[kept], gold[kept], weight[kept], **wishes)


def odds_by(fitted: Fit, text: Text) -> Floats:
    first, second = map(forest_of, fitted)
    return forest_scores(around(text, forest_scores(text.first, first)), second)


def as_article(text: Text, inside: np.ndarray) -> np.ndarray:
    """Return which lines are body or standfirst of the article that READ makes of a text, were these its story: read/lines
    marks both alike."""
    given = page.body_of
    page.body_of = lambda _: (inside, np.where(inside, 1.0, -1.0))
    try:
        article = page._read(Page("text", text.sheet.text.encode(), Media.TEXT), text.sheet, ReadSettings())
    finally:
        page.body_of = given
    held = set(article.spans(Role.SUBTITLE, Role.BODY)) if isinstance(article, Article) else set()
    return np.array([span in held for span in text.sheet.spans], bool)


def likeness(text: Text, guess: np.ndarray) -> tuple[float, float, float, float, float]:
    """Return F1, precision and recall by words; whether every line is right; whether 98 of 100 words are, both ways."""
    sizes = np.array([len(text.sheet.line(number).split()) for number in range(len(guess))], float)
    right = float((sizes * guess * text.gold).sum())
    given, wanted = float((sizes * guess).sum()), float((sizes * text.gold).sum())
    precision, recall = right / max(given, 1e-9), right / max(wanted, 1e-9)
    whole = float(bool((guess == (text.gold > 0)).all()))
    f1 = 2 * right / max(given + wanted, 1e-9)
    return f1, precision, recall, whole, float(min(precision, recall) >= 0.98)


def report(known: Sequence[Text], folds: int) -> None:
    found: dict[str, list[tuple[float, ...]]] = {}
    held = [fold_of(text.publisher, folds) for text in known]
    for fold in range(folds):
        fitted = fit([text for text, other in zip(known, held, strict=True) if other != fold])
        for text, other in zip(known, held, strict=True):
            if other == fold and text.kind in VARIANTS:
                story = as_article(text, odds_by(fitted, text) > TEXT_CAUTION)
                found.setdefault(text.kind, []).append(likeness(text, story))
    for kind, values in found.items():
        line = "F1 {:.4f}  P {:.4f}  R {:.4f}  all lines right {:.3f}  perfect {:.3f}"
        print(f"{kind:12} {line.format(*np.mean(values, 0))}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=4, help="0 for none")
    parser.add_argument("--write", action="store_true", help="fit on all texts and keep the trees")
    asked = parser.parse_args()
    known = list(texts(marked_rows()))
    if asked.folds:
        report(known, asked.folds)
    if asked.write:
        fitted_on = (
            "218 texts of read/lines with nine variants of each, 103 pages of read/scrapinghub as lines, and the agreement of "
            "two settings of trafilatura on 869 pages of read/trafilatura and read/htmldate; shapes only, by "
            "benchmarks/fit_read_text.py"
        )
        first, second = fit(known)
        names = (columns_of("first", html=False), columns_of("second", html=False))
        write(FOREST, fitted_on, {"first": (names[0], first), "second": (names[1], second)})


if __name__ == "__main__":
    main()
