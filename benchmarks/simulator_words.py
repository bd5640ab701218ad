"""What is done to sentences on the way from text to text: words swapped, clauses turned, side clauses left out."""

import random
import re
from collections.abc import Callable, Mapping
from functools import cache

from simulator_pool import HERE

_BRITISH = {
    "color": "colour", "colors": "colours", "harbor": "harbour", "labor": "labour", "neighbor": "neighbour",
    "neighbors": "neighbours", "neighboring": "neighbouring", "kilometers": "kilometres", "meters": "metres",
    "kilometer": "kilometre", "meter": "metre", "theater": "theatre", "center": "centre", "centers": "centres",
    "defense": "defence", "program": "programme", "programs": "programmes", "organized": "organised",
    "organizers": "organisers", "organization": "organisation", "criticized": "criticised", "traveled": "travelled",
    "canceled": "cancelled", "favor": "favour", "honor": "honour", "liters": "litres", "tons": "tonnes", "gray": "grey",
    "recognized": "recognised", "apologized": "apologised", "authorized": "authorised", "behavior": "behaviour",
    "percent": "per cent", "fueled": "fuelled", "plow": "plough", "traveling": "travelling", "rumor": "rumour",
}  # fmt: skip
_SHORT = {
    "do not": "don't", "does not": "doesn't", "did not": "didn't", "is not": "isn't", "was not": "wasn't",
    "had not": "hadn't", "has not": "hasn't", "will not": "won't", "would not": "wouldn't", "could not": "couldn't",
    "cannot": "can't", "they have": "they've", "it is": "it's", "they are": "they're",
}  # fmt: skip
_THERE_AND_BACK = {
    "told reporters": "told journalists", "on the grounds that": "because", "at least": "no fewer than",
    "more than": "over", "about": "around", "the number of": "how many", "in order to": "to", "such as": "like",
    "because of": "due to", "according to": "as stated by", "is expected to": "should", "are expected to": "should",
    "has been": "was", "have been": "were", "would be": "will be", "nearly": "almost", "several": "a number of",
    "began": "started", "after": "following", "before": "prior to", "people": "persons", "a year": "per year",
    "this week": "the current week", "last year": "in the past year", "so far": "until now", "also": "likewise",
}  # fmt: skip


@cache
def _swaps(name: str) -> Mapping[str, tuple[str, ...]]:
    lines = (HERE / f"{name}.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    return {row[0]: tuple(one.replace("-", " ") for one in row[1:]) for row in rows}


def recast(dice: random.Random, part: str, share: float) -> str:
    """Swap words outside quotations for plain others, as an editor does."""
    return _outside(part, lambda words: _swapped(dice, words, share, _swaps("synonyms")))


def spun(dice: random.Random, part: str, share: float, *, quotes: bool) -> str:
    """Swap words for rare ones, as a machine does; ``quotes``: quotations are left alone."""
    both = {**_swaps("wordnet"), **_swaps("synonyms")}
    if quotes:
        return _outside(part, lambda words: _swapped(dice, words, share, both))
    return _swapped(dice, part, share, both)


def _swapped(dice: random.Random, words: str, share: float, others: Mapping[str, tuple[str, ...]]) -> str:
    return re.sub(r"[A-Za-z]+(?![\w'’])", lambda word: _swap(dice, word.group(), share, others), words)


def _swap(dice: random.Random, word: str, share: float, others: Mapping[str, tuple[str, ...]]) -> str:
    known = others.get(word if word[0].islower() else word.lower())
    if not known or dice.random() >= share:
        return word
    other = dice.choice(known)
    return other.capitalize() if word[0].isupper() else other


def _outside(part: str, change: Callable[[str], str]) -> str:
    pieces = part.split('"')
    return '"'.join(change(piece) if number % 2 == 0 else piece for number, piece in enumerate(pieces))


def split(part: str) -> list[str]:
    """Return the sentences of a paragraph."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z\"])", part)


def clauses(dice: random.Random, part: str, share: float) -> str:
    """Turn "X, Y said" and "Y said X" round, and move a day to the front."""
    return " ".join(_turned(dice, sentence, share) for sentence in split(part))


def _turned(dice: random.Random, sentence: str, share: float) -> str:
    if dice.random() >= share:
        return sentence
    match = re.fullmatch(r"([^\"]+), ([^,\"]{4,50}) said\.", sentence)
    if match:
        return f"According to {match[2]}, {_lower(match[1])}."
    match = re.fullmatch(r"([A-Z][^,\"]{4,50}) said (?:that )?([^\"]+)\.", sentence)
    if match:
        return f"{_upper(match[2])}, {_lower(match[1])} said."
    match = re.fullmatch(
        r"([A-Z][^\"]{20,}) (on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)([^\"]*)\.", sentence
    )
    if match:
        return f"{_upper(match[2])}, {_lower(match[1])}{match[3]}."
    match = re.fullmatch(r"([A-Z][^,\"]{20,}), (after|while|when|because|although) ([^\"]{10,})\.", sentence)
    if match:
        return f"{match[2].capitalize()} {match[3]}, {_lower(match[1])}."
    return sentence


def _lower(text: str) -> str:
    plain = text.split(" ", 1)[0] in {
        "The",
        "A",
        "An",
        "In",
        "It",
        "He",
        "She",
        "They",
        "On",
        "At",
        "Two",
        "Its",
        "Police",
    }
    return text[0].lower() + text[1:] if plain else text


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def contract(dice: random.Random, part: str, share: float) -> str:
    """Contract "do not" and the like."""
    for long, short in _SHORT.items():
        if dice.random() < share:
            part = part.replace(f" {long} ", f" {short} ")
    return part


def compress(dice: random.Random, part: str, share: float) -> str:
    """Leave out side clauses, or make one sentence of two."""
    if dice.random() < share:
        part = re.sub(r", (?:which|who|whose|where)[^,.\"]{5,80}([,.])", _end, part, count=1)
    sentences = split(part)
    if dice.random() < share / 2 and len(sentences) == 2 and '"' not in part:
        return f"{sentences[0].rstrip('.')}, and {_lower(sentences[1])}"
    return part


def _end(match: re.Match[str]) -> str:
    return match[1] if match[1] == "." else ""


def without_articles(dice: random.Random, part: str, share: float) -> str:
    """Drop "the" and "a" as translations out of languages without them do."""
    return re.sub(r"\b(?:the|a|an) ", lambda word: "" if dice.random() < share else word.group(), part)


def there_and_back(dice: random.Random, part: str, share: float) -> str:
    """Reword as a translation into another language and back does: set phrases, genitives, words of like meaning."""
    for one, other in _THERE_AND_BACK.items():
        if dice.random() < 2 * share:
            part = _outside(part, lambda words, one=one, other=other: words.replace(f" {one} ", f" {other} "))  # type: ignore[misc]
    turned = re.sub(
        r"\b([Tt]he) ([a-z]+)'s ([a-z]+)\b",
        lambda m: f"{m[1]} {m[3]} of the {m[2]}" if dice.random() < 2 * share else m[0],
        part,
    )
    return spun(dice, recast(dice, turned, share), share / 2, quotes=False)


def british(part: str) -> str:
    """Spell as Britain does."""
    return re.sub(r"[A-Za-z]+", lambda word: _spelled(word.group()), part)


def _spelled(word: str) -> str:
    other = _BRITISH.get(word.lower())
    if other is None:
        return word
    return other.capitalize() if word[0].isupper() else other


def curly(part: str) -> str:
    """Set curly quotation marks."""
    return re.sub(r'"([^"]*)"', r"“\1”", part)
