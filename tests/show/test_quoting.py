"""What may be quoted of a page."""

from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Article, Span
from stemmata.show.report.limits import Excerpts
from stemmata.show.report.quoting import Quoting, shortened


@given(st.lists(st.tuples(st.integers(0, 700), st.integers(1, 400)), max_size=30))
def test_excerpts_never_give_more_than_their_share(
    pages: tuple[Article, ...], wanted: list[tuple[int, int]]
) -> None:
    page, excerpts = pages[0], Excerpts()
    quoting = Quoting(excerpts)
    given_out: set[int] = set()
    for start, length in wanted:
        if quoting.quoted(page, Span(start, start + length), longest=4_000) is not None:
            given_out |= set(range(start, min(start + min(length, excerpts.longest), len(page.text))))

    assert len(given_out) <= max(excerpts.longest, excerpts.share * len(page.text))


def test_the_same_stretch_may_be_quoted_again(pages: tuple[Article, ...]) -> None:
    quoting = Quoting(Excerpts())
    first = quoting.quoted(pages[0], Span(0, 200), longest=200)

    assert quoting.quoted(pages[0], Span(0, 200), longest=200) == first


@given(st.text(), st.integers(1, 50))
def test_shortened_text_is_no_longer_than_allowed(text: str, longest: int) -> None:
    assert len(shortened(text, longest)) <= longest
