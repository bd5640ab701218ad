"""What ``stemmata neighbours`` prints."""

from stemmata.flow import neighbours
from stemmata.model import Case
from stemmata.show.neighbourhood import WIDTH, neighbourhood


def test_it_fits_a_terminal_whatever_the_names(case: Case) -> None:
    for article in case.articles:
        told = neighbourhood(article.source, neighbours(case, article.id))

        assert max(map(len, told.splitlines())) <= WIDTH


def test_no_page_is_its_own_neighbour(case: Case) -> None:
    for article in case.articles:
        assert article.id not in {one.right.id for one in neighbours(case, article.id)}


def test_being_neighbours_is_mutual(case: Case) -> None:
    pairs = {(article.id, one.right.id) for article in case.articles for one in neighbours(case, article.id)}

    assert pairs
    assert pairs == {(right, left) for left, right in pairs}
