"""Disjoint sets."""


class Forest:
    """Union-find over the numbers 0 to n - 1; the smallest member stands for its set."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))

    def root(self, one: int) -> int:
        """Return the smallest member of the set that ``one`` belongs to."""
        while self._up[one] != one:
            self._up[one] = self._up[self._up[one]]
            one = self._up[one]
        return one

    def join(self, one: int, other: int) -> None:
        """Make one set of two."""
        low, high = sorted((self.root(one), self.root(other)))
        self._up[high] = low
