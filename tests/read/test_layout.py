"""The marks by which pages of one template are known."""

import re

from stemmata.model import Article, Media, Page
from stemmata.read import read_page
from stemmata.read.dom import lay_out_html

STORY = "".join(
    f"<p>The harbour council met for the {word} time on Tuesday and said that the old grain pier would be rebuilt "
    "before the summer, when the ferries come back.</p>"
    for word in ("first", "second", "third", "fourth")
)


def page(build: str, frame: str = "section") -> str:
    return (
        f"<html><head><title>Pier to be rebuilt</title><meta name='x-quill-id' content='7'></head><body>"
        f"<div class='Shell_root__{build}'><{frame}><article class='css-{build}'><h1>Pier to be rebuilt</h1>{STORY}"
        f"</article></{frame}><footer class='quill-foot'><p>Bright quill! (17)</p></footer></div></body></html>"
    )


def marks(html: str) -> set[str]:
    article = read_page(Page("page", html.encode(), Media.HTML))
    assert isinstance(article, Article)
    return set(article.layout)


def test_equal_trees_have_equal_shapes_and_others_do_not() -> None:
    one, other, third = (
        lay_out_html(page(*how)).head.shapes for how in (("a1b2c",), ("z9y8x",), ("a1b2c", "main"))
    )

    assert one == other
    assert 0 < len(set(one) & set(third)) < len(set(one))


def test_class_names_made_anew_in_each_build_leave_the_same_marks() -> None:
    assert marks(page("3xK2p")) == marks(page("9fQ7z"))


def test_marks_keep_the_names_that_a_maker_chose() -> None:
    found = marks(page("3xK2p"))

    assert {"class:quill-foot", "class:shell_root__*", "meta:x-quill-id"} <= found


def test_rows_of_utility_classes_are_a_mark_by_their_choice() -> None:
    sets = [
        lay_out_html(f"<p class='{row}'>A line.</p>").head.sets
        for row in ("mt-4 flex gap-2", "mt-4  flex gap-2", "flex mt-4")
    ]

    assert len(sets[0]) == 1
    assert sets[0] == sets[1]
    assert sets[2] == ()


def test_a_short_line_at_the_end_of_the_story_may_be_the_frames_own() -> None:
    text = "Pier to be rebuilt\n" + re.sub(r"</?p>", "\n", STORY) + "Bright quill! (17)"
    article = read_page(Page("page", text.encode(), Media.TEXT))
    assert isinstance(article, Article)

    assert "phrase:bright quill! (#)" in article.layout


def orders(text: str) -> set[str]:
    article = read_page(Page("page", text.encode(), Media.TEXT))
    assert isinstance(article, Article)
    return {mark for mark in article.layout if mark.startswith("order:")}


def test_the_order_of_its_lines_is_a_mark_of_a_text_whatever_story_it_carries() -> None:
    story = re.sub(r"</?p>", "\n", STORY)
    texts = [
        f"{title}\nDate:2023-05-0{day}\n{story.replace('Tuesday', weekday)}{foot}"
        for title, day, weekday, foot in (
            ("Pier to be rebuilt after storm", 3, "Tuesday", "Share this\nMost read\n"),
            ("Council to build a pier again", 5, "Friday", "Share this\nMost read\n"),
            ("Pier to be rebuilt after storm", 3, "Tuesday", "Most read\nShare this\n"),
        )
    ]
    one, other, turned = map(orders, texts)

    assert one == other
    assert one & turned < one
