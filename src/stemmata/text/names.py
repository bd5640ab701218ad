"""Proper names by their capitals, with a guess at what each names. For languages that write names with capitals."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from stemmata.kernels.cues import written_small
from stemmata.model import Span
from stemmata.text.lexicon import Lexicon, lexicon_of
from stemmata.text.places import state

MOST_TOKENS = 8
"""Tokens of one name at most; more is a headline."""
VOCABULARY_SLICE = 60_000
RUNS = 16_384
"""Runs of capitals whose names are remembered."""
FIRM = re.compile(r"\b(?!Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O['’])[A-Z][a-z]+[A-Z][a-z]")
"""A capital inside a word, as firms write their names."""
NUMBERED = re.compile(r"-\d")
PRESS = frozenset({"press", "prime", "vice", "first", "acting", "former", "foreign"})
"""Words that go with the title behind them and not with the body before."""


class Name(NamedTuple):
    """One mention of a name; ``kind`` is ``person``, ``organisation``, ``place`` or ``other``."""

    span: Span
    text: str
    kind: str


def names(text: str, span: Span, language: str = "en") -> tuple[Name, ...]:
    """Return the names in the stretch ``span`` of ``text``, in order.

    A title or calling before a name is not part of it, nor is the place a person is *of*; ``'s`` ends a name.
    A lone capital that opens a sentence is a name only when the text never writes it small and something else
    speaks for it.
    """
    lexicon = lexicon_of(language)
    if lexicon is None:
        return ()
    common = _common(text[:VOCABULARY_SLICE])
    found: list[Name] = []
    for match in lexicon.run.finditer(text, span.start, span.end):
        run, at = match[0], match.start()
        if run in lexicon.opening:
            continue
        opens = _opens_sentence(text, at, span.start)
        known = common.intersection(_words(run, language))
        trade = " " in run and _trade_before(text, at, lexicon)
        for start, end, kind in _in_run(run, opens, known, trade, language):
            found.append(Name(Span(at + start, at + end), run[start:end], kind))
    return tuple(_people(found))


@lru_cache(maxsize=RUNS)
def _words(run: str, language: str) -> tuple[str, ...]:
    """Return the words of a run of capitals in small letters."""
    lexicon = lexicon_of(language)
    return tuple(token.lower().rstrip(".") for token in lexicon.token.findall(run)) if lexicon else ()


@lru_cache(maxsize=RUNS)
def _in_run(
    run: str, opens: bool, common: frozenset[str], trade: bool, language: str
) -> tuple[tuple[int, int, str], ...]:
    """Return where in a run of capitals the names are, with their kinds. News has the same runs again and again.

    ``opens`` says whether the run opens a sentence, ``common`` which of its words the text also writes small,
    ``trade`` whether the word before it is a trade.
    """
    lexicon = lexicon_of(language)
    if lexicon is None:
        return ()
    return tuple(
        (name.span.start, name.span.end, name.kind)
        for part, tokens in enumerate(_parts(run, Span(0, len(run)), lexicon, opens=opens))
        for name in _split(run, tokens, opens and not part, lexicon, common, trade=trade)
    )


def _parts(text: str, run: Span, lexicon: Lexicon, *, opens: bool) -> Iterator[list[Span]]:
    """Yield the tokens of each name of a run."""
    tokens = [Span(*token.span()) for token in lexicon.token.finditer(text, *run)]
    words = [token.of(text).lower().rstrip(".") for token in tokens]
    first = 0
    for at in range(1, len(tokens)):
        gap = text[tokens[at - 1].end : tokens[at].start]
        if _parted(text, gap, tokens[first:at], words[first:at], words[at:], lexicon, opens and not first):
            yield tokens[first:at]
            first = at
    yield tokens[first:]


def _parted(
    text: str,
    gap: str,
    before: list[Span],
    words: list[str],
    after: list[str],
    lexicon: Lexicon,
    opens: bool,
) -> bool:
    """Whether a gap parts two names: *and* and *for*, but not in a Ministry of A and B; a person's *of*; a plural's *'*."""
    if gap == " ":
        return False
    joined = gap.split()[:1]
    heads = lexicon.organisations.intersection(words)
    if joined and joined[0] in {"and", "e", "y", "for"}:
        of = " of " in text[before[0].start : before[-1].end]
        return not (heads and (of or joined == ["for"]))
    if gap[0] in "'’":
        return not lexicon.organisations.intersection(after)
    if joined == ["of"] and not heads:
        return _is_person(text, before, words, lexicon) or (
            opens and len(words) == 1 and _whole(gap, after, words, lexicon)
        )
    return False


