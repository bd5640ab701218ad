"""What ``stemmata statements`` and ``stemmata quotes`` print of a case."""

from dataclasses import replace

from stemmata.flow.sayings import quoted, said, speakers
from stemmata.model import Case, Relay
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


def _shown(told: str) -> list[str]:
    return [line for line in told.splitlines() if line.startswith("  ") and not line.startswith("   ")]


def test_the_first_line_adds_up_with_what_is_shown(case: Case) -> None:
    found = said(case)
    told = sayings(case, found)
    head = " ".join(told.partition("\n\n")[0].split())

    assert len(_shown(told)) < len(found)
    assert f"; {len(_shown(told))} different ones, each shown once" in head


def test_one_statement_on_several_pages_is_said_to_be_one(case: Case) -> None:
    claim = next(one for one in case.claims if len(one.statements) > 1)
    found = [one for one in said(case) if one.id in claim.statements]
    found = [one for one in found if one.speaker == found[0].speaker]

    assert "; all the same one" in " ".join(sayings(case, found).split())


def test_a_page_does_not_pass_on_what_it_carries_itself(case: Case) -> None:
    page = case.statements[0]
    own = replace(page, via=(Relay(page.speaker, None, explicit=False),))

    assert "passed on" not in sayings(case, (own,))


def test_who_passes_on_is_told_by_the_pages_that_say_so(case: Case) -> None:
    claim = next(one for one in case.claims if len(one.statements) > 1)
    one, *rest = (each for each in said(case) if each.id in claim.statements)
    relay = next(each for each in case.speakers if each.id != one.speaker)
    telling = replace(one, via=(Relay(relay.id, one.span, explicit=True),))
    silent = [replace(each, speaker=one.speaker, via=()) for each in rest if each.article != one.article][:1]

    assert f"passed on by {relay.name}, says" in " ".join(sayings(case, (telling, *silent)).split())
    assert f"passed on by {relay.name}, says" not in sayings(case, (telling,))


def test_the_wording_shown_is_that_of_the_first_text(case: Case) -> None:
    claim = next(one for one in case.claims if one.first and len(one.variants) > 1)
    found = [replace(one, speaker=claim.speaker) for one in said(case) if one.id in claim.statements]
    first = next(one for one in found if one.id == claim.first)
    text = next(article.text for article in case.articles if article.id == first.article)
    words = first.content[0].of(text).split()[:4]

    assert " ".join(words) in " ".join(sayings(case, tuple(reversed(found))).split())
