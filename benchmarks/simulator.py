"""Families of derived news texts whose true derivation is known, lost texts included.

``python benchmarks/simulator.py FOLDER [profile] [events]`` writes ``public.jsonl`` (all a system may see) and
``truth.json``. Deterministic for (pool, seed, profile). Stories, synonyms and operations are our own (rare synonyms: WordNet).
"""

import json
import random
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from simulator_operations import OPERATIONS, merge, update
from simulator_pages import Shown, article_of, show
from simulator_pool import Part, Story, stories
from simulator_text import PROFILES, Rates, Text
from simulator_words import clauses, recast
from stemmata.model import Article

AGENCIES = ("NPA", "Lakewire", "Meridian")
HOURS = 6.0


@dataclass(frozen=True)
class Simulated:
    """One event: its texts, and the pages of those observed."""

    texts: tuple[Text, ...]
    shown: tuple[Shown, ...]
    pages: tuple[Article, ...]
    number_of: dict[str, int]


def simulate(seed: int, rates: Rates) -> Simulated:
    """Return the texts of one event."""
    dice = random.Random(seed)  # noqa: S311
    count = dice.choices((1, 2, 3), rates.origins)[0]
    chosen = dice.sample(stories(), count)
    own = _own(dice, chosen)
    texts: list[Text] = []
    for origin in range(count):
        lent = _shared_source(dice, texts) if origin else ()
        _grow(dice, rates, texts, chosen[origin], origin, lent, own)
    if count > 1 and dice.random() < rates.merges:
        texts.append(_merged(dice, texts))
    texts = [_observed(dice, rates, text) for text in texts]
    if not any(text.seen for text in texts):
        texts[0] = replace(texts[0], seen=True)
    shown = tuple(show(seed, text, dated=rates.dates) for text in texts if text.seen)
    pages = tuple(article_of(one) for one in shown)
    numbers = [text.number for text in texts if text.seen]
    return Simulated(
        tuple(texts), shown, pages, {page.id: number for page, number in zip(pages, numbers, strict=True)}
    )


def _observed(dice: random.Random, rates: Rates, text: Text) -> Text:
    wire, reprint, other = rates.seen
    chance = wire if text.done in {"wire", "update"} else reprint if text.done == "reprint" else other
    return replace(text, seen=dice.random() < chance)


def _grow(
    dice: random.Random,
    rates: Rates,
    texts: list[Text],
    story: Story,
    origin: int,
    lent: tuple[Part, ...],
    own: Callable[[], Part],
) -> None:
    """Write the wire versions of one story, then what others make of them."""
    first = _first(dice, story, origin, lent, len(texts))
    texts.append(first)
    versions = [first]
    for _ in range(dice.randint(*rates.updates)):
        versions.append(_add(dice, texts, update(dice, versions[-1], rates), versions[-1], "update"))
    for done, span in _plan(rates).items():
        if done == "retell" and not story.retold:
            continue
        for _ in range(dice.randint(*span)):
            made = [one for one in texts if one.origin == origin and one.done not in {"wire", "update"}]
            parent = dice.choice(versions if dice.random() < rates.wire or not made else made)
            if done in {"live", "correct", "headline"} and made and dice.random() < 0.5:
                parent = dice.choice(
                    [one for one in made if one.done in {"live", "reprint", "rewrite"}] or made
                )
            _add(dice, texts, OPERATIONS[done](dice, parent, rates, own), parent, done)


def _plan(rates: Rates) -> dict[str, tuple[int, int]]:
    return {
        "reprint": rates.reprints,
        "scrape": rates.scrapes,
        "spin": rates.spins,
        "translate": rates.translations,
        "rewrite": rates.rewrites,
        "retell": rates.retold,
        "return": rates.returned,
        "live": rates.lives,
        "correct": rates.corrections,
        "headline": rates.headlines,
    }


def _first(dice: random.Random, story: Story, origin: int, lent: tuple[Part, ...], number: int) -> Text:
    """Return the first wire version: the lede and some paragraphs, with planted errors."""
    size = len(story.parts)
    held = sorted(dice.sample(range(1, size), min(size - 4, round(size * dice.uniform(0.25, 0.55)))))
    parts = [part for number, part in enumerate(story.parts) if number not in held]
    parts, errors = _with_errors(dice, parts)
    parts[2:2] = lent
    return Text(
        number, tuple(parts), (), "wire", origin, AGENCIES[origin],
        withheld=tuple((at, story.parts[at]) for at in held), errors=errors, house=number,
    )  # fmt: skip


