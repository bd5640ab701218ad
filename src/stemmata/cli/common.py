"""What several commands share: their options, their bars, and what could not be read."""

import shutil
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from stemmata import api
from stemmata.model import Case, Unread
from stemmata.ports import Progress

DB = "stemmata.db"
REPORT = "stemmata-report.html"

db_option = click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DB,
    show_default=True,
    help="The case: one file that holds everything found.",
)
report_option = click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    default=REPORT,
    show_default=True,
    help="Where to write the report: one HTML file that needs nothing else.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")


def told_unread(case: Case) -> None:
    """Say on standard error what of a case could not be read."""
    told_unread_pages(case.unread)


def told_unread_pages(unread: Sequence[Unread]) -> None:
    """Say on standard error what could not be read."""
    for one in unread[:10]:
        click.echo(f"unread: {one.source}: {one.says} ({one.reason})", err=True)
    if len(unread) > 10:
        click.echo(f"unread: and {len(unread) - 10} more", err=True)


def case_of(paths: Sequence[str], db: Path) -> Case:
    """Return the case kept at ``db``, or with paths that of the pages there, of which nothing is kept."""
    if not paths:
        return api.load(db)
    with drawn() as progress:
        case = api.trace(*paths, stdin=sys.stdin.buffer if sys.stdin else None, progress=progress)
    told_unread(case)
    return case


def width() -> int:
    """Return the columns of the terminal; 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def drawn() -> AbstractContextManager[Progress | None]:
    """Draw bars where somebody sits at a terminal; rich is slow to load, and only then needed."""
    if not sys.stderr.isatty():
        return nullcontext()
    from stemmata.cli.bars import bars

    return bars()
