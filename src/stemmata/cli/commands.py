"""Each command: its options, its help with an example, the one call it makes."""

import shutil
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from stemmata import api, wiring
from stemmata.model import Case
from stemmata.ports import Progress

DB = "stemmata.db"
REPORT = "stemmata-report.html"

_db = click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    default=DB,
    show_default=True,
    help="The case: one file that holds everything found.",
)
_report = click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    default=REPORT,
    show_default=True,
    help="Where to write the report: one HTML file that needs nothing else.",
)
_json = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@_db
@_report
@click.option("--term", "terms", multiple=True, metavar="PHRASE", help="Follow this phrase through the case.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="OURS=YOURS",
    help="Your name for a column of rows: --column text=content. "
    "Ours: id url html text title author site claimed_date fetched.",
)
@click.option("--excerpts", is_flag=True, help="Short quotations in the report instead of whole articles.")
@_json
def trace(
    paths: tuple[str, ...],
    db: Path,
    report: Path,
    terms: tuple[str, ...],
    columns: tuple[str, ...],
    excerpts: bool,
    as_json: bool,
) -> None:
    """Say where the reporting of some pages really came from.

    A PATH is a file, a folder, a glob, or - for standard input. Pages come as
    HTML or plain text, saved (MHTML, webarchive), in web archives (WARC, WACZ)
    or ZIP, as feeds with full text (RSS, Atom, JSON Feed), or as rows (JSONL,
    CSV, Parquet); .gz is looked through, and what a file is its first bytes
    tell. A second trace into the same case adds to it.

    \b
      stemmata trace pages/
      stemmata trace 'saved/*.html' notes.txt --db case.db --report case.html
      stemmata trace crawl.warc.gz feed.xml rows.csv
      cat rows.jsonl | stemmata trace - --column text=content
    """
    _trace(paths, db, report, terms=terms, columns=columns, excerpts=excerpts, as_json=as_json)


@click.command()
@_db
@_report
def demo(db: Path, report: Path) -> None:
    """Run the main job on an invented news day.

    \b
      stemmata demo
      stemmata demo --db demo.db --report demo.html
    """
    pages = str(wiring.example_pages())
    api.refuse_strangers(db, pages)
    _trace((pages,), db, report)
    click.echo(f"The pages are invented; read them in {pages}")


def _trace(
    paths: tuple[str, ...],
    db: Path,
    report: Path,
    *,
    terms: tuple[str, ...] = (),
    columns: tuple[str, ...] = (),
    excerpts: bool = False,
    as_json: bool = False,
) -> None:
    """Run the job, print the answer and where the rest is; count on stderr what could not be read."""
    with _progress() as progress:
        case = api.trace(
            *paths,
            db=db,
            report=report,
            terms=terms,
            columns=columns,
            excerpts=excerpts,
            stdin=sys.stdin.buffer if sys.stdin else None,
            progress=progress,
        )
    _told_unread(case)
    click.echo(wiring.tables_json(case) if as_json else wiring.summary(case), nl=as_json)
    if not as_json:
        click.echo(f"report: {report}\ncase:   {db}")


def _told_unread(case: Case) -> None:
    """Say on standard error what could not be read."""
    for one in case.unread[:10]:
        click.echo(f"unread: {one.source}: {one.says} ({one.reason})", err=True)
    if len(case.unread) > 10:
        click.echo(f"unread: and {len(case.unread) - 10} more", err=True)


@click.command()
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@_db
@_json
def explain(left: str, right: str, db: Path, as_json: bool) -> None:
    """Say why two pages are, or are not, related.

    A and B are ids, paths or URLs of pages in the case, or files that are in
    no case yet.

    \b
      stemmata explain first.html second.html
      stemmata explain a1f0c2d4e5b6 https://example.org/story --db case.db
    """
    explanation = api.explain(left, right, db=db)
    click.echo(wiring.as_json(explanation) if as_json else wiring.explained(explanation), nl=as_json)


@click.command()
@click.option("--to", "form", type=click.Choice(wiring.FORMS), required=True, help="The form of the tables.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@_db
def export(form: str, folder: Path, db: Path) -> None:
    """Write every table of the case into DIR, one file each.

    \b
      stemmata export --to jsonl tables/
      stemmata export --to parquet tables/ --db case.db
    """
    for path in api.export(db, form, folder):
        click.echo(path)


@click.command()
@click.argument("phrase")
@_db
@_json
def term(phrase: str, db: Path, as_json: bool) -> None:
    """Tell first use and history of a PHRASE in the case.

    Counted per page and per origin: forty copies of one text are one origin.

    \b
      stemmata term "national defense economic work"
    """
    found = api.term(phrase, db=db)
    click.echo(wiring.as_json(found) if as_json else wiring.history(api.load(db), found), nl=as_json)


@click.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@_db
@_json
def sites(paths: tuple[str, ...], db: Path, as_json: bool) -> None:
    """Show which sites are one network, and by what.

    Pages of one maker have one frame around their stories although addresses,
    names and stories differ. The signs stand in tiers: conclusive, associative,
    circumstantial. Without a PATH the pages are those of the case; with one,
    the pages there, and nothing is kept.

    \b
      stemmata sites
      stemmata sites pages/
      stemmata sites --db case.db --json
    """
    if paths:
        with _progress() as progress:
            case = api.trace(*paths, stdin=sys.stdin.buffer if sys.stdin else None, progress=progress)
        _told_unread(case)
    else:
        case = api.load(db)
    width = shutil.get_terminal_size((80, 24)).columns
    click.echo(wiring.table_json(case, "sites") if as_json else wiring.makers(case, width), nl=False)


def _progress() -> AbstractContextManager[Progress | None]:
    """Draw bars where somebody sits at a terminal; rich is slow to load, and only then needed."""
    if not sys.stderr.isatty():
        return nullcontext()
    from stemmata.cli.bars import bars

    return bars()
