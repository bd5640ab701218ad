"""Families of derived news texts whose true derivation is known: the simulator that LINEAGE is measured on.

Stories, synonyms and operations are our own. Rates differ by profile; one profile is never fitted on.
"""

import random
import re
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from families_words import HERE, clauses, compress, recast
from stemmata.model import Article, Block, Credit, Dateline, Role, Span, content_id

AGENCIES = ("NPA", "Lakewire", "Meridian")


@dataclass(frozen=True)
class Rates:
    """How often what is done. ``seen`` are the chances that a wire version, a reprint or another text is observed."""

    origins: tuple[float, ...] = (0.55, 0.30, 0.15)
    updates: tuple[int, int] = (0, 2)
    reprints: tuple[int, int] = (1, 3)
    scrapes: tuple[int, int] = (0, 2)
    spins: tuple[int, int] = (0, 2)
    rewrites: tuple[int, int] = (1, 3)
    merges: float = 0.35
    spin: tuple[float, float] = (0.35, 0.8)
    credit_kept: float = 0.6
    seen: tuple[float, float, float] = (0.35, 0.75, 0.85)


PROFILES = {
    "base": Rates(),
    "crowded": Rates(reprints=(2, 6), scrapes=(1, 4), spins=(1, 3), rewrites=(2, 5), seen=(0.5, 0.6, 0.7)),
    "unseen": Rates(
        origins=(0.4, 0.4, 0.2),
        updates=(1, 3),
        spin=(0.2, 0.6),
        credit_kept=0.35,
        seen=(0.6, 0.7, 0.8),
        merges=0.5,
    ),
}


@dataclass
class Text:
    """One simulated text: paragraphs, parents, what was done, what the page shows."""

    number: int
    paragraphs: list[str]
    parents: tuple[int, ...]
    done: str
    origin: int
    agency: str | None
    withheld: list[tuple[int, str]] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    used: list[str] = field(default_factory=list)
    curly: bool = False
    british: bool = False
    seen: bool = True


@dataclass(frozen=True)
class Simulated:
    """One event's texts, and the pages a system may see."""

    texts: tuple[Text, ...]
    pages: tuple[Article, ...]
    number_of: dict[str, int]


def simulate(seed: int, rates: Rates) -> Simulated:
    """Return the texts of one event."""
    dice = random.Random(seed)  # noqa: S311
    texts: list[Text] = []
    names = dice.sample(_stories(), 3)
    used = [part for name in names for part in name.read_text("utf-8").strip().split("\n\n")]
    count = dice.choices((1, 2, 3), rates.origins)[0]
    for origin in range(count):
        _grow(dice, rates, texts, names[origin].read_text("utf-8").strip().split("\n\n"), origin, used)
        if origin:
            _share_a_source(dice, texts, origin)
    if count > 1 and dice.random() < rates.merges:
        _merge(dice, texts)
    for text in texts:
        wire, reprint, other = rates.seen
        chance = wire if text.done in {"wire", "update"} else reprint if text.done == "reprint" else other
        text.seen = dice.random() < chance
    if not any(text.seen for text in texts):
        texts[0].seen = True
    pages = tuple(_page(seed, text) for text in texts if text.seen)
    numbers = [text.number for text in texts if text.seen]
    return Simulated(
        tuple(texts), pages, {page.id: number for page, number in zip(pages, numbers, strict=True)}
    )


def _grow(
    dice: random.Random, rates: Rates, texts: list[Text], story: list[str], origin: int, used: list[str]
) -> None:
    """Write the wire versions of one story, then what others make of them."""
    held = sorted(dice.sample(range(1, len(story)), round(len(story) * dice.uniform(0.25, 0.5))))
    first = [part for number, part in enumerate(story) if number not in held]
    wire = Text(
        len(texts), first, (), "wire", origin, AGENCIES[origin], [(n, story[n]) for n in held], used=used
    )
    wire = _with_errors(dice, wire)
    texts.append(wire)
    versions = [wire]
    for _ in range(dice.randint(*rates.updates)):
        versions.append(_add(texts, _update(dice, versions[-1]), versions[-1], "update"))
    made = [
        ("reprint", rates.reprints),
        ("scrape", rates.scrapes),
        ("spin", rates.spins),
        ("rewrite", rates.rewrites),
    ]
    for done, span in made:
        for _ in range(dice.randint(*span)):
            parent = dice.choice(
                versions if dice.random() < 0.8 else [one for one in texts if one.origin == origin]
            )
            _add(texts, _OPERATIONS[done](dice, parent, rates), parent, done)


