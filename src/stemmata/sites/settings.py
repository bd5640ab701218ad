"""Where SITES draws its lines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The thresholds of telling one template behind several sites; weights are in bits.

    Swept on twelve invented networks (six page engines) among 868 ordinary outlets, ``benchmarks/sites.py``: as they
    stand all networks are grouped, none are joined, and nearly all ordinary sites joined are of one owner.
    """

    believed: float = 1000.0
    """Sites that we never saw, which have each mark as often as its kind and words let expect: beside them the few
    sites at hand count for little, many for much. At 100 a network alone at hand looked ordinary to itself."""
    whole: float = 18.0
    """Least weight of all shared marks, each kind up to its ceiling. 15 to 25 gave the same groups."""
    odd: float = 10.0
    """Least weight of shared marks that no system or common language explains; half as much again between two sites
    of one widely used system."""
    alike: float = 0.5
    """Least share of the poorer frame's marks, by weight, that the other has: mean over the kinds of marks."""
    alone: float = 0.3
    """What a mark counts that stands on one page alone, of a maker with one page: it may belong to the story."""
    rare: float = 0.03
    """Share of all makers up to which a path of the tree, or a row of classes, is rare."""
    shape: float = 8.0
    """Most bits that rare paths and rows add to the odd ones: they hang together."""
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
