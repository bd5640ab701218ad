"""Who is kin, who is of one house, what stands between: the questions that fitted models answer."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from stemmata.lineage.arborescence import cheapest_parents
from stemmata.lineage.clans import of_one_clan
from stemmata.lineage.fitted import fitted
from stemmata.lineage.joins import Join, find_joins, forbid_sources_out_of_joins
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.relation import covers, kinship
from stemmata.lineage.settings import LineageSettings
from stemmata.lineage.signs import SIGNS
from stemmata.lineage.states import find_states
from stemmata.lineage.story import read_story
from stemmata.lineage.traits import OF_NONE, OF_SOURCES
from stemmata.model import Article

Words = tuple[str, ...]
Make = Callable[..., Article]


def test_two_reports_of_one_evening_are_no_kin_though_they_share_a_quotation(
    first: Words, second: Words, other: Words, page: Make
) -> None:
    lineup = _lineup(page("a.txt", first, "NPA"), page("b.txt", second, "NPA"), page("c.txt", other))
    kin, held = kinship(lineup), covers(lineup)
    a, b, c = (_at(lineup, name) for name in ("a.txt", "b.txt", "c.txt"))

    assert kin[a, b] > 0.9
    assert kin[a, c] < 0.5
    assert held[a, c] < lineup.settings.akin


def test_kinship_is_mutual_and_a_probability(
    first: Words, second: Words, reworded: Words, page: Make
) -> None:
    kin = kinship(_lineup(page("a.txt", first), page("b.txt", second), page("c.txt", reworded)))

    assert np.allclose(kin, kin.T)
    assert ((kin >= 0) & (kin <= 1)).all()


def test_a_page_of_two_stories_joins_them(first: Words, other: Words, page: Make) -> None:
    both = page("m.txt", (*first[:4], *other[2:], *first[6:]))
    lineup = _lineup(page("a.txt", first, "NPA"), page("b.txt", other, "Lakewire"), both)
    joins = find_joins(lineup, kinship(lineup))
    told = {_at(lineup, "a.txt"), _at(lineup, "b.txt")}

    assert [{join.first, join.second} for join in joins.values()] == [told]
    assert list(joins) == [_at(lineup, "m.txt")]


def test_two_joining_pages_that_have_but_each_other_for_a_source_still_find_a_root() -> None:
    costs = np.full((3, 3), np.inf)
    costs[0, 1:], costs[1, 2], costs[2, 1] = 2.0, -1.0, -1.0
    join = Join(0, 1, frozenset(), frozenset())
    forbid_sources_out_of_joins(costs, {0: join, 1: join})

    assert sorted(cheapest_parents(costs)) in ([-1, 0, 1], [-1, 0, 2])


def test_an_agencys_versions_are_of_one_house_and_a_reprint_is_not(
    first: Words, second: Words, page: Make
) -> None:
    wire, update = page("a.txt", first, "NPA"), page("b.txt", second, "NPA")
    reprint = page("c.txt", first[:6], "NPA", site="daily.example")
    lineup = _lineup(wire, update, reprint)
    a, b, c = (_at(lineup, name) for name in ("a.txt", "b.txt", "daily.example"))

    assert lineup.pair(a, b).one_house
    assert not lineup.pair(a, c).one_house


def test_versions_on_one_site_are_of_one_house(first: Words, second: Words, page: Make) -> None:
    lineup = _lineup(page("a.txt", first, site="daily.example"), page("b.txt", second, site="daily.example"))

    assert lineup.pair(0, 1).one_house


def test_children_that_share_news_their_parent_lacks_are_a_clan(
    first: Words, second: Words, page: Make
) -> None:
    news = tuple(part for part in second if part not in first)
    one, two = (*first[:5], *news), (*news, *first[3:])
    lineup = _lineup(
        page("a.txt", first, "NPA"), page("b.txt", one), page("c.txt", two), page("d.txt", first[:6])
    )
    a, b, c, d = (_at(lineup, name) for name in ("a.txt", "b.txt", "c.txt", "d.txt"))

    assert of_one_clan(lineup, b, c, [b, c, d], a) > 0.5
    assert of_one_clan(lineup, b, d, [b, c, d], a) < 0.5


def test_every_sign_and_trait_has_a_fitted_weight() -> None:
    known = fitted()

    assert {sign.name for sign in SIGNS} - set(known.direction) <= {"marked-as-update"}
    assert set(known.source) == set(OF_SOURCES)
    assert set(known.none) == set(OF_NONE)
    assert "unseen was never fitted on" in known.said


def test_no_sign_speaks_for_the_younger_text() -> None:
    known = fitted()

    assert min(known.direction.values()) >= 0
    assert min(known.versions.values()) >= 0


def test_a_family_larger_than_its_neighbourhood_is_collated_alike(first: Words, page: Make) -> None:
    pages = [page(f"{number}.txt", (*first[:-1], f"Line {number} of the list.")) for number in range(6)]
    near = _lineup(*pages, settings=LineageSettings(neighbours=2))
    places = [set(row) for row in near.collation.places]

    assert all(len(one & other) >= len(first) - 1 for one, other in pairwise(places))


def _lineup(*pages: Article, settings: LineageSettings | None = None) -> Lineup:
    known = settings or LineageSettings()
    states = find_states([read_story(one, known.crosshead) for one in pages], {}, "f")
    return Lineup(states, {}, known)


def _at(lineup: Lineup, name: str) -> int:
    return next(at for at in range(len(lineup.states)) if lineup.name(at) == name)
