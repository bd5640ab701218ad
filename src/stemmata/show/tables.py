"""The tables of the contract: what one row shows, joined from what several stages wrote."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain

import pyarrow as pa

from stemmata.model import (
    Article,
    Case,
    Claim,
    Event,
    Family,
    Link,
    Network,
    Node,
    Origin,
    Passage,
    Series,
    Sourcing,
    Speaker,
    Stamp,
    Statement,
    Term,
    Time,
    Unread,
    Written,
)
from stemmata.show.index import index
from stemmata.show.shares import copied_share
from stemmata.tables import Plain, plain, schema_of

Row = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the contract: its name, its columns, its rows in order."""

    name: str
    schema: pa.Schema
    rows: tuple[Row, ...]


def tables(case: Case) -> tuple[Table, ...]:
    """Return every table of the contract, in its order."""
    made = {name: _plainly(name, kind, records(case)) for name, kind, records in _AS_THEY_ARE}
    for joined in (_articles, _families, _origins, _events, _sites):
        table = joined(case)
        made[table.name] = table
    return tuple(made[name] for name in NAMES)


NAMES = (
    "articles",
    "unread",
    "passages",
    "families",
    "nodes",
    "links",
    "origins",
    "events",
    "times",
    "statements",
    "speakers",
    "claims",
    "sites",
    "terms",
    "series",
)
"""Every table of the contract, in its order."""

_AS_THEY_ARE: tuple[tuple[str, type, Callable[[Case], Iterable[object]]], ...] = (
    ("unread", Unread, lambda case: case.unread),
    ("passages", Passage, lambda case: case.passages),
    ("nodes", Node, lambda case: case.nodes),
    ("links", Link, lambda case: case.links),
    ("times", Time, lambda case: case.times),
    ("statements", Statement, lambda case: case.statements),
    ("speakers", Speaker, lambda case: case.speakers),
    ("claims", Claim, lambda case: case.claims),
    ("terms", Term, lambda case: case.terms),
    ("series", Series, lambda case: case.series),
)
"""Tables whose rows are one record each."""


def _plainly(name: str, kind: type, records: Iterable[object]) -> Table:
    return Table(name, schema_of(kind), tuple(map(plain, records)))


def _articles(case: Case) -> Table:
    """Join what READ, DATING and SITES say of each page."""
    written = {one.article: plain(one) for one in case.written}
    template = {one: network.template for network in case.networks for one in network.articles}
    stamp = pa.field("stamp", pa.struct(list(schema_of(Stamp))))
    dated = [field for field in schema_of(Written) if field.name != "article"]
    fields = list(schema_of(Article))
    at = [field.name for field in fields].index("stamps")
    columns = [*fields[:at], stamp, fields[at], *dated, pa.field("template", pa.string()), *fields[at + 1 :]]
    rows = []
    for article in case.articles:
        row = plain(article) | written.get(article.id, {}) | {"template": template.get(article.id)}
        row["stamp"] = plain(article.stamps[0]) if article.stamps else None
        rows.append({field.name: row.get(field.name) for field in columns})
    return Table("articles", pa.schema(columns), tuple(rows))


def _families(case: Case) -> Table:
    schema = schema_of(Family).append(pa.field("event", pa.string()))
    event = _event_of_family(case)
    rows = (plain(family) | {"event": event.get(family.id)} for family in case.families)
    return Table("families", schema, tuple(rows))


def _origins(case: Case) -> Table:
    schema = schema_of(Origin).insert(1, pa.field("event", pa.string()))
    event = _event_of_family(case)
    rows = (_ordered(schema, plain(one) | {"event": event.get(one.family)}) for one in case.origins)
    return Table("origins", schema, tuple(rows))


def _events(case: Case) -> Table:
    """Join the happenings with whom their reports rest on."""
    said = {one.event: plain(one) for one in case.sourcing}
    added = [field for field in schema_of(Sourcing) if field.name in {"informants", "absent"}]
    fields = list(schema_of(Event))
    schema = pa.schema([*fields[:-1], *added, fields[-1]])
    rows = []
    for event in case.events:
        row, sourcing = plain(event), said.get(event.id)
        row |= {field.name: sourcing[field.name] if sourcing else [] for field in added}
        row["evidence"] = list(
            chain(_listed(row["evidence"]), _listed(sourcing["evidence"] if sourcing else []))
        )
        rows.append(_ordered(schema, row))
    return Table("events", schema, tuple(rows))


def _sites(case: Case) -> Table:
    found = index(case)
    recycled = {one.article for one in case.written if one.recycled}
    schema = schema_of(Network)
    schema = schema.append(pa.field("copied", pa.float64())).append(pa.field("recycled", pa.int64()))
    rows = (
        plain(network)
        | {
            "copied": round(copied_share(found, network.articles), 4),
            "recycled": sum(one in recycled for one in network.articles),
        }
        for network in case.networks
    )
    return Table("sites", schema, tuple(rows))


def _event_of_family(case: Case) -> dict[str, str]:
    return {family: event.id for event in case.events for family in event.families}


def _ordered(schema: pa.Schema, row: Row) -> Row:
    return {name: row[name] for name in schema.names}


def _listed(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else []
