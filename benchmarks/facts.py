"""How well READ reads the facts of a page: who signs, the title, credits and datelines; trafilatura beside it.

``python benchmarks/facts.py [--why] [PART ...]`` with parts ``bylines titles credits datelines languages``: prints each figure
on the even half of the documents (looked at while the rules were written), the odd half, and all. ``--why`` prints
the ids of what is wrong. Our own lines (``tests/benchmarks``) and their truth are invented by us.
"""

import sys
from collections.abc import Callable, Sequence

import facts_bylines
import facts_credits
import facts_datelines
from facts_measures import Line

PARTS: dict[str, Callable[[], Sequence[Line]]] = {
    "bylines": facts_bylines.bylines,
    "titles": facts_bylines.titles,
    "languages": facts_bylines.languages,
    "credits": facts_credits.credit_lines,
    "datelines": facts_datelines.datelines,
}


def main() -> None:
    why = "--why" in sys.argv
    wanted = [part for part in sys.argv[1:] if part in PARTS] or list(PARTS)
    for part in wanted:
        print(part)
        for line in PARTS[part]():
            print(f"  {line.name:44} even {line.even}  odd {line.odd}  all {line.all}")
            if why and line.wrong:
                print(*(f"      {wrong}" for wrong in line.wrong), sep="\n")


if __name__ == "__main__":
    main()
