"""Family trees of the news: where the reporting really came from, with the evidence for every arrow."""

from stemmata import errors, model
from stemmata.api import (
    compare,
    dates,
    explain,
    export,
    load,
    neighbours,
    quotes,
    series,
    term,
    trace,
)

__all__ = [
    "compare",
    "dates",
    "errors",
    "explain",
    "export",
    "load",
    "model",
    "neighbours",
    "quotes",
    "series",
    "term",
    "trace",
]
