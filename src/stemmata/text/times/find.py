"""Find the time expressions of a text: words to class letters, then one pattern over the letters."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate

from stemmata.model import Span
from stemmata.text.times.grammar import OTHER, Grammar, grammar
from stemmata.text.times.meanings import meaning_of
from stemmata.text.times.mention import Mention, Tense
from stemmata.text.times.slots import Slots

TOKEN = re.compile(
    r"""(?:[aApP]\.?[mM]\b\.?
      | [qQ][1-4]\b
      | [^\W\d_]+
      | \d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?\b
      | \d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b
      | \d{1,2}:\d\d(?::\d\d)?\b
      | \d{1,3}(?:st|nd|rd|th)\b
      | \d\d(?:\d\d)?s\b
      | \d+(?:[.,]\d+)*
      | [^\w\s]
      | _)\s*""",
    re.VERBOSE,
)
"""A word, a number or a sign, with the white space behind it: together they cover a text."""
BLANK = re.compile(r"\s*")
RUN = re.compile(f"[^{OTHER}]+")
LONGEST = 100_000
"""Characters read at once."""
LOOK_BACK = 14
LOOK_AHEAD, LOOK_FAR = 8, 20
"""Words behind a time among which its verb is looked for; far where it opens the sentence ("In January, a week after …, a man")."""
OPENS = 2
"""Words that may stand before a time that opens its sentence."""
ENDS = frozenset(".!?;")
MOST_KNOWN = 50_000
"""Different words whose class is remembered, and different runs of classes whose times are."""
BARE = frozenset({"weekday", "clock", "holiday"})
"""Kinds of time that "until" and "by" put ahead, where no verb says otherwise."""
TITLED = frozenset({"duration", "relative", "today", "now"})
"""Kinds of time that programmes and papers are named for."""
APOSTROPHES = frozenset("'’")
QUOTES = frozenset("\"'“”‘’`")
LONGEST_RUN = 24
"""Words of a run that is worth remembering."""
SURE_END = re.compile(r"[.!?](?<=[a-z]{5}.)[\"'”’)]{0,3}\s+(?=[\"'“‘(]?[A-Z])")
"""Where a sentence surely ends: no abbreviation has so many small letters."""


class _Tokens:
    """The words of one stretch: as written, the class letters as one text, and where each begins, once asked."""

    __slots__ = ("classes", "letters", "raw", "starts")

    def __init__(self, text: str, span: Span, classes: "_Classes") -> None:
        self.raw: list[str] = TOKEN.findall(text, span.start, span.end)
        self.letters = "".join(map(classes.__getitem__, self.raw))
        self.classes = classes
        self.starts: list[int] = []

    def folded(self, place: int) -> str:
        """Return a word folded."""
        return self.raw[place].rstrip().lower()

    def span(self, first: int, end: int, text: str, piece: Span) -> Span:
        """Return where the words from ``first`` to before ``end`` stand."""
        if not self.starts:
            blank = BLANK.match(text, piece.start, piece.end)
            opening = blank.end() if blank else piece.start
            self.starts = list(accumulate(map(len, self.raw), initial=opening))
        return Span(self.starts[first], self.starts[end - 1] + len(self.raw[end - 1].rstrip()))


Found = tuple[tuple[int, int, int], ...]
"""First word, the word after the last, and rule of every time in a run."""


class _Classes(dict[str, str]):
    """The class letter of each word met so far, as written; ``runs`` are the times in runs of letters met so far."""

    __slots__ = ("grammar", "runs")

    def __init__(self, known: Grammar) -> None:
        super().__init__()
        self.grammar = known
        self.runs: dict[str, Found] = {}

    def found(self, run: str) -> Found:
        """Match the rules in a run of grammar words, if it holds a telling one: most of a text is none."""
        known = self.runs.get(run)
        if known is not None:
            return known
        found: Found = ()
        if self.grammar.telling.search(run):
            matches = self.grammar.pattern.finditer(run)
            found = tuple((one.start(), one.end(), (one.lastindex or 0) - 1) for one in matches)
        if len(run) <= LONGEST_RUN:
            if len(self.runs) >= MOST_KNOWN:
                self.runs.clear()
            self.runs[run] = found
        return found

    def __missing__(self, token: str) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[token] = letter = _class_of(token, self.grammar)
        return letter


@cache
def _classes(language: str) -> _Classes | None:
    known = grammar(language)
    return _Classes(known) if known is not None else None


def find_times(text: str, spans: Iterable[Span], language: str = "en") -> tuple[Mention, ...]:
    """Return the time expressions in the stretches ``spans`` of ``text``, in order.

    A language without a file of times has none.
    """
    known = _classes(language)
    if known is None:
        return ()
    found: list[Mention] = []
    for span in spans:
        for piece in _pieces(text, span):
            tokens = _Tokens(text, piece, known)
            if known.grammar.telling.search(tokens.letters):
                found.extend(_mentions(text, piece, tokens))
    return tuple(found)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences that surely end; what is longer than ``LONGEST`` is cut at blanks, so that memory stays small."""
    start = span.start
    for match in SURE_END.finditer(text, span.start, span.end):
        yield from _short(text, Span(start, match.end()))
        start = match.end()
    yield from _short(text, Span(start, span.end))


