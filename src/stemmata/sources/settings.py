"""How much a source takes in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """Bounds that keep one input from costing the others their turn."""

    largest: int = 100 * 2**20
    """Bytes of one page or one row, unpacked. Set by hand: twice the longest page we promise to read."""

    looked_at: int = 8192
    """Bytes at the head of a file that tell what it is. Set by hand, as file(1) and git do."""

    most_control: float = 0.02
    """Share of control characters above which bytes are no text. Random bytes have .11, text has none."""

    most_bad: int = 100_000
    """Rows in a row that hold nothing (blank or broken) before the rest of a file is given up. Set by hand:
    a packed file of a few kilobytes can unpack to millions of empty lines."""
