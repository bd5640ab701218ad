"""Adding to a case: a page met twice is one article, a group that grew remembers its old ids."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from stemmata.model import Article, Case, Claim, Event, Family, Input, Speaker, Unread

G = TypeVar("G", Family, Event, Claim, Speaker)


def merged(old: Iterable[Article], new: Iterable[Article]) -> tuple[Article, ...]:
    """Return all articles, each once, sorted by id; the same page met twice has all its sources."""
    met: dict[str, list[Article]] = defaultdict(list)
    for article in (*old, *new):
        met[article.id].append(article)
    return tuple(_joined(met[one]) for one in sorted(met))


def _joined(same: list[Article]) -> Article:
    sources = tuple(sorted({source for article in same for source in article.sources}))
    first = min(same, key=lambda article: article.source)
    return replace(first, source=sources[0], sources=sources)


def merged_unread(
    old: Iterable[Unread], new: Iterable[Unread], read: Iterable[Article]
) -> tuple[Unread, ...]:
    """Return the inputs that could not be read, the newest reason for each, less those that now can."""
    sources = {source for article in read for source in article.sources}
    latest = {one.source: one for one in (*old, *new) if one.source not in sources}
    return tuple(latest[source] for source in sorted(latest))


def merged_inputs(before: Case, inputs: Iterable[Input]) -> tuple[Input, ...]:
    """Return every input that any run over this case has named, sorted."""
    old = before.run.inputs if before.run else ()
    return tuple(sorted({*old, *inputs}, key=lambda one: (one.source, one.sha256 or "")))


def remembered(old: Iterable[G], new: Iterable[G], members: Callable[[G], Iterable[str]]) -> tuple[G, ...]:
    """Return the new groups, each with the ids under which its members were known before."""
    before: dict[str, set[str]] = defaultdict(set)
    for known in old:
        ids = _ids(known)
        for member in members(known):
            before[member].update(ids)
    return tuple(
        _with_past(group, {one for member in members(group) for one in before[member]}) for group in new
    )


def _ids(group: Family | Event | Claim | Speaker) -> tuple[str, ...]:
    return (group.id, *group.was)


def _with_past(group: G, ids: set[str]) -> G:
    return replace(group, was=tuple(sorted(ids - {group.id})))
