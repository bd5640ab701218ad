"""What stands inside another's statement and is no statement of its own: thoughts, stands, shares of a poll, headlines."""

from collections.abc import Sequence

from stemmata.model import Article, Polarity, Role, SpeakerKind
from stemmata.statements.cues import Cues
from stemmata.statements.draft import Draft
from stemmata.statements.idle import STANDS
from stemmata.statements.kinds import body_kind

MINDS = STANDS | {"believed", "described"}
"""Strengths of verbs that tell of a mind or a lasting stand, when others tell it."""
SPEAKERS = frozenset({"lawyer", "lawyers", "attorney", "attorneys", "aide", "aides", "agent", "counsel"})
"""Who speaks for another and tells that one's mind, besides spokesmen."""
OUTER = frozenset({"clause", "quote", "aside", "according", "citing", "labelled", "cited"})


def told_by_others(drafts: Sequence[Draft], article: Article, cues: Cues) -> list[Draft]:
    """Leave out of one sentence what somebody tells of another's mind: Odu said the mayor *knew* it, *backs* the plan.

    These are Odu's words. What newsrooms, papers and spokesmen tell so is kept, and all that is quoted.
    """
    if len(drafts) < 2:
        return list(drafts)
    return [draft for draft in drafts if draft.quoted or not _only_told(draft, drafts, article, cues)]


def _only_told(draft: Draft, drafts: Sequence[Draft], article: Article, cues: Cues) -> bool:
    if draft.core is None or draft.cue is None:
        return False
    outer = [each for each in drafts if each is not draft and _holds(each, draft)]
    if not outer:
        return False
    if draft.role is not Role.BODY:
        return True
    if draft.strength not in MINDS and draft.polarity is not Polarity.HYPOTHETICAL:
        return False
    return not any(_speaks_for_others(each, article, cues) for each in outer)


def _holds(outer: Draft, inner: Draft) -> bool:
    return outer.rule in OUTER and any(span.contains(inner.span) for span in outer.content)


def _speaks_for_others(outer: Draft, article: Article, cues: Cues) -> bool:
    """Whether a newsroom, a paper or a spokesman tells it."""
    if outer.core is None:
        return False
    name = outer.core.of(article.text)
    words = set(name.lower().split())
    known = not words.isdisjoint(cues.media | cues.voices | cues.papers | cues.spokes | SPEAKERS)
    return (
        known
        or body_kind(name.removeprefix("the ").removeprefix("The "), article.language) is SpeakerKind.MEDIA
    )
