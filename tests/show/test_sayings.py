"""What ``stemmata statements`` and ``stemmata quotes`` print of a case."""

from dataclasses import replace

from stemmata.flow.sayings import quoted, said, speakers
from stemmata.model import Case
from stemmata.show.sayings import NARROW, WIDE, quotations, sayings


def test_the_first_line_counts_statements_speakers_and_pages(case: Case) -> None:
    found = said(case)
    pages = len({one.article for one in found})

    assert sayings(case, found).startswith(f"{len(found)} statement")
    assert f" on {pages} page" in sayings(case, found).splitlines()[0]


def test_a_speaker_is_found_by_words_of_the_name(case: Case) -> None:
    speaker = next(one for one in case.speakers if any(said.speaker == one.id for said in case.statements))
    found = said(case, speaker=speaker.name)

    assert found
    assert {one.speaker for one in found} <= {one.id for one in speakers(case, speaker.name)}


def test_nobody_of_that_name_has_said_anything(case: Case) -> None:
    assert sayings(case, said(case, speaker="Nobody Atall")) == "No such statement is in this case.\n"


def test_an_event_is_asked_for_by_its_id(case: Case) -> None:
    event = case.events[0]

    assert {one.article for one in said(case, event=event.id)} <= set(event.articles)


def test_a_phrase_is_found_in_what_was_said_whatever_its_marks(case: Case) -> None:
    one = case.statements[0]
    text = next(article.text for article in case.articles if article.id == one.article)
    words = one.content[0].of(text).strip("“”\"' ,.").split()[:3]
    found = quoted(case, " ".join(words).upper())

    assert one in found
    assert quotations(case, " ".join(words), found).startswith(f"“{' '.join(words)}” → in ")


def test_a_phrase_that_nobody_used_is_said_to_be_in_no_statement(case: Case) -> None:
    assert quotations(case, "zzyzx", quoted(case, "zzyzx")) == "“zzyzx” → in no statement of this case\n"


def test_it_fits_the_terminal(case: Case) -> None:
    for width in (1, NARROW, WIDE, 10_000):
        assert max(map(len, sayings(case, said(case), width).splitlines())) <= WIDE


def test_an_empty_case_has_no_statements() -> None:
    assert said(Case()) == ()
    assert sayings(Case(), ()) == "No such statement is in this case.\n"


def test_the_order_of_the_case_does_not_matter(case: Case) -> None:
    turned = replace(case, statements=tuple(reversed(case.statements)))

    assert said(turned) == said(case)
