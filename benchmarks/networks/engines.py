"""Page engines of the invented networks: a network's look is drawn once, its sites and pages fill it in.

Each engine is a function of a look, a site and a page. The look holds what the network's maker chose: the words
of the labels, class prefixes, the order and nesting of the parts. Two networks of one engine differ in their looks
alone, as two sites on one widely used system do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from words import TONGUES, day, headline, name, person, story


@dataclass(frozen=True, slots=True)
class Site:
    """One domain of a network."""

    host: str
    title: str
    tongue: str
    seed: str


@dataclass(frozen=True, slots=True)
class Look:
    """What the maker of a network chose once for all its sites."""

    prefix: str
    boast: str
    crumb: str
    order: tuple[str, ...]
    depth: int
    utilities: tuple[str, ...]
    modules: tuple[str, ...]
    meta: str
    wording: int
    outer: str
    inner: str
    cell: str
    heading: str

    def labels(self, tongue: str) -> dict[str, str]:
        """Return the words of the labels in a language."""
        known = TONGUES[tongue].labels
        return {name: words[(self.wording + len(name)) % len(words)] for name, words in known.items()}


@dataclass(frozen=True, slots=True)
class Filling:
    """What is on one page and no other."""

    title: str
    author: str
    day: str
    paragraphs: tuple[str, ...]
    others: tuple[str, ...]
    section: str
    count: int
    chance: Random


_UTILITIES = [
    "flex",
    "grid",
    "block",
    "mx-auto",
    "mt-4",
    "mt-8",
    "mb-2",
    "px-4",
    "py-6",
    "text-lg",
    "text-sm",
    "font-bold",
    "leading-tight",
    "gap-6",
    "rounded-lg",
    "w-full",
    "max-w-3xl",
    "text-gray-600",
    "bg-white",
    "border-b",
    "md:flex",
    "lg:w-2/3",
    "sm:px-6",
    "tracking-wide",
    "justify-between",
    "items-center",
]
_PARTS = ("related", "popular", "letter", "share")
_BOASTS = (
    "Bright {}! (#)", "{} picks for you", "Filed under {} desk", "Your daily {}", "{} says thanks for reading",
    "More {} before bed",
)  # fmt: skip
_CRUMBS = ("Current: {h} > {s} * {t}", "You stand here » {s} » {t}", "{h} :: {s} :: {t}", "Path / {s} / {t}")


def look(chance: Random) -> Look:
    """Draw what a network's maker chooses."""
    order = list(_PARTS)
    chance.shuffle(order)
    return Look(
        name(chance)[:6] + chance.choice(["", "press", "mag", "wire"]),
        chance.choice(_BOASTS).format(name(chance)),
        chance.choice(_CRUMBS),
        tuple(order[: chance.randrange(2, 5)]),
        chance.randrange(1, 4),
        tuple(" ".join(chance.sample(_UTILITIES, chance.randrange(3, 7))) for _ in range(12)),
        tuple(
            f"{chance.choice(['Story', 'Lead', 'Teaser', 'Rail'])}{name(chance)[:4].title()}"
            for _ in range(6)
        ),
        f"x-{name(chance)}-id",
        chance.randrange(30),
        chance.choice(["div", "section", "main", "div><div"]),
        chance.choice(["div", "section", "header", "div><div"]),
        chance.choice(["li", "div", "p", "h3", "div><p"]),
        chance.choice(["h2", "h3", "h4", "div", "p"]),
    )


def filling(chance: Random, look: Look, site: Site) -> Filling:
    """Draw what one page tells."""
    tongue, say = TONGUES[site.tongue], look.labels(site.tongue)
    sections = [say[one] for one in ("world", "money", "sport")]
    return Filling(
        headline(chance, tongue), person(chance), day(chance), tuple(story(chance, tongue)),
        tuple(headline(chance, tongue) for _ in range(chance.randrange(3, 9))),
        chance.choice(sections), chance.randrange(1, 9000), chance,
    )  # fmt: skip


