"""The same statement in several articles, and in what its variants differ."""

import pytest

from stemmata.model import Origin

OTHER = "The lighthouse keeper said the lamp would be repaired in autumn by a firm from the capital."


def claim(article, spoken, *sentences: str, origins: tuple[Origin, ...] = ()):
    pages = [article(each, OTHER, name=f"a{at}") for at, each in enumerate(sentences)]
    found = spoken(*pages, origins=origins)
    texts = {page.id: page.text for page in pages}
    by_id = {one.id: one for one in found.statements}
    return next(
        one
        for one in found.claims
        if "lamp" not in by_id[one.statements[0]].content[0].of(texts[by_id[one.statements[0]].article])
    )


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (
            "Ana Torvik described the plan as key to “coastal renewal projects” in the north.",
            "Ana Torvik described the plan as key to “national coastal renewal work” in the north.",
            "wording",
        ),
        (
            "Ana Torvik called for “rapidly widening” access to the outer harbour.",
            "Ana Torvik called for “rapidly widening access” to the outer harbour.",
            "quotation-boundary",
        ),
        (
            "Ana Torvik said the outer harbour had lost 12 cranes to the storm.",
            "Ana Torvik said the outer harbour had lost 14 cranes to the storm.",
            "number",
        ),
        (
            "Ana Torvik said the outer harbour would reopen to ferries on Tuesday.",
            "Ana Torvik said the outer harbour would reopen to ferries on Thursday.",
            "date",
        ),
        (
            "Ana Torvik said the outer harbour would reopen to ferries this week.",
            "Ana Torvik denied that the outer harbour would reopen to ferries this week.",
            "polarity",
        ),
        (
            "Ana Torvik said the outer harbour would reopen to ferries this week.",
            "Ana Torvik said the outer harbour would not reopen to ferries this week.",
            "polarity",
        ),
        (
            "Ana Torvik praised the divers’ plan to shorten the repairs of the outer harbour.",
            "Ana Torvik called for the divers’ plan to shorten the repairs of the outer harbour.",
            "strength",
        ),
        (
            "The owner denied claims that the logs of the ferry were altered.",
            "The owner refuted claims that the logs of the ferry were altered.",
            "strength",
        ),
        (
            "Some experts said the storm could be tied to warmer water in the outer bay.",
            "Some observers said the storm could be tied to warmer water in the outer bay.",
            "speaker",
        ),
    ],
)
def test_a_difference_is_told_by_its_kind(article, spoken, one: str, other: str, kind: str) -> None:
    found = claim(article, spoken, one, other)

    assert kind in {difference.kind.value for difference in found.differences}


def test_spelling_and_shape_of_marks_are_no_difference(article, spoken) -> None:
    found = claim(
        article,
        spoken,
        "Ana Torvik called for “a programme to modernise the harbour” at once.",
        'Ana Torvik called for "a program to modernize the harbor" at once.',
    )

    assert found.differences == ()
    assert len(found.variants) == 1


def test_copies_of_one_text_are_one_origin(article, spoken) -> None:
    sentence = "Ana Torvik said the outer harbour would reopen to ferries this week."
    origins = (
        Origin("o1", "f1", "n1", None, ("a0", "a1"), 1.0, ()),
        Origin("o2", "f2", "n2", None, ("a2",), 1.0, ()),
    )
    found = claim(article, spoken, sentence, sentence, sentence, origins=origins)

    assert (len(found.statements), found.origins) == (3, 2)


def test_what_was_said_and_that_it_was_said_are_two_claims(article, spoken) -> None:
    sentence = "Ana Torvik praised the divers’ plan to shorten the repairs, Bell News said."
    found = spoken(article(sentence, name="a1"), article(sentence, name="a2"))

    assert len(found.claims) == 2


def test_unlike_statements_of_one_speaker_stay_apart(article, spoken) -> None:
    found = spoken(
        article("Ana Torvik said the outer harbour would reopen to ferries this week.", name="a1"),
        article("Ana Torvik said the museum would move into the old customs house.", name="a2"),
    )

    assert found.claims == ()
