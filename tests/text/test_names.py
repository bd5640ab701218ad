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
