"""First use and history of a phrase."""

from datetime import date

from stemmata.model import (
    Article,
    Block,
    Direction,
    How,
    Interval,
    Link,
    LinkKind,
    Node,
    NodeKind,
    Origin,
    Role,
    Span,
    Witness,
    Written,
)
from stemmata.terms import TermSettings, trace_terms

SETTINGS = TermSettings()


def article(name: str, text: str, role: Role = Role.BODY) -> Article:
    return Article(
        id=name,
        source=name,
        sources=(name,),
        url=None,
        site=None,
        publisher=None,
        fetched=None,
        sha256="",
        title=None,
        authors=(),
        byline=None,
        text=text,
        blocks=(Block(Span(0, len(text)), role),),
        dateline=None,
        credits=(),
        declared=(),
        language="en",
        stamps=(),
    )


def written(name: str, day: date | None) -> Written:
    return Written(name, Interval.day(day) if day else None, day, (), False, None, ())


def node(name: str, *articles: str) -> Node:
    witnesses = tuple(Witness(one, How.CLEAN) for one in articles)
    return Node(name, "f", NodeKind.STATE, name, witnesses, (), 1.0, ())


def link(parent: str, child: str) -> Link:
    return Link("f", parent, child, LinkKind.COPY, Direction.DECIDED, 1.0, True, 1.0, (), ())


def test_the_earliest_text_has_the_phrase_first() -> None:
    pages = [article("a", "A quiet harbour duty was owed."), article("b", "No “quiet harbor duty,” he said.")]
    dates = [written("a", date(2024, 6, 14)), written("b", date(2024, 6, 13))]

    (term,) = trace_terms(["quiet harbour duty"], pages, dates, [], [], [], SETTINGS)

    assert term.first is not None
    assert term.first.article == "b"
    assert term.first.span.of(pages[1].text) == "quiet harbor duty"


def test_an_ancestor_without_a_date_precedes_its_dated_descendant() -> None:
    pages = [article("a", "The still bell rang."), article("b", "The still bell rang again.")]
    dates = [written("a", None), written("b", date(2024, 6, 13))]
    tree = [node("n1", "a"), node("n2", "b")]

    (term,) = trace_terms(["still bell"], pages, dates, tree, [link("n1", "n2")], [], SETTINGS)

    assert term.first is not None
    assert term.first.article == "a"


def test_copies_count_as_pages_but_not_as_origins() -> None:
    pages = [article(name, "The still bell rang.") for name in "abc"]
    dates = [written(name, date(2024, 6, 13)) for name in "abc"]
    origins = [
        Origin("o1", "f", "n1", None, ("a", "b"), 1.0, ()),
        Origin("o2", "g", "n9", None, ("c",), 1.0, ()),
    ]

    (term,) = trace_terms(["still bell"], pages, dates, [], [], origins, SETTINGS)

    assert [(use.first, use.last, use.articles, use.origins) for use in term.series] == [
        (date(2024, 6, 1), date(2024, 6, 30), 3, 2)
    ]


def test_words_of_link_lists_are_not_the_page_s_own() -> None:
    (term,) = trace_terms(
        ["still bell"], [article("a", "Still bell rings", Role.TEASER)], [], [], [], [], SETTINGS
    )

    assert term.first is None
    assert term.series == ()


def test_a_page_without_a_day_stands_in_no_month() -> None:
    (term,) = trace_terms(
        ["still bell"], [article("a", "A still bell")], [written("a", None)], [], [], [], SETTINGS
    )

    assert term.first is not None
    assert term.first.when is None
    assert term.series == ()


def test_a_page_with_two_origins_lends_a_phrase_only_one() -> None:
    pages = [article("a", "The still bell rang."), article("m", "The still bell rang, and more.")]
    dates = [written(name, date(2024, 6, 13)) for name in "am"]
    origins = [
        Origin("o1", "f", "n1", None, ("a", "m"), 1.0, ()),
        Origin("o2", "f", "n9", None, ("m",), 1.0, ()),
    ]

    (term,) = trace_terms(["still bell"], pages, dates, [], [], origins, SETTINGS)

    assert [use.origins for use in term.series] == [1]
