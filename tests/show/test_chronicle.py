"""The timeline."""

from stemmata.model import Case
from stemmata.show.index import index
from stemmata.show.report.chronicle import WIDTH, chronicle
from stemmata.show.report.limits import Limits


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
