"""Invented pages that hold no article, and articles that look like such: each a truth to measure refusals against.

The pages stand in ``pages_not_articles/`` in a short notation and are drawn here on several page engines. A page
begins with ``=== name kind engine language url``; each further line begins with what it is:
``title`` ``# heading`` ``## heading`` ``- paragraph`` ``* entry of a list`` ``> link`` ``= caption`` ``~ byline``
``! notice`` ``% field of a form`` ``@ time and entry of a live blog`` ``+ JSON-LD type`` (``paid`` behind it: not
free) ``: name value`` of the head, ``list N form`` that many stories of the language's bank. The kind ``article`` must be read.
"""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from stemmata.model import Media, Page

FOLDER = Path(__file__).with_name("pages_not_articles")
BANK = tomllib.loads((FOLDER / "bank.toml").read_text("utf-8"))

Line = tuple[str, str]


@dataclass(frozen=True)
class Case:
    """One page and what it is."""

    name: str
    kind: str
    page: Page


@dataclass(frozen=True)
class Style:
    """How one page engine writes each kind of line; ``{}`` stands for the words, ``{more}`` for a second part."""

    before: str
    after: str
    forms: dict[str, str]
    story: str


_COMMON = {
    "#": "<h1>{}</h1>", "##": "<h2>{}</h2>", "-": "<p>{}</p>", "*": "<ul><li>{}</li></ul>", ">": '<a href="/x">{}</a>',
    "=": "<figure><img src=a.jpg><figcaption>{}</figcaption></figure>", "~": '<div class="byline">{}</div>',
    "!": '<div class="notice">{}</div>', "%": "<form><label>{}</label><input></form>",
    "@": "<div class=entry><time>{}</time><p>{more}</p></div>", "t": "<p>{}</p>",
}  # fmt: skip
STYLES = {
    "press": Style(
        "<header><nav><ul>{nav}</ul></nav></header><main>",
        "</main><footer>{foot}</footer>",
        _COMMON | {"@": '<article class="live-post"><time datetime="2024-03-05">{}</time><p>{more}</p></article>'},
        '<article class="card"><h3><a href="/s/{n}">{0}</a></h3><p>{1}</p><time>{2}</time></article>',
    ),
    "wordpress": Style(
        '<div id="page"><div id="masthead" class="site-header"><ul class="menu">{nav}</ul></div><div class="site-content">'
        '<main class="site-main"><div class="entry-content">',
        '</div></main><aside class="widget-area"><section class="widget"><h2 class="widget-title">Recent</h2></section></aside>'
        "</div><div class=site-info>{foot}</div></div>",
        _COMMON | {"#": '<h1 class="page-title">{}</h1>', "=": '<div class="wp-caption"><img src=a.jpg><p class="wp-caption-text">{}</p></div>'},
        '<article class="post"><header class="entry-header"><h2 class="entry-title"><a href="/?p={n}">{0}</a></h2></header>'
        '<div class="entry-summary"><p>{1}</p></div><span class="posted-on">{2}</span></article>',
    ),
    "soup": Style(
        '<div class="a1"><div class="b7">{nav}</div><div class="c3">',
        '</div><div class="z9">{foot}</div></div>',
        _COMMON | {"-": '<div class="q4">{}</div>', ">": '<div class="l2"><a href="/x">{}</a></div>', "~": '<div class="u8">{}</div>',
                   "=": '<div class="ph"><img src=a.jpg><div class="pt">{}</div></div>', "!": '<div class="w5">{}</div>',
                   "@": '<div class="e6"><span>{}</span> <div class="q4">{more}</div></div>'},
        '<div class="k3"><a href="/i{n}.html"><span class="k4">{0}</span></a><div class="q4">{1}</div><div class="k5">{2}</div></div>',
    ),
    "table": Style(
        "<table><tr>{nav}</tr><tr><td>",
        "</td></tr><tr><td>{foot}</td></tr></table>",
        _COMMON | {"#": "<font size=5><b>{}</b></font><br>", "-": "{}<br><br>", "~": "<font size=1>{}</font><br><br>", "!": "<b>{}</b><br><br>",
                   "=": "<table><tr><td><img src=a.jpg></td></tr><tr><td>{}</td></tr></table>"},
        "<table><tr><td><a href=\"view.php?id={n}\"><b>{0}</b></a><br>{1}<br><font size=1>{2}</font></td></tr></table>",
    ),
    "app": Style(
        '<div id="root"><div data-testid="nav">{nav}</div><div role="main"><section>',
        '</section></div><div data-testid="foot">{foot}</div></div>',
        _COMMON | {"-": '<div data-testid="text"><p>{}</p></div>', "@": '<section data-testid="entry"><h3>{}</h3><p>{more}</p></section>'},
        '<div data-testid="tile"><a href="/story/{n}"><h2>{0}</h2><p>{1}</p></a><span>{2}</span></div>',
    ),
}  # fmt: skip


