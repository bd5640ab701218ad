"""Whom the reports had it from, and who is cited but not there."""


def test_two_pages_quoting_one_ministry_have_one_informant(article, spoken) -> None:
    found = spoken(
        article("The Transport Ministry said the pier was lost.", name="a1"),
        article("The Ministry of Transport said the pier was lost.", name="a2"),
    )
    names = {speaker.id: speaker.name for speaker in found.speakers}

    assert [names[one] for one in found.sourcing[0].informants] in (
        ["Transport Ministry"],
        ["Ministry of Transport"],
    )


def test_a_newsroom_cited_without_a_page_is_absent(article, spoken) -> None:
    found = spoken(article("Ana Torvik praised the divers, Bell News said.", name="a1"))

    assert found.sourcing[0].absent == ("Bell News",)


def test_a_newsroom_whose_page_is_there_is_not_absent(article, spoken) -> None:
    found = spoken(
        article("Ana Torvik praised the divers, Bell News said.", name="a1"),
        article("ORLA (Bell News) — Ana Torvik praised the divers.", name="a2", agency="Bell News"),
    )

    assert found.sourcing[0].absent == ()
