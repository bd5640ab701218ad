"""What a first guess of the story tells about a paragraph's relatives: those in the same element, or built alike."""

from stemmata.kernels import lines
from stemmata.read.features import Floats
from stemmata.read.measures import MEANING, Measures
from stemmata.read.nesting import Home

KIN = (*(f"kin_{name}{kind}" for name in Home._fields for kind in ("", "_share")), "kin_tag", "kin_count")


def measure_kin(page: Measures, guess: Floats) -> Floats:
    """Return one row of numbers for each paragraph: the columns ``KIN``, from the probabilities of a first guess.

    Each kind of home gives the mean guess of the others in it, drawn towards a half where they are few, and its share
    of the story.
    """
    return lines.measure_kin(page.markup, MEANING, guess)
