"""Agencies that no list knows are known by how pages credit them."""

import pytest

from stemmata.model import Article, Media, Page
from stemmata.read import read_page

STORY = """{head} A sluice gate gave way early on Tuesday and sent water through the lower streets of the town.
About 1,400 people left their homes, the fire service said, and two of them were still in hospital on Wednesday.
The water board closed the road along the reservoir until Friday and asked the ministry for an inspector.
{foot}"""


def _read(head: str, foot: str = "") -> Article:
    read = read_page(Page("paste", STORY.format(head=head, foot=foot).encode(), Media.TEXT))

    assert isinstance(read, Article)
    return read


@pytest.mark.parametrize(
    ("head", "agency"),
    [
        ("ORLOW, March 3 (Kestrelwire) -", "Kestrelwire"),
        ("ORLOW (Kestrelwire) —", "Kestrelwire"),
        ("ORLOW (TernGlobe) -", "TernGlobe"),
        ("ORLOW, March 3 (Kestrel) —", "Kestrel"),
        ("ORLOW, 3 March (Tern Coast Observer) –", "Tern Coast Observer"),
    ],
)
def test_the_brackets_of_a_dateline_name_an_agency(head: str, agency: str) -> None:
    article = _read(head)

    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("ORLOW", agency)


def test_a_region_in_brackets_is_none() -> None:
    article = _read("ORLOW (Pomerania), March 3 —")

    assert article.dateline is None or article.dateline.agency is None


def test_what_the_dateline_names_is_credited_wherever_it_signs() -> None:
    article = _read("ORLOW (Kestrelwire) —", "Kestrelwire contributed to this report.")

    assert {(one.agency, one.how) for one in article.credits} == {
        ("Kestrelwire", "dateline"),
        ("Kestrelwire", "footline"),
    }
