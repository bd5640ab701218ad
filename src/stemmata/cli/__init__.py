"""The command ``stemmata``."""

from stemmata.cli.app import main

__all__ = ["main"]
