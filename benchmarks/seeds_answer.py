"""The five seeds copied under names that say nothing, traced, and known again by their content."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from judge import tables_in
from judge_case import Row, Tables
from stemmata import api
from stemmata.model import Case

TERM = "national defense economic work"
SEEDS = ("000", "001", "002", "003", "004")


@dataclass(frozen=True)
class Answer:
    """The tables of a run over the seeds; ``names`` tells which seed each source is."""

    tables: Tables
    names: dict[str, str]
    case: Case

    @cached_property
    def seed_of(self) -> dict[str, str]:
        """The seed of each article, by id."""
        return {
            row["id"]: self.names[source.rsplit("/", 1)[-1]]
            for row in self.tables["articles"]
            for source in row["sources"]
        }

    @cached_property
    def article(self) -> dict[str, Row]:
        """The article of each seed."""
        return {self.seed_of[row["id"]]: row for row in self.tables["articles"]}

    @cached_property
    def node(self) -> dict[str, str]:
        """The text state of each seed."""
        return {
            self.seed_of[one["article"]]: row["id"]
            for row in self.tables["nodes"]
            for one in row["witnesses"]
        }

    @cached_property
    def lost(self) -> set[str]:
        """The lost states."""
        return {row["id"] for row in self.tables["nodes"] if row["kind"] == "lost"}

    def seeds(self, articles: Iterable[str]) -> set[str]:
        """Return the seeds of some articles."""
        return {self.seed_of[one] for one in articles}

    def parents(self, node: str) -> set[str]:
        """Return the states right above one."""
        return {row["parent"] for row in self.tables["links"] if row["child"] == node}

    def ancestors(self, node: str) -> set[str]:
        """Return every state above one."""
        met: set[str] = set()
        waiting = [node]
        while waiting:
            fresh = self.parents(waiting.pop()) - met
            met |= fresh
            waiting += fresh
        return met

    def event_of(self, seed: str) -> Row:
        """Return the event that a seed has as its main one; an empty row where there is none."""
        rows = self.tables["events"]
        return next(
            (row for row in rows if seed in self.seeds(row["articles"])), {"id": None, "articles": []}
        )

    def origins(self, event: Row) -> list[Row]:
        """Return the text origins of an event."""
        return [row for row in self.tables["origins"] if row["event"] == event["id"]]


def answer(shared: Path) -> Answer:
    """Trace copies of the seeds under names that say nothing."""
    with tempfile.TemporaryDirectory() as folder:
        names = copied(shared, Path(folder))
        case = api.trace(folder, terms=(TERM,))
    return Answer(tables_in(case), names, case)


def copied(shared: Path, folder: Path) -> dict[str, str]:
    """Copy the seeds under the beginning of their digest; return which seed each new name is."""
    names = {}
    for seed in SEEDS:
        (path,) = (shared / "seeds").glob(f"{seed}_*.txt")
        content = path.read_bytes()
        name = f"{sha256(content).hexdigest()[:8]}.txt"
        (folder / name).write_bytes(content)
        names[name] = seed
    return names
