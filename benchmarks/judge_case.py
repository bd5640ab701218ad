"""The tables of a run beside the truth of its pages, each page known by the name the truth gives it."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Tables = dict[str, list[Row]]

ROWS_FILE = ".jsonl#"


def read_tables(folder: Path) -> Tables:
    """Return the tables that ``stemmata export --to jsonl`` wrote into a folder."""
    return {
        path.stem: [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
        for path in sorted(folder.glob("*.jsonl"))
    }


@dataclass(frozen=True)
class Judged:
    """One answer and its truth."""

    tables: Tables
    truth: Row

    @cached_property
    def page_of(self) -> dict[str, str]:
        """The truth's name of each article's page, by the article's id."""
        names = {page.get("id", page["file"]): page["file"] for page in self.truth["pages"]}
        names |= {page["file"]: page["file"] for page in self.truth["unread"]}
        return {
            article["id"]: names[end]
            for article in self.tables["articles"]
            for end in map(_end, article["sources"])
            if end in names
        }

    @cached_property
    def article_of(self) -> dict[str, Row]:
        """The article of each page that was read, by the truth's name of the page."""
        articles = {article["id"]: article for article in self.tables["articles"]}
        return {page: articles[one] for one, page in self.page_of.items()}

    @cached_property
    def pages(self) -> dict[str, Row]:
        """What is true of each page."""
        return {page["file"]: page for page in self.truth["pages"]}

    def names(self, articles: list[str]) -> frozenset[str]:
        """Return the pages of some articles."""
        return frozenset(self.page_of[one] for one in articles if one in self.page_of)

    @cached_property
    def event_of(self) -> dict[str, Row]:
        """The event of the answer that shares most pages with each true event, by the truth's key."""
        best = {}
        for true in self.truth["events"]:
            ranked = sorted(
                self.tables["events"],
                key=lambda row: (-len(self.names(row["articles"]) & set(true["pages"])), row["id"]),
            )
            if ranked and self.names(ranked[0]["articles"]) & set(true["pages"]):
                best[true["key"]] = ranked[0]
        return best

    @cached_property
    def speakers(self) -> dict[str, Row]:
        """The speakers of the answer by id."""
        return {row["id"]: row for row in self.tables["speakers"]}

    @cached_property
    def people(self) -> dict[str, Row]:
        """The true speakers by name."""
        return {row["name"]: row for row in self.truth["speakers"]}


def _end(source: str) -> str:
    """Return the last part of a path, with the line of a row behind it; a row's own id as it is."""
    return source.rstrip("/").rsplit("/", 1)[-1]
