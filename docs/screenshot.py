"""Take the picture of a report that the README shows: ``python docs/screenshot.py REPORT.html docs/report.png``.

Needs Debian's chromium and the ``test`` extra (playwright). The picture is 1280 pixels wide and ends below the
first tree.
"""

import argparse
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

WIDTH = 1280
MOST_BYTES = 400_000
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"]


def main() -> int:
    """Take the picture; 1 when Chromium is missing or the picture is too heavy."""
    wanted = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    wanted.add_argument("report", type=Path)
    wanted.add_argument("picture", type=Path, nargs="?", default=Path("docs/report.png"))
    wanted.add_argument("--height", type=int, default=2200, help="pixels from the top at most (default 2200)")
    wanted.add_argument("--dark", action="store_true", help="as a reader with a dark screen sees it")
    asked = wanted.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.stderr.write("No chromium here: apt-get install chromium fonts-dejavu-core\n")
        return 1
    take(chromium, asked.report, asked.picture, asked.height, "dark" if asked.dark else "light")
    size = asked.picture.stat().st_size
    if size > MOST_BYTES:
        sys.stderr.write(f"{asked.picture} has {size} bytes, more than {MOST_BYTES}: take a lower --height\n")
        return 1
    return 0


def take(chromium: str, report: Path, picture: Path, height: int, scheme: str) -> None:
    """Write a report as a PNG, from its top to the end of its first tree, but no higher than ``height``."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": WIDTH, "height": height}, color_scheme=scheme)
        page.goto(report.resolve().as_uri())
        tree = page.locator(".stemma").first.bounding_box() if page.locator(".stemma").count() else None
        end = min(height, round(tree["y"] + tree["height"]) + 24) if tree else height
        page.screenshot(path=picture, clip={"x": 0, "y": 0, "width": WIDTH, "height": end})
        browser.close()


if __name__ == "__main__":
    raise SystemExit(main())
