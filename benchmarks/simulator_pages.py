"""The page a simulated text stands on: wrapper, title, credit, dateline, date."""

from datetime import datetime, timedelta
from typing import NamedTuple

from simulator_pool import Part
from simulator_text import Text
from simulator_words import british, curly
from stemmata.model import Article, Block, Credit, Dateline, Role, Span, Stamp, content_id

BEGAN = datetime(2023, 3, 7, 8, 0)
PLACE = "HARTLAND"
NETWORKS = ("Daily Record Hub", "Newsstream24", "Global Post Daily")
TEASERS = ("Ten Foods That Doctors Avoid", "Why This Small Town Went Viral", "Markets Today: What To Watch")


class Shown(NamedTuple):
    """What a system may see of a text: ``text`` is the body in the wrapper of its page."""

    id: str
    site: str | None
    title: str
    claimed_date: str | None
    body: str
    text: str
    agency: str | None
    where: str


def show(seed: int, text: Text, *, dated: bool = True) -> Shown:
    """Return the page of a text. What it looks like hangs on (seed, number) alone."""
    number = _number(seed, text.house)
    parts = [_looked(text, part) for part in text.parts]
    agency = text.agency if text.credited else None
    opens = agency is not None and text.done in {
        "wire",
        "update",
        "scrape",
        "reprint",
        "correct",
        "headline",
        "live",
    }
    line = f"{PLACE} ({agency}) — " if opens else ""
    foot = [f"With material from {agency}"] if agency and not opens else []
    body = "\n\n".join([line + parts[0], *parts[1:], *foot])
    wire = f"{(text.agency or 'x').lower()}.example" if number % 2 else None
    site = f"s{number % 97}.example" if not text.first_hand else wire
    site = f"net{number % 3}.example" if text.done == "scrape" else site
    title = _title(text, _number(seed, text.number))
    whole = f"{title}\n\n{_wrapped(text, number, body)}"
    where = "head" if opens else "foot" if agency else ""
    page = content_id("a", str(seed), str(text.number))
    return Shown(page, site, title, _date(seed, text) if dated else None, body, whole, agency, where)


def article_of(shown: Shown) -> Article:
    """Return the page as a perfect reader reads it: the tree alone is measured, not the reading."""
    line = f"{PLACE} ({shown.agency}) — " if shown.where == "head" else ""
    paragraphs = shown.body.split("\n\n")
    blocks, start = [], 0
    for number, part in enumerate(paragraphs):
        last = shown.where == "foot" and number == len(paragraphs) - 1
        blocks.append(Block(Span(start, start + len(part)), Role.CHROME if last else Role.BODY))
        start += len(part) + 2
    size = len(shown.body)
    at = Span(0, len(line.rstrip())) if line else Span(size - len(shown.agency or ""), size)
    credit = (Credit(shown.agency, at, "dateline" if line else "footline"),) if shown.agency else ()
    stamps = (Stamp(shown.claimed_date, None, "row"),) if shown.claimed_date else ()
    return Article(
        shown.id, f"page-{shown.id}", (), None, shown.site, None, None, "", shown.title, (), None, shown.body,
        tuple(blocks), Dateline(PLACE, shown.agency, at) if line else None, credit, (), "en", stamps,
    )  # fmt: skip


def _looked(text: Text, part: Part) -> str:
    words = british(part.text) if text.british else part.text
    return curly(words) if text.curly else words


def _title(text: Text, number: int) -> str:
    words = text.parts[0].text.rstrip(".").split()
    start = 0 if text.done in {"wire", "update"} else number % 3
    return " ".join(words[start : start + 9])


def _wrapped(text: Text, number: int, body: str) -> str:
    if text.done != "scrape":
        return body
    name = NETWORKS[number % 3]
    teasers = "\n\n".join(TEASERS[(number + step) % 3] for step in range(3))
    return f"{name}\n\nHome | World | Sports | Contact\n\n{body}\n\nRelated Stories\n\n{teasers}\n\nCopyright {name}"


def _date(seed: int, text: Text) -> str | None:
    """Return what the page claims: 20 % nothing, 15 % a wrong date, scrapes always 2025."""
    draw = _number(seed, text.number, "date") % 100
    moment = BEGAN + timedelta(days=seed % 300, hours=text.hour)
    if draw < 20:
        return None
    if text.done == "scrape":
        return (moment + timedelta(days=760 + draw)).strftime("%Y-%m-%dT%H:%M")
    if draw < 35:
        return (moment + timedelta(days=draw - 27)).strftime("%Y-%m-%dT%H:%M")
    return moment.strftime("%Y-%m-%dT%H:%M")


def _number(seed: int, number: int, what: str = "site") -> int:
    """Return a number that says nothing of the order in which texts were made."""
    return int(content_id("", str(seed), str(number), what), 16) % 9973
