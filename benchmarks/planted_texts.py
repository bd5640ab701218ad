"""The corpora that reuse is planted in: invented texts, and wire texts read where they lie beside the project."""

import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate
from pathlib import Path

import paraphrases
from mutate import RECIPES, Made, Paragraph, Stock, base_text, clip, derived, is_host, plain, quotation

HERE = Path(__file__).parent
FUNCTION = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "that",
    "for",
    "it",
    "as",
    "was",
    "with",
    "be",
    "by",
    "on",
    "not",
    "he",
    "his",
    "but",
    "at",
    "are",
    "this",
    "have",
    "from",
    "or",
    "had",
    "an",
    "they",
    "which",
    "one",
    "you",
    "were",
    "all",
    "her",
    "she",
    "there",
    "would",
    "their",
    "we",
    "him",
    "been",
    "has",
    "when",
    "who",
    "will",
    "no",
    "more",
    "if",
    "out",
    "so",
    "up",
    "said",
    "what",
    "its",
    "about",
    "than",
    "into",
    "them",
    "can",
    "only",
    "other",
    "time",
    "new",
    "some",
    "could",
    "these",
    "two",
    "may",
    "first",
    "then",
    "do",
    "any",
]
CLIPPED = (36, 80)
"""Words of a clip: less than half of the text it is from and of the one it is put in."""
STORIES = 24
NOTICES = 12
NOTICED = 0.35
"""Share of texts that carry one of the notices."""
FORMULAE = (
    "Subscribe to our newsletter for more stories like this one.",
    "This story has been updated with new details.",
)


@cache
def invented_words(count: int = 12_000) -> list[str]:
    """Return words nobody uses."""
    dice = random.Random(11)  # noqa: S311
    made: dict[str, None] = {}
    while len(made) < count:
        length = dice.choice((2, 2, 3, 3, 4))
        made[
            "".join(dice.choice("bcdfghklmnprstvw") + dice.choice("aeiou") for _ in range(length))
            + dice.choice("nrstl ").strip()
        ] = None
    return list(made)


@cache
def _zipf(count: int) -> list[float]:
    return list(accumulate(1 / (rank + 20) for rank in range(count)))


def sentence(dice: random.Random) -> str:
    """Return a sentence of invented words, four in ten of them English function words, a few names and numbers."""
    vocabulary, row = invented_words(), []
    for _ in range(dice.randint(9, 28)):
        roll = dice.random()
        if roll < 0.4:
            row.append(dice.choices(FUNCTION, cum_weights=_zipf(len(FUNCTION)))[0])
        elif roll < 0.46:
            row.append(dice.choice(vocabulary).capitalize())
        elif roll < 0.48:
            row.append(str(dice.randint(2, 900)))
        else:
            row.append(dice.choices(vocabulary, cum_weights=_zipf(len(vocabulary)))[0])
        if dice.random() < 0.05:
            row[-1] += ","
    return " ".join(row).rstrip(",").capitalize() + "."


def sampled(count: int) -> list[str]:
    """Return texts of invented words, 120 to 420 words long."""
    dice = random.Random(5)  # noqa: S311
    return [
        "\n".join(
            " ".join(sentence(dice) for _ in range(dice.randint(1, 4))) for _ in range(dice.randint(4, 9))
        )
        for _ in range(count)
    ]


def told() -> list[str]:
    """Return the invented stories that lie beside this file and one side of each reworded pair."""
    paths = sorted((HERE / "stories").glob("*.txt"))
    stories = [path.read_text("utf-8") for path in paths if path.stem not in {"synonyms", "wordnet"}]
    plain_stories = [re.sub(r"^~.*\n?", "", story, flags=re.M) for story in stories]
    return [re.sub(r"\n+", "\n", story) for story in plain_stories[:STORIES]]


def reworded() -> list[Made]:
    """Return the pairs of ``paraphrases/``, aligned by hand: each side a text, the other told in other words."""
    made: list[Made] = []
    for number, one in enumerate(paraphrases.pairs()):
        made.append(base_text(number, "\n".join(one.left)))
        made.append(
            replace(base_text(number, "\n".join(one.right)), name=f"{number}-hand-spins", done="spins")
        )
    return made


