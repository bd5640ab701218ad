"""Where a case is kept: one SQLite file."""

from stemmata.stores.sqlite import SqliteStore

__all__ = ["SqliteStore"]
