"""Statements of a language whose commas part clauses and whose verb stands second or last, such as German."""

from collections.abc import Iterator, Sequence

from stemmata.model import Article, Polarity, Role, Span
from stemmata.statements.clause_parts import (
    STOPS,
    Said,
    all_quoted,
    around,
    clause_opens,
    clause_start,
    left_of,
    right_of,
)
from stemmata.statements.clause_phrases import OWN, by_phrases
from stemmata.statements.cues import Cues, Verb
from stemmata.statements.draft import Draft, quoted_in, speech
from stemmata.statements.hits import Hit
from stemmata.statements.lines import Line, Token
from stemmata.statements.nouns import Phrase
from stemmata.statements.runs import Source, after, before, is_finite
from stemmata.statements.settings import StatementSettings

ENDINGS = ("studie", "bericht", "umfrage", "gutachten", "analyse", "statistik", "daten", "zahlen")
"""How words for papers end that are put together."""
IMPERSONAL = frozenset({"heißen"})
"""Verbs that report only with *es* beside them: *heißt es*, but not *der Hund heißt Rex*."""
PARTICLE = 22
"""Tokens behind a verb in which the part that is split off may stand."""
BRACKET = 25
"""Tokens between an auxiliary and its participle at most."""


def told_in_clauses(
    article: Article, lines: Sequence[Line], cues: Cues, settings: StatementSettings
) -> list[Draft]:
    """Return the statements of all lines; sentences in the conjunctive go on with what was reported before."""
    found: list[Draft] = []
    for line in lines:
        here = [
            _draft(article, line, said, settings)
            for said in (*_by_verbs(line, cues), *by_phrases(line, cues))
            if said.parts
        ]
        here = _without_own_opinions(here, article.text, cues)
        here = here or _gone_on(article, line, found, cues, settings)
        found.extend(here)
    return found


def _without_own_opinions(here: list[Draft], text: str, cues: Cues) -> list[Draft]:
    """Leave out *seiner Meinung nach* inside what the same sentence has somebody say: it is that one's opinion."""
    return [
        draft
        for draft in here
        if draft.rule != "according"
        or draft.source is None
        or draft.source.of(text).split(maxsplit=1)[0].lower() not in OWN
        or not any(
            span.contains(draft.source) for other in here if other is not draft for span in other.content
        )
    ]


def _draft(article: Article, line: Line, said: Said, settings: StatementSettings) -> Draft:
    tokens = line.tokens
    parts = tuple(_span(tokens, *part) for part in said.parts)
    quoted = quoted_in(line, parts)
    worth = {"quote": settings.quotation, "according": settings.according, "object": settings.object}
    source = Span(tokens[said.source.start].start, tokens[said.source.end - 1].end)
    verb = said.verb
    return Draft(
        article.id, line.paragraph, line.role, parts, quoted, speech(article.text, parts, quoted),
        verb.polarity if verb else Polarity.ASSERTED, source, source, _span(tokens, *said.cue),
        verb.says if verb else "said", said.frame,
        worth.get(said.frame, settings.clause) if line.role is Role.BODY else settings.inferred,
    )  # fmt: skip


def _by_verbs(line: Line, cues: Cues) -> Iterator[Said]:
    if cues.verbs.keys().isdisjoint(line.heard):
        return
    tokens, done = line.tokens, -1
    for at, token in enumerate(tokens):
        if token.kind != "w" or at < done or (token.capital and at):
            continue
        for verb in cues.verbs.get(token.low, ()):
            said = _by_verb(tokens, at, verb, cues)
            if said is not None and said.parts:
                yield said
                break


def _by_verb(tokens: Sequence[Token], at: int, verb: Verb, cues: Cues) -> Said | None:
    beside = {token.low for token in (*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2])}
    if verb.lemma in IMPERSONAL and beside.isdisjoint(cues.it):
        return None
    if verb.tense in {"last", "participle"} or clause_opens(
        tokens, at, cues.compares | cues.openers | cues.fences
    ):
        return _verb_last(tokens, at, verb, cues)
    end = _particle(tokens, at, verb)
    if end is None or (verb.tense == "base" and not _plural(tokens, at, cues)):
        return None
    return _verb_second(tokens, at, at, end, verb, cues)


