"""What articles share, passage by passage, and the families that derivation makes of them."""

from stemmata.reuse.comparing import compare
from stemmata.reuse.families import find_families
from stemmata.reuse.find import find_reuse
from stemmata.reuse.settings import ReuseSettings

__all__ = ["ReuseSettings", "compare", "find_families", "find_reuse"]
