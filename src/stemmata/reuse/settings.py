"""Where REUSE draws its lines."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    """The thresholds of finding, aligning and naming what two articles share.

    Weights: a plain word that stands in one sentence of each text weighs 1, one that both texts use
    throughout far less, a function word next to nothing, a name half. Unless a docstring says otherwise a
    value was set by hand on invented pairs and checked on real ones with ``benchmarks/reuse.py``. Of an article longer than
    500,000 characters (``strand.LONGEST``) only the beginning is compared.
    """

    shingle: int = 5
    """Words in a posted run."""
    window: int = 4
    """Of so many neighbouring runs one is posted: every shared run of ``shingle + window - 1`` words is found."""
    quoted_shingle: int = 4
    """Words in a posted run of a quotation."""
    sketch: int = 8
    """Runs of each text that stand for all of it, so that copies meet whose every run is common."""
    most: int = 64
    """A key that more articles have makes no pair. It bounds the pairs of N articles at N x most x keys."""
    names: int = 6
    """Names and numbers of one paragraph that are posted in threes, at most. Twos met 8 times as many articles
    for one in twenty more derived pairs (ECB+)."""
    all_names: int = 8
    """Names and numbers of a whole text that are posted in threes, at most: a story retold in another order shares
    no paragraph. Of 59 reworded pairs (``benchmarks/paraphrases``) that are told when compared 46 met, 47 with ten, and
    half as many without (59 since number words are posted as figures and names without their possessive); it adds a
    fifth to the pairs met among 2,000 unlike wire stories, twelve as many again."""

    counted_names: int = 4
    """Names, and telling numbers, of a whole text that are posted in twos, at most. Of 61 reworded pairs 53 met and not 49;
    two pairs more are met for each of 1,200 unlike wire stories. Eight of each met twice as many more and no other pair."""

    seed: int = 4
    """Words in a row that start an aligned run."""
    repeats: int = 16
    """Pairs of places tried for one seed; beyond, the first place meets the first, the second the second."""
    gap: int = 6
    """Most words that either text may have between two runs of one stretch."""
    snap: float = 0.5
    """Share of both sentences that a stretch must cover to be taken for the whole of both."""

    solo_words: int = 10
    """Words in a stretch that speaks for reuse when nothing else does; shorter ones are formulae."""
    solo: float = 4.0
    """Its least weight outside quotation marks."""
    company: float = 1.8
    """Least weight of a stretch beside stronger ones."""
    quote_words: int = 3
    """Fewest words that make a shared quotation."""
    quote: float = 1.8
    """Its least weight."""
    chrome_words: int = 5
    """Fewest words that make a shared piece of what stands around stories."""

    notice_pages: int = 4
    """Unlike stories beside which a paragraph makes it a notice of the page, no part of any story. Swept 3 to 6 on
    ``benchmarks/reuse_planted.py``."""
    notice_closing: int = 2
    """The same, where it is copied word for word and stands at the end of all of them."""
    notice_both: float = 0.75
    """Share of both stories from which one or two paragraphs copied make them alike."""
    notice_whole: float = 0.9
    """The same share, of either story."""
    notice_rest: int = 80
    """Characters (about 13 words) beside a notice that are taken for part of it, when two stories share no more."""

    strong: float = 0.5
    """Share of the lighter sentence that makes two sentences one, reworded."""
    weak: float = 0.3
    """The same, beside a sentence that is matched already."""
    heft: float = 2.4
    """Least shared weight of two sentences matched on their own."""
    backing_share: float = 0.12
    """Share of the lighter story's unquoted weight that two texts must have in common, in pieces that need no
    others beside them, before any slighter piece or rewording is believed. Measured on pairs of English outlets
    that wrote of one event on their own (228, of NewsWCL50 and BASIL): 0.14 at most but for four (0.16 to 0.28);
    on derived English pairs (the seeds, versions of one wire story) 0.19 and more. Set on the side of what is
    found."""
    backing_least: float = 9.0
    """The least such weight."""
    backing_most: float = 40.0
    """Such a weight is enough, however long the texts are."""
    speaker: float = 1.0
    """Weight that naming the speaker of a shared quotation has, at most. Swept 0 to 2: more parted derived pairs
    (Naver clusters), less let two reports of one briefing back each other."""
    partner_lighter: float = 0.7
    """What two sentences share is set against the weight of the lighter one to this power (``partners.py``).
    This and the next six were fitted on ``benchmarks/paraphrases`` (random halves: 0.93 of F1 on the half fitted, 0.93 on
    the other)."""
    partner_heavier: float = 0.1
    """And against the heavier one's to this power."""
    partner: float = 0.3
    """Score from which two sentences that have no better partner are mutual partners."""
    partner_best: float = 0.9
    """Share of the best score that counts as no worse."""
    partner_least: float = 0.1
    """Score from which a sentence answers another that has a better partner elsewhere."""
    partner_half: float = 0.5
    """Share of that better score it must have."""
    retold_sentences: int = 3
    """Mutual partners from which two stories may be one in different words throughout."""
    retold_both: float = 0.55
    """Share of the weight of both bodies that must then stand in mutual partners. With ``retold_one``, 58 of our 61 reworded
    pairs have both, and none of 230 pairs of English outlets that wrote of one event on their own (BASIL, NewsWCL50)."""
    retold_one: float = 0.75
    """Share for the one of the two that has more."""
    retold_numbers: float = 0.5
    """Share of the numbers of the story with fewer that the other must have. All our reworded pairs have it; without it
    two Korean briefs of many numbers, of which one was the same, were taken for one."""
    retold_names: float = 0.5
    """Share of the names of the story with fewer that the other must have. All our reworded pairs have 0.57 and more; an
    agency's reports of two explosions weeks apart, in which gas, windows, fire chiefs and a utility recur, had 0.4."""
    near: float = 0.85
    """Share of the longer side's words that stand in the same order in both: above, ``near``."""
    revised: float = 0.5
    """The same: above, ``revised``, and below, ``paraphrase``."""

    family_share: float = 0.25
    """Share of the shorter story's characters in derived passages (each times its likeness) that makes a tie.
    On the same 228 pairs three had more than 0.16: 0.19, 0.24, and 0.32 where
    both quote one statement at length; the weakest pair of versions of one wire story has 0.2, of the seeds 0.37."""
    family_both: float = 0.15
    """Share of both stories that does, when it comes to ``family_part`` characters: a page with two sources."""
    family_part: int = 400
    """Derived characters (about 70 words) for the rule above."""
    family_long: int = 700
    """Derived characters (about 120 words) that tie two articles however long they are."""
    family_least: int = 150
    """Derived characters (about 25 words) below which nothing ties."""
    family_cited: int = 60
    """Characters (about 10 words) shared, quotations too, from which a text that says it has something from an outlet is tied
    to that outlet's page. By hand: a quotation of an interview is a sentence."""
    family_told: float = 0.5
    """Share of the characters of both stories in derived passages, whatever their likeness, that ties them. With it 54 of 61
    reworded pairs are families, without it 23; of 230 independent pairs (BASIL, NewsWCL50) 3 are, with it and without."""
    family_whole: float = 0.8
    """Share of one text from which, with ``family_whole_less`` of the other, what is told throughout is no clip, however
    freely. With both 57 of 61 reworded pairs are families, without 52. On Naver it ties forty pairs more, several papers'
    rewordings of one forecast, which that silver, made by shared characters, does not count."""
    family_whole_less: float = 0.6
    """The share of the other."""
    family_pieces: int = 3
    """Derived passages from which a shared quotation beside one of them counts towards a tie."""
    family_reach: int = 300
    """Characters, in both texts, within which it stands beside one: its paragraph and the next."""
    family_most: float = 0.5
    """Share of either story from which a tie is beyond the guard below."""
    family_apart: int = 200
    """Characters between two derived passages, in either text, from which they are two places. What stands in one place of
    both, and is less than ``family_most`` of either, is a clip: it ties none."""
    family_crowd: int = 4
    """Groups of unlike texts that one stretch of a text may tie it to; a notice or a standing paragraph has more."""

    apart_signs: int = 3
    """Signs, of the four in ``leads.tell_apart``, that two leads report two happenings and their tie is none."""
    apart_share: float = 0.75
    """Share of either story that is derived from which such signs no longer count."""
    apart_copied: float = 0.9
    """Share from which it is a copy, though an ordinal has changed."""
    apart_days: int = 4
    """Days between two stamps that are a sign. Stamps lie, so they are never more than one."""
    apart_numbers: float = 0.75
    """Share of a lead's numbers that the other story has nowhere, for a sign."""
    apart_lead: float = 0.3
    """Share of a first paragraph that must be derived for the lead to count as shared."""
