"""What may be quoted of a page."""

from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Case, Span
from stemmata.show.report.limits import Excerpts
from stemmata.show.report.quoting import Quoting, shortened

wishes = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 700), st.integers(1, 400)), max_size=40)


@given(wishes)
def test_excerpts_of_a_family_never_give_more_than_their_share(
    case: Case, wanted: list[tuple[int, int, int]]
) -> None:
    excerpts = Excerpts()
    quoting = Quoting(excerpts, case)
    family = [one for one in case.articles if one.id in case.families[0].articles]
    given_out = {
        quoting.quoted(family[page], Span(start, start + length), longest=4_000) or ""
        for page, start, length in wanted
    }
    alone = [one for one in given_out if not any(one in other for other in given_out - {one})]

    assert max(map(len, given_out), default=0) <= excerpts.longest
    assert sum(map(len, alone)) <= max(
        excerpts.longest, excerpts.passages_share * max(len(one.text) for one in family)
    )


def test_the_same_words_may_be_quoted_again(case: Case) -> None:
    quoting = Quoting(Excerpts(), case)
    first = quoting.quoted(case.articles[0], Span(0, 200), longest=200)

    assert first is not None
    assert quoting.quoted(case.articles[0], Span(0, 200), longest=200) == first


def test_a_whole_edition_gives_everything(case: Case) -> None:
    page = case.articles[0]

    assert Quoting(None, case).quoted(page, Span(0, 10**6), longest=4_000) == " ".join(page.text.split())


@given(st.text(), st.integers(1, 50))
def test_shortened_text_is_no_longer_than_allowed(text: str, longest: int) -> None:
    assert len(shortened(text, longest)) <= longest
