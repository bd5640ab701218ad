"""What a page's markup says of itself: JSON-LD, meta names, links. Claims, never truth."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from stemmata.model import Declared
from stemmata.read.sheet import Head

_MOST_LD = 400_000
"""Longest JSON-LD block looked at, in characters."""
_WORKS = re.compile(r"VideoObject|Recipe|Episode|HowTo|Review|CreativeWork")
_ARTICLES = re.compile(r"Article|Posting|Report|NewsItem|^WebPage$")


@dataclass(frozen=True, slots=True)
class Claims:
    """The statements that READ makes use of, in page order."""

    headlines: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    """Of the stories on the page; of the page itself where no story names one."""
    publishers: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    based_on: tuple[str, ...] = ()
    site: str = ""
    canonical: str = ""
    kinds: tuple[str, ...] = ()


def claims_of(head: Head) -> Claims:
    """Read the head of a page. Broken JSON-LD is passed over."""
    things = [thing for block in head.ld for thing in _things(block)]
    stories = [thing for thing in things if _ARTICLES.search(_kind(thing))]
    stories.sort(key=lambda thing: _kind(thing) == "WebPage")
    links = dict(reversed(head.links))
    named = {str(thing["@id"]): thing["name"] for thing in things if "@id" in thing and "name" in thing}
    return Claims(
        headlines=_texts(stories, "headline"),
        authors=_told(stories, named, "author", "creator"),
        publishers=tuple(
            dict.fromkeys(name for thing in stories for name in _names(thing.get("publisher"), named))
        ),
        published=_texts(stories, "datePublished") or _texts(_works(things), "datePublished", "uploadDate"),
        modified=_texts(stories, "dateModified"),
        based_on=tuple(dict.fromkeys(name for thing in stories for name in _names(thing.get("isBasedOn")))),
        site=head.meta("og:site_name", "application-name"),
        canonical=links.get("canonical", "") or head.meta("og:url"),
        kinds=tuple(dict.fromkeys(_kind(thing) for thing in things)),
    )


def declared_of(head: Head, claims: Claims) -> tuple[Declared, ...]:
    """Return the claims that later stages may weigh, sorted by name."""
    links = dict(reversed(head.links))
    found = [
        ("canonical", links.get("canonical", "")),
        ("og:url", head.meta("og:url")),
        ("syndication-source", links.get("syndication-source", "") or head.meta("syndication-source")),
        ("original-source", links.get("original-source", "") or head.meta("original-source")),
        ("og:site_name", head.meta("og:site_name")),
        ("generator", head.meta("generator")),
        ("copyright", head.meta("copyright", "dc.rights", "dcterms.rights", "rights")),
        (
            "source",
            head.meta("source", "dc.source", "news_source", "article:source", "provider", "dc.publisher"),
        ),
        *(("publisher", name) for name in claims.publishers),
        *(("isBasedOn", name) for name in claims.based_on),
        *(("type", kind) for kind in claims.kinds),
    ]
    return tuple(Declared(name, value) for name, value in sorted(set(found)) if value)


def host(url: str | None) -> str | None:
    """Return the host of a URL without ``www.``, or None."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def _things(block: str) -> Iterator[dict[str, object]]:
    """Yield every object of a JSON-LD block, outermost first, without recursion."""
    if len(block) > _MOST_LD:
        return
    try:
        waiting: list[object] = [
            json.loads(block.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
        ]
    except (ValueError, RecursionError):
        waiting = [_mended(block)]
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting[:0] = thing
        elif isinstance(thing, dict):
            if "@type" in thing:
                yield thing
            waiting.extend(
                value for key, value in thing.items() if key in {"@graph", "mainEntity", "mainEntityOfPage"}
            )


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(r'"(@type|datePublished|dateModified|dateCreated)"\s{0,9}:\s{0,9}"([^"\\]{1,80})"')


def _mended(block: str) -> dict[str, object]:
    """Return what a broken block says of its first thing's kind and dates: a stray quotation mark in a headline spoils no date."""
    pairs = _pair().findall(block)
    kinds = [value for key, value in pairs if key == "@type"]
    kind = next((kind for kind in kinds if _ARTICLES.search(kind)), next(iter(kinds), ""))
    return {**dict(reversed(pairs)), "@type": kind}


def _kind(thing: dict[str, object]) -> str:
    kind = thing.get("@type")
    if isinstance(kind, list):
        kind = kind[0] if kind else ""
    return kind if isinstance(kind, str) else ""


def _works(things: list[dict[str, object]]) -> list[dict[str, object]]:
    """Return other works that a page may be about: a film, a recipe, a part of a podcast."""
    return [thing for thing in things if _WORKS.search(_kind(thing))]


def _texts(things: list[dict[str, object]], *keys: str) -> tuple[str, ...]:
    values = (thing.get(key) for thing in things for key in keys)
    return tuple(
        dict.fromkeys(" ".join(value.split()) for value in values if isinstance(value, str) and value.strip())
    )


def _told(stories: list[dict[str, object]], named: dict[str, object], *keys: str) -> tuple[str, ...]:
    """Return the names under the first of the keys that a story has; a page's own only where no story has one."""
    pages = [thing for thing in stories if _kind(thing) == "WebPage"]
    for things in ([thing for thing in stories if _kind(thing) != "WebPage"], pages):
        for key in keys:
            names = dict.fromkeys(name for thing in things for name in _names(thing.get(key), named))
            if names:
                return tuple(names)
    return ()


def _names(value: object, named: dict[str, object] | None = None) -> Iterator[str]:
    """Yield the names in a person, an organisation, a string or a list of them; ``named`` has those told elsewhere."""
    for one in value if isinstance(value, list) else [value]:
        name = one
        if isinstance(one, dict):
            elsewhere = (named or {}).get(str(one.get("@id", "")))
            name = one.get("name") or elsewhere or one.get("url") or one.get("@id")
        if isinstance(name, list):
            name = name[0] if name else None
        if isinstance(name, str) and name.strip():
            yield " ".join(name.split())
