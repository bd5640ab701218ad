"""What an element is for, from its tag and from the words in its class and id."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from stemmata.read.sheet import Trait

_TAGS = {
    "article": Trait.ARTICLE,
    "main": Trait.MAIN,
    "aside": Trait.ASIDE,
    "nav": Trait.NAV,
    "menu": Trait.NAV,
    "footer": Trait.FOOTER,
    "header": Trait.HEADER,
    "figure": Trait.FIGURE,
    "figcaption": Trait.CAPTION,
    "caption": Trait.CAPTION,
    "li": Trait.LIST,
    "dt": Trait.LIST,
    "dd": Trait.LIST,
    "blockquote": Trait.QUOTE,
    "td": Trait.TABLE,
    "th": Trait.TABLE,
    "form": Trait.FORM,
    "button": Trait.FORM,
    "label": Trait.FORM,
    "option": Trait.FORM,
    "fieldset": Trait.FORM,
    "time": Trait.DATE,
    "h1": Trait.HEADING,
    "h2": Trait.HEADING,
    "h3": Trait.HEADING,
    "h4": Trait.HEADING,
    "h5": Trait.HEADING,
    "h6": Trait.HEADING,
}

_VALUES = {str(trait.name): trait.value for trait in Trait} | {"NONE": 0}

_ROLES = {
    "navigation": Trait.NAV,
    "main": Trait.MAIN,
    "complementary": Trait.ASIDE,
    "contentinfo": Trait.FOOTER,
    "banner": Trait.HEADER,
    "search": Trait.FORM,
    "article": Trait.ARTICLE,
}

_PROPERTIES = {
    "articlebody": Trait.STORY,
    "headline": Trait.TITLE,
    "author": Trait.BYLINE,
    "datepublished": Trait.DATE,
    "datemodified": Trait.DATE,
    "caption": Trait.CAPTION,
    "comment": Trait.COMMENTS,
}

_TAG_BITS, _ROLE_BITS, _PROPERTY_BITS = (
    {name: trait.value for name, trait in known.items()} for known in (_TAGS, _ROLES, _PROPERTIES)
)
_SIGNED = Trait.BYLINE.value

# Words web designers use; each pattern is searched in "class id" in lower case.
_WORDS: tuple[tuple[Trait, str], ...] = (
    (
        Trait.STORY,
        r"article[-_]?(?:body|text|content|copy|main)|(?:story|post|entry|news|body|text|main)[-_]?(?:body|text|content|copy)"
        r"|rich-?text|(?:^|[\s_-])paragraph|wysiwyg|articulo-cuerpo|cuerpo|artikel-?text|contenu",
    ),
    (
        Trait.RELATED,
        r"related|recommend|most[-_]?(?:read|popular|viewed|shared)|trending|popular|outbrain|taboola|read[-_]?(?:more|next|also)"
        r"|more[-_]?(?:on|from|stories|news|in|about)|further|also[-_]?(?:read|like)|teaser|carousel|sidebar|side-bar"
        r"|latest|up-?next|onward|suggested|similar|headlines|cross-?promo|see-?also|topstor|rail\b",
    ),
    (Trait.COMMENTS, r"comment(?!ary|ator)|disqus|respond\b|discussion|replies"),
    (
        Trait.NOTICE,
        r"cookie|consent|gdpr|newsletter|subscri|paywall|sign-?up|signup|donat|support-us|advert|sponsor|promo|banner|\bad-|-ad\b"
        r"|\bads?\b|notice|disclaimer|popup|modal|overlay|\bcta\b|app-download|register|login|premium-?box|membership|upsell",
    ),
    (Trait.SHARE, r"share|sharing|social|follow-?us|toolbar|print-?(?:link|button)|\btools\b"),
    (
        Trait.NAV,
        r"\bnav|menu|breadcrumb|pagination|pager|skip-?(?:link|to)|masthead|topbar|navbar|toc\b|site-?header|subnav",
    ),
    (Trait.FOOTER, r"footer|\bfoot\b|copyright|colophon|legal\b"),
    (
        Trait.CAPTION,
        r"caption|(?:photo|image|picture|media|img)[-_]?(?:credit|desc|text|info)|\blegend|wp-caption|media-?(?:meta|info)",
    ),
    (Trait.BYLINE, r"byline|by-line|author|writer|reporter|contributor|\bautor|signature"),
    (
        Trait.DATE,
        r"\bdate|date\b|time-?stamp|published|publish-|pub-?date|posted|updated|\btime\b|datetime|meta-time",
    ),
    (
        Trait.SUBTITLE,
        r"sub-?(?:title|head|headline)|standfirst|\bdek\b|\bdeck\b|lede?\b|summary|excerpt|intro|teaser-?text|bajada|kicker|abstract|strapline|stand-?first",
    ),
    (Trait.TITLE, r"headline|(?:article|story|post|entry|page|news)[-_]?(?:title|heading|hed)|\btitle\b"),
    (Trait.TAGS, r"\btags?\b|topics?\b|keywords?|categor|tag-?(?:list|cloud)|\bsection-?name"),
    (
        Trait.FIGURE,
        r"gallery|slideshow|\bfigure|photo-?(?:block|wrap)|image-?(?:block|wrap)|video-?(?:player|wrap)|jwplayer",
    ),
    (
        Trait.EMBED,
        r"twitter|tweet|instagram|embed|facebook-post|tiktok|pull-?quote|infobox|fact-?box|\bbio\b|about-?author|author-?bio",
    ),
)


_FIRSTS = (
    r"a[bdlpru]|b[aiory]|c[aortu]|d[aeio]|e[mnx]|f[aiou]|g[ad]|h[e]|i[mn]|j[w]|k[ei]|l[aeo]|m[aeo]|n[aeo]|o[nuv]|p[ahioru]"
    r"|r[aei]|s[ehikloptu]|t[aeiorw]|u[p]|v[i]|w[pry]|[-\s_]p|-a"
)
"""The first two letters of all words above, asked first: most places in a name begin none, and are passed over at once."""


@cache
def _words() -> re.Pattern[str]:
    words = "|".join(f"(?P<{trait.name}>{pattern})" for trait, pattern in _WORDS)
    return re.compile(f"(?={_FIRSTS})(?:{words})")


@lru_cache(maxsize=20_000)
def _called(name: str) -> int:
    """Return the traits that the words of a class or an id give."""
    traits = 0
    for found in _words().finditer(name.lower()):
        traits |= _VALUES[found.lastgroup or "NONE"]
    return traits


@cache
def _unseen() -> re.Pattern[str]:
    """Styles of what is not shown, and of what is cut down to nothing: words for those who have a page read to them."""
    return re.compile(
        r"display\s*:\s*none|visibility\s*:\s*hidden|\bclip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*inset\((?:50|100)%",
        re.IGNORECASE,
    )


@cache
def _reader_only() -> re.Pattern[str]:
    return re.compile(
        r"\b(?=[suvio])(?:sr-only|screen-reader(?:-text)?|visually-?hidden|u-hidden|is-hidden|offscreen)\b"
    )


def traits_of(tag: str, names: Mapping[str, str]) -> int:
    """Return the traits (a sum of ``Trait``) that an element gives to all that stands in it."""
    traits = _TAG_BITS.get(tag, 0)
    if not names:
        return traits
    if "role" in names:
        traits |= _ROLE_BITS.get(names["role"], 0)
    if "itemprop" in names:
        for prop in names["itemprop"].lower().split():
            traits |= _PROPERTY_BITS.get(prop, 0)
    if "rel" in names and "author" in names["rel"]:
        traits |= _SIGNED
    for name in (names.get("class", "") + " " + names.get("id", ""))[:300].split():
        traits |= _called(name)
    return traits


@cache
def _beside() -> re.Pattern[str]:
    """What stands beside the name of an author and is none."""
    return re.compile(
        r"avatar|image|img|photo|picture|\bbio|desc|social|icon|follow|comment|mail|count|twitter"
    )


def signing(names: Mapping[str, str]) -> int:
    """Return ``Trait.BYLINE`` if an element inside a line is marked as naming an author, else 0."""
    if any("author" in names.get(name, "") for name in ("rel", "itemprop")):
        return Trait.BYLINE.value
    for name in names.get("class", "")[:300].lower().split():
        if _called(name) & Trait.BYLINE.value and not _beside().search(name):
            return Trait.BYLINE.value
    return 0


def hidden(names: Mapping[str, str]) -> bool:
    """Whether an element is never shown."""
    if names.get("hidden", "until-found") in {"", "hidden", "true"}:
        return True
    if "style" in names and _unseen().search(names["style"]):
        return True
    return "class" in names and _reader_only().search(names["class"]) is not None
