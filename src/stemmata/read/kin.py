"""What a first guess of the story tells about a paragraph's relatives: those in the same element, or built alike."""

from stemmata.kernels.lines import LinePage
from stemmata.read.features import Floats
from stemmata.read.measures import MEANING
from stemmata.read.nesting import Home

KIN = (*(f"kin_{name}{kind}" for name in Home._fields for kind in ("", "_share")), "kin_tag", "kin_count")


def measure_kin(page: LinePage, guess: Floats, table: Floats, at: int) -> None:
    """Fill the columns ``KIN`` of a table, from the probabilities of a first guess.

    Each kind of home gives the mean guess of the others in it, drawn towards a half where they are few, and its share
    of the story.
    """
    page.measure_kin(MEANING, guess, table, at)
