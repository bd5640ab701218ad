"""What speaks for one maker, in words a journalist can read, tier by tier."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from stemmata.model import Article, Evidence, Place, Role, Tier
from stemmata.sites.bonds import Weights
from stemmata.sites.makers import Maker, Part
from stemmata.sites.marks import is_odd
from stemmata.sites.settings import SiteSettings

MASK = re.compile(r"[*#]")
"""What stands for the part of a phrase that changes from page to page."""
MOST_PLACES = 24
"""Places that one piece of evidence points at."""
TIERS = (Tier.CONCLUSIVE, Tier.ASSOCIATIVE, Tier.CIRCUMSTANTIAL)
ORDER = {"phrase": 0, "class": 1, "meta": 2, "generator": 3, "set": 4, "tree": 5, "order": 6}


def one_site(name: str, pages: Sequence[Article]) -> tuple[Tier, tuple[Evidence, ...]]:
    """Say by what the pages of one site are held together: their address, or what they call themselves.

    An address is conclusive. A name that pages give themselves is a claim, and so associative.
    """
    addressed = sum(page.url is not None for page in pages)
    count = "One page comes" if len(pages) == 1 else f"{len(pages)} pages come"
    if addressed == len(pages):
        return Tier.CONCLUSIVE, (Evidence("one-site", f"{count} from the address {name}.", 1.0),)
    named = "calls itself" if len(pages) == 1 else "call themselves"
    whose = "One page" if len(pages) == 1 else f"{len(pages)} pages"
    says = f"{whose} {named}, or was given to us as, {name}; no address shows it."
    if len(pages) > 1:
        says = f"{whose} {named}, or were given to us as, {name}; addresses do not show it for all of them."
    return Tier.ASSOCIATIVE, (Evidence("one-site", says, 0.5),)


def one_template(
    maker: Maker, weights: Weights, tier: Tier, weight: float, settings: SiteSettings
) -> tuple[Evidence, ...]:
    """Say which marks the pages of a network share: lines of its own, names in its markup, the common rest.

    No piece is called stronger than all of them together.
    """
    own = [mark for mark in maker.marks if weights.bearers[mark] == 1 and is_odd(mark)]
    lines = _sorted((mark for mark in own if mark.startswith("phrase:")), weights)
    names = _sorted((mark for mark in own if mark.startswith(("class:", "meta:"))), weights)
    rest = _sorted((mark for mark in maker.marks if mark not in {*lines, *names}), weights)
    pages = [page for part in maker.parts for page in part.pages]
    counts = Counter(mark for page in pages for mark in page.layout)
    told = (
        (
            Tier.CONCLUSIVE,
            _lines(lines, counts, len(pages), settings.told),
            _places(maker, lines, settings.told),
        ),
        (Tier.ASSOCIATIVE, _names(names, counts, len(pages), settings.told), ()),
        (Tier.CIRCUMSTANTIAL, _rest(rest, weights, settings.told), ()),
    )
    strongest = TIERS.index(tier)
    return (
        Evidence("one-template", _whole(maker, len(own)), round(weight, 4)),
        *(
            Evidence(
                f"one-template-{TIERS[max(strongest, rank)]}",
                says,
                round(weight / (rank + 1), 4),
                tuple(places),
            )
            for rank, (_, says, places) in enumerate(told)
            if says
        ),
    )


def _sorted(marks: Iterator[str], weights: Weights) -> list[str]:
    return sorted(marks, key=lambda mark: (ORDER.get(mark.partition(":")[0], 9), -weights.bits[mark], mark))


def _whole(maker: Maker, own: int) -> str:
    named = [part.name for part in maker.parts if part.name is not None]
    nameless = len(maker.parts) - len(named)
    shown = named[:2] if len(named) > 1 else [*named, "pages of unknown site"]
    more = len(maker.parts) - 2 if len(named) > 1 else 0
    who = " and ".join(shown) if named else f"{nameless} pages of unknown site"
    others = f" (and {more} more)" if more else ""
    return (
        f"The pages of {who}{others} have one frame around their stories: most of them share {len(maker.marks)} marks, "
        f"{own} of which no other site here has."
    )


def _lines(marks: Sequence[str], counts: Counter[str], pages: int, most: int) -> str:
    if not marks:
        return ""
    told = _listed(
        [f"“{_value(mark)}” on {counts[mark]} of {pages} pages" for mark in marks], most, "more line"
    )
    return f"Lines around the story that stand nowhere else here (* and # for what changes): {told}."


def _names(marks: Sequence[str], counts: Counter[str], pages: int, most: int) -> str:
    if not marks:
        return ""
    told = _listed(
        [f"“{_value(mark)}” on {counts[mark]} of {pages} pages" for mark in marks], most, "more name"
    )
    return f"Names in the markup that no other site here uses: {told}."


def _rest(marks: Sequence[str], weights: Weights, most: int) -> str:
    if not marks:
        return ""
    shapes = [mark for mark in marks if mark.startswith(("tree:", "set:"))]
    rows = [mark for mark in marks if mark.startswith("order:")]
    common = [mark for mark in marks if mark not in {*shapes, *rows}]
    parts = []
    if shapes:
        own = sum(weights.bearers[mark] == 1 for mark in shapes)
        only = "none of them theirs alone" if not own else f"{own} of them theirs alone"
        parts.append(f"the same nesting of elements in {len(shapes)} places, {only}")
    if rows:
        parts.append(f"the same order of lines in {len(rows)} places")
    if common:
        parts.append(
            f"what other sites may have too: {_listed([f'“{_value(mark)}”' for mark in common], most, 'more')}"
        )
    return f"They share {'; and '.join(parts)}."


def _listed(told: Sequence[str], most: int, rest: str) -> str:
    more = len(told) - most
    ending = f" and {more} {rest}{'s' if more > 1 and rest != 'more' else ''}" if more > 0 else ""
    return ", ".join(told[:most]) + ending


def _value(mark: str) -> str:
    return mark.partition(":")[2]


def _places(maker: Maker, lines: Sequence[str], most: int) -> tuple[Place, ...]:
    """Return where the first page of each part shows the tellingest lines."""
    found = (place for part in maker.parts for place in _on_first_page(part, lines[:most]))
    return tuple(place for place, _ in zip(found, range(MOST_PLACES), strict=False))


def _on_first_page(part: Part, lines: Sequence[str]) -> Iterator[Place]:
    page = part.pages[0]
    for opening in [opening for mark in lines if (opening := MASK.split(_value(mark))[0].strip())]:
        for span in page.spans(Role.CHROME, Role.STAMP, Role.TEASER):
            if span.of(page.text).lower().startswith(opening):
                yield Place(page.id, span)
                break
