"""The signs by which the late of two texts is known, one file each."""

from stemmata.lineage.signs.added import ADDED
from stemmata.lineage.signs.backed import BACKED
from stemmata.lineage.signs.compressed import COMPRESSED
from stemmata.lineage.signs.corrected import CORRECTED
from stemmata.lineage.signs.credit_lost import CREDIT_LOST
from stemmata.lineage.signs.dateline_lost import DATELINE_LOST
from stemmata.lineage.signs.dates import DATES
from stemmata.lineage.signs.grown import GROWN
from stemmata.lineage.signs.honorifics import HONORIFICS
from stemmata.lineage.signs.localised import LOCALISED
from stemmata.lineage.signs.mixed_marks import MIXED_MARKS
from stemmata.lineage.signs.parentheses import PARENTHESES
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.lineage.signs.stamps import STAMPS
from stemmata.lineage.signs.subset import SUBSET
from stemmata.lineage.signs.synonyms import SYNONYMS
from stemmata.lineage.signs.tail import TAIL
from stemmata.lineage.signs.tolls import TOLLS
from stemmata.lineage.signs.unquoted import UNQUOTED

SIGNS = (
    ADDED,
    BACKED,
    COMPRESSED,
    CORRECTED,
    CREDIT_LOST,
    DATELINE_LOST,
    DATES,
    GROWN,
    HONORIFICS,
    LOCALISED,
    MIXED_MARKS,
    PARENTHESES,
    STAMPS,
    SUBSET,
    SYNONYMS,
    TAIL,
    TOLLS,
    UNQUOTED,
)

__all__ = ["SIGNS", "Mark", "Sign"]
