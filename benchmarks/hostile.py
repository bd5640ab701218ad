"""Whether anything in READ or in ``text/`` costs more than its input: long repetitive strings to every public function.

``python benchmarks/hostile.py [--only NAME]``: finds every public function whose needed arguments are one text (or a text with
a start and an end), gives it each pattern repeated to some length and to twice that length, and prints those for which twice
the length takes more than ``WORST`` times the CPU time, or which do not finish. ``read_page`` is among them, as text and as HTML.
"""

import argparse
import importlib
import inspect
import pkgutil
import time
from collections.abc import Callable, Iterator
from functools import partial

import stemmata.read
import stemmata.text
from stemmata.flow.limit import within
from stemmata.model import Media, Page
from stemmata.read import read_page

Call = Callable[[str], object]
WORST = 3.0
"""Times as long for twice the length that is still called linear: caches fill, memory moves."""
SECONDS = 4.0
FIRST, LONGEST, LEAST = 8_000, 512_000, 0.1
PATTERNS = (
    "a", "A", "é", "한", "漢", "ا", "\u0301", "\u200b", "\u202e", "\ud800", "\x00", "\u0130", " ", "\n", "\t", "\x85", " \n", "x\n", "x\n\n", "x \n\n ", "a ", "A ", "Ab ", "A B ", "Ab Cd\n", "a-", "-a", "a.b", "a'",
    "O'", "Mc", "Mr. ", "U.S. ", "A. ", "AP ", "(", ")", "()", "((a", "(AP", "(AP) ", "(AP) — ", "[", "]", "{", "\"", "\" ", "\"a", "“", "”", "“a”", "„", "«", "»", "「", "」", "'", "' ", "‘", "’", "-", "- ", "—", " — ", "–a–", "_", "*",
    ".", ". ", "...", "…", "?!", ",", ", ", ";", ":", ": ", "|", " | ", "> ", "·", "•", "/", "//", "\\", "@", "#", "%", "$1", "€", "1", "1 ", "1.", "1,", "0:", "12:30 ", "90' ", "1/7 ", "2024", "2024-", "2024-01-02 ", "2024-01-02T",
    "01/02/2024 ", "January ", "January 1, ", "1 January ", "Monday ", "next Monday ", "last week ", "two days ago ", "vor zwei Tagen ", "년 ", "2024년 1월 2일 ", "3月4日", "5 million ", "by ", "By ", "By Ada Holm ", "by Ada Holm and ", "von ",
    "Von Ada Holm, ", "said ", "he said ", "\" he said ", "\"a\" said A B, ", "according to ", "Photo: ", "Photo by ", "© ", "Copyright ", "via ", "Reuters ", "Reuters/", "(Reuters) - ", "LONDON ", "LONDON, ", "LONDON, March 3 (Reuters) - ",
    "of the ", "and ", "the ", "https://", "https://a.b/ ", "www.", "a@b.c ", "<", "<b>", "</b>", "<p>", "<p>x", "<a ", "<a href=", "<!--", "-->", "<div class=\"a\">", "<div a=\"b", "<script>", "<svg>", "<select>", "<table>", "<tr><td>x",
    "<font size=1>", "<li>x", "<br>", "&", "&amp;", "&#", "&lt;", "<title>", "<meta content=\"x", "<time datetime=\"", "<template>", "<button>", "<form>", "<textarea>", "<style>", "<noscript>", "<h1>x", "<math>", "<frameset>", "]]>", "<?",
)  # fmt: skip


def calls() -> Iterator[tuple[str, Call]]:
    """Yield every public function that takes a text, by its name."""
    for package in (stemmata.read, stemmata.text):
        for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            module = importlib.import_module(found.name)
            for name, function in vars(module).items():
                plain = inspect.unwrap(function) if callable(function) else None
                if (
                    not name.startswith("_")
                    and inspect.isfunction(plain)
                    and plain.__module__ == module.__name__
                ):
                    call = _of_a_text(function, inspect.signature(plain))
                    if call is not None:
                        yield f"{found.name.removeprefix('stemmata.')}.{name}", call
    for media in Media:
        yield f"read_page as {media}", partial(_read, media)
    yield "read_page in an attribute", lambda text: _read(Media.HTML, f'<p class="{text}">A word.</p>')
    yield (
        "read_page in JSON-LD",
        lambda text: _read(Media.HTML, f'<script type="application/ld+json">{text}</script><p>A word.'),
    )
    yield "read_page in a JSON-LD value", lambda text: _read(Media.HTML, _linked_data(text))


def _linked_data(text: str) -> str:
    quoted = text.replace("\\", "").replace('"', "'")
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{quoted}", "author": "{quoted}", "datePublished": "{quoted}"}}</script><p>A word.'


def _read(media: Media, text: str) -> object:
    return read_page(Page("page", text.encode("utf-8", "surrogatepass"), media))


def _of_a_text(function: Callable[..., object], signature: inspect.Signature) -> Call | None:
    needed = [one for one in signature.parameters.values() if one.default is inspect.Parameter.empty]
    kinds = [one.annotation for one in needed]
    if kinds == [str]:
        return lambda text: _drained(function(text))
    if kinds == [str, int, int]:
        return lambda text: _drained(function(text, 0, len(text)))
    if kinds == [str, int]:
        return lambda text: _drained(function(text, 0))
    return None


def _drained(answer: object) -> object:
    return list(answer) if isinstance(answer, Iterator) else answer


def spent(call: Call, text: str) -> float | None:
    """Return the CPU-seconds of a call, or None if it did not finish."""
    start = time.process_time()
    done = within(SECONDS, lambda: (call(text),))
    return time.process_time() - start if done is not None else None


def growth(call: Call, pattern: str) -> tuple[float | None, int, float]:
    """Return how many times as long twice the length takes, the length, and the time it took."""
    size, took = FIRST, 0.0
    while size <= LONGEST:
        text = pattern * (size // len(pattern))
        first = spent(call, text + "x")
        if first is None:
            return None, size, SECONDS
        took = first
        if took >= LEAST:
            twice = [spent(call, text + text + end) for end in ("y", "z")]
            done = [one for one in twice if one is not None]
            again = min(took, spent(call, text + "w") or took)
            return (min(done) / again, size, again) if done else (None, 2 * size, SECONDS)
        size *= 4
    return 0.0, size, took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", default="", help="only functions whose name holds this")
    asked = parser.parse_args()
    known = [(name, call) for name, call in calls() if asked.only in name]
    bad = 0
    for name, call in known:
        for pattern in PATTERNS:
            try:
                ratio, size, took = growth(call, pattern)
            except KeyError:
                break  # it takes the names of a table, not a text
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a find
                print(f"{name}({pattern!r} * n): {type(error).__name__}: {error}"[:200], flush=True)
                bad += 1
                continue
            if ratio is None or ratio > WORST:
                bad += 1
                grown = "does not finish" if ratio is None else f"{ratio:.1f} times as long for twice"
                print(f"{name}({pattern!r} * n): {grown} {size:,} characters ({took:.2f} s)", flush=True)
    print(f"{len(known)} functions, {len(PATTERNS)} patterns, {bad} finds")


if __name__ == "__main__":
    main()
