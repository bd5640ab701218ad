"""Time expressions: find them, and read them from a day of writing."""

from stemmata.text.times.context import in_context
from stemmata.text.times.find import find_times
from stemmata.text.times.grammar import Grammar, grammar
from stemmata.text.times.mention import Meaning, Mention, Resolved, Tense
from stemmata.text.times.resolve import resolve

__all__ = [
    "Grammar",
    "Meaning",
    "Mention",
    "Resolved",
    "Tense",
    "find_times",
    "grammar",
    "in_context",
    "resolve",
]
