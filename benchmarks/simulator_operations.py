"""What newsrooms, scrapers and machines do to a text: each function makes a child of a parent."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from simulator_pool import Part, anew
from simulator_text import Rates, Text
from simulator_words import clauses, compress, contract, recast, split, spun, there_and_back, without_articles

Own = Callable[[], Part]
"""Gives a paragraph of an unrelated story that no text of the event has yet."""


def each(parts: tuple[Part, ...], change: Callable[[str], str]) -> tuple[Part, ...]:
    """Change the words of every paragraph."""
    return tuple(part._replace(text=change(part.text)) for part in parts)


def update(dice: random.Random, text: Text, rates: Rates) -> Text:
    """Write the next wire version: what was held back comes in, errors are put right, the top is reworded."""
    parts, held = list(text.parts), list(text.withheld)
    errors = [one for one in text.errors if dice.random() < 0.5]
    for wrong, right in errors:
        parts = [part._replace(text=re.sub(rf"\b{wrong}\b", right, part.text)) for part in parts]
    added = min(len(held), dice.randint(1, 4))
    for _ in range(added):
        place, part = held.pop(dice.randrange(len(held)))
        parts.insert(_place(parts, place), part)
    for where in ([0] if dice.random() < 0.7 else []) + [
        dice.randrange(len(parts)) for _ in range(dice.randint(0, 4))
    ]:
        parts[where] = parts[where]._replace(text=_edited(dice, parts[where].text))
    for number, chance in enumerate(rates.dropped):
        if dice.random() < chance and len(parts) > 4 and (not number or number < added):
            parts.pop(dice.randrange(2, len(parts)))
    left = tuple(one for one in text.errors if one not in errors)
    return replace(text, parts=tuple(parts), withheld=tuple(held), errors=left)


def _edited(dice: random.Random, words: str) -> str:
    return clauses(dice, recast(dice, words, 0.3), 0.3)


def _place(parts: list[Part], number: int) -> int:
    """Return where in the order of the story a paragraph stands."""
    return next((at for at, part in enumerate(parts) if part.key and part.key.number > number), len(parts))


def reprint(dice: random.Random, text: Text, rates: Rates, own: Own) -> Text:
    """Print a story in another paper: cut from the bottom, localised, seldom edited."""
    del own
    parts = list(text.parts)
    if dice.random() < 0.6:
        parts = parts[: max(2, round(len(parts) * dice.uniform(0.4, 0.95)))]
    if dice.random() < 0.3:
        where = dice.randrange(len(parts))
        parts[where] = parts[where]._replace(text=recast(dice, parts[where].text, 0.08))
    kept = text.credited and dice.random() < rates.kept
    return replace(text, parts=tuple(parts), credited=kept, british=dice.random() < 0.3)


def scrape(dice: random.Random, text: Text, rates: Rates, own: Own) -> Text:
    """Put a story into the page of a network, with a false date."""
    del rates, own
    parts = list(text.parts)
    if dice.random() < 0.3:
        for _ in range(dice.randint(1, 2)):
            if len(parts) > 3:
                parts.pop(dice.randrange(1, len(parts)))
    return replace(text, parts=tuple(parts), curly=dice.random() < 0.6)


def spin(dice: random.Random, text: Text, rates: Rates, own: Own) -> Text:
    """Reword by thesaurus."""
    del own
    share, quotes = dice.uniform(*rates.rare), dice.random() < 0.7
    short = dice.random() * 0.6

    def change(words: str) -> str:
        return contract(dice, clauses(dice, spun(dice, words, share, quotes=quotes), 0.4), short)

    return replace(text, parts=each(text.parts, change), credited=False, curly=dice.random() < 0.5)


def translate(dice: random.Random, text: Text, rates: Rates, own: Own) -> Text:
    """Reword half as much again, drop articles, shuffle sentences within paragraphs."""
    del own
    share = 1.5 * dice.uniform(*rates.rare)

    def change(words: str) -> str:
        sentences = split(words)
        if dice.random() < 0.4:
            dice.shuffle(sentences)
        return without_articles(dice, spun(dice, " ".join(sentences), share, quotes=False), 0.5)

    return replace(text, parts=each(text.parts, change), credited=False)


def give_back(dice: random.Random, text: Text, rates: Rates, own: Own) -> Text:
    """Translate by machine into another language and back."""
    del rates, own
    share = dice.uniform(0.15, 0.35)
    return replace(
        text, parts=each(text.parts, partial(_there_and_back, dice, share)), credited=dice.random() < 0.3
    )


def _there_and_back(dice: random.Random, share: float, words: str) -> str:
    return clauses(dice, there_and_back(dice, words, share), share)


def rewrite(dice: random.Random, text: Text, rates: Rates, own: Own) -> Text:
    """Write a paper's own story from another: some left out, moved, compressed, recast, some of one's own put in."""
    kept = max(3, round(len(text.parts) * dice.uniform(0.5, 0.9)))
    chosen = sorted(dice.sample(range(len(text.parts)), min(kept, len(text.parts))))
    heavy = dice.uniform(0.05, 0.6)
    parts = list(
        each(
            tuple(text.parts[number] for number in chosen),
            lambda words: compress(dice, clauses(dice, recast(dice, words, heavy), heavy), heavy),
        )
    )
    for _ in range(dice.randint(0, 2)):
        parts.insert(dice.randrange(len(parts)), parts.pop(dice.randrange(len(parts))))
    if dice.random() < 0.5 and len(parts) > 3:
        here = dice.randrange(len(parts) - 1)
        parts[here : here + 2] = [parts[here]._replace(text=f"{parts[here].text} {parts[here + 1].text}")]
    for _ in range(dice.randint(1, 3)):
        parts.insert(dice.randrange(1, len(parts) + 1), own())
    kept_credit = text.credited and dice.random() < rates.rewritten_kept
    return replace(text, parts=tuple(parts), credited=kept_credit, british=dice.random() < 0.35)


def retell(dice: random.Random, text: Text, rates: Rates, own: Own) -> Text:
    """Tell a story anew as a language model does, from paraphrases written by hand; what it does not know, reword."""
    del own
    parts = [_told_anew(dice, text, part) for part in text.parts if dice.random() < 0.9] or list(text.parts)
    for _ in range(dice.randint(0, 1)):
        parts.insert(dice.randrange(len(parts)), parts.pop(dice.randrange(len(parts))))
    if dice.random() < 0.4 and len(parts) > 3:
        here = dice.randrange(1, len(parts) - 1)
        parts[here : here + 2] = [parts[here]._replace(text=f"{parts[here].text} {parts[here + 1].text}")]
    return replace(text, parts=tuple(parts), credited=text.credited and dice.random() < rates.rewritten_kept)


def _told_anew(dice: random.Random, text: Text, part: Part) -> Part:
    other = anew(part.key) if part.key else None
    if other is None:
        return part._replace(text=clauses(dice, recast(dice, part.text, 0.5), 0.5))
    for wrong, right in text.errors:
        if re.search(rf"\b{wrong}\b", part.text):
            other = re.sub(rf"\b{right}\b", wrong, other)
    return part._replace(text=other)


def live(dice: random.Random, text: Text, rates: Rates, own: Own) -> Text:
    """Make a page that is updated as it goes: the newest on top, what was there below, some of it thrown out."""
    del rates
    top = [own() for _ in range(dice.randint(1, 2))]
    held = [part for _, part in text.withheld[: dice.randint(0, 2)]]
    old = list(text.parts) if text.done == "live" else list(reversed(_chunks(dice, text.parts)))
    if len(old) > 8:
        old = old[: dice.randint(6, len(old))]
    return replace(
        text, parts=(*top, *held, *old), withheld=text.withheld[len(held) :], credited=text.credited
    )


def _chunks(dice: random.Random, parts: tuple[Part, ...]) -> list[Part]:
    """Return paragraphs in two or three runs, the last run first, each run in its order, turned for ``reversed``."""
    size = max(2, len(parts) // dice.randint(2, 3))
    runs = [list(parts[start : start + size]) for start in range(0, len(parts), size)]
    return [part for run in runs for part in reversed(run)]


def correct(dice: random.Random, text: Text, rates: Rates, own: Own) -> Text:
    """Put an error right on the same page and say so at its foot; without an error, a word."""
    del rates, own
    found = [
        (wrong, right)
        for wrong, right in text.errors
        if any(re.search(rf"\b{wrong}\b", one) for one in text.words)
    ]
    if not found:
        where = dice.randrange(len(text.parts))
        changed = text.parts[where]._replace(text=recast(dice, text.parts[where].text, 0.3))
        return replace(text, parts=(*text.parts[:where], changed, *text.parts[where + 1 :]))
    wrong, right = dice.choice(found)
    parts = each(text.parts, lambda words: re.sub(rf"\b{wrong}\b", right, words))
    note = Part(
        f"Correction: an earlier version of this article gave a figure as {wrong}. It is {right}.", None
    )
    left = tuple(one for one in text.errors if one != (wrong, right))
    return replace(text, parts=(*parts, note), errors=left)


def headline(dice: random.Random, text: Text, rates: Rates, own: Own) -> Text:
    """Change the headline alone: the text state stays."""
    del dice, rates, own
    return text


def merge(dice: random.Random, one: Text, other: Text) -> Text:
    """Put most of one text together with recast paragraphs of another."""
    parts = list(one.parts[: max(3, round(len(one.parts) * dice.uniform(0.5, 1)))])
    lent = dice.sample(other.parts, min(len(other.parts), dice.randint(2, 5)))
    for part in lent:
        parts.insert(dice.randrange(1, len(parts) + 1), part._replace(text=recast(dice, part.text, 0.25)))
    return replace(one, parts=tuple(parts), credited=False)


OPERATIONS = {
    "reprint": reprint, "scrape": scrape, "spin": spin, "translate": translate, "rewrite": rewrite, "retell": retell,
    "return": give_back, "live": live, "correct": correct, "headline": headline,
}  # fmt: skip
