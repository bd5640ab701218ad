"""Where a page speaks of itself: its own name, who signs, addresses, the reader as ``you`` and the makers as ``we``.

What a newsroom says about itself stands before and behind stories in a thousand wordings; who is named hardly varies.
"""

import re
from functools import cache
from urllib.parse import urlsplit

import numpy as np

from stemmata.kernels.lines import Finder
from stemmata.kernels.neighbours import around
from stemmata.read.features import Floats, Lines
from stemmata.read.measures import Measures
from stemmata.read.sheet import Head, Sheet, Trait

SELF_TALK = (
    "names_site",
    "names_author",
    "author_first",
    "addresses",
    "you",
    "us",
    "bracketed",
    "self_talk",
    "self_near",
)

_ADDRESSES = ("@", "http://", "https://", "www.", ".com ")
_YOU = {
    "en": (" you ", " your ", "you’", "you'"), "fr": (" vous ", " votre ", " vos "), "de": (" sie ", " ihre ", " ihren "),
    "es": (" usted ", " tu "), "pt": (" você ", " seu "), "nl": (" je ", " uw "),
}  # fmt: skip
_US = {
    "en": (" us ", " our ", " we ", "we’", "we'"), "fr": (" nous ", " notre ", " nos "), "de": (" wir ", " uns ", " unser"),
    "es": (" nuestr",), "pt": (" nosso", " nossa"), "nl": (" onze ", " ons "),
}  # fmt: skip
"""By language; a page that declares none of these is searched for English."""
_NOT_EVERYWHERE = {" sie ", " ihre ", " ihren ", " tu ", " seu ", " je ", " ons ", " us "}
"""Words that are something else in another language, or speak of others as well."""
_OPENING = 40
"""Characters of a paragraph in which it is opened by who signs."""
_FEWEST = 3
"""Letters that a name must have to be looked for."""
_MOST_NAMES = 6
_MOST_LD = 400_000
_LONGEST_BYLINE = 60
_NO_AUTHOR = ("by ", "von ", "par ", "por ", "di ", "door ")


@cache
def _author() -> re.Pattern[str]:
    return re.compile(r'"author"\s{0,9}:[^\]}]{0,300}?"name"\s{0,9}:\s{0,9}"([^"\\]{3,60})"')


def measure_self_talk(sheet: Sheet, page: Measures) -> Floats:
    """Return one row of numbers for each paragraph: the columns ``SELF_TALK``."""
    lines = page.lines
    addresses, you, us = _speech(sheet.head.language[:2].lower()).count(*lines[1:], flat=True)[0]
    named = Finder((_sites(sheet.head), _authors(sheet, page, lines.low)))
    (sites, signed), (_, opens) = named.count(*lines[1:], flat=True, opening=_OPENING)
    tenths = 10 / np.maximum(page.words, 1)
    talk = sum(np.minimum(column, 2) for column in (sites, addresses, you, us)) + np.minimum(signed, 1)
    share = np.minimum(talk * tenths, 4)
    return np.column_stack([
        np.minimum(sites, 2), np.minimum(signed, 2), opens, np.minimum(addresses, 3), np.minimum(you * tenths, 3),
        np.minimum(us * tenths, 3), [lines.low[start] in "[(*" for start in lines.starts.tolist()], share, around(share, 2),
    ])  # fmt: skip


def spoken_to(lines: Lines) -> tuple[Floats, Floats, Floats]:
    """Count in each paragraph, whatever its language: addresses, the reader, the makers."""
    addresses, you, us = _any_speech().count(*lines[1:], flat=True)[0]
    return addresses, you, us


@cache
def _speech(language: str) -> Finder:
    return Finder((_ADDRESSES, _YOU.get(language, _YOU["en"]), _US.get(language, _US["en"])))


@cache
def _any_speech() -> Finder:
    you, us = (
        tuple(
            dict.fromkeys(word for listed in words.values() for word in listed if word not in _NOT_EVERYWHERE)
        )
        for words in (_YOU, _US)
    )
    return Finder((_ADDRESSES, you, us))


def _sites(head: Head) -> tuple[str, ...]:
    """Return what the page calls its site, and the telling part of its host."""
    labels = urlsplit(head.meta("og:url") or dict(head.links).get("canonical", "")).netloc.lower().split(".")
    host = max(labels[:-1], key=len, default="")
    names = (
        head.meta("og:site_name", "application-name").lower().removesuffix(".com"),
        host,
    )
    return tuple(dict.fromkeys(name for name in names if len(name) >= _FEWEST and name != "www"))


def _authors(sheet: Sheet, page: Measures, low: str) -> tuple[str, ...]:
    """Return who signs the page, by its head and by the short lines its markup calls bylines."""
    names = [sheet.head.meta("author", "parsely-author", "dc.creator", "sailthru.author").lower()]
    names += [
        name.lower() for block in sheet.head.ld if len(block) < _MOST_LD for name in _author().findall(block)
    ]
    for number in np.flatnonzero(page.stands_in(Trait.BYLINE) & (page.words <= 5))[:4].tolist():
        start, end = sheet.spans[number]
        if end - start <= _LONGEST_BYLINE:
            line = low[start:end].replace("\n", " ")
            names.append(
                next(
                    (line.removeprefix(word) for word in _NO_AUTHOR if line.startswith(word)),
                    line,
                )
            )
    known = dict.fromkeys(" ".join(name.split()) for name in names)
    return tuple(name for name in known if " " in name and 5 <= len(name) <= _LONGEST_BYLINE)[:_MOST_NAMES]
