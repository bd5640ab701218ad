"""Which paragraphs of a page with markup are its story, on invented pages built in the ways page engines build them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemmata.model import Media, Page, Role
from stemmata.read import read_page
from stemmata.read.body import body_of, columns_of, measure_again, measure_html
from stemmata.read.dom import lay_out_html
from stemmata.read.forests import grown, load

TITLE = "Ferry runs aground off the northern pier in thick fog"
STORY = (
    "The ferry Halcyon ran aground on a sandbank early on Tuesday with 84 passengers on board, the harbour office said.",
    "Nobody was hurt. Two tugs were sent out before dawn and lines were made fast shortly after seven o’clock.",
    "“We heard a long scraping noise and then everything went quiet,” said one passenger, who had been asleep on deck.",
    "The company that owns the ship said its captain had slowed down in the fog and had followed the marked channel.",
    "Divers are to look at the hull once the tide allows it. The crossing stays closed until Thursday at the earliest.",
)
MENU = "".join(
    f'<li><a href="/{word}">{word.title()}</a></li>'
    for word in ("news", "sport", "weather", "tides", "letters")
)
COMMENTS = (
    "I was on that boat and I can tell you that the crew did a wonderful job keeping everybody calm and warm.",
    "Every winter it is the same story with that channel, and every winter the council says it will be dredged.",
    "My father worked on the Halcyon for thirty years. He would never have taken her out in fog like that.",
)


OTHERS = (
    (
        "Market hall to reopen in spring",
        "After two years of works the stalls are coming back, traders were told on Monday.",
    ),
    (
        "School choir wins second prize",
        "Forty children travelled through the night and sang in front of two thousand people.",
    ),
    (
        "Bakers warn of dearer bread",
        "The price of flour has doubled since summer, according to the guild of bakers.",
    ),
)


def page(story: str, after: str = "", head: str = "") -> str:
    return (
        f'<html><head><title>{TITLE} - The Pierside Post</title><meta property="og:title" content="{TITLE}">{head}</head>'
        f"<body><nav><ul>{MENU}</ul></nav><h1>{TITLE}</h1>{story}{after}"
        f"<footer><ul>{MENU}</ul><p>© The Pierside Post. All rights reserved.</p></footer></body></html>"
    )


def body(html: str) -> tuple[str, ...]:
    article = read_page(Page("page", html.encode(), Media.HTML))
    return tuple(span.of(article.text) for span in article.spans(Role.BODY))


def paragraphs(template: str = "<p>{}</p>") -> str:
    return "".join(template.format(part) for part in STORY)


@pytest.mark.parametrize(
    "story",
    [
        f"<article>{paragraphs()}</article>",
        f"<div>{paragraphs()}</div>",
        f'<div class="category-news tag-sea">{paragraphs()}</div>',
        '<div class="c7f3 k22">' + paragraphs('<div class="x81723"><p>{}</p></div>') + "</div>",
        f"<div>{paragraphs('<div><div><p>{}</p></div></div>')}</div>",
        f"<div>{paragraphs('{}<br><br>')}</div>",
    ],
    ids=[
        "article",
        "plain div",
        "classes that name a section",
        "machine-made classes",
        "wrapped twice",
        "line breaks",
    ],
)
def test_a_story_is_found_whatever_stands_around_its_paragraphs(story: str) -> None:
    assert body(page(story)) == STORY


def test_comments_of_the_same_length_are_no_story() -> None:
    comments = "".join(f'<div class="comment"><p>{words}</p></div>' for words in COMMENTS)

    found = body(page(f"<div>{paragraphs()}</div>", f'<div id="comments">{comments}</div>'))

    assert found == STORY


def test_leads_of_other_stories_are_no_story() -> None:
    cards = "".join(
        f'<div class="card"><h3><a href="/{number}">{title}</a></h3><p class="lead">{lead}</p></div>'
        for number, (title, lead) in enumerate(OTHERS)
    )

    found = body(page(f'<div class="text">{paragraphs()}</div>', f"<div><h2>More stories</h2>{cards}</div>"))

    assert found == STORY


def test_a_caption_between_paragraphs_is_no_story() -> None:
    caption = "<figure><img src='a.jpg'><figcaption>The Halcyon on the sandbank on Tuesday morning.</figcaption></figure>"
    story = "".join(f"<p>{part}</p>{caption if number == 1 else ''}" for number, part in enumerate(STORY))

    assert body(page(f"<article>{story}</article>")) == STORY


def test_the_shipped_trees_ask_for_the_columns_that_are_measured() -> None:
    assert load("forest_html").columns == {
        score: columns_of(score, html=True) for score in ("first", "second")
    }


def test_trees_written_breadth_first_grow_as_told() -> None:
    forest = grown([1, 5], [-1, 2, -1, 0, -1, -1], [0.5, 1.0, -1.0, 3.0, 2.0, 4.0])

    assert forest.roots.tolist() == [0, 1]
    assert forest.depths.tolist() == [0, 2]
    assert forest.children.tolist() == [0, 2, 2, 4, 4, 5]
    assert forest.values.tolist() == [0.5, 0.0, -1.0, 0.0, 2.0, 4.0]


tags = st.sampled_from(["div", "p", "li", "h1", "h2", "td", "section", "aside", "figcaption", "span", "a"])
words = st.text(st.sampled_from("abc AB.,“”\u200b中\n0&<"), max_size=80)
trees = st.recursive(
    words,
    lambda inner: st.builds(
        lambda tag, name, parts: f'<{tag} class="{name}">{"".join(parts)}</{tag}>',
        tags,
        st.sampled_from(["", "story-body", "related", "comment", "x1 x2", "title"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)


@settings(deadline=None, max_examples=60)
@given(
    trees, st.sampled_from(["", '<script type="application/ld+json">{"articleBody": "abc \\u00"}</script>'])
)
def test_every_page_is_measured_in_numbers_and_judged_line_by_line(html: str, head: str) -> None:
    sheet = lay_out_html(head + html)
    if not sheet.spans:
        return
    inside, odds = body_of(sheet)
    measured, first = measure_html(sheet)

    assert len(inside) == len(odds) == len(sheet.spans)
    assert first.shape == (len(odds), len(columns_of("first", html=True)))
    assert measure_again(measured, first, odds).shape[1] == len(columns_of("second", html=True))
    assert (abs(first) < 1e9).all()
