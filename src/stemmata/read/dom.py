"""HTML into a sheet: by the compiled kernel where there is one, else by lexbor and a walk in Python."""

import re
from collections.abc import Callable
from functools import cache, partial
from typing import cast

from stemmata.kernels import Laid, MarkupPage, compiled_reader, compiled_utf8_reader
from stemmata.model import Span
from stemmata.read.nesting import Home
from stemmata.read.sheet import Head, Mark, Sheet
from stemmata.read.ways import (
    Look,
    class_names,
    class_rows,
    links_of,
    look,
    metas_of,
    moments_of,
    signers_of,
    title_of,
)

_READ, _READ_UTF8 = compiled_reader(), compiled_utf8_reader()
_SPAN = cast(Callable[[tuple[int, int]], Span], partial(tuple.__new__, Span))
_HOME = cast(Callable[[tuple[int, ...]], Home], partial(tuple.__new__, Home))
_MARK = cast(Callable[[tuple[str, int, int, Home]], Mark], partial(tuple.__new__, Mark))
"""Records from tuples of their fields, made without a call of Python's: three for each paragraph."""


def lay_out_html(text: str, asked: Callable[[str], Look] = look) -> Sheet:
    """Return the visible text of an HTML page in reading order, one paragraph a block, parted by blank lines.

    ``asked`` tells what a way of opening an element tells; a pack for the page's site knows more of it than ``look``.
    """
    try:
        return _lay_out(text, asked)
    except UnicodeEncodeError:
        return _lay_out(_lone().sub("\ufffd", text), asked)


def lay_out_utf8(content: bytes, asked: Callable[[str], Look] = look) -> Sheet | None:
    """Return the same from bytes of UTF-8, twice as fast as from text; None where they are none, or no kernel is compiled."""
    page = _READ_UTF8(content) if _READ_UTF8 else None
    return _laid_out(page, asked) if page is not None else None


def _lay_out(text: str, asked: Callable[[str], Look]) -> Sheet:
    if _READ is None:
        from stemmata.read.walk import walk_html  # noqa: PLC0415 - lexbor is loaded only where it is needed

        return walk_html(text, asked)
    return _laid_out(_READ(text), asked)


def _laid_out(page: MarkupPage, asked: Callable[[str], Look]) -> Sheet:
    looks = list(map(asked, page.ways()))
    laid = page.lay_out([one.traits for one in looks])
    shown = [one for one, count in zip(looks, laid["counts"], strict=True) if count]
    head = Head(
        title_of(laid["titles"]),
        laid["language"],
        metas_of(laid["metas"]),
        links_of(laid["links"]),
        tuple(laid["data"]),
        moments_of(laid["moments"]),
        signers_of(laid["text"], laid["signers"]),
        class_names(shown),
        tuple(laid["shapes"]),
        class_rows(shown),
    )
    return Sheet(
        laid["text"], tuple(map(_SPAN, zip(laid["starts"], laid["ends"], strict=True))), _marks(laid), head
    )


def _marks(laid: Laid) -> tuple[Mark, ...]:
    numbers = iter(laid["homes"])
    homes = map(_HOME, zip(*[numbers] * len(Home._fields), strict=True))
    return tuple(map(_MARK, zip(laid["tags"], laid["traits"], laid["linked"], homes, strict=True)))


@cache
def _lone() -> re.Pattern[str]:
    """Halves of a character, which no encoding has."""
    return re.compile(r"[\ud800-\udfff]")
