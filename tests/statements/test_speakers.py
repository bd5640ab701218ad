"""Whom the words for a source stand for, within one article and across several."""

FULL = "Ana Torvik, the harbour master, said the pier was lost."


def test_a_surname_is_the_person_named_in_full(who) -> None:
    assert who(FULL, "Torvik said nobody was hurt.") == ["Ana Torvik", "Ana Torvik"]


def test_a_pronoun_is_the_last_one_who_spoke(who) -> None:
    assert who(FULL, "She said nobody was hurt.") == ["Ana Torvik", "Ana Torvik"]


def test_a_pronoun_is_the_one_named_in_its_sentence(who) -> None:
    found = who(
        FULL, "Per Haug, a diver, said it was not.", "When Ana Torvik came home, she said the sea was calm."
    )

    assert found == ["Ana Torvik", "Per Haug", "Ana Torvik"]


def test_a_role_is_the_person_who_has_it(who) -> None:
    assert who(FULL, "The harbour master said nobody was hurt.") == ["Ana Torvik", "Ana Torvik"]


def test_people_of_one_surname_stay_apart(who) -> None:
    found = who(
        "Ana Torvik said the pier was lost.",
        "Jon Torvik said it was not.",
        "Ana Torvik said nobody was hurt.",
    )

    assert found == ["Ana Torvik", "Jon Torvik", "Ana Torvik"]


def test_a_capital_stands_for_its_government(who) -> None:
    assert who("Norway said the talks had failed.", "Oslo said the talks would go on.") == [
        "Norway",
        "Norway",
    ]


def test_initials_are_the_body_they_abbreviate(who) -> None:
    found = who("The National Harbour Authority said the pier was lost.", "The NHA said nobody was hurt.")

    assert found == ["National Harbour Authority", "National Harbour Authority"]


def test_the_report_is_the_newsroom_that_spoke_last(who) -> None:
    assert (
        who("The Bell News Agency said the pier was lost.", "The report said nobody was hurt.")[1]
        == "Bell News Agency"
    )


def test_groups_without_names_stay_classes(who) -> None:
    assert who("Some experts said the pier was lost.", "U.S. officials said it was not.") == [
        "experts",
        "U.S. officials",
    ]


def test_a_newsroom_is_called_what_its_apposition_says(who) -> None:
    found = who(
        "Radio Orla, the state broadcaster, said the pier was lost.",
        "The state broadcaster said nobody was hurt.",
    )

    assert found == ["Radio Orla", "Radio Orla"]


def test_a_surname_alone_joins_the_only_one_of_that_name_in_the_event(article, spoken) -> None:
    found = spoken(
        article("Ana Torvik said the pier was lost to the winter sea.", name="a1"),
        article("Mrs. Torvik said the pier was lost to the winter sea.", name="a2"),
    )

    assert [speaker.name for speaker in found.speakers if speaker.kind == "person"] == ["Ana Torvik"]


def test_a_speaker_says_by_which_reason_it_is_the_same(article, spoken) -> None:
    found = spoken(article(FULL, "She said nobody was hurt."))
    rules = {reason.rule for speaker in found.speakers for reason in speaker.evidence}

    assert {"named", "pronoun"} <= rules


def test_the_small_nouns_before_a_calling_belong_to_it(spoken, article) -> None:
    page = article(
        "“The lamp is out,” lock keeper Ada Vonn said.", "Later dock master Per Holt said it was lit."
    )
    roles = {each.name: each.role for each in spoken(page).speakers}

    assert roles["Ada Vonn"] == "lock keeper"
    assert roles["Per Holt"] == "dock master"


def test_a_verb_before_a_calling_is_no_part_of_it(spoken, article) -> None:
    page = article("A guard met mayor Ada Vonn, and “the lamp is out,” Vonn said.")
    (speaker,) = [each for each in spoken(page).speakers if each.name == "Ada Vonn"]

    assert speaker.role == "mayor"


def test_somebody_described_first_and_named_later_is_one_speaker(who) -> None:
    names = who(
        "Forty boats lay in the mud, the lock keeper said.", "“Lift them,” lock keeper Ada Vonn said."
    )

    assert names == ["Ada Vonn", "Ada Vonn"]


def _names_under(title: str, *paragraphs: str, spoken, article) -> set[str]:
    return {each.name for each in spoken(article(*paragraphs, title=title)).speakers}


def test_a_headline_calls_somebody_whom_the_story_names(spoken, article) -> None:
    story = "“It held for years,” said Ada Vonn, head of the county canal board."
    names = _names_under("Lock was rotten, canal board chief says", story, spoken=spoken, article=article)

    assert names == {"Ada Vonn"}


def test_a_headline_calls_nobody_where_two_fit(spoken, article) -> None:
    story = (
        "“It held for years,” said Ada Vonn, head of the county canal board.",
        "“It did not,” said Per Holt, director of the town canal board.",
    )
    names = _names_under("Lock was rotten, canal board chief says", *story, spoken=spoken, article=article)

    assert {"Ada Vonn", "Per Holt"} < names


def test_a_calling_that_no_list_has_is_no_part_of_a_name(spoken, article) -> None:
    page = article("Schoolteacher Ada Vonn said the lamp was out.", "Norman Per Holt said it was lit.")

    assert {(each.name, each.role) for each in spoken(page).speakers} == {
        ("Ada Vonn", "Schoolteacher"), ("Norman Per Holt", None),
    }  # fmt: skip


def test_who_speaks_does_not_name_himself_in_what_he_says(who) -> None:
    found = who(
        "Per Haug, a diver, said the pier was rotten.",
        "Ana Torvik’s choice of words, he said, suggested that the port wanted time.",
    )

    assert found == ["Per Haug", "Per Haug"]
