"""How much a report shows before it says how much more there is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one report, so that a case of a thousand pages still opens at once.

    All set by hand, by looking at reports of 5, 16 and 500 pages in a browser.
    """

    passages: int = 40
    """Passages shown side by side under one arrow."""

    characters: int = 4_000
    """Longest text of others shown in one piece under an arrow or in a list."""

    alike: int = 60
    """Words in a row that do not differ before the middle of them is folded away."""

    around: int = 14
    """Words kept on either side of such a fold."""

    reasons: int = 12
    """Reasons shown under one conclusion, the weightiest first."""

    places: int = 3
    """Places quoted for one reason."""

    whole_texts: int = 2_000_000
    """Characters of whole page texts in one report; pages past them are told of without their text."""

    arrows: int = 4_000_000
    """Characters of passages in one report; arrows past them keep their reasons."""

    rows: int = 120
    """Rows of the timeline."""

    claims: int = 60
    """Statements shown for one event, those whose wordings differ first."""

    utterances: int = 400
    """Rows in the list of everything said."""

    speakers: int = 60
    """Speakers whose statements are listed day by day, those with most first."""

    said_by_one: int = 12
    """Statements listed of one speaker."""

    pages_on_a_card: int = 4
    """Pages named on one card of a drawing."""


@dataclass(frozen=True, slots=True)
class Excerpts:
    """What an edition that may be published quotes of one page."""

    longest: int = 200
    """Characters of one quotation. Courts and desks differ; this is two sentences of news prose."""

    passages_share: float = 0.5
    """Share of the longest story's length that the passages quoted from its family together may reach."""

    said_share: float = 0.2
    """The same for what the pages report of others' words. Both set by looking at what five-page cases need."""

    passages: int = 6
    """Passages shown side by side under all arrows of one event, and one under each arrow at least; those that are
    word for word the same are only counted."""

    window: int = 90
    """Characters shown of either side of a passage, around its first difference."""
