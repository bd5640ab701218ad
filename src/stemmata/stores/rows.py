"""Record and JSON, and which table holds which record."""

import json
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import TypeVar

from stemmata.model import (
    Article,
    Claim,
    Event,
    Family,
    Link,
    Network,
    Node,
    Origin,
    Passage,
    Run,
    Series,
    Sourcing,
    Speaker,
    Statement,
    Term,
    Time,
    Unread,
    Written,
)
from stemmata.tables import plain, record

R = TypeVar("R")

TABLES = MappingProxyType(
    {
        Article: "articles",
        Unread: "unread",
        Passage: "passages",
        Family: "families",
        Network: "networks",
        Written: "written",
        Time: "times",
        Node: "nodes",
        Link: "links",
        Origin: "origins",
        Event: "events",
        Series: "series",
        Statement: "statements",
        Speaker: "speakers",
        Claim: "claims",
        Sourcing: "sourcing",
        Term: "terms",
        Run: "run",
    }
)
"""The table of each record, named as the field of ``Case`` that holds it."""


def rows(records: Iterable[object]) -> Iterator[tuple[str]]:
    """Yield each record as its JSON."""
    return ((_json(plain(one)),) for one in records)


def article_rows(articles: Iterable[Article]) -> Iterator[dict[str, str]]:
    """Yield each article as its id, its text, and the JSON of all the rest."""
    for article in articles:
        rest = plain(article) | {"text": ""}
        yield {"id": article.id, "text": article.text, "record": _json(rest)}


def unrow(kind: type[R], row: str) -> R:
    """Return the record of a row that ``rows`` made."""
    return record(kind, json.loads(row))


def _json(row: object) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
