"""Quotations over several paragraphs, cries, and what stands between a verb and its quotation."""

import pytest


def test_a_paragraph_left_open_belongs_to_whoever_goes_on(said) -> None:
    found = said("“It was dark and we could not see the shore.", "“Then I saw a light,” Halima Sow said.")

    assert [each.source for each in found] == ["Halima Sow", "Halima Sow"]


def test_a_lost_closing_mark_gives_no_words_to_the_next_speaker(spoken, article) -> None:
    page = article(
        "“The dam is sound and safe, engineer Per Holm said.", "“The dam is not sound,” Ida Lie said."
    )
    names = {each.id: each.name for each in spoken(page).speakers}
    lie = [one for one in spoken(page).statements if names[one.speaker] == "Ida Lie"]

    assert len(lie) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "“Get out!” Mara Lindt shouted, pointing at the door.",
        "Mara Lindt wrote to her friends on Monday: “Get out!”",
        "Mara Lindt said, however, “Get out!”",
        "Mara Lindt replied quietly, “Get out!”",
        "“Get out!” said Mara Lindt, legal director of the harbour union in the north.",
    ],
)
def test_what_stands_between_a_verb_and_its_quotation_is_passed(said, sentence: str) -> None:
    (found,) = said(sentence)

    assert found.source.startswith("Mara Lindt")
    assert found.content == "“Get out!”"


def test_a_quotation_inside_may_end_a_space_before_the_outer_one(said) -> None:
    (found,) = said('"The sign said ‘Stop,’ " Tom Okafor said. ')

    assert found.content == '"The sign said ‘Stop,’ "'


def test_a_clause_before_the_main_one_ends_at_its_comma(said) -> None:
    found = said("While Reyes insisted the tunnel was finished, engineers said it leaked.")

    assert [each.content for each in found] == ["the tunnel was finished", "it leaked"]


def test_the_one_who_said_it_may_stand_in_a_clause_with_who(said) -> None:
    (found,) = said("Critics, who said the map was false, left.")

    assert (found.source, found.content) == ("who", "the map was false")


@pytest.mark.parametrize(
    "sentence",
    [
        "According to plan, the ship left at noon.",
        "Asked whether he would resign, Stone left the room.",
        "You say the tram was late.",
        "The clock says noon.",
    ],
)
def test_nothing_is_said_where_nobody_speaks(said, sentence: str) -> None:
    assert [each for each in said(sentence) if each.source.lower() not in {""}] == []
