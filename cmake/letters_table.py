"""Write the kinds and folded forms of all code points as a C++ header, from ``kernels/letters.py``.

Run by CMake: ``python letters_table.py <letters.py> <header>``. Runs without NumPy.
An entry holds the kind (3 bits), the length of the folded form (5) and a value (24): for a form of one
code point its distance from the original, for a longer one its place in the pool. Pages of 256 entries
that are alike are stored once.
"""

import runpy
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

CODES = 0x110000
PAGE = 256


def main(letters: Path, header: Path) -> None:
    """Write the header."""
    entries, pool = _entries(runpy.run_path(str(letters)))
    places: dict[tuple[int, ...], int] = {}
    pages = [tuple(entries[start : start + PAGE]) for start in range(0, CODES, PAGE)]
    index = [places.setdefault(page, len(places)) for page in pages]
    header.write_text("".join(_lines(index, [entry for page in places for entry in page], pool)), "ascii")


def _entries(letters: dict[str, object]) -> tuple[list[int], list[int]]:
    kinds = [
        letters[name] for name in ("OTHER", "LETTER", "DIGIT", "MARK", "SOLO", "SKIP", "APOSTROPHE", "POINT")
    ]
    entries, pool = [0] * CODES, []
    for code in range(CODES):
        character = chr(code)
        kind = letters["kind_of"](character)
        if kind == letters["OTHER"]:
            continue
        folded = [ord(part) for part in letters["fold_character"](character)]
        if len(folded) == 1:
            value = (folded[0] - code) % 2**24
        else:
            value = len(pool)
            pool += folded
        entries[code] = kinds.index(kind) | len(folded) << 3 | value << 8
    return entries, pool


def _lines(index: list[int], entries: list[int], pool: list[int]) -> Iterator[str]:
    yield f"// Written by cmake/letters_table.py from Unicode {unicodedata.unidata_version}.\n"
    yield "#pragma once\n#include <cstdint>\n"
    yield from _array("std::uint16_t", "kPageIndex", index)
    yield from _array("std::uint32_t", "kEntries", entries)
    yield from _array("std::uint32_t", "kPool", [*pool, 0])


def _array(kind: str, name: str, values: list[int]) -> Iterator[str]:
    yield f"alignas(64) inline constexpr {kind} {name}[{len(values)}] = {{\n"
    for start in range(0, len(values), 16):
        yield ",".join(map(str, values[start : start + 16])) + ",\n"
    yield "};\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
