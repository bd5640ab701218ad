"""Every threshold of the stage, and where each came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatementSettings:
    """How statements, speakers and claims are found."""

    reach: int = 25
    """Tokens a source's noun phrase may lie from its verb. Set by hand: longer ones are lists."""

    clause: float = 0.85
    """Confidence in a reported clause with its speaker. Share right on PolNeAR's developers' part, rounded."""

    quotation: float = 0.9
    """Confidence in a quotation with its speaker in the same sentence. As above."""

    object: float = 0.7
    """Confidence in a noun phrase as what was said (praised X). As above."""

    inferred: float = 0.6
    """Confidence when the subject is shared with an earlier verb, or carried on from the last quotation."""

    unknown: float = 0.4
    """Confidence in a quotation whose speaker the text does not name."""

    same: float = 0.42
    """Lowest likeness of two statements of one speaker that make one claim. Set by hand on the example; a
    spun paraphrase keeps little more."""

    pointed: float = 0.3
    """The same where both verbs are of one pointed kind (both deny, both praise). Set by hand on the example."""

    crossed: float = 0.72
    """The same where the speakers differ. Set by hand on our example: higher, for lack of the speaker's word."""

    contained: float = 0.8
    """Share of the shorter content found in the longer that makes one claim too."""

    fewest: int = 4
    """Content words that the shorter side must have for that."""
