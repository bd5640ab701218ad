"""LINEAGE: the family tree of a family's texts, lost ones included, and where it begins."""

from stemmata.lineage.build import build_stemma
from stemmata.lineage.settings import LineageSettings

__all__ = ["LineageSettings", "build_stemma"]
