"""The whole stage: articles in, passages and families out."""

from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time

import pytest

from stemmata.model import Article, Family, Media, Page, Passage, Reuse
from stemmata.read import read_page
from stemmata.reuse import ReuseSettings, compare

Make = Callable[..., Article]
Trace = Callable[[Iterable[Article]], tuple[list[Passage], tuple[Family, ...]]]


def test_the_stage_finds_what_comparing_every_pair_finds(
    trace: Trace, wire: Article, spun: Article, other: Article, later: Article
) -> None:
    articles = [wire, spun, other, later]
    passages, _ = trace(articles)
    every = {
        one
        for place, left in enumerate(articles)
        for right in articles[place + 1 :]
        for one in compare(left, right, ReuseSettings())
    }

    assert set(passages) == every


def test_derivation_makes_families_and_a_quotation_does_not(
    trace: Trace, wire: Article, spun: Article, other: Article, later: Article
) -> None:
    _, families = trace([wire, spun, other, later])

    assert {one.articles for one in families} == {
        tuple(sorted((wire.id, spun.id))), (other.id,), (later.id,)
    }  # fmt: skip


def test_the_order_of_arrival_changes_nothing(
    trace: Trace, wire: Article, spun: Article, other: Article
) -> None:
    assert trace([wire, spun, other]) == trace([other, spun, wire])


def test_a_page_of_two_sources_joins_both_families(
    make: Make, trace: Trace, wire: Article, other: Article
) -> None:
    ours, theirs = wire.text.split("\n"), other.text.split("\n")
    merged = make("\n".join([*ours[:4], *theirs[3:]]), "merged")
    _, families = trace([wire, other, merged])

    assert [len(one.articles) for one in families] == [3]


def test_a_brief_that_two_long_stories_carry_does_not_make_them_one(
    make: Make, trace: Trace, wire: Article, other: Article
) -> None:
    clip = "A retired lighthouse keeper from Dunmarsh won the national crossword championship on Sunday after a tie "
    clip += "break that lasted almost three hours, the organisers of the contest announced."
    filler = "\n".join(
        f"Paragraph {number} of the long story about {word} tells of {word} markets, {word} prices and old {word} laws."
        for number, word in enumerate(
            ["barley", "copper", "timber", "salt", "wool", "amber", "tin", "flax", "hemp", "tar"]
        )
    )
    hosts = [
        make(f"{one.text}\n{clip}", one.source) for one in (wire, make(f"{other.text}\n{filler}", "long"))
    ]
    _, families = trace([*hosts, make(clip, "clip")])

    assert sorted(len(one.articles) for one in families) == [1, 2]


def test_a_legal_notice_ties_no_stories(make: Make, trace: Trace) -> None:
    notice = " ".join(
        f"clause {number} binds reader{number} and publisher{number} alike" for number in range(40)
    )
    pages = [
        make(
            "\n".join([*(f"{word} {place} {line} went to {word}{line} town." for line in range(60)), notice]),
            word,
        )
        for place, word in enumerate(
            ["amber", "birch", "cedar", "delta", "ember", "fjord", "gorse", "heath", "inlet", "jetty"]
        )
    ]
    passages, families = trace(pages)

    assert [len(one.articles) for one in families] == [1] * len(pages)
    assert {one.kind for one in passages} == {Reuse.CHROME}


def test_a_brief_of_one_paragraph_on_many_pages_is_no_notice(make: Make, trace: Trace, wire: Article) -> None:
    passages, families = trace([make(wire.text.split("\n")[0], f"page {number}") for number in range(9)])

    assert [len(one.articles) for one in families] == [9]
    assert {one.kind for one in passages} == {Reuse.EXACT}


@pytest.mark.slow
def test_two_hundred_identical_pages_are_one_family_in_bounded_time(
    make: Make, trace: Trace, wire: Article
) -> None:
    text = "\n".join(wire.text.split("\n")[:3])
    start = process_time()
    passages, families = trace([make(text, f"page {number}") for number in range(200)])

    assert process_time() - start < 20
    assert [len(one.articles) for one in families] == [200]
    assert len(passages) < 200 * 64 * 3


def test_pages_without_a_word_stand_alone(make: Make, trace: Trace) -> None:
    _, families = trace([make("", "empty"), make("… — !", "marks")])

    assert [len(one.articles) for one in families] == [1, 1]


@pytest.mark.shared
def test_the_seeds_give_the_pairs_and_families_of_the_issue(shared: Path, trace: Trace) -> None:
    pages = [
        Page(path.name, path.read_bytes(), Media.TEXT) for path in sorted((shared / "seeds").glob("*.txt"))
    ]
    articles = [article for page in pages if isinstance(article := read_page(page), Article)]
    number = {article.id: article.source[:3] for article in articles}
    passages, families = trace(articles)
    derived = {frozenset((number[one.left], number[one.right])) for one in passages if one.kind.derives}
    related = ("000", "001", "003", "004")

    assert derived == {frozenset((one, two)) for one in related for two in related if one != two}
    assert {frozenset(number[one] for one in family.articles) for family in families} == {
        frozenset(related), frozenset({"002"})
    }  # fmt: skip
