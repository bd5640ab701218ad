"""What REUSE finds of reuse that was planted: recall by how much two texts share, precision, notices, families.

``python benchmarks/reuse_planted.py [--shared DIR] [--bases N] [--why] [--off]``. ``--why`` lists by recipe what was missed and
what was wrong; ``--off`` runs again without each source of candidates and says what it adds. ``--heap`` measures the fast way.
"""

import argparse
import os
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np

from mutate import Made
from planted_texts import filler_of, planted, reworded, sampled, sentence, stock_of, told, wire
from reuse_rows import plain
from stemmata.engines import LocalEngine
from stemmata.model import Article, Passage
from stemmata.reuse import ReuseSettings, find_families, find_reuse
from stemmata.reuse.heap import HeapSettings, find_copies
from stemmata.tables import pack, schema_of, unpack
from stemmata.text.words import words

SETTINGS = ReuseSettings()
BANDS = (("over_70", 0.7), ("30_to_70", 0.3), ("5_to_30", 0.05))
OFF = {
    "runs": {"shingle": 10_000},
    "sketch": {"sketch": 0},
    "quotations": {"quoted_shingle": 10_000},
    "names": {"names": 0, "all_names": 0, "counted_names": 0},
}
"""Settings that switch each source of candidates off; without runs there is no sketch either."""
LEAST_RUN = 30
"""Words in a row that make a contained passage of the benchmark."""
Two = tuple[str, str]


@dataclass(frozen=True)
class Truth:
    """The pairs of a corpus that share origins, each with its band, and the family of each text."""

    bands: Mapping[Two, str]
    related: frozenset[Two]
    family: Mapping[str, int]


def truth(made: Sequence[Made]) -> Truth:
    """Tell which pairs are related, and how: by 5-gram Jaccard of the whole texts, clips by their longest run."""
    grams = {one.name: _grams(one) for one in made}
    origins = {one.name: {(word.base, word.place) for word in one.words if word.place >= 0} for one in made}
    near: dict[int, list[Made]] = defaultdict(list)
    for one in made:
        for base in {one.family, *one.holds}:
            near[base].append(one)
    bands: dict[Two, str] = {}
    related: set[Two] = set()
    for held in near.values():
        for left, right in combinations(sorted(held, key=lambda one: one.name), 2):
            two = (left.name, right.name)
            if origins[left.name] & origins[right.name]:
                related.add(two)
                if band := _band(left, right, grams):
                    bands[two] = band
    return Truth(bands, frozenset(related), {one.name: one.family for one in made})


def _grams(one: Made) -> list[tuple[str, ...]]:
    row = [word.folded for word in words(one.text)]
    return list(zip(*(row[shift:] for shift in range(5)), strict=False))


def _band(left: Made, right: Made, grams: Mapping[str, list[tuple[str, ...]]]) -> str | None:
    one, two = grams[left.name], grams[right.name]
    if left.family != right.family:
        return "contained" if _longest(one, two) + 4 >= LEAST_RUN else None
    shared, whole = len(set(one) & set(two)), len(set(one) | set(two))
    spun = "spins" in left.name or "spins" in right.name
    for name, least in BANDS:
        if whole and shared / whole >= least:
            return name
    return "spun" if spun else None


