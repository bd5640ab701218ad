"""What is done to sentences on the way from text to text: words swapped, clauses turned, side clauses left out."""

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent / "stories"


@cache
def _synonyms() -> dict[str, tuple[str, ...]]:
    lines = (HERE / "synonyms.txt").read_text("utf-8").splitlines()
    return {line.split()[0]: tuple(one.replace("-", " ") for one in line.split()[1:]) for line in lines}


def recast(dice: random.Random, part: str, share: float) -> str:
    """Swap words outside quotations for others."""
    return _outside(
        part, lambda words: re.sub(r"[A-Za-z]+", lambda word: _swap(dice, word.group(), share), words)
    )


def _swap(dice: random.Random, word: str, share: float) -> str:
    others = _synonyms().get(word.lower())
    if not others or dice.random() >= share:
        return word
    other = dice.choice(others)
    return other.capitalize() if word[0].isupper() else other


def _outside(part: str, change: Callable[[str], str]) -> str:
    pieces = part.split('"')
    return '"'.join(change(piece) if number % 2 == 0 else piece for number, piece in enumerate(pieces))


def clauses(dice: random.Random, part: str, share: float) -> str:
    """Turn "X, Y said" round, and move days."""
    sentences = re.split(r"(?<=[.!?])\s+", part)
    turned = []
    for sentence in sentences:
        match = re.fullmatch(r"([^\"]+), ([^,\"]{4,50}) said\.", sentence)
        if match and dice.random() < share:
            sentence = f"According to {match[2]}, {match[1][0].lower()}{match[1][1:]}."  # noqa: PLW2901
        turned.append(sentence)
    return " ".join(turned)


def compress(dice: random.Random, part: str, share: float) -> str:
    """Leave out side clauses."""
    if dice.random() < share:
        part = re.sub(
            r", (?:which|who|whose|where)[^,.\"]{5,80}([,.])",
            lambda m: m[1] if m[1] == "." else "",
            part,
            count=1,
        )
    if dice.random() < share / 2:
        sentences = re.split(r"(?<=[.!?])\s+", part)
        if len(sentences) == 2 and '"' not in part:
            part = f"{sentences[0].rstrip('.')}, and {sentences[1][0].lower()}{sentences[1][1:]}"
    return part
