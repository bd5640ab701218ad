"""Quotations that were altered on the way: one claim, and in what it differs."""

import pytest

from stemmata.model import Differs


@pytest.mark.parametrize(
    ("altered", "kind"),
    [
        ("“The dam will stand until spring,” said Mara Lindt.", Differs.WORDING),
        ("Mara Lindt said the dam will hold “until spring”.", Differs.QUOTATION),
        ("“The dam will not hold until spring,” said Mara Lindt.", Differs.POLARITY),
        ("“The dam will hold until spring,” said Otto Falk.", Differs.SPEAKER),
    ],
)
def test_an_altered_quotation_is_one_claim_with_its_difference(
    spoken, article, altered: str, kind: Differs
) -> None:
    pages = (
        article("“The dam will hold until spring,” said Mara Lindt.", name="a1", site="north.example"),
        article(altered, name="a2", site="south.example"),
    )
    (claim,) = spoken(*pages).claims

    assert kind in {each.kind for each in claim.differences}


def test_another_number_is_a_difference_whether_in_words_or_figures(spoken, article) -> None:
    pages = (
        article("Mara Lindt said forty-five families had left.", name="a1"),
        article("Mara Lindt said 45 families had left.", name="a2"),
        article("Mara Lindt said 54 families had left.", name="a3"),
    )
    (claim,) = spoken(*pages).claims
    (number,) = [each for each in claim.differences if each.kind is Differs.NUMBER]

    assert "45" in number.says
    assert "54" in number.says
    assert "40" not in number.says


def test_the_wording_that_more_origins_have_is_said(spoken, article) -> None:
    pages = (
        article("“The dam will hold until spring,” said Mara Lindt.", name="a1"),
        article("“The dam will hold until spring,” Mara Lindt told the council.", name="a2"),
        article("“The dam will stand until spring,” said Mara Lindt.", name="a3"),
    )
    (claim,) = spoken(*pages).claims
    (wording,) = [each for each in claim.differences if each.kind is Differs.WORDING]

    assert "More independent origins have “the dam will hold until spring”: 2 against 1." in wording.says


def test_two_sentences_of_one_form_are_two_claims(spoken, article) -> None:
    pages = (
        article("“The tax is fair,” said Ida Berg.", name="a1"),
        article("“The roof is wet,” said Ida Berg.", name="a2"),
    )

    assert spoken(*pages).claims == ()


def test_a_denial_by_another_is_another_claim(spoken, article) -> None:
    pages = (
        article("Mara Lindt said the lifeboats were locked.", name="a1"),
        article("Otto Falk denied that the lifeboats were locked.", name="a2"),
    )

    assert spoken(*pages).claims == ()


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        ("the council would open a bank within a week", "the council would open a bank within two weeks", Differs.NUMBER),
        ("a dozen wells were poisoned in the valley", "nine wells were poisoned in the valley", Differs.NUMBER),
        ("one in ten trains would be late", "nine out of ten trains would be late", Differs.NUMBER),
        ("rents would rise by half a percent", "rents would rise by one and a half percent", Differs.NUMBER),
        ("the board would hold an inquiry within a month", "the board would hold no inquiry", Differs.POLARITY),
        ("two people were in custody", "nobody was in custody", Differs.POLARITY),
        ("the northern pass was open again", "the northern pass was closed for good", Differs.POLARITY),
    ],
)  # fmt: skip
def test_counts_and_opposites_in_any_words_are_told_apart(
    spoken, article, here: str, there: str, kind: Differs
) -> None:
    pages = (
        article(f"Mayor Mara Lindt said {here}.", name="a1"),
        article(f"Mayor Mara Lindt said {there}.", name="a2"),
    )
    (claim,) = spoken(*pages).claims

    assert kind in {each.kind for each in claim.differences}


def test_an_hour_of_speed_is_no_count(spoken, article) -> None:
    pages = (
        article("Mara Lindt said the wind blew at 90 miles an hour.", name="a1"),
        article("Mara Lindt said the wind blew at 90 miles an hour for two hours.", name="a2"),
    )
    (claim,) = spoken(*pages).claims

    assert Differs.NUMBER not in {each.kind for each in claim.differences}


def test_it_is_the_body_of_which_the_sentence_speaks(spoken, article) -> None:
    page = article(
        "“Nobody was ashamed,” Torvik said.", "The auction house paid 40 francs for the picture, it said."
    )
    found = spoken(page)
    last = max(found.statements, key=lambda one: one.span)

    names = {speaker.id: speaker.name for speaker in found.speakers}
    assert names[last.speaker] == "auction house"
