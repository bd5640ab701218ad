"""Family trees of the news: where the reporting really came from, with the evidence for every arrow."""

from stemmata import errors, model
from stemmata.api import compare, explain, export, load, neighbours, term, trace

__all__ = ["compare", "errors", "explain", "export", "load", "model", "neighbours", "term", "trace"]
