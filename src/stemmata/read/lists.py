"""Pages that list other pages: front pages, sections, tags, authors, archives, results of a search."""

import re
from functools import cache

from stemmata.read.looks import Looks, folded
from stemmata.read.settings import ReadSettings
from stemmata.read.walls import named, said, walls

_KINDS = frozenset({"CollectionPage", "ProfilePage", "SearchResultsPage", "ItemList", "website", "profile"})
_STORIES = ("Article", "BlogPosting", "Report")


@cache
def _front() -> re.Pattern[str]:
    return re.compile(
        r"//[^/]+/?(?:index\.\w+|home|[a-z]{2})?/?$"
        r"|/(?:tags?|author|authors|autor|auteur|category|categories|section|sections|seccion|rubrique|rubrik|ressort|topics?|thema|themen|"
        r"etiqueta|archives?|sujet|videos?|podcasts?|writer|columnist|reporter|journalist|kategorie|categoria)(?:/[^/]*)?/?$|/list\.\w+\?|/\d{4}/\d\d/?$|[?&]page=\d"
    )


@cache
def _search_address() -> re.Pattern[str]:
    return re.compile(
        r"/(?:search|suche|buscar|busqueda|recherche|ricerca|zoeken|sok|haku)\b[^?]*\?|[?&](?:s|q|query|suche|sw|keyword|search)=[^&]+$"
    )


@cache
def _count() -> re.Pattern[str]:
    return re.compile(
        r"\b\d[\d.,]{0,9}\s(?:search )?(?:results?|treffer|ergebnisse|resultados|résultats|risultati|resultaten|hits|stories found)\b"
        r"|\d[\d,]{0,9}\s?(?:건|件|条|個)"
    )


def searched(looks: Looks, settings: ReadSettings) -> str:
    """Say why the page is the answer to a search, or nothing."""
    called = named(looks, "search-results")
    asked = bool(_search_address().search(looks.address)) or "SearchResultsPage" in looks.kinds
    counted = next((line for line in _short(looks) if _count().search(line)), "")
    none = said(looks, walls()["search-results"].says, longest=25).phrases
    if not (called or asked) or looks.prose() >= settings.most_teaser:
        return ""
    if not (counted or none or looks.listed >= settings.fewest_listed):
        return ""
    words = called or counted or "a search in its address"
    return f"The page lists the results of a search (“{words[:60]}”) and has no story of its own."


def _short(looks: Looks) -> list[str]:
    """Return the short lines near the top and the headings."""
    return [folded(line.words) for line in looks.lines[:40] if line.size < 12] + list(looks.names)


def front(looks: Looks, settings: ReadSettings) -> str:
    """Say why the page is the front of a paper, section, subject or writer, or nothing."""
    marked = sorted(_KINDS & looks.kinds)
    address = bool(_front().search(looks.address))
    rest, listed = looks.prose(), looks.listed
    most = settings.most_beside * (1 + (bool(marked) and address))
    if not (marked or address) or rest >= most or listed < settings.fewest_listed:
        return ""
    if _is_story(looks) and not address:
        return ""
    why = f"is marked as {marked[0]}" if marked else "has the address of a front page or section"
    return f"The page {why} and lists {listed} headlines of other stories, with {rest:.0f} words of its own."


def link_list(looks: Looks, settings: ReadSettings) -> str:
    """Say why the page is a list of headlines and nothing else, or nothing."""
    bare = sum(line.headline for line in looks.lines) if not looks.address else 0
    rest, listed = looks.prose(), looks.listed
    if _is_story(looks) or rest >= settings.fewest_words:
        return ""
    if listed >= settings.fewest_listed or bare >= 2 * settings.fewest_listed:
        return f"The page is a list of {max(listed, bare)} headlines without a story of its own."
    return ""


def _is_story(looks: Looks) -> bool:
    return any(word in kind for kind in looks.kinds for word in _STORIES)
