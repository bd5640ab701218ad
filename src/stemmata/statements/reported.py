"""Statements that a sentence attributes by a verb, a phrase or a noun."""

from collections.abc import Iterator, Sequence

from stemmata.model import Article, Polarity, Role, Span, Speech
from stemmata.statements.accorded import VIEWED, by_phrase
from stemmata.statements.citing import citing
from stemmata.statements.contents import Content, content
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft, quoted_in, speech
from stemmata.statements.hits import Hit, hits
from stemmata.statements.idle import STANDS, idle, own_thoughts
from stemmata.statements.lines import Line, Token
from stemmata.statements.nested import told_by_others
from stemmata.statements.nouns import Phrase, leftward
from stemmata.statements.settings import StatementSettings
from stemmata.statements.spans import stretch


def reported(article: Article, line: Line, cues: Cues, settings: StatementSettings) -> tuple[Draft, ...]:
    """Return the statements that one line attributes."""
    found = hits(line, cues)
    drafts: list[Draft] = []
    for hit in found:
        said = content(line, hit, found, cues)
        if said is not None and not idle(hit, said, line.tokens, cues):
            drafts.extend(_drafts(article, line, hit, said, cues, settings))
    if not cues.openings.keys().isdisjoint(line.heard):
        drafts.extend(by_phrase(article, line, found, cues, settings))
    if "that" in line.heard:
        drafts.extend(_by_noun(article, line, found, cues, settings))
    if not cues.citing.isdisjoint(line.heard):
        drafts.extend(citing(line, drafts, cues, settings))
    if not VIEWED.isdisjoint(line.heard):
        drafts.extend(_in_pictures(article, line, cues, settings))
    kept = told_by_others(own_thoughts(drafts), article, cues)
    return tuple(sorted(kept, key=lambda draft: (draft.span, draft.cue or draft.span)))


def attributed(
    article: Article, line: Line, parts: tuple[Span, ...], hit: Hit, rule: str, confidence: float
) -> Draft:
    """Return the draft of a statement whose content and verb are known."""
    tokens = line.tokens
    quoted = quoted_in(line, parts)
    return Draft(
        article=article.id,
        paragraph=line.paragraph,
        role=line.role,
        content=parts,
        quoted=quoted,
        type=speech(article.text, parts, quoted),
        polarity=Polarity.HYPOTHETICAL if rule == "question" else _polarity(hit),
        source=stretch(tokens, hit.phrase.first, hit.phrase.last) if hit.phrase else None,
        core=stretch(tokens, hit.phrase.start, hit.phrase.end) if hit.phrase else None,
        cue=stretch(tokens, hit.at, hit.after),
        strength=hit.verb.says,
        rule=rule,
        confidence=confidence,
    )


def _drafts(
    article: Article, line: Line, hit: Hit, said: Content, cues: Cues, settings: StatementSettings
) -> Iterator[Draft]:
    parts = tuple(stretch(line.tokens, *part) for part in said.parts)
    yield attributed(article, line, parts, hit, said.frame, _worth(hit, said, line.role, settings))
    if said.frame == "cited":
        yield from _as_saying(article, line, hit, said.parts[0], cues, settings)


def _worth(hit: Hit, said: Content, role: Role, settings: StatementSettings) -> float:
    base = {
        "quote": settings.quotation,
        "clause": settings.clause,
        "aside": settings.clause,
        "cited": settings.clause,
    }
    worth = base.get(said.frame, settings.standing if hit.verb.says in STANDS else settings.object)
    if hit.phrase is None:
        return min(worth, settings.unknown)
    if hit.phrase.how == "shared" or role is not Role.BODY:
        return min(worth, settings.inferred)
    return worth


