"""Where pages come from: files, folders, patterns, rows."""

from stemmata.sources.columns import Columns
from stemmata.sources.paths import STDIN, Paths
from stemmata.sources.settings import SourceSettings

__all__ = ["STDIN", "Columns", "Paths", "SourceSettings"]
