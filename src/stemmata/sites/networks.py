"""Which sites are one network: their pages come from one template."""

from collections.abc import Sequence

from stemmata.model import Article, Network, Tier, content_id
from stemmata.sites.bonds import Weights, odd_bits, ties, weigh
from stemmata.sites.makers import Maker, Part, makers_of, merged
from stemmata.sites.marks import is_stock
from stemmata.sites.settings import SiteSettings
from stemmata.sites.telling import one_site, one_template


def find_networks(articles: Sequence[Article], settings: SiteSettings) -> tuple[Network, ...]:
    """Group sites whose pages share the marks of one template; every named site is in one network.

    Pages of unknown site are put together first, by what the named sites have; then makers are joined round by
    round, each round weighing a group's marks as one maker's. Stock furniture (``related``, ``entry-content``) joins
    nobody. The time is linear in pages: only makers that share rare marks are compared.
    """
    makers = _of_unknown_sites(makers_of(articles), settings)
    weights = weigh(makers, settings)
    for _ in range(settings.rounds):
        joined = merged(makers, ties(makers, weights, settings))
        done = len(joined) == len(makers)
        makers, weights = joined, weigh(joined, settings)
        if done:
            break
    found = (_network(maker, weights, settings) for maker in makers)
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.id))


def _of_unknown_sites(makers: tuple[Maker, ...], settings: SiteSettings) -> tuple[Maker, ...]:
    """Put pages of unknown site together: a scraper's many pages would else make its own marks look common."""
    named = [maker for maker in makers if maker.is_named]
    nameless = [maker for maker in makers if not maker.is_named]
    weights = weigh(nameless, settings, judges=named)
    return (*named, *merged(nameless, ties(nameless, weights, settings)))


def _network(maker: Maker, weights: Weights, settings: SiteSettings) -> Network | None:
    """Return the network of a maker; none for a lone page of unknown site."""
    names = tuple(sorted(part.name for part in maker.parts if part.name is not None))
    pages = sorted((page for part in maker.parts for page in part.pages), key=lambda page: page.id)
    if len(maker.parts) == 1 and not names:
        return None
    if len(maker.parts) == 1:
        tier, evidence = one_site(names[0], pages)
    else:
        odd = min(_odd(part, maker, weights, settings) for part in maker.parts)
        tier = _tier(odd, settings)
        evidence = one_template(maker, weights, tier, min(1.0, odd / settings.conclusive), settings)
    return Network(
        id=content_id("n", pages[0].id),
        sites=names,
        template=content_id("t", pages[0].id) if len(maker.parts) > 1 else None,
        tier=tier,
        articles=tuple(page.id for page in pages),
        evidence=evidence,
    )


def _odd(part: Part, maker: Maker, weights: Weights, settings: SiteSettings) -> float:
    """Return the bits that tie one part to the rest of its network."""
    shared = sorted(mark for mark in part.marks if mark in maker.marks)
    both = any(map(is_stock, part.marks)) and any(map(is_stock, maker.marks))
    return odd_bits(shared, weights, settings, both_stock=both)


def _tier(odd: float, settings: SiteSettings) -> Tier:
    if odd >= settings.conclusive:
        return Tier.CONCLUSIVE
    return Tier.ASSOCIATIVE if odd >= settings.associative else Tier.CIRCUMSTANTIAL
