"""Words whose speaker stands before a colon or behind a dash: interviews, exchanges, headlines, pull quotes."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemmata.model import Article, Polarity, Role, Span, Speech
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft, quoted_in, speech
from stemmata.statements.lines import Line, Token
from stemmata.statements.settings import StatementSettings

LABEL = re.compile(
    r"(?:(?P<sign>[QA])[.:]|(?P<name>[^\W\d_a-z][\w'’.-]{0,30}(?: (?:of|the|van|von|de|[^\W\d_a-z][\w'’.-]{0,30})){0,4}):)\s+(?=\S)"
)
LONGEST = 8
"""Tokens of a label at most."""
LISTED, FEWEST = 300, 5
"""Characters of a paragraph by which it is told from a list, and words that it has at least."""
SMALL = frozenset({"of", "and", "the", "van", "von", "de"})
FAR = 40
"""Characters before a name in which the word before it stands."""
MENTIONS = 50
"""Mentions of a name in the story among which one that speaks is looked for."""
DASHES = frozenset({"—", "–"})


class _Label(NamedTuple):
    """A paragraph with a label: its first line, the label, what follows it in the paragraph."""

    line: Line
    name: Span
    words: Span

    def asks(self, text: str) -> bool:
        """Whether the paragraph ends with a question."""
        return text[self.words.end - 1] == "?"


def labelled(
    article: Article, lines: Sequence[Line], cues: Cues, settings: StatementSettings
) -> Iterator[Draft]:
    """Yield the paragraphs of an interview, and quotations that a name leads to or signs."""
    spoken = _interview(article, lines, cues)
    yield from (_draft(article, each.line, each.name, each.words, settings.quotation) for each in spoken)
    told = {each.line.paragraph for each in spoken}
    for line in lines:
        if line.paragraph not in told and (line.quotations or line.role is Role.TITLE):
            named = _leads(article, line, cues) or _signed(line)
            if named is not None:
                yield _draft(article, line, *named, settings.inferred)


def _draft(article: Article, line: Line, name: Span, words: Span, confidence: float) -> Draft:
    quoted = quoted_in(line, (words,))
    form = speech(article.text, (words,), quoted) if quoted else Speech.DIRECT
    return Draft(
        article.id, line.paragraph, line.role, (words,), quoted, form, Polarity.ASSERTED, name, name, None, "said",
        "labelled", confidence,
    )  # fmt: skip


def _interview(article: Article, lines: Sequence[Line], cues: Cues) -> list[_Label]:
    """Return the paragraphs under labels, where they are an exchange: two who speak, and a question or known names."""
    found = _beside_others(list(_labels(article, lines)))
    names = [label.name.of(article.text) for label in found]
    if len(set(names)) < 2:
        return []
    asks = any(
        label.asks(article.text) and name != after
        for label, name, after in zip(found, names, names[1:], strict=False)
    )
    if asks or all(_shouted(name) or _known(article.text, name, cues) for name in names):
        return found
    return []


def _beside_others(found: Sequence[_Label]) -> list[_Label]:
    """Keep the paragraphs that stand right beside another one with a label."""
    numbers = {label.line.paragraph for label in found}
    return [
        label
        for label in found
        if not numbers.isdisjoint({label.line.paragraph - 1, label.line.paragraph + 1})
    ]


def _labels(article: Article, lines: Sequence[Line]) -> Iterator[_Label]:
    text, before = article.text, -1
    for at, line in enumerate(lines):
        if line.role is Role.BODY and line.paragraph != before:
            match = LABEL.match(text, line.span.start, line.span.end)
            if match is not None:
                last = at
                while last + 1 < len(lines) and lines[last + 1].paragraph == line.paragraph:
                    last += 1
                name = Span(*match.span("sign" if match["sign"] else "name"))
                words = Span(match.end(), lines[last].span.end)
                if words.start < words.end and not _lists(words.of(text)):
                    yield _Label(line, name, words)
        before = line.paragraph


def _lists(words: str) -> bool:
    """Whether nearly every word has a capital: names under a heading, such as those of a constituency."""
    found = words[:LISTED].split()
    return len(found) > FEWEST and sum(word[:1].isupper() for word in found) > 0.8 * len(found)


def _shouted(name: str) -> bool:
    return len(name) > 2 and name.isupper()


def _known(text: str, name: str, cues: Cues) -> bool:
    """Whether a label names somebody: a calling, or one that stands elsewhere in the text."""
    words = name.split()
    if any(word.lower() in cues.people for word in words):
        return True
    return not _shouted(name) and text.count(words[-1]) > text.count(f"{words[-1]}:")


def _leads(article: Article, line: Line, cues: Cues) -> tuple[Span, Span] | None:
    """Return a name and the words it leads to: *Ana Torvik: “We won.”*"""
    if article.text.find(":", *line.span) < 0:
        return None
    tokens = line.tokens
    colon = next((at for at, token in enumerate(tokens[: LONGEST + 1]) if token.kind == ":"), None)
    if not colon or colon + 1 >= len(tokens):
        return None
    start = max((at + 1 for at in range(colon) if tokens[at].kind in DASHES), default=0)
    articles = cues.determiners if cues.order == "clauses" else frozenset[str]()
    start += tokens[start].low in articles if start < colon else 0
    if start >= colon or not _is_name(tokens[start:colon], articles):
        return None
    name = Span(tokens[start].start, tokens[colon - 1].end)
    if line.role is Role.TITLE:
        speaks = start == 0 and _speaks_on(article.text, line.span.end, name.of(article.text), cues)
        return (name, Span(tokens[colon + 1].start, tokens[-1].end)) if speaks else None
    if tokens[colon + 1].kind == "q":
        return name, Span(tokens[colon + 1].start, tokens[colon + 1].end)
    return None


def _speaks_on(text: str, start: int, name: str, cues: Cues) -> bool:
    """Whether the story tells that whoever is named before a headline's colon says something."""
    last = name.rsplit(maxsplit=1)[-1]
    if last.lower() in cues.people:
        return True
    behind = re.compile(rf"{re.escape(last)}\b(?:,[^,.]{{1,80}},)?(?: (\w+))?")
    for number, match in enumerate(behind.finditer(text, start)):
        before = text[max(start, match.start() - FAR) : match.start()]
        if before[-1:].isalnum():
            continue
        ahead = before.split()[-1:] if before.endswith(" ") else []
        verbs = [verb for word in (*ahead, match[1]) if word for verb in cues.verbs.get(word.lower(), ())]
        if any("quote" in verb.frames for verb in verbs):
            return True
        if number > MENTIONS:
            break
    return False


def _is_name(tokens: Sequence[Token], articles: frozenset[str] = frozenset()) -> bool:
    return all(token.kind == "w" and (token.capital or token.low in SMALL | articles) for token in tokens)


def _signed(line: Line) -> tuple[Span, Span] | None:
    """Return the name behind a dash and the quotation that the line is else: *“We won.” – Ana Torvik*"""
    tokens = line.tokens
    if len(tokens) < 3 or tokens[0].kind != "q" or tokens[1].kind not in DASHES:
        return None
    end = next((at for at in range(2, len(tokens)) if tokens[at].kind != "w"), len(tokens))
    if len(tokens) > LONGEST + 2 or end == 2 or not _is_name(tokens[2:end]):
        return None
    return Span(tokens[2].start, tokens[end - 1].end), Span(tokens[0].start, tokens[0].end)
