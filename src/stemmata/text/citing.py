"""Who says that it has something from another outlet: "the Examiner reported", "told the Examiner"."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from stemmata.model import Article, Span

_FEWEST = 5
"""Letters of a name of one word: "Time" and "Metro" stand in any text."""
_FORMS = r"online|group|inc|ltd|plc|ag|gmbh|corp|company|s\.?a"
"""What a name is followed by in a register of companies."""
_BESIDE = 48
"""Characters on either side of a name within which a word says what was had from there."""


def cited(article: Article, source: Article) -> Span | None:
    """Return where an article says that it has something from the outlet whose page ``source`` is."""
    for name in names_of(source.publisher):
        if name not in names_of(article.publisher):
            found = next((span for telling, span in mentions(name, article) if telling), None)
            if found is not None:
                return found
    return None


@lru_cache(maxsize=4096)
def names_of(publisher: str | None) -> tuple[str, ...]:
    """Return what an outlet is called in running text: its name without article, address ending and legal form."""
    name = re.sub(r"(?i)^(?:the|der|die|das|le|la|el)\s+", "", publisher or "").strip()
    name = re.sub(rf"(?i)(?:,?\s+(?:{_FORMS})\.?|\.\w{{2,4}}){{1,2}}$", "", name)
    telling = len(name) >= _FEWEST or (name.isupper() and len(name) >= _FEWEST - 2)
    return (name,) if telling and name[:1].isupper() else ()


def mentions(name: str, article: Article) -> Iterator[tuple[bool, Span]]:
    """Yield where a body names an outlet, credits of an agency aside, and whether as whom something was had from."""
    if name[:-1] not in article.text:
        return
    aside = [credit.span for credit in article.credits]
    if article.dateline is not None:
        aside.append(article.dateline.span)
    ending = _table()["endings"].get(article.language, "")
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?:{ending})(?!\w)", article.text):
        span = Span(*found.span())
        if any(block.contains(span) for block in article.body) and not any(map(span.overlaps, aside)):
            yield _is_source(article.text, span), span


def _is_source(text: str, span: Span) -> bool:
    """Whether a word by which something is had from somebody stands beside a name; of one word, right beside it.

    A name of one word may be a town's or a trade's: "Boston police said" cites no outlet, "Velora said" does.
    """
    before = re.findall(r"\w+", text[max(0, span.start - _BESIDE) : span.start].lower())
    behind = re.findall(r"\w+", text[span.end : span.end + _BESIDE].lower())
    if " " in span.of(text):
        return not _words().isdisjoint([*before, *behind])
    return not _words().isdisjoint([*before[-1:], *behind[:1]]) or before[-2:] == ["according", "to"]


@cache
def _words() -> frozenset[str]:
    return frozenset(_table()["words"]["all"].split())


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("stemmata.text").joinpath("citing.toml").read_text("utf-8"))
