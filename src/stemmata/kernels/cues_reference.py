"""What the compiled loop over a sentence gives, said in Python: its words and marks, one tuple each."""

import re
from typing import TypeVar

Made = TypeVar("Made", bound=tuple[object, ...])

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,6}(?![^\W_])|[^\W_]+(?:['’.&/-][^\W_]+)*['’]?|[,;:()\[\]—–!?…-]|\.(?=\s*$)"
)

LOWER = re.compile(r"(?<![\w'’-])[a-z]{2,}\b(?!-)")
WORDS = re.compile(r"\w+")


def cut(text: str, start: int, end: int, last: bool, make: type[Made], found: list[Made], /) -> None:
    """Add to ``found`` the words and marks of a stretch, each as start, end, small letters, kind, capital.

    The kind of a word is ``w``, that of a mark the mark itself. A full stop counts at the end of a sentence only
    (``last``), a hyphen only as a dash between spaces.
    """
    for match in TOKEN.finditer(text, start, end):
        word = match[0]
        first = word[0]
        if first.isalnum():
            low = word.lower()
            low = low.replace("’", "'") if "’" in low else low
            found.append(tuple.__new__(make, (match.start(), match.end(), low, "w", first.isupper())))
        elif word not in ".-" or (word == "." and last and match.end() == end) or _spaced(text, match):
            kind = "—" if word == "-" else word
            found.append(tuple.__new__(make, (match.start(), match.end(), word, kind, False)))


def heard(text: str, start: int, end: int, /) -> frozenset[str]:
    """Return every run of letters, figures and low lines of a stretch, in small letters."""
    return frozenset(WORDS.findall(text[start:end].lower()))


def written_small(text: str, /) -> frozenset[str]:
    """Return the words of two letters and more that stand in small ASCII letters, and are no part of a longer word."""
    return frozenset(LOWER.findall(text))


def _spaced(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    return match[0] == "-" and text[start - 1 : start].isspace() and text[end : end + 1].isspace()