def _short(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > LONGEST:
        blank = text.rfind(" ", start, start + LONGEST)
        cut = blank if blank > start else start + LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _class_of(written: str, known: Grammar) -> str:
    token = written.rstrip()
    entry = known.lexicon.get(token.lower())
    if entry is not None:
        return OTHER if entry[0] in known.capitalised and not token[0].isupper() else entry[0]
    if token[0].isdecimal() or (token[0] in "aApPqQ" and len(token) < 5):
        return known.letters.get(_numeral(token), OTHER)
    return OTHER


def _numeral(token: str) -> str:
    """Return the class of a token that is no word."""
    if token.isdecimal():
        number = int(token) if len(token) <= 4 else 0
        if len(token) <= 2:
            return "DAY" if 1 <= number <= 31 else "NUM"
        return "YEAR" if len(token) == 4 and 1000 <= number <= 2199 else "NUM"
    if not token[0].isdecimal():
        return "QTR" if token[-1].isdecimal() else "AMPM" if token[1:2] in ".mM" else ""
    if token[-1] in "tdh":
        return "ORD"
    if token[-1] == "s":
        return "DECADE"
    if ":" in token and len(token) <= 8:
        return "CLOCK"
    if token.count(".") == 2 and len(token) <= 10:
        return "DOTTED"
    return "SLASH" if "/" in token else "ISO" if token.count("-") == 2 else "NUM"


def _mentions(text: str, piece: Span, tokens: _Tokens) -> Iterator[Mention]:
    known = tokens.classes.grammar
    for run in RUN.finditer(tokens.letters):
        for start, stop, place in tokens.classes.found(run[0]):
            first, end = run.start() + start, run.start() + stop
            rule = known.rules[place]
            made = meaning_of(rule.means, rule.fixed, _slots(tokens, first, end))
            if made is None or _is_name(tokens, first, end, made[1].kind):
                continue
            lead, tense = _lead(tokens, first), _tense(tokens, first, end)
            if tense is Tense.OPEN and lead in known.coming and made[1].kind in BARE:
                tense = Tense.FUTURE
            yield Mention(tokens.span(first, end, text, piece), *made, lead, tense)


def _is_name(tokens: _Tokens, first: int, end: int, kind: str) -> bool:
    """Whether the words are no time but a title ("60 Minutes", in quotation marks) or of the world of today."""
    after = tokens.raw[end] if end < len(tokens.raw) else ""
    if kind == "today" and after[:1] in APOSTROPHES:
        beyond = tokens.folded(end + 2) if end + 2 < len(tokens.raw) else ""
        return beyond in tokens.classes.grammar.of_today
    before = tokens.raw[first - 1][:1] if first else ""
    quoted = before in QUOTES and after[:1] in QUOTES
    return quoted and kind in TITLED and tokens.raw[end - 1][:1].isupper()


def _slots(tokens: _Tokens, first: int, end: int) -> Slots:
    known = tokens.classes.grammar
    slots: dict[str, list[str]] = {}
    for place in range(first, end):
        word = tokens.folded(place)
        value = known.lexicon[word][1] if word in known.lexicon else word
        slots.setdefault(known.names.get(tokens.letters[place], ""), []).append(value or word)
    return slots


def _lead(tokens: _Tokens, first: int) -> str:
    word = tokens.folded(first - 1) if first else ""
    if word in tokens.classes.grammar.articles and first > 1:
        return tokens.folded(first - 2)
    return word


def _tense(tokens: _Tokens, first: int, end: int) -> Tense:
    """Return the tense of the nearest telling word: before the mention, else after it, in the same sentence."""
    known = tokens.classes.grammar
    for place in range(first - 1, max(-1, first - LOOK_BACK - 1), -1):
        word = tokens.folded(place)
        if word in ENDS:
            break
        before = tokens.folded(place - 1) if place else ""
        if before in known.infinitives:
            continue
        if f"{before}-{word}" in known.future_pairs:
            return Tense.FUTURE
        if (tense := _tense_of(word, known)) is not None:
            return tense
    ahead = LOOK_FAR if _opens(tokens, first) else LOOK_AHEAD
    for place in range(end, min(end + ahead, len(tokens.raw))):
        word = tokens.folded(place)
        if word in ENDS:
            break
        if (tense := _tense_of(word, known)) is not None:
            return tense
    return Tense.OPEN


def _opens(tokens: _Tokens, first: int) -> bool:
    """Whether hardly anything stands before a time in its sentence."""
    near = range(first - 1, max(-1, first - 2 - OPENS), -1)
    return first <= OPENS or any(tokens.folded(place) in ENDS for place in near)


def _tense_of(word: str, known: Grammar) -> Tense | None:
    if word in known.future:
        return Tense.FUTURE
    if word in known.past or (len(word) > 4 and word.endswith(known.past_endings)):
        return Tense.PAST
    return None