def cases() -> Iterator[Case]:
    """Yield every page, in the order of the files."""
    for path in sorted(FOLDER.glob("*.txt")):
        for number, part in enumerate(path.read_text("utf-8").split("\n=== ")[1:]):
            head, *lines = part.split("\n")
            name, kind, engine, language, url = head.split()
            address = None if url == "-" else url
            parted = list(_parted(lines, language, number))
            content = (
                _text(parted, language) if engine == "text" else _html(parted, engine, language, address)
            )
            media = Media.TEXT if engine == "text" else Media.HTML
            yield Case(name, kind, Page(name, content.encode(), media, url=address))


def _parted(lines: list[str], language: str, number: int) -> Iterator[Line]:
    """Yield each line with what it is; ``list`` becomes its stories."""
    for line in lines:
        mark, _, words = line.partition(" ")
        if mark == "list":
            count, form = words.split()
            yield from _stories(int(count), form, language, number)
        elif mark == "title" or mark in {*_COMMON, "+", ":"}:
            yield mark, words
        elif line.strip():
            yield "t", line


def _stories(count: int, form: str, language: str, number: int) -> Iterator[Line]:
    items = BANK[language]["items"]
    for at in range(count):
        headline, summary = items[(at + 3 * number) % len(items)]
        day = f"2024-03-{(at * 7 + number) % 28 + 1:02}" if form == "d" else ""
        yield "s", "\t".join((headline, "" if form == "h" else summary, day))


def _html(lines: list[Line], engine: str, language: str, url: str | None) -> str:
    style, bank = STYLES[engine], BANK[language]
    nav = "".join(f'<li><a href="/{at}">{escape(name)}</a></li>' for at, name in enumerate(bank["nav"]))
    foot = " ".join(f'<a href="/f{at}">{escape(name)}</a>' for at, name in enumerate(bank["foot"]))
    if engine in {"soup", "table", "app"}:
        nav = nav.replace("<li>", "<td>" if engine == "table" else "<span>").replace(
            "</li>", "</td>" if engine == "table" else "</span>"
        )
    shell = next(
        (words.partition(" ")[2] for mark, words in lines if (mark, words[:5]) == (":", "shell")), None
    )
    body = f"<noscript>{shell}</noscript><div id=root></div><script>start()</script>" if shell else (
        style.before.replace("{nav}", nav) + "\n".join(_drawn(style, lines)) + style.after.replace("{foot}", foot)
    )  # fmt: skip
    return f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">{_head(lines, bank["site"], url)}</head><body>{body}</body></html>'


def _head(lines: list[Line], site: str, url: str | None) -> str:
    found = [
        f'<meta property="og:site_name" content="{escape(site)}"><link rel="canonical" href="{escape(url or "")}">'
    ]
    for mark, words in lines:
        if mark == "title":
            found.append(f"<title>{escape(words)}</title>")
        elif mark == ":" and words.startswith("type "):
            found.append(f'<meta property="og:type" content="{words[5:]}">')
        elif mark == "+":
            kind, _, paid = words.partition(" ")
            thing = {"@context": "https://schema.org", "@type": kind} | (
                {"isAccessibleForFree": False} if paid else {}
            )
            found.append(f'<script type="application/ld+json">{json.dumps(thing)}</script>')
    return "".join(found)


def _drawn(style: Style, lines: list[Line]) -> Iterator[str]:
    for number, (mark, words) in enumerate(lines):
        if mark == "s":
            headline, summary, day = map(escape, words.split("\t"))
            written = style.story.format(headline, summary, day, n=number)
            yield (
                written.replace("<p></p>", "")
                .replace("<time></time>", "")
                .replace('<div class="q4"></div>', "")
            )
        elif mark in style.forms:
            time, more = _timed(words) if mark == "@" else (words, "")
            yield style.forms[mark].format(escape(time), more=escape(more))


def _timed(words: str) -> tuple[str, str]:
    """Part the time of a live blog's entry from its words."""
    time, _, more = words.partition(" ")
    if more.startswith("Uhr "):
        time, more = f"{time} Uhr", more[4:]
    return time, more


def _text(lines: list[Line], language: str) -> str:
    bank = BANK[language]
    shown = [words.replace("\t", "\n").strip() for mark, words in lines if mark not in {"title", ":", "+"}]
    return "\n".join([bank["site"], *bank["nav"], *shown, *bank["foot"]])
