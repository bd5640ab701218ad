"""The signs by which the late of two texts is known, one file each."""

from stemmata.lineage.signs.added import ADDED
from stemmata.lineage.signs.articles_dropped import ARTICLES_DROPPED
from stemmata.lineage.signs.backed import BACKED
from stemmata.lineage.signs.broken_off import BROKEN_OFF
from stemmata.lineage.signs.cites import CITES
from stemmata.lineage.signs.compressed import COMPRESSED
from stemmata.lineage.signs.corrected import CORRECTED
from stemmata.lineage.signs.credit_lost import CREDIT_LOST
from stemmata.lineage.signs.dateline_lost import DATELINE_LOST
from stemmata.lineage.signs.dates import DATES
from stemmata.lineage.signs.grown import GROWN
from stemmata.lineage.signs.honorifics import HONORIFICS
from stemmata.lineage.signs.later_year import LATER_YEAR
from stemmata.lineage.signs.localised import LOCALISED
from stemmata.lineage.signs.mixed_marks import MIXED_MARKS
from stemmata.lineage.signs.own_sentences import OWN_SENTENCES
from stemmata.lineage.signs.own_words import OWN_WORDS
from stemmata.lineage.signs.parentheses import PARENTHESES
from stemmata.lineage.signs.reordered import REORDERED
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.lineage.signs.stamps import STAMPS
from stemmata.lineage.signs.subset import SUBSET
from stemmata.lineage.signs.synonyms import SYNONYMS
from stemmata.lineage.signs.tail import TAIL
from stemmata.lineage.signs.tolls import TOLLS
from stemmata.lineage.signs.unquoted import UNQUOTED
from stemmata.lineage.signs.update_mark import UPDATE_MARK
from stemmata.lineage.signs.woven_in import WOVEN_IN

SIGNS = (
    REORDERED,
    OWN_WORDS,
    OWN_SENTENCES,
    ARTICLES_DROPPED,
    ADDED,
    BACKED,
    BROKEN_OFF,
    CITES,
    COMPRESSED,
    CORRECTED,
    CREDIT_LOST,
    DATELINE_LOST,
    DATES,
    GROWN,
    HONORIFICS,
    LATER_YEAR,
    LOCALISED,
    MIXED_MARKS,
    PARENTHESES,
    STAMPS,
    SUBSET,
    SYNONYMS,
    TAIL,
    TOLLS,
    UNQUOTED,
    UPDATE_MARK,
    WOVEN_IN,
)

__all__ = ["SIGNS", "Mark", "Sign"]
