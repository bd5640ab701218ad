"""What articles share, passage by passage, and the families that derivation makes of them."""

from stemmata.reuse.compare import compare
from stemmata.reuse.settings import ReuseSettings

__all__ = ["ReuseSettings", "compare"]
