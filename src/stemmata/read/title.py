"""The story's own title: never the site's name, never another story's."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from stemmata.model import Page, Role
from stemmata.read.agencies import is_agency_name
from stemmata.read.byline import could_sign
from stemmata.read.claims import Claims
from stemmata.read.days import days_in
from stemmata.read.phrases import is_label, opens_like_chrome
from stemmata.read.sheet import Sheet, Trait

_LEAST = 2.0
"""Lowest score of a title. Set by hand on our example: a line has to be more than merely short and early."""
_LEAST_PLAIN = 0.4
"""The same for plain text, where a story that has any line above it mostly has its title there."""
_CRUMB_LENGTH = 24
"""A path of links that ends in a title of four words is at least so long, in characters."""
_CRUMBS = 4.0
"""What a line loses that repeats the line below it inside a path of links."""
_STANDFIRST = 1.5
"""How much better than the title a line right below it may score: standfirsts share more words with the story."""
_SHORTEST = 4
_ELSEWHERE = (Trait.CAPTION | Trait.FIGURE | Trait.NAV | Trait.RELATED).value
_MOST_CANDIDATES = 60
_PARTS = re.compile(r"\s+[|»«–—·•:-]{1,2}\s+|\s+[-–—|](?=\w)|\s*\|\s*")


class Title(NamedTuple):
    """The title, the paragraphs that show it, and the site's name if a line gives it behind the title."""

    words: str | None
    paragraphs: tuple[int, ...]
    site: str | None


def find_title(page: Page, sheet: Sheet, roles: Sequence[Role], claims: Claims) -> Title:
    """Return the title and where it stands, from what the page shows checked against what its markup claims."""
    shown = [number for number, role in enumerate(roles) if role is Role.BODY]
    first = shown[0] if shown else 0
    claimed = _claimed(page, sheet, claims)
    lead = _words(" ".join(sheet.line(number)[:600] for number in shown[:4]))
    last = min(first + 2, len(sheet.spans))
    before = sheet.text[: sheet.spans[last - 1].end]
    scores = {
        number: _score(sheet, number, first, claimed, lead, before) - _CRUMBS * _wraps(sheet, number, last)
        for number in range(max(0, first - _MOST_CANDIDATES), last)
        if roles[number] is not Role.CAPTION
    }
    long = {number for number in scores if _is_long(sheet.line(number))}
    where = _best(scores, _LEAST if sheet.marks else _LEAST_PLAIN, long)
    if where < 0:
        title = _without_site(claimed[0], claims) if claimed else None
        return Title(title, (), None)
    words = sheet.line(where)
    same = [
        number for number in range(first + 2) if number < len(sheet.spans) and sheet.line(number) == words
    ]
    return Title(_without_site(words, claims), tuple(same[-1:]), _site_behind(sheet, words, where))


def _wraps(sheet: Sheet, number: int, last: int) -> bool:
    """Whether the line holds one of the next lines whole: ``Home > Money > Title``."""
    line = sheet.line(number)
    if len(line) < _CRUMB_LENGTH:
        return False
    nearby = (sheet.line(later) for later in range(number + 1, min(number + 5, last)))
    return any(len(later.split()) > 3 and later in line and later != line for later in nearby)


def _is_long(line: str) -> bool:
    """Whether a line has three words: less is the name of a column above a title."""
    return line.count(" ") > 1 or not line.isascii()


def _best(scores: dict[int, float], least: float, long: set[int]) -> int:
    """Return the paragraph with the best score, or the ``long`` one right above it if that does nearly as well; else -1."""
    where = max(scores, key=lambda number: (scores[number], -number), default=-1)
    if where < 0 or scores[where] < least:
        return -1
    while scores.get(where - 1, 0.0) >= max(least, scores[where] - _STANDFIRST) and where - 1 in long:
        where -= 1
    return where


