"""The numbers READ goes by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits and thresholds of READ. Those without another origin are set by hand on our example."""

    most_bytes: int = 24_000_000
    """Longest page looked at, in bytes. The longest saved news page we have met held 9 MB; a page beyond this is
    ``too-long``, because a story is never that long and every later stage would pay for it."""

    most_visible: int = 4_000_000
    """Most characters of visible text of one page: about twenty times the longest live blog."""

    most_odd: float = 0.1
    """Share of control and replacement characters above which a text counts as undecodable."""

    fewest_words: int = 12
    """Words a page's body must have in all to be a story: the shortest news flash is one sentence."""

    most_marks: int = 60
    """Most layout marks kept of each kind (phrases, classes, paths): enough to know a template by."""
