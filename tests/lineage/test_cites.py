"""Who retells another outlet's report names it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from stemmata.lineage import build_stemma
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.pairs import Pair
from stemmata.lineage.settings import LineageSettings
from stemmata.lineage.signs.cites import CITES, cites
from stemmata.lineage.states import find_states
from stemmata.lineage.story import read_story
from stemmata.model import Article, Family, Link, Origin, content_id

Make = Callable[..., Article]
TOLD = "The cable car was shut, and guests left by the evening, {} on Monday."
SHUT = "Engineers had found cracks in eleven of the grips that hold its cabins."


def _pair(page: Make, first: Sequence[str], outlet: str, late: str, its: str = "Valley Radio") -> Pair:
    one = replace(page("a.html", first), publisher=outlet)
    other = replace(page("b.html", (late, SHUT)), publisher=its)
    found = find_states([read_story(each, 3) for each in (one, other)], {}, "f")
    lineup = Lineup(found, {}, LineageSettings())
    early = next(number for number, state in enumerate(found) if state.articles == (one,))
    return lineup.pair(early, 1 - early)


@pytest.mark.parametrize(
    ("outlet", "says"),
    [
        ("The Oskel Examiner", "The Oskel Examiner reported"),
        ("Oskel Examiner", "the mayor told the Oskel Examiner"),
        ("Examiner", "the Examiner reported"),
        ("Velora Group", "Velora said"),
        ("Oskelbahn AG", "according to Oskelbahn"),
        ("BBC", "the BBC said"),
        ("Oskeler Anzeiger", "wie der Oskeler Anzeiger berichtete"),
    ],
)
def test_a_page_that_says_where_it_has_it_from_is_the_later_one(
    page: Make, first: Sequence[str], outlet: str, says: str
) -> None:
    pair = _pair(page, first, outlet, TOLD.format(says))
    mark = CITES.look(pair)

    assert mark is not None
    assert mark.amount == 1
    assert mark.spans[0].span.of(pair.late.state.articles[0].text) in says
    assert (cites(pair), cites(pair.flipped())) == (True, False)


def test_a_name_that_is_only_mentioned_says_little(page: Make, first: Sequence[str]) -> None:
    late = "The cable car ends at the house of the Oskel Examiner, which was dark at nine on Monday."
    mark = CITES.look(_pair(page, first, "Oskel Examiner", late))

    assert mark is not None
    assert 0 < mark.amount < 0.5


def test_a_town_that_a_site_is_called_after_is_no_source(page: Make, first: Sequence[str]) -> None:
    mark = CITES.look(_pair(page, first, "Oskel.com", TOLD.format("Oskel police said")))

    assert mark is not None
    assert mark.amount < 0.5


@pytest.mark.parametrize(
    ("outlet", "says"),
    [
        ("Time", "it happened for the first Time, the mayor said"),
        ("Oskel Examiner", "the oskel examiner of bridges said"),
        ("Oskel Examiner", "the Oskel Examiners said"),
        ("", "said"),
    ],
)
def test_words_that_are_no_outlet_say_nothing(
    page: Make, first: Sequence[str], outlet: str, says: str
) -> None:
    assert CITES.look(_pair(page, first, outlet, TOLD.format(says))) is None


def test_an_outlet_that_names_itself_cites_nobody(page: Make, first: Sequence[str]) -> None:
    late = TOLD.format("the mayor told the Oskel Examiner")

    assert CITES.look(_pair(page, first, "Oskel Examiner", late, its="The Oskel Examiner")) is None


def test_an_outlet_named_again_and_again_is_cited_once(page: Make, first: Sequence[str]) -> None:
    late = TOLD.format("the Oskel Examiner, the Oskel Examiner, the Oskel Examiner reported")
    mark = CITES.look(_pair(page, first, "Oskel Examiner", late))

    assert mark is not None
    assert len(mark.spans) == 1


def test_the_origin_is_the_outlet_that_its_retellers_name(page: Make, first: Sequence[str]) -> None:
    scoop = replace(page("a.html", first), publisher="The Oskel Examiner")
    retold = page("b.html", (TOLD.format("the Oskel Examiner reported"), *first[:4]), "NPA")
    links, origins = _tree(scoop, retold)

    assert [(link.parent, link.credited) for link in links] == [(_state(scoop), True)]
    assert [origin.agency for origin in origins] == ["The Oskel Examiner"]


def _tree(*pages: Article) -> tuple[tuple[Link, ...], tuple[Origin, ...]]:
    members = tuple(sorted(one.id for one in pages))
    grown = build_stemma(Family("f", (), members), pages, (), ())
    return grown.links, grown.origins


def _state(page: Article) -> str:
    return content_id("n", "f", page.id)
