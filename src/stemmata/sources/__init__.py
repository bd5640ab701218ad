"""Where pages come from: files, folders, patterns, rows, a program."""

from stemmata.sources.chosen import Chosen
from stemmata.sources.columns import Columns
from stemmata.sources.paths import STDIN, Paths
from stemmata.sources.settings import SourceSettings
from stemmata.sources.texts import Texts

__all__ = ["STDIN", "Chosen", "Columns", "Paths", "SourceSettings", "Texts"]
