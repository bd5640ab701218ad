"""Where what was said ends: at the next attribution, a new verb of the same subject, the end of a relative clause."""

from collections.abc import Sequence
from typing import NamedTuple

from stemmata.statements.cues import COMMAS, OCCASIONS, PLACED, Cues
from stemmata.statements.hits import Hit
from stemmata.statements.lines import Token
from stemmata.statements.nouns import finite
from stemmata.statements.usable import ENDS

ENDED = ENDS | COMMAS
ADJUNCT = frozenset(
    {"while", "after", "before", "although", "though", "when", "whereas", "because", "since", "if"}
)
CLAUSE = 12
"""Tokens behind a comma in which the verb of a main clause is looked for."""
TURNS = frozenset({"although", "though", "even", "after", "before", "when"})
"""Words behind a comma with which the reporter goes on where what was said had no *that*."""
WHEN = frozenset({"after", "before", "during"})
BESIDE = frozenset({"with", "while", "whereas", "as"})
"""Words behind a comma with which somebody else starts to speak."""


def stands_beside(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether source and verb stand beside a sentence: a comma before, an end or comma after."""
    before = hit.first > 0 and (tokens[hit.first - 1].kind in COMMAS or tokens[hit.first - 1].kind == "q")
    return before and (hit.ahead >= len(tokens) or tokens[hit.ahead].kind in ENDED)


class Reach(NamedTuple):
    """How far content reaches that the verb of ``hit`` governs, the other verbs of the line being known."""

    tokens: Sequence[Token]
    hit: Hit
    others: Sequence[Hit]
    cues: Cues

    def limit(self, start: int) -> int:
        """Return where content that starts at ``start`` ends."""
        others = [other for other in self.others if other is not self.hit]
        asides = {other.first for other in others if stands_beside(self.tokens, other)}
        behind = [other for other in others if other.at > self.hit.at]
        groups = {other.group for other in behind if other.phrase and other.phrase.how == "shared"}
        subjects = {other.first for other in behind}
        relative = self.hit.phrase is not None and (self._in_relative() or self._in_adjunct(start))
        last, ends = len(self.tokens) - 1, self.cues.ends
        for at in range(start, len(self.tokens)):
            token = self.tokens[at]
            if token.low not in ends:
                continue
            if token.kind == ";" or (token.kind in ".!?" and at == last):
                return at
            if at > start and (self._breaks(at, asides, groups, subjects) or self._leaves(at)):
                return at
            if relative and at > start and (token.kind == "," or (token.kind == "q" and token.low == ",")):
                return at if token.kind == "," else at + 1
            if token.kind == "q" and token.low == "," and (at + 1 in asides or self._phrase_at(at + 1)):
                return at + 1
        return len(self.tokens)

    def _breaks(self, at: int, asides: set[int], groups: set[int], subjects: set[int]) -> bool:
        token = self.tokens[at]
        comma = token.kind in COMMAS
        ahead = at + 1 if not comma or self._low(at + 1) not in self.cues.joins else at + 2
        if comma and self._low(at + 1) in BESIDE and at + 2 in subjects:
            return True
        if comma and (ahead in asides or self._phrase_at(at + 1)):
            return True
        if (comma or token.low in self.cues.joins) and (ahead in groups or self._low(ahead) == "also"):
            return ahead in groups or ahead + 1 in groups
        if comma and ahead > at + 1 and ahead in subjects:
            return True
        if comma and at + 1 in subjects and (self.tokens[at - 1].kind == "q" or self.hit.at == 0):
            return True
        clause = self.hit.verb.frames.isdisjoint({"that"})
        return clause and token.low in self.cues.besides and at + 1 in subjects

    def _leaves(self, at: int) -> bool:
        """Whether an object ends before a comma or an occasion: praised the crew *during a visit*, *after the vote*."""
        if self._turns(at) or self._goes_on_doing(at):
            return True
        if "np" not in self.hit.verb.frames or "that" in self.hit.verb.frames:
            return self.tokens[at].kind == "," and self._joins_anew(at)
        token, after = self.tokens[at], self._low(at + 1)
        if token.kind in COMMAS:
            relative = after in {"who", "which", "where"}
            return self._joins_anew(at) or (
                relative and not any(token.kind in COMMAS for token in self.tokens[at + 1 :])
            )
        if token.low in OCCASIONS:
            return True
        cues = self.cues
        return token.low in PLACED and (
            after in cues.times or after in cues.months or after in cues.occasions or after.isdigit()
        )

    def _turns(self, at: int) -> bool:
        """Whether the reporter adds something: *, although she again refused*; to build it *after the vote*."""
        token, after = self.tokens[at], self._low(at + 1)
        if token.kind == ",":
            return after in TURNS and not self._opened_by("that")
        return token.low in WHEN and token.kind == "w" and self._opened_by("to")

    def _goes_on_doing(self, at: int) -> bool:
        """Whether the speaker does the next thing: promised a veto *and called* in the guards."""
        if self.tokens[at].low != "and" or self.hit.verb.tense != "past":
            return False
        if "that" in self.hit.verb.frames and not self._opened_by("to"):
            return False
        after = self._low(at + 1)
        past = after.endswith("ed") or after in self.cues.finite
        return past and not self.tokens[at + 1].capital

    def _opened_by(self, word: str) -> bool:
        """Whether a word stands right behind the verb, past days and hearers: said on Monday *that*."""
        reach = self.hit.after + 1 if word == "to" else self.hit.ahead + 2
        return any(self._low(at) == word for at in range(self.hit.after, min(reach, len(self.tokens))))

    def _joins_anew(self, at: int) -> bool:
        """Whether a new clause follows that is not what was said: *, but he*, *, while the others*."""
        low, after = self._low(at + 1), self._low(at + 2)
        return low == "while" or (low == "but" and after in self.cues.pronouns)

    def _in_relative(self) -> bool:
        first = self.hit.phrase.first if self.hit.phrase else 0
        if self.hit.phrase and self.hit.phrase.how == "relative":
            return True
        before = self._low(first - 1) if first > 0 else ""
        return before in self.cues.relatives and before not in {"that", "what"}

    def _in_adjunct(self, start: int) -> bool:
        """Whether the verb stands in a clause before the main one: *While Odu insisted it held*, engineers left."""
        first = self.hit.phrase.first if self.hit.phrase else 0
        if not first or self._low(first - 1) not in ADJUNCT:
            return False
        opens = first == 1 or self.tokens[first - 2].kind in COMMAS or self._low(first - 2) == "even"
        comma = next((at for at in range(start, len(self.tokens)) if self.tokens[at].kind == ","), None)
        if not opens or comma is None:
            return False
        return any(
            self._low(at) in self.cues.aux
            or self._low(at) in self.cues.verbs
            or finite(self._low(at), self.cues)
            for at in range(comma + 1, min(len(self.tokens), comma + CLAUSE))
        )

    def _phrase_at(self, at: int) -> bool:
        return any(
            tuple(token.low for token in self.tokens[at : at + len(phrase)]) == phrase
            for phrase in self.cues.phrases
        )

    def _low(self, at: int) -> str:
        return self.tokens[at].low if at < len(self.tokens) and self.tokens[at].kind == "w" else ""
