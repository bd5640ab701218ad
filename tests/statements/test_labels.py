"""Words whose speaker stands before a colon or behind a dash."""


def test_an_interview_is_told_by_its_labels(said) -> None:
    found = said("The Courier: Do you regret it?", "Otto Falk: Every day.")

    assert [(each.source, each.content) for each in found] == [
        ("The Courier", "Do you regret it?"),
        ("Otto Falk", "Every day."),
    ]


def test_questions_and_answers_may_be_letters(said) -> None:
    found = said("Q: Who called you?", "A: My sister did.")

    assert [each.source for each in found] == ["Q", "A"]


def test_a_list_of_labels_is_no_interview(said) -> None:
    assert said("Warning: the road floods.", "Opening hours: nine to five.", "Price: four crowns.") == []


def test_a_name_leads_to_a_quotation_with_a_colon(said) -> None:
    (found,) = said("Mara Lindt: “The dam will hold.”")

    assert (found.source, found.content) == ("Mara Lindt", "“The dam will hold.”")


def test_a_name_signs_a_quotation_behind_a_dash(said) -> None:
    (found,) = said("“Never fly on a Friday” – Max Orth, pilot")

    assert found.source == "Max Orth"


def test_a_headline_names_a_speaker_who_says_something_in_the_story(said) -> None:
    found = said("Lise Dorn said the pier would open.", title="Dorn: Pier will open")

    assert (found[0].source, found[0].content) == ("Dorn", "Pier will open")


def test_a_headline_with_a_subject_before_its_colon_says_nothing(said) -> None:
    found = said("Prices rose in May.", title="Weather: Rain in May")

    assert found == []
