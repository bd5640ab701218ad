"""The numbers of dating."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DatingSettings:
    """Every threshold of this stage.

    All set by hand on the invented example and on real pages of known date (odu, TempEval-3, a tenth of
    Reuters-21578, the English ones of htmldate: 3,041). Under their true stamps their own text has 2 of them
    called recycled (before two days named without a year spoke, too); stamped 60, 120, 210, 365 and 730 days late, 96, 162, 173, 28 and 44. Most pages name no
    day that could tell. A clue that dated "this year's" happening by a year beside the same noun was dropped:
    it called nine true pages recycled.
    """

    late_days: int = 31
    """Days a page may come after the last day its text allows without being called recycled.
    Weeklies and honest reprints come days or weeks later; a month keeps them innocent."""

    filed_late_days: int = 21
    """The same where the text has a dateline with its day: who reprints it three weeks later says so."""

    carried: float = 0.75
    """Share of a story, and of its beginning, that must stand on an older page before its stamp falls. Of 182 real
    pages of cross-outlet copies (odu) none falls; of 48 of them again, stamped 200 days late, 42 do."""

    opening_length: int = 240
    """Characters of the first paragraph that are the story's beginning: an update rewrites them."""

    oldest: int = 20
    """Oldest believed pages of a family that are asked for the same words."""

    bears_out: int = 3
    """Sites that print a story within days of each other, more than bear out an earlier stamp: the odd one is that."""

    proof: float = 0.7
    """Lowest weight of a clue that may contradict a stamp alone."""

    page_lag: int = 7
    """Days a text may have lain before its page was stamped, when nothing in it tells."""

    reach_years: int = 25
    """How far back of its page a text is looked for: the age of the news web."""

    firm: float = 0.6
    """Lowest weight of a clue that narrows the days of a text; weaker ones only speak together against a stamp."""

    mention_reach: int = 182
    """Days within which news names a day by weekday, month and day without its year."""

    pair_reach: int = 75
    """Days within which at least one such day lies. On 31 real pages that name any, all lie within 60; so it is on 73 of 74
    pages (odu, Reuters-21578) that name two days and more without a year and without a weekday, one lies within 90."""

    slip_days: int = 45
    """Days a lone weekday and date must lie from the stamp, in any year, before they prove the year: of 44 on
    real pages two name the wrong weekday."""

    promised_days: int = 140
    """Days ahead that news names days without their year. On 119 real pages that promise such a day, two lie
    beyond, or behind by more than a week."""

    told_days: int = 45
    """Days back that news reports what was said on a day named without its year."""

    linking_stems: int = 2
    """Content words, beside the named happening, that two sentences must share to speak of the same one."""

    sibling_stems: int = 3
    """Content words that the sentences of two siblings must share for their time words to be the same."""

    shared_names: int = 2
    """Last names that two texts must share for the days they tell of to be of one year. One is often that of a town."""

    cluster_days: int = 3
    """Stamps of a family no further apart than this speak for the same day."""

    references: int = 5
    """Dated siblings asked at most for each text."""

    copied: float = 0.6
    """Share of a story that must stand word for word in a dated sibling before its agreeable stamp is doubted."""

    word_for_word: float = 0.6
    """Share of the words of two sentences that both have, from which one is a copy and no rewording."""

    line_rest: int = 20
    """Letters beside the times in a line of their own that names a day with its year ("Last updated", a zone). Set on the pages it
    was measured on: of 60 (odu) whose shortest lines hold one such day, 49 are of that day, 6 a day off, 5 far off; without posts,
    sentences and longer lines 29 are left, and 27 of them right."""

    most_times: int = 300
    """Time words of one text that are read as clues or compared with a sibling's: timetables have thousands."""

    most_linked: int = 60
    """Time words of one text that are compared with each other."""
