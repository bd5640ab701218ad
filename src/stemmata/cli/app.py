"""The commands, and what happens when one fails."""

import gc
import io
import logging
import os
import sys

import click

from stemmata import wiring
from stemmata.cli.copies import copies
from stemmata.cli.jobs import demo, trace
from stemmata.cli.lean import without
from stemmata.cli.questions import explain, export, neighbours, quotes, sites, statements, term
from stemmata.cli.times import dates, events, series
from stemmata.errors import StemmataError, UsageError

FAILED = 1
WRONG_USAGE = 2

COLLECT_AFTER = 200_000
"""Objects made before Python looks for cycles among them. Its own 700 cost a sixth of the time of five pages."""
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "1")
"""NumPy's linear algebra, which no command calls, starts a thread a core when it is loaded: a thirtieth of the time of five pages."""


class Stemmata(click.Group):
    """Turns what goes wrong into one clear sentence and an exit code."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; no traceback reaches the user unless ``STEMMATA_DEBUG`` is set."""
        try:
            with without("pandas"):
                return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            _tell("Stopped. The case is as it was before.")
            ctx.exit(FAILED)
        except StemmataError as error:
            _tell(str(error))
            ctx.exit(WRONG_USAGE if isinstance(error, UsageError) else FAILED)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(FAILED)
        except Exception as error:
            if os.environ.get("STEMMATA_DEBUG"):
                raise
            _tell(
                f"Something unforeseen went wrong: {type(error).__name__}: {error}. "
                "Nothing was saved. Set STEMMATA_DEBUG=1 to see where, and please report it."
            )
            ctx.exit(FAILED)


@click.group(
    cls=Stemmata, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(wiring.VERSION, prog_name="stemmata")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Family trees of the news: where the reporting really came from.

    \b
    Give it web news pages; it tells, for each event, how many independent
    origins the pages have, and shows the evidence for every arrow.

    \b
      stemmata demo                        see it on an invented news day
      stemmata trace pages/                your own folder
      stemmata explain a.html b.html       why two pages are related
    """
    gc.set_threshold(COLLECT_AFTER)
    os.environ.setdefault(*ONE_THREAD)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    logging.basicConfig(format="%(message)s", level=logging.WARNING, stream=sys.stderr)


def _tell(message: str) -> None:
    click.echo(f"Error: {message}", err=True)


for command in (
    demo,
    trace,
    explain,
    neighbours,
    copies,
    sites,
    events,
    dates,
    series,
    statements,
    quotes,
    export,
    term,
):
    main.add_command(command)
