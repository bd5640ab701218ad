"""Credits of one line, on invented lines; whole pages are in ``tests/benchmarks``."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Article, Media, Page
from stemmata.read import read_page
from stemmata.read.agencies import agency_at, known_agency
from stemmata.read.credit_lines import byline, closing_line, entry_line, foot_line, is_credit, is_entry

STORY = (
    "The harbour council voted on Tuesday to rebuild the grain pier that a storm broke in two last month.",
    "The pier has been closed since a barge tore loose and struck it, according to the harbour master, Dana Reef.",
    "“We will have grain moving again before the summer,” Reef told reporters after the vote in the town hall.",
)


def credited(*lines: str) -> list[tuple[str, str, str]]:
    article = read_page(Page("page", "\n\n".join(lines).encode(), Media.TEXT))
    assert isinstance(article, Article)
    return [(credit.agency, credit.how, credit.span.of(article.text)) for credit in article.credits]


def test_every_agency_of_a_list_is_credited() -> None:
    found = [
        (name.agency, how) for name, how in foot_line("With inputs from PTI, ANI and the Canadian Press")
    ]

    assert found == [("PTI", "footline"), ("ANI", "footline"), ("CP", "footline")]


def test_a_sign_off_without_an_agency_is_the_staffs_own() -> None:
    line = "(Reporting by Anna Holm in Senn; Editing by Piet Marr)"
    found = [(name.agency, how) for name, how in closing_line(line)]

    assert found == [("staff", "footline")]


def test_a_sign_off_is_filed_under_the_one_agency_that_the_page_names() -> None:
    opened = f"SENN, May 3 (Reuters) - {STORY[0]}"
    found = credited(
        "Council votes on pier", opened, *STORY[1:], "(Reporting by Anna Holm; Editing by Piet Marr)"
    )

    assert [(agency, how) for agency, how, _ in found] == [("Reuters", "dateline"), ("Reuters", "footline")]


@pytest.mark.parametrize("line", ["UNI", "Petra", "MENA", "Trend"])
def test_a_word_that_is_also_an_agency_credits_only_where_a_form_says_so(line: str) -> None:
    assert not is_credit(line)
    assert is_credit(f"({line})")
    assert is_credit(f"Source: {line}")


def test_a_name_that_begins_like_an_agency_signs_as_a_person() -> None:
    assert not list(byline("By Petra Lund"))
    assert [name.agency for name, _ in byline("By Petra Lund, Reuters")] == ["Reuters"]


def test_an_agency_behind_a_name_signs_before_the_story() -> None:
    assert is_entry("JO FIELD Associated Press")
    assert [(name.agency, how) for name, how in entry_line("Jo Field, AAP")] == [("AAP", "byline")]


def test_the_line_of_a_picture_is_no_credit_of_the_words() -> None:
    found = credited("Council votes on pier", *STORY, "Photo: AFP/Jo Field")

    assert {how for _, how, _ in found} <= {"image"}


def test_an_agency_in_a_sentence_is_no_credit() -> None:
    assert credited("Council votes on pier", *STORY, "The mayor told Reuters that he would pay.") == []


def test_the_outlet_that_had_the_story_first_is_credited_and_a_month_is_not() -> None:
    first = [
        (name.agency, how)
        for name, how in closing_line("This story originally appeared in The Senn Courier.")
    ]

    assert first == [("The Senn Courier", "footline")]
    assert not list(closing_line("This article was first published in May 2021 and has been updated."))


def test_names_are_known_in_capitals_and_in_other_scripts() -> None:
    assert known_agency("EUROPA PRESS") == "Europa Press"
    assert known_agency("رويترز") == "Reuters"
    assert known_agency("新华社") == "Xinhua"
    assert known_agency("Senn Courier") is None


@given(st.text(max_size=300))
def test_credits_stand_inside_their_line(line: str) -> None:
    for name, _ in (*foot_line(line), *entry_line(line), *byline(line)):
        assert 0 <= name.start < name.end <= len(line)


@given(st.text(max_size=60), st.integers(0, 60))
def test_an_agency_is_found_only_where_it_stands(text: str, at: int) -> None:
    found = agency_at(text, at)

    assert found is None or (found.start == at and found.end <= len(text))
