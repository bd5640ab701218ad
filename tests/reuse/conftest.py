"""Invented stories of one burst dam, told four ways, and how to make articles of them."""

from collections.abc import Callable, Iterable

import pytest

from stemmata.engines import LocalEngine
from stemmata.model import Article, Block, Family, Passage, Role, Span, content_id
from stemmata.reuse import ReuseSettings, find_families, find_reuse
from stemmata.tables import pack, schema_of, unpack

Make = Callable[..., Article]
Trace = Callable[[Iterable[Article]], tuple[list[Passage], tuple[Family, ...]]]

WIRE = """\
The century-old Harrow dam above the mill town of Pellworth gave way before dawn on Tuesday, flooding two thousand homes and cutting the only railway line into the valley, emergency officials said.
Rescue crews in inflatable boats pulled dozens of stranded families from rooftops as muddy water swept parked cars through the market square and into the cathedral gardens.
The regional governor, Elsbeth Marrow, said engineers had warned eleven months ago that the spillway gates were corroded and could not be fully opened during heavy rain.
“We asked for money to replace those gates and we were told to wait until spring,” Marrow told reporters at a school gymnasium that serves as a shelter.
The national water agency denied that it had ignored the warnings and promised to publish every inspection report written since the last refurbishment of the structure.
Farmers downstream spent the night moving cattle to higher ground after loudspeaker vans drove through the villages urging people to leave their houses at once.
Insurers put the first estimate of the damage at ninety million crowns, a figure that excludes the bottling plant whose warehouses remain under two metres of water.
Meteorologists expect another band of storms to reach the mountains on Thursday, raising fears that the emergency embankment built from sandbags will not hold.\
"""

SPUN = """\
Before dawn on Tuesday, the hundred-year-old Harrow dam over the mill town of Pellworth collapsed, inundating two thousand houses and severing the valley's sole railway line, according to emergency officials.
Dozens of stranded households were plucked from rooftops by rescue crews in inflatable boats while muddy water carried parked vehicles across the market square toward the cathedral gardens.
Elsbeth Marrow, governor of the region, stated that eleven months earlier engineers cautioned that corroded spillway gates were unable to open completely in heavy rain.
“We asked for money to replace those gates and we were told to wait until spring,” Ms. Marrow said to journalists at a school gymnasium being used as a shelter.
Denying it had disregarded the warnings, the national water agency pledged to release all inspection reports produced since the structure was last refurbished.
After loudspeaker vans toured villages telling residents to abandon their homes immediately, downstream farmers passed the night shifting cattle onto higher ground.
Another band of storms is forecast by meteorologists to hit the mountains Thursday, stirring fears the sandbag emergency embankment may fail.\
"""

OTHER = """\
A wall of water tore through Pellworth early Tuesday when the Harrow barrage collapsed after a week of rain, and authorities in the provincial capital were struggling to count the missing.
Residents described a noise like a freight train shortly after four in the morning. By sunrise the lower streets had become a lake and helicopters were circling overhead.
Governor Elsbeth Marrow blamed the capital. “We asked for money to replace those gates and we were told to wait until spring,” she said, her boots caked in silt.
Trains from the coast were halted at Quillby junction, where hundreds of passengers waited on the platforms for buses that came late or not at all.
Opposition lawmakers demanded the resignation of the water minister, calling the disaster the predictable result of a decade of underspending on public works.
The minister's office said he would address parliament on Wednesday and would not comment before then on who was responsible.
Hospitals in three districts treated people for cuts and exposure, and one elderly man died of a heart attack while being carried down a staircase.\
"""

LATER = """\
Governor Elsbeth Marrow visited the mill town of Pellworth on Monday to open a new pumping station, her second trip to the valley since the Harrow dam gave way earlier this month.
The station, paid for by a loan from a foreign bank, will lift forty tonnes of water a minute from the old canal and send it around the railway embankment.
Emergency officials said the last of the families who had lost their houses would leave the school gymnasium by the weekend and move into rented flats.
The national water agency said it would publish the findings of its own inquiry in autumn, after every engineer had been heard.
Shopkeepers complained that customers stayed away and asked the regional council for a year without rates.\
"""


def article_of(
    text: str, name: str = "", role: Callable[[str], Role] | None = None, **facts: object
) -> Article:
    """Return an article whose every line is a block; ``role`` tells of a line what it is (body unless told)."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), role(line) if role else Role.BODY))
        start += len(line) + 1
    made = {
        "id": content_id("a", name, text), "source": name or "page", "sources": (name or "page",), "url": None,
        "site": None, "publisher": None, "fetched": None, "sha256": "", "title": None, "authors": (),
        "byline": None, "text": text, "blocks": tuple(blocks), "dateline": None, "credits": (), "declared": (),
        "language": "en", "stamps": (), **facts,
    }  # fmt: skip
    return Article(**made)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def make() -> Make:
    """Return the maker of articles."""
    return article_of


@pytest.fixture
def wire() -> Article:
    """Return the agency's story."""
    return article_of(WIRE, "wire")


@pytest.fixture
def spun() -> Article:
    """Return the same, every sentence recast."""
    return article_of(SPUN, "spun")


@pytest.fixture
def other() -> Article:
    """Return another agency's story of the same day, with the same quotation."""
    return article_of(OTHER, "other")


@pytest.fixture
def later() -> Article:
    """Return a story of the same people and place, two weeks on."""
    return article_of(LATER, "later")


@pytest.fixture
def trace() -> Trace:
    """Return the whole stage: articles to passages and families."""

    def run(articles: Iterable[Article]) -> tuple[list[Passage], tuple[Family, ...]]:
        articles, engine, settings = list(articles), LocalEngine(), ReuseSettings()
        frame = engine.load([pack(Article, articles)], schema_of(Article))
        found = engine.collect(find_reuse(frame, engine, settings))
        passages = [one for batch in found for one in unpack(Passage, batch)]
        return passages, find_families(articles, passages, settings)

    return run
