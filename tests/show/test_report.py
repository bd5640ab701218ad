"""The report: true to the case, safe with hostile pages, one file."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from stemmata.model import Article, Case
from stemmata.show.report import report

VOID = {"meta", "br", "hr", "img", "input", "link"}
ALLOWED = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "footer",
        "main",
        "nav",
        "section",
        "div",
        "span",
    ),
    *(
        "p",
        "a",
        "b",
        "i",
        "small",
        "code",
        "h1",
        "h2",
        "h3",
        "h4",
        "ol",
        "ul",
        "li",
        "dl",
        "dt",
        "dd",
        "figure",
    ),
    *(
        "figcaption",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "details",
        "summary",
        "del",
        "ins",
        "mark",
        "bdi",
    ),
    *("svg", "path", "rect", "circle", "text"),
}


class Reader(HTMLParser):
    """Reads a page strictly: every tag closed in its turn, every attribute noted."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module", params=[False, True], ids=["whole", "excerpts"])
def page(case: Case, request: pytest.FixtureRequest) -> str:
    return report(case, excerpts=request.param)


@pytest.fixture(scope="module")
def read(page: str) -> Reader:
    return Reader(page)


def test_every_tag_is_known_and_closed_in_its_turn(read: Reader) -> None:
    assert read.wrong == []
    assert read.open == []
    assert read.tags <= ALLOWED


def test_words_of_a_page_never_become_markup(page: str, read: Reader) -> None:
    assert not re.search(
        r"<(script|img|iframe|object|embed|form|base|link|svg onload)\b", page, re.IGNORECASE
    )
    assert not [name for _, name, _ in read.attributes if name.startswith("on")]
    assert "<script>alert('title')</script>" in read.text


def test_nothing_is_loaded_from_elsewhere(page: str, read: Reader) -> None:
    loading = {"src", "srcset", "data", "action", "formaction", "poster", "background", "xlink:href"}

    assert not [one for one in read.attributes if one[1] in loading]
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


def test_a_link_leads_inside_the_report_or_to_the_web_and_nowhere_else(read: Reader) -> None:
    leads = [value for _, name, value in read.attributes if name == "href"]
    outside = [one for one in leads if not one.startswith("#")]

    assert outside == ['https://quay.example/a?b=1&c="2"']
    assert not [one for one in read.attributes if one[1] == "href" and "script:" in one[2]]


def test_every_inner_link_arrives_and_no_name_is_used_twice(read: Reader) -> None:
    names = [value for _, name, value in read.attributes if name == "id"]
    leads = {value[1:] for _, name, value in read.attributes if name == "href" and value.startswith("#")}

    assert len(names) == len(set(names))
    assert leads <= set(names)


def test_the_same_case_gives_the_same_bytes(case: Case, page: str) -> None:
    assert page in {report(case, excerpts=False), report(case, excerpts=True)}


def test_the_first_words_are_the_answer(read: Reader) -> None:
    assert "8 pages → 2 events → 3 independent text origins Among these pages." in read.text


@pytest.mark.parametrize(
    "said",
    [
        "1 page recycled: old text under a new date",
        "1 lost version that only later texts show",
        "1 text put together from more than one source",
        "at least 1, at most 2",
        "Cited, but not among these pages",
        "alleged: the reports do not vouch for it",
        "cannot be told (0.52 for the order shown)",
        "wording differs",
        "Tove Aldric → state radio → VNW → flat.example",
        "contradicts its text, 563 days apart",
        "One template: conclusive",
        "It holds links and no paragraph of a story.",
        "on none of these pages",
        "2 events in 6 pages",
        "Cannot tell".lower(),
        "length -0.40, speaks against",
    ],
)
def test_it_says(read: Reader, said: str) -> None:
    assert said in read.text


def test_a_changed_word_is_marked_on_both_sides(case: Case) -> None:
    page = report(case, excerpts=False)

    assert "<del>ten</del>" in page
    assert "<ins>twelve</ins>" in page


def test_control_characters_and_lone_surrogates_do_not_reach_the_file(case: Case) -> None:
    broken = replace(case.articles[0], title="a\x00b\ud800c", text=case.articles[0].text + "\x07\udfff")
    page = report(replace(case, articles=(broken, *case.articles[1:])), excerpts=False)

    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", page)


def test_an_edition_of_excerpts_prints_no_page_and_no_folder(case: Case, pages: tuple[Article, ...]) -> None:
    page = report(case, excerpts=True)
    words = Reader(page).text

    assert "Your horoscope for the tides" not in words
    assert "pages/flat.html" not in words
    for one in pages:
        flat = " ".join(one.text.split())
        assert not [at for at in range(len(flat) - 260) if flat[at : at + 260] in words]


def test_a_page_printed_whole_sets_its_story_apart(case: Case) -> None:
    page = report(case, excerpts=False)

    assert '<p class="chrome" dir="auto">Your horoscope for the tides</p>' in page
    assert '<p class="body" dir="auto">Barge crews were turned back' in page


def test_an_empty_case_is_a_page_that_says_so() -> None:
    read = Reader(report(Case(), excerpts=False))

    assert read.wrong == []
    assert "0 pages → no event could be told" in read.text


def test_pages_of_no_event_keep_their_tree_and_their_receipts(case: Case) -> None:
    read = Reader(report(replace(case, events=case.events[:1]), excerpts=False))

    assert "Outside the events Pages of which no event could be told" in read.text
    assert ("div", "id", "arrow-n-evil.n-twin") in read.attributes
