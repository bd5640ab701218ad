"""The table of quality and speed, and the floors it must hold.

Run as ``python benchmarks/gate.py [--shared DIR] [--update]``. The figures come from the modules
that ``gate_parts.py`` names. ``floors.json`` holds the least (``at_least``) or the most (``at_most``) each may be.
``--update`` moves a floor to what was measured where that is better, never back; a new figure gets its first
floor. To lower one is a change by hand, and its reason stands in the commit. Exits with 1 where one fails.
"""

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gate_parts import measured

FLOORS = Path(__file__).with_name("floors.json")
LESS_IS_BETTER = ("seconds", ".ratio", ".never_linked", ".keep_apart", ".leaked", ".accused")
"""How the names of figures that have a ceiling end."""
BY_THE_CLOCK = ("second", "seconds", ".ratio")
"""How the names of figures end that depend on the machine: their bounds are set by hand, if at all."""

Floors = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Line:
    """One line of the table; ``measured`` is None for a figure whose data are absent."""

    name: str
    measured: float | None
    floor: float | None
    ceiling: bool

    @property
    def verdict(self) -> str:
        """Say whether the floor holds."""
        if self.measured is None:
            return "skipped: its data are not here"
        if self.floor is None:
            return ""
        held = self.measured <= self.floor if self.ceiling else self.measured >= self.floor
        return "ok" if held else "FAILS"


def lines(found: Mapping[str, float], floors: Floors) -> list[Line]:
    """Return the table: every figure measured, then those that have a floor and were not."""
    known = floors["at_least"] | floors["at_most"]
    absent = [name for name in known if name not in found]
    return [Line(name, found.get(name), known.get(name), _ceiling(name)) for name in (*found, *absent)]


def shown(table: list[Line]) -> str:
    """Return the table as plain text."""
    width = max((len(line.name) for line in table), default=0)
    head = f"{'figure':<{width}}  measured    floor"
    rows = [
        f"{line.name:<{width}}  {_number(line.measured)}  {'≤' if line.ceiling else '≥'}{_number(line.floor)}  {line.verdict}"
        if line.floor is not None
        else f"{line.name:<{width}}  {_number(line.measured)}"
        for line in table
    ]
    return "\n".join((head, *rows))


def raised(found: Mapping[str, float], floors: Floors) -> Floors:
    """Return the floors moved to what was measured where that is better; none ever moves back."""
    moved = {side: dict(bounds) for side, bounds in floors.items()}
    for name, value in found.items():
        side, better = ("at_most", min) if _ceiling(name) else ("at_least", max)
        if not name.endswith(BY_THE_CLOCK):
            moved[side][name] = better(value, moved[side].get(name, value))
    return {side: dict(sorted(bounds.items())) for side, bounds in moved.items()}


def _ceiling(name: str) -> bool:
    return name.endswith(LESS_IS_BETTER)


def _number(value: float | None) -> str:
    return f"{value:8.4f}" if value is not None else " " * 8


def main(arguments: list[str]) -> int:
    """Print the table; return 1 where a figure is under its floor."""
    parser = argparse.ArgumentParser(
        description="The table of quality and speed, and the floors it must hold."
    )
    parser.add_argument(
        "--shared", type=Path, default=Path("../shared"), help="where the evaluation data lie"
    )
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    parser.add_argument(
        "--clock-aside",
        action="store_true",
        help="print what the clock says but let it fail nothing: for machines that are shared",
    )
    asked = parser.parse_args(arguments)
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    found = measured(asked.shared)
    if asked.update:
        floors = raised(found, floors)
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    table = lines(found, floors)
    print(shown(table))
    failing = [line.name for line in table if line.verdict == "FAILS"]
    if asked.clock_aside:
        failing = [name for name in failing if not name.startswith("speed.")]
    skipped = [line.name for line in table if line.measured is None]
    print(f"\n{len(found)} figures, {len(failing)} under their floors, {len(skipped)} skipped")
    return 1 if failing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