def _claimed(page: Page, sheet: Sheet, claims: Claims) -> tuple[str, ...]:
    metas = (
        sheet.head.meta("og:title"),
        sheet.head.meta("twitter:title"),
        sheet.head.title,
        page.title or "",
    )
    return tuple(dict.fromkeys(words for words in (*claims.headlines, *metas) if words.strip()))


def _score(
    sheet: Sheet, number: int, first: int, claimed: Sequence[str], lead: set[str], before: str
) -> float:
    """Return how much a paragraph is like the title of the story that starts at ``first``."""
    line = sheet.line(number)
    if not _SHORTEST <= len(line) <= 300 or is_label(line):
        return 0.0
    words = _words(line)
    if len(words) < 2:
        return 0.0
    score = 3.5 * max((_likeness(words, line, claim) for claim in claimed), default=0.0)
    score += 1.5 * len(words & lead) / len(words)
    score += 1.0 if 4 <= len(line.split()) <= 25 or (len(line) >= 8 and " " not in line) else 0.0
    score -= 0.04 * max(0, first - number)
    score -= 1.5 * (line[-1] in ".;,:" and not line.endswith("...")) + 2.0 * opens_like_chrome(line)
    score -= 1.5 * (">" in line or "»" in line or "|" in line) + 2.0 * bool(next(days_in(line[:100]), None))
    score -= 3.0 * (bool(_by().match(line)) or is_agency_name(line)) + 1.0 * (
        could_sign(line) and len(line.split()) < 5
    )
    score += 1.5 * (len(line.split()) > 3 and before.count(line) > 1)
    if sheet.marks:
        mark = sheet.marks[number]
        score += {"h1": 2.5, "h2": 0.7, "h3": 0.2}.get(mark.tag, 0.0) + 0.8 * bool(
            mark.traits & Trait.TITLE.value
        )
        score -= 2.0 * bool(mark.traits & _ELSEWHERE)
    told = 0.5 if line[-1].isalnum() or line[-1] in "’'”\")?" else 3.0
    return score - (2.0 if sheet.marks else told + 2.0 * (number - first)) * (number >= first)


@cache
def _by() -> re.Pattern[str]:
    return re.compile(r"(?:by|von|par|por|di|door|av)\s+[A-ZÀ-Þ]", re.IGNORECASE)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}|\d{2,}|[\u3040-\ud7a3]", text.lower()))


def _likeness(words: set[str], line: str, claim: str) -> float:
    """Return how far a line and a claimed title share words, 0 to 1."""
    if line == claim:
        return 1.0
    other = _words(claim)
    return 2 * len(words & other) / max(len(words) + len(other), 1)


def _without_site(words: str, claims: Claims) -> str:
    """Cut the site's name off the end or the front of a claimed title."""
    parts = [part for part in _PARTS.split(words) if part]
    site = _bare(claims.site) or _bare(next(iter(claims.publishers), ""))
    if len(parts) < 2:
        return words
    if site and _bare(parts[-1]) == site:
        return words[: words.rfind(parts[-1])].rstrip(" |»«–—·•:-")
    if site and _bare(parts[0]) == site:
        return words[len(parts[0]) :].lstrip(" |»«–—·•:-")
    if "|" in words and len(parts[-1].split()) <= 4 < len(parts[0].split()):
        return words[: words.rfind("|")].rstrip(" |")
    return words


def _bare(name: str) -> str:
    return re.sub(r"\W|\bthe\b", "", name.lower())


def _site_behind(sheet: Sheet, title: str, where: int) -> str | None:
    """Return the name that a line before the title puts behind the repeated title: ``Home > Title -Name``."""
    if len(title.split()) < 4:
        return None
    for number in range(max(0, where - 5), min(where + 3, len(sheet.spans))):
        line = sheet.line(number)
        at = line.rfind(title)
        if number != where and at >= 0:
            found = re.fullmatch(r"\s*[-–—|·:]\s*([A-Z0-9À-Þ][\w.&’' -]{1,40})", line[at + len(title) :])
            if found:
                return found[1].strip()
    return None
