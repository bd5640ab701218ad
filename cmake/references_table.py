"""Write HTML's named character references as a C++ header, from Python's ``html.entities``.

Run by CMake: ``python references_table.py <header>``. The names are sorted by their bytes, without the ``&``;
the standard's table holds those that may lack their semicolon a second time without it.
"""

import sys
from html.entities import html5
from pathlib import Path


def main(header: Path) -> None:
    """Write the header."""
    lines = [f'{{"{name}", "{_escaped(html5[name])}"}},\n' for name in sorted(html5)]
    header.write_text(
        "// Written by cmake/references_table.py from html.entities.\n#pragma once\n#include <string_view>\n"
        "struct Reference { std::string_view name, text; };\n"
        f"inline constexpr Reference kNamed[{len(lines)}] = {{\n{''.join(lines)}}};\n",
        "ascii",
    )


def _escaped(text: str) -> str:
    return "".join(f"\\{byte:03o}" for byte in text.encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
