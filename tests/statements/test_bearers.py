"""A surname that several bear, or that a building has: whose it is, by titles and callings."""


def test_a_president_is_not_the_wife_who_is_named_in_full(spoken, article) -> None:
    page = article(
        "President Odu arrived with his wife, Ida Odu, on Monday.",
        "“We stay,” Mr. Odu said.",
        "Odu said it was late.",
    )
    found = spoken(page)

    assert {speaker.name for speaker in found.speakers} == {"Odu"}


def test_a_president_is_joined_to_the_full_name_that_another_page_has(spoken, article) -> None:
    found = spoken(
        article("President Odu came with his wife, Ida Odu.", "“We stay,” Mr. Odu said.", name="a1"),
        article("President Ben Odu said they would stay.", name="a2"),
        article("His wife, Ida Odu, said she would leave.", name="a3"),
    )
    names = {speaker.id: speaker.name for speaker in found.speakers}

    assert sorted(names[one.speaker] for one in found.statements) == ["Ben Odu", "Ben Odu", "Ida Odu"]


def test_a_tower_is_nobody_s_full_name(who) -> None:
    assert who("He owned the Odu Tower in Orla.", "“We stay,” Mr. Odu said.") == ["Odu"]


def test_an_administration_makes_its_leader_no_body(spoken, article) -> None:
    found = spoken(
        article("President Odu spoke first.", "The Odu administration paid.", "Odu said it was enough.")
    )
    kinds = {speaker.name: speaker.kind.value for speaker in found.speakers}

    assert kinds["Odu"] == "person"
