"""The order of the steps."""

from stemmata.flow.explain import explain
from stemmata.flow.follow import follow
from stemmata.flow.neighbours import neighbours
from stemmata.flow.settings import Settings
from stemmata.flow.trace import trace

__all__ = ["Settings", "explain", "follow", "neighbours", "trace"]
