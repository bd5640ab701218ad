"""What happened, by the articles that report it."""

from stemmata.events.find import find_events
from stemmata.events.recurring import UNITS, recurring
from stemmata.events.series import find_series
from stemmata.events.settings import EventsSettings

__all__ = ["UNITS", "EventsSettings", "find_events", "find_series", "recurring"]
