"""The report: one HTML file that answers, and unfolds into its receipts."""

from stemmata.show.report.assemble import report

__all__ = ["report"]
