"""Fit the trees by which READ tells story from wrapping in HTML, and say how well they do on publishers not fitted on.

``python benchmarks/fit_read.py``: folds by publisher over all sets, judged on whole articles (the paragraphs whose
role is body, after titles, captions and refusals). ``--by-page`` folds by page: other pages of the publisher are known.
``--worst`` lists the worst pages. ``--write``: all pages, for ``forest_html.json``. Only shapes are fitted, no word of
any page is kept.
"""

import sys
from collections.abc import Callable, Sequence
from zlib import crc32

import numpy as np

from forest_fitting import Trees, fit_trees, forest_of, write
from read_measures import likeness, phrases_in, summary, summary_of_phrases
from read_samples import PROJECT, Sample, Source, samples
from stemmata.kernels import forest_scores
from stemmata.model import Article, Media, Page, Role
from stemmata.read import page
from stemmata.read.body import CAUTION, columns_of, measure_again
from stemmata.read.features import Floats
from stemmata.read.settings import ReadSettings

FOREST = PROJECT / "src" / "stemmata" / "read" / "forest_html.json"
FOLDS = 6
INNER = 3
"""Folds by publisher within the pages fitted on: the second score must learn from first guesses as good as on new pages."""
FIRST = {"rounds": 60, "num_leaves": 8, "learning_rate": 0.12}
SECOND = {"rounds": 200, "num_leaves": 12, "learning_rate": 0.06}
Fit = tuple[Trees, Trees]


def fold_of(site: str, folds: int, salt: str = "x") -> int:
    return crc32((salt + site).encode()) % folds


def fit(known: Sequence[Sample]) -> Fit:
    """Fit both scores; the second sees first guesses by trees that were not fitted on the page's publisher."""
    held = [fold_of(sample.source.site, INNER, "inner") for sample in known]
    tables: list[Floats] = [np.zeros((0, 0))] * len(known)
    guesses: list[Floats] = [np.zeros(0)] * len(known)
    for fold in range(INNER):
        trees = forest_of(
            _first([sample for sample, other in zip(known, held, strict=True) if other != fold])
        )
        for number, sample in enumerate(known):
            if held[number] == fold:
                guesses[number] = forest_scores(sample.first, trees)
                tables[number] = measure_again(sample.page, sample.first, guesses[number])
    gold, weight = _gold(known)
    easy = (gold == 0) & (np.concatenate(guesses) < -4)
    return _first(known), _thinned(np.vstack(tables), gold, weight, easy, SECOND)


def _first(known: Sequence[Sample]) -> Trees:
    gold, weight = _gold(known)
    easy = (gold == 0) & (np.concatenate([sample.page.words() for sample in known]) < 6)
    return _thinned(np.vstack([sample.first for sample in known]), gold, weight, easy, FIRST)


def _thinned(table: Floats, gold: Floats, weight: Floats, easy: np.ndarray, wishes: dict) -> Trees:
    """Fit on a quarter of the easy rows, which count four times as much: half the time, the same trees."""
    kept = ~easy | (np.random.default_rng(1).random(len(easy)) < 0.25)
    return fit_trees(table[kept], gold[kept], np.where(easy, 4 * weight, weight)[kept], **wishes)


def _gold(known: Sequence[Sample]) -> tuple[Floats, Floats]:
    return np.concatenate([sample.gold for sample in known]), np.concatenate(
        [sample.weight for sample in known]
    )


def odds_by(fitted: Fit, sample: Sample) -> Floats:
    first, second = map(forest_of, fitted)
    odds = forest_scores(sample.first, first)
    return forest_scores(measure_again(sample.page, sample.first, odds), second)


def story(source: Source, inside: np.ndarray, sample: Sample, *roles: Role) -> list[str]:
    """Return the paragraphs with these roles of the article that READ makes of a page, were these its story."""
    given = page.body_of
    page.body_of = lambda _: (inside, np.zeros(len(inside)))
    try:
        article = page._read(Page("page", source.content, Media.HTML), sample.sheet, ReadSettings())
    finally:
        page.body_of = given
    return [span.of(article.text) for span in article.spans(*roles)] if isinstance(article, Article) else []


def held_out(known: Sequence[Sample], seen: Callable[[Sample, Floats], None], *, by_page: bool) -> None:
    """Call ``seen`` with every page as it is and the odds by trees fitted on other publishers, or on other pages."""
    held = [fold_of(sample.source.row["url"] if by_page else sample.source.site, FOLDS) for sample in known]
    for fold in range(FOLDS):
        fitted = fit([sample for sample, other in zip(known, held, strict=True) if other != fold])
        for sample, other in zip(known, held, strict=True):
            if other == fold and sample.kind in {"page", "phrases"}:
                seen(sample, odds_by(fitted, sample))


def report(known: Sequence[Sample], *, worst: bool, by_page: bool = False) -> None:
    stories, phrases = dict[str, list](), []

    def judge(sample: Sample, odds: Floats) -> None:
        if sample.kind == "phrases":
            read = story(sample.source, odds > CAUTION, sample, Role.SUBTITLE, Role.BODY)
            phrases.append(phrases_in(read, sample.source.row))
        else:
            read = story(sample.source, odds > CAUTION, sample, Role.BODY)
            found = (likeness(read, sample.source.golds), sample, odds)
            stories.setdefault(sample.source.corpus, []).append(found)

    held_out(known, judge, by_page=by_page)
    for corpus, found in sorted(stories.items()):
        print(f"{corpus:12} {summary([page for page, *_ in found])}")
    print(f"{'phrases':12} {summary_of_phrases(phrases)}")
    if worst:
        for found in stories.values():
            for page_likeness, sample, odds in sorted(found, key=lambda one: one[0].rouge)[:20]:
                _show(page_likeness.rouge, sample, odds)


def _show(rouge: float, sample: Sample, odds: Floats) -> None:
    print(f"\n{rouge:.3f} {sample.source.row['url']}")
    wrong = np.flatnonzero((odds > CAUTION) != (sample.gold > 0))
    for number in sorted(wrong.tolist(), key=lambda at: -sample.sheet.spans[at].length)[:6]:
        sign = "lost" if sample.gold[number] else "leak"
        print(
            f"   {sign} {odds[number]:5.1f} {sample.sheet.marks[number].tag:10} {sample.sheet.line(number)[:120]}"
        )


def main() -> None:
    known = [sample for sample in samples() if sample.weight.any()]
    report(known, worst="--worst" in sys.argv, by_page="--by-page" in sys.argv)
    if "--write" in sys.argv:
        fitted_on = (
            "149 pages of read/scrapinghub and read/fundus, each also without names, with every paragraph wrapped and "
            "with pieces of other pages set in, the phrases of 569 pages of read/trafilatura, and the agreement of two settings of trafilatura on those and on 300 "
            "of read/htmldate; shapes only, by benchmarks/fit_read.py"
        )
        first, second = fit(known)
        names = (columns_of("first", html=True), columns_of("second", html=True))
        write(FOREST, fitted_on, {"first": (names[0], first), "second": (names[1], second)})


if __name__ == "__main__":
    main()
