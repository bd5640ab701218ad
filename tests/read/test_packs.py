"""Rules for single sites: three invented packs, each with a page that the general reader gets wrong."""

import json
import pickle
import re
from dataclasses import replace
from pathlib import Path

import pytest

from stemmata.errors import BadInput, NotFound
from stemmata.model import Article, Media, Page, Role, Unread
from stemmata.read import ReadSettings, dom, read_page
from stemmata.read.sites import any_packs, pack_for, pack_of, packs_in

FOLDER = Path(__file__).parent / "packs"
PACKS = ReadSettings(packs=packs_in(FOLDER))
NAMES = ("lantern", "orchard", "tidewire")


def page(name: str, **changes: str | None) -> Page:
    told = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    file = next(path for path in FOLDER.glob(f"{name}.*") if path.suffix in {".html", ".txt"})
    media = Media.HTML if file.suffix == ".html" else Media.TEXT
    known = {key: told.get(key) for key in ("url", "site", "fetched")}
    return Page(name, file.read_bytes(), media, **{**known, **changes})


def told(read: Article | Unread) -> dict[str, object]:
    assert isinstance(read, Article)
    return {
        "title": read.title,
        "authors": list(read.authors),
        "body": [span.of(read.text) for span in read.body],
        "notes": list(read.notes),
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_reads_what_the_general_reader_gets_wrong(name: str) -> None:
    golden = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    general = read_page(page(name))

    assert told(read_page(page(name), PACKS)) == {
        key: golden[key] for key in ("title", "authors", "body", "notes")
    }
    assert isinstance(general, Unread) or told(general)["body"] != golden["body"]


@pytest.mark.parametrize("name", NAMES)
def test_both_readers_of_markup_go_by_a_pack_alike(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read_page(page(name), PACKS)
    monkeypatch.setattr(dom, "_READ", None)

    assert read_page(page(name), PACKS) == fast


def test_a_page_of_another_site_is_read_as_if_there_were_no_packs() -> None:
    stranger = page("orchard", url="https://elsewhere.example/pier")
    stranger = replace(
        stranger, content=stranger.content.replace(b"orchard-times.example", b"elsewhere.example")
    )

    assert read_page(stranger, PACKS) == read_page(stranger)


def test_no_packs_are_looked_for_where_there_are_none() -> None:
    assert not any_packs(())


def test_where_no_rule_fits_any_more_the_page_is_read_as_any_and_says_so() -> None:
    old = page("orchard")
    changed = replace(old, content=old.content.replace(b"k7", b"k8"))
    read = read_page(changed, PACKS)

    assert isinstance(read, Article)
    assert replace(read, notes=()) == read_page(changed)
    assert read.notes == (
        "The rules for orchard-times.example (pack orchard) do not fit this page: the site may have changed its layout. "
        "It was read as any page is.",
    )


def test_the_note_goes_with_the_reason_where_nothing_can_be_read() -> None:
    lost = page("lantern", fetched="2020-01-01")
    read = read_page(lost, PACKS)

    assert isinstance(read, Unread)
    assert "(pack lantern) do not fit this page saved on 2020-01-01" in read.says


def test_of_a_page_saved_on_an_unknown_day_every_layout_is_tried() -> None:
    read = read_page(page("lantern", fetched=None), PACKS)

    assert told(read)["title"] == "Ferry returns to Tarn Sound"


def test_a_pack_stands_for_all_hosts_below_its_own_and_for_no_other() -> None:
    pack = pack_of('sites = ["gull.example"]\n[[layout]]\nstory = "p"', "gull.toml")

    assert pack_for([None, "m.gull.example"], [pack]) is pack
    assert pack_for(["seagull.example", "gull.example.org"], [pack]) is None


def test_packs_travel_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(PACKS)) == PACKS  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("sites = [", "is no TOML"),
        ('sites = ["a.example"]', "needs sites"),
        ('site = "a.example"', "“site”"),
        ('sites = "a.example"\n[[layout]]', "has no rule"),
        ('sites = "a.example"\n[[layout]]\nstroy = "p"', "“stroy”"),
        ('sites = "a.example"\n[[layout]]\nstory = "div p"', "“div p”"),
        ('sites = "a.example"\n[[layout]]\nstory = "[href=x]"', "“href”"),
        ('sites = "a.example"\n[[layout]]\nstory = "p"\nfrom = "2021"', "no day under from"),
        ('sites = "a.example"\n[[layout]]\nleave_lines = ["*"]', "under leave_lines"),
        ('sites = "a.example"\nlayout = 3', "needs sites"),
        ('sites = "a.example"\nlayout = [3]', "is no table"),
    ],
)
def test_what_is_no_pack_is_refused_with_the_reason(text: str, says: str) -> None:
    with pytest.raises(BadInput, match=says.replace("[", r"\[")):
        pack_of(text, "bad.toml")


def test_a_folder_without_packs_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no pack in"):
        packs_in(tmp_path)


def test_what_a_pack_calls_a_caption_is_no_story() -> None:
    pack = pack_of('sites = "a.example"\n[[layout]]\nstory = "div.s"\ncaption = "p.c"', "a.toml")
    words = " ".join(f"word{number}" for number in range(20))
    html = f'<div class="s"><p>The {words}.</p><p class="c">A pier in the sea.</p></div><p>The {words} again.</p>'
    read = read_page(Page("a", html.encode(), Media.HTML, site="a.example"), ReadSettings(packs=(pack,)))

    assert isinstance(read, Article)
    assert [block.role for block in read.blocks] == [Role.BODY, Role.CAPTION, Role.CHROME]


def test_the_packs_of_the_document_can_be_loaded() -> None:
    document = Path(__file__).parents[2] / "docs" / "packs.md"
    written = re.findall(r"```toml\n(.*?)```", document.read_text("utf-8"), re.DOTALL)

    assert [pack_of(text, "lantern.toml").name for text in written] == ["lantern"]
