"""Packs: rules for the pages of one site, used where the general reader fails; ``docs/packs.md`` tells how to write one."""

from stemmata.read.sites.marking import looks_by
from stemmata.read.sites.notes import outdated, used, with_note
from stemmata.read.sites.pack import Layout, Pack
from stemmata.read.sites.shelf import any_packs, layouts_on, pack_for, packs_in
from stemmata.read.sites.told import STORYLESS, Told, told_by
from stemmata.read.sites.writing import pack_of

__all__ = [
    "STORYLESS",
    "Layout",
    "Pack",
    "Told",
    "any_packs",
    "layouts_on",
    "looks_by",
    "outdated",
    "pack_for",
    "pack_of",
    "packs_in",
    "told_by",
    "used",
    "with_note",
]
