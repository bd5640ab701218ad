"""The report in a browser: it fits, it loads nothing, it opens where a link leads."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from stemmata.model import Case
from stemmata.show.report import report

pytestmark = pytest.mark.browser

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(report(case, excerpts=False), encoding="utf-8")
    return path


@pytest.fixture
def noise() -> list[str]:
    return []


@pytest.fixture(params=[(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")], ids=str)
def page(browser: Browser, file: Path, noise: list[str], request: pytest.FixtureRequest) -> Iterator[Page]:
    width, scheme = request.param
    tab = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    tab.on("console", lambda message: noise.append(f"console: {message.text}"))
    tab.on("pageerror", lambda error: noise.append(f"error: {error}"))
    tab.on("request", lambda asked: noise.append(f"request: {asked.url}"))
    tab.goto(file.as_uri())
    yield tab
    tab.close()


def test_it_fits_and_stays_quiet_with_everything_unfolded(page: Page, file: Path, noise: list[str]) -> None:
    widths = "[document.documentElement.scrollWidth, window.innerWidth]"
    folded = page.evaluate(widths)
    for summary in page.locator("summary").all():
        if summary.is_visible():
            summary.click()
    unfolded = page.evaluate(widths)

    assert folded[0] <= folded[1]
    assert unfolded[0] <= unfolded[1]
    assert page.locator("details[open]").count() > 20
    assert noise == [f"request: {file.as_uri()}"]


def test_an_arrow_opens_its_passages(page: Page) -> None:
    arrow = page.locator("a[href='#arrow-n-late.n-both']:visible").first
    arrow.dispatch_event("click")

    section = page.locator("[id='arrow-n-late.n-both']")
    assert section.is_visible()
    assert section.get_by_text("taken the inspection books").count() == 1


def test_it_can_be_walked_by_keyboard(page: Page) -> None:
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Tab")
    second = page.evaluate("document.activeElement.getAttribute('href')")

    assert first == "Skip to the events"
    assert second.startswith("#")