def _add(texts: list[Text], text: Text, parent: Text, done: str) -> Text:
    text = replace(text, number=len(texts), parents=(parent.number,), done=done)
    texts.append(text)
    return text


def _with_errors(dice: random.Random, text: Text) -> Text:
    """Plant wrong numbers that a later version puts right."""
    errors = []
    parts = list(text.paragraphs)
    for _ in range(dice.randint(0, 3)):
        where = dice.randrange(len(parts))
        number = re.search(r"\b\d{2,3}\b", parts[where])
        if number:
            wrong = str(int(number.group()) + dice.choice((-3, 2, 5, 10)))
            parts[where] = parts[where].replace(number.group(), wrong, 1)
            errors.append((wrong, number.group()))
    return replace(text, paragraphs=parts, errors=errors)


def _update(dice: random.Random, text: Text) -> Text:
    parts, held = list(text.paragraphs), list(text.withheld)
    for wrong, right in text.errors:
        if dice.random() < 0.5:
            parts = [part.replace(f" {wrong} ", f" {right} ", 1) for part in parts]
    for _ in range(min(len(held), dice.randint(1, 4))):
        place, part = held.pop(dice.randrange(len(held)))
        parts.insert(min(place, len(parts)), part)
    if dice.random() < 0.7:
        parts[0] = recast(dice, parts[0], 0.3)
    for _ in range(dice.randint(0, 4)):
        where = dice.randrange(len(parts))
        parts[where] = recast(dice, parts[where], 0.3)
    if dice.random() < 0.3 and len(parts) > 4:
        parts.pop(dice.randrange(2, len(parts)))
    return replace(text, paragraphs=parts, withheld=held)


def _reprint(dice: random.Random, text: Text, rates: Rates) -> Text:
    parts = list(text.paragraphs)
    if dice.random() < 0.6:
        parts = parts[: max(2, round(len(parts) * dice.uniform(0.4, 0.95)))]
    if dice.random() < 0.3:
        where = dice.randrange(len(parts))
        parts[where] = recast(dice, parts[where], 0.08)
    kept = text.agency if dice.random() < rates.credit_kept else None
    return replace(text, paragraphs=parts, agency=kept, british=dice.random() < 0.3)


def _scrape(dice: random.Random, text: Text, rates: Rates) -> Text:
    del rates
    parts = list(text.paragraphs)
    if dice.random() < 0.3:
        for _ in range(dice.randint(1, 2)):
            if len(parts) > 3:
                parts.pop(dice.randrange(1, len(parts)))
    return replace(text, paragraphs=parts, curly=dice.random() < 0.4)


def _spin(dice: random.Random, text: Text, rates: Rates) -> Text:
    share = dice.uniform(*rates.spin)
    parts = [clauses(dice, recast(dice, part, share), 0.4) for part in text.paragraphs]
    return replace(text, paragraphs=parts, agency=None, curly=dice.random() < 0.5)


def _rewrite(dice: random.Random, text: Text, rates: Rates) -> Text:
    del rates
    kept = max(3, round(len(text.paragraphs) * dice.uniform(0.5, 0.9)))
    parts = [
        text.paragraphs[n]
        for n in sorted(dice.sample(range(len(text.paragraphs)), min(kept, len(text.paragraphs))))
    ]
    heavy = dice.uniform(0.1, 0.6)
    parts = [compress(dice, clauses(dice, recast(dice, part, heavy), heavy), heavy) for part in parts]
    for _ in range(dice.randint(0, 2)):
        here = dice.randrange(len(parts))
        parts.insert(dice.randrange(len(parts)), parts.pop(here))
    if dice.random() < 0.5 and len(parts) > 3:
        here = dice.randrange(len(parts) - 1)
        parts[here : here + 2] = [f"{parts[here]} {parts[here + 1]}"]
    for _ in range(dice.randint(0, 2)):
        parts.insert(dice.randrange(1, len(parts) + 1), _own(dice, text.used))
    agency = text.agency if dice.random() < 0.3 else None
    return replace(text, paragraphs=parts, agency=agency, british=dice.random() < 0.35)


