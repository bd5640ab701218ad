"""Reporting verbs in a line: which, whose, and what stands around them."""

from collections.abc import Sequence
from typing import NamedTuple

from stemmata.model import Role
from stemmata.statements.cues import Cues, Verb
from stemmata.statements.lines import Line, Token
from stemmata.statements.nouns import Phrase, finite, leftward, speaks
from stemmata.statements.passing import leads, passed
from stemmata.statements.phrases import first_subject, rightward, subject
from stemmata.statements.usable import accompanies, usable, utters

MOST = 30
"""Reporting verbs of one sentence at most: more is a list, and each is held against all others."""
FARTHEST = 30
"""Tokens looked back over for the subject that a verb shares."""


class Hit(NamedTuple):
    """A reporting verb: the token where its group starts, the one after it, its source, and what follows.

    ``ahead`` is the first token that may be content, once addressees, days and occasions are passed.
    """

    group: int
    verb: Verb
    at: int
    after: int
    phrase: Phrase | None
    ahead: int
    passive: bool
    negated: bool
    unreal: bool

    @property
    def first(self) -> int:
        """The first token of source and verb together."""
        return (
            min(self.group, self.phrase.first) if self.phrase and self.phrase.how != "shared" else self.group
        )

    @property
    def last(self) -> int:
        """The token after the last of source and verb."""
        return max(self.after, self.phrase.last) if self.phrase else self.after


def hits(line: Line, cues: Cues) -> tuple[Hit, ...]:
    """Return the reporting verbs of a line, each with its source where one is found."""
    if cues.verbs.keys().isdisjoint(line.heard):
        return ()
    found: list[Hit] = []
    verbs = cues.verbs
    for at in [at for at, token in enumerate(line.tokens) if token.low in verbs and token.kind == "w"]:
        hit = _hit(line, at, found, cues)
        if hit is not None:
            found.append(hit)
            if len(found) >= MOST:
                break
    return tuple(found)


def _hit(line: Line, at: int, earlier: Sequence[Hit], cues: Cues) -> Hit | None:
    tokens = line.tokens
    token = tokens[at]
    if at and token.capital and line.role is Role.BODY:
        return None
    verbs = [verb for verb in cues.verbs[token.low] if not verb.particle or _particle(tokens, at, verb)]
    if not verbs:
        return None
    group = _group(tokens, at, cues)
    fitting = [verb for verb in verbs if usable(line, group, at, verb, cues)]
    if not fitting or _hides(tokens, at + 1, cues):
        return None
    low = {token.low for token in tokens[max(0, group - 2) : at]}
    passive = any(token.low in cues.be for token in tokens[group:at]) and fitting[0].tense != "ing"
    after = at + 1 + len(fitting[0].particle)
    phrase = _source(line, group, after, fitting[0], earlier, cues)
    verb = _suited(tokens, phrase, fitting, cues)
    if (phrase and not _may_say(tokens, phrase, verb, cues)) or (phrase is None and "show" in verb.frames):
        return None
    if verb.doubtful and (phrase is None or any(hit.after == phrase.first for hit in earlier)):
        return None
    start = phrase.last if phrase and phrase.how == "inverted" else after
    ahead = passed(tokens, start, cues)
    return Hit(
        group, verb, at, after, phrase, ahead, passive,
        negated=bool(low & cues.negative) or bool(low & {"declined", "refused"}), unreal=bool(low & cues.unreal),
    )  # fmt: skip


