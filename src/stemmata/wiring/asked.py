"""The jobs and the questions, with default thresholds; each stage is imported when it is asked for."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from stemmata.errors import NotFound
from stemmata.model import (
    Article,
    Case,
    Copied,
    CopiedPages,
    Explanation,
    Recurring,
    Statement,
    Term,
    Unread,
)
from stemmata.ports import Progress, Source
from stemmata.wiring.adapters import engine, linguist

VERSION = "0.1.0"
"""The version of the package, as in ``pyproject.toml``: asking the installation for it takes longer than a stage."""


STRETCHES = ("day", "week", "month", "quarter", "year")
"""What a series may be counted by."""


def run_trace(
    source: Source,
    before: Case,
    *,
    phrases: Sequence[str],
    progress: Progress | None,
    packs: Path | None = None,
    engine_name: str = "local",
    master: str = "",
    names: str = "own",
) -> Case:
    """Run the main job on an engine with the default thresholds; a folder of ``packs`` helps to read.

    ``names`` is ``own`` or ``spacy:MODEL``: what tells where sentences end and names stand.
    """
    from stemmata.flow import Settings, trace
    from stemmata.statements import StatementSettings

    lent_names = linguist(names)
    said = StatementSettings(names=names)
    settings = Settings(read=_reading_by(packs), statements=said) if packs else Settings(statements=said)
    if progress and engine_name != "local":
        progress.begin(engine_name, None)
    with engine(engine_name, master) as lent:
        return trace(
            source,
            before,
            lent,
            settings,
            phrases=phrases,
            version=VERSION,
            progress=progress,
            linguist=lent_names,
        )


def _reading_by(packs: Path) -> Any:
    """Return the settings of READ with the user's own rules for some sites."""
    from stemmata.read import ReadSettings
    from stemmata.read.sites import packs_in

    return ReadSettings(packs=packs_in(packs))


def run_explain(case: Case, left: str, right: str) -> Explanation:
    """Say why two articles of a case are or are not related."""
    from stemmata.flow import explain

    return explain(case, left, right)


def run_neighbours(case: Case, page: str) -> tuple[Explanation, ...]:
    """Say what each article that shares words with one is to it, the nearest first."""
    from stemmata.flow import neighbours

    return neighbours(case, page)


def run_copies(texts: Iterable[str], progress: Progress | None) -> Iterator[Copied]:
    """Find what any two texts share word for word."""
    from stemmata.reuse.bulk import find_copied, laid_end_to_end
    from stemmata.reuse.heap import HeapSettings

    return find_copied(list(laid_end_to_end(texts)), HeapSettings(), progress)


def run_page_copies(
    source: Source, progress: Progress | None
) -> tuple[tuple[Unread, ...], Iterator[CopiedPages]]:
    """Find what the stories of any two pages share word for word."""
    from stemmata.flow.copies import page_copies
    from stemmata.read import ReadSettings

    with engine() as lent:
        return page_copies(source, lent, ReadSettings(), progress)


def run_said(case: Case, speaker: str | None, event: str | None) -> tuple[Statement, ...]:
    """Return the statements of a case, those of a speaker or an event alone."""
    from stemmata.flow.sayings import said

    return said(case, speaker, event)


def run_quoted(case: Case, phrase: str) -> tuple[Statement, ...]:
    """Return the statements of a case whose words hold a phrase."""
    from stemmata.flow.sayings import quoted

    return quoted(case, phrase)


def run_recurring(case: Case, kind: str, by: str) -> Recurring:
    """Count the events of a kind in a case, by month or another stretch."""
    from stemmata.events import recurring

    return recurring(kind, case.events, case.articles, case.written, case.times, by=by)


def find(case: Case, name: str) -> Article | None:
    """Return the article of a case that goes by a name."""
    from stemmata.flow.lookup import find

    return find(case, name)


def need(case: Case, name: str) -> Article:
    """Return it, or raise ``BadInput`` that says why there is none."""
    from stemmata.flow.lookup import need

    return need(case, name)


def run_term(case: Case, phrase: str) -> Term:
    """Follow one phrase through a case."""
    from stemmata.flow import follow

    return follow(case, phrase)


def example_pages() -> Path:
    """Return the folder of the invented news day: beside the package, or in a checkout's ``examples``."""
    here = Path(__file__).resolve().parents[1]
    for folder in (here / "pages", here.parents[1] / "examples" / "harbour-day" / "pages"):
        if folder.is_dir():
            return folder
    raise NotFound("The example is not part of this installation. It lies in examples/ of the source.")
