"""German as a second language: what the cue file gives, on invented sentences."""

from dataclasses import replace

import pytest

from stemmata.statements import read_statements


@pytest.fixture
def gesagt(article):
    """Return a reader of German paragraphs: source, content, kind and polarity of each statement in order."""

    def read(*paragraphs: str) -> list[tuple[str, str, str]]:
        page = replace(article(*paragraphs), language="de")
        found = read_statements((page,), (), (), (), (), (), ()).statements
        return [
            (one.source_text, " … ".join(span.of(page.text) for span in one.content), one.polarity.value)
            for one in sorted(found, key=lambda one: (one.span, one.id))
        ]

    return read


def test_a_clause_follows_a_comma(gesagt) -> None:
    (said,) = gesagt("Ministerin Ada Holm sagte am Montag, der Damm werde halten.")

    assert said == ("Ministerin Ada Holm", "der Damm werde halten", "asserted")


def test_the_subject_may_stand_behind_its_verb(gesagt) -> None:
    (said,) = gesagt("Am Dienstag hat der Bürgermeister erklärt, dass er bleiben wolle.")

    assert said == ("der Bürgermeister", "dass er bleiben wolle", "asserted")


def test_a_verb_may_be_split(gesagt) -> None:
    (said,) = gesagt("Die Brücke sei sicher, teilte die Stadt mit.")

    assert said[:2] == ("die Stadt", "Die Brücke sei sicher")


def test_a_quotation_stands_before_its_speaker(gesagt) -> None:
    found = gesagt("„Wir schlafen ruhig“, sagte Holm. „Nie wieder“, so Kranz.")

    assert [each[:2] for each in found] == [("Holm", "„Wir schlafen ruhig“"), ("Kranz", "„Nie wieder“")]


def test_a_sentence_in_the_conjunctive_goes_on_with_what_was_reported(gesagt) -> None:
    found = gesagt("Kranz sagte, das Tor sei offen gewesen. Es gebe dafür Zeugen. Das Wetter war gut.")

    assert [each[1] for each in found] == ["das Tor sei offen gewesen", "Es gebe dafür Zeugen"]


def test_phrases_name_a_source(gesagt) -> None:
    found = gesagt("Laut Polizei wurden drei Menschen verletzt.", "Dem Sprecher zufolge war das Tor offen.")

    assert [each[0] for each in found] == ["Polizei", "Dem Sprecher"]


def test_a_denial_is_denied(gesagt) -> None:
    (said,) = gesagt("Peter Kranz bestritt, das Geld genommen zu haben.")

    assert said == ("Peter Kranz", "das Geld genommen zu haben", "denied")


def test_a_page_of_commas_ends(gesagt) -> None:
    found = gesagt("sagte, " * 20_000)

    assert isinstance(found, list)


@pytest.mark.parametrize(
    ("words", "source", "content"),
    [
        ("Der Sprecher sagte, es brenne.", "Der Sprecher", "es brenne"),
        ("Ein Sprecher der Wache, Lars Odu, sagte: „Wir sind da.“", "Ein Sprecher der Wache, Lars Odu", "„Wir sind da.“"),
        ("Einer der verletzten Männer sagte: „Ich bin gesund.“", "Einer der verletzten Männer", "„Ich bin gesund.“"),
        ("Odu sagte am Abend:¶„Wir sind da.“", "Odu", "„Wir sind da.“"),
        ("Odu erklärte, das Land besitze seiner Meinung nach sechs Boote.", "Odu", "das Land besitze seiner Meinung nach sechs Boote"),
    ],
)  # fmt: skip
def test_what_a_verb_of_saying_leads_to_is_said(gesagt, words: str, source: str, content: str) -> None:
    (said,) = gesagt(*words.split("¶"))

    assert said[:2] == (source, content)


def test_es_heisst_reports_and_a_name_does_not(gesagt) -> None:
    (said,) = gesagt(
        "Der Damm sei sicher, heißt es in dem Brief. Der Hund heißt Rex, die Katze habe keinen Namen."
    )[:1]

    assert said[1] == "Der Damm sei sicher"


def test_what_stands_after_first_information_has_a_source(gesagt) -> None:
    (said,) = gesagt("Nach ersten Informationen wurde niemand verletzt.")

    assert said[1] == "wurde niemand verletzt"