def _ads(page: Filling, paragraphs: list[str]) -> str:
    """Return paragraphs with an advertisement set between some of them, other on each page."""
    out = []
    for number, one in enumerate(paragraphs):
        out.append(one)
        if page.chance.random() < 0.15:
            out.append(
                f'<div class="ad-slot slot-{number}" id="gpt-{page.chance.randrange(9999)}"><ins></ins></div>'
            )
    return "\n".join(out)


def _head(site: Site, page: Filling, extra: str = "") -> str:
    return (
        f'<!doctype html><html lang="{site.tongue}"><head><meta charset="utf-8"><title>{page.title} - {site.title}'
        f'</title><meta property="og:title" content="{page.title}"><meta property="og:site_name" content="{site.title}">'
        f'<meta property="article:published_time" content="{page.day}">{extra}</head>'
    )


def _in(tags: str, inside: str, names: str = "") -> str:
    """Return what stands inside one element, or several nested ones (``div><div``)."""
    closing = "".join(f"</{tag}>" for tag in reversed(tags.split("><")))
    return f"<{tags}{names}>{inside}{closing}"


def _links(tags: str, titles: tuple[str, ...], names: str = "") -> str:
    return "".join(_in(tags, f'<a href="/{len(one)}">{one}</a>', names) for one in titles)


def wordpress(look: Look, site: Site, page: Filling) -> str:
    """A theme of one's own on the most used system."""
    say, p, named = look.labels(site.tongue), look.prefix, ' class="widget-title"'
    widgets = {
        "related": f'<section class="widget {p}-related">{_in(look.heading, say["related"], named)}{_in(look.inner, _links(look.cell, page.others))}</section>',
        "popular": f'<section class="widget {p}-pop">{_in(look.heading, say["popular"], named)}{_in(look.inner, _links(look.cell, page.others[:3]))}</section>',
        "letter": f'<section class="widget {p}-mail">{_in(look.heading, say["newsletter"], named)}<form><input><button>OK</button></form></section>',
        "share": f'<div class="sharedaddy {p}-share"><span>{say["share"]}</span></div>',
    }
    paragraphs = _ads(page, [f"<p>{one}</p>" for one in page.paragraphs])
    opening, closing = _in(look.outer, "|", ' class="site-main"').split("|")
    return (
        _head(site, page, '<meta name="generator" content="WordPress 6.4.2">')
        + f'<body class="post-template-default single single-post postid-{page.count} {p}-body"><header class="site-header {p}-head">'
        f'<p class="site-title">{site.title}</p><nav class="main-navigation"><ul class="menu"><li class="menu-item">{say["home"]}</li><li class="menu-item">{say["world"]}</li>'
        f'<li class="menu-item">{say["money"]}</li></ul></nav></header><div id="content" class="site-content">{opening}<article class="post type-post hentry">'
        f'<header class="entry-header"><h1 class="entry-title {p}-title">{page.title}</h1><div class="entry-meta"><span class="byline">{say["by"]} {page.author}</span> '
        f'<time class="entry-date" datetime="{page.day}">{page.day}</time></div></header><div class="entry-content {p}-text">{paragraphs}</div>'
        f'<footer class="entry-footer"><p class="{p}-boast">{look.boast.replace("#", str(page.count))}</p></footer></article>{widgets[look.order[0]]}{closing}'
        f'<aside class="widget-area">{"".join(widgets[one] for one in look.order[1:])}</aside></div><footer class="site-footer"><p>{say["privacy"]}</p><p>© 2025 {site.title}</p></footer></body></html>'
    )


