"""One page: its visible text, the role of each paragraph, and what it states of itself."""

from stemmata.read.page import read_page
from stemmata.read.published import publication_date
from stemmata.read.settings import ReadSettings

__all__ = ["ReadSettings", "publication_date", "read_page"]