def wire(shared: Path, count: int) -> list[str]:
    """Return wire texts of 90 to 500 words of which no two share a run of five words, or six words rare in all of them.

    Real reports of one event are reuse that nobody planted; this keeps them out, by rules that know nothing of REUSE.
    """
    with gzip.open(shared / "data" / "reuters21578" / "docs.jsonl.gz", "rt", encoding="utf8") as lines:
        bodies = [
            body for line in lines if (body := json.loads(line)["body"]) and 90 <= len(body.split()) <= 500
        ]
    bags = [set(re.findall(r"[a-z]{3,}", body.lower())) for body in bodies]
    frequency = Counter(word for bag in bags for word in bag)
    runs_seen: set[tuple[str, ...]] = set()
    carriers: dict[str, list[int]] = defaultdict(list)
    kept: list[str] = []
    for body, bag in zip(bodies, bags, strict=True):
        words = body.lower().split()
        runs = set(zip(*(words[shift:] for shift in range(5)), strict=False))
        rare = [word for word in bag if frequency[word] <= RARE]
        met = Counter(text for word in rare for text in carriers[word])
        if len(kept) < count and not runs & runs_seen and max(met.values(), default=0) < 6:
            runs_seen |= runs
            for word in rare:
                carriers[word].append(len(kept))
            parts = re.split(r"\n\s{3,}", body.removesuffix("Reuter\n"))
            kept.append("\n".join(re.sub(r"\s+", " ", part) for part in parts))
    return kept


RARE = 40
"""Texts of some fifteen thousand that have a word which is rare."""


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    lines = (HERE / "stories" / "synonyms.txt").read_text("utf-8").splitlines()
    return {line.split()[0]: tuple(line.split()[1:]) for line in lines if line and not line.startswith("#")}


def stock_of(texts: Sequence[str], filler: Callable[[random.Random], str]) -> Stock:
    words = [word.strip('.,"') for text in texts for word in text.split()]
    return Stock([word for word in words if word], synonyms(), filler)


def filler_of(texts: Sequence[str], used: int) -> Callable[[random.Random], str]:
    """Return what draws sentences of texts that are no base; each is given out once."""
    held = [
        one
        for text in texts[used:]
        for one in re.split(r"(?<=[.!?])\s+", text.replace("\n", " "))
        if len(one.split()) > 5
    ]
    random.Random(3).shuffle(held)  # noqa: S311
    given = iter(held)

    def draw(dice: random.Random) -> str:
        return next(given, None) or sentence(dice)

    return draw


def planted(texts: Sequence[str], bases: int, copies: int, stock: Stock, seed: int = 1) -> list[Made]:
    """Return bases with what is made of each, hosts with clips and quotations, and notices on a third of all."""
    dice = random.Random(seed)  # noqa: S311
    held: list[Made] = []
    families: list[list[Made]] = []
    for number in range(bases):
        family = [base_text(number, texts[number])]
        for copy in range(copies):
            parent = family[0] if dice.random() < 0.7 else dice.choice(family)
            recipe = dice.choice(list(RECIPES))
            made = derived(dice, parent, f"{number}-{copy}-{recipe}", recipe, stock)
            if is_host(family[0], made):
                made = replace(made, family=-1000 - 100 * number - copy, holds=frozenset((number,)))
                held.append(made)
            else:
                family.append(made)
        families.append(family)
        held += family
    hosts = list(_hosts(dice, texts, bases, families))
    notices = [_notice(random.Random(100 + number)) for number in range(NOTICES)]  # noqa: S311
    return [_noticed(dice, one, notices) for one in (*held, *hosts)]


def _hosts(
    dice: random.Random, texts: Sequence[str], bases: int, families: Sequence[Sequence[Made]]
) -> Iterator[Made]:
    """Yield texts of their own with a clip of 30 to 80 words of another, and pairs that share a quotation."""
    for place in range(bases // 2):
        number = bases + place
        host = base_text(number, texts[number])
        if place % 2:
            fitting = [family[0] for family in families if len(family[0].words) > CLIPPED[1] * 2.5]
            lent = dice.choice(fitting or [family[0] for family in families])
            taken = clip(dice, lent.paragraphs, min(dice.randint(*CLIPPED), int(0.7 * len(host.words))))
            yield _with(dice, replace(host, name=f"{number}-clip", holds=frozenset((lent.family,))), taken)
        else:
            words = plain(" ".join(sentence(random.Random(1000 + place // 4)) for _ in range(1)))[0]  # noqa: S311
            said = quotation(dice, NO_BASE - place // 4, [word.text for word in words])
            yield _with(dice, replace(host, name=f"{number}-quote"), said)


NO_BASE = -10


def _with(dice: random.Random, host: Made, taken: Paragraph) -> Made:
    place = dice.randint(1, len(host.paragraphs))
    return replace(host, paragraphs=(*host.paragraphs[:place], taken, *host.paragraphs[place:]))


def _notice(dice: random.Random) -> Paragraph:
    return tuple(plain(sentence(dice))[0] for _ in range(dice.randint(2, 5)))


def _noticed(dice: random.Random, one: Made, notices: Sequence[Paragraph]) -> Made:
    if dice.random() < NOTICED:
        one = replace(one, paragraphs=(*one.paragraphs, notices[int(dice.random() ** 2 * len(notices))]))
    if dice.random() < NOTICED:
        one = replace(one, paragraphs=(*one.paragraphs, plain(dice.choice(FORMULAE))))
    return one
