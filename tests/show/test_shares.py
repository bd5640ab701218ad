"""How much of a site is copied."""

from stemmata.model import Case
from stemmata.show.index import index
from stemmata.show.shares import copied_share


def test_a_page_that_wraps_what_another_reprints_has_copied_all_of_it(case: Case) -> None:
    assert copied_share(index(case), ["agloss"]) == 1.0


def test_an_origin_has_copied_nothing(case: Case) -> None:
    assert copied_share(index(case), ["aquay"]) == 0.0


def test_words_that_two_sources_gave_count_once(case: Case) -> None:
    assert copied_share(index(case), ["aboth"]) == 1.0


def test_where_the_direction_is_not_told_nothing_counts_as_copied(case: Case) -> None:
    assert copied_share(index(case), ["atwin", "aevil"]) == 0.0


def test_no_page_no_share(case: Case) -> None:
    assert copied_share(index(case), []) == 0.0
