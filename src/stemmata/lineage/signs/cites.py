"""Who retells another outlet's report names it: "the Examiner reported", "told the Examiner"."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from stemmata.lineage.outlets import is_own_page_of
from stemmata.lineage.pairs import Pair
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.model import Article, Place, Span

_FEWEST = 5  # letters of a name of one word; "Time" and "Metro" stand in any text
_FORMS = r"online|group|inc|ltd|plc|ag|gmbh|corp|company|s\.?a"  # what a name is followed by in a register
_PAGES = 8  # pages of a state that are looked at
_BESIDE = 48  # characters on either side of a name within which a word says what was had from there
_NAMED = 0.3  # amount where a name stands without such a word


def _look(pair: Pair) -> Mark | None:
    ours, theirs = pair.early.state.articles[:_PAGES], pair.late.state.articles[:_PAGES]
    for name in sorted({name for page in ours for name in _names_of(page.publisher)}):
        if any(is_own_page_of(name, page) for page in theirs):
            continue
        found = sorted(_mentions(name, theirs), key=lambda one: (-one[0], one[1].article, one[1].span))
        if found:
            amount, place = found[0]
            has = "says that it has something from" if amount == 1 else "names"
            return Mark(amount, f"{pair.late.name} {has} {name}, whose page {pair.early.name} is.", (place,))
    return None


def cites(pair: Pair) -> bool:
    """Whether the late page says that it has something from the outlet whose page the early one is."""
    mark = _look(pair)
    return mark is not None and mark.amount == 1


@lru_cache(maxsize=4096)
def _names_of(publisher: str | None) -> tuple[str, ...]:
    """Return what an outlet is called in running text: its name without article and address ending."""
    name = re.sub(r"(?i)^(?:the|der|die|das|le|la|el)\s+", "", publisher or "").strip()
    name = re.sub(rf"(?i)(?:,?\s+(?:{_FORMS})\.?|\.\w{{2,4}}){{1,2}}$", "", name)
    telling = len(name) >= _FEWEST or (name.isupper() and len(name) >= _FEWEST - 2)
    return (name,) if telling and name[:1].isupper() else ()


def _mentions(name: str, pages: Sequence[Article]) -> Iterator[tuple[float, Place]]:
    """Yield where a body names an outlet, credits of an agency aside, and how clearly as the source of something."""
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for page in pages:
        aside = [credit.span for credit in page.credits]
        if page.dateline is not None:
            aside.append(page.dateline.span)
        for found in whole.finditer(page.text) if name in page.text else ():
            span = Span(*found.span())
            if any(block.contains(span) for block in page.body) and not any(map(span.overlaps, aside)):
                yield 1.0 if _is_cited(page.text, span) else _NAMED, Place(page.id, span)


def _is_cited(text: str, span: Span) -> bool:
    """Whether a word by which something is had from somebody stands beside a name; of one word, right beside it.

    A name of one word may be a town's or a trade's: "Boston police said" cites no outlet, "Velora said" does.
    """
    alone = " " not in span.of(text)
    before = re.findall(r"\w+", text[max(0, span.start - _BESIDE) : span.start].lower())
    behind = re.findall(r"\w+", text[span.end : span.end + _BESIDE].lower())
    if alone:
        return not _words().isdisjoint([*before[-1:], *behind[:1]]) or before[-2:] == ["according", "to"]
    return not _words().isdisjoint([*before, *behind])


@cache
def _words() -> frozenset[str]:
    table = tomllib.loads(files("stemmata.lineage").joinpath("citing.toml").read_text("utf-8"))
    return frozenset(table["words"].split())


CITES = Sign("names-its-outlet", 10.0, _look)
