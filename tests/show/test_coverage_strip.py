"""The strip that shows what of a page stands in another."""

from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Article, Reuse, Span
from stemmata.show.report.coverage import own_paragraphs, strip

shared = st.lists(
    st.tuples(st.integers(0, 600), st.integers(1, 300), st.sampled_from(Reuse)).map(
        lambda one: (Span(one[0], one[0] + one[1]), one[2])
    ),
    max_size=8,
)


@given(shared)
def test_the_strip_is_as_long_as_the_story(
    pages: tuple[Article, ...], spans: list[tuple[Span, Reuse]]
) -> None:
    for page in pages[:3]:
        assert sum(part.length for part in strip(page, spans)) == sum(span.length for span in page.body)


def test_the_closer_kind_counts_where_passages_overlap(pages: tuple[Article, ...]) -> None:
    body = pages[0].body[0]

    parts = strip(pages[0], [(body, Reuse.PARAPHRASE), (Span(body.start, body.start + 10), Reuse.EXACT)])

    assert [part.kind for part in parts][:2] == ["exact", "paraphrase"]


def test_a_paragraph_that_the_other_has_is_nobodys_own(pages: tuple[Article, ...]) -> None:
    page = pages[0]

    assert own_paragraphs(page, page.body[:1], 0.25) == page.body[1:]
