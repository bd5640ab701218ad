"""Every stage's settings in one place, and how a run writes them down."""

from dataclasses import dataclass, field, fields, is_dataclass

from stemmata.dating import DatingSettings
from stemmata.events import EventsSettings
from stemmata.lineage import LineageSettings
from stemmata.read import ReadSettings
from stemmata.reuse import ReuseSettings
from stemmata.sites import RepeatSettings, SiteSettings
from stemmata.statements import StatementSettings
from stemmata.terms import TermSettings


@dataclass(frozen=True, slots=True)
class Settings:
    """The thresholds of all eight stages; each field's own docstring says where it comes from."""

    read: ReadSettings = field(default_factory=ReadSettings)
    reuse: ReuseSettings = field(default_factory=ReuseSettings)
    sites: SiteSettings = field(default_factory=SiteSettings)
    repeats: RepeatSettings = field(default_factory=RepeatSettings)
    dating: DatingSettings = field(default_factory=DatingSettings)
    lineage: LineageSettings = field(default_factory=LineageSettings)
    events: EventsSettings = field(default_factory=EventsSettings)
    statements: StatementSettings = field(default_factory=StatementSettings)
    terms: TermSettings = field(default_factory=TermSettings)

    def listed(self) -> tuple[tuple[str, str], ...]:
        """Return ``("reuse.likeness", "0.6")`` and so on, for ``run.json``."""
        return tuple(_listed("", self))


def _listed(name: str, value: object) -> list[tuple[str, str]]:
    if not is_dataclass(value):
        return [(name, repr(value))]
    under = f"{name}." if name else ""
    return [row for one in fields(value) for row in _listed(under + one.name, getattr(value, one.name))]
