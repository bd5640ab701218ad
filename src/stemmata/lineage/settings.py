"""The numbers of LINEAGE, each with where it came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineageSettings:
    """Thresholds of the family tree. "By hand" means: set on invented families, never on the shared pages."""

    crosshead: int = 20
    """A body paragraph of at most this many words without a full stop is a crosshead, a caption or page talk,
    not story. By hand."""
    alike: float = 0.42
    """Least containment (weighted by rarity) of two sentences that are each other's best in two texts. By hand."""
    balanced: float = 0.24
    """Least share of both sentences' forms (twice the common, by the sum) beside that: a short sentence finds some of
    its words in any long one. By hand."""
    folded: float = 0.7
    """Least containment when only the shorter sentence points at the longer: two sentences made one. By hand."""
    beside: float = 0.22
    """The same for each other's best whose neighbours are tied already: order helps a free paraphrase. By hand."""
    fewest: int = 4
    """Fewest shared word forms that may tie two sentences: "he said" ties nothing. By hand."""
    neighbours: int = 40
    """How many of its likest texts each text of a larger family is collated with. All of them cost the square of the
    family, and simulated families of 100 come out with the same arrows."""
    word: float = 0.10
    """Weight, in nats, of one reading in what a reader is shown of a rival source or of a second one. By hand."""
    backed: float = 2.0
    """How many times that cost for a reading another text has too: such a one is handed down, not made up. By hand."""
    cover: float = 0.28
    """Least share of a text's words, quotations masked, that a parent must account for. On simulated families (base,
    crowded) 1.3 % of pairs without a common source reach .22 and .2 % .28, which .2 % of true arrows miss."""
    akin: float = 0.1
    """Least share of the shorter text's words outside quotations that two lines must have in common to be of one kin,
    whatever the model says, which knows no strangers who report one event. Set on 72 pairs of real articles judged
    independent by reading: those that the model takes for kin reach .05; at .2, simulated origins exact lose .03 to .1."""
    places: int = 4
    """Fewest places that parent and child must share where they share less than a third of the words: reports of
    one statement share two or three."""
    verbatim: int = 12
    """Fewest words in runs of four or more that a parent and a child must share outside quotations. By hand."""
    reworded: float = 0.4
    """Least share of a text's words outside quotations that must stand in deriving passages with another for these
    alone to tie it to the other as a source. By hand, on invented staff rewrites and reports of two agencies; on simulated
    families .3 to .5 give the same."""
    doubtful: float = 0.2
    """The same for a root to be called a beginning of its own with doubt only. By hand."""
    passages: int = 4
    """Fewest such passages. By hand."""
    attach: float = 1.0
    """How much likelier, in nats, the model must find it that a text has no source here before it gets none. An arrow
    that holds two times in five is worth showing, with its rivals. Swept 0 to 2.1 on simulated families: arrows F1
    stays within .01 (base) or rises by .01 (unseen), and small families of hand-made texts come out right at 1 to 1.4."""
    line: float = 3.0
    """How much likelier, in nats, the model must find it still where an earlier version of the same house is among the
    texts: a house writes each version from the one before. By hand."""
    decided: float = 0.75
    """Least confidence of a direction still called decided."""
    surest: float = 0.98
    """No confidence is shown above this: the weights are set by hand, not calibrated."""
    sober: float = 0.76
    """Share of the log-odds of an arrow that is shown. Read off the table of reliability of simulated families (base,
    other seeds than those fitted on): said .98, .96, .86, .75 were right in .95, .94, .80, .73."""
    likely: float = 0.92
    """No arrow is shown surer than this but those of the next three lines. Out of a text that may stand for another, now
    lost, arrows of which the model says .98 are right in .88 only."""
    certain: float = 0.97
    """Confidence shown of arrows that are called nearly certain: an agency's own text, of another house than the child, with
    nothing that the child lacks among what it has. Of 302 such on simulated families of all profiles .987 were right."""
    chosen: float = 0.9
    """Least chance, by the model, of such an arrow. Beyond it nothing more is gained: .95 and .98 are right as often."""
    ordered: float = 5.0
    """Least log-odds of its direction. At 2 one in thirty is wrong, at 5 one in eighty."""
    rivals: int = 3
    """Most rivals shown for one arrow."""
    candidates: int = 8
    """How many likeliest parents of a text are looked at closely."""
    merged: int = 30
    """Fewest words missing from the parent that must stand in another text for it to be a second parent (DESIGN.md)."""
    merged_least: int = 12
    """The same where the model of second sources judges, and the two do not credit one agency. On simulated families
    three of ten second sources lend fewer than 30 words in places of their own, hardly any fewer than 12."""
    untold: float = 0.3
    """Nats that a source of a text told anew costs for each word that passages find in another source alone. Swept .1 to .6
    on ``benchmarks/heaps``: below .3 a rewrite hangs on an excerpt that lacks one of its sentences; from .3 on nothing changes."""
    untold_most: float = 8.0
    """The same at most. By hand: a sentence that only one source has decides."""
    cited: float = 5.0
    """Nats by which a source whose outlet the text names outweighs that it may have none. By hand."""
    merged_cited: float = 5.0
    """Least weight of readings, quotations too, that a page has from a text whose outlet it names. By hand: a sentence."""
    second: float = 0.85
    """Least probability of a second source. Cross-checked at .8 on the simulated families fitted on: of 122 pages put
    together 120 were found, 8 to 10 others called so; .85 keeps a few more of those out on other seeds."""
    layer: int = 45
    """Fewest words of a layer of reporting that nobody else has. By hand."""
    layer_places: int = 2
    """Fewest separate spots over which such a layer is woven. By hand."""
    shared_gain: float = 6.0
    """Least weight of readings (a rare word weighs 1) that tie each two of three texts against the third before a lost
    version is put between them. Coincidences of a heavy rewording weigh up to 3 on the invented families. By hand."""
    shared_places: int = 3
    """Fewest places over which those readings must be spread. By hand."""
