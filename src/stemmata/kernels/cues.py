"""A sentence cut into words and marks, by the compiled loop or its reference."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from stemmata.kernels import backend
from stemmata.kernels.cues_reference import cut as slow_cut
from stemmata.kernels.cues_reference import heard as slow_heard
from stemmata.kernels.cues_reference import written_small as slow_written_small

Made = TypeVar("Made", bound=tuple[object, ...])


class Cut(Protocol):
    """What adds the words and marks of a stretch of a text to a list; ``cues_reference.cut`` says what each is."""

    def __call__(
        self, text: str, start: int, end: int, last: bool, make: type[Made], found: list[Made], /
    ) -> None:
        """Add a tuple of five to ``found`` for each."""


cut: Cut = getattr(backend.LOOPS, "cut", slow_cut)
_compiled_heard: Callable[[str, int, int], frozenset[str] | None] | None = getattr(
    backend.LOOPS, "heard", None
)


def heard(text: str, start: int, end: int) -> frozenset[str]:
    """Return every run of letters, figures and low lines of a stretch, in small letters."""
    found = _compiled_heard(text, start, end) if _compiled_heard else None
    return slow_heard(text, start, end) if found is None else found


written_small: Callable[[str], frozenset[str]] = getattr(backend.LOOPS, "written_small", slow_written_small)
"""Return the words of two letters and more that stand in small ASCII letters, and are no part of a longer word."""
