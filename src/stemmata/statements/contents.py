"""What was said: the tokens a reporting verb governs, by the frame it stands in."""

from collections.abc import Sequence
from typing import NamedTuple

from stemmata.statements.addressees import addressee
from stemmata.statements.content_edges import closes, moved, opens_with_adjunct, trimmed
from stemmata.statements.cues import COMMAS, Cues
from stemmata.statements.hits import Hit
from stemmata.statements.limits import Reach
from stemmata.statements.lines import Line, Token
from stemmata.statements.objects import CALLED, has_verb, object_end, only_when
from stemmata.statements.usable import ENDS

Parts = tuple[tuple[int, int], ...]
SAYING = frozenset({"say", "believe", "think", "tell"})
CLAUSES = frozenset({"that", "whether", "how", "why", "when", "where", "what", "who"})
"""Words that open a clause behind a reporting verb."""
LINKS = frozenset({"to", "of", "for", "against"})
"""Frames that are the word which links a person to what is asked of them or held against them."""
ANEW = frozenset({"while", "as", "although", "though", "whereas"})
"""Words that join something new behind an aside, rather than go on with what was said."""
BRIEF = 5
"""Tokens before an aside at most for what follows to go on even with an article: The fire, he said, the biggest ..."""


class Content(NamedTuple):
    """The parts of a line that are what was said, and the frame that found them.

    ``frame``: ``quote clause aside object act as question shown cited``.
    """

    parts: Parts
    frame: str


def content(line: Line, hit: Hit, others: Sequence[Hit], cues: Cues) -> Content | None:
    """Return what the verb of ``hit`` reports, or None."""
    reader = _Reader(line.tokens, hit, others, cues)
    found = reader.read()
    if found is None or (hit.phrase is None and found.frame != "question"):
        return None
    parts = tuple(
        part for part in (trimmed(line.tokens, part, cues) for part in found.parts) if part[0] < part[1]
    )
    return Content(parts, found.frame) if parts else None


