"""Which language a text is in: by its script, then by its function words."""

import re
from functools import cache

from stemmata.text.languages import profiles

UNKNOWN = "und"
SLICE = 4000
"""Characters looked at: the first few paragraphs settle it."""
FEWEST = 3
"""Function words that must be met before a language is named. Set by hand."""

SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3\u1100-\u11ff]")),
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("bn", re.compile(r"[\u0980-\u09ff]")),
    ("ta", re.compile(r"[\u0b80-\u0bff]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+|[¿¡]")


def identify(text: str) -> str:
    """Return the ISO 639-1 code of the language of ``text``, or ``und`` when it cannot be told."""
    head = text[:SLICE]
    letters = len(LETTER.findall(head))
    if not letters:
        return UNKNOWN
    return _by_script(head, letters) or _by_words(head)


def _by_script(head: str, letters: int) -> str | None:
    counts = {code: len(script.findall(head)) for code, script in SCRIPTS}
    if counts["ja"] and (counts["ja"] + counts["zh"]) * 3 > letters and counts["ja"] * 10 > counts["zh"]:
        return "ja"
    code, most = max(counts.items(), key=lambda pair: pair[1])
    return code if most * 3 > letters else None


def _by_words(head: str) -> str:
    found = [word.lower() for word in WORD.findall(head)]
    weights = _weights()
    scores: dict[str, float] = {}
    for word in found:
        for code, weight in weights.get(word, ()):
            scores[code] = scores.get(code, 0.0) + weight
    for profile in profiles():
        marks = sum(1 for letter in head if letter in profile.letters)
        if marks:
            scores[profile.code] = scores.get(profile.code, 0.0) + min(marks, len(found)) * 0.5
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
