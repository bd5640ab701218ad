"""The one place that knows every adapter by name; each is imported when it is asked for."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from stemmata.errors import BadInput, MissingExtra, NotFound
from stemmata.model import (
    Article,
    Case,
    Copied,
    CopiedPages,
    Explanation,
    PageDates,
    Recurring,
    Statement,
    Term,
    Unread,
)
from stemmata.ports import Engine, Linguist, Progress, Source, Store

VERSION = "0.1.0"
"""The version of the package, as in ``pyproject.toml``: asking the installation for it takes longer than a stage."""

STRETCHES = ("day", "week", "month", "quarter", "year")
"""What a series may be counted by."""

FORMS = ("jsonl", "csv", "parquet")
"""The forms an export may take."""


SOURCES = {
    "csv": "stemmata.sources.csv_rows",
    "feed": "stemmata.sources.feed",
    "json-feed": "stemmata.sources.json_feed",
    "jsonl": "stemmata.sources.jsonl",
    "mhtml": "stemmata.sources.mhtml",
    "parquet": "stemmata.sources.parquet",
    "warc": "stemmata.sources.warc",
    "webarchive": "stemmata.sources.webarchive",
    "zip": "stemmata.sources.zipped",
}
"""The forms in which inputs hold pages, each a module with a function ``pages``, imported when it is first met."""


def open_source(
    paths: Sequence[str],
    *,
    columns: Sequence[str] = (),
    stdin: BinaryIO | None = None,
    rows: Collection[str] = (),
) -> Source:
    """Return the pages that paths stand for; ``columns`` are ``OURS=YOURS`` names for rows.

    Of a file of which ``rows`` are named (``pages.jsonl#7``) only those are read.
    """
    from stemmata.sources import Chosen, Columns, Paths

    source = Paths(paths, columns=Columns.named(columns), stdin=stdin, forms=form_reader)
    return Chosen(source, rows) if rows else source


def form_reader(form: str) -> Any:
    """Return what reads inputs of a form (``stemmata.sources.reader.FormReader``)."""
    from importlib import import_module

    return import_module(SOURCES[form]).pages


def open_store(path: Path) -> Store:
    """Open the case file at ``path``, or begin a new one."""
    from stemmata.stores import SqliteStore

    return SqliteStore(path)


@contextmanager
def engine(name: str = "local", master: str = "") -> Iterator[Engine[Any]]:
    """Lend an engine, one of ``ENGINES``; ``master`` is where a Spark cluster is, by default all cores of this machine."""
    if name not in ENGINES:
        raise BadInput(f"There is no engine {name!r}. There are: {', '.join(ENGINES)}.")
    if master and name != "spark":
        raise BadInput("A master is Spark's: say --engine spark beside --master.")
    with ENGINES[name](master) as lent:
        yield lent


@contextmanager
def _local(_master: str) -> Iterator[Engine[Any]]:
    from stemmata.engines import LocalEngine

    yield LocalEngine()


@contextmanager
def _spark(master: str) -> Iterator[Engine[Any]]:
    from importlib import import_module

    try:
        import_module("pandas")  # pyspark asks for it late, and in words of its own
        from stemmata.engines.spark.engine import SparkEngine
        from stemmata.engines.spark.session import opened
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("stemmata"):
            raise
        raise MissingExtra(
            f"Spark is not installed ({error.name} is missing). Install it: pip install 'stemmata[spark]'; "
            "or leave out --engine spark."
        ) from error
    with opened(master or "local[*]") as session:
        yield SparkEngine(session)


ENGINES: dict[str, Callable[[str], AbstractContextManager[Engine[Any]]]] = {"local": _local, "spark": _spark}
"""The machines that rows may meet on."""


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


def linguist(names: str) -> Linguist:
    """Return our own rules for ``own``, for ``spacy:MODEL`` that pipeline: a package's name or a folder."""
    from importlib import import_module

    from stemmata.text.linguists import PLAIN, Piped

    if names == "own":
        return PLAIN
    kind, _, model = names.partition(":")
    if kind != "spacy" or not model:
        raise BadInput(f"{names!r} is neither 'own' nor 'spacy:MODEL', such as spacy:en_core_web_sm.")
    try:
        spacy = import_module("spacy")
    except ModuleNotFoundError as error:
        raise MissingExtra(
            "spaCy is not installed. Install it: pip install 'stemmata[spacy]'; or leave out --names."
        ) from error
    try:
        return Piped(spacy.load(model))
    except OSError as error:
        raise BadInput(
            f"spaCy has no pipeline {model!r}. Get it: python -m spacy download {model}; or give its folder."
        ) from error


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


def example_pages() -> Path:
    """Return the folder of the invented news day: beside the package, or in a checkout's ``examples``."""
    here = Path(__file__).resolve().parent
    for folder in (here / "pages", here.parents[1] / "examples" / "harbour-day" / "pages"):
        if folder.is_dir():
            return folder
    raise NotFound("The example is not part of this installation. It lies in examples/ of the source.")
