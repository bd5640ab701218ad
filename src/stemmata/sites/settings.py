"""Where SITES draws its lines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The thresholds of telling one template behind several sites.

    Set by hand on invented pages, then tried on some 690 real ones of 620 outlets: only sites of one house (three
    networks) were joined.
    """

    share: float = 0.5
    """Share of the poorer page's marks, by weight, that the other must have."""
    odd: float = 2.0
    """Least weight of shared marks that hold a word of their own, which no ordinary site has."""
    odd_stock: float = 4.0
    """The same between two sites of one widely used system, whose class names are many: class names alone count."""
    whole: float = 2.4
    """Least weight of all shared marks."""
    conclusive: float = 6.0
    """Weight of shared odd marks from which one template is beyond doubt."""
    associative: float = 1.5
    """Weight of shared odd marks from which it is likely; below, it is circumstantial."""
    most: int = 64
    """Sites that may have a mark before it proposes no more pairs than each with the first."""
    told: int = 4
    """Marks that the evidence names."""