def _whole(gap: str, after: list[str], words: list[str], lexicon: Lexicon) -> bool:
    """Whether a sentence's first word only says what of a body is meant: *Membership* of the Chess Federation."""
    known = lexicon.titles | lexicon.geography
    return (
        gap.split() == ["of", "the"]
        and bool(lexicon.organisations.intersection(after))
        and words[0] not in known
    )


def _is_person(text: str, tokens: list[Span], words: list[str], lexicon: Lexicon) -> bool:
    """Whether the tokens before *of* already name somebody: Ana Torvik *of Halden*, Mayor Torvik *of Halden*."""
    titled = max((at + 1 for at, word in enumerate(words) if word in lexicon.titles), default=0)
    while titled < len(words) and words[titled] in lexicon.small:
        titled += 1
    bearer = words[titled:]
    odd = lexicon.things | lexicon.geography
    pieces = [tokens[titled:], *([token] for token in tokens[titled:])]
    placed = any(piece and _is_state(text, piece, lexicon.language) for piece in pieces)
    return (
        not placed
        and not odd.intersection(bearer)
        and (len(bearer) in {2, 3} or (len(bearer) == 1 and titled > 0))
    )


def _split(
    text: str, tokens: list[Span], opens: bool, lexicon: Lexicon, common: frozenset[str], *, trade: bool
) -> Iterator[Name]:
    """Yield what one run of capitals names: who bears a title, and the state before it."""
    language, words = lexicon.language, [token.of(text).lower().rstrip(".") for token in tokens]
    first, last = 0, len(tokens)
    while (
        first < last and words[first] in lexicon.small and not _is_state(text, tokens[first:last], language)
    ):
        first, opens = first + 1, False
    while last > first and words[last - 1] in lexicon.small:
        last -= 1
    if opens and last - first > 1 and words[first] in common and words[first] not in lexicon.titles:
        first, opens = first + 1, False
    firm = False
    if last - first > 1 and _is_called(words[first:last], lexicon):
        firm = words[first] in lexicon.trades or words[first].endswith("maker")
        first, opens = first + 1, False
    titled = [at for at in range(first, last) if words[at] in lexicon.titles]
    if titled:
        bearer = _bearer(text, tokens, titled[-1] + 1, last, language)
        organised = bool(lexicon.organisations.intersection(words[first:last]))
        if bearer < last and not lexicon.organisations.intersection(words[bearer:last]):
            yield from _before_title(text, tokens[first : titled[-1]], words[first : titled[-1]], lexicon)
            yield _named(text, tokens[bearer:last], "person")
            return
        if not organised:
            yield from _state_before(
                text, tokens[first : titled[-1]] or tokens[titled[-1] + 1 : last], language
            )
            return
    if first == last or last - first > MOST_TOKENS:
        return
    kind = _kind(words[first:last], text[tokens[first].start : tokens[last - 1].end], lexicon, common)
    if last - first > 1 and not firm:
        start = tokens[first].start
        firm = _trade_before(text, start, lexicon) if start else trade
    if opens and last - first == 1 and kind == "other" and words[first] in common:
        return
    yield _named(text, tokens[first:last], "organisation" if firm else kind)