def tables(look: Look, site: Site, page: Filling) -> str:
    """The tables of the 2000s: no classes to speak of."""
    say = look.labels(site.tongue)
    crumb = look.crumb.format(h=say["home"], s=page.section, t=page.title)
    inner = "".join(f'<p><font size="2">{one}</font></p>' for one in page.paragraphs)
    box = f'<table width="100%" border="0"><tr><td bgcolor="#eee"><b>{say["related"]}</b></td></tr>{_links("tr><td", page.others)}</table>'
    left = f'<td width="160" valign="top"><table><tr><td>{say["home"]}</td></tr><tr><td>{say["world"]}</td></tr><tr><td>{say["sport"]}</td></tr></table></td>'
    right = (
        f'<td width="180" valign="top">{box}{_in(look.cell, look.boast.replace("#", str(page.count)))}</td>'
    )
    middle = f'<td valign="top"><p class="{look.prefix}nav">{crumb}</p>{_in(look.heading, page.title)}{_in(look.inner, f"<b>{page.author}</b> | {page.day}")}{inner}</td>'
    cells = (left, middle, right) if look.depth > 1 else (middle, right, left)
    around = ("<center><table><tr><td>" * look.depth, "</td></tr></table></center>" * look.depth)
    return _head(site, page) + (
        f'<body bgcolor="#ffffff">{around[0]}<table width="780"><tr><td colspan="3"><h1>{site.title}</h1></td></tr><tr>{"".join(cells)}</tr>'
        f'<tr><td colspan="3">{say["privacy"]} | {say["about"]}</td></tr></table>{around[1]}</body></html>'
    )


def utilities(look: Look, site: Site, page: Filling) -> str:
    """A static generator with utility classes, which name no part of the page."""
    say, u = look.labels(site.tongue), look.utilities
    parts = {
        "related": f'<section class="{u[0]}"><h2 class="{u[1]}">{say["related"]}</h2>{_in(look.inner, _links(look.cell, page.others), f" class={chr(34)}{u[2]}{chr(34)}")}</section>',
        "popular": f'<section class="{u[3]}"><h2 class="{u[1]}">{say["popular"]}</h2><ol class="{u[4]}">{_links(look.cell, page.others[:4])}</ol></section>',
        "letter": f'<div class="{u[5]}"><p class="{u[6]}">{say["newsletter"]}</p><form class="{u[7]}"><button>{say["search"]}</button></form></div>',
        "share": f'<div class="{u[8]}"><span>{say["share"]}</span></div>',
    }
    paragraphs = _ads(page, [f'<p class="{u[9]}">{one}</p>' for one in page.paragraphs])
    return (
        _head(site, page, f'<meta name="generator" content="Hugo 0.12{look.depth}.1">')
        + f'<body class="{u[10]}"><header class="{u[11]}"><a href="/">{site.title}</a><nav class="{u[2]}"><a href="/w">{say["world"]}</a><a href="/m">{say["money"]}</a></nav></header>'
        f'{f"<div class={chr(34)}{u[4]}{chr(34)}>" * look.depth}<main class="{u[5]}"><article class="{u[7]}"><h1 class="{u[8]}">{page.title}</h1><p class="{u[3]}">{say["by"]} {page.author} · <time datetime="{page.day}">{page.day}</time></p>'
        f'{paragraphs}</article>{"".join(parts[one] for one in look.order)}</main>{"</div>" * look.depth}<footer class="{u[6]}"><p>{look.boast.replace("#", str(page.count))}</p><p>{say["about"]}</p></footer></body></html>'
    )


