"""Which elements of a page a pack's rules mean, told while the page is laid out.

A paragraph's traits are those of all elements around it (``sheet.py``). What a pack says is added to them as bits beyond
those of ``Trait``, which nobody else asks for; so a page is laid out by a pack at the price of any page.
"""

from collections.abc import Callable

from stemmata.read.sites.pack import PARTS, Layout, Rule
from stemmata.read.ways import TELLING, UNSEEN, Look, look

FIRST = 32
"""The first bit: those of ``Trait`` are less."""


def looks_by(layout: Layout) -> Callable[[str], Look]:
    """Return what tells of a way of opening an element all that ``look`` does, and what the layout says it is."""

    def told(way: str) -> Look:
        known = look(way)
        said = _said(layout, way)
        return known._replace(traits=known.traits | said) if said and known.traits != UNSEEN else known

    return told


def part_of(traits: int) -> str | None:
    """Return what a pack says a paragraph with these traits is, one of ``PARTS``."""
    said = traits >> FIRST
    return PARTS[(said & -said).bit_length() - 1] if said else None


def _said(layout: Layout, way: str) -> int:
    tag, *values = way.split("\0")
    names = dict(zip(TELLING, values, strict=False))
    bits = (
        1 << number for number, rules in enumerate(layout.rules) if any(_means(r, tag, names) for r in rules)
    )
    return sum(bits) << FIRST


def _means(rule: Rule, tag: str, names: dict[str, str]) -> bool:
    if not tag or (rule.tag and rule.tag != tag):
        return False
    return all(_has(names.get(name, ""), value) for name, value in rule.values)


def _has(words: str, wanted: str) -> bool:
    """Whether one of an attribute's words is the one wanted, or begins with it if that ends in ``*``."""
    if wanted.endswith("*"):
        return any(word.startswith(wanted[:-1]) for word in words.split())
    return wanted in words.split()
