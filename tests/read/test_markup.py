"""The compiled reader of HTML and the walk in Python give the same sheet."""

import gzip
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.kernels import compiled_reader
from stemmata.model import Media
from stemmata.read.decode import binary_kind, decode
from stemmata.read.dom import lay_out_html, lay_out_utf8
from stemmata.read.traits import _WORDS, _words
from stemmata.read.walk import walk_html

PAGES = Path(os.environ.get("STEMMATA_SHARED", "../shared")) / "data" / "read"

compiled = pytest.mark.skipif(compiled_reader() is None, reason="the kernels are not compiled here")

WORDS = st.sampled_from(
    ["ferry ", "pier", " grain &amp; salt ", "&nbsp;", "\n", "é", "漢字", "&lt;b&gt;", "&hellip;"]
)
BLOCKS = (
    "p",
    "div",
    "section",
    "ul",
    "li",
    "h2",
    "blockquote",
    "article",
    "figure",
    "form",
    "td",
    "noscript",
    "svg",
)
INSIDE = (
    "a",
    "b",
    "span",
    "em",
    "time datetime='2031-02-03'",
    "span hidden",
    "i class='sr-only'",
    "object",
    "span class=author",
)
SEALS = (
    " class='lede story'",
    " id=body-text",
    " hidden",
    " style='display:none'",
    " itemprop=articleBody",
    "",
    "",
)
SOUP = st.sampled_from(
    [f"<{tag}{seal}>" for tag in ("p", "div", "li", "h2", "dd", "button", "label") for seal in SEALS]
    + [f"<{tag}>" for tag in INSIDE]
    + [
        f"</{tag}>"
        for tag in ("p", "div", "li", "h2", "dd", "button", "label", "a", "b", "span", "form", "br", "x")
    ]
    + [
        "<br>",
        "<hr>",
        "<form>",
        "<select>",
        "<option>",
        "</select>",
        "<svg>",
        "</svg>",
        "<textarea>a<b</textarea>",
    ]
    + ["<!-- no -->", "<script type='application/ld+json'>{}</script>", "<template>q</template>", "</body>"]
)


@st.composite
def trees(draw: st.DrawFn, depth: int = 4) -> str:
    if depth == 0 or draw(st.booleans()):
        return draw(WORDS)
    tag = draw(st.sampled_from(BLOCKS + INSIDE))
    name = tag.split()[0]
    inside = "".join(draw(st.lists(trees(depth - 1), max_size=4)))
    return f"<{tag}{draw(st.sampled_from(SEALS))}>{inside}</{name}>"


@compiled
@given(st.lists(trees(), max_size=5))
def test_a_page_in_order_is_laid_out_alike(parts: list[str]) -> None:
    page = f"<!doctype html><html lang=en><title>A &amp; b</title><body class=wide>{''.join(parts)}</body></html>"

    assert lay_out_html(page) == walk_html(page)


@compiled
@given(st.lists(SOUP | WORDS, max_size=12))
def test_tags_in_disorder_are_mended_alike(parts: list[str]) -> None:
    page = f"<!doctype html>{''.join(parts)}"

    assert lay_out_html(page) == walk_html(page)


@compiled
@pytest.mark.parametrize(
    "page",
    [
        "<a><label><p>one<a>two",
        "<a>one<span hidden><p>two<a>three",
        "<a><canvas><div><label><p>one</a>two",
        "<i hidden>one<option><form>two</i>three",
        "<a hidden>one<div><p>two</a>three",
        "<a hidden>one<h2><select><a>two</select>three",
        "<form><a hidden>one</form><button>two<a>three",
        "<p><i hidden>one<h2>two</br>three",
        "<p><i hidden>one<dd><textarea>two</textarea><div>three",
    ],
)
def test_what_formatting_is_cut_by_is_moved_out_of_what_is_no_formatting(page: str) -> None:
    assert lay_out_html(page) == walk_html(page)


