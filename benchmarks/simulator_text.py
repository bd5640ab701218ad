"""The nouns of the simulator: rates, and one text of a family."""

from dataclasses import dataclass

from simulator_pool import Part


@dataclass(frozen=True)
class Rates:
    """How often what is done. Pairs of numbers are least and most.

    ``origins``: chances of one, two, three origins. ``seen``: chances that a wire version, a reprint or another text is
    observed. ``dropped``: chances that an update drops one paragraph, another. ``kept``: chance that who takes a story over keeps its credit. ``rare``: share of words a spinner swaps.
    """

    origins: tuple[float, ...] = (0.55, 0.30, 0.15)
    updates: tuple[int, int] = (0, 2)
    reprints: tuple[int, int] = (1, 3)
    scrapes: tuple[int, int] = (0, 2)
    spins: tuple[int, int] = (0, 2)
    translations: tuple[int, int] = (0, 1)
    rewrites: tuple[int, int] = (1, 3)
    retold: tuple[int, int] = (0, 1)
    returned: tuple[int, int] = (0, 1)
    lives: tuple[int, int] = (0, 0)
    corrections: tuple[int, int] = (0, 1)
    headlines: tuple[int, int] = (0, 1)
    dropped: tuple[float, ...] = (0.3,)
    merges: float = 0.35
    wire: float = 0.8
    rare: tuple[float, float] = (0.15, 0.40)
    kept: float = 0.6
    rewritten_kept: float = 0.3
    seen: tuple[float, float, float] = (0.35, 0.75, 0.85)
    dates: bool = True


PROFILES = {
    "base": Rates(),
    "crowded": Rates(
        reprints=(2, 6), scrapes=(1, 4), spins=(1, 3), rewrites=(2, 5), retold=(0, 3), seen=(0.5, 0.6, 0.7)
    ),
    "desks": Rates(
        updates=(1, 3), reprints=(1, 4), spins=(0, 1), translations=(0, 0), corrections=(0, 2), lives=(0, 2),
        headlines=(0, 3), dropped=(0.4, 0.3), kept=0.9, rewritten_kept=0.6, seen=(0.7, 0.6, 0.6),
    ),
    "few": Rates(
        origins=(0.7, 0.3, 0.0), updates=(0, 1), reprints=(0, 1), scrapes=(0, 1), spins=(0, 1), translations=(0, 0),
        rewrites=(0, 2), retold=(0, 2), returned=(0, 0), corrections=(0, 0), headlines=(0, 0), merges=0.5,
        dropped=(0.4, 0.4), rare=(0.3, 0.7), seen=(0.85, 0.85, 0.9),
    ),
    "unseen": Rates(
        origins=(0.4, 0.4, 0.2), updates=(1, 3), dropped=(0.35, 0.2), reprints=(0, 4), spins=(0, 3), translations=(0, 2), returned=(0, 2),
        retold=(0, 2), lives=(0, 1), merges=0.5, rare=(0.1, 0.55), kept=0.35, rewritten_kept=0.15, wire=0.65,
        seen=(0.6, 0.7, 0.8),
    ),
}  # fmt: skip
"""``unseen`` is never fitted on."""
FITTED = ("base", "crowded", "desks", "few")


@dataclass(frozen=True)
class Text:
    """One simulated text: paragraphs, parents (the first gave most), what was done, what its page shows.

    ``withheld`` are paragraphs a later wire version may add, with their place; ``errors`` planted (wrong, right).
    ``house`` is the text on whose page this one stands later (its own number where the page is new); ``first_hand``: the agency's own.
    """

    number: int
    parts: tuple[Part, ...]
    parents: tuple[int, ...]
    done: str
    origin: int
    agency: str | None
    credited: bool = True
    withheld: tuple[tuple[int, Part], ...] = ()
    errors: tuple[tuple[str, str], ...] = ()
    curly: bool = False
    british: bool = False
    seen: bool = True
    hour: float = 0.0
    house: int = -1
    first_hand: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """What makes the text state: the paragraphs without what spelling and marks do to them."""
        return tuple(part.text for part in self.parts)
