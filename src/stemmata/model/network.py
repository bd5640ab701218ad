"""Who makes the pages: one site, or several behind one template."""

from dataclasses import dataclass
from enum import StrEnum

from stemmata.model.evidence import Evidence


class Tier(StrEnum):
    """How much a shared sign of two sites proves (after the site-fingerprint trade)."""

    CONCLUSIVE = "conclusive"
    ASSOCIATIVE = "associative"
    CIRCUMSTANTIAL = "circumstantial"


@dataclass(frozen=True, slots=True)
class Network:
    """Sites whose pages are made by one template, or one site alone.

    ``template`` names the template when pages of two or more sites (or two pages of unknown site) share it.
    """

    id: str
    sites: tuple[str, ...]
    template: str | None
    tier: Tier
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...]
