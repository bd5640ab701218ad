"""An invented story about a cable car, and how to make pages and trees of it."""

from collections.abc import Callable, Sequence

import pytest

from stemmata.lineage import build_stemma
from stemmata.model import (
    Article,
    Block,
    Credit,
    Dateline,
    Family,
    Role,
    Span,
    Stemma,
    content_id,
)

FIRST = (
    "The town council of Oskel closed its cable car on Monday after engineers found hairline cracks in "
    "eleven of the forty grips that hold the cabins to the rope.",
    "About 900 people use the line every day to reach the upper village, and the next road takes almost two hours in winter.",
    'Mayor Greta Lund said the town would not gamble with the safety of its passengers. "A rope does not '
    'forgive (a second mistake)," she told reporters outside the valley station.',
    "The cracks came to light when a mechanic heard a clicking noise during the morning check and sent "
    "three grips to a laboratory in the capital.",
    "The makers of the grips, a family firm called Brandt and Sons, said it was studying the findings and "
    "would send two specialists on Tuesday.",
    "Hotels in the upper village said half of their guests had left by the evening, most of them on snowmobiles.",
    "The line was built 31 years ago and was last overhauled in the spring, when its drive was replaced.",
    "A similar fault stopped the neighboring Harn line for six weeks two winters ago, costing its owner a fifth of its income.",
    "Repairs could take a month because spare grips have to be cast one by one, the council said.",
)
SECOND = (
    "The town council of Oskel closed its cable car on Monday after engineers found hairline cracks in "
    "nineteen of the forty grips that hold the cabins to the rope, and the police opened an inquiry.",
    *FIRST[1:3],
    "A police spokeswoman, Tilde Moe, said officers had taken the maintenance books from the valley station "
    "and would question the overnight crew this week.",
    *FIRST[3:6],
    "The army offered two helicopters to carry schoolchildren and medicine until the line runs again.",
    *FIRST[7:],
)
REWORDED = (
    "The municipal council of Oskel shut down its aerial tramway on Monday after technicians discovered "
    "hairline fractures in nineteen of the forty grips that attach the cabins to the rope, and law enforcement launched an inquiry.",
    "Roughly 900 individuals utilise the line every day to arrive at the upper village, and the next "
    "route requires nearly two hours in wintertime.",
    'Mayor Greta Lund stated the town would not gamble with the security of its travellers. "A rope does '
    'not forgive a second mistake," she informed journalists outside the valley terminal.',
    "A police spokesperson, Tilde Moe, stated officers had seized the maintenance records from the valley "
    "terminal and would interrogate the overnight team this week.",
    "The fractures emerged when a technician noticed a clicking sound throughout the morning inspection "
    "and dispatched three grips to a laboratory in the capital.",
    "The manufacturers of the grips, a household company called Brandt and Sons, stated it was examining "
    "the findings and would dispatch two experts on Tuesday.",
    "The military offered two choppers to transport schoolchildren and medication until the line operates again.",
    "Repairs might require a month because replacement grips must be cast individually, the council stated.",
)
OTHER = (
    "Skiers slept on benches and a wedding party danced in the ticket hall as the only lift out of Upper "
    "Oskel stood still on Monday night.",
    'Seen from the terrace, the cabins hung in the fog like laundry. "A rope does not forgive a second '
    'mistake," the mayor had said at noon.',
    "Innkeeper Paul Reth served soup for two crowns and kept his stove burning until dawn for those who found no bed.",
    "Insurance lawyers expect claims of more than six million crowns, a sum larger than the budget of the whole valley.",
    "Old ferry skippers on the lake below recalled the flood of 1987, when Upper Oskel was cut off for nine days.",
    "By Tuesday noon the bakery had run out of flour, and its owner drove a tractor down the forest track to fetch more.",
)

Make = Callable[..., Article]
Grow = Callable[..., Stemma]


@pytest.fixture(scope="session")
def first() -> tuple[str, ...]:
    """Return the first version of the wire story."""
    return FIRST


@pytest.fixture(scope="session")
def second() -> tuple[str, ...]:
    """Return the second version: corrected, with the police and the army."""
    return SECOND


@pytest.fixture(scope="session")
def reworded() -> tuple[str, ...]:
    """Return a machine's rewording of the second version."""
    return REWORDED


@pytest.fixture(scope="session")
def other() -> tuple[str, ...]:
    """Return another reporter's story of the same day, which shares one quotation."""
    return OTHER


@pytest.fixture(scope="session")
def page() -> Make:
    """Return what makes a page of paragraphs, under an agency's dateline if it is named."""
    return _page


@pytest.fixture(scope="session")
def grow() -> Grow:
    """Return what builds the tree of pages."""
    return _grow


def _page(
    name: str, paragraphs: Sequence[str], agency: str | None = None, site: str | None = None, byline: str = ""
) -> Article:
    line = f"OSKEL ({agency}) — " if agency else ""
    text = line + "\n\n".join(paragraphs)
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(Span(start, start + len(part)), Role.BODY))
        start += len(part) + 2
    at = Span(0, len(line.rstrip()))
    return Article(
        id=content_id("a", name),
        source=name,
        sources=(name,),
        url=None,
        site=site,
        publisher=None,
        fetched=None,
        sha256="",
        title=None,
        authors=(byline,) if byline else (),
        byline=None,
        text=text,
        blocks=tuple(blocks),
        dateline=Dateline("OSKEL", agency, at) if agency else None,
        credits=(Credit(agency, at, "dateline"),) if agency else (),
        declared=(),
        language="en",
        stamps=(),
    )


def _grow(*pages: Article) -> Stemma:
    members = tuple(sorted(one.id for one in pages))
    return build_stemma(Family(content_id("f", *members[:1]), (), members), pages, (), ())
