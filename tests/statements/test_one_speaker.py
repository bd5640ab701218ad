"""One person, one speaker: across articles and across events, unless they are only namesakes."""

from stemmata.model import Event, Family, Modality
from stemmata.statements import read_statements


def two_events(article, first: str, second: str):
    pages = [article(first, name="a1"), article(second, name="a2")]
    events = [
        Event(
            name, "", (page.id,), (), (), "", "", (), None, Modality.HAPPENED, None, None, None, 1, (1, 1), ()
        )
        for name, page in zip(("e1", "e2"), pages, strict=True)
    ]
    families = [Family("f1", (), ("a1", "a2"))]
    return read_statements(pages, families, (), (), (), events, ())


def names(found) -> list[str]:
    return sorted(speaker.name for speaker in found.speakers)


def test_a_newsroom_is_one_speaker_in_all_events(article) -> None:
    found = two_events(
        article,
        "Norway’s official Bell News Agency said the pier was lost.",
        "The Bell News Agency said the bridge was safe.",
    )

    assert names(found) == ["Bell News Agency"]


def test_state_media_of_one_state_are_one_speaker_in_all_events(article) -> None:
    found = two_events(
        article,
        "Norwegian ships left port, state media said.",
        "Norwegian ships came home, state media said.",
    )

    assert names(found) == ["state media"]


def test_a_person_named_in_full_is_one_speaker_in_all_events(article) -> None:
    found = two_events(
        article, "Minister Ana Torvik said the pier was lost.", "Ana Torvik, a minister, said all was well."
    )

    assert names(found) == ["Ana Torvik"]


def test_namesakes_of_other_callings_in_other_events_stay_apart(article) -> None:
    found = two_events(
        article,
        "Ana Torvik, a minister, said the pier was lost.",
        "Ana Torvik, a striker, said all was well.",
    )

    assert names(found) == ["Ana Torvik", "Ana Torvik"]


def test_only_a_long_quotation_makes_a_claim_across_events(article) -> None:
    quoted = "“We will rebuild the old pier before the first snow,” Ana Torvik said."
    told = "Ana Torvik said the crews would rebuild the old pier before the first snow."

    assert len(two_events(article, quoted, quoted).claims) == 1
    assert two_events(article, told, told).claims == ()


def test_an_equal_quotation_is_one_claim_whoever_is_said_to_have_spoken(article, spoken) -> None:
    found = spoken(
        article("“We will rebuild the old pier before the first snow,” Ana Torvik said.", name="a1"),
        article("“We will rebuild the old pier before the first snow,” said a harbour clerk.", name="a2"),
    )

    assert [one.kind.value for one in found.claims[0].differences] == ["speaker"]


def test_another_number_of_the_same_things_is_one_claim(article, spoken) -> None:
    found = spoken(
        article("The routes carry some 4,200 people on a working day, according to port figures.", name="a1"),
        article(
            "Some 6,400 people cross to the isles on a working day, according to port figures.", name="a2"
        ),
    )

    assert [one.kind.value for one in found.claims[0].differences] == ["number"]


def test_a_refusal_turns_a_claim_round(article, spoken) -> None:
    found = spoken(
        article("Ana Torvik said she would not support a vote of no confidence.", name="a1"),
        article("Ana Torvik said she would back a vote of no confidence.", name="a2"),
    )

    assert [one.kind.value for one in found.claims[0].differences] == ["polarity"]


def test_a_ministry_without_its_field_is_the_only_one_of_the_event(article, spoken) -> None:
    found = spoken(
        article("The Ministry of Ports said the ships would stay.", name="a1"),
        article("The ministry said the ships would stay in port.", name="a2"),
    )

    assert names(found) == ["Ministry of Ports"]


def test_a_country_before_a_body_tells_no_other_body(article, spoken) -> None:
    found = spoken(
        article("The U.S. Product Safety Commission said the toys were safe.", name="a1"),
        article("The US Product Safety Commission said the toys were safe.", name="a2"),
        article("The Product Safety Commission said the toys were safe.", name="a3"),
    )

    assert len(found.speakers) == 1
