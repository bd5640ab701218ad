"""Whom the words for a source stand for, within one article."""

import re
from collections.abc import Sequence

from stemmata.model import Article, Span, SpeakerKind
from stemmata.statements.cues import Cues
from stemmata.statements.described import described
from stemmata.statements.draft import Draft
from stemmata.statements.kinds import AGENTS, body_kind
from stemmata.statements.named import resolve_name
from stemmata.statements.people import WORD, People
from stemmata.statements.pronouns import resolve_pronoun
from stemmata.statements.reference import Ground, Reference, nobody

WORDS = re.compile(r"(?:[^\W\d_]\.){2,6}(?![^\W_])|" + WORD.pattern)
FIRST = 300
"""Persons among whom the name in a headline is looked for."""
PARTICIPLES = frozenset({"published", "released", "carried", "issued", "posted", "who", "named", "called"})


def references(article: Article, drafts: Sequence[Draft], named: People, cues: Cues) -> tuple[Reference, ...]:
    """Return for each draft, in order of the text, whom its source stands for."""
    ground = Ground(article, named, cues)
    for draft in drafts:
        ground.past.append((draft, _resolved(ground, draft)))
    return tuple(reference for _, reference in ground.past)


def _resolved(ground: Ground, draft: Draft) -> Reference:
    if draft.core is None or draft.source is None:
        return nobody("The text does not say whose words these are.", 1.0, None)
    words = [word[0] for word in WORDS.finditer(ground.text, *draft.core)]
    if not words:
        return nobody("The text does not say whose words these are.", 1.0, draft.core)
    cues = ground.cues
    low = words[0].lower()
    stands = (cues.pronouns, cues.he, cues.she, cues.it, cues.many)
    if len(words) == 1 and any(low in known for known in stands):
        return resolve_pronoun(ground, draft, low)
    return _noun(ground, draft, words)


def _noun(ground: Ground, draft: Draft, words: Sequence[str]) -> Reference:
    """Tell a name from a description by the head of the phrase."""
    core = draft.core or draft.span
    head = _head(words, ground.cues)
    inside = [name for name in ground.named.before(core.end, core.start) if core.contains(name.span)][::-1]
    if not words[head][0].isupper() or (head == 0 and _common(ground, words[0])):
        return described(ground, draft, words, head, [name.text for name in inside])
    for name in reversed(inside):
        if words[head] in name.text or name.text in words[head]:
            return resolve_name(ground, draft, name.span, name.text, name.kind)
    whole = [person for person in ground.named.persons[:FIRST] if person.name in core.of(ground.text)]
    if whole:
        return resolve_name(ground, draft, core, whole[-1].name, "person")
    return resolve_name(
        ground, draft, _last(core, words, head, ground.text), _capitals(words, head, ground.cues), "other"
    )


def _head(words: Sequence[str], cues: Cues) -> int:
    """Return the number of the head word: the last before the first preposition or participle."""
    for at, word in enumerate(words):
        if at and (word.lower() in cues.prepositions or word.lower() in PARTICIPLES):
            return at - 1
    return len(words) - 1


def _capitals(words: Sequence[str], head: int, cues: Cues) -> str:
    """Return the run of capitals that ends at the head, from its possessive on."""
    start = head
    while start and words[start - 1][0].isupper() and words[start - 1].lower() not in cues.determiners:
        if words[start - 1].endswith(("’s", "'s")):
            break
        start -= 1
    return " ".join(words[start : head + 1])


def _last(core: Span, words: Sequence[str], head: int, text: str) -> Span:
    at = text.find(words[head], core.start, core.end)
    return Span(at, at + len(words[head])) if at >= 0 else core


def _common(ground: Ground, word: str) -> bool:
    """Whether a capital is only the sentence's: *Officials* said, *Beekeepers* said."""
    low = word.lower()
    if low in ground.cues.speaking or low in ground.cues.papers or low in ground.cues.vague:
        return True
    if not AGENTS.search(word) or body_kind(word, ground.language) is SpeakerKind.MEDIA:
        return False
    return not any(word in name.text.split()[1:] for name in ground.named.mentions[:FIRST])
