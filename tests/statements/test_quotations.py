"""Quotations: whose they are, where they go on, what stands in marks."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "“The sea took it,” Odu said.",
        "“The sea took it,” said Odu.",
        "Odu said, “The sea took it.”",
        "Odu said: “The sea took it.”",
        "“The sea took it.” Odu said.",
        '"The sea took it," Odu said.',
        "‘The sea took it,’ Odu said.",
    ],
)
def test_a_direct_quotation_has_its_speaker(said, text: str) -> None:
    (one,) = said(text)

    assert one.source == "Odu"
    assert one.type == "direct"
    assert "The sea took it" in one.content


def test_a_split_quotation_is_one_statement(said) -> None:
    (one,) = said("“The sea,” Odu said, “took the pier.”")

    assert one.content == "“The sea,” … “took the pier.”"


def test_a_quotation_goes_on_in_its_paragraph_with_the_same_speaker(said) -> None:
    found = said("“The sea took it,” Odu said. “Nobody saw it go.”")

    assert [(one.source, one.content) for one in found] == [
        ("Odu", "“The sea took it,”"),
        ("Odu", "“Nobody saw it go.”"),
    ]


def test_a_quotation_over_paragraphs_keeps_its_speaker(said) -> None:
    found = said("Odu said: “The sea took it.", "“Nobody saw it go.”")

    assert [one.source for one in found] == ["Odu", "Odu"]


def test_words_in_marks_inside_a_report_make_it_mixed(said) -> None:
    (one,) = said("Odu said the pier was “a heap of rust” by then.")

    assert (one.type, one.content) == ("mixed", "the pier was “a heap of rust” by then")


def test_a_quotation_of_nobody_is_kept_with_an_unknown_speaker(said, who) -> None:
    text = "On the wall somebody had painted “we want our ferry back” in red."

    assert [(one.source, one.content) for one in said(text)] == [("", "“we want our ferry back”")]
    assert who(text) == ["unknown"]


def test_a_title_in_marks_is_no_statement(said) -> None:
    assert said("They watched “The Long Way Home” at the cinema.") == []


def test_an_odd_mark_costs_only_its_paragraph(said) -> None:
    found = said("The 5” pipe “burst and the yard was flooded.", "“We saw it,” Odu said.")

    assert [(one.source, one.content) for one in found if one.source] == [("Odu", "“We saw it,”")]


def test_one_who_quotes_and_one_who_is_quoted_are_two_statements(said) -> None:
    found = said("The Daily Bell quoted Odu as saying the pier was lost.")

    assert {(one.source, one.content) for one in found} == {
        ("The Daily Bell", "Odu as saying the pier was lost"),
        ("Odu", "the pier was lost"),
    }
