"""The answer on a terminal."""

from dataclasses import replace

from stemmata.model import Case
from stemmata.show.summary import headline, summary

TREE = """\
  VNW, version 1
  │    flat.html, flat.example (reprint); written 6 May 2030
  │    gloss.txt, Gloss & Co (wrapped); RECYCLED: stamped 20 Nov 2031, written 6
  │      May 2030
  └─ revision → VNW, version 2
     │    LOST, not among these pages: The paraphrase carries a briefing that no
     │      other page has.
     ├─ revision → VNW, version 3
     │  │    late.html; written 6 May 2030
     │  └─ merge → the late version and the quay’s report
     │          both.html, both.example; written within 6–9 May 2030
     │          source not credited
     │          also takes from: quay.example’s own report
     └─ paraphrase → spun paraphrase, credit removed
             spin.txt; day of writing not told
             source not credited
  quay.example’s own report
       quay.html; written 6 May 2030
"""


def test_the_first_line_is_the_answer(case: Case) -> None:
    assert headline(case) == "8 pages → 2 events → 3 independent text origins, among these pages"


def test_the_tree_is_drawn_line_by_line(case: Case) -> None:
    assert TREE in summary(case)


def test_it_fits_a_terminal(case: Case) -> None:
    assert max(map(len, summary(case).splitlines())) <= 80


def test_what_cannot_be_told_is_said(case: Case) -> None:
    said = summary(case)

    assert "copy — the kite, other words" in said
    assert "which of the two came first cannot be told" in said
    assert "2 origins (between 1 and 2)" in said
    assert "1 input could not be read: 1 no-paragraph" in said


def test_pages_of_no_event_are_shown_and_counted(case: Case) -> None:
    said = summary(replace(case, events=case.events[:1]))

    assert said.startswith("8 pages → 1 event → 3 independent text origins, among these pages")
    assert "Pages of which no event could be told" in said
    assert "copy — the kite, other words" in said


def test_without_an_event_the_origins_are_still_told(case: Case) -> None:
    assert headline(replace(case, events=())) == (
        "8 pages → no event could be told → 3 independent text origins, among these pages"
    )
