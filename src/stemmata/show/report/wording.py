"""Two wordings of one thing, word by word."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from stemmata.kernels import word_diff


class Piece(NamedTuple):
    """A stretch of one wording: ``same``, ``changed`` (not so in the other), or a ``fold`` of what is the same."""

    kind: str
    text: str


Pieces = tuple[Piece, ...]


def differences(left: str, right: str) -> tuple[Pieces, Pieces]:
    """Return both wordings cut where they differ; case, curled quotation marks and dashes do not count.

    Longest common subsequence of words (``kernels.word_diff``); a lone word between two changes counts
    as changed. The caller bounds the length.
    """
    if left == right:
        whole = (Piece("same", left),) if left else ()
        return whole, whole
    here, there = _words(left), _words(right)
    same_here, same_there = _kept(_numbered(here, there))
    return _pieces(here, same_here), _pieces(there, same_there)


def flat(pieces: Pieces) -> str:
    """Return the words of some pieces."""
    return "".join(piece.text for piece in pieces)


def around(pieces: Pieces, longest: int) -> Pieces:
    """Return at most about ``longest`` characters of the pieces, from a little before the first change on."""
    changed = next((at for at, piece in enumerate(pieces) if piece.kind == "changed"), 0)
    before = pieces[changed - 1].text if changed else ""
    lead = before[-(longest // 3) :].partition(" ")[2] if len(before) > longest // 3 else before
    out = [Piece("same", ("…" if len(lead) < len(before) or changed > 1 else "") + lead)] if before else []
    left = longest - len(lead)
    for piece in pieces[changed:]:
        if left <= 0:
            break
        short = piece.text if len(piece.text) <= left else piece.text[:left].rpartition(" ")[0] + "…"
        out.append(Piece(piece.kind, short))
        left -= len(piece.text)
    return tuple(piece for piece in out if piece.text)


def folded(pieces: Pieces, *, longest: int, around: int) -> Pieces:
    """Return the pieces with the middle of every long unchanged run folded away."""
    out: list[Piece] = []
    for at, piece in enumerate(pieces):
        words = piece.text.split() if piece.kind == "same" else []
        if len(words) <= longest:
            out.append(piece)
        else:
            head, tail = (around if at else 0), (around if at < len(pieces) - 1 else 0)
            out.extend(_fold(piece.text, words, head, tail))
    return tuple(out)


def _fold(text: str, words: list[str], head: int, tail: int) -> list[Piece]:
    """Return the first and the last words of a run, and how many lie between."""
    hidden = len(words) - head - tail
    before = text[: len(text) - len(text.lstrip())] + " ".join(words[:head])
    after = " ".join(words[len(words) - tail :]) + text[len(text.rstrip()) :]
    said = f"{hidden} words the same" if head or tail else f"all {hidden} words the same"
    parts = [Piece("same", f"{before} "), Piece("fold", said), Piece("same", f" {after}")]
    return [part for part in parts if part.text.strip()]


@cache
def _token() -> re.Pattern[str]:
    """A word, a letter of a script without spaces, or one mark; with the white space after it."""
    return re.compile(
        r"(?:[\u3040-\u30ff\u3400-\u9fff]"
        r"|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:[-'’.,][^\W\u3040-\u30ff\u3400-\u9fff]+)*"
        r"|[^\w\s])\s*"
    )


def _words(text: str) -> list[str]:
    return _token().findall(" ".join(text.split()))


_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "—": "-", "–": "-"}
)


def _numbered(*sides: list[str]) -> tuple[list[int], ...]:
    """Return each side as numbers, equal where the words are."""
    seen: dict[str, int] = {}
    return tuple([seen.setdefault(_bare(word), len(seen)) for word in side] for side in sides)


@lru_cache(maxsize=65_536)
def _bare(word: str) -> str:
    """Return a word without what does not count as a difference."""
    return word.strip().casefold().translate(_ALIKE)


def _kept(sides: tuple[list[int], ...]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the runs of words that both sides have in the same order, as (start, end) on each side."""
    left, right = sides
    runs = [(one.left, one.left_end, one.right, one.right_end) for one in word_diff(left, right) if one.same]
    solid = [run for run in runs if _solid(run, len(left), len(right))]
    return [run[:2] for run in solid], [run[2:] for run in solid]


def _solid(run: tuple[int, int, int, int], left: int, right: int) -> bool:
    """Whether a run of the same words is more than one stray word between two changes."""
    first, last, there, beyond = run
    at_an_edge = (first == 0 and there == 0) or (last == left and beyond == right)
    return last - first >= 2 or at_an_edge


def _pieces(words: list[str], kept: list[tuple[int, int]]) -> Pieces:
    out: list[Piece] = []
    at = 0
    for start, end in [*kept, (len(words), len(words))]:
        for kind, stretch in (("changed", words[at:start]), ("same", words[start:end])):
            if stretch:
                out.append(Piece(kind, "".join(stretch)))
        at = end
    return _joined(out)


def _joined(pieces: list[Piece]) -> Pieces:
    """Join neighbours of one kind; white space after a change is no part of it."""
    out: list[Piece] = []
    for kind, text in pieces:
        if out and out[-1].kind == kind:
            out[-1] = Piece(kind, out[-1].text + text)
            continue
        gap = ""
        if out and out[-1].kind == "changed":
            kept = out[-1].text.rstrip()
            gap = out[-1].text[len(kept) :]
            out[-1] = Piece("changed", kept)
        out.append(Piece(kind, gap + text))
    return tuple(out)
