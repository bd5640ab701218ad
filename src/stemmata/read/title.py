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
_FEWEST = 4
"""Words of a claimed title that is believed against a longer line on the page."""
_NEAR = 16
"""Paragraphs before the story that are looked at first: most titles stand there."""
_ENOUGH, _ENOUGH_PLAIN = 6.0, 1.9
"""Scores of a title beyond doubt, with markup and without: what stands further off is not looked at."""
_HEADINGS = {"h1": 2.5, "h2": 0.7, "h3": 0.2}
_TITLED = Trait.TITLE.value
_ELSEWHERE = (Trait.CAPTION | Trait.FIGURE | Trait.NAV | Trait.RELATED).value
_MOST_CANDIDATES = 60
_PARTS = re.compile(r"\s+[|»«–—·•:-]{1,2}\s+|\s+[-–—|](?=\w)|\s*\|\s*")


class Title(NamedTuple):
    """The title, the paragraphs that show it, and the site's name if a line gives it behind the title."""

    words: str | None
    paragraphs: tuple[int, ...]
    site: str | None


class _Told(NamedTuple):
    """What a line is held against: claimed titles with their words, the words of the story's lead, the text up to it."""

    claimed: tuple[tuple[str, frozenset[str]], ...]
    lead: frozenset[str]
    before: str
    first: int


_LONG_TITLE = 16
"""Words from which a line of two sentences is a paragraph, not a title. Set by hand on stories without one."""


def find_title(page: Page, sheet: Sheet, roles: Sequence[Role], claims: Claims) -> Title:
    """Return the title and where it stands, from what the page shows checked against what its markup claims."""
    shown = [number for number, role in enumerate(roles) if role is Role.BODY][:4]
    first = shown[0] if shown else 0
    claimed = _claimed(page, sheet, claims)
    last = min(first + 2, len(sheet.spans))
    lead = _words(" ".join(sheet.line(number)[:600] for number in shown))
    told = _Told(
        tuple((claim, _words(claim)) for claim in claimed),
        lead,
        sheet.text[: sheet.spans[last - 1].end],
        first,
    )
    scores = _scores(sheet, roles, told, max(0, first - _MOST_CANDIDATES), last)
    where = _best(
        scores, _LEAST if sheet.marks else _LEAST_PLAIN, {n for n in scores if _is_long(sheet.line(n))}
    )
    if where < 0:
        title = _without_site(claimed[0], claims) if claimed else None
        return Title(title, (), None)
    words = sheet.line(where)
    same = [number for number in range(where, last) if sheet.line(number) == words]
    alone = _without_site(_alone(words, claimed), claims).replace("\u00ad", "")
    return Title(alone, tuple(same[-1:]), _site_behind(sheet, words, where))


def _alone(words: str, claimed: Sequence[str]) -> str:
    """Return a claimed title that the line begins or ends with: the rest is a kicker or a standfirst set in the same element."""
    for claim in claimed:
        rest = len(words) - len(claim)
        if rest > 1 and claim.count(" ") >= _FEWEST - 1:
            begins = words.startswith(claim) and words[len(claim)] == " " and words[len(claim) + 1].isupper()
            if begins or (words.endswith(claim) and not words[rest - 1].isalnum()):
                return claim
    return words


def _scores(sheet: Sheet, roles: Sequence[Role], told: _Told, start: int, last: int) -> dict[int, float]:
    """Score the lines before the story: the near ones, and the far ones where none of the near is surely the title."""
    near, enough = max(start, told.first - _NEAR), _ENOUGH if sheet.marks else _ENOUGH_PLAIN
    found = dict[int, float]()
    for numbers in (range(near, last), range(start, near)):
        for number in numbers:
            if roles[number] is not Role.CAPTION:
                found[number] = _score(sheet, number, told) - _CRUMBS * _wraps(sheet, number, last)
        if found and max(found.values()) >= enough:
            break
    return found


def _wraps(sheet: Sheet, number: int, last: int) -> bool:
    """Whether the line holds one of the next lines whole: ``Home > Money > Title``."""
    line = sheet.line(number)
    if len(line) < _CRUMB_LENGTH:
        return False
    for later in sheet.spans[number + 1 : min(number + 5, last)]:
        if later.end - later.start < len(line):
            inside = later.of(sheet.text)
            if inside in line and len(inside.split()) > 3:
                return True
    return False


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
    """Return what is claimed to be the title; first what the source says, who chose the page for it."""
    metas = (sheet.head.meta("og:title"), sheet.head.meta("twitter:title"), sheet.head.title)
    claimed = (page.title or "", *claims.headlines, *metas)
    return tuple(dict.fromkeys(words for words in claimed if words.strip()))


def _score(sheet: Sheet, number: int, told: _Told) -> float:
    """Return how much a paragraph is like the title of the story."""
    line = sheet.line(number)
    if not _SHORTEST <= len(line) <= 300 or (line.isalnum() and line.isascii()) or is_label(line):
        return 0.0
    words = _words(line)
    if len(words) < 2:
        return 0.0
    size = line.count(" ") + 1
    score = 3.5 * max((_likeness(words, line, claim, its) for claim, its in told.claimed), default=0.0)
    score += 1.5 * len(words & told.lead) / len(words)
    score += 1.0 if 4 <= size <= 25 or (len(line) >= 8 and size == 1) else 0.0
    score -= 0.04 * max(0, told.first - number)
    if sheet.marks:
        mark = sheet.marks[number]
        score += _HEADINGS.get(mark.tag, 0.0) + 0.8 * bool(mark.traits & _TITLED)
        score -= 2.0 * bool(mark.traits & _ELSEWHERE)
    if score + 1.5 * (size > 3) < (_LEAST if sheet.marks else _LEAST_PLAIN):
        return score
    score += 1.5 * (size > 3 and told.before.count(line) > 1)
    score -= 1.5 * (line[-1] in ".;,:" and not line.endswith("...")) + 2.0 * opens_like_chrome(line)
    score -= 1.5 * (">" in line or "»" in line or "|" in line) + 2.0 * bool(next(days_in(line[:100]), None))
    score -= 3.0 * (_by().match(line) is not None or (size < 8 and is_agency_name(line)))
    score -= 1.0 * (size < 5 and could_sign(line))
    score -= 3.0 * (size > _LONG_TITLE and _sentence_end().search(line) is not None)
    ends = 0.5 if line[-1].isalnum() or line[-1] in "’'”\")?" else 3.0
    return score - (2.0 if sheet.marks else ends + 2.0 * (number - told.first)) * (number >= told.first)


@cache
def _sentence_end() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{3}[.!?][\"”’»]?\s+[\"“„«‘]?[A-ZÀ-ÞА-Я]")


@cache
def _by() -> re.Pattern[str]:
    return re.compile(r"(?:by|von|par|por|di|door|av)\s+[A-ZÀ-Þ]", re.IGNORECASE)


@cache
def _content() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{3,}|\d{2,}|[\u3040-\ud7a3]")


def _words(text: str) -> frozenset[str]:
    return frozenset(_content().findall(text.lower()))


def _likeness(words: frozenset[str], line: str, claim: str, other: frozenset[str]) -> float:
    """Return how far a line and a claimed title share words, 0 to 1."""
    return 1.0 if line == claim else 2 * len(words & other) / max(len(words) + len(other), 1)


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
