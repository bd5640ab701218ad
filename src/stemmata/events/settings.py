"""The numbers of finding events."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventsSettings:
    """Every threshold of this stage: set by hand on the invented example where nothing else is said."""

    opening_sentences: int = 5
    """Sentences from which the main event is read. News tells its event in the first five."""

    telling_sentences: int = 2
    """Sentences that, with the title, tell what kind of act it is."""

    alike: float = 0.35
    """Lowest mean likeness of two groups of families that tell of one event, on days that are known and meet: the cosine of their words, with
    ``person`` and ``capital``, less ``filed``. Swept .25 to .65 on the invented heaps (benchmarks/happenings_heaps.toml, tests/events), with
    ``person`` and ``capital``, and on 2,000 texts of Reuters, where 5 in 100 joined pairs are then of unlike topics."""

    alike_undated: float = 0.66
    """The same, of the cosine alone and with words lent twice, where the days of one are not known. Swept .62 to .78 on ECB+ and BASIL,
    which have no stamps: from .62 to .78 B-cubed is at least .93 and .95 there. The figures of all ECB+ topics were in view."""

    person: float = 0.4
    """What the last names of people that two texts share count beside their words: all of them once. Of .3 to .8 on the
    invented heaps and Reuters; more joins two acts of one firm."""

    capital: float = 0.2
    """The same of other words that are never written small. Of .2 to .8, likewise."""

    filed: float = 0.3
    """What is taken off where both have the dateline of one agency: it seldom tells one event twice in words of which none are the same.
    Of 0, .2, .3 and .4 on the invented heaps: .3 and .4 are better than less."""

    otherwise: float = 0.05
    """What more is needed where the kinds of act differ: two desks call one thing by two names."""

    another: float = 0.05
    """What more is needed where one text, and not the other, calls its act another one of its kind, and days are not known."""

    neighbours: int = 8
    """Nearest families that lend their words. Of 5, 8 and 12 the best on the even ECB+ topics and BASIL together."""

    lends: float = 0.15
    """Lowest likeness of a neighbour that lends: below it, texts share what all news shares."""

    borrowed: float = 2.0
    """What the words of all neighbours count, against 1 for a family's own, where days are not known. Of 1, 1.5, 2 and 3, all within
    .002 of the AUC of same-event against look-alike pairs of ECB+."""

    borrowed_dated: float = 0.3
    """The same where days are known and tell most look-alikes apart. Of .3, .4, .7 and 1 on the invented heaps: less is better there,
    more on the even ECB+ topics."""

    fully: float = 0.03
    """Sum of the cubed likeness of neighbours from which they lend in full where days are not known: eight reports of one event do."""

    fully_dated: float = 0.3
    """The same where days are known. Three pages that share a name lend each other little. Of .1 and .3 the better on the invented heaps."""

    candidates: int = 10
    """Families compared word for word with each, those that share most of its heaviest words."""

    looked_at: int = 300
    """Postings of its heaviest words, the rarest first, that are read for each family: what it costs does not grow."""

    key_words: int = 25
    """Heaviest words of a family by which others are found."""

    vector_words: int = 90
    """Heaviest words of a family that are compared."""

    blended_words: int = 160
    """The same with those that neighbours lend."""

    blended_dated: int = 90
    """The same where days are known: fewer cost less and join the same."""

    lent_dated: int = 30
    """Heaviest words that each neighbour lends there: so few do as well, too."""

    profile_words: int = 400
    """Words of an article, title included, that tell what it is about, the later the less: they tell of what was before."""

    open_days: int = 16
    """Days of bounds beyond which an event counts as undated when it is compared. A believed stamp leaves fifteen:
    a week for the page, a week for the report, and its day."""

    doubtful: float = 0.3
    """From this likeness, a family left apart counts as a possible part of the event in its range of origins."""

    shared_names: int = 2
    """Names that two families must share to be compared at all, or one that stands in both openings' first lines."""

    common: int = 400
    """Families that may share a name before it is too common to pair them by."""

    slack_days: int = 1
    """Days by which intervals may miss each other: night at one desk is morning at another."""

    longest_days: int = 4
    """Days a time in the opening may cover and still tell the day of the event."""

    far_apart: int = 7
    """Days by which the events of believed pages of one family must lie apart before no day is given for all."""

    long_ago: int = 60
    """Days before its text beyond which a day is that of what the news goes back to ("a year after the collapse of May
    12"), and not its own. Set by hand."""

    before_report: int = 7
    """Days before its report that an event may lie when the text does not say."""

    background_names: int = 2
    """Names of an event, not of its own, that a sentence must have to speak of that event."""

    adopts: float = 2.0
    """Words of an event that a sentence with its day must have, common ones counted less, for a text without an act of its own to
    belong to it. Set by hand on the invented heaps."""

    sure: float = 0.8
    """Lowest confidence of an origin that is counted as sure."""

    actors: int = 3
    """Actors named for an event."""

    minor_actor: float = 0.2
    """Share of the leading actor's mentions that another needs to be named."""

    widest_title: int = 72
    """Characters from which a title is cut at a clause."""