def _as_saying(
    article: Article, line: Line, hit: Hit, part: tuple[int, int], cues: Cues, settings: StatementSettings
) -> Iterator[Draft]:
    """Yield the statement of the one who is quoted *as saying* something."""
    link = next((at for at in range(*part) if line.tokens[at].low == "as"), None)
    if (
        link is None
        or link == part[0]
        or link + 2 >= part[1]
        or not line.tokens[link + 1].low.endswith("ing")
    ):
        return
    start = link + 2
    phrase = Phrase(part[0], link, part[0], link, "named")
    inner = Hit(
        link + 1, hit.verb, link + 1, link + 2, phrase, start, passive=False, negated=False, unreal=False
    )
    spans = (stretch(line.tokens, start + (line.tokens[start].low == "that"), part[1]),)
    yield attributed(article, line, spans, inner, "clause", settings.clause)


def _by_noun(
    article: Article, line: Line, found: Sequence[Hit], cues: Cues, settings: StatementSettings
) -> Iterator[Draft]:
    """Yield what somebody's claim, accusation or denial holds."""
    tokens = line.tokens
    for at in range(1, len(tokens) - 2):
        if tokens[at].low not in cues.nouns or tokens[at + 1].low != "that":
            continue
        source = _owner(tokens, at, cues)
        if source is None or any(hit.at == at for hit in found):
            continue
        end = _clause_end(tokens, at + 2, found)
        parts = (stretch(tokens, at + 2, end),)
        quoted = quoted_in(line, parts)
        yield Draft(
            article.id, line.paragraph, line.role, parts, quoted, speech(article.text, parts, quoted),
            cues.nouns[tokens[at].low], stretch(tokens, source.first, source.last), stretch(tokens, source.start, source.end),
            stretch(tokens, at, at + 1), "claimed", "noun", settings.noun,
        )  # fmt: skip


def _owner(tokens: Sequence[Token], noun: int, cues: Cues) -> Phrase | None:
    """Return whose word it is: the capitals or the possessive right before the noun."""
    start = noun
    while (
        start
        and tokens[start - 1].kind == "w"
        and (tokens[start - 1].capital or tokens[start - 1].low.endswith(("'s", "s'")))
    ):
        start -= 1
    if start == noun and tokens[noun - 1].low in {"his", "her", "their", "its"}:
        start = noun - 1
    return Phrase(start, noun, start, noun, "owner") if start < noun else None


def _clause_end(tokens: Sequence[Token], start: int, found: Sequence[Hit]) -> int:
    asides = {hit.first for hit in found if hit.first > start}
    for at in range(start, len(tokens)):
        if tokens[at].kind in {";", "."} or (tokens[at].kind == "," and at + 1 in asides):
            return at
    return len(tokens)


def _in_pictures(article: Article, line: Line, cues: Cues, settings: StatementSettings) -> Iterator[Draft]:
    """Yield what was *seen in photos*: the pictures are the source."""
    tokens = line.tokens
    for at in range(1, len(tokens) - 2):
        if tokens[at].low not in VIEWED or tokens[at - 1].low not in cues.be:
            continue
        place = next(
            (
                here
                for here in range(at + 1, len(tokens) - 1)
                if tokens[here].low == "in" and _papers(tokens, here + 1, cues)
            ),
            None,
        )
        subject = leftward(tokens, at - 1, cues)
        if place is None or subject is None:
            continue
        parts = (stretch(tokens, subject.start, place),)
        yield Draft(
            article.id, line.paragraph, line.role, parts, (), Speech.INDIRECT, Polarity.ASSERTED,
            stretch(tokens, place + 1, len(tokens)), stretch(tokens, place + 1, len(tokens)), stretch(tokens, at, at + 1),
            "showed", "shown", settings.object,
        )  # fmt: skip


def _papers(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    return any(token.low in cues.papers for token in tokens[at : at + 3])


def _polarity(hit: Hit) -> Polarity:
    if hit.negated:
        return Polarity.DENIED if hit.verb.says == "believed" else Polarity.HYPOTHETICAL
    if hit.unreal:
        return Polarity.HYPOTHETICAL
    return hit.verb.polarity
