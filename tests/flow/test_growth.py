"""A case that is added to: a page met twice is one article, a group that grew remembers its old ids."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from stemmata.flow.growth import merged, merged_inputs, merged_unread, remembered
from stemmata.model import Article, Case, Family, Input, Run, Unread

Make = Callable[..., Article]


def _family(id_: str, *articles: str, was: tuple[str, ...] = ()) -> Family:
    return Family(id_, was, articles)


def test_a_page_met_twice_is_one_article_with_both_sources(article: Make) -> None:
    (one,) = merged([article("a1", "Late.", "b.txt")], [article("a1", "Late.", "a.txt")])

    assert (one.source, one.sources) == ("a.txt", ("a.txt", "b.txt"))


def test_the_order_of_arrival_does_not_show(article: Make) -> None:
    early, late = article("a1", "Late.", "b.txt"), article("a2")

    assert merged([early], [late]) == merged([late], [early])


def test_an_input_that_can_be_read_at_last_is_no_longer_unread(article: Make) -> None:
    old = [Unread("a1.txt", "empty", ""), Unread("b.txt", "empty", "")]

    assert merged_unread(old, [], [article("a1")]) == (old[1],)


def test_the_newest_reason_stands() -> None:
    assert merged_unread([Unread("a", "missing", "")], [Unread("a", "empty", "")], []) == (
        Unread("a", "empty", ""),
    )


def test_inputs_of_all_runs_are_kept_once() -> None:
    before = Case(run=Run("", (), (Input("a", "1"), Input("b", None)), (), ""))

    assert merged_inputs(before, [Input("a", "1"), Input("a", "2")]) == (
        Input("a", "1"),
        Input("a", "2"),
        Input("b", None),
    )


def test_a_group_that_grew_remembers_the_ids_it_had() -> None:
    old = [_family("f2", "a2"), _family("f3", "a3", was=("f9",))]
    (grown,) = remembered(old, [_family("f1", "a1", "a2", "a3")], lambda one: one.articles)

    assert grown.was == ("f2", "f3", "f9")


@given(st.sets(st.sampled_from("abcdef"), min_size=1))
def test_a_group_that_did_not_change_remembers_nothing(members: set[str]) -> None:
    same = [_family("f1", *sorted(members))]

    assert remembered(same, same, lambda one: one.articles) == tuple(same)
