"""Find the time expressions of a text: words to class letters, then one pattern over the letters."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stemmata.model import Span
from stemmata.text.times.grammar import OTHER, Grammar, grammar
from stemmata.text.times.meanings import Slots, meaning_of
from stemmata.text.times.mention import Mention, Tense

TOKEN = re.compile(
    r"""[aApP]\.?[mM]\b\.?
      | [qQ][1-4]\b
      | [^\W\d_]+
      | \d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?\b
      | \d{1,2}/\d{1,2}/(?:\d{4}|\d\d)\b
      | \d{1,2}:\d\d(?::\d\d)?\b
      | \d{1,3}(?:st|nd|rd|th)\b
      | \d\d(?:\d\d)?s\b
      | \d+(?:[.,]\d+)*
      | [^\w\s]""",
    re.VERBOSE,
)
RUN = re.compile(f"[^{OTHER}]+")
LONGEST = 100_000
"""Characters read at once."""
LOOK_BACK = 14
LOOK_AHEAD = 8
ENDS = frozenset(".!?;")


class _Tokens(NamedTuple):
    """The words of one stretch: where each stands, its folded form, and the class letters as one text."""

    places: list[tuple[int, int]]
    folded: list[str]
    letters: str


def find_times(text: str, spans: Iterable[Span], language: str = "en") -> tuple[Mention, ...]:
    """Return the time expressions in the stretches ``spans`` of ``text``, in order.

    A language without a file of times has none.
    """
    known = grammar(language)
    if known is None:
        return ()
    found: list[Mention] = []
    for span in spans:
        for piece in _pieces(text, span):
            found.extend(_mentions(_tokens(text, piece, known), known))
    return tuple(found)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Yield a long stretch in pieces, cut at blanks, so that memory stays small."""
    start = span.start
    while span.end - start > LONGEST:
        blank = text.rfind(" ", start, start + LONGEST)
        cut = blank if blank > start else start + LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _tokens(text: str, span: Span, known: Grammar) -> _Tokens:
    places: list[tuple[int, int]] = []
    folded: list[str] = []
    letters: list[str] = []
    lexicon, capitalised = known.lexicon, known.capitalised
    for match in TOKEN.finditer(text, span.start, span.end):
        token = match[0]
        lower = token.lower()
        entry = lexicon.get(lower)
        if entry is not None:
            letter = entry[0]
            if letter in capitalised and not token[0].isupper():
                letter = OTHER
        elif token[0].isdecimal() or (token[0] in "aApPqQ" and len(token) < 5):
            letter = known.letters.get(_numeral(token), OTHER)
        else:
            letter = OTHER
        places.append(match.span())
        folded.append(lower)
        letters.append(letter)
    return _Tokens(places, folded, "".join(letters))


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
    return "SLASH" if "/" in token else "ISO" if token.count("-") == 2 else "NUM"


def _mentions(tokens: _Tokens, known: Grammar) -> Iterable[Mention]:
    for first, end, match in _matches(tokens.letters, known):
        if match.lastindex is None:
            continue
        rule = known.rules[match.lastindex - 1]
        slots = _slots(tokens, first, end, known)
        made = meaning_of(rule.means, rule.fixed, slots)
        if made is None:
            continue
        kind, meaning = made
        span = Span(tokens.places[first][0], tokens.places[end - 1][1])
        yield Mention(span, kind, meaning, _lead(tokens, first), _tense(tokens, first, end, known))


def _matches(letters: str, known: Grammar) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Match the rules only in runs of grammar words that hold a telling one: most of a text is none."""
    for run in RUN.finditer(letters):
        if known.telling.search(letters, *run.span()):
            for match in known.pattern.finditer(letters, *run.span()):
                yield *match.span(), match


def _slots(tokens: _Tokens, first: int, end: int, known: Grammar) -> Slots:
    slots: dict[str, list[str]] = {}
    for place in range(first, end):
        word = tokens.folded[place]
        value = known.lexicon[word][1] if word in known.lexicon else word
        slots.setdefault(known.names.get(tokens.letters[place], ""), []).append(value or word)
    return slots


def _lead(tokens: _Tokens, first: int) -> str:
    word = tokens.folded[first - 1] if first else ""
    if word == "the" and first > 1:
        return tokens.folded[first - 2]
    return word


def _tense(tokens: _Tokens, first: int, end: int, known: Grammar) -> Tense:
    """Return the tense of the nearest telling word: before the mention, else after it, in the same sentence."""
    for place in range(first - 1, max(-1, first - LOOK_BACK - 1), -1):
        word = tokens.folded[place]
        if word in ENDS:
            break
        if place and tokens.folded[place - 1] in known.infinitives:
            continue
        if (tense := _tense_of(word, known)) is not None:
            return tense
    for word in tokens.folded[end : end + LOOK_AHEAD]:
        if word in ENDS:
            break
        if (tense := _tense_of(word, known)) is not None:
            return tense
    return Tense.OPEN


def _tense_of(word: str, known: Grammar) -> Tense | None:
    if word in known.future:
        return Tense.FUTURE
    if word in known.past or (len(word) > 4 and word.endswith(known.past_endings)):
        return Tense.PAST
    return None
