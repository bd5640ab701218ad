"""Where SITES draws its lines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The thresholds of telling one template behind several sites; weights are in bits.

    Swept on twelve invented networks (six page engines) among 868 ordinary outlets, ``benchmarks/sites.py``: all of their
    pages grouped, no two networks joined; on four other draws .97 to 1.0, alone at hand as among the outlets. Of the
    27 groups that ordinary sites form, all but a few hold sites of one owner; those are sites on one blog or page host.
    In 1,080 small draws of ordinary outlets (``benchmarks/sites_small.py``) seven joins are none of those groups; five
    of them are one owner's, or of one administration.
    """

    believed: float = 1000.0
    """Sites that we never saw, which have each mark as often as its kind and words let expect: beside them the few
    sites at hand count for little, many for much. At 100 a network alone at hand looked ordinary to itself."""
    whole: float = 18.0
    """Least weight of all shared marks, each kind up to its ceiling. 15 to 25 gave the same groups."""
    odd: float = 12.0
    """Least weight of shared marks that no system or common language explains; half as much again between two sites
    of one widely used system."""
    alike: float = 0.5
    """Least share of the poorer frame's marks, by weight, that the other has: mean over the kinds of marks."""
    odd_one_kind: float = 15.0
    """Least weight of odd marks where only one kind of mark speaks, as in plain text: two lines of own words. Between
    frames that are all but one, ``odd`` is enough here too."""
    alike_one_kind: float = 0.6
    """Least share in that case: two texts may well have three labels in common."""
    twins: float = 0.75
    """Share from which two frames are all but one: then ``odd_twins`` bits are enough."""
    odd_twins: float = 9.0
    """Least weight of odd marks between such."""
    alone: float = 0.3
    """What a mark counts that stands on one page alone, of a maker with one page: it may belong to the story."""
    rare: float = 0.03
    """Share of all makers up to which a path of the tree, a row of classes or the order of two lines is rare."""
    shape: float = 8.0
    """Most bits that rare paths, rows and orders add to the odd ones: they hang together."""
    conclusive: float = 40.0
    """Weight of odd marks that a site must share with its network to be in it beyond doubt: about five."""
    associative: float = 16.0
    """The same to be in it likely: about two; below, the signs are circumstantial."""
    rounds: int = 4
    """Times that groups are weighed anew: what a group shares counts as one bearer in the next round."""
    most: int = 12
    """Makers that may have a mark before only the likeliest neighbours among them are compared."""
    told: int = 4
    """Marks of a kind that the evidence names."""


@dataclass(frozen=True, slots=True)
class RepeatSettings:
    """When a paragraph that pages of one site share is chrome and not story. Set by hand on invented pages, then
    tried on the several pages a publisher of the read sets (``benchmarks/repeats.py``)."""

    same: float = 0.3
    """Share of the shorter story, by characters, that two pages may share and still tell two stories: an update, or
    the same story under a second address, shares more."""
    kin: float = 0.25
    """Share of the poorer story's long words that two stories on different matters may share at most. Stories that go
    on with one matter repeat its background, which is no chrome."""
    tied: float = 0.5
    """Share of a paragraph's own long words from which it belongs to the story it stands in."""
    fewest: int = 40
    """Words that must be left of a page's story before it can speak for or against."""
    left: int = 12
    """Words of a story that must be left; else all is taken for story, as the page was read."""
    sentence_pages: int = 2
    """Unlike stories that must carry a whole sentence too before it is chrome; of a label one is enough."""
    tried: int = 8
    """Other pages with a paragraph that are compared before it is left as it is."""
