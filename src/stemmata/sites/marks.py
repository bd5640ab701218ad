"""How much a layout mark tells of one maker: nothing if every site has it."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])", re.UNICODE)
"""A word of a class name or phrase: camelCase and dashes split."""
SIGN = re.compile(r"[>!(*|»•{}\[\]]")
"""What gives a line a shape; ``*`` stands for what changes from page to page."""
SHORTEST = 3
GENERIC = 0.1
"""A mark made of words that every site uses: a sign only where all else agrees."""
LABEL = 0.25
"""The same for a line that readers see: a list of labels is chosen, a stock class name is not."""
ODD = {"phrase": 1.0, "class": 0.6}
"""A mark with a word of its own, by kind. A class name may come with a theme that many sites bought."""
FORM = 0.5
"""For each sign (``> ! ( *``…) that gives a phrase a shape of its own, up to two."""


@lru_cache(maxsize=65_536)
def weight_of(mark: str) -> float:
    """Return what a mark is worth when two sites share it."""
    kind, _, value = mark.partition(":")
    own = ODD.get(kind, 0.0) if _own_words(kind, value) else LABEL if kind == "phrase" else GENERIC
    return own + FORM * _form(kind, value)


@lru_cache(maxsize=65_536)
def is_odd(mark: str) -> bool:
    """Whether no ordinary site has a mark: it holds a word of its own, or words in an unusual shape."""
    kind, _, value = mark.partition(":")
    return _own_words(kind, value) or (_form(kind, value) >= 2 and len(WORD.findall(value)) >= 2)


@lru_cache(maxsize=65_536)
def is_stock(mark: str) -> bool:
    """Whether a mark betrays a system that thousands of sites use as it comes, with its labels translated."""
    kind, _, value = mark.partition(":")
    return kind in {"class", "generator"} and any(name in value for name in _stock()["systems"])


def _own_words(kind: str, value: str) -> bool:
    """Whether a phrase or class name holds a word that is not common to sites of all makers."""
    if kind not in ODD:
        return False
    words = [word.lower() for word in WORD.findall(value)]
    if kind == "class" and any(word in _stock()["themes"] for word in words[:1]):
        return False
    return any(len(word) >= SHORTEST and word not in _stock()["words"] for word in words)


def _form(kind: str, value: str) -> int:
    """Count the unlike signs that give a phrase its shape, up to two."""
    return min(2, len(set(SIGN.findall(value)))) if kind == "phrase" else 0


@cache
def _stock() -> dict[str, frozenset[str]]:
    table = tomllib.loads((Path(__file__).parent / "stock.toml").read_text(encoding="utf-8"))
    return {name: frozenset(str(text).split()) for name, text in table.items()}