def _particle(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    follows = tokens[at + 1 : at + 1 + len(verb.particle)]
    return tuple(token.low for token in follows) == verb.particle


def _hides(tokens: Sequence[Token], after: int, cues: Cues) -> bool:
    """Whether the verb only asks to go unnamed: an official who *asked not to be named*."""
    if after >= len(tokens) or tokens[after].low not in cues.hidden_by:
        return False
    ahead = tuple(token.low for token in tokens[after : after + 4])
    return any(ahead[: len(phrase)] == phrase for phrase in cues.hidden)


def _group(tokens: Sequence[Token], at: int, cues: Cues) -> int:
    """Return where the verb's group starts: its auxiliaries and adverbs are part of it."""
    start = at
    while start and tokens[start - 1].kind == "w":
        low = tokens[start - 1].low
        if low not in cues.aux and low not in cues.adverbs and not _manner(tokens[start - 1], cues):
            break
        start -= 1
    return start


def _manner(token: Token, cues: Cues) -> bool:
    """Whether a word says how: *quietly*, but neither *Kelly* nor *family*."""
    low = token.low
    return low.endswith("ly") and len(low) > 4 and not token.capital and low not in cues.speaking


def _source(
    line: Line, group: int, after: int, verb: Verb, earlier: Sequence[Hit], cues: Cues
) -> Phrase | None:
    tokens = line.tokens
    before = tokens[group - 1] if group else None
    if before is None and verb.tense != "ing":
        return _inverted(tokens, after, cues) if "quote" in verb.frames else None
    headline = (
        line.role is not Role.BODY and before is not None and before.kind == "," and verb.tense == "third"
    )
    if verb.tense == "ing" and (accompanies(tokens, group, cues) or utters(tokens, group, after)):
        return leftward(tokens, group, cues)
    progressive = any(token.low in cues.be for token in tokens[group : after - 1])
    if (
        (verb.tense == "ing" and not progressive)
        or headline
        or (before is not None and before.low in cues.joins)
    ):
        return _shared(tokens, group, earlier, cues, main=verb.tense == "ing")
    phrase = subject(tokens, group, cues)
    if (
        phrase is None
        and before is not None
        and before.kind in {"q", ",", "—", "–"}
        and "quote" in verb.frames
    ):
        return _inverted(tokens, after, cues)
    return phrase


def _inverted(tokens: Sequence[Token], after: int, cues: Cues) -> Phrase | None:
    """Return the source behind its verb: *said Odu*. Where a verb follows it, it is the start of what was said."""
    phrase = rightward(tokens, after, cues, "inverted")
    if phrase is None or phrase.end >= len(tokens):
        return phrase
    following, beyond = (
        tokens[phrase.end].low,
        tokens[phrase.end + 1].low if phrase.end + 1 < len(tokens) else "",
    )
    reduced = following.endswith("ed") and beyond in cues.prepositions
    return None if following in cues.aux or (finite(following, cues) and not reduced) else phrase


def _shared(
    tokens: Sequence[Token], group: int, earlier: Sequence[Hit], cues: Cues, *, main: bool
) -> Phrase | None:
    """Return the source of the nearest verb before, or the subject the sentence opens with."""
    nearest = _acting(tokens, group, cues, main=main)
    for hit in reversed(earlier):
        if hit.phrase is None or hit.phrase.how == "relative" or hit.passive:
            continue
        if nearest is not None and nearest.start > hit.at:
            break
        if hit.phrase.first == 0 or tokens[hit.phrase.first - 1].low != "with":
            return hit.phrase._replace(how="shared")
    if nearest is not None:
        return nearest
    opening = first_subject(tokens, cues)
    if group == 0:
        return opening if opening is not None and opening.start > 1 else None
    return opening if (opening and opening.last <= group) or opening is None else None


def _acting(tokens: Sequence[Token], group: int, cues: Cues, *, main: bool) -> Phrase | None:
    """Return the nearest subject before that does anything, of a ``main`` clause only or of any: *he backed Odu* and said."""
    for at in range(group - 2, max(0, group - FARTHEST), -1):
        token = tokens[at]
        if token.kind in {";", "q"}:
            return None
        if token.low in cues.aux or (token.kind == "w" and not token.capital and finite(token.low, cues)):
            phrase = leftward(tokens, _group(tokens, at, cues), cues)
            if (
                phrase is not None
                and tokens[phrase.end - 1].kind == "w"
                and _acts(tokens, phrase, cues, main=main)
            ):
                return phrase._replace(how="shared")
    return None


def _acts(tokens: Sequence[Token], phrase: Phrase, cues: Cues, *, main: bool) -> bool:
    """Whether the phrase opens its clause and is a name or a pronoun."""
    before = tokens[phrase.start - 1] if phrase.start else None
    opens = (
        before is None
        or before.kind in {",", "—", "–"}
        or before.low in (cues.joins if main else cues.fences | cues.joins)
    )
    head = tokens[phrase.end - 1]
    return (
        opens
        and (head.capital or head.low in cues.he | cues.she | cues.many)
        and speaks(tokens, phrase, cues)
    )


def _suited(tokens: Sequence[Token], phrase: Phrase | None, verbs: Sequence[Verb], cues: Cues) -> Verb:
    """Choose among the verbs of one form: papers show, people suggest."""
    if len(verbs) == 1:
        return verbs[0]
    shows = phrase is not None and bool(
        {word.removesuffix("'s") for word in phrase.low(tokens)} & cues.papers
    )
    fitting = [verb for verb in verbs if ("show" in verb.frames) == shows]
    return (fitting or list(verbs))[0]


def _may_say(tokens: Sequence[Token], phrase: Phrase, verb: Verb, cues: Cues) -> bool:
    if "show" in verb.frames:
        return bool({word.removesuffix("'s") for word in phrase.low(tokens)} & cues.papers)
    if (verb.lemma in {"say", "tell"} and phrase.how != "shared") or speaks(tokens, phrase, cues):
        return True
    beside = phrase.first > 0 and tokens[phrase.first - 1].kind == "q"
    beside = beside or leads(tokens, phrase.last + 1 + len(verb.particle))
    known = tokens[phrase.start].low in cues.determiners
    return phrase.how == "subject" and beside and "quote" in verb.frames and known
