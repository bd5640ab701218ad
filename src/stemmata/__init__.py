"""Family trees of the news: where the reporting really came from, with the evidence for every arrow."""

from stemmata import errors, model
from stemmata.api import (
    compare,
    copies,
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
    "copies",
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
