"""The main job: pages in, the whole case out, in the order the data flows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Generic, TypeVar

from stemmata import kernels
from stemmata.dating import date_texts
from stemmata.errors import NothingRead
from stemmata.events import find_events, find_series
from stemmata.flow.clock import Stopwatch
from stemmata.flow.growth import merged, merged_inputs, merged_unread, remembered
from stemmata.flow.kept import grounds_of, kept_trees
from stemmata.flow.order import in_order
from stemmata.flow.reading import nothing, read_pages
from stemmata.flow.settings import Settings
from stemmata.lineage import build_stemma
from stemmata.model import Article, Case, Family, Page, Passage, Run, Stemma, Unread
from stemmata.ports import Engine, Linguist, Progress, Source
from stemmata.reuse import find_families, find_reuse
from stemmata.sites import as_read, find_networks, set_repeats_apart
from stemmata.statements import read_statements
from stemmata.tables import pack, schema_of, unpack
from stemmata.terms import phrases_of, trace_terms
from stemmata.text.linguists import PLAIN

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Job(Generic[F]):
    """What every step of one run may use: the case it adds to, the machine, the thresholds.

    ``phrases`` are the terms to follow beside those that the case itself raises.
    """

    before: Case
    engine: Engine[F]
    settings: Settings
    watch: Stopwatch
    phrases: tuple[str, ...] = ()
    linguist: Linguist = PLAIN
    version: str = ""


def trace(
    source: Source,
    before: Case,
    engine: Engine[F],
    settings: Settings,
    *,
    phrases: Sequence[str] = (),
    version: str = "",
    progress: Progress | None = None,
    linguist: Linguist = PLAIN,
) -> Case:
    """Read the pages of ``source``, add them to the case ``before``, and derive everything else from all its articles.

    The answer depends on the set of pages alone: not on the order of their arrival, nor on which came in
    which run.
    """
    job = Job(before, engine, settings, Stopwatch(progress), tuple(phrases), linguist, version)
    with job.watch.step("read"):
        case = _read(job, source.pages())
    for name, step in STEPS:
        with job.watch.step(name, len(case.articles)):
            case = step(job, case)
    run = Run(
        version,
        settings.listed(),
        merged_inputs(before, source.inputs),
        tuple(job.watch.seconds),
        kernels.BACKEND,
        _asked(job),
    )
    return replace(in_order(case), run=run)


def _read(job: Job[F], pages: Iterable[Page | Unread]) -> Case:
    new, unread = read_pages(pages, job.engine, job.settings.read, job.watch)
    if not new:
        raise NothingRead(nothing(unread))
    articles = merged(job.before.articles, new)
    return Case(articles=articles, unread=merged_unread(job.before.unread, unread, articles))


def _reuse(job: Job[F], case: Case) -> Case:
    frame = job.engine.load([pack(Article, case.articles)], schema_of(Article))
    found = job.engine.collect(find_reuse(frame, job.engine, job.settings.reuse))
    passages = tuple(passage for batch in found for passage in unpack(Passage, batch))
    families = find_families(case.articles, passages, job.settings.reuse)
    known = remembered(job.before.families, families, lambda one: one.articles)
    return replace(case, passages=passages, families=known)


def _sites(job: Job[F], case: Case) -> Case:
    """Tell who made the pages, then take out of their stories what one maker's pages repeat.

    Stored articles begin as their page alone was read, so that the answer depends on the set of pages alone.
    """
    articles = tuple(map(as_read, case.articles))
    networks = find_networks(articles, job.settings.sites)
    return replace(
        case, networks=networks, articles=set_repeats_apart(articles, networks, job.settings.repeats)
    )


def _dating(job: Job[F], case: Case) -> Case:
    written, times = date_texts(case.articles, case.families, case.passages, job.settings.dating)
    return replace(case, written=written, times=times)


def _lineage(job: Job[F], case: Case) -> Case:
    stemmata = _stemmata(job, case)
    return replace(
        case,
        nodes=tuple(chain.from_iterable(one.nodes for one in stemmata)),
        links=tuple(chain.from_iterable(one.links for one in stemmata)),
        origins=tuple(chain.from_iterable(one.origins for one in stemmata)),
    )


def _stemmata(job: Job[F], case: Case) -> list[Stemma]:
    """Build each family's tree from its own articles, passages and dates; one that nothing has touched stands as it was."""
    grounds = grounds_of(case)
    kept = kept_trees(job.before, grounds, (job.version, job.settings.listed(), kernels.BACKEND))

    def build(family: Family) -> Stemma:
        job.watch.advance(len(family.articles))
        if family.id in kept:
            return kept[family.id]
        own = grounds[family.id]
        return build_stemma(
            family, own.articles, own.passages, own.written, job.settings.lineage, networks=case.networks
        )

    return [build(family) for family in case.families]


def _events(job: Job[F], case: Case) -> Case:
    found = find_events(
        case.articles,
        case.families,
        case.passages,
        case.written,
        case.times,
        case.origins,
        job.settings.events,
    )
    events = remembered(job.before.events, found, lambda one: one.articles)
    return replace(case, events=events, series=find_series(events, job.settings.events))


def _statements(job: Job[F], case: Case) -> Case:
    spoken = read_statements(
        case.articles,
        case.families,
        case.nodes,
        case.links,
        case.origins,
        case.events,
        case.written,
        job.settings.statements,
        job.linguist,
    )
    mentions = remembered(job.before.speakers, spoken.speakers, lambda one: map(repr, one.mentions))
    return replace(
        case,
        statements=spoken.statements,
        speakers=mentions,
        claims=remembered(job.before.claims, spoken.claims, lambda one: one.statements),
        sourcing=spoken.sourcing,
    )


def _terms(job: Job[F], case: Case) -> Case:
    raised = phrases_of(case.claims, case.statements, case.articles)
    phrases = sorted({*_asked(job), *raised})
    terms = trace_terms(
        phrases, case.articles, case.written, case.nodes, case.links, case.origins, job.settings.terms
    )
    return replace(case, terms=terms)


def _asked(job: Job[F]) -> tuple[str, ...]:
    """Return the phrases asked for in this run and in those before it."""
    earlier = job.before.run.phrases if job.before.run else ()
    return tuple(sorted({*earlier, *job.phrases}))


STEPS: tuple[tuple[str, Callable[[Job[Any], Case], Case]], ...] = (
    ("sites", _sites),
    ("reuse", _reuse),
    ("dating", _dating),
    ("lineage", _lineage),
    ("events", _events),
    ("statements", _statements),
    ("terms", _terms),
)
"""The stages after reading, in the order of the data; each adds its own tables to the case."""
