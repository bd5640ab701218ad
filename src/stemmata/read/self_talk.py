"""Where a page speaks of itself: its own name, who signs, addresses, the reader as ``you`` and the makers as ``we``.

What a newsroom says about itself stands before and behind stories in a thousand wordings; who is named hardly varies.
"""

import re
from functools import cache

from stemmata.kernels.lines import LineFinder, LinePage, line_finder
from stemmata.read.claims import host
from stemmata.read.features import Floats, lowered
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
_FEWEST = 3
"""Letters that a name must have to be looked for."""
_MOST_NAMES = 6
_MOST_LD = 400_000
_LONGEST_BYLINE = 60
_NO_AUTHOR = ("by ", "von ", "par ", "por ", "di ", "door ")


@cache
def _author() -> re.Pattern[str]:
    return re.compile(r'"author"\s{0,9}:[^\]}]{0,300}?"name"\s{0,9}:\s{0,9}"([^"\\]{3,60})"')


def measure_self_talk(sheet: Sheet, page: LinePage, table: Floats, at: int) -> None:
    """Fill the columns ``SELF_TALK`` of a table."""
    named = line_finder((_sites(sheet.head), _authors(sheet, page)))
    page.measure_talk(_speech(sheet.head.language[:2].lower()), named, table, at)


@cache
def _speech(language: str) -> LineFinder:
    return line_finder((_ADDRESSES, _YOU.get(language, _YOU["en"]), _US.get(language, _US["en"])))


@cache
def any_speech() -> LineFinder:
    """Return how pages of any language speak: addresses, the reader, the makers."""
    you, us = (
        tuple(
            dict.fromkeys(word for listed in words.values() for word in listed if word not in _NOT_EVERYWHERE)
        )
        for words in (_YOU, _US)
    )
    return line_finder((_ADDRESSES, you, us))


def _sites(head: Head) -> tuple[str, ...]:
    """Return what the page calls its site, and the telling part of its host."""
    address = host(head.meta("og:url") or dict(head.links).get("canonical")) or ""
    names = (
        head.meta("og:site_name", "application-name").lower().removesuffix(".com"),
        max(address.split(".")[:-1], key=len, default=""),
    )
    return tuple(dict.fromkeys(name for name in names if len(name) >= _FEWEST and name != "www"))


def _authors(sheet: Sheet, page: LinePage) -> tuple[str, ...]:
    """Return who signs the page, by its head and by the short lines its markup calls bylines."""
    names = [sheet.head.meta("author", "parsely-author", "dc.creator", "sailthru.author").lower()]
    names += [
        name.lower() for block in sheet.head.ld if len(block) < _MOST_LD for name in _author().findall(block)
    ]
    low = lowered(sheet.text)
    for number in page.brief(Trait.BYLINE.value, 5)[:4]:
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
