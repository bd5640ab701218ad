"""What holds for any text."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Article, Block, Role, Span
from stemmata.statements import read_statements

ALPHABET = """
Odu Torvik he she said says told that according to the ministry “ ” " ' ’ , . ; — ( ) and but as called praised denied
not : Q: A: citing As continued Ann Bob twenty never while wrote to footage sagte sei dass laut nach Angaben teilte mit zufolge so
wie erklärte hat gesagt er „ not who which U.S. Mr. 12 asked if whether photos showed quoted saying 港 with calling by published news agency .” ,”
"""
WORDS = st.sampled_from([*ALPHABET.split(), "\u200b", "\ud800"])


def page(name: str, paragraphs: list[str]) -> Article:
    text, blocks = "", []
    for words in paragraphs:
        if words.strip():
            blocks.append(Block(Span(len(text), len(text) + len(words)), Role.BODY))
        text += words + "\n"
    return Article(
        name,
        name,
        (name,),
        None,
        None,
        None,
        None,
        "",
        None,
        (),
        None,
        text,
        tuple(blocks),
        None,
        (),
        (),
        "en",
        (),
    )


paragraphs = st.lists(st.lists(WORDS, max_size=25).map(" ".join), min_size=1, max_size=4)


@given(paragraphs, st.sampled_from(["en", "de"]))
def test_every_span_lies_in_the_text_and_every_speaker_exists(written: list[str], language: str) -> None:
    one = replace(page("a", written), language=language)
    found = read_statements([one], (), (), (), (), (), ())
    known = {speaker.id for speaker in found.speakers}

    for statement in found.statements:
        spans = [statement.span, *statement.content, *statement.quoted]
        assert all(0 <= span.start < span.end <= len(one.text) for span in spans)
        assert statement.speaker in known
        assert {relay.speaker for relay in statement.via} <= known
        assert statement.evidence
        assert 0 < statement.confidence <= 1
    assert len({statement.id for statement in found.statements}) == len(found.statements)


@given(paragraphs, paragraphs)
def test_the_order_of_pages_changes_nothing(left: list[str], right: list[str]) -> None:
    one, two = page("a", left), page("b", right)

    assert read_statements([one, two], (), (), (), (), (), ()) == read_statements(
        [two, one], (), (), (), (), (), ()
    )


def test_a_language_without_cue_frames_says_nothing() -> None:
    assert (
        read_statements(
            [replace(page("a", ["Odu said no."]), language="fi")], (), (), (), (), (), ()
        ).statements
        == ()
    )
