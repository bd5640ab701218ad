"""Reporting verbs in a line: which, whose, and what stands around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemmata.model import Role
from stemmata.statements.cues import Cues, Verb
from stemmata.statements.lines import Line, Token
from stemmata.statements.nouns import Phrase, finite, leftward, speaks
from stemmata.statements.phrases import first_subject, rightward, subject

ENDS = frozenset(".!?;…)")
LEAD = 14
"""Tokens at most between a verb and the quotation that it leads to."""
FARTHEST = 30
"""Tokens looked back over for the subject that a verb shares."""
PLURAL = frozenset(
    {"they", "we", "i", "you", "some", "many", "others", "people", "police", "who", "that", "not"}
)


@dataclass(frozen=True, slots=True)
class Hit:
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
    for at, token in enumerate(line.tokens):
        if token.kind == "w" and token.low in cues.verbs:
            hit = _hit(line, at, found, cues)
            if hit is not None:
                found.append(hit)
    return tuple(found)


def _hit(line: Line, at: int, earlier: Sequence[Hit], cues: Cues) -> Hit | None:
    tokens = line.tokens
    if at and tokens[at].capital and line.role is Role.BODY:
        return None
    verbs = [verb for verb in cues.verbs[tokens[at].low] if _particle(tokens, at, verb)]
    if not verbs:
        return None
    group = _group(tokens, at, cues)
    usable = [verb for verb in verbs if _usable(line, group, at, verb, cues)]
    if not usable or _hides(tokens, at + 1, cues):
        return None
    low = {token.low for token in tokens[max(0, group - 2) : at]}
    passive = any(token.low in cues.be for token in tokens[group:at]) and usable[0].tense != "ing"
    after = at + 1 + len(usable[0].particle)
    phrase = _source(line, group, after, usable[0], earlier, cues)
    verb = _suited(tokens, phrase, usable, cues)
    if (phrase and not _may_say(tokens, phrase, verb, cues)) or (phrase is None and "show" in verb.frames):
        return None
    if verb.doubtful and (phrase is None or any(hit.after == phrase.first for hit in earlier)):
        return None
    start = phrase.last if phrase and phrase.how == "inverted" else after
    ahead = _passed(tokens, start, cues)
    return Hit(
        group, verb, at, after, phrase, ahead, passive,
        negated=bool(low & cues.negative) or bool(low & {"declined", "refused"}), unreal=bool(low & cues.unreal),
    )  # fmt: skip


def _particle(tokens: Sequence[Token], at: int, verb: Verb) -> bool:
    follows = tokens[at + 1 : at + 1 + len(verb.particle)]
    return tuple(token.low for token in follows) == verb.particle


def _hides(tokens: Sequence[Token], after: int, cues: Cues) -> bool:
    """Whether the verb only asks to go unnamed: an official who *asked not to be named*."""
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


def _usable(line: Line, group: int, at: int, verb: Verb, cues: Cues) -> bool:
    """Whether the form stands where a verb stands."""
    tokens = line.tokens
    before = tokens[group - 1] if group else None
    helped = any(token.low in cues.aux for token in tokens[group:at])
    if verb.tense == "ing" and _accompanies(tokens, group, cues):
        return True
    if verb.tense == "ing":
        return (
            before is None
            or before.kind in {",", "q", "—"}
            or before.low in cues.joins | cues.besides - {"as"} | {"by", "in"}
            or before.low in cues.voices
        )
    if before is not None and before.kind == "w":
        if (
            before.low in cues.determiners - cues.vague
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
                before.capital
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
    return tokens[group - 1].low in {
        "half",
        "percent",
        "surveyed",
        "polled",
        "quarter",
        "third",
        "more",
        "10",
        "two",
        "interviewed",
    }


def _accompanies(tokens: Sequence[Token], group: int, cues: Cues) -> bool:
    """Whether a phrase with *with* brings its own speaker: with a spokesman *calling* it a disgrace."""
    phrase = leftward(tokens, group, cues) if group > 1 and tokens[group - 1].kind == "w" else None
    return (
        phrase is not None
        and phrase.start > 0
        and tokens[phrase.start - 1].low == "with"
        and speaks(tokens, phrase, cues)
    )


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
    if _leads(line.tokens, at + 1 + len(verb.particle)):
        return "quote" in verb.frames
    return (
        token.kind == "q"
        or token.low in cues.determiners | cues.pronouns | {"that"}
        or (token.low == "to" and "to" in verb.frames)
        or token.capital
    )


def _leads(tokens: Sequence[Token], after: int) -> bool:
    """Whether a quotation or a colon stands at ``after``, past a comma."""
    kinds = [token.kind for token in tokens[after : after + 2]]
    return kinds[:1] == ["q"] or kinds[:1] == [":"] or kinds == [",", "q"]


def _after_quotation(tokens: Sequence[Token], at: int, cues: Cues) -> bool:
    """Whether only a noun phrase stands between a quotation and the form at ``at``: “It is over,” she *notes*."""
    phrase = leftward(tokens, at, cues)
    return phrase is not None and phrase.start > 0 and tokens[phrase.start - 1].kind == "q"


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
    if verb.tense == "ing" and _accompanies(tokens, group, cues):
        return leftward(tokens, group, cues)
    if verb.tense == "ing" or headline or (before is not None and before.low in cues.joins):
        return _shared(tokens, group, earlier, cues)
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


def _shared(tokens: Sequence[Token], group: int, earlier: Sequence[Hit], cues: Cues) -> Phrase | None:
    """Return the source of the nearest verb before, or the subject the sentence opens with."""
    nearest = _acting(tokens, group, cues)
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
    return opening if (opening and opening.last <= group) or opening is None else None


def _acting(tokens: Sequence[Token], group: int, cues: Cues) -> Phrase | None:
    """Return the nearest subject before that does anything: *he backed Odu* and said."""
    for at in range(group - 2, max(0, group - FARTHEST), -1):
        token = tokens[at]
        if token.kind in {";", "q"}:
            return None
        if token.low in cues.aux or (token.kind == "w" and not token.capital and finite(token.low, cues)):
            phrase = leftward(tokens, _group(tokens, at, cues), cues)
            if phrase is not None and tokens[phrase.end - 1].kind == "w" and _acts(tokens, phrase, cues):
                return phrase._replace(how="shared")
    return None


def _acts(tokens: Sequence[Token], phrase: Phrase, cues: Cues) -> bool:
    """Whether the phrase opens its clause and is a name or a pronoun."""
    before = tokens[phrase.start - 1] if phrase.start else None
    opens = before is None or before.kind in {",", "—", "–"} or before.low in cues.fences | cues.joins
    head = tokens[phrase.end - 1]
    return (
        opens
        and (head.capital or head.low in cues.he | cues.she | cues.many)
        and speaks(tokens, phrase, cues)
    )


def _suited(tokens: Sequence[Token], phrase: Phrase | None, verbs: Sequence[Verb], cues: Cues) -> Verb:
    """Choose among the verbs of one form: papers show, people suggest."""
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
    beside = beside or _leads(tokens, phrase.last + 1 + len(verb.particle))
    known = tokens[phrase.start].low in cues.determiners
    return phrase.how == "subject" and beside and "quote" in verb.frames and known


def _passed(tokens: Sequence[Token], at: int, cues: Cues) -> int:
    """Return the first token after days, adverbs and occasions: said *on Monday in a statement*."""
    at = _lead_in(tokens, at, cues)
    while at < len(tokens) and tokens[at].kind == "w":
        token = tokens[at]
        if token.low in cues.times or (token.low in cues.adverbs and token.low != "not"):
            at += 1
            continue
        placed = token.low in cues.prepositions | {"to"}
        reach = (_occasion(tokens, at, cues) or _until_that(tokens, at, cues)) if placed else None
        if reach is None:
            return at
        at = reach
    return at


def _until_that(tokens: Sequence[Token], at: int, cues: Cues) -> int | None:
    """Return the *that* which a phrase of place stands before: wrote *in his book The Long Way* that ..."""
    for place in range(at + 1, min(len(tokens), at + LEAD)):
        token = tokens[place]
        if token.low == "that" and token.kind == "w":
            return place
        if (
            token.kind not in {"w", "q"}
            or token.low in cues.aux
            or (not token.capital and finite(token.low, cues))
        ):
            return None
    return None


def _lead_in(tokens: Sequence[Token], at: int, cues: Cues) -> int:
    """Return the quotation that a phrase leads to: wrote *to his friends*, “…”; added *about Odu*: “…”; said, *however*, “…”."""
    start = at + 1 if at < len(tokens) and tokens[at].kind == "," else at
    low = tokens[start].low if start < len(tokens) else ""
    manner = low in cues.adverbs or (low.endswith("ly") and len(low) > 4)
    if not manner and (start != at or low not in cues.prepositions | {"to"}):
        return at
    end = next(
        (place for place in range(start, min(len(tokens), start + LEAD)) if tokens[place].kind != "w"),
        len(tokens),
    )
    if end < len(tokens) and tokens[end].kind == "q" and not manner:
        return at
    return end if end > start and _leads(tokens, end) else at


def _occasion(tokens: Sequence[Token], at: int, cues: Cues) -> int | None:
    """Return the token after a phrase of time or occasion that starts at ``at``, or None."""
    for place in range(at + 1, min(len(tokens), at + 7)):
        token = tokens[place]
        if token.kind != "w" or token.low in cues.fences:
            return None
        if token.low in cues.occasions or token.low in cues.times:
            return _occasion_end(tokens, place + 1, cues)
    return None


def _occasion_end(tokens: Sequence[Token], at: int, cues: Cues) -> int:
    if at < len(tokens) and tokens[at].low in {
        "with",
        "of",
        "from",
        "about",
        "on",
        "at",
        "released",
        "carried",
        "published",
    }:
        if any(token.low in cues.times for token in tokens[at + 1 : at + 3]):
            return at
        while at < len(tokens) and tokens[at].kind == "w" and tokens[at].low not in cues.fences:
            at += 1
    elif at < len(tokens) and (tokens[at].low in cues.occasions or tokens[at].low in cues.times):
        return at + 1
    return at
