"""The command that looks for copies among many pages, without a case."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice

import click

from stemmata import api, wiring
from stemmata.cli.common import drawn, json_option, told_unread_pages
from stemmata.model import CopiedPages


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="OURS=YOURS",
    help="Your name for a column of rows: --column text=content.",
)
@json_option
def copies(paths: tuple[str, ...], columns: tuple[str, ...], as_json: bool) -> None:
    """Show what any two of many pages share, word for word or nearly.

    For heaps too large for a trace: no case is made, nothing is kept, and of
    pages with the same words each is shown beside the first alone. What many
    unlike stories carry is taken for a notice and left out. Standard input is -.

    \b
      stemmata copies pages/
      stemmata copies articles.jsonl --column text=content
      stemmata copies dump.parquet --json > copies.json
    """
    with drawn() as progress:
        unread, found = api.page_copies(
            *paths, columns=columns, stdin=sys.stdin.buffer if sys.stdin else None, progress=progress
        )
        first = list(islice(found, 1))
    told_unread_pages(unread)
    for line in (_json if as_json else _told)(chain(first, found)):
        click.echo(line)


def _json(found: Iterable[CopiedPages]) -> Iterator[str]:
    """Yield a JSON list line by line: there may be millions of pairs."""
    before = "["
    for one in found:
        yield before
        before = wiring.as_json_line(one) + ","
    yield "[]" if before == "[" else f"{before[:-1]}\n]"


def _told(found: Iterable[CopiedPages]) -> Iterator[str]:
    pairs = 0
    for one in found:
        pairs += 1
        yield wiring.copied_pages(one)
    told = "1 pair of pages shares words" if pairs == 1 else f"{pairs} pairs of pages share words"
    yield told if pairs else "no two of these pages share words"