def _plural(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether an infinitive's form is one of several people: no *zu* or auxiliary asks for it."""
    start = clause_start(tokens, at)
    if at and tokens[at - 1].low == "zu":
        return False
    return not any(token.low in cues.aux for token in tokens[start:at])


def _particle(tokens: Sequence[Token], at: int, verb: Verb) -> int | None:
    """Return the token after the verb with the part that is split off, or None where that is missing."""
    if not verb.particle:
        return at + 1
    for place in range(at + 1, min(len(tokens), at + PARTICLE)):
        if tokens[place].low == verb.particle[0] and (
            place + 1 == len(tokens) or tokens[place + 1].kind != "w"
        ):
            return place + 1
    return None


def _verb_second(
    tokens: Sequence[Token], finite: int, cue: int, end: int, verb: Verb, cues: Cues
) -> Said | None:
    """Read a main clause: *Odu sagte, ...*; *Am Montag sagte Odu, ...*; *..., sagte Odu.*"""
    start = clause_start(tokens, finite)
    source = before(tokens, start, finite, cues) if start < finite else _apposed(tokens, finite, cues)
    apposed = start == finite and source is not None
    ahead = after(tokens, finite + 1, cues) if source is None else None
    source = source or ahead
    if source is None or ("showed" in verb.says and not _papers(tokens, source, cues)):
        return None
    reach = max(end, source.end)
    inverted = (start == finite and not apposed) or (
        start < finite and all(token.kind == "q" for token in tokens[start:finite])
    )
    span = (cue, cue + 1)
    if inverted and finite and source is ahead:
        left = left_of(tokens, finite)
        right = right_of(tokens, reach, verb, cues, quoted_only=True)
        return Said(span, source, (*left, *right), "quote" if all_quoted(tokens, left) else "aside", verb)
    right = right_of(tokens, reach, verb, cues, quoted_only=False)
    if right:
        return Said(span, source, right, "quote" if all_quoted(tokens, right) else "clause", verb)
    return _object(tokens, span, source, end, verb, cues)


def _apposed(tokens: Sequence[Token], finite: int, cues: Cues) -> Source | None:
    """Return the subject whose apposition ends before the verb: *Ein Sprecher der Polizei*, Lars Odu, sagte: ..."""
    if finite < 4 or tokens[finite - 1].kind != ",":
        return None
    comma = clause_start(tokens, finite - 1) - 1
    if comma < 1 or tokens[comma].kind != "," or clause_start(tokens, comma) != 0:
        return None
    inside = [token for token in (*tokens[:comma], *tokens[comma + 1 : finite - 1]) if token.kind == "w"]
    if any(is_finite(token.low, cues) and not token.capital for token in inside):
        return None
    core = before(tokens, 0, comma, cues)
    return Source(0, finite - 1) if core is not None and core.end == comma else None


def leading_clause(line: Line, cues: Cues) -> Hit | None:
    """Return the last verb of a line that leads with a colon to what follows: *Odu sagte am Montag:*"""
    tokens = line.tokens
    for at in range(len(tokens) - 2, 0, -1):
        for verb in cues.verbs.get(tokens[at].low, ()) if tokens[at].kind == "w" else ():
            start = clause_start(tokens, at)
            if "quote" not in verb.frames or verb.particle or verb.tense not in {"third", "past"}:
                continue
            source = before(tokens, start, at, cues) if start < at else _apposed(tokens, at, cues)
            source = source or after(tokens, at + 1, cues)
            if source is not None:
                phrase = Phrase(source.start, source.end, source.start, source.end, "subject")
                return Hit(at, verb, at, at + 1, phrase, at + 1, passive=False, negated=False, unreal=False)
    return None


def _papers(tokens: Sequence[Token], source: Source, cues: Cues) -> bool:
    """Whether a source is a paper or a picture: only those show that something is so."""
    known = cues.papers | cues.voices
    return any(
        token.low in known or token.low.endswith(ENDINGS) for token in tokens[source.start : source.end]
    )


def _verb_last(tokens: Sequence[Token], at: int, verb: Verb, cues: Cues) -> Said | None:
    """Read *wie Odu sagte* and *Odu hat gesagt, ...*."""
    start = clause_start(tokens, at)
    if at + 1 < len(tokens) and tokens[at + 1].kind == "w" and tokens[at + 1].low not in cues.aux:
        return None
    if tokens[start].low in cues.compares:
        source = after(tokens, start + 1, cues)
        last = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].low in cues.aux)
        return (
            None if source is None else Said((at, at + 1), source, around(tokens, start, last), "aside", verb)
        )
    if verb.tense != "participle":
        return None
    for helper in range(at - 1, max(start - 1, at - BRACKET), -1):
        if tokens[helper].low in cues.be:
            return None
        if tokens[helper].low in cues.aux and tokens[helper].kind == "w":
            return _verb_second(tokens, helper, at, at + 1, verb, cues)
    return None


def _object(
    tokens: Sequence[Token], cue: tuple[int, int], source: Source, end: int, verb: Verb, cues: Cues
) -> Said | None:
    """Read *forderte mehr Geld*, *bezeichnete den Plan als „Witz“*."""
    if not verb.frames & {"np", "as"}:
        return None
    start = max(cue[1], source.end if source.start > cue[0] else cue[1])
    stop = next((at for at in range(start, len(tokens)) if tokens[at].kind in {",", ";", ":"}), len(tokens))
    stop = min(stop, end - 1) if verb.particle and end - 1 > start else stop
    named = any(token.low == "als" for token in tokens[start:stop])
    if start >= stop or ("np" not in verb.frames and not named):
        return None
    return Said(cue, source, ((start, stop),), "object" if not named else "as", verb)


def _gone_on(
    article: Article, line: Line, found: Sequence[Draft], cues: Cues, settings: StatementSettings
) -> list[Draft]:
    """Read a sentence in the conjunctive as said by whoever was reported last."""
    last = found[-1] if found else None
    if (
        last is None
        or line.role is not Role.BODY
        or last.source is None
        or line.paragraph > last.paragraph + 1
    ):
        return []
    heard = line.heard & cues.conjunctive
    if not heard or (heard <= cues.weak and "wenn" in line.heard):
        return []
    tokens = line.tokens
    content = (_span(tokens, 0, len(tokens)),)
    quoted = quoted_in(line, content)
    return [
        Draft(
            article.id,
            line.paragraph,
            line.role,
            content,
            quoted,
            speech(article.text, content, quoted),
            last.polarity,
            last.source,
            last.core,
            None,
            last.strength,
            "reported-on",
            settings.inferred,
        )
    ]


def _span(tokens: Sequence[Token], start: int, end: int) -> Span:
    while end > start + 1 and tokens[end - 1].kind in STOPS | {"."}:
        end -= 1
    while start < end - 1 and tokens[start].kind in STOPS:
        start += 1
    return Span(tokens[start].start, tokens[end - 1].end)
