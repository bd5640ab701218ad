"""The measures of lines in NumPy and plain Python: what the compiled ones must equal, and their stand-in."""

import re
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from stemmata.kernels import lines_reference_context as context
from stemmata.kernels import lines_reference_markup as markup
from stemmata.kernels import lines_reference_told as told
from stemmata.kernels.columns import Bytes, Counts, Numbers
from stemmata.kernels.neighbours import around, behind, table, window

Table = NDArray[np.float64]

ODD, BLANK, UPPER, LOWER, PLAIN, IDEOGRAPH, FIGURE, STOP, COMMA, QUOTE, BAR = range(11)
"""The kinds of characters; the three of letters stand side by side."""
_KINDS = 11
_LABEL = 60
"""Characters of a label: fewer."""
_OPENING = 40
"""Characters in which an opening stands, bullets and all."""


class LinePage:
    """A page's paragraphs: spans, and marks if it has markup."""

    def __init__(
        self, text: str, low: str, spans: Sequence[tuple[int, int]], marks: Sequence[tuple[str, int, int, tuple[int, ...]]], tags: dict[str, int],
    ) -> None:  # fmt: skip
        """Lay out what is measured in arrays."""
        self.text, self.low = text, low
        self.starts, self.ends = np.array(spans, np.int64).reshape(-1, 2).T
        names, traits, linked, homes = zip(*marks, strict=True) if marks else ((), (), (), ())
        self._tags = np.array([tags.get(name, len(tags)) for name in names], np.int64)
        self._traits, self._linked = np.array(traits, np.int64), np.array(linked, np.int64)
        self._homes = np.array(homes, np.int64).reshape(-1, len(markup.HOMES)).T
        self._columns = np.zeros((6, 0))

    def measure_words(self, book: "LineBook", table: Table, at: int) -> None:
        """Fill 42 columns, and keep what the other measures start from."""
        words = table[:, at : at + 42]
        words[:] = book.measure(self.text, self.low, self.starts, self.ends)
        size = (self.ends - self.starts).astype(float)
        linked = np.minimum(self._linked / size, 1) if len(self._linked) else np.zeros(len(size))
        prose = np.round(2 * np.expm1(words[:, 23])) / 2 * (linked < 0.5)
        share = prose / max(float(prose.sum()), 1.0)
        self._columns = np.array([size, linked, np.expm1(words[:, 0]), words[:, 4], prose, share])

    def measure_marks(self, meaning: tuple[int, ...], table: Table, at: int) -> None:
        """Fill the columns of marks and groups."""
        columns = markup.measure_marks(self._tags, self._traits, self._homes, self._columns, meaning)
        table[:, at : at + columns.shape[1]] = columns

    def measure_promised(
        self, meaning: tuple[int, ...], titles: list[str], summary: str, story: str, table: Table, at: int
    ) -> None:
        """Fill 13 columns."""
        lines = (self.low, self.starts, self.ends)
        page = (self._tags, self._traits, self._linked, self._columns)
        table[:, at : at + 13] = told.measure_promised(lines, page, meaning, (titles, summary, story))

    def measure_talk(self, speech: "LineFinder", named: "LineFinder", table: Table, at: int) -> None:
        """Fill 9 columns."""
        lines = (self.low, self.starts, self.ends)
        (sites, signed), (_, opens) = named.count(*lines, True, told.OPENING)
        spoken, brackets = speech.count(*lines, True, 0)[0], told.bracketed(self.low, self.starts)
        table[:, at : at + 9] = told.measure_talk((sites, signed, opens, brackets), spoken, self.words())

    def measure_text_talk(self, speech: "LineFinder", table: Table, at: int) -> None:
        """Fill 6 columns."""
        spoken = speech.count(self.low, self.starts, self.ends, True, 0)[0]
        brackets = told.bracketed(self.low, self.starts)
        table[:, at : at + 6] = told.measure_text_talk(brackets, spoken, self.words())

    def measure_context(
        self, guess: Numbers, lending: tuple[float, float, int], table: Table, at: int
    ) -> None:
        """Fill 24 columns."""
        lines = (self.low, self.starts, self.ends)
        table[:, at : at + 24] = context.measure_context(*lines, guess, self.words(), *lending)

    def measure_kin(self, meaning: tuple[int, ...], guess: Numbers, table: Table, at: int) -> None:
        """Fill 16 columns."""
        table[:, at : at + 16] = markup.measure_kin(self._tags, self._homes, self._columns, meaning, guess)

    def brief(self, traits: int, most: float) -> list[int]:
        """Return the paragraphs that have one of the traits and at most so many words."""
        found: list[int] = np.flatnonzero((self._traits & traits != 0) & (self.words() <= most)).tolist()
        return found

    def words(self) -> Numbers:
        """Return how many words each paragraph has."""
        return np.array(self._columns[2])


