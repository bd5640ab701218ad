"""Findings as people and programs see them."""

from collections.abc import Iterator, Sequence

from stemmata.model import (
    Case,
    CopiedPages,
    Explanation,
    PageDates,
    Recurring,
    Statement,
    Term,
)

FORMS = ("jsonl", "csv", "parquet")
"""The forms an export may take."""


def summary(case: Case) -> str:
    """Return the answer for a terminal."""
    from stemmata.show.summary import summary

    return summary(case)


def report(case: Case, *, excerpts: bool) -> str:
    """Return the one-file HTML report; with ``excerpts``, spans and short quotations instead of whole texts."""
    from stemmata.show.report import report

    return report(case, excerpts=excerpts)


def explained(explanation: Explanation) -> str:
    """Return an explanation for a terminal."""
    from stemmata.show.explanation import explained

    return explained(explanation)


def neighbourhood(page: str, found: Sequence[Explanation]) -> str:
    """Return the neighbours of a page for a terminal."""
    from stemmata.show.neighbourhood import neighbourhood

    return neighbourhood(page, found)


def copied_pages(found: CopiedPages) -> str:
    """Return two pages and what they share for a terminal."""
    from stemmata.show.copied import copied_pages

    return copied_pages(found)


def history(case: Case, term: Term) -> str:
    """Return the history of a phrase for a terminal."""
    from stemmata.show.history import history

    return history(case, term)


def export(case: Case, form: str) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of every file of an export."""
    from stemmata.show.export import export

    return export(case, form)


def tables_json(case: Case) -> str:
    """Return every table of the contract as one JSON object, with ``run`` beside them."""
    from stemmata.show.export import tables_json

    return tables_json(case)


def table_json(case: Case, name: str) -> str:
    """Return one table of the contract as a JSON list."""
    from stemmata.show.export import table_json

    return table_json(case, name)


def calendar(case: Case, width: int) -> str:
    """Return the events of a case for a terminal of ``width`` columns."""
    from stemmata.show.calendar import calendar

    return calendar(case, width)


def page_dates(case: Case, found: PageDates, width: int) -> str:
    """Return what a page says of time for a terminal of ``width`` columns."""
    from stemmata.show.page_dates import page_dates

    return page_dates(case, found, width)


def counts(case: Case, found: Recurring, width: int) -> str:
    """Return the series of a kind of event for a terminal of ``width`` columns."""
    from stemmata.show.counts import counts

    return counts(case, found, width)


def makers(case: Case, width: int) -> str:
    """Return the networks and single sites of a case for a terminal of ``width`` columns."""
    from stemmata.show.makers import makers

    return makers(case, width)


def sayings(case: Case, found: Sequence[Statement], width: int) -> str:
    """Return statements speaker by speaker for a terminal of ``width`` columns."""
    from stemmata.show.sayings import sayings

    return sayings(case, found, width)


def quotations(case: Case, phrase: str, found: Sequence[Statement], width: int) -> str:
    """Return who is said to have used a phrase, for a terminal of ``width`` columns."""
    from stemmata.show.sayings import quotations

    return quotations(case, phrase, found, width)


def as_json(found: object) -> str:
    """Return any record, or a tuple of records as a list, as JSON."""
    from stemmata.show.export import as_json
    from stemmata.tables import plain

    return as_json([plain(one) for one in found] if isinstance(found, tuple) else plain(found), indent=2)


def as_json_line(found: object) -> str:
    """Return any record as JSON on one line."""
    from stemmata.show.export import as_json
    from stemmata.tables import plain

    return as_json(plain(found))