def _is_called(words: list[str], lexicon: Lexicon) -> bool:
    """Whether a calling or a trade stands before the name: *Qualifier* Ana Torvik, *Carmaker* Orla Motor.

    One known by its end alone, a *schoolteacher*, stands before a name in full.
    """
    called = words[0] in lexicon.callings or words[0] in lexicon.trades or words[0].endswith("maker")
    called = called or (
        len(words) > 2 and words[0] not in lexicon.endings and words[0].endswith(lexicon.endings)
    )
    return called and not lexicon.titles.intersection(words) and words[1] not in lexicon.organisations


def _trade_before(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the word before the name, in small letters, says that it is a firm or a paper."""
    if text[at - 1 : at] != " ":
        return False
    return text[max(0, at - 30) : at - 1].rpartition(" ")[2] in lexicon.trades


def _bearer(text: str, tokens: list[Span], at: int, last: int, language: str) -> int:
    """Return where the bearer's name starts behind a title, past what the title is *of*: Secretary of State Ana Ro."""
    if at >= last or not text[tokens[at - 1].end : tokens[at].start].strip().startswith("of"):
        return at
    for length in (3, 2, 1):
        if at + length <= last and _is_state(text, tokens[at : at + length], language):
            return at + length
    return last - 2 if last - at > 2 else last


def _before_title(text: str, tokens: list[Span], words: list[str], lexicon: Lexicon) -> Iterator[Name]:
    """Yield the body or the state that stands before somebody's title: *Transport Ministry* Spokesman Ana Ro."""
    last = len(tokens)
    while last and (words[last - 1] in lexicon.titles or words[last - 1] in PRESS):
        last -= 1
    if (
        last
        and lexicon.organisations.intersection(words[:last])
        and not _is_state(text, tokens[:last], lexicon.language)
    ):
        yield _named(text, tokens[:last], "organisation")
    else:
        yield from _state_before(text, tokens[:last], lexicon.language)


def _is_state(text: str, tokens: list[Span], language: str) -> bool:
    return state(text[tokens[0].start : tokens[-1].end], language) is not None


def _state_before(text: str, tokens: list[Span], language: str) -> Iterator[Name]:
    for length in (2, 1):
        meant = (
            state(text[tokens[0].start : tokens[length - 1].end], language) if len(tokens) >= length else None
        )
        if meant:
            yield _named(text, tokens[:length], "organisation" if meant.by == "house" else "place")
            return


def _kind(words: list[str], whole: str, lexicon: Lexicon, common: frozenset[str]) -> str:
    meant = state(whole, lexicon.language)
    if meant:
        return "organisation" if meant.by == "house" else "place"
    if lexicon.organisations.intersection(words) or " & " in whole or FIRM.search(whole):
        return "organisation"
    if len(words) == 1:
        short = whole.isupper() and 2 <= len(whole.replace(".", "")) <= 6 and not NUMBERED.search(whole)
        return "organisation" if short else "other"
    if lexicon.geography.intersection(words):
        return "place"
    pieces = whole.replace("-", " ").split()
    if any(piece.isupper() and len(piece) > 2 and piece.isalpha() for piece in pieces):
        return "organisation"
    placed = any(state(piece, lexicon.language) for piece in pieces)
    plain = all(word.replace("-", "").replace("'", "").isalpha() or len(word) <= 2 for word in words)
    odd = placed or common.union(lexicon.things).intersection(words)
    return "person" if plain and not odd and len(words) <= 4 else "other"


def _people(found: list[Name]) -> Iterator[Name]:
    """Yield the names, a lone part of a person's name being that person."""
    parts = {part for name in found if name.kind == "person" for part in name.text.split()}
    for name in found:
        yield name._replace(kind="person") if name.kind == "other" and name.text in parts else name


def _named(text: str, tokens: list[Span], kind: str) -> Name:
    span = Span(tokens[0].start, tokens[-1].end)
    return Name(span, span.of(text), kind)


def _opens_sentence(text: str, at: int, start: int) -> bool:
    before = text[max(start, at - 4) : at].rstrip(" \"'“‘«(")
    return not before or before[-1] in ".!?\n:;•—–|-"


@lru_cache(maxsize=16)
def _common(text: str) -> frozenset[str]:
    """Return the words that the text also writes small."""
    return written_small(text)