class LineFinder:
    """Phrases in groups."""

    def __init__(self, phrases: list[str], groups: list[int], count: int) -> None:
        """Take one group for each phrase."""
        self._phrases = [(phrase, group) for phrase, group in zip(phrases, groups, strict=True) if phrase]
        self._all, self._groups = phrases, count

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return the number of a phrase and its place, for every place of every phrase."""
        found = []
        for number, phrase in enumerate(self._all):
            at = text.find(phrase) if phrase else -1
            while at >= 0:
                found.append((number, at))
                at = text.find(phrase, at + 1)
        return found

    def count(self, low: str, starts: Counts, _ends: Counts, flat: bool, opening: int) -> tuple[Table, Table]:
        """Count where phrases begin, and tell which paragraphs one opens: one row a group."""
        text, places = low.replace("\n", " ") if flat else low, starts.tolist()
        counts, opened = np.zeros((2, self._groups, len(places)))
        for phrase, group in self._phrases if places else ():
            at = text.find(phrase)
            while at >= 0:
                owner = max(0, bisect_right(places, at) - 1)
                counts[group, owner] += 1
                if at - places[owner] <= opening:
                    opened[group, owner] = 1
                at = text.find(phrase, at + len(phrase))
        return counts, opened


class LineBook:
    """Labels, openings and terms, and the kinds of characters."""

    def __init__(
        self, labels: list[str], openings: list[str], terms: list[str], edges: str, bullets: str, kinds: Bytes
    ) -> None:
        """Keep what is looked for."""
        self._labels, self._openings = frozenset(labels), tuple(openings)
        self._terms = LineFinder(terms, [0] * len(terms), 1)
        self._edges, self._bullets, self._kinds = edges, bullets, kinds

    def measure(self, text: str, low: str, starts: Counts, ends: Counts) -> Table:
        """Return 42 columns."""
        paragraphs = len(starts)
        if not paragraphs:
            return np.zeros((0, 42))
        codes = _codes(text)
        kinds = self._kinds[codes]
        owner = _owner(starts, len(codes))
        counts = (
            np.bincount(owner * _KINDS + kinds, minlength=paragraphs * _KINDS)
            .reshape(-1, _KINDS)
            .astype(float)
        )
        letter = (kinds >= UPPER) & (kinds <= PLAIN)
        begins = np.flatnonzero(letter & ~np.concatenate([[False], letter[:-1]]))
        sizes = np.flatnonzero(letter & ~np.concatenate([letter[1:], [False]])) - begins + 1

        def count(mask: NDArray[np.bool_]) -> Numbers:
            return np.bincount(owner[begins[mask]], minlength=paragraphs).astype(float)

        words = count(np.ones(len(begins), bool)) + counts[:, IDEOGRAPH] / 2
        titled = count(kinds[begins] == UPPER)
        short = count((kinds[begins] == LOWER) & (sizes <= 3))
        after = np.concatenate([kinds[1:], [BLANK]])
        stop = (kinds == STOP) & ((after == BLANK) | (after == QUOTE) | (after == IDEOGRAPH))
        stops = np.bincount(owner[stop], minlength=paragraphs).astype(float)
        last, last_but_one = kinds[ends - 1], kinds[np.maximum(ends - 2, starts)]
        final = (last == STOP) | ((last == QUOTE) & ((last_but_one == STOP) | (last_but_one == COMMA)))
        final |= (codes[ends - 1] == ord(")")) & (last_but_one == STOP)
        size = np.maximum(ends - starts, 1).astype(float)
        many = np.maximum(words, 1)
        lines = list(zip(starts.tolist(), ends.tolist(), strict=True))
        labels = np.array([self._is_label(low, *line) for line in lines], float)
        openings = np.array([self._opens(low, start) for start, _ in lines], float)
        terms = self._terms.count(low, starts, ends, False, 0)[0][0]
        twice = _repeats(text, lines)
        titled_share = np.where(words > 1, np.maximum(titled - 1, 0) / np.maximum(words - 1, 1), 1)
        prose = np.where((words >= 8) & (stops + final > 0) & (titled_share < 0.6) & (twice == 0), words, 0.0)
        number = np.arange(paragraphs) / max(paragraphs - 1, 1)
        total, running = max(float(prose.sum()), 1.0), np.cumsum(prose)
        log_words, log_prose, ended = np.log1p(words), np.log1p(prose), final.astype(float)
        weak = ((words < 8) | (final == 0)).astype(float)
        return table(
            log_words, words >= 10, words >= 25, np.log1p(stops), final, codes[ends - 1] == ord(":"), titled_share,
            counts[:, UPPER] / size, counts[:, FIGURE] / size, counts[:, COMMA] / many, short / many,
            kinds[starts] == BAR, kinds[starts] == LOWER, np.minimum(counts[:, BAR] / many, 1), np.minimum(counts[:, QUOTE], 2) / 2,
            labels, openings, np.minimum(terms, 1), np.minimum(terms / many * 20, 3),
            np.minimum(around(np.minimum(terms, 2), 3), 4), twice,
            number, number**2, log_prose, _shifted(log_prose, 1), _shifted(log_prose, -1),
            np.log1p(window(prose, 3)), np.log1p(behind(prose, 3)), np.log1p(window(prose, 8)), np.log1p(behind(prose, 8)),
            (running - prose) / total, 1 - running / total, _nearness(prose),
            _shifted(log_words, 1), _shifted(log_words, -1), _shifted(titled_share, 1), _shifted(titled_share, -1),
            _shifted(ended, 1), _shifted(ended, -1), _shifted(labels, 1), _run(weak[::-1])[::-1], _run(weak),
        )  # fmt: skip

    def _is_label(self, low: str, start: int, end: int) -> bool:
        if end - start >= _LABEL:
            return False
        bare = low[start:end].strip(self._edges)
        return (re.sub(r"\s+", " ", bare) if "  " in low[start:end] else bare) in self._labels

    def _opens(self, low: str, start: int) -> bool:
        return low[start : start + _OPENING].lstrip(self._bullets).startswith(self._openings)


def _codes(text: str) -> NDArray[np.uint16]:
    """Return the code points of a text; all beyond the first plane count as its last one."""
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.minimum(wide, 0xFFFF).astype(np.uint16)


def _owner(starts: Counts, size: int) -> Counts:
    """Return for every character the paragraph it stands in (white space: the one before it)."""
    steps = np.zeros(size, np.int64)
    steps[starts[1:]] = 1
    return np.cumsum(steps)


def _repeats(text: str, lines: Sequence[tuple[int, int]]) -> Numbers:
    """Tell which paragraphs stand on the page a second time or more."""
    words = [text[start:end] for start, end in lines]
    seen: dict[str, int] = {}
    for line in words:
        seen[line] = seen.get(line, 0) + 1
    return np.array([min(seen[line] - 1, 1) for line in words], float)


def _shifted(column: Numbers, by: int) -> Numbers:
    """Return the neighbour's value: of the paragraph before (1) or after (-1); 0 past the edge."""
    moved = np.zeros_like(column)
    if by > 0:
        moved[by:] = column[:-by]
    else:
        moved[:by] = column[-by:]
    return moved


def _nearness(prose: Numbers) -> Numbers:
    """Return how dense the prose is around a paragraph, against the densest stretch of the page."""
    near = around(prose, 10) + prose
    return np.divide(near, max(float(near.max(initial=0.0)), 1.0))


def _run(weak: Numbers) -> Numbers:
    """Return how long a run of weak paragraphs ends just before each, as a logarithm."""
    number = np.arange(len(weak))
    last = np.maximum.accumulate(np.where(weak == 0, number, -1))
    run = np.concatenate([[0.0], (number - last)[:-1]])
    return np.asarray(np.log1p(np.minimum(run, 20)))
