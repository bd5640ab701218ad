"""A command loads what it needs and no more."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType


class _Hidden:
    """Answers that a package is not installed."""

    def __init__(self, package: str) -> None:
        self.package = package

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Refuse the package; leave every other to whoever finds it."""
        if fullname == self.package:
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


@contextmanager
def without(package: str) -> Iterator[None]:
    """Run the block as if ``package`` were not installed, unless it is loaded already.

    Arrow loads pandas, where there is one, before it makes its first array: .45 s that no command has a use for.
    """
    hidden = _Hidden(package)
    sys.meta_path.insert(0, hidden)
    try:
        yield
    finally:
        again(package)


def again(package: str) -> None:
    """Let a hidden package be found again: Spark's Python needs pandas."""
    sys.meta_path[:] = [
        one for one in sys.meta_path if not isinstance(one, _Hidden) or one.package != package
    ]
