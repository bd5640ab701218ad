"""What two articles share."""

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Article, Dateline, Passage, Reuse, Role, Span
from stemmata.reuse import ReuseSettings, compare

Make = Callable[..., Article]
SETTINGS = ReuseSettings()


def kinds(passages: tuple[Passage, ...]) -> list[str]:
    return [one.kind.value for one in passages]


def sides(passage: Passage, one: Article, other: Article) -> tuple[str, str]:
    """Return the words on the side of ``one``, then those on the side of ``other``."""
    spans = {passage.left: passage.left_span, passage.right: passage.right_span}
    return spans[one.id].of(one.text), spans[other.id].of(other.text)


def test_a_copy_is_exact_paragraph_by_paragraph(make: Make, wire: Article) -> None:
    passages = compare(wire, make(wire.text, "copy"), SETTINGS)

    assert set(kinds(passages)) == {"exact"}
    assert [one.left_span for one in passages] == list(wire.body)


def test_case_marks_and_spelling_convention_do_not_spoil_an_exact_passage(make: Make) -> None:
    one = make(
        "The harbour’s defence programme, once prized, was “organised” by neighbours in Lowmere for years.",
        "a",
    )
    other = make(
        "THE HARBOR'S DEFENSE PROGRAM once prized was organized by neighbors in Lowmere for years.", "b"
    )

    assert kinds(compare(one, other, SETTINGS)) == ["exact"]


def test_dropped_and_changed_words_make_a_near_or_revised_passage(make: Make, wire: Article) -> None:
    edited = wire.text.replace("pulled dozens of", "saved scores of").replace("before dawn on Tuesday, ", "")
    passages = compare(wire, make(edited, "edited"), SETTINGS)

    assert set(kinds(passages)) == {"exact", "near"}
    assert kinds(passages).count("near") == 2


def test_every_recast_sentence_finds_its_source(wire: Article, spun: Article) -> None:
    found = [sides(one, wire, spun) for one in compare(wire, spun, SETTINGS)]
    openings = {(ours.split()[0], theirs.split()[0]) for ours, theirs in found}

    assert {
        ("The", "Before"), ("Rescue", "Dozens"), ("The", "Elsbeth"), ("The", "Denying"),
        ("Farmers", "After"), ("Meteorologists", "Another"),
    } <= openings  # fmt: skip


def test_paragraphs_moved_elsewhere_are_still_found(make: Make, wire: Article) -> None:
    moved = make("\n".join(reversed(wire.text.split("\n"))), "moved")
    found = [sides(one, wire, moved) for one in compare(wire, moved, SETTINGS)]

    assert len(found) == len(wire.body)
    assert all(ours == theirs for ours, theirs in found)


def test_two_agencies_that_quote_one_governor_share_a_quotation_only(wire: Article, other: Article) -> None:
    passages = compare(wire, other, SETTINGS)

    assert kinds(passages) == ["quote"]
    assert sides(passages[0], wire, other)[0].startswith("We asked for money")


def test_a_later_story_of_the_same_people_shares_nothing(wire: Article, later: Article) -> None:
    assert compare(wire, later, SETTINGS) == ()


def test_a_clip_of_thirty_words_in_another_story_is_found(make: Make, wire: Article, later: Article) -> None:
    clip = wire.text.split("\n")[0]
    host = make(later.text.replace("Shopkeepers", f"{clip} Shopkeepers"), "host")
    found = [sides(one, wire, host) for one in compare(wire, host, SETTINGS)]

    assert (clip, clip) in found


def test_a_dateline_is_no_part_of_what_is_shared(make: Make, wire: Article, other: Article) -> None:
    line = "PELLWORTH, Kingdom of Harrow (CPB) — "
    dated = [
        make(line + one.text, one.source, dateline=Dateline("PELLWORTH", "CPB", Span(0, len(line) - 1)))
        for one in (wire, other)
    ]

    assert kinds(compare(*dated, SETTINGS)) == ["quote"]


def test_what_stands_around_both_stories_is_chrome(make: Make, wire: Article, later: Article) -> None:
    frame = "Readers also enjoyed our guide to seven forgotten lighthouses"
    pages = [
        make(f"{frame}\n{one.text}", one.source, lambda line: Role.TEASER if line == frame else Role.BODY)
        for one in (wire, later)
    ]

    assert kinds(compare(*pages, SETTINGS)) == ["chrome"]


def test_an_article_shares_nothing_with_itself(wire: Article) -> None:
    assert compare(wire, wire, SETTINGS) == ()


def test_one_word_ten_thousand_times_takes_little_time(make: Make) -> None:
    one, other = make("water " * 10_000, "one"), make("water " * 9_000 + "end", "other")
    start = process_time()
    compare(one, other, SETTINGS)

    assert process_time() - start < 2


def test_korean_is_compared_like_english(make: Make) -> None:
    one = make(
        "시 당국은 월요일 오전 낡은 다리의 균열 때문에 강변 도로를 전면 통제한다고 밝혔다.\n주민들은 우회로를 이용해야 한다.",
        "a",
    )
    other = make(
        "한편 시 당국은 월요일 오전 낡은 다리의 균열 때문에 강변 도로를 전면 통제한다고 밝혔다.", "b"
    )

    assert [one.kind for one in compare(one, other, SETTINGS)] == [Reuse.NEAR]


WORDS = st.lists(
    st.sampled_from(["dam", "gate,", "river", "flood.", "“Marrow”", "said:", "12", "trains\n", "the", "of"]),
    max_size=60,
)


@given(WORDS, WORDS)
def test_passages_lie_inside_both_texts_whichever_comes_first(
    make: Make, one: list[str], other: list[str]
) -> None:
    left, right = make(" ".join(one), "left"), make(" ".join(other), "right")
    passages = compare(left, right, SETTINGS)
    texts = {left.id: left.text, right.id: right.text}

    assert passages == compare(right, left, SETTINGS)
    for passage in passages:
        assert passage.left < passage.right
        assert 0 <= passage.left_span.start < passage.left_span.end <= len(texts[passage.left])
        assert 0 <= passage.right_span.start < passage.right_span.end <= len(texts[passage.right])
        assert 0 <= passage.likeness <= 1


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_text_is_too_strange_to_compare(make: Make, one: str, other: str) -> None:
    both = f"{one} {other}"
    passages = compare(make(both, "left"), make(f"{other} {one}", "right"), SETTINGS)

    assert all(passage.kind in Reuse for passage in passages)


@pytest.mark.slow
def test_copies_of_a_text_that_says_one_thing_over_and_over_are_exact(make: Make, wire: Article) -> None:
    text = "\n".join([wire.text.split("\n")[1]] * 300)

    assert kinds(compare(make(text, "one"), make(text, "other"), SETTINGS)) == ["exact"] * 300


@pytest.mark.slow
def test_only_the_beginning_of_a_book_is_compared(make: Make) -> None:
    start = process_time()
    compare(make("word soup " * 1_000_000, "one"), make("soup word " * 1_000_000, "other"), SETTINGS)

    assert process_time() - start < 10


def test_a_brief_of_no_known_language_is_read_in_that_of_the_story(make: Make, wire: Article) -> None:
    brief = "\n".join(wire.text.replace("warned", "cautioned").replace("said", "stated").split("\n")[:3])

    passages = compare(make(brief, "one", language="und"), make(wire.text, "two", language="en"), SETTINGS)

    assert passages == compare(
        make(brief, "one", language="en"), make(wire.text, "two", language="en"), SETTINGS
    )
    assert passages != compare(
        make(brief, "one", language="xx"), make(wire.text, "two", language="yy"), SETTINGS
    )
