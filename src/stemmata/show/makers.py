"""Who makes the pages: networks with their evidence tier by tier, then the sites that stand alone, on a terminal."""

import textwrap
from collections import Counter
from collections.abc import Iterator

from stemmata.model import Case, Network, Tier
from stemmata.show.index import Index, index
from stemmata.show.shares import copied_share, sources_of
from stemmata.show.words import count, listed

NARROW, WIDE = 80, 120
"""Columns of the narrowest and the widest answer."""
_MARGIN = 9
_SITES = 12
"""Sites of a network named before the rest is counted."""
_ALONE = 40
"""Sites that stand alone, named before the rest is counted."""
_LEAST = 0.005
"""Share below which nothing was copied: it would read as 0 %."""


def makers(case: Case, width: int = NARROW) -> str:
    """Return the networks and the single sites of a case, folded to ``width`` columns within reason."""
    found, width = index(case), max(NARROW, min(width, WIDE))
    networks = sorted(
        (one for one in case.networks if one.template), key=lambda one: (-len(one.articles), one.id)
    )
    alone = sorted((one for one in case.networks if not one.template), key=lambda one: one.sites)
    parts = [_headline(case, networks, alone)]
    parts.extend("\n".join(_network(found, one, width)) for one in networks)
    if alone:
        parts.append("\n".join(_alone(found, alone, width)))
    return "\n\n".join(parts) + "\n"


def _headline(case: Case, networks: list[Network], alone: list[Network]) -> str:
    pages = count(len(case.articles), "page")
    joined = count(len(networks), "network") if networks else "no network of sites among these pages"
    return f"{pages} → {joined}, {count(len(alone), 'site')} alone"


def _network(found: Index, network: Network, width: int) -> Iterator[str]:
    """Yield who is in a network, what it copied, and what speaks for it, the strongest first."""
    names = listed(network.sites, _SITES) or "pages of unknown site"
    yield _folded(f"{names} · {network.tier}", "NETWORK", width)
    sites = count(len(network.sites), "site") if network.sites else "no site named"
    yield _folded(f"{count(len(network.articles), 'page')}, {sites}. {_copied(found, network)}", "", width)
    for tier in Tier:
        told = [one.says for one in network.evidence if one.rule.endswith(f"-{tier}")]
        if told:
            yield f"  {tier}:"
            yield from (_folded(says, "", width) for says in told)


def _copied(found: Index, network: Network) -> str:
    """Say how much of the pages stands in earlier texts, and on whose pages; or that none of those is here."""
    share = copied_share(found, network.articles)
    if share < _LEAST:
        return "No earlier text that they carry is among these pages."
    own = set(network.articles)
    whose = Counter(
        found.articles[source].name
        for article in network.articles
        for source in sorted(sources_of(found, article) - own)
    )
    ranked = [name for name, _ in sorted(whose.items(), key=lambda one: (-one[1], one[0]))]
    carried = f", carried by {listed(ranked)}" if ranked else ", all of them on its own pages"
    return f"{share:.0%} of their words stand in earlier texts{carried}.{_recycled(found, network)}"


def _recycled(found: Index, network: Network) -> str:
    told = (found.written.get(one) for one in network.articles)
    old = sum(one is not None and one.recycled for one in told)
    return f" {count(old, 'page is', 'pages are')} old news under a new date." if old else ""


def _alone(found: Index, networks: list[Network], width: int) -> Iterator[str]:
    """Yield a line for each site that shares its frame with no other."""
    yield "ALONE"
    wide = min(width // 2, max(len(", ".join(one.sites)) for one in networks))
    for one in networks[:_ALONE]:
        share = copied_share(found, one.articles)
        told = f"{share:.0%} copied" if share >= _LEAST else ""
        name = textwrap.shorten(", ".join(one.sites), wide, placeholder="…") or one.sites[0][:wide]
        yield f"  {name:<{wide}}  {count(len(one.articles), 'page'):>9}  {told}".rstrip()
    if len(networks) > _ALONE:
        yield f"  and {len(networks) - _ALONE} more; --json shows all"


def _folded(text: str, label: str, width: int) -> str:
    return textwrap.fill(
        " ".join(text.split()), width, initial_indent=f"{label:<{_MARGIN}}", subsequent_indent=" " * _MARGIN,
        break_on_hyphens=False,
    )  # fmt: skip
