"""Through whom a statement came."""


def chain(found, of: str) -> list[tuple[str, bool]]:
    names = {speaker.id: speaker.name for speaker in found.speakers}
    one = next(each for each in found.statements if names[each.speaker] == of)
    return [(names[relay.speaker], relay.explicit) for relay in one.via]


def test_a_statement_inside_another_is_relayed_by_its_source(article, spoken) -> None:
    found = spoken(article("Ana Torvik praised the divers, Bell News said."))

    assert chain(found, "Ana Torvik") == [("Bell News", True)]


def test_agency_and_site_of_the_page_end_the_chain(article, spoken) -> None:
    page = article(
        "ORLA (Meridian Wire) — Ana Torvik praised the divers, Bell News said.",
        agency="Meridian Wire",
        site="orla.example",
    )

    assert chain(spoken(page), "Ana Torvik") == [
        ("Bell News", True),
        ("Meridian Wire", True),
        ("orla.example", False),
    ]


def test_the_newsroom_that_was_told_passes_it_on(article, spoken) -> None:
    found = spoken(article("In an interview with Radio Orla, Ana Torvik said the pier was lost."))

    assert chain(found, "Ana Torvik") == [("Radio Orla", True)]


def test_the_relay_of_a_speaker_goes_on_over_a_run_of_paragraphs_as_inferred(article, spoken) -> None:
    found = spoken(
        article("Ana Torvik praised the divers, Bell News said.", "Torvik also promised to rebuild the pier.")
    )
    names = {speaker.id: speaker.name for speaker in found.speakers}
    (promised,) = [
        one
        for one in found.statements
        if one.cue and one.parent is None and names[one.speaker] == "Ana Torvik"
    ]

    assert [(names[relay.speaker], relay.explicit) for relay in promised.via] == [("Bell News", False)]


def test_a_parent_holds_its_child(article, spoken) -> None:
    found = spoken(article("Odu said Ana Torvik had denied that the pier was lost."))
    by_id = {one.id: one for one in found.statements}
    (child,) = [one for one in found.statements if one.parent]

    assert any(span.contains(child.content[0]) for span in by_id[child.parent].content)
