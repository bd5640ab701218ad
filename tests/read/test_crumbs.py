"""What stands among the paragraphs of a story and is none: the path that leads to it, ornaments."""

from stemmata.model import Article, Media, Page, Role
from stemmata.read import read_page

STORY = """You stand here » Harbour » Ferry runs aground off Tarnmouth
Ferry runs aground off Tarnmouth
Date: 2031-02-03 04:05:06
A passenger ferry ran aground on the sandbar outside Tarnmouth harbour late on Tuesday, the coastguard said.
All 214 passengers were taken off by lifeboat before dawn and none of them was hurt, according to the operator.
Divers will look at the hull on Thursday, when the tide is low enough to see how deep she sits.
Most read
"""


def test_a_path_that_repeats_the_title_is_wrapping() -> None:
    read = read_page(Page("paste", STORY.encode(), Media.TEXT))

    assert isinstance(read, Article)
    assert [span.of(read.text) for span in read.spans(Role.BODY)] == STORY.split("\n")[3:6]


def test_a_line_without_a_letter_is_an_ornament() -> None:
    story = STORY.replace("Divers will", "* * *\n\u200b\nDivers will")
    read = read_page(Page("paste", story.encode(), Media.TEXT))

    assert isinstance(read, Article)
    assert [span.of(read.text) for span in read.spans(Role.BODY)] == STORY.split("\n")[3:6]
