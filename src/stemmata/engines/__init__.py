"""Machines that rows meet on."""

from stemmata.engines.local import LocalEngine
from stemmata.engines.settings import LocalSettings

__all__ = ["LocalEngine", "LocalSettings"]
