"""The timeline."""

from dataclasses import replace

from stemmata.model import Case, LinkKind
from stemmata.show.index import index
from stemmata.show.report.chronicle import WIDTH, chronicle
from stemmata.show.report.limits import Limits
from stemmata.show.report.threads import versions


def test_a_recycled_page_stands_where_it_was_written_and_where_it_claims_to_be(case: Case) -> None:
    chart = chronicle(index(case), case.events, Limits())

    assert chart
    recycled = [line for line in chart.lines if line.claim is not None]
    assert [line.anchor for line in recycled] == ["page-agloss"]
    assert recycled[0].best is not None
    assert recycled[0].best < recycled[0].claim <= WIDTH


def test_a_page_whose_day_is_not_told_has_a_line_and_no_dot(case: Case) -> None:
    chart = chronicle(index(case), case.events, Limits())

    assert chart
    line = next(one for one in chart.lines if one.anchor == "page-aspin")
    assert (line.best, line.start, line.claim) == (None, None, None)
    assert "not told" in line.spoken


def test_without_a_day_there_is_no_timeline(case: Case) -> None:
    assert chronicle(index(Case()), (), Limits()) is None


def test_lines_past_the_limit_are_counted(case: Case) -> None:
    chart = chronicle(index(case), case.events, Limits(rows=3))

    assert chart
    assert (len(chart.lines), chart.more) == (3, 7)


def test_lines_lead_from_events_to_those_that_follow_and_along_pages_of_one_text(case: Case) -> None:
    follower = replace(case.events[1], follows=case.events[0].id)
    events = (case.events[0], follower)
    chart = chronicle(index(replace(case, events=events)), events, Limits())

    assert chart
    assert [join.kind for join in chart.joins].count("follows") == 1
    assert f"{follower.title} follows {case.events[0].title}" in {join.spoken for join in chart.joins}


def test_events_stand_in_the_order_of_their_days(case: Case) -> None:
    orders = {
        tuple(line.anchor for line in chart.lines)
        for events in (case.events, tuple(reversed(case.events)))
        if (chart := chronicle(index(case), events, Limits()))
    }

    assert len(orders) == 1


def test_a_revision_is_numbered_after_what_it_was_made_of(case: Case) -> None:
    numbers = versions(index(case))
    made_of = {link.child: link.parent for link in case.links if link.kind is LinkKind.REVISION}

    assert all(numbers[child] == numbers[parent] + 1 for child, parent in made_of.items())


def test_versions_in_a_circle_come_to_an_end(case: Case) -> None:
    link = case.links[0]
    circle = (
        replace(link, kind=LinkKind.REVISION),
        replace(link, kind=LinkKind.REVISION, parent=link.child, child=link.parent),
    )

    assert versions(index(replace(case, links=circle))).keys() == {link.parent, link.child}