class _Reader(NamedTuple):
    tokens: Sequence[Token]
    hit: Hit
    others: Sequence[Hit]
    cues: Cues

    def read(self) -> Content | None:
        frames = self.hit.verb.frames
        if self.hit.passive:
            return self._quoted_as() if "cite" in frames else None
        if "cite" in frames:
            cited = self._cited()
            plain = "np" in frames and self.hit.verb.tense != "ing"
            return cited or (self._object() if plain else None)
        if "show" in frames:
            ended = self.hit.ahead >= len(self.tokens) or self.tokens[self.hit.ahead].kind in ENDS
            return Content(self._left(), "shown") if ended and self._aside() else self._clause("shown")
        if "if" in frames and self._low(self.hit.ahead) in CLAUSES - {"that"} | {"if"}:
            return self._clause("question")
        for frame, reads in (
            ("tell", self._told), ("quote", self._said), ("that", self._said), ("as", self._named),
            ("to", self._acted), ("of", self._acted), ("for", self._acted), ("against", self._acted), ("np", self._object),
        ):  # fmt: skip
            if frame in frames:
                found = reads()
                if found is not None:
                    return found
        return None

    def _said(self) -> Content | None:
        """Read a clause behind, a quotation on either side, or a sentence that the verb stands beside."""
        hit, ahead = self.hit, self.hit.ahead
        if self._compares():
            return self._compared(ahead)
        if self._left_quotation():
            return Content((*self._left(), *self._right_quotation(ahead)), "quote")
        token = self.tokens[ahead] if ahead < len(self.tokens) else None
        behind = self.tokens[ahead + 1].kind if ahead + 1 < len(self.tokens) else ""
        if token is not None and token.kind == ":" and behind != "q" and "that" not in hit.verb.frames:
            return None
        if token is not None and (token.kind in {"q", ":"} or self._opens(token.low)):
            return self._clause("quote" if token.kind == "q" else "clause")
        if token is None or token.kind in ENDS or token.kind in COMMAS:
            return self._beside(ahead)
        if hit.phrase and hit.phrase.how == "inverted":
            return Content(self._left(), "aside") if self._aside() else None
        if "that" in hit.verb.frames and token.low not in self.cues.besides and self._verb_follows():
            return self._clause("clause")
        return None

    def _opens(self, low: str) -> bool:
        """Whether a word opens a clause that was said: did not say *when*, but not said *when* asked."""
        open_ = self.hit.negated or self.hit.unreal
        return low in CLAUSES and (open_ or low not in {"when", "where", "who"})

    def _compares(self) -> bool:
        """Whether *as* stands before source and verb, at the start or behind a comma: *as Odu said on Monday*, ..."""
        first = self.hit.first
        if not first or self._low(first - 1) != "as" or "quote" not in self.hit.verb.frames:
            return False
        return first == 1 or self.tokens[first - 2].kind in COMMAS | {"q"}

    def _compared(self, ahead: int) -> Content | None:
        """Read what *as Odu said* stands beside: the rest of the sentence, to its right or to its left."""
        close = next(
            (at for at in range(self.hit.after, len(self.tokens)) if self.tokens[at].kind in COMMAS), None
        )
        if self.hit.first == 1:
            return Content(((close + 1, self._limit(close + 1)),), "aside") if close is not None else None
        if self._low(ahead) in {"that", "it", "so"} and self.hit.verb.lemma != "put":
            return None
        right = (
            ((close + 1, self._limit(close + 1)),) if close is not None and self._resumes(close + 1) else ()
        )
        return Content(((0, self.hit.first - 1), *right), "aside")

    def _beside(self, ahead: int) -> Content | None:
        comma = ahead < len(self.tokens) and self.tokens[ahead].kind in COMMAS
        if comma and ahead + 1 < len(self.tokens) and self.tokens[ahead + 1].kind == "q":
            begins = self.tokens[ahead + 1].capital or self.hit.verb.tense == "ing"
            left = self._left() if self._aside() and not begins else ()
            return Content((*left, *self._right_quotation(ahead)), "quote")
        if comma and not self._aside():
            that = next(
                (at for at in range(ahead + 1, min(ahead + 5, len(self.tokens))) if self._low(at) == "that"),
                None,
            )
            start = that or ahead + 1
            spoken = that or (
                "that" in self.hit.verb.frames
                and self.hit.phrase
                and has_verb(self.tokens, start, self._limit(start), self.cues)
            )
            return Content(((start, self._limit(start)),), "clause") if spoken else None
        if not self._aside():
            return None
        right = ((ahead + 1, self._limit(ahead + 1)),) if comma and self._resumes(ahead + 1) else ()
        return Content((*self._left(), *right), "aside")

    def _told(self) -> Content | None:
        """Pass the addressee, then read as for *said*."""
        if self._left_quotation():
            return Content(
                (*self._left(), *self._right_quotation(addressee(self.tokens, self.hit.after, self.cues))),
                "quote",
            )
        at = addressee(self.tokens, self.hit.after, self.cues)
        if self._low(at) == "to" or (self._low(at) == "not" and self._low(at + 1) == "to"):
            return Content(((at, self._limit(at)),), "act")
        return _Reader(self.tokens, moved(self.hit, at), self.others, self.cues)._said()

    def _named(self) -> Content | None:
        start = self.hit.after
        end = object_end(self.tokens, start, self._limit(start), self.cues)
        link = next((at for at in range(start, end) if self._low(at) == "as"), None)
        if link is not None:
            return Content(((start, end),), "as")
        if self.hit.verb.lemma != "call":
            return self._object() if "np" in self.hit.verb.frames else None
        if self._low(start) in CALLED:
            return None
        names = any(
            token.kind == "q" or token.low in {"a", "an"}
            for token in self.tokens[start : min(end, start + 14)]
        )
        return Content(((start, end),), "as") if names and start < end else None

    def _acted(self) -> Content | None:
        """Read *vowed to*, *urged the crew to*, *accused the firm of*."""
        start = self.hit.after
        end = object_end(self.tokens, start, self._limit(start), self.cues)
        links = self.hit.verb.frames & LINKS
        reach = min(end, start + 16)
        return (
            Content(((start, end),), "act")
            if any(self._low(at) in links for at in range(start, reach))
            else None
        )

    def _object(self) -> Content | None:
        start = self.hit.after
        end = object_end(self.tokens, start, self._limit(start), self.cues)
        first = self.tokens[start] if start < end else None
        if (
            first is None
            or (first.kind not in {"w", "q"})
            or first.low in {"by", "in", "at", "on", "after", "during"}
            or only_when(self.tokens, start, self.cues)
        ):
            return None
        return Content(((start, end),), "object")

    def _cited(self) -> Content | None:
        """Read *quoted Odu as saying* for the one who quotes."""
        start, end = self.hit.after, self._limit(self.hit.after)
        saying = any(self._low(at) == "as" for at in range(start, end))
        return Content(((start, end),), "cited") if saying else None

    def _quoted_as(self) -> Content | None:
        at = next(
            (
                at
                for at in range(self.hit.after, min(self.hit.after + 12, len(self.tokens)))
                if self._low(at) == "as"
            ),
            None,
        )
        return (
            Content(((at + 2, self._limit(at + 2)),), "clause") if at and at + 2 < len(self.tokens) else None
        )

    def _clause(self, frame: str) -> Content | None:
        start = self.hit.ahead
        if start < len(self.tokens) and self.tokens[start].kind == ":":
            start += 1
        if self._finished(start):
            return Content(((start, start + 1),), frame)
        return Content(((start, self._limit(start)),), frame)

    def _finished(self, at: int) -> bool:
        """Whether a whole quotation stands at ``at`` and the sentence goes on about something else."""
        token = self.tokens[at] if at + 1 < len(self.tokens) else None
        following = self._low(at + 1)
        return (
            token is not None
            and token.kind == "q"
            and token.low in ".!?,"
            and following not in {"", "and", "or"}
        )

    def _verb_follows(self) -> bool:
        """Whether a clause follows a verb that may also take a bare noun: *reported a fire* has none."""
        start = self.hit.ahead
        if self.hit.verb.lemma in SAYING or self._low(start) in self.cues.pronouns:
            return True
        return has_verb(self.tokens, start, self._limit(start), self.cues)

    def _left_quotation(self) -> bool:
        first = self.hit.first
        at = first - 1 if first and self.tokens[first - 1].kind != "," else first - 2
        if at < 0 or self.tokens[at].kind != "q":
            return False
        return all(self.tokens[place].kind != "w" for place in range(self._left()[0][0], first))

    def _aside(self) -> bool:
        """Whether a comma or quotation stands before source and verb, and something before that."""
        first = self.hit.first
        return first > 1 and (self.tokens[first - 1].kind in COMMAS or self.tokens[first - 1].kind == "q")

    def _left(self) -> Parts:
        start = 0
        for other in self.others:
            if other.last < self.hit.first and closes(self.tokens, other):
                start = max(start, other.ahead + 1)
        quote = self.hit.first - 1 - (self.tokens[self.hit.first - 1].kind == ",")
        if quote > start and self.tokens[quote].kind == "q" and self.tokens[quote - 1].kind == ":":
            start = quote
        return ((start, self.hit.first),) if start < self.hit.first else ()

    def _right_quotation(self, ahead: int) -> Parts:
        at = ahead + 1 if ahead < len(self.tokens) and self.tokens[ahead].kind in COMMAS else ahead
        if at < len(self.tokens) and self.tokens[at].kind == "q":
            return ((at, self._limit(at)),)
        return ()

    def _resumes(self, at: int) -> bool:
        """Whether the sentence that an aside interrupted goes on, rather than a new one being joined."""
        if at >= len(self.tokens) or self.tokens[at].low in self.cues.joins or self.tokens[at].low in ANEW:
            return False
        if opens_with_adjunct(self.tokens[: self.hit.first], self.cues):
            return True
        brief = self.hit.first <= BRIEF
        if not brief and self.tokens[at].low in self.cues.determiners | {"who"}:
            return False
        return not (self.tokens[at].low.endswith("ing") or self.tokens[at].low in self.cues.relatives)

    def _limit(self, start: int) -> int:
        return Reach(self.tokens, self.hit, self.others, self.cues).limit(start)

    def _low(self, at: int) -> str:
        return self.tokens[at].low if at < len(self.tokens) and self.tokens[at].kind == "w" else ""
