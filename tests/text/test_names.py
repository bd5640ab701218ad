from stemmata.model import Span
from stemmata.text.names import names


def found(text: str) -> list[tuple[str, str]]:
    return [(name.text, name.kind) for name in names(text, Span(0, len(text)))]


def test_a_title_is_not_part_of_the_name() -> None:
    assert found("They met Dr. Ana Torvik and Norwegian Transport Minister Per Haug in Oslo.") == [
        ("Ana Torvik", "person"),
        ("Norwegian", "place"),
        ("Per Haug", "person"),
        ("Oslo", "place"),
    ]


def test_a_possessive_ends_a_name() -> None:
    assert found("It was Norway’s Transport Ministry.") == [
        ("Norway", "place"),
        ("Transport Ministry", "organisation"),
    ]


def test_and_parts_names_but_not_a_body_of_two_fields() -> None:
    assert found("He left Chile and Peru for the Ministry of Trade and Industry.") == [
        ("Chile", "place"),
        ("Peru", "place"),
        ("Ministry of Trade and Industry", "organisation"),
    ]


def test_the_first_word_of_a_sentence_is_no_name_by_its_capital_alone() -> None:
    assert found("Tension rose. The tension fell, said Odu.") == [("Odu", "other")]


def test_short_states_count_in_capitals_only() -> None:
    assert found("It helped us and the US.") == [("US", "place")]


def test_a_place_a_person_is_of_is_a_name_of_its_own() -> None:
    assert found("He met Mayor Ana Torvik of Orla and the Bank of Orla.") == [
        ("Ana Torvik", "person"),
        ("Orla", "other"),
        ("Bank of Orla", "organisation"),
    ]


def test_the_apostrophe_of_a_plural_does_not_part_the_name_of_a_body() -> None:
    assert found("It was the Port Operators’ Association.") == [
        ("Port Operators’ Association", "organisation")
    ]


def test_a_calling_that_opens_a_sentence_is_not_part_of_the_name() -> None:
    assert found("Qualifier Ana Torvik won. Carmaker Orla Fast lost. Near Bremo it rained.") == [
        ("Ana Torvik", "person"),
        ("Orla Fast", "organisation"),
        ("Bremo", "other"),
    ]


def test_a_title_of_two_words_ends_before_its_bearer() -> None:
    assert found("We met Chief Executive Ana Torvik and Secretary of State Per Haug.") == [
        ("Ana Torvik", "person"),
        ("Per Haug", "person"),
    ]


def test_a_body_before_a_title_is_named_too() -> None:
    assert found("We met White House Press Secretary Ana Torvik.") == [
        ("White House", "organisation"),
        ("Ana Torvik", "person"),
    ]


def test_an_ampersand_or_an_inner_capital_is_a_firms() -> None:
    assert found("We met Borg & Sons and NetPower East.") == [
        ("Borg & Sons", "organisation"),
        ("NetPower East", "organisation"),
    ]
