"""A sentence cut into words and marks, by the compiled loop or its reference."""

from typing import Protocol, TypeVar

from stemmata.kernels import backend
from stemmata.kernels.cues_reference import cut as slow_cut

Made = TypeVar("Made", bound=tuple[object, ...])


class Cut(Protocol):
    """What adds the words and marks of a stretch of a text to a list; ``cues_reference.cut`` says what each is."""

    def __call__(
        self, text: str, start: int, end: int, last: bool, make: type[Made], found: list[Made], /
    ) -> None:
        """Add a tuple of five to ``found`` for each."""


cut: Cut = getattr(backend.LOOPS, "cut", slow_cut)
