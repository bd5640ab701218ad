"""Proper names by their capitals, with a guess at what each names. For languages that write names with capitals."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from stemmata.model import Span
from stemmata.text.languages import language as known_language
from stemmata.text.languages import section, words_of
from stemmata.text.places import state

UP = r"[^\W\d_a-zß-öø-ÿ]"
LOWER = re.compile(r"(?<![\w'’-])[a-z]{2,}\b(?!-)")
MOST_TOKENS = 8
"""Tokens of one name at most; more is a headline."""
VOCABULARY_SLICE = 60_000


class Name(NamedTuple):
    """One mention of a name; ``kind`` is ``person``, ``organisation``, ``place`` or ``other``."""

    span: Span
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    language: str
    small: frozenset[str]
    titles: frozenset[str]
    organisations: frozenset[str]
    geography: frozenset[str]
    things: frozenset[str]
    run: re.Pattern[str]
    token: re.Pattern[str]


def names(text: str, span: Span, language: str = "en") -> tuple[Name, ...]:
    """Return the names in the stretch ``span`` of ``text``, in order.

    A title before a name is not part of it; ``'s`` ends one. A lone capital that opens a sentence is a
    name only when the text never writes it small and something else speaks for it.
    """
    lexicon = _lexicon(language)
    if lexicon is None:
        return ()
    common = _common(text[:VOCABULARY_SLICE])
    found: list[Name] = []
    for match in lexicon.run.finditer(text, span.start, span.end):
        opens = _opens_sentence(text, match.start(), span.start)
        for part, tokens in enumerate(_parts(text, Span(*match.span()), lexicon)):
            found.extend(_split(text, tokens, opens and not part, lexicon, common))
    return tuple(_people(found))


def _parts(text: str, run: Span, lexicon: _Lexicon) -> Iterator[list[Span]]:
    """Yield the tokens of each name of a run: ``and`` and ``for`` part names, but not a Ministry of A and B."""
    tokens = [Span(*token.span()) for token in lexicon.token.finditer(text, *run)]
    part: list[Span] = []
    for token in tokens:
        gap = text[part[-1].end : token.start].strip() if part else ""
        heads = {piece.of(text).lower() for piece in part}
        joined = gap.split(" ")[0]
        of = " of " in text[part[0].start : token.start] if part else False
        if joined in {"and", "e", "y", "for"} and not (
            heads & lexicon.organisations and (of or joined == "for")
        ):
            yield part
            part = []
        part.append(token)
    if part:
        yield part


def _split(
    text: str, tokens: list[Span], opens: bool, lexicon: _Lexicon, common: frozenset[str]
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
    titled = [at for at in range(first, last) if words[at] in lexicon.titles]
    if titled and not lexicon.organisations.intersection(words[first:last]):
        yield from _state_before(text, tokens[first : titled[-1]], language)
        if titled[-1] + 1 < last:
            yield _named(text, tokens[titled[-1] + 1 : last], "person")
        return
    if first == last or last - first > MOST_TOKENS:
        return
    kind = _kind(words[first:last], text[tokens[first].start : tokens[last - 1].end], lexicon, common)
    if opens and last - first == 1 and kind == "other" and words[first] in common:
        return
    yield _named(text, tokens[first:last], kind)


def _is_state(text: str, tokens: list[Span], language: str) -> bool:
    return state(text[tokens[0].start : tokens[-1].end], language) is not None


def _state_before(text: str, tokens: list[Span], language: str) -> Iterator[Name]:
    for length in (2, 1):
        if len(tokens) >= length and _is_state(text, tokens[:length], language):
            yield _named(text, tokens[:length], "place")
            return


def _kind(words: list[str], whole: str, lexicon: _Lexicon, common: frozenset[str]) -> str:
    meant = state(whole, lexicon.language)
    if meant:
        return "organisation" if meant.by == "house" else "place"
    if lexicon.organisations.intersection(words):
        return "organisation"
    if len(words) == 1:
        return "organisation" if whole.isupper() and 2 <= len(whole.replace(".", "")) <= 6 else "other"
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
    return frozenset(LOWER.findall(text))


@cache
def _lexicon(code: str) -> _Lexicon | None:
    table, known = section(code, "names"), known_language(code)
    if table is None or known is None:
        return None
    titles = frozenset(words_of(table, "titles"))
    dotted = "|".join(sorted(title.capitalize() for title in titles if f"{title}." in known.abbreviations))
    cap = rf"(?:(?:{dotted})\.|(?:{UP}\.){{1,5}}|{UP}\w{{0,40}}(?:(?:['’](?!s\b)|-)\w{{1,40}}){{0,4}})"
    small = "|".join(sorted(words_of(table, "joiners")))
    return _Lexicon(
        language=code,
        small=known.stopwords | known.starters | frozenset(words_of(table, "never")),
        titles=titles,
        organisations=frozenset(words_of(table, "organisations")),
        geography=frozenset(words_of(table, "geography")),
        things=frozenset(words_of(table, "things")),
        run=re.compile(rf"\b{cap}(?:[ \u00a0](?:(?:{small})[ \u00a0]){{0,2}}{cap}){{0,15}}"),
        token=re.compile(cap),
    )