@given(st.text(st.sampled_from("<>/!-='\"& \n#x;apbdivtablescript\x00\ud800é"), max_size=200))
def test_any_text_is_laid_out_with_spans_that_fit(page: str) -> None:
    sheet = lay_out_html(page)

    assert all(sheet.text[start:end].strip() for start, end in sheet.spans)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>&eacute;&#8212;&#x2014;&#150;&ampx;&notin;&notit;&bogus;", "é——–&x;∉¬it;&bogus;"),
        ("<p>one<p>two<li>three<li>four", "one\n\ntwo\n\nthree\n\nfour"),
        ("<a>one</a><a>two</a>", "one two"),
        ("one<br>two<br> <br>three", "one two\n\nthree"),
        ("<script>if (a<b) '</scrip'</script>seen<style>p{}</style>", "seen"),
        ("<p>a<!-- > --x --!>b<!-->c", "abc"),
        ("<table><td>one<td>two<tr><td>three</table>four", "one\n\ntwo\n\nthree\n\nfour"),
        ("<svg><title>no</title><text>no</text></svg>yes<noscript>no</noscript>", "yes"),
        ("<textarea></p></textarea><p title='<b>'>yes", "yes"),
        ("1 < 2 and <3 </ 4", "1 < 2 and <3"),
    ],
)
def test_html_is_read_as_a_browser_reads_it(page: str, text: str) -> None:
    assert lay_out_html(f"<!doctype html>{page}").text == text


@pytest.mark.parametrize(
    "style",
    [
        "clip:rect(0 0 0 0);height:1px;position:absolute",
        "position: absolute; clip: rect(1px, 1px, 1px, 1px)",
        "clip-path:inset(50%);position:absolute",
    ],
)
def test_words_cut_down_to_nothing_are_not_read(style: str) -> None:
    page = f'The <a href="/pier">pier<span style="{style}">, opens new tab</span></a> is open.'

    assert lay_out_html(page).text == "The pier is open."


@compiled
@pytest.mark.parametrize(
    "unit", ["<div>", "<b>", "<a><div>", "<table><tr><td>", "<svg><g>", "<template>", "<select>"]
)
def test_a_hundred_thousand_open_elements_end_in_text(unit: str) -> None:
    assert lay_out_html(unit * 100_000).spans == ()


@compiled
@pytest.mark.shared
def test_real_pages_are_laid_out_alike() -> None:
    if not PAGES.is_dir():
        pytest.skip(f"no shared pages in {PAGES}")
    kept = [decode(page, None, Media.HTML) for page in _pages() if not binary_kind(page)]
    alike = sum(lay_out_html(page).text == walk_html(page).text for page in kept)

    assert alike >= 0.96 * len(kept)


def _pages() -> list[bytes]:
    return [gzip.decompress(file.read_bytes()) for file in sorted(PAGES.glob("*/html/*.gz"))[::6]]


@compiled
@given(
    st.one_of(
        st.binary(max_size=60),
        st.text("<p>é漢😀\r\n\ud800", max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
    )
)
def test_bytes_of_utf8_are_laid_out_as_their_text_is(content: bytes) -> None:
    try:
        text: str | None = content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        text = None

    sheet = lay_out_utf8(content)

    assert sheet == (None if text is None else lay_out_html(text))


@given(
    st.lists(
        st.sampled_from(
            [
                *" -_",
                "ad",
                "article",
                "body",
                "x",
                "share",
                "tag",
                "s",
                "paragraph",
                "foot",
                "commentary",
                "7",
            ]
        ),
        max_size=6,
    )
)
def test_words_in_class_names_are_found_at_every_place(parts: list[str]) -> None:
    name = "".join(parts)
    slow = re.compile("|".join(f"(?P<{trait.name}>{pattern})" for trait, pattern in _WORDS))

    found = [(word.lastgroup, word.span()) for word in _words().finditer(name)]

    assert found == [(word.lastgroup, word.span()) for word in slow.finditer(name)]
