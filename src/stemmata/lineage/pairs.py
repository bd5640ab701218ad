"""Two texts laid side by side, as the signs see them: one taken as early, the other as late."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np

from stemmata.kernels import word_diff
from stemmata.lineage.houses import of_one_house, of_one_outlet
from stemmata.lineage.numbers import number_of
from stemmata.lineage.products import Matrix
from stemmata.lineage.readings import Readings
from stemmata.lineage.states import State
from stemmata.lineage.story import Sentence, Token
from stemmata.model import Place, Span, Written

_WHOLE = 0.995  # likeness from which not one word differs
_RUN = 4  # words in a row that count as verbatim


class Slot(NamedTuple):
    """Where two texts differ within a place: words replaced, left out (``late`` empty) or put in (``early`` empty)."""

    early: tuple[Token, ...]
    late: tuple[Token, ...]
    place: int


class Change(NamedTuple):
    """A number that two texts give differently in one slot."""

    early: Token
    late: Token
    place: int
    grows: bool


@dataclass(frozen=True)
class Side:
    """One text of a pair.

    ``backed`` weighs (in words) its readings that the other lacks where both have the sentence, and that a
    third text has; ``alone`` those that no third text has. ``own`` are its places that no other text of the family has;
    ``turns`` tells of each two places next to one another how many others have them so, less those that turn them.
    """

    state: State
    at: dict[int, tuple[Sentence, ...]]
    backed: float
    alone: float
    written: tuple[Written, ...]
    own: tuple[int, ...] = ()
    turns: Mapping[tuple[int, int], int] = field(default_factory=dict)

    def order(self, before: int, after: int) -> int:
        """Return how many other texts of the family have two neighbouring places in this order, less those that turn it."""
        return self.turns.get((before, after), 0)

    @property
    def name(self) -> str:
        """What to call the text: the page it is read from."""
        return self.state.story.article.name

    def words(self, place: int) -> list[Token]:
        """Return its words at a place."""
        return [token for sentence in self.at[place] for token in self.state.story.of(sentence)]

    def spans(self, places: Sequence[int], most: int = 5) -> tuple[Place, ...]:
        """Return where its sentences at the places stand."""
        article = self.state.story.article.id
        return tuple(Place(article, part.span) for place in places for part in self.at[place])[:most]

    def token_spans(self, tokens: Sequence[Token], most: int = 5) -> tuple[Place, ...]:
        """Return where single words stand."""
        article = self.state.story.article.id
        return tuple(Place(article, Span(token.start, token.end)) for token in tokens[:most])


@dataclass(frozen=True)
class Aligned:
    """What two texts have word for word: slots in between, how many words, how many in long runs unquoted."""

    slots: tuple[Slot, ...]
    same: tuple[tuple[Token, Token], ...]
    verbatim: int

    @property
    def differing(self) -> int:
        """Words of both in the slots."""
        return sum(len(slot.early) + len(slot.late) for slot in self.slots)


@dataclass(frozen=True)
class Pair:
    """The early and the late text of a supposed arrow."""

    early: Side
    late: Side
    aligned: Aligned

    @cached_property
    def shared(self) -> tuple[int, ...]:
        """Places both have, in the order of the early text."""
        return tuple(place for place in self.early.at if place in self.late.at)

    @cached_property
    def dropped(self) -> tuple[int, ...]:
        """Places of the early text that the late one lacks."""
        return tuple(place for place in self.early.at if place not in self.late.at)

    @cached_property
    def added(self) -> tuple[int, ...]:
        """Places of the late text that the early one lacks."""
        return tuple(place for place in self.late.at if place not in self.early.at)

    @cached_property
    def likeness(self) -> float:
        """Share of words, at places both have, that both have in the same order."""
        total = 2 * len(self.aligned.same) + self.aligned.differing
        return 2 * len(self.aligned.same) / total if total else 0.0

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Numbers of the early text that are others in the same slot of the late one."""
        return tuple(change for slot in self.aligned.slots for change in _changes(slot))

    @cached_property
    def inside(self) -> tuple[int, ...]:
        """Places added before the last one that both have: what stands after it may as well have been cut away."""
        order = list(self.late.at)
        last = max((number for number, place in enumerate(order) if place in self.early.at), default=0)
        return tuple(place for place in order[:last] if place not in self.early.at)

    @cached_property
    def one_house(self) -> bool:
        """Whether both come from one house: then versions, which grow; else copies, which lose."""
        return of_one_house(self.early.state, self.late.state, self.likeness)

    @cached_property
    def one_outlet(self) -> bool:
        """Whether both are known to stand on pages of one site or publisher."""
        return of_one_outlet(self.early.state, self.late.state)

    @cached_property
    def touched(self) -> bool:
        """Whether words differ within the sentences both have: who only cuts leaves them alone."""
        return self.likeness < _WHOLE

    @cached_property
    def only_longer(self) -> bool:
        """Whether the late text is the early one to the last letter, and goes on: cut off below or grown below, who can tell."""
        ours, theirs = self.early.state.story.words, self.late.state.story.words
        last = len(ours) - 1
        whole = 0 <= last < len(theirs) - 1 and theirs[:last] == ours[:last]
        return whole and theirs[last].startswith(ours[last])

    @cached_property
    def one_begins_the_other(self) -> bool:
        """Whether one of the two is the beginning of the other."""
        return self.only_longer or self.flipped().only_longer

    def flipped(self) -> "Pair":
        """Return the pair the other way round, the same one every time."""
        return self._back

    @cached_property
    def _back(self) -> "Pair":
        aligned = Aligned(
            tuple(Slot(late, early, place) for early, late, place in self.aligned.slots),
            tuple((late, early) for early, late in self.aligned.same),
            self.aligned.verbatim,
        )
        back = Pair(self.late, self.early, aligned)
        back.__dict__["_back"] = self
        return back


