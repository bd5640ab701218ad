"""The commands that ask something of a case, each with an example in its help and the one call it makes."""

from pathlib import Path

import click

from stemmata import api, wiring
from stemmata.cli.common import case_of, db_option, json_option, width


@click.command()
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@db_option
@json_option
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
@click.argument("page", metavar="PAGE")
@db_option
@json_option
def neighbours(page: str, db: Path, as_json: bool) -> None:
    """Show the pages that share words with one, the nearest first.

    PAGE is an id, path or URL of a page in the case, or a file that is in no
    case yet. What each of them is to it, how much they share, and in which way:
    the same words, revised, in other words, or a quotation only.

    \b
      stemmata neighbours first.html
      stemmata neighbours new.html --db case.db --json
    """
    found = api.neighbours(page, db=db)
    click.echo(wiring.as_json(found) if as_json else wiring.neighbourhood(page, found), nl=as_json)


@click.command()
@click.option("--to", "form", type=click.Choice(wiring.FORMS), required=True, help="The form of the tables.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@db_option
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
@db_option
@json_option
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
@db_option
@json_option
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
    case = case_of(paths, db)
    click.echo(wiring.table_json(case, "sites") if as_json else wiring.makers(case, width()), nl=False)


@click.command()
@click.option("--speaker", metavar="NAME", help="Only what this speaker said: a name, words of it, or an id.")
@click.option(
    "--event", metavar="EVENT", help="Only what was said in this event: its id, or words of its title."
)
@db_option
@json_option
def statements(speaker: str | None, event: str | None, db: Path, as_json: bool) -> None:
    """Show who said what, in which wordings, and through whom.

    Speaker by speaker and day by day; a statement that several pages carry
    stands once, with the pages, the text origins behind them, who passed it on,
    and in what its wordings differ.

    \b
      stemmata statements
      stemmata statements --speaker "Ana Torvik"
      stemmata statements --event "ferries" --json
    """
    found = api.statements(db=db, speaker=speaker, event=event)
    shown = wiring.as_json(found) if as_json else wiring.sayings(api.load(db), found, width())
    click.echo(shown, nl=as_json)


@click.command()
@click.argument("phrase")
@db_option
@json_option
def quotes(phrase: str, db: Path, as_json: bool) -> None:
    """Show who is said to have used a PHRASE.

    Every statement whose words hold it: inside quotation marks or reported
    without them, with the pages that have each wording.

    \b
      stemmata quotes "temporary safety pause"
    """
    found = api.quotes(phrase, db=db)
    shown = wiring.as_json(found) if as_json else wiring.quotations(api.load(db), phrase, found, width())
    click.echo(shown, nl=as_json)