_OPERATIONS = {"reprint": _reprint, "scrape": _scrape, "spin": _spin, "rewrite": _rewrite}


def _own(dice: random.Random, used: list[str]) -> str:
    """Return a paragraph of an unrelated story that no text of the event has yet."""
    free = [
        part
        for path in _stories()
        for part in path.read_text("utf-8").strip().split("\n\n")[2:]
        if part not in used
    ] or used
    chosen = dice.choice(free)
    used.append(chosen)
    return chosen


@cache
def _stories() -> tuple[Path, ...]:
    return tuple(sorted(path for path in HERE.glob("*.txt") if path.stem != "synonyms"))


def _merge(dice: random.Random, texts: list[Text]) -> None:
    """Put a text of one origin together with recast paragraphs of another."""
    one, other = (dice.choice([text for text in texts if text.origin == origin]) for origin in (0, 1))
    parts = list(one.paragraphs[: max(3, round(len(one.paragraphs) * dice.uniform(0.5, 1)))])
    for part in dice.sample(other.paragraphs, min(len(other.paragraphs), dice.randint(2, 5))):
        parts.insert(dice.randrange(1, len(parts) + 1), recast(dice, part, 0.25))
    texts.append(Text(len(texts), parts, (one.number, other.number), "merge", 0, None))


def _share_a_source(dice: random.Random, texts: list[Text], origin: int) -> None:
    """Let a later origin carry sentences of the first from a shared primary source: this is no derivation."""
    own = [text for text in texts if text.origin == origin]
    lent = [
        f'The council said in a statement: "{part.replace(chr(34), "")}"'
        for part in dice.sample(texts[0].paragraphs, 1)
    ]
    lent += [clauses(dice, recast(dice, part, 0.6), 0.7) for part in dice.sample(texts[0].paragraphs, 1)]
    for text in own:
        text.paragraphs = [*text.paragraphs[:2], *lent, *text.paragraphs[2:]]


def _page(seed: int, text: Text) -> Article:
    own = text.done in {"wire", "update", "scrape"}
    agency = text.agency
    line = f"HARTLAND ({agency}) — " if agency and (own or text.done == "reprint") else ""
    parts = [_shown(text, part) for part in text.paragraphs]
    body = line + "\n\n".join(parts)
    credited = "" if line or not agency else f"\n\nWith material from {agency}"
    whole = body + credited
    blocks, start = [], 0
    for part in whole.split("\n\n"):
        role = Role.CHROME if credited and start + len(part) == len(whole) else Role.BODY
        blocks.append(Block(Span(start, start + len(part)), role))
        start += len(part) + 2
    at = Span(0, len(line.rstrip())) if line else Span(len(whole) - len(agency or ""), len(whole))
    number = dice_of(seed, text.number)
    named = text.done in {"reprint", "rewrite", "merge"} or (text.done == "scrape" and number % 10 < 7)
    site = f"s{number}.example" if named else None
    return Article(
        content_id("a", str(seed), str(text.number)), f"{text.done}-{text.number}", (), None, site, None, None, "", None,
        (), None, whole, tuple(blocks), Dateline("HARTLAND", agency, at) if line else None,
        (Credit(agency, at, "dateline" if line else "footline"),) if agency else (), (), "en", (),
    )  # fmt: skip


def dice_of(seed: int, number: int) -> int:
    """Return a number for a site's name that says nothing of the order in which texts were made."""
    return int(content_id("", str(seed), str(number), "site"), 16) % 9973


def _shown(text: Text, part: str) -> str:
    if text.british:
        for here, there in (
            ("kilometers", "kilometres"),
            ("neighboring", "neighbouring"),
            ("theater", "theatre"),
            ("meters", "metres"),
        ):
            part = part.replace(here, there)
    if text.curly:
        part = re.sub(r'"([^"]*)"', r"“\1”", part)
    return part
