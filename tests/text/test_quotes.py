from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Span
from stemmata.text.quotes import quotations


def inner(*paragraphs: str) -> list[str]:
    text, spans = "", []
    for paragraph in paragraphs:
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n"
    return [quotation.inner.of(text) for quotation in quotations(text, spans)]


@pytest.mark.parametrize(
    "text",
    [
        "She said “no deal” today.",
        'She said "no deal" today.',
        "She said ‘no deal’ today.",
        "She said 'no deal' today.",
        "Sie sagte „no deal“ heute.",
        "Sie sagte »no deal« heute.",
        "Elle a dit «no deal» hier.",
        "彼女は「no deal」と言った。",
        "She said ``no deal'' today.",
    ],
)
def test_every_convention_is_read(text: str) -> None:
    assert inner(text) == ["no deal"]


def test_apostrophes_are_no_quotation_marks() -> None:
    assert inner("The workers’ leader didn't like the '90s or the ships' crews’ pay.") == []


def test_a_nested_quotation_is_part_of_the_outer_one() -> None:
    assert inner("“He told me ‘go home’ and left,” she said.") == ["He told me ‘go home’ and left,"]


def test_an_apostrophe_inside_single_quotes_does_not_close_them() -> None:
    assert inner("He called it ‘the dockers’ own fault’ on Monday.") == ["the dockers’ own fault"]


def test_a_quotation_continued_over_paragraphs_opens_each() -> None:
    found = inner("“We came early.", "“We left late,” she said.")

    assert found == ["We came early.", "We left late,"]


def test_a_quotation_that_opens_a_sentence_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    found = inner("“We came,” said Odu. “We left late.", "“We are home,” he said.")

    assert found == ["We came,", "We left late.", "We are home,"]


def test_an_odd_mark_costs_no_more_than_its_paragraph() -> None:
    assert inner('The 5" pipe burst.', 'He said "fix it" at once.') == ["fix it"]


def test_an_odd_mark_before_a_good_pair_is_passed_over() -> None:
    assert inner('They "saw it. She said "not us" again.') == ["not us"]


@given(st.text(alphabet="ab \"“”‘’'«»„「」,.", max_size=80))
def test_quotations_lie_in_order_inside_their_paragraph(text: str) -> None:
    found = quotations(text, [Span(0, len(text))])

    assert all(one.outer.end <= two.outer.start for one, two in pairwise(found))
    assert all(Span(0, len(text)).contains(each.outer) and each.outer.contains(each.inner) for each in found)