def _longest(one: Sequence[tuple[str, ...]], two: Sequence[tuple[str, ...]]) -> int:
    """Return the longest run of grams that both have."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, gram in enumerate(two):
        places[gram].append(place)
    best, ends = 0, Counter[int]()
    for gram in one:
        ends = Counter({place: ends[place - 1] + 1 for place in places.get(gram, ())})
        best = max(best, *ends.values(), 0)
    return best


@dataclass(frozen=True)
class Found:
    """What the stage made of a corpus."""

    derived: frozenset[Two]
    any_kind: frozenset[Two]
    groups: Mapping[str, int]
    seconds: float


def run(made: Sequence[Made], settings: ReuseSettings) -> Found:
    """Run the stage and the families."""
    articles = [plain(one.name, one.text) for one in made]
    name = {one.id: one.source for one in articles}
    start = time.perf_counter()
    engine = LocalEngine()
    frame = engine.load([pack(Article, articles)], schema_of(Article))
    passages = [
        one for batch in engine.collect(find_reuse(frame, engine, settings)) for one in unpack(Passage, batch)
    ]
    families = find_families(articles, passages, settings)
    spent = time.perf_counter() - start
    groups = {name[one]: number for number, family in enumerate(families) for one in family.articles}
    return Found(
        frozenset(_two(name, one) for one in passages if one.kind.derives),
        frozenset(_two(name, one) for one in passages),
        groups,
        spent,
    )


def run_heap(made: Sequence[Made]) -> Found:
    """Run the fast way, which knows nothing but text and makes no families.

    Of texts with the same words it pairs the first alone with others: what that one shares, they all do.
    """
    encoded = [one.text.encode() for one in made]
    bounds = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
    start = time.perf_counter()
    copies = find_copies([(np.frombuffer(b"".join(encoded), np.uint8), bounds)], HeapSettings())
    spent = time.perf_counter() - start
    names = [one.name for one in made]
    twins: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in made:
        twins[tuple(word.folded for word in words(one.text))].append(one.name)
    alike = {name: held for held in twins.values() for name in held}
    pairs = {
        tuple(sorted((one, two)))
        for left, right in zip(copies.left.tolist(), copies.right.tolist(), strict=True)
        for one in alike[names[left]]
        for two in alike[names[right]]
        if one != two
    }
    alone = {name: number for number, name in enumerate(names)}
    return Found(frozenset(pairs), frozenset(pairs), alone, spent)  # type: ignore[arg-type]


def _two(name: Mapping[str, str], passage: Passage) -> Two:
    one, two = sorted((name[passage.left], name[passage.right]))
    return one, two


def measures(made: Sequence[Made], known: Truth, found: Found) -> dict[str, float]:
    """Return recall by band, precision, the share of pairs that only a notice or a quotation makes, and ARI."""
    by_band: dict[str, list[bool]] = defaultdict(list)
    for two, band in known.bands.items():
        by_band[band].append(two in found.derived)
    wrong = found.derived - known.related
    return {
        **{f"recall_{band}": sum(held) / len(held) for band, held in sorted(by_band.items())},
        "precision": 1 - len(wrong) / max(1, len(found.derived)),
        "not_noticed": 1 - len(wrong & _noticed(made)) / max(1, len(found.derived)),
        "family_ari": rand(known.family, found.groups),
    }


def _noticed(made: Sequence[Made]) -> set[Two]:
    """Return the pairs that carry one notice."""
    carriers: dict[str, list[str]] = defaultdict(list)
    for one in made:
        for line in one.text.split("\n")[-2:]:
            carriers[line].append(one.name)
    return {
        (one, two)
        for held in carriers.values()
        if len(held) > 2
        for one, two in combinations(sorted(set(held)), 2)
    }


def rand(truth: Mapping[str, int], found: Mapping[str, int]) -> float:
    """Return the adjusted Rand index (Hubert and Arabie 1985)."""
    both = _twos(Counter((truth[one], found[one]) for one in truth).values())
    ours, theirs = (
        _twos(Counter(truth.values()).values()),
        _twos(Counter(found[one] for one in truth).values()),
    )
    chance = ours * theirs / max(1, len(truth) * (len(truth) - 1) / 2)
    most = (ours + theirs) / 2
    return (both - chance) / (most - chance) if most != chance else 1.0


def _twos(counts: object) -> float:
    return sum(one * (one - 1) / 2 for one in counts)  # type: ignore[attr-defined]


def corpora(shared: Path, bases: int) -> Iterator[tuple[str, list[Made]]]:
    """Yield each corpus by its name."""
    made = sampled(bases * 3)
    yield "invented", planted(made, bases, 4, stock_of(made[:50], sentence), seed=1)
    stories = told()
    if stories:
        own = stories + sampled(len(stories))
        yield "stories", planted(own, len(stories), 12, stock_of(stories, sentence), seed=2)
    yield "reworded", reworded()
    if (shared / "data" / "reuters21578").is_dir():
        texts = wire(shared, bases * 4)
        stock = stock_of(texts[:60], filler_of(texts, bases * 2))
        yield "wire", planted(texts, bases, 4, stock, seed=3)


def figures(shared: Path) -> dict[str, float]:
    """Return the figures of the gate."""
    return {
        f"reuse.planted.{name}.{figure}": round(value, 4)
        for name, made in corpora(shared, 120)
        for figure, value in measures(made, truth(made), run(made, SETTINGS)).items()
    }


def _why(made: Sequence[Made], known: Truth, found: Found) -> Iterator[str]:
    missed = Counter(
        (band, *sorted(name.rpartition("-")[2] for name in two))
        for two, band in known.bands.items()
        if two not in found.derived
    )
    yield from (f"    missed {count:4} {' '.join(what)}" for what, count in missed.most_common(12))
    wrong = sorted(found.derived - known.related)
    noticed = _noticed(made)
    yield f"    wrong {len(wrong)} of {len(found.derived)}, by a notice {len(set(wrong) & noticed)}"
    yield from (f"      {one} {two}" for one, two in wrong[:12])
    yield (
        "    missed, some: "
        + "; ".join(f"{one} {two}" for (one, two) in sorted(known.bands) if (one, two) not in found.derived)[
            :600
        ]
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("STEMMATA_SHARED", "../shared")))
    parser.add_argument("--bases", type=int, default=120)
    parser.add_argument("--only")
    parser.add_argument("--why", action="store_true")
    parser.add_argument("--off", action="store_true")
    parser.add_argument(
        "--heap", action="store_true", help="the fast way, for heaps of texts, instead of the stage"
    )
    asked = parser.parse_args()
    for name, made in corpora(asked.shared, asked.bases):
        if asked.only and name != asked.only:
            continue
        known = truth(made)
        found = run_heap(made) if asked.heap else run(made, SETTINGS)
        full = measures(made, known, found)
        counts = Counter(known.bands.values())
        print(
            f"{name}: {len(made)} texts, {len(known.related)} related pairs {dict(sorted(counts.items()))}, {found.seconds:.1f} seconds by the clock"
        )
        print("  " + "  ".join(f"{figure} {value:.4f}" for figure, value in full.items()), flush=True)
        for line in _why(made, known, found) if asked.why else ():
            print(line)
        for source, change in OFF.items() if asked.off else ():
            less = measures(made, known, run(made, replace(SETTINGS, **change)))  # type: ignore[arg-type]
            lost = {
                figure: full[figure] - less[figure]
                for figure in full
                if abs(full[figure] - less[figure]) >= 0.0005
            }
            print(
                f"  without {source}: "
                + (
                    "  ".join(f"{figure} {-value:+.4f}" for figure, value in lost.items())
                    or "nothing changes"
                ),
                flush=True,
            )


if __name__ == "__main__":
    main()
