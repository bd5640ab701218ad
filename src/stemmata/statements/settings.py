"""Every threshold of the stage, and where each came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatementSettings:
    """How statements, speakers and claims are found."""

    names: str = "own"
    """What tells where sentences end and names stand: our own rules, or ``spacy:MODEL``. Set by who asks; kept with the run."""

    quotation: float = 0.85
    """Confidence in a quotation with its speaker in the same sentence or paragraph.

    This and the next six are the shares of statements with content and source right on 200 articles of
    PolNeAR's training part, rounded.
    """

    clause: float = 0.8
    """Confidence in a reported clause with its speaker, before or behind."""

    according: float = 0.85
    """Confidence in what stands according to somebody."""

    object: float = 0.6
    """Confidence in a noun phrase, an act or a name as what was said (praised X, vowed to, called X a Y)."""

    standing: float = 0.45
    """Confidence in what somebody supports, opposes or mentions: as often a lasting stand as words."""

    inferred: float = 0.55
    """Confidence where the subject is shared with an earlier verb, or a quotation follows another's paragraph."""

    followed: float = 0.35
    """Confidence in whose quotation it is that follows another paragraph of somebody."""

    noun: float = 0.4
    """Confidence in what somebody's claim or accusation holds."""

    unknown: float = 0.2
    """Confidence in a quotation whose speaker the text does not name: most are titles, terms or irony."""

    fewest_words: int = 4
    """Words of a quotation that is recorded though nobody is named. Fewer are titles and irony. Set by hand."""

    fewest_letters: int = 12
    """Letters by which a pull quote is known again. Set by hand."""

    same: float = 0.42
    """Lowest likeness of two statements of one speaker that make one claim. Set by hand on the example; a
    spun paraphrase keeps little more."""

    pointed: float = 0.3
    """The same where both verbs are of one pointed kind (both deny, both praise). Set by hand on the example."""

    crossed: float = 0.72
    """The same where the speakers differ. Set by hand on our example: higher, for lack of the speaker's word."""

    reworded: float = 0.66
    """Share of words in common and in order, small ones included, that makes one speaker's two statements one
    claim. Set by hand on our own labelled families: the altered quotations there keep two words in three."""

    contained: float = 0.8
    """Share of the shorter content found in the longer that makes one claim too."""

    verbatim: int = 6
    """Words of an equal quotation that make one claim, whoever is said to have spoken and in whichever event."""

    counted: float = 0.5
    """Share of the shorter content found in the longer that makes one claim where both count the same things."""

    fewest: int = 4
    """Content words that the shorter side must have for that."""
