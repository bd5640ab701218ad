"""Sources, stores, engines and linguists by name, each imported when it is asked for."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from stemmata.errors import BadInput, MissingExtra
from stemmata.ports import Engine, Linguist, Source, Store

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
