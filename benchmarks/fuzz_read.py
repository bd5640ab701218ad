"""Throw mutated pages at READ and keep what breaks it.

``python benchmarks/fuzz_read.py --minutes 10 --keep FOLDER [--seed N] [--pages FOLDER]``: pages of our own
(``refusal_pages.py``, ``examples/``), or those of a folder where they lie, are cut, spliced, repeated, nested, re-encoded and
salted with what parsers stumble over. A worker process reads them; a page that raises, breaks the promises of an article,
takes more than ``SLOW`` CPU-seconds for each megabyte or kills the worker is made smaller and kept under its digest.
Against a build with address sanitizer: ``LD_PRELOAD=$(gcc -print-file-name=libasan.so) ASAN_OPTIONS=detect_leaks=0``.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from refusal_pages import cases
from stemmata.model import Article, Media, Page
from stemmata.read import ReadSettings, read_page

EAGER = ReadSettings(fewest_words=0)
SLOW = 30.0
"""CPU-seconds a megabyte; mutated pages of 100 kB take a tenth of one."""
LEAST = 0.5
"""CPU-seconds below which nothing is slow."""
ENOUGH = 3
"""Finds of one kind that a worker keeps."""
HANG = 20
"""Seconds after which a page hangs."""
ENCODINGS = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "gb18030",
    "shift_jis",
    "euc-kr",
    "cp1252",
    "utf-7",
    "iso-2022-jp",
    "big5",
)
CHARSETS = (
    None,
    "utf-8",
    "iso-8859-1",
    "shift_jis",
    "no-such",
    "utf-16",
    "hz",
    "idna",
    "rot13",
    "x-user-defined",
    "",
)
BYTES = (
    b"\xff",
    b"\xfe\xff",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\x00\x00",
    b"\x1b$B",
    b"~{",
)
SALT = BYTES + tuple(
    words.encode("utf-8", "surrogatepass")
    for words in (
        "<", ">", "\"", "'", "&", "&#x0;", "&#55296;", "&nbsp;", "&lt;b&gt;", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?xml", "</", "<//", "<p", "<a href=", "</a>",
        "<script>", "</script>", "<script type=application/ld+json>", "<style>", "<noscript>", "<template>", "</template>", "<svg>", "<math>", "<table>", "<tr>", "<td>", "<select>",
        "<option>", "<textarea>", "<title>", "</title>", "<iframe>", "<plaintext>", "<xmp>", "<frameset>", "<form>", "<button>", "<br><br>", "<hr>", "<body>", "</body>", "</html>", "<html lang=ko>",
        "<li>", "<dt>", "<time datetime='2024-01-02T99:99'>", "<div class='article-body story hidden'>", "<div style='display:none'>", "<div hidden>", "<h1>", "</h1>", "<object>", "<dialog>",
        "<meta charset=utf-16>", "<meta property='article:published_time' content='2024-13-45'>", "<base href='//['>", "<link rel=canonical href='http://[::1'>",
        '{"@type": "NewsArticle", "headline": [[[[', '"author": {"name": {"name": null}}', '"@graph": [{"@graph": []}]', "\\ud800", "1e999999", "\ufeff", "\u202e", "\u200b", "\u0000", "\ud800", "\udfff",
        "\u0130", "\u1e9e", "\ufdfa", "\u0345", "\U0001f3f4", "\x85", "\u2028", "\r", "\v", "\f", "\x1b", "By Ada Holm", "(AP) — ", "LONDON, March 3 (Reuters) - ", "2024-01-02 03:04", "31 February 0000",
        "12:34", "90+4'", "99.99 Uhr", "Photo: ", "Read more", "Subscribe to continue reading", "— ", "“", "”", "»", ". ", "1/7", "도쿄=연합뉴스", "（ロイター）", "東京時事", "by " * 9, "((((", "[[[[", "....", "----", "    ", "\t\n" * 9,
    )
)  # fmt: skip

Mutation = Callable[[random.Random, bytes, list[bytes]], bytes]


def _cut(dice: random.Random, page: bytes, _: list[bytes]) -> bytes:
    start, end = _stretch(dice, page)
    return page[:start] + page[end:]


def _repeat(dice: random.Random, page: bytes, _: list[bytes]) -> bytes:
    start, end = _stretch(dice, page)
    times = dice.choice((2, 3, 10, 100, 3000))
    return page[:end] + page[start:end][: 200_000 // times + 1] * times + page[end:]


def _move(dice: random.Random, page: bytes, _: list[bytes]) -> bytes:
    start, end = _stretch(dice, page)
    at = dice.randrange(len(page) + 1)
    return page[:at] + page[start:end] + page[at:]


def _splice(dice: random.Random, page: bytes, others: list[bytes]) -> bytes:
    other = dice.choice(others)
    return page[: dice.randrange(len(page) + 1)] + other[dice.randrange(len(other) + 1) :]


def _salt(dice: random.Random, page: bytes, _: list[bytes]) -> bytes:
    for _ in range(dice.choice((1, 2, 8))):
        at = dice.randrange(len(page) + 1)
        page = page[:at] + dice.choice(SALT) * dice.choice((1, 1, 1, 2, 50)) + page[at:]
    return page


def _salt_a_tag(dice: random.Random, page: bytes, _: list[bytes]) -> bytes:
    """Put something right behind a mark of the markup, where scanners look."""
    places = [at for at in range(len(page)) if page[at] in b'<>"=/'] or [0]
    at = dice.choice(places) + dice.randrange(2)
    return page[:at] + dice.choice(SALT) + page[at + dice.randrange(3) :]


def _flip(dice: random.Random, page: bytes, _: list[bytes]) -> bytes:
    changed = bytearray(page or b"x")
    for _ in range(dice.choice((1, 4, 30))):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _nest(dice: random.Random, page: bytes, _: list[bytes]) -> bytes:
    tag = dice.choice(
        (
            b"div",
            b"b",
            b"table",
            b"ul><li",
            b"a",
            b"span",
            b"select",
            b"svg",
            b"p",
            b"font",
            b"template",
            b"form",
        )
    )
    at, deep = dice.randrange(len(page) + 1), dice.choice((3, 40, 700, 9000))
    close = (b"</" + tag + b">") * (deep if dice.random() < 0.5 else 0)
    return page[:at] + (b"<" + tag + b">") * deep + page[at:] + close


def _recode(dice: random.Random, page: bytes, _: list[bytes]) -> bytes:
    return page.decode("utf-8", "replace").encode(dice.choice(ENCODINGS), "replace")


def _widen(dice: random.Random, page: bytes, _: list[bytes]) -> bytes:
    """Give a tag a huge attribute, or very many."""
    at = page.find(b">", dice.randrange(len(page) + 1))
    much = b' class="' + b"related story " * 5000 + b'"' if dice.random() < 0.5 else b' data-x="1"' * 5000
    return page[:at] + much + page[at:] if at >= 0 else page


def _stretch(dice: random.Random, page: bytes) -> tuple[int, int]:
    start = dice.randrange(len(page) + 1)
    return start, min(len(page), start + dice.choice((1, 4, 20, 200, 2000)))


MUTATIONS: tuple[Mutation, ...] = (
    _cut,
    _repeat,
    _move,
    _splice,
    _salt,
    _salt,
    _salt_a_tag,
    _salt_a_tag,
    _flip,
    _nest,
    _recode,
    _widen,
)


def broken(page: Page) -> str:
    """Read a page and return what is wrong with the answer, or nothing."""
    start = time.process_time()
    try:
        answer = read_page(page, EAGER)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
        return f"{type(error).__name__}: {error}"
    took = time.process_time() - start
    if took > LEAST and took > SLOW * len(page.content) / 1e6:
        return f"slow: {took:.1f} CPU-seconds for {len(page.content):,} bytes"
    return _torn(answer) if isinstance(answer, Article) else ""


def _torn(article: Article) -> str:
    """Return the promise that an article breaks, or nothing."""
    at = 0
    for block in article.blocks:
        if not at <= block.span.start < block.span.end <= len(article.text):
            return f"block {block.span} does not follow {at}"
        if article.text[at : block.span.start].strip():
            return f"text between blocks at {at}"
        at = block.span.end
    spans = [credit.span for credit in article.credits] + [
        stamp.span for stamp in article.stamps if stamp.span
    ]
    spans += [span for span in (article.byline, article.dateline.span if article.dateline else None) if span]
    wrong = [span for span in spans if not 0 <= span.start < span.end <= len(article.text)]
    return f"span {wrong[0]} outside the text" if wrong else ""


def _seeds(folder: Path | None) -> list[bytes]:
    if folder is not None:
        return [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    ours = Path(__file__).parent.parent / "examples"
    return [case.page.content for case in cases()] + [
        path.read_bytes() for path in sorted(ours.rglob("p*.*"))
    ]


def mutants(seed: int, folder: Path | None) -> Iterator[Page]:
    """Yield mutated pages without end; the same seed gives the same pages."""
    dice, pages = random.Random(seed), _seeds(folder)  # noqa: S311 - no secrets here
    while True:
        content = dice.choice(pages)
        for _ in range(dice.choice((1, 2, 3, 6))):
            content = dice.choice(MUTATIONS)(dice, content, pages)[:2_000_000]
        media = Media.TEXT if dice.random() < 0.2 else Media.HTML
        yield Page("page", content, media, charset=dice.choice(CHARSETS))


def _smaller(page: Page, deadline: float) -> Page:
    """Cut away what a find does not need."""
    size = len(page.content) // 2
    while size and time.monotonic() < deadline:
        for start in range(0, len(page.content), size):
            rest = Page(
                "page", page.content[:start] + page.content[start + size :], page.media, charset=page.charset
            )
            if time.monotonic() > deadline:
                break
            if broken(rest).partition(":")[0] == broken(page).partition(":")[0]:
                page = rest
                break
        else:
            size //= 2
    return page


def _work(seed: int, until: float, keep: Path, current: Path, folder: Path | None) -> None:
    """Read mutants until the time is over; what is being read stands in a file for whoever finds us dead."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    kinds = Counter[str]()
    for count, page in enumerate(mutants(seed, folder)):
        if time.time() > until:
            print(f"{count} pages read from seed {seed}", flush=True)
            return
        current.write_bytes(f"{page.media} {page.charset}\n".encode() + page.content)
        signal.alarm(HANG)
        found = broken(page)
        signal.alarm(0)
        kinds[found[:40]] += bool(found)
        if found and kinds[found[:40]] <= ENOUGH:
            _keep(_smaller(page, time.monotonic() + 20), found, keep)


def _keep(page: Page, found: str, keep: Path) -> None:
    print(f"{found[:200]}  ({len(page.content)} bytes, {page.media}, {page.charset})", flush=True)
    name = sha256(page.content).hexdigest()[:12]
    (keep / f"{name}.{page.media}").write_bytes(page.content)
    (keep / f"{name}.says").write_text(f"{found}\ncharset {page.charset}\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()) / "fuzz_read")
    parser.add_argument("--pages", type=Path, help="mutate the files of this folder instead of our own")
    parser.add_argument("--until", type=float, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    asked.keep.mkdir(parents=True, exist_ok=True)
    current = asked.keep / f"current-{asked.seed}"
    if asked.until:
        _work(asked.seed, asked.until, asked.keep, current, asked.pages)
        return
    seed, until = asked.seed, time.time() + 60 * asked.minutes
    while time.time() < until:
        again = [sys.executable, *sys.orig_argv[1:], "--until", str(until), "--seed", str(seed)]
        done = subprocess.run(again, check=False)
        if done.returncode and current.exists():
            print(f"seed {seed}: the worker died or hung ({done.returncode})", flush=True)
            current.replace(asked.keep / f"killed-{seed}")
        seed += 1


if __name__ == "__main__":
    main()
