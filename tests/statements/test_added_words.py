"""Words added inside quotation marks, and negations that turn nothing round."""

import pytest

from stemmata.model import Differs

SHORT = "“We shall not leave the mill without wages,” said Rolf Aden."


def _differences(claims) -> dict[Differs, str]:
    return {each.kind: each.says for claim in claims for each in claim.differences}


@pytest.mark.parametrize(
    "longer",
    [
        "“We shall not leave the mill without wages, and we shall not be starved,” said Rolf Aden.",
        "“We shall not be starved, and we shall not leave the mill without wages,” said Rolf Aden.",
        "“We shall not leave the mill without wages. Nobody will starve us,” said Rolf Aden.",
    ],
)
def test_words_added_inside_the_marks_are_another_wording_and_no_negation(
    spoken, article, longer: str
) -> None:
    found = _differences(
        spoken(
            article(SHORT, name="a1", site="north.example"), article(longer, name="a2", site="south.example")
        ).claims
    )

    assert set(found) == {Differs.WORDING}
    assert "starve" in found[Differs.WORDING]


def test_a_negation_of_the_same_clause_is_told_beside_an_added_one(spoken, article) -> None:
    longer = "“We shall leave the mill without wages, and we shall not be starved,” said Rolf Aden."
    found = _differences(spoken(article(SHORT, name="a1"), article(longer, name="a2")).claims)

    assert Differs.POLARITY not in found or "A negation in a1" in found[Differs.POLARITY]


def test_the_rest_of_a_quotation_in_another_place_of_the_page_is_not_missing(spoken, article) -> None:
    whole = "“We shall not leave the mill without wages, and we shall not be starved,” said Rolf Aden."
    parted = "“We shall not leave the mill without wages,” said Rolf Aden. “And we shall not be starved.”"

    assert not _differences(spoken(article(whole, name="a1"), article(parted, name="a2")).claims)


def test_a_few_words_quoted_of_a_sentence_have_left_nothing_out(spoken, article) -> None:
    part = "Rolf Aden said they would not leave “the mill without wages”."
    found = _differences(spoken(article(SHORT, name="a1"), article(part, name="a2")).claims)

    assert "stands inside" not in found.get(Differs.WORDING, "")


def test_a_clause_of_its_own_with_a_negation_turns_no_report_round(spoken, article) -> None:
    short = "Rolf Aden said the old mill by the weir would open again in the first week of spring."
    longer = short[:-1] + " and nobody there would lose a day of work."

    assert Differs.POLARITY not in _differences(
        spoken(article(short, name="a1"), article(longer, name="a2")).claims
    )
