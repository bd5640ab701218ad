"""Verbs that report nothing: lasting stands, thoughts of *you* and *I*, what somebody says of his own mind."""

from collections.abc import Sequence

from stemmata.statements.contents import Content
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft
from stemmata.statements.hits import Hit
from stemmata.statements.lines import Token
from stemmata.statements.nouns import finite

STANDS = frozenset({"supported", "opposed", "spoke of"})
"""Strengths of verbs that tell of a lasting stand as often as of words."""
MINDS = frozenset({"believed", "confirmed", "supported", "opposed", "spoke of", "called for"})
ASTRAY = frozenset({"away", "by", "up", "down", "off", "out", "to", "too", "into", "onto", "ashore"})
TOLLS = frozenset({"life", "lives"})
"""What a storm claims and no speaker does."""
WHOM = frozenset({"them", "him", "me", "us"})
HAD = frozenset({"has", "have", "had", "was", "were", "is", "are", "will", "would", "could", "should"})
NEAR, PRONOUN = 6, 4
"""Letters from the start of what was said to a pronoun that opens it, and letters of a pronoun at most."""


def idle(hit: Hit, said: Content, tokens: Sequence[Token], cues: Cues) -> bool:
    """Whether nothing was said: what somebody might praise, whoever backs a side, what *you* think."""
    who = hit.phrase.low(tokens) if hit.phrase is not None else ()
    if who == ("you",) or (who in {("i",), ("we",)} and hit.verb.says in MINDS | {"described"}):
        return True
    if _by_the_way(hit, said, tokens, cues):
        return True
    words = [token for part in said.parts for token in tokens[part[0] : part[1]]]
    if hit.verb.lemma == "claim" and any(word.low in TOLLS for word in words[:4]):
        return True
    if len(words) == 1 and words[0].kind == "w" and hit.verb.lemma in {"say", "tell"}:
        return True
    if (
        hit.verb.says == "believed"
        and said.frame == "clause"
        and (hit.verb.lemma == "know" or _no_clause(words, cues))
    ):
        return True
    if said.frame in {"clause", "object"} and _no_words(words, said.frame, cues):
        return True
    if said.frame == "question":
        return hit.phrase is None and hit.at < 2
    if said.frame == "object":
        lasting = hit.verb.says in STANDS and (hit.phrase is None or hit.phrase.how == "relative")
        return hit.unreal or hit.negated or lasting
    if hit.verb.says == "believed" and hit.unreal and not hit.negated:
        return True
    after = tokens[hit.after].low if hit.after < len(tokens) else ""
    return hit.verb.says == "believed" and said.frame == "clause" and after in HAD


def _by_the_way(hit: Hit, said: Content, tokens: Sequence[Token], cues: Cues) -> bool:
    """Whether a deed is only what somebody is known by or does meanwhile: Odu, *who backs the plan*; *mocking it*, he left."""
    if said.frame not in {"object", "act", "as"} or hit.phrase is None:
        return False
    if hit.phrase.how == "relative":
        return True
    meanwhile = hit.verb.tense == "ing" and not any(
        token.low in cues.be for token in tokens[hit.group : hit.at]
    )
    return meanwhile and said.frame == "object"


def _no_clause(words: Sequence[Token], cues: Cues) -> bool:
    """Whether what somebody thinks or feels is no sentence: felt *well*, hoped *for rain*."""
    return not any(word.kind == "q" or word.low in cues.aux or finite(word.low, cues) for word in words)


def _no_words(words: Sequence[Token], frame: str, cues: Cues) -> bool:
    """Whether what follows a verb is only whom it is about or where: said *to Odu*, said *them*, backed *away from it*."""
    if not words or words[0].kind == "q":
        return not words
    low = words[0].low
    if frame == "object":
        return low in ASTRAY
    if low not in cues.prepositions and low != "to" and low not in WHOM:
        return False
    if low in WHOM:
        return len(words) == 1 or words[1].kind != "w"
    return not any(word.kind == "q" or word.low in cues.aux or finite(word.low, cues) for word in words)


def own_thoughts(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what somebody says of his own mind: said *he thinks*, said *she backs the plan*."""
    return [draft for draft in drafts if not any(_of_himself(draft, outer) for outer in drafts)]


def _of_himself(inner: Draft, outer: Draft) -> bool:
    if inner is outer or inner.core is None or outer.rule not in {"clause", "quote", "aside", "according"}:
        return False
    inside = any(span.contains(inner.span) for span in outer.content)
    if inner.strength == "believed" and inner.core.length <= PRONOUN:
        return inside
    if inner.rule == "object" and inner.strength in STANDS | {"called for", "claimed"}:
        return inside
    if inner.strength not in MINDS and inner.rule != "act":
        return False
    first = min(span.start for span in outer.content)
    opens = first <= inner.core.start <= first + NEAR
    return opens and inner.core.length <= PRONOUN and inside
