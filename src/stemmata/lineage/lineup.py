"""A family's texts, collated, and every question about two or three of them, each answered once."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from stemmata.lineage.arborescence import Costs
from stemmata.lineage.collate import Collation, collate
from stemmata.lineage.credits import agencies
from stemmata.lineage.direction import Order, order_of
from stemmata.lineage.orders import Turns, own_places, turns_of
from stemmata.lineage.pairs import Pair, Side, align, backing, sentences_at
from stemmata.lineage.products import Matrix
from stemmata.lineage.readings import Readings, read_readings
from stemmata.lineage.settings import LineageSettings
from stemmata.lineage.states import State
from stemmata.lineage.story import Sentence
from stemmata.lineage.ties import Tie, Ties
from stemmata.model import Written

OldAndNew = tuple[NDArray[np.bool_], NDArray[np.bool_]]


class Lineup:
    """The states of one family, by number, with their collation and readings."""

    def __init__(
        self,
        states: Sequence[State],
        written: Mapping[str, Written],
        settings: LineageSettings,
        ties: Ties = MappingProxyType({}),
    ) -> None:
        stories = [state.story for state in states]
        self.states = tuple(states)
        self.settings = settings
        self.collation: Collation = collate(stories, settings)
        self.readings: Readings = read_readings(stories, self.collation)
        self.held: Matrix = self.readings.held()
        self.standing: Matrix = self.readings.stands.sum(axis=0)[self.readings.place]
        self.heavy: Matrix = self.readings.heavy(settings.backed)
        self.shared: Costs = self.readings.shared(self.heavy).astype(np.float64)
        self.bare: Costs = self.readings.shared_bare().astype(np.float64)
        self.at: tuple[dict[int, tuple[Sentence, ...]], ...] = tuple(
            sentences_at(state, places) for state, places in zip(states, self.collation.places, strict=True)
        )
        self.credits: tuple[tuple[str, ...], ...] = tuple(agencies(state) for state in states)
        self.own: tuple[tuple[int, ...], ...] = own_places(self.at)
        self.turns: tuple[Turns, ...] = turns_of(self.at, self.collation.count)
        named = [number for number, names in enumerate(self.credits) if names]
        self._witnesses = {False: self.held, True: self.readings.has[named].sum(axis=0, dtype=np.float32)}
        self._written = tuple(
            tuple(written[page.id] for page in state.articles if page.id in written) for state in states
        )
        self._ties = _by_state(states, ties)
        self._tied: dict[int, list[int]] = {}
        for text, source in self._ties:
            self._tied.setdefault(text, []).append(source)
        self._old: dict[int, OldAndNew] = {}
        self._pairs: dict[tuple[int, int], Pair] = {}
        self._orders: dict[tuple[int, int], Order] = {}

    def pair(self, early: int, late: int) -> Pair:
        """Return two texts side by side."""
        if (early, late) not in self._pairs:
            one, other = self._side(early, late), self._side(late, early)
            pair = Pair(one, other, align(one, other))
            self._pairs[early, late], self._pairs[late, early] = pair, pair.flipped()
        return self._pairs[early, late]

    def order(self, early: int, late: int) -> Order:
        """Return how likely ``early`` came first, with the signs."""
        if (early, late) not in self._orders:
            self._orders[early, late] = order_of(self.pair(early, late))
        return self._orders[early, late]

    def sureness(self, early: int, late: int) -> float:
        """Return the probability that ``early`` came first."""
        return self.order(early, late).confidence(self.settings.surest)

    def old(self, text: int) -> OldAndNew:
        """Return which of a text's readings are older than it and which are new, once ``know_old`` has been told."""
        return self._old[text]

    def know_old(self, text: int, old: OldAndNew) -> None:
        """Remember which of a text's readings a text that seems to come before it has, too."""
        self._old[text] = old

    def tie(self, text: int, source: int) -> Tie:
        """Return how much of a text stands in another by the passages between their pages: the fullest of them."""
        return self._ties.get((text, source), Tie(0.0, 0))

    def tied(self, text: int) -> list[int]:
        """Return the texts that share passages with one."""
        return self._tied.get(text, [])

    def name(self, number: int) -> str:
        """What to call a text to a reader."""
        return self.states[number].story.article.name

    def borrowed(self, child: int, source: int, line: Collection[int]) -> tuple[int, int]:
        """Count words, quotations masked, and sentences that a child shares with a source where its line has none."""
        readings = self.readings
        shared = (readings.bare[child] > 0) & (readings.has[source] > 0) & readings.single
        if line:
            shared &= (readings.stands[sorted(line)].max(axis=0) == 0)[readings.place]
        numbers = np.flatnonzero(shared)
        return len(numbers), len({int(place) for place in readings.place[numbers]})

    def _side(self, one: int, other: int) -> Side:
        backed, alone = backing(self.readings, one, other, self._witnesses[bool(self.credits[one])])
        return Side(
            self.states[one], self.at[one], backed, alone, self._written[one], self.own[one], self.turns[one]
        )


def _by_state(states: Sequence[State], ties: Ties) -> dict[tuple[int, int], Tie]:
    """Return the fullest tie of the pages of each two texts."""
    home = {page.id: number for number, state in enumerate(states) for page in state.articles}
    found: dict[tuple[int, int], Tie] = {}
    for (one, other), tie in ties.items():
        pair = home[one], home[other]
        found[pair] = max(found.get(pair, tie), tie)
    return dict(sorted(found.items()))
