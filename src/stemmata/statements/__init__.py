"""Who said what, through whom, and the same statement across articles."""

from stemmata.statements.find import Spoken, read_statements
from stemmata.statements.settings import StatementSettings

__all__ = ["Spoken", "StatementSettings", "read_statements"]