def _add(dice: random.Random, texts: list[Text], text: Text, parent: Text, done: str) -> Text:
    hour = parent.hour + dice.expovariate(1 / HOURS)
    stays = done in {"update", "headline", "correct"} or done == parent.done == "live"
    text = replace(
        text, number=len(texts), parents=(parent.number,), done=done, hour=hour,
        house=parent.house if stays else len(texts), first_hand=parent.first_hand and stays,
    )  # fmt: skip
    texts.append(text)
    return text


def _with_errors(dice: random.Random, parts: list[Part]) -> tuple[list[Part], tuple[tuple[str, str], ...]]:
    """Plant wrong numbers that a later version may put right."""
    errors = []
    for _ in range(dice.randint(0, 3)):
        where = dice.randrange(len(parts))
        number = re.search(r"\b[1-9]\d{1,2}\b", parts[where].text)
        if number:
            wrong = str(max(11, int(number.group()) + dice.choice((-3, 2, 5, 10))))
            taken = any(re.search(rf"\b{wrong}\b", part.text) for part in parts)
            if not taken and number.group() not in {right for _, right in errors}:
                text = parts[where].text
                parts[where] = parts[where]._replace(
                    text=text[: number.start()] + wrong + text[number.end() :]
                )
                errors.append((wrong, number.group()))
    return parts, tuple(errors)


def _own(dice: random.Random, chosen: list[Story]) -> Callable[[], Part]:
    """Return what gives a paragraph of an unrelated story, never the same twice."""
    free = [part for story in stories() if story not in chosen for part in story.parts[2:]]
    dice.shuffle(free)
    return free.pop


def _merged(dice: random.Random, texts: list[Text]) -> Text:
    one, other = (dice.choice([text for text in texts if text.origin == origin]) for origin in (0, 1))
    made = merge(dice, one, other)
    hour = max(one.hour, other.hour) + dice.expovariate(1 / HOURS)
    return replace(
        made,
        number=len(texts),
        parents=(one.number, other.number),
        done="merge",
        hour=hour,
        house=len(texts),
        first_hand=False,
    )


def _shared_source(dice: random.Random, texts: list[Text]) -> tuple[Part, ...]:
    """Return sentences of the first origin that another carries, too, from a shared primary source: no derivation."""
    chosen = dice.sample(texts[0].parts, min(len(texts[0].parts), dice.randint(2, 4)))
    half = len(chosen) // 2
    quoted = [f'The office said in a statement: "{part.text.replace(chr(34), "")}"' for part in chosen[:half]]
    told = [clauses(dice, recast(dice, part.text, 0.6), 0.7) for part in chosen[half:]]
    return tuple(Part(words, None) for words in (*quoted, *told))


def main() -> None:
    """Write a benchmark."""
    folder = Path(sys.argv[1])
    profile = sys.argv[2] if len(sys.argv) > 2 else "base"
    events = int(sys.argv[3]) if len(sys.argv) > 3 else 60
    folder.mkdir(parents=True, exist_ok=True)
    cases = [simulate(seed, PROFILES[profile]) for seed in range(events)]
    rows = [
        json.dumps({"event": number} | one._asdict())
        for number, case in enumerate(cases)
        for one in case.shown
    ]
    (folder / "public.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
    (folder / "truth.json").write_text(json.dumps([_truth(case) for case in cases], indent=1), "utf-8")


def _truth(case: Simulated) -> list[dict[str, object]]:
    states: dict[tuple[str, ...], int] = {}
    id_of = {number: page for page, number in case.number_of.items()}
    return [
        {
            "number": text.number,
            "id": id_of.get(text.number),
            "parents": text.parents,
            "op": text.done,
            "origin": text.origin,
            "observed": text.seen,
            "hour": round(text.hour, 2),
            "state": states.setdefault(text.words, text.number),
        }
        for text in case.texts
    ]


if __name__ == "__main__":
    main()
