"""Sources that hide, that a name stands beside, or that another's words say more of."""


def test_a_source_who_wants_no_name_stays_unnamed_though_a_firm_stands_beside(who, said) -> None:
    text = "A source at the builder, Orla & Sons, who asked not to be named, said the pier was lost."

    assert who(text) == ["source at Orla & Sons"]
    assert [one.cue for one in said(text)] == ["said"]


def test_the_hearer_is_not_the_speaker(who) -> None:
    assert who("Her husband, the councillor Per Haug, told journalists: “We lost the pier.”") == ["Per Haug"]


def test_a_name_in_apposition_behind_the_verb_is_the_speaker(who) -> None:
    assert who("“The plans changed nine times,” said its lawyer, Ana Torvik.") == ["Ana Torvik"]


def test_the_head_of_a_body_is_who_the_apposition_names(who) -> None:
    found = who("The chairman of the island council, Per Haug, said bread was short. “It is bad,” he said.")

    assert found == ["Per Haug", "Per Haug"]


def test_the_author_of_a_report_speaks_through_it(who, said) -> None:
    text = "According to a report by city auditors seen by Bell News, the warnings were ignored."

    assert who(text) == ["city auditors"]
    assert said(text)[0].content == "the warnings were ignored"


def test_the_newsroom_that_saw_a_report_passes_it_on(article, spoken) -> None:
    found = spoken(article("The warnings were ignored, according to a report seen by the Bell News agency."))
    names = {speaker.id: speaker.name for speaker in found.speakers}

    assert [names[relay.speaker] for relay in found.statements[0].via] == ["Bell News"]


def test_a_paper_is_called_by_its_name_not_by_what_it_is(who) -> None:
    assert who("The Orla Dispatch newspaper reported that the pier was lost.") == ["Orla Dispatch"]


def test_a_clause_of_somebody_else_ends_the_content(said) -> None:
    text = (
        "The mayor rejected the plan for the pier, while her husband said the builder had cheated the town."
    )

    assert [one.content for one in said(text)] == [
        "the plan for the pier",
        "the builder had cheated the town",
    ]


def test_a_quotation_left_open_goes_on_in_the_next_paragraph(who) -> None:
    found = who(
        "“The plans changed,” said Ana Torvik. “You get a different pier.",
        "“We will see them in court.”",
    )

    assert found == ["Ana Torvik"] * 3


def test_it_is_what_the_sentence_before_speaks_of(who) -> None:
    found = who(
        "The Orla Authority warned of floods.",
        "The Harbour Bureau measured 27 metres. It said the storm was passing.",
    )

    assert found[-1] == "Harbour Bureau"


def test_it_can_be_a_body_without_a_name(who) -> None:
    found = who(
        "The Ministry of Ports said the ships would stay. Bell News called it a ban.",
        "The ministry struck a combative note. “We will not weigh a timetable against a life,” it said.",
    )

    assert found[-1] == "Ministry of Ports"


def test_a_spokeswoman_speaks_for_the_ministry_of_the_sentence_before(who) -> None:
    found = who("The ministry of local affairs declined to comment. A spokeswoman said no request had come.")

    assert found == ["ministry of local affairs"]


def test_mrs_is_not_the_husband(who) -> None:
    found = who(
        "Ana Torvik said on Monday the pier was lost.",
        "Her husband, the councillor Jon Torvik, said it was not.",
        "Mrs Torvik said nobody was hurt.",
    )

    assert found == ["Ana Torvik", "Jon Torvik", "Ana Torvik"]


def test_a_calling_that_opens_the_sentence_is_a_class(who) -> None:
    assert who("Beekeepers said the frost had come too late.") == ["beekeepers"]


def test_a_firm_with_its_seat_behind_is_the_firm(who) -> None:
    assert who("Orla Foods, based in Bremo, Norway, said it had changed its supplier.") == ["Orla Foods"]


def test_a_headline_names_the_role_of_somebody_in_the_text(article, spoken) -> None:
    found = spoken(
        article("Mayor Ana Torvik of Orla said she would stay.", title="Orla mayor says she will stay")
    )

    assert {speaker.name for speaker in found.speakers} == {"Ana Torvik"}


def test_a_whole_quotation_behind_the_verb_leaves_the_clause_before_it_out(said) -> None:
    found = said("Asked what the town needed most, Ana Torvik said, “We need a pier that lasts.”")

    assert found[-1].content == "“We need a pier that lasts.”"


def test_officials_briefed_on_a_matter_are_the_whole_source(said) -> None:
    found = said("The pier was lost, according to officials briefed on the storm damage.")

    assert found[0].source == "officials briefed on the storm damage"
