"""Statements that a sentence attributes by a verb, a phrase or a noun."""

from collections.abc import Iterator, Sequence

from stemmata.model import Article, Polarity, Role, Span, Speech
from stemmata.statements.citing import citing
from stemmata.statements.contents import Content, content
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft, quoted_in, speech
from stemmata.statements.hits import Hit, hits
from stemmata.statements.lines import Line, Token
from stemmata.statements.nouns import LONGEST, Phrase, finite, leftward
from stemmata.statements.phrases import rightward
from stemmata.statements.settings import StatementSettings

PUBLISHED = frozenset({"given", "made", "sent", "shown", "written", "leaked", "dated", "out"})
VIEWED = frozenset({"seen", "shown", "pictured", "photographed", "filmed", "depicted"})

STANDS = frozenset({"supported", "opposed", "spoke of"})
"""Strengths of verbs that tell of a lasting stand as often as of words."""
MINDS = frozenset({"believed", "confirmed", "supported", "opposed", "spoke of", "called for"})
ASTRAY = frozenset({"away", "by", "up", "down", "off", "out", "to", "too"})
WHOM = frozenset({"them", "him", "me", "us"})
HAD = frozenset({"has", "have", "had", "was", "were", "is", "are", "will", "would", "could", "should"})
NEAR, PRONOUN = 6, 4
"""Letters from the start of what was said to a pronoun that opens it, and letters of a pronoun at most."""


def reported(article: Article, line: Line, cues: Cues, settings: StatementSettings) -> tuple[Draft, ...]:
    """Return the statements that one line attributes."""
    found = hits(line, cues)
    drafts: list[Draft] = []
    for hit in found:
        said = content(line, hit, found, cues)
        if said is not None and not _idle(hit, said, line.tokens, cues):
            drafts.extend(_drafts(article, line, hit, said, cues, settings))
    if not cues.openings.isdisjoint(line.heard):
        drafts.extend(_by_phrase(article, line, found, cues, settings))
    if "that" in line.heard:
        drafts.extend(_by_noun(article, line, found, cues, settings))
    if not cues.citing.isdisjoint(line.heard):
        drafts.extend(citing(line, drafts, cues, settings))
    if not VIEWED.isdisjoint(line.heard):
        drafts.extend(_in_pictures(article, line, cues, settings))
    return tuple(sorted(_own_thoughts(drafts), key=lambda draft: (draft.span, draft.cue or draft.span)))


def _idle(hit: Hit, said: Content, tokens: Sequence[Token], cues: Cues) -> bool:
    """Whether nothing was said: what somebody might praise, whoever backs a side, what *you* think."""
    who = hit.phrase.low(tokens) if hit.phrase is not None else ()
    if who == ("you",) or (who in {("i",), ("we",)} and hit.verb.says in MINDS | {"described"}):
        return True
    words = [token for part in said.parts for token in tokens[part[0] : part[1]]]
    if len(words) == 1 and words[0].kind == "w" and hit.verb.lemma in {"say", "tell"}:
        return True
    if said.frame in {"clause", "object"} and _no_words(words, said.frame, cues):
        return True
    if said.frame == "question":
        return hit.phrase is None and hit.at < 2
    if said.frame == "object":
        lasting = hit.verb.says in STANDS and (hit.phrase is None or hit.phrase.how == "relative")
        return hit.unreal or hit.negated or lasting
    after = tokens[hit.after].low if hit.after < len(tokens) else ""
    return hit.verb.says == "believed" and said.frame == "clause" and after in HAD


def _no_words(words: Sequence[Token], frame: str, cues: Cues) -> bool:
    """Whether what follows a verb is only whom it is about or where: said *to Odu*, said *them*, backed *away from it*."""
    if not words or words[0].kind == "q":
        return not words
    low = words[0].low
    if frame == "object":
        return low in ASTRAY
    if low not in cues.prepositions | {"to"} | WHOM:
        return False
    if low in WHOM:
        return len(words) == 1 or words[1].kind != "w"
    return not any(word.kind == "q" or word.low in cues.aux or finite(word.low, cues) for word in words)