def hashed(look: Look, site: Site, page: Filling) -> str:
    """Components whose class names are made anew in each build, and so differ from domain to domain."""
    say, build = look.labels(site.tongue), Random(site.seed)  # noqa: S311 - a build, not a secret
    names = {one: f"{one}_{''.join(build.choices('abcdefgh123', k=5))}" for one in look.modules}
    if look.depth > 1:
        names = {one: f"css-{''.join(build.choices('abcdefgh123', k=6))}" for one in look.modules}
    m = [names[one] for one in look.modules]
    paragraphs = _ads(page, [f'<p class="{m[0]}">{one}</p>' for one in page.paragraphs])
    rail = f'<aside class="{m[1]}">{_in(look.inner, _in(look.heading, say["popular"]) + _links(look.cell, page.others))}</aside>'
    opening, closing = _in(look.outer, "|").split("|")
    wrap = (opening * look.depth, closing * look.depth)
    letter = f'<section class="{m[2]}"><div><div>{_in(look.cell, say["newsletter"])}<button>{say["share"]}</button></div></div></section>'
    middle = (letter, rail) if look.order[0] < look.order[1] else (rail, letter)
    return (
        _head(site, page, f'<meta name="{look.meta}" content="{page.count}">')
        + f'<body><div id="__root"><div class="{m[3]}"><header><div><div><a href="/">{site.title}</a></div><nav><ul><li>{say["home"]}</li><li>{say["sport"]}</li></ul></nav></div></header>'
        f'{wrap[0]}<article><div class="{m[4]}"><h1>{page.title}</h1><div><div><span>{say["by"]} {page.author}</span></div><div><time datetime="{page.day}">{page.day}</time></div></div></div><div class="{m[5]}">'
        f"{paragraphs}</div></article>{''.join(middle)}{wrap[1]}<footer><div><ul><li>{say['about']}</li><li>{say['privacy']}</li></ul><p>{look.boast.replace('#', str(page.count))}</p></div></footer></div></div></body></html>"
    )


def amp(look: Look, site: Site, page: Filling) -> str:
    """Accelerated pages: much of the vocabulary belongs to the standard."""
    say, p = look.labels(site.tongue), look.prefix
    cards = f'<div class="i-amp-cards {p}-cards">{_in(look.heading, say["related"])}{_links(look.cell, page.others, f" class={chr(34)}{p}-card{chr(34)}")}</div>'
    paragraphs = _ads(page, [f"<p>{one}</p>" for one in page.paragraphs])
    share = f'<div class="amp-share"><amp-social-share type="email"></amp-social-share>{_in(look.inner, say["share"])}</div>'
    parts = (cards, share) if look.order[0] < look.order[-1] else (share, cards)
    return (
        _head(site, page, '<link rel="amphtml" href="/amp">').replace("<html ", "<html amp ")
        + f'<body class="amp-mode-mouse"><header class="headerbar amp-{p}-top"><a href="/">{site.title}</a></header><amp-sidebar><ul><li>{say["world"]}</li><li>{say["money"]}</li></ul></amp-sidebar>'
        f'<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{page.title}</h1><div class="amp-wp-meta {p}-who">{page.author}</div><div class="amp-wp-meta">{page.day}</div></header>'
        f'<div class="amp-wp-article-content {p}-flow">{paragraphs}</div></article>{"".join(parts)}<footer class="amp-wp-footer"><div><p>{look.boast.replace("#", str(page.count))}</p><p>{site.title}</p></div></footer></body></html>'
    )


def scraped(look: Look, site: Site, page: Filling) -> str:
    """A page that came as plain text, its tags lost."""
    say = look.labels(site.tongue)
    crumb = look.crumb.format(h=say["home"], s=page.section, t=page.title)
    others = "\n".join(f"- {one}" for one in page.others)
    parts = {
        "related": f"{say['related']}\n{others}",
        "popular": f"{say['popular']}\n{others.upper()[:300]}",
        "letter": say["newsletter"],
        "share": say["share"],
    }
    told = "\n".join(parts[one] for one in look.order)
    stamp = (f"Date:{page.day} 04:05:06", f"{say['published']} {page.day}", f"[{page.day}]")[look.depth - 1]
    return (
        f"{crumb}\n{page.title}\n{site.title}\n{stamp}\n"
        + "\n".join(page.paragraphs)
        + f"\n{look.boast.replace('#', str(page.count))}\n{told}\n"
    )


ENGINES: tuple[tuple[str, Callable[[Look, Site, Filling], str]], ...] = (
    ("wordpress", wordpress),
    ("tables", tables),
    ("utilities", utilities),
    ("hashed", hashed),
    ("amp", amp),
    ("scraped", scraped),
)
"""Every engine by its name."""