def _changes(slot: Slot) -> list[Change]:
    """Return the numbers of a slot that differ, if both sides have as many."""
    ours = [(token, number) for token in slot.early if (number := number_of(token.word)) is not None]
    theirs = [(token, number) for token in slot.late if (number := number_of(token.word)) is not None]
    if len(ours) != len(theirs):
        return []
    return [
        Change(early, late, slot.place, there > here)
        for (early, here), (late, there) in zip(ours, theirs, strict=True)
        if here != there
    ]


def sentences_at(state: State, places: Sequence[int]) -> dict[int, tuple[Sentence, ...]]:
    """Return a text's sentences by place, in the order in which the places come up."""
    found: dict[int, list[Sentence]] = defaultdict(list)
    for sentence, place in zip(state.story.sentences, places, strict=True):
        found[place].append(sentence)
    return {place: tuple(parts) for place, parts in found.items()}


def backing(readings: Readings, one: int, other: int, witnesses: Matrix) -> tuple[float, float]:
    """Return the weight of readings of ``one`` that ``other`` lacks at places both have: backed by a third, and not.

    ``witnesses`` tells for each reading how many texts that may back it have it, ``one`` among them: a text made from
    ``one`` repeats it and says nothing of its age.
    """
    differs = (readings.has[one] > 0) & (readings.has[other] == 0)
    differs &= readings.stands[other][readings.place] > 0
    numbers = np.flatnonzero(differs)
    weights = readings.weights[numbers]
    backed = float(weights[witnesses[numbers] > 1].sum())
    return backed, float(weights.sum()) - backed


def align(early: Side, late: Side) -> Aligned:
    """Align the words of two texts, place by place."""
    slots: list[Slot] = []
    same: list[tuple[Token, Token]] = []
    verbatim = 0
    for place in early.at:
        if place not in late.at:
            continue
        ours, theirs = early.words(place), late.words(place)
        for step in word_diff([token.word for token in ours], [token.word for token in theirs]):
            mine = ours[step.left : step.left_end]
            if step.same:
                same.extend(zip(mine, theirs[step.right : step.right_end], strict=True))
                plain = sum(not token.quoted for token in mine)
                verbatim += plain if plain >= _RUN else 0
            else:
                slots.append(Slot(tuple(mine), tuple(theirs[step.right : step.right_end]), place))
    return Aligned(tuple(slots), tuple(same), verbatim)