def _own_thoughts(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what somebody says of his own mind: said *he thinks*, said *she backs the plan*."""
    return [draft for draft in drafts if not any(_of_himself(draft, outer) for outer in drafts)]


def _of_himself(inner: Draft, outer: Draft) -> bool:
    if inner is outer or inner.core is None or outer.rule not in {"clause", "quote", "aside", "according"}:
        return False
    inside = any(span.contains(inner.span) for span in outer.content)
    if inner.rule == "object" and inner.strength in STANDS | {"called for", "claimed"}:
        return inside
    if inner.strength not in MINDS and inner.rule != "act":
        return False
    first = min(span.start for span in outer.content)
    opens = first <= inner.core.start <= first + NEAR
    return opens and inner.core.length <= PRONOUN and inside


def bare(line: Line, cues: Cues) -> Hit | None:
    """Return the verb of a line that only says who spoke: *Odu said.*"""
    if cues.order != "subject":
        return None
    for hit in hits(line, cues):
        if "quote" in hit.verb.frames and hit.phrase and hit.first == 0 and hit.ahead >= len(line.tokens) - 1:
            return hit
    return None


def joined(lines: Sequence[Line], cues: Cues) -> tuple[Line, ...]:
    """Join a sentence that ends with a quoted cry or question to the one that says whose it is: *“Out!” Odu shouted.*"""
    made: list[Line] = []
    for line in lines:
        before = made[-1] if made else None
        if before is not None and _cries(before, line) and _says_whose(line, cues):
            whole = Span(before.span.start, line.span.end)
            made[-1] = Line(
                line.text, whole, (*before.quotations, *line.quotations), line.paragraph, line.role
            )
        else:
            made.append(line)
    return tuple(made)


def _cries(before: Line, line: Line) -> bool:
    if before.paragraph != line.paragraph or not before.quotations:
        return False
    last = before.quotations[-1]
    stop = last.inner.of(before.text).rstrip(" ’'")[-1:]
    return stop in {"!", "?", "…", "."} and last.closed and last.outer.end == before.span.end


def _says_whose(line: Line, cues: Cues) -> bool:
    """Whether the line opens with a speaker and a verb that a quotation stands before."""
    if cues.verbs.keys().isdisjoint(line.heard):
        return False
    hit = next(iter(hits(line, cues)), None)
    if hit is None or hit.phrase is None or hit.first != 0 or "quote" not in hit.verb.frames:
        return False
    ends = hit.ahead >= len(line.tokens) or line.tokens[hit.ahead].kind in {",", ".", "?", "!"}
    return ends and not any(token.kind == "q" for token in line.tokens[hit.ahead : hit.ahead + 2])


def leading(line: Line, cues: Cues) -> Hit | None:
    """Return the last verb of a line that leads with a colon to what follows: *Odu said in a statement:*"""
    if cues.order != "subject":
        return None
    found = [hit for hit in hits(line, cues) if "quote" in hit.verb.frames and hit.phrase]
    return found[-1] if found else None


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
        source=_span(tokens, hit.phrase.first, hit.phrase.last) if hit.phrase else None,
        core=_span(tokens, hit.phrase.start, hit.phrase.end) if hit.phrase else None,
        cue=_span(tokens, hit.at, hit.after),
        strength=hit.verb.says,
        rule=rule,
        confidence=confidence,
    )


def _drafts(
    article: Article, line: Line, hit: Hit, said: Content, cues: Cues, settings: StatementSettings
) -> Iterator[Draft]:
    parts = tuple(_span(line.tokens, *part) for part in said.parts)
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
    worth = base.get(said.frame, settings.object)
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
    if link is None or link == part[0] or link + 2 >= part[1]:
        return
    start = link + 2
    phrase = Phrase(part[0], link, part[0], link, "named")
    inner = Hit(
        link + 1, hit.verb, link + 1, link + 2, phrase, start, passive=False, negated=False, unreal=False
    )
    spans = (_span(line.tokens, start + (line.tokens[start].low == "that"), part[1]),)
    yield attributed(article, line, spans, inner, "clause", settings.clause)


def _by_phrase(
    article: Article, line: Line, found: Sequence[Hit], cues: Cues, settings: StatementSettings
) -> Iterator[Draft]:
    """Yield what stands *according to* somebody."""
    tokens = line.tokens
    for at in range(len(tokens)):
        if tokens[at].low not in cues.openings:
            continue
        for phrase in cues.phrases:
            after = at + len(phrase)
            if tuple(token.low for token in tokens[at:after]) == phrase:
                source = rightward(tokens, after, cues, "named")
                if source is not None and source.low(tokens) not in cues.customs:
                    whole = _modified(tokens, source, cues, opens=at == 0)
                    yield from _accorded(article, line, (at, after), whole, found, settings)


def _modified(tokens: Sequence[Token], source: Phrase, cues: Cues, *, opens: bool) -> Phrase:
    """Return the source with what is said of it behind: a report by auditors *seen by Radio Orla*, ..."""
    end = source.end
    if source.last > end or end >= len(tokens) or tokens[end].kind != "w":
        return source
    low = tokens[end].low
    modifies = low in cues.prepositions or low in PUBLISHED or low in VIEWED or low.endswith("ed")
    stop = next((at for at in range(end, len(tokens)) if tokens[at].kind != "w"), len(tokens))
    closed = stop < len(tokens) and tokens[stop].kind == "," if opens else True
    if not modifies or not closed or stop - end > LONGEST:
        return source
    return source._replace(last=stop)


def _accorded(
    article: Article,
    line: Line,
    cue: tuple[int, int],
    source: Phrase,
    found: Sequence[Hit],
    settings: StatementSettings,
) -> Iterator[Draft]:
    tokens = line.tokens
    relative = (
        cue[0] > 1 and tokens[cue[0] - 1].kind == "," and tokens[cue[0] - 2].low in {"that", "which", "who"}
    )
    outer = (
        cue[0]
        if relative
        else max(
            (hit.after for hit in found if hit.last <= cue[0] and _resumed(tokens, hit, cue[0])), default=0
        )
    )
    before = _span_or_none(tokens, outer, cue[0])
    end = next((at for at in range(source.last, len(tokens)) if tokens[at].kind == ";"), len(tokens))
    behind = (
        _span_or_none(tokens, source.last, end)
        if source.last < len(tokens) and (cue[0] == 0 or _mid(tokens, source))
        else None
    )
    parts = tuple(span for span in (before, behind) if span is not None)
    if not parts:
        return
    quoted = quoted_in(line, parts)
    yield Draft(
        article.id, line.paragraph, line.role, parts, quoted, speech(article.text, parts, quoted), Polarity.ASSERTED,
        _span(tokens, source.first, source.last), _span(tokens, source.start, source.end), _span(tokens, *cue),
        "said", "according", settings.according if line.role is Role.BODY else settings.inferred,
    )  # fmt: skip


def _mid(tokens: Sequence[Token], source: Phrase) -> bool:
    """Whether the sentence goes on after the source, past a comma."""
    return source.last < len(tokens) - 1 and tokens[source.last].kind == ","


def _resumed(tokens: Sequence[Token], hit: Hit, at: int) -> bool:
    """Whether *that* clause of a verb before holds the phrase: X said that, according to Y, ..."""
    return at - hit.ahead <= 2 and hit.ahead < len(tokens) and tokens[hit.ahead].low == "that"


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
        parts = (_span(tokens, at + 2, end),)
        quoted = quoted_in(line, parts)
        yield Draft(
            article.id, line.paragraph, line.role, parts, quoted, speech(article.text, parts, quoted),
            cues.nouns[tokens[at].low], _span(tokens, source.first, source.last), _span(tokens, source.start, source.end),
            _span(tokens, at, at + 1), "claimed", "noun", settings.noun,
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
        parts = (_span(tokens, subject.start, place),)
        yield Draft(
            article.id, line.paragraph, line.role, parts, (), Speech.INDIRECT, Polarity.ASSERTED,
            _span(tokens, place + 1, len(tokens)), _span(tokens, place + 1, len(tokens)), _span(tokens, at, at + 1),
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


def _span(tokens: Sequence[Token], start: int, end: int) -> Span:
    while end > start + 1 and tokens[end - 1].kind in {",", ".", "—", "–"}:
        end -= 1
    while start < end - 1 and tokens[start].kind in {",", "—", "–"}:
        start += 1
    return Span(tokens[start].start, tokens[end - 1].end)


def _span_or_none(tokens: Sequence[Token], start: int, end: int) -> Span | None:
    words = [at for at in range(start, end) if tokens[at].kind in {"w", "q"}]
    return _span(tokens, words[0], words[-1] + 1) if words else None
