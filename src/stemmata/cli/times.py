"""The commands that ask when: events in order, the dates of one page, how often a kind of event happened."""

from pathlib import Path

import click

from stemmata import api, wiring
from stemmata.cli.common import case_of, db_option, json_option, width


@click.command()
@click.argument("paths", metavar="[PATH...]", nargs=-1)
@db_option
@json_option
def events(paths: tuple[str, ...], db: Path, as_json: bool) -> None:
    """Show what happened, day by day.

    Each event with its kind of act, who acts and where, its pages, the
    independent text origins behind them, and the event it follows. Without a
    PATH the events are those of the case; with one, those that the pages there
    tell of, and nothing is kept.

    \b
      stemmata events
      stemmata events pages/
      stemmata events --db case.db --json
    """
    case = case_of(paths, db)
    click.echo(wiring.table_json(case, "events") if as_json else wiring.calendar(case, width()), nl=False)


@click.command()
@click.argument("page", metavar="PAGE")
@db_option
@json_option
def dates(page: str, db: Path, as_json: bool) -> None:
    """Show when a page was written, by what, and the times it names.

    PAGE is an id, path or URL of a page in the case, or a file that is in no
    case yet. Its stamps, whether the text contradicts them, the days the text
    can be of with the reason for each bound, and every time expression with the
    days it means.

    \b
      stemmata dates page.html
      stemmata dates a1f0c2d4e5b6 --db case.db --json
    """
    case, found = api.dates(page, db=db)
    click.echo(wiring.as_json(found) if as_json else wiring.page_dates(case, found, width()), nl=as_json)


@click.command()
@click.argument("kind")
@click.option(
    "--by", type=click.Choice(wiring.STRETCHES), default="month", show_default=True, help="Count by."
)
@db_option
@json_option
def series(kind: str, by: str, db: Path, as_json: bool) -> None:
    """Count the events of a KIND, month by month.

    One for each event, however many pages report it; the rule is printed. What
    pages say of the number ("more than 100 since the start of 2022") stands
    beside what the case holds between the same days.

    \b
      stemmata series "missile test" --by month
      stemmata series visit --by year --json
    """
    found = api.series(kind, db=db, by=by)
    click.echo(wiring.as_json(found) if as_json else wiring.counts(api.load(db), found, width()), nl=as_json)
