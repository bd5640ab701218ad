"""When each text was written, and the times it speaks of."""

from stemmata.dating.dates import date_texts
from stemmata.dating.settings import DatingSettings

__all__ = ["DatingSettings", "date_texts"]
