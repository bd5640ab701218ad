"""The weights fitted on simulated families: ``fitted.toml``, read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights by the name of a sign or trait; ``versions`` are of direction between two texts of one house. ``said`` says what they were fitted on."""

    said: str
    direction: Mapping[str, float]
    versions: Mapping[str, float]
    source: Mapping[str, float]
    none: Mapping[str, float]
    related: Mapping[str, float]
    clan: Mapping[str, float]
    second: Mapping[str, float]


@cache
def fitted() -> Fitted:
    """Return the weights in use."""
    table = tomllib.loads(files("stemmata.lineage").joinpath("fitted.toml").read_text("utf-8"))
    names = ("direction", "versions", "source", "none", "related", "clan", "second")
    return Fitted(table["said"], *(table[name] for name in names))
