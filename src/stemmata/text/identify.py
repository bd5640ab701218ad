"""Which language a text is in: by its script, then by its function words."""

import re
from collections import Counter
from functools import cache

from stemmata.text.languages import profiles

UNKNOWN = "und"
SLICE = 4000
"""Characters looked at: the first few paragraphs settle it."""
FEWEST = 3
"""Function words that must be met before a language is named. Set by hand."""

SCRIPTS = (
    ("el", 0x0370, 0x03FF),
    ("hy", 0x0530, 0x058F),
    ("he", 0x0590, 0x05FF),
    ("hi", 0x0900, 0x097F),
    ("bn", 0x0980, 0x09FF),
    ("ta", 0x0B80, 0x0BFF),
    ("th", 0x0E00, 0x0E7F),
    ("ka", 0x10A0, 0x10FF),
    ("ko", 0x1100, 0x11FF),
    ("ja", 0x3041, 0x30FF),
    ("zh", 0x4E00, 0x9FFF),
    ("ko", 0xAC00, 0xD7A3),
)
"""Languages with a script of their own: the first and the last code point of each."""
WORD = re.compile(r"[^\W\d_]+|[¿¡]")


def identify(text: str) -> str:
    """Return the ISO 639-1 code of the language of ``text``, or ``und`` when it cannot be told."""
    head = text[:SLICE]
    counts = Counter(head)
    letters = sum(count for letter, count in counts.items() if letter.isalpha())
    if not letters:
        return UNKNOWN
    return _by_script(counts, letters) or _by_words(head, counts)


def _by_script(counts: Counter[str], letters: int) -> str | None:
    found: Counter[str] = Counter()
    for letter, count in counts.items():
        if letter > "\u036f":
            found[_script(ord(letter))] += count
    if found["ja"] and (found["ja"] + found["zh"]) * 3 > letters and found["ja"] * 10 > found["zh"]:
        return "ja"
    del found[""]
    code, most = max(found.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0))
    return code if most * 3 > letters else None


def _script(code: int) -> str:
    """Return the language that alone uses the script of a code point, or an empty string."""
    return next((name for name, first, last in SCRIPTS if first <= code <= last), "")


def _by_words(head: str, counts: Counter[str]) -> str:
    found = Counter(WORD.findall(head.lower()))
    weights = _weights()
    scores: dict[str, float] = {}
    for word, count in found.items():
        for code, weight in weights.get(word, ()):
            scores[code] = scores.get(code, 0.0) + weight * count
    words = found.total()
    for profile in profiles() if not head.isascii() else ():
        marks = sum(counts[letter] for letter in profile.letters)
        if marks:
            scores[profile.code] = scores.get(profile.code, 0.0) + min(marks, words) * 0.5
    if not scores:
        return UNKNOWN
    code, best = min(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    return code if best >= FEWEST else UNKNOWN


@cache
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Weigh a function word by how few languages share it."""
    owners: dict[str, list[str]] = {}
    for profile in profiles():
        for word in profile.words:
            owners.setdefault(word, []).append(profile.code)
    return {word: tuple((code, 1 / len(codes) ** 0.5) for code in codes) for word, codes in owners.items()}
