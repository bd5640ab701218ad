"""One phrase through time."""

from stemmata.terms.phrases import phrases_of
from stemmata.terms.settings import TermSettings
from stemmata.terms.trace import trace_terms

__all__ = ["TermSettings", "phrases_of", "trace_terms"]
