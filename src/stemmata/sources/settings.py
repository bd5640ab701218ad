"""How much a source takes in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """Bounds that keep one input from costing the others their turn."""

    largest: int = 24_000_000
    """Bytes of one page or one row, unpacked: the longest page that is read at all (``ReadSettings.most_bytes``)."""

    looked_at: int = 8192
    """Bytes at the head of a file that tell what it is. Set by hand, as file(1) and git do."""

    most_control: float = 0.02
    """Share of control characters above which bytes are no text. Random bytes have .11, text has none."""

    most_bad: int = 100_000
    """Rows in a row that hold nothing (blank or broken) before the rest of a file is given up. Set by hand:
    a packed file of a few kilobytes can unpack to millions of empty lines."""

    unpacked_freely: int = 1 << 28
    """Bytes that may come out of a packed file before their number is compared with what went in. Set by hand."""

    most_ratio: int = 250
    """Bytes that may come out of one packed byte. Set by hand: pages pack 5 to 15 to 1, a file of one template 60,
    gzip's bombs 1,000 to 1."""

    remembered: int = 8 << 20
    """Bytes of an archive kept behind the place of reading, to go back to where a broken record began. Set by hand:
    records of news pages are under 1 MB packed."""

    most_broken: int = 1_000
    """Broken records of one archive each told of in a row of its own; what breaks more often is given up. Set by hand."""

    batch: int = 64
    """Rows of a Parquet file held at a time: as many as the engine is handed at once."""

    whole_summary: int = 150
    """Words from which a feed's summary that does not break off is taken for the whole story. Set by hand: summaries
    run to 60 words, the first paragraphs of a story to 120."""
