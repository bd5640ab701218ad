"""Whether a form that may be a noun stands where a reporting verb stands."""

from collections.abc import Sequence

from stemmata.model import Role
from stemmata.statements.cues import Cues, Verb
from stemmata.statements.lines import Line, Token
from stemmata.statements.nouns import bare_word, head_of, leftward, speaks
from stemmata.statements.passing import leads
from stemmata.statements.phrases import subject

ENDS = frozenset(".!?;…)")
PLURAL = frozenset(
    {"they", "we", "i", "you", "some", "many", "others", "people", "police", "who", "whom", "that", "not"}
)

COUNTED = frozenset(
    {"half", "percent", "surveyed", "polled", "quarter", "third", "more", "10", "two", "interviewed"}
)
"""Words with which a count of people ends: nearly *half* say."""


def usable(line: Line, group: int, at: int, verb: Verb, cues: Cues) -> bool:
    """Whether the form stands where a verb stands."""
    tokens = line.tokens
    before = tokens[group - 1] if group else None
    helped = any(token.low in cues.aux for token in tokens[group:at])
    if verb.tense == "ing" and (accompanies(tokens, group, cues) or utters(tokens, group, at + 1)):
        return True
    if verb.tense == "ing" and any(token.low in cues.be for token in tokens[group:at]):
        return before is not None and not verb.particle
    if verb.tense == "ing":
        return (
            before is None
            or before.kind in {",", "q", "—"}
            or before.low in cues.joins
            or (before.low in cues.besides and before.low != "as")
            or before.low in {"by", "in"}
            or before.low in cues.voices
            or (
                before.low in {"for", "from", "of", "without"}
                and verb.lemma in {"say", "tell", "claim", "argue", "suggest"}
            )
        )
    if before is not None and before.kind == "w":
        if (
            (before.low in cues.determiners and before.low not in cues.vague)
            or before.low.endswith(("'s", "s'"))
            or before.low in cues.prepositions
        ):
            return False
        if before.low == "to":
            return group >= 2 and tokens[group - 2].low in {"on", "declined", "refused"}
    if verb.tense == "base" and not helped:
        return (
            before is not None
            and (
                (before.capital and group > 1)
                or before.low.endswith("s")
                or before.low in PLURAL
                or _many(tokens, group, cues)
            )
            and _clear(line, at, verb, cues)
        )
    if verb.doubtful and not helped:
        if before is not None and before.low in cues.vague:
            return False
        return before is not None and before.kind in {"w", "q", ","} and _clear(line, at, verb, cues)
    return True


def _many(tokens: Sequence[Token], group: int, cues: Cues) -> bool:
    """Whether several people stand before the verb, described at length: *Owners in the town, who lost all*, say."""
    if tokens[group - 1].kind in {",", "—", "–"}:
        phrase = subject(tokens, group, cues)
        head = tokens[phrase.start] if phrase and phrase.end == phrase.start + 1 else None
        many = phrase is not None and any(
            token.low.endswith("s") for token in tokens[phrase.start : phrase.end]
        )
        return phrase is not None and (head is None or not head.capital) and many
    if tokens[group - 1].low in COUNTED:
        return True
    phrase = leftward(tokens, group, cues)
    if phrase is None:
        return False
    first, head = tokens[phrase.start], head_of(tokens[phrase.start : phrase.end], cues)
    return first.low == "those" or (head.low.endswith("s") and bare_word(head.low) in cues.people)


def accompanies(tokens: Sequence[Token], group: int, cues: Cues) -> bool:
    """Whether a phrase with *with* brings its own speaker: with a spokesman *calling* it a disgrace."""
    phrase = leftward(tokens, group, cues) if group > 1 and tokens[group - 1].kind == "w" else None
    return (
        phrase is not None
        and phrase.start > 0
        and tokens[phrase.start - 1].low == "with"
        and speaks(tokens, phrase, cues)
    )


def utters(tokens: Sequence[Token], group: int, after: int) -> bool:
    """Whether somebody is heard with a quotation: footage of Odu *saying “No”*."""
    before = tokens[group - 1] if group else None
    return before is not None and before.kind == "w" and before.capital and leads(tokens, after)


def _clear(line: Line, at: int, verb: Verb, cues: Cues) -> bool:
    """Whether what follows a form that may be a noun makes it a verb. Headlines speak in the present."""
    if not verb.doubtful or (line.role is not Role.BODY and verb.tense == "third"):
        return True
    following = line.tokens[at + 1 + len(verb.particle) :][:1]
    if (not following or following[0].kind in ENDS | {","}) and _after_quotation(line.tokens, at, cues):
        return "quote" in verb.frames
    if not following:
        return verb.lemma == "report"
    token = following[0]
    if leads(line.tokens, at + 1 + len(verb.particle)):
        return "quote" in verb.frames
    return (
        token.kind == "q"
        or token.low in cues.determiners
        or token.low in cues.pronouns
        or token.low == "that"
        or (token.low == "to" and "to" in verb.frames)
        or token.capital
    )


def _after_quotation(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether only a noun phrase stands between a quotation and the form at ``at``: “It is over,” she *notes*."""
    phrase = leftward(tokens, at, cues)
    return phrase is not None and phrase.start > 0 and tokens[phrase.start - 1].kind == "q"
