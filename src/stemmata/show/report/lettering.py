"""How wide letters are, near enough to fold a label inside a drawing."""

import unicodedata

_NARROW = frozenset("ijltfrI.,;:|!'’‘()[]{}·-– ")
_WIDE = frozenset("mwMWQO@%—→…")


def width(text: str, size: float) -> float:
    """Return about how many pixels a line takes in a sans-serif face of ``size`` pixels (a little too many)."""
    return size * sum(map(_em, text))


def _em(letter: str) -> float:
    if letter in _NARROW:
        return 0.38
    if letter in _WIDE:
        return 0.92
    if letter > "\u2e7f" and unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    return 0.72 if letter.isupper() else 0.6


def lines(text: str, size: float, room: float, most: int) -> list[str]:
    """Return a label folded into at most ``most`` lines of ``room`` pixels, with an ellipsis where it was cut."""
    out: list[str] = []
    words = text.split()
    while words and len(out) < most:
        line = words.pop(0)
        while words and width(f"{line} {words[0]}", size) <= room:
            line += f" {words.pop(0)}"
        out.append(line)
    if words and out:
        out[-1] += "…"
    return [_cut(line, size, room) for line in out]


def _cut(line: str, size: float, room: float) -> str:
    if width(line, size) <= room:
        return line
    while line and width(f"{line}…", size) > room:
        line = line[:-1]
    return f"{line.rstrip('…')}…"
