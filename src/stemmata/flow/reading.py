"""Pages to articles, through the engine, a batch at a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import pyarrow as pa

from stemmata.flow.clock import Stopwatch
from stemmata.flow.limit import within
from stemmata.model import Article, Page, Unread
from stemmata.ports import Engine
from stemmata.read import ReadSettings, read_page
from stemmata.tables import pack, schema_of, unpack

F = TypeVar("F")

BATCH_PAGES = 64
"""Pages packed together: enough to hide the cost of a batch, few enough to stay small in memory."""

BATCH_BYTES = 1 << 24
"""Bytes after which a batch is full whatever its pages: 16 MB, so that a few huge pages do not pile up."""

MOST_REASONS = 10
"""Reasons listed where nothing could be read."""

_LOST = {
    "too-slow": "Reading the page took too long and was given up; all other pages were read.",
    "crashed": "Reading the page ended the process that did it, and was given up; all other pages were read.",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one page: an article, or the reason there is none."""

    article: Article | None
    unread: Unread | None


def read_pages(
    pages: Iterable[Page | Unread], engine: Engine[F], settings: ReadSettings, watch: Stopwatch
) -> tuple[list[Article], list[Unread]]:
    """Read every page; what cannot be read comes back with its reason."""
    unopened: list[Unread] = []
    done = list(outcomes(pages, unopened, engine, settings, watch))
    articles = [outcome.article for outcome in done if outcome.article]
    return articles, unopened + [outcome.unread for outcome in done if outcome.unread]


def outcomes(
    pages: Iterable[Page | Unread],
    unopened: list[Unread],
    engine: Engine[F],
    settings: ReadSettings,
    watch: Stopwatch,
) -> Iterator[Outcome]:
    """Yield what came of each page, as it is read; what could not even be opened goes to ``unopened``."""
    frame = engine.load(_packed(pages, unopened, watch), schema_of(Page))
    done = engine.each(partial(_read_batch, settings), frame, schema_of(Outcome), lost=_lost_batch)
    for batch in engine.collect(done):
        yield from unpack(Outcome, batch)


def nothing(unread: Sequence[Unread]) -> str:
    """Say that there is nothing to work on, and why, as far as a reader wants to know."""
    reasons = [f"  {one.source}: {one.says} ({one.reason})" for one in unread[:MOST_REASONS]]
    more = [f"  and {len(unread) - MOST_REASONS} more"] if len(unread) > MOST_REASONS else []
    says = "Not one page could be read. Name HTML or text pages of news, or rows that hold them."
    return "\n".join((says, *reasons, *more))


def _packed(
    pages: Iterable[Page | Unread], unopened: list[Unread], watch: Stopwatch
) -> Iterator[pa.RecordBatch]:
    held: list[Page] = []
    for page in pages:
        watch.advance()
        if isinstance(page, Unread):
            unopened.append(page)
            continue
        held.append(page)
        if len(held) == BATCH_PAGES or sum(len(one.content) for one in held) >= BATCH_BYTES:
            yield pack(Page, held)
            held = []
    if held:
        yield pack(Page, held)


def _read_batch(settings: ReadSettings, batch: pa.RecordBatch) -> pa.RecordBatch:
    return pack(Outcome, [_outcome(_read_in_time(page, settings)) for page in unpack(Page, batch)])


def _read_in_time(page: Page, settings: ReadSettings) -> Article | Unread:
    read = within(settings.most_seconds, partial(read_page, page, settings))
    return read or _lost(page.source, "too-slow")


def _lost_batch(batch: pa.RecordBatch, how: str) -> pa.RecordBatch:
    return pack(Outcome, [Outcome(None, _lost(source, how)) for source in batch["source"].to_pylist()])


def _lost(source: str, how: str) -> Unread:
    return Unread(source, how, _LOST[how])


def _outcome(read: Article | Unread) -> Outcome:
    return Outcome(read, None) if isinstance(read, Article) else Outcome(None, read)
