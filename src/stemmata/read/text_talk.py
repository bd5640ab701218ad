"""Where a text without markup speaks to its reader and of its makers: donations, newsletters, terms of use."""

from stemmata.kernels.lines import LinePage
from stemmata.read.features import Floats
from stemmata.read.self_talk import any_speech

TEXT_TALK = ("you", "us", "addresses", "bracketed", "talk", "talk_near")


def measure_text_talk(page: LinePage, table: Floats, at: int) -> None:
    """Fill the columns ``TEXT_TALK`` of a table."""
    page.measure_text_talk(any_speech(), table, at)
