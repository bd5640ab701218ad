"""What a first guess of the story tells about a paragraph's relatives: those in the same element, or built alike."""

import numpy as np

from stemmata.read.features import Floats, Ints, summed
from stemmata.read.measures import TAGS, Measures

_HOMES = ("parent", "grand", "near", "wide", "path", "look", "looks")
KIN = (*(f"kin_{name}{kind}" for name in _HOMES for kind in ("", "_share")), "kin_tag", "kin_count")


def measure_kin(page: Measures, guess: Floats) -> Floats:
    """Return one row of numbers for each paragraph: the columns ``KIN``, from the probabilities of a first guess."""
    heavy = np.minimum(page.words, 60) + 0.5
    mass = guess * (heavy - 0.5)
    share = mass / max(float(mass.sum()), 1.0)
    alike = page.home("parent") * len(TAGS) + page.tags
    columns = []
    for name in _HOMES:
        columns += [_others(page.home(name), guess, heavy), summed(page.home(name), share)]
    return np.column_stack([
        *columns, _others(alike, guess, heavy), np.log1p(summed(alike, np.ones_like(guess))),
    ])  # fmt: skip


def _others(group: Ints, guess: Floats, heavy: Floats) -> Floats:
    """Return the mean guess of the others in the group, drawn towards a half where they are few."""
    said = summed(group, guess * heavy) - guess * heavy
    weight = summed(group, heavy) - heavy
    return np.divide(said + 2.0, weight + 4.0)
