"""Speech that a sentence attributes, frame by frame. Every sentence is invented."""

from dataclasses import replace

import pytest

from stemmata.model import Block, Role, Span


@pytest.mark.parametrize(
    ("sentence", "source", "cue", "content"),
    [
        (
            "The mayor said that the bridge would stay shut.",
            "The mayor",
            "said",
            "the bridge would stay shut",
        ),
        ("Odu says the tide took the pier.", "Odu", "says", "the tide took the pier"),
        ("The bridge would stay shut, the mayor said.", "the mayor", "said", "The bridge would stay shut"),
        ("The bridge would stay shut, said Ana Torvik.", "Ana Torvik", "said", "The bridge would stay shut"),
        (
            "Ana Torvik, an engineer at the port, said on Monday that the piles were rotten.",
            "Ana Torvik, an engineer at the port",
            "said",
            "the piles were rotten",
        ),
        (
            "Torvik told reporters that the piles were rotten.",
            "Torvik",
            "told",
            "the piles were rotten",
        ),
        (
            "According to the port authority, the piles were rotten.",
            "the port authority",
            "According to",
            "the piles were rotten",
        ),
        ("The piles, according to Torvik, were rotten.", "Torvik", "according to", "The piles … were rotten"),
        (
            "The minister praised the crew for its patience.",
            "The minister",
            "praised",
            "the crew for its patience",
        ),
        ("The union called for a longer strike.", "The union", "called for", "a longer strike"),
        ("The union vowed to strike again.", "The union", "vowed", "to strike again"),
        ("The union accused the owner of theft.", "The union", "accused", "the owner of theft"),
        (
            "Torvik described the pier as a museum of rust.",
            "Torvik",
            "described",
            "the pier as a museum of rust",
        ),
        ("Photos showed the crane lying in the water.", "Photos", "showed", "the crane lying in the water"),
        (
            "The company rejected claims that the logs were altered.",
            "The company",
            "rejected",
            "claims that the logs were altered",
        ),
        ("The harbour, which Odu called a disgrace, is old.", "Odu", "called", "a disgrace"),
        ("Fishing would resume soon, she added.", "she", "added", "Fishing would resume soon"),
    ],
)
def test_a_frame_gives_source_cue_and_content(
    said, sentence: str, source: str, cue: str, content: str
) -> None:
    found = [(one.source, one.cue, one.content) for one in said(sentence)]

    assert (source, cue, content) in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The reported fire burned for two days.",
        "The statement was short and the claims were many.",
        "She came to say goodbye to the crew.",
        "A charge was laid under the bridge.",
        "The ship left the harbour before dawn.",
    ],
)
def test_a_word_that_may_be_a_cue_is_none_where_nobody_speaks(said, sentence: str) -> None:
    assert said(sentence) == []


def test_the_attribution_is_not_part_of_the_content(said) -> None:
    (one,) = said("The dredger, Torvik said, would arrive on Friday.")

    assert one.content == "The dredger … would arrive on Friday"


def test_two_verbs_of_one_subject_are_two_statements(said) -> None:
    found = said("Odu praised the pilots but called for a new lighthouse.")

    assert [(one.source, one.cue, one.content) for one in found] == [
        ("Odu", "praised", "the pilots"),
        ("Odu", "called for", "a new lighthouse"),
    ]


def test_a_denial_is_denied_and_a_question_hypothetical(said) -> None:
    (denied,) = said("The owner denied that the hull leaked.")
    (asked,) = said("The clerk fell silent when asked whether the hull leaked.")

    assert (denied.polarity, asked.polarity, asked.source) == ("denied", "hypothetical", "")


def test_a_companion_brought_in_by_with_speaks_for_himself(said) -> None:
    found = said("The company rejected the order, with a spokesman calling it “a sledgehammer.”")

    assert [(one.source, one.polarity) for one in found] == [
        ("The company", "denied"),
        ("a spokesman", "asserted"),
    ]


def test_a_headline_speaks_in_the_present(said) -> None:
    found = said("The pier is shut.", title="Mayor orders pier shut, vows to rebuild")

    assert [(one.cue, one.content) for one in found] == [("orders", "pier shut"), ("vows", "to rebuild")]


def test_captions_and_chrome_say_nothing(article, spoken) -> None:
    page = article("The pier is shut.")
    text = page.text + "The mayor said the pier is shut."
    caption = Block(Span(len(page.text), len(text)), Role.CAPTION)

    assert spoken(replace(page, text=text, blocks=(*page.blocks, caption))).statements == ()
