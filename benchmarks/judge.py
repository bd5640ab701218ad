"""How good an answer is: the tables of a run beside the truth of its pages.

Run as ``python benchmarks/judge.py [FOLDER_OF_JSONL [TRUTH]]``; without arguments our example is traced and
judged. A figure is a share (1 is best) but for the two that count violations (0 is best):
``edges.never_linked`` and ``claims.keep_apart``.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import judge_events
import judge_pages
import judge_speech
import judge_tree
from judge_case import Judged, Row, Tables, read_tables
from stemmata import api
from stemmata.model import Case
from stemmata.show.tables import tables as tables_of

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "harbour-day"


def judge(tables: Tables, truth: Row) -> dict[str, float]:
    """Return every figure by name, without those that have nothing to measure."""
    judged = Judged(tables, truth)
    parts = (judge_pages, judge_tree, judge_events, judge_speech)
    figures = {name: value for part in parts for name, value in part.figures(judged).items()}
    return {name: round(value, 4) for name, value in figures.items() if value is not None}


def tables_in(case: Case) -> Tables:
    """Return the tables of a case as an export writes them."""
    return {table.name: [dict(row) for row in table.rows] for table in tables_of(case)}


def figures(_: Path) -> dict[str, float]:
    """Return the figures of our example for the gate."""
    truth = json.loads((EXAMPLE / "truth.json").read_text(encoding="utf-8"))
    return {
        f"example.{name}": value
        for name, value in judge(tables_in(api.trace(EXAMPLE / "pages")), truth).items()
    }


def shown(figures: Mapping[str, float]) -> str:
    """Return figures as lines of plain text."""
    width = max(map(len, figures), default=0)
    return "\n".join(f"{name:<{width}}  {value:7.4f}" for name, value in figures.items())


def main(arguments: list[str]) -> None:
    """Print the figures of one answer."""
    if not arguments:
        print(shown(figures(Path())))
        return
    truth = Path(arguments[1]) if len(arguments) > 1 else EXAMPLE / "truth.json"
    print(shown(judge(read_tables(Path(arguments[0])), json.loads(truth.read_text(encoding="utf-8")))))


if __name__ == "__main__":
    main(sys.argv[1:])
