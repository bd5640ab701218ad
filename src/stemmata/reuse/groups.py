"""Articles that belong together, grown two by two."""

from collections import defaultdict
from collections.abc import Iterable


class Groups:
    """Union-find over article ids; the least id stands for its group."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.parent = {one: one for one in ids}
        self.attached: set[str] = set()

    def find(self, one: str) -> str:
        """Return the id that stands for the group of ``one``."""
        while self.parent[one] != one:
            self.parent[one] = one = self.parent[self.parent[one]]
        return one

    def join_all(self, twos: Iterable[tuple[str, str]]) -> None:
        """Make the groups of every two one."""
        for one, other in twos:
            self.join(one, other)

    def join(self, one: str, other: str) -> None:
        """Make two groups one."""
        low, high = sorted((self.find(one), self.find(other)))
        self.parent[high] = low

    def attach(self, guest: str, host: str) -> None:
        """Join the group of a contained text to that of its host, unless it has a host already."""
        if self.find(guest) in self.attached:
            return
        self.join(guest, host)
        self.attached.add(self.find(guest))

    def members(self) -> list[tuple[str, ...]]:
        """Return all groups, each sorted, in the order of their least ids."""
        held: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self.parent):
            held[self.find(one)].append(one)
        return [tuple(held[one]) for one in sorted(held)]
