"""The commands that read pages into a case: their options, their help with an example, the one call each makes."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from stemmata import api, wiring
from stemmata.cli.common import db_option, drawn, json_option, report_option, told_unread
from stemmata.cli.lean import again
from stemmata.model import Case


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@db_option
@report_option
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
@click.option(
    "--packs",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder of your own rules for the pages of some sites (docs/packs.md).",
)
@click.option(
    "--engine",
    type=click.Choice(tuple(wiring.ENGINES)),
    default="local",
    show_default=True,
    help="The machine that does the work; answers are the same.",
)
@click.option(
    "--master",
    metavar="URL",
    default="",
    help="Where Spark is: local[2], spark://host:7077, yarn.  [default: local[*]]",
)
@click.option(
    "--names",
    metavar="WHO",
    default="own",
    show_default=True,
    help="What finds names and sentences in statements: own, or spacy:MODEL (docs/names.md).",
)
@json_option
def trace(
    paths: tuple[str, ...],
    db: Path,
    report: Path,
    terms: tuple[str, ...],
    columns: tuple[str, ...],
    excerpts: bool,
    packs: Path | None,
    engine: str,
    master: str,
    names: str,
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
      stemmata trace crawl/ --engine spark --master spark://host:7077
    """
    if engine != "local":
        again("pandas")
    job = partial(api.trace, terms=terms, columns=columns, excerpts=excerpts, packs=packs, names=names)
    _trace(partial(job, engine=engine, master=master), paths, db, report, as_json=as_json)


@click.command()
@db_option
@report_option
def demo(db: Path, report: Path) -> None:
    """Run the main job on an invented news day.

    \b
      stemmata demo
      stemmata demo --db demo.db --report demo.html
    """
    pages = str(wiring.example_pages())
    api.refuse_strangers(db, pages)
    _trace(api.trace, (pages,), db, report)
    click.echo(f"The pages are invented; read them in {pages}")


def _trace(
    job: Callable[..., Case], paths: tuple[str, ...], db: Path, report: Path, *, as_json: bool = False
) -> None:
    """Run the job, print the answer and where the rest is; count on stderr what could not be read."""
    with drawn() as progress:
        stdin = sys.stdin.buffer if sys.stdin else None
        case = job(*paths, db=db, report=report, stdin=stdin, progress=progress)
    told_unread(case)
    click.echo(wiring.tables_json(case) if as_json else wiring.summary(case), nl=as_json)
    if not as_json:
        click.echo(f"report: {report}\ncase:   {db}")
