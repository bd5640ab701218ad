"""How often a layout mark is to be expected on a site of another maker, before any site is seen."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

WORD = re.compile(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])", re.UNICODE)
"""A word of a class name or phrase: camelCase and dashes split."""
SIGN = re.compile(r"[>!(*|»{}\[\]]")
"""What gives a line a shape; ``*`` stands for what changes from page to page."""
SHORTEST = 3
EXPECTED = {
    "phrase": 0.08,
    "class": 0.08,
    "tree": 0.05,
    "set": 0.02,
    "order": 0.02,
    "meta": 0.3,
    "generator": 0.1,
}
"""Share of other sites that have a mark of this kind made of common words. Shares of 868 outlets, rounded."""
RARE = 0.003
"""The same for a mark with a word of its own."""
RARE_META = 0.01
WORTH = {"phrase": 1.0, "class": 0.5, "tree": 0.4, "set": 0.4, "order": 0.4, "meta": 0.3, "generator": 0.3}
"""What a bit of each kind is worth: marks of markup come many at a time, from one theme that anybody may buy."""


@lru_cache(maxsize=65_536)
def expected(mark: str) -> float:
    """Return the share of other sites that may be thought to have a mark."""
    kind, _, value = mark.partition(":")
    if kind == "meta":
        return EXPECTED[kind] if value.startswith(tuple(_stock()["metas"])) else RARE_META
    return RARE if is_odd(mark) else EXPECTED.get(kind, 1.0)


@lru_cache(maxsize=65_536)
def is_odd(mark: str) -> bool:
    """Whether no ordinary site has a mark: it holds a word of its own, or words in an unusual shape."""
    kind, _, value = mark.partition(":")
    if kind == "meta":
        return not value.startswith(tuple(_stock()["metas"]))
    return _own_words(kind, value) or (_form(kind, value) >= 2 and len(WORD.findall(value)) >= 2)


@lru_cache(maxsize=65_536)
def is_stock(mark: str) -> bool:
    """Whether a mark betrays a system that thousands of sites use as it comes, with its labels translated."""
    kind, _, value = mark.partition(":")
    return kind in {"class", "generator"} and any(name in value for name in _stock()["systems"])


def worth(mark: str) -> float:
    """Return what a bit of evidence from this kind of mark is worth, 0 for kinds that tell nothing."""
    return WORTH.get(mark.partition(":")[0], 0.0)


def _own_words(kind: str, value: str) -> bool:
    """Whether a phrase or class name holds a word that is not common to sites of all makers."""
    if kind not in {"phrase", "class"}:
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
