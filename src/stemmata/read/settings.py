"""The numbers READ goes by."""

from dataclasses import dataclass

from stemmata.read.sites.pack import Pack


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits and thresholds of READ. Those without another origin are set by hand on our example."""

    packs: tuple[Pack, ...] = ()
    """The user's own rules for the pages of some sites (``docs/packs.md``), asked before those that came with the package."""

    most_bytes: int = 24_000_000
    """Longest page looked at, in bytes. The longest saved news page we have met held 9 MB; a page beyond this is
    ``too-long``, because a story is never that long and every later stage would pay for it."""

    most_visible: int = 4_000_000
    """Most characters of visible text of one page: about twenty times the longest live blog."""

    most_seconds: float = 20.0
    """CPU-seconds a page may take; then it is ``too-slow``. A page takes hundredths of one; the longest that are
    read at all, of 24 MB, take some ten."""

    most_odd: float = 0.1
    """Share of control and replacement characters above which a text counts as undecodable."""

    fewest_words: int = 12
    """Words a page's body must have in all to be a story: the shortest news flash is one sentence."""

    most_marks: int = 60
    """Most layout marks kept of each kind (phrases, classes, meta names): enough to know a template by."""

    most_shapes: int = 40
    """Most marks of the shape of the page's tree: many more are needed to count, not to compare."""

    surely_story: float = 150.0
    """Words of connected prose that make a page an article whatever stands around it; a front page's summaries are
    shorter and each stands below a link. Set by hand on ``benchmarks/pages_not_articles``."""

    most_teaser: float = 60.0
    """Most words above a subscription notice that are a teaser and not the article: two or three sentences."""

    most_beside: float = 25.0
    """Most words of prose beside an error message, a gallery or a film: an excuse, an invitation, one caption more."""

    fewest_listed: int = 5
    """Headlines of other stories from which a page without a story is a list."""

    fewest_captions: int = 4
    """Captions from which a page without a story is a gallery."""

    fewest_entries: int = 4
    """Entries with times from which a page that calls itself live is a live blog."""

    fewest_alone: int = 6
    """The same where only their falling order tells."""

    story_above: float = 80.0
    """Words of a story above the first entry that make a page an article with updates below it; one marked as a live
    blog needs ``surely_story`` words there."""
