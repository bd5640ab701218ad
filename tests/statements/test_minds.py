"""What somebody only thinks, backs or does meanwhile is no statement; where what was said ends."""

import pytest


@pytest.mark.parametrize(
    "words",
    [
        "Mayor Odu said the union knew about the cracks.",
        "Mayor Odu said the union backed the plan.",
        "Mayor Odu said the guards believed the gate was shut.",
    ],
)
def test_what_others_tell_of_a_mind_is_their_statement(spoken, article, words: str) -> None:
    (one,) = spoken(article(words)).statements

    assert one.source_text == "Mayor Odu"


def test_a_spokesman_tells_the_mind_of_whom_he_speaks_for(spoken, article) -> None:
    found = spoken(article("The spokesman said the president believed the talks had failed.")).statements

    assert len(found) == 2


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("Odu claimed paying no rent was smart, although he again refused to show the books.", "paying no rent was smart"),
        ("Odu promised a veto and asked for the minutes.", "a veto"),
        ("Odu praised the divers’ work, but the council cut their pay.", "the divers’ work"),
        ("Odu criticised the tax on Monday.", "the tax"),
    ],
)  # fmt: skip
def test_what_was_said_ends_where_the_reporter_goes_on(spoken, article, words: str, content: str) -> None:
    page = article(words)
    said = {" ".join(span.of(page.text) for span in one.content) for one in spoken(page).statements}

    assert content in said


@pytest.mark.parametrize(
    "words",
    ["Odu, who backs the plan, left early.", "Odu felt well.", "Odu called in to the studio, a first."],
)
def test_deeds_and_moods_are_no_statements(spoken, article, words: str) -> None:
    assert spoken(article(words)).statements == ()


def test_a_list_of_names_under_a_place_is_no_interview(spoken, article) -> None:
    page = article(
        "Orla: Ana Torvik, Otto Falk, Mara Lindt, Ida Berg, Paul Reiss",
        "Halden: Udo Krall, Amy Fong, Max Orth, Abel Stone, Gwen Tarrant",
        "Voters in Orla and Halden go to the polls on Sunday.",
    )

    assert spoken(page).statements == ()


def test_a_storm_says_nothing(said) -> None:
    assert (
        said("Hurricane Petra claimed the lives of seven people.", "Hurricane Petra slammed into the coast.")
        == []
    )
