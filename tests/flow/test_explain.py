"""What one page is to another, read off the stemma."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from stemmata.flow import explain
from stemmata.model import (
    Article,
    Case,
    Direction,
    Event,
    Evidence,
    Link,
    Modality,
    Network,
    Node,
    Passage,
    Relation,
    Reuse,
    Span,
    Tier,
)


@pytest.fixture
def family(article: Callable[..., Article], node: Callable[..., Node], link: Callable[..., Link]) -> Case:
    """n1 (a1, a5) → n2 (a2) → n3 (a3); n1 → a lost state → n4 (a4); a6 stands alone."""
    return Case(
        articles=tuple(article(f"a{number}") for number in range(1, 7)),
        nodes=(
            node("n1", "a1", "a5"),
            node("n2", "a2"),
            node("n3", "a3"),
            node("n4", "a4"),
            node("n5"),
            node("n6", "a6"),
        ),
        links=(link("n1", "n2"), link("n2", "n3"), link("n1", "n5"), link("n5", "n4")),
        passages=(Passage("a1", Span(0, 9), "a2", Span(4, 13), Reuse.EXACT, 1.0),),
    )


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("a1", "a5", Relation.SAME),
        ("a1", "a3", Relation.DESCENDANT),
        ("a3", "a1", Relation.ANCESTOR),
        ("a3", "a4", Relation.COUSIN),
        ("a1", "a4", Relation.DESCENDANT),
        ("a1", "a6", Relation.NONE),
    ],
)
def test_the_relation_is_read_off_the_way_between_two_states(
    family: Case, left: str, right: str, relation: Relation
) -> None:
    assert explain(family, left, right).relation is relation


def test_the_confidence_of_a_way_is_that_of_all_its_arrows(family: Case) -> None:
    assert explain(family, "a1", "a3").confidence == pytest.approx(0.8 * 0.8)


def test_an_arrow_without_direction_is_told_as_such(
    article: Callable[..., Article], node: Callable[..., Node], link: Callable[..., Link]
) -> None:
    case = Case(
        articles=(article("a1"), article("a2")),
        nodes=(node("n1", "a1"), node("n2", "a2")),
        links=(link("n1", "n2", Direction.UNDECIDED),),
    )

    assert explain(case, "a1", "a2").relation is Relation.UNTOLD


def test_passages_are_seen_from_the_page_on_the_left(family: Case) -> None:
    (passage,) = explain(family, "a2", "a1").passages

    assert (passage.left, passage.left_span, passage.right_span) == ("a2", Span(4, 13), Span(0, 9))
    assert explain(family, "a2", "a1").left_shared == pytest.approx(9 / 18)


def test_one_event_one_quotation_one_template_are_weaker_ties(article: Callable[..., Article]) -> None:
    pages = ("a1", "a2")
    happened = Event(
        "e1", (), pages, (), (), "", "", (), None, Modality.HAPPENED, None, None, None, 2, (2, 2), ()
    )
    quote = Passage("a1", Span(0, 3), "a2", Span(0, 3), Reuse.QUOTE, 1.0)
    network = Network("s1", (), "t1", Tier.CONCLUSIVE, pages, ())
    articles = (article("a1"), article("a2"))
    cases = (
        Case(articles=articles, events=(happened,), passages=(quote,), networks=(network,)),
        Case(articles=articles, passages=(quote,), networks=(network,)),
        Case(articles=articles, networks=(network,)),
    )

    assert [explain(case, *pages).relation for case in cases] == [
        Relation.EVENT,
        Relation.QUOTES,
        Relation.NETWORK,
    ]


def test_pages_of_one_text_state_are_told_why_they_are_one(family: Case) -> None:
    why = Evidence("same-words", "a1 and a5 have the same 9 words.", 1.0)
    nodes = tuple(replace(one, evidence=(why,)) if one.id == "n1" else one for one in family.nodes)

    assert explain(replace(family, nodes=nodes), "a1", "a5").evidence == (why,)


def test_a_page_and_itself_need_no_reason(family: Case) -> None:
    found = explain(family, "a1", "a1")

    assert (found.relation, found.evidence) == (Relation.SAME, ())
    assert "one page" in found.says
