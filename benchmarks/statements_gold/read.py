"""The invented gold for statements, read from its two plain files. What a line means stands at the top of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from stemmata.model import Article, Block, Role, Span

HERE = Path(__file__).parent
FLAG = re.compile(r"\s+(?:!(denied|hypothetical)|<([\w. ]+))$")


class Said(NamedTuple):
    """One true statement of a snippet: whose, which stretches of the text, and how it is told."""

    speaker: str
    content: tuple[Span, ...]
    polarity: str
    relay: str | None


@dataclass(frozen=True)
class Snippet:
    """A few sentences with what is said in them."""

    kind: str
    text: str
    said: tuple[Said, ...]


class Labelled(NamedTuple):
    """One paragraph of a family's article: the claim its statement is (None: none), how it was altered, where it stands."""

    claim: str | None
    altered: str | None
    span: Span


@dataclass(frozen=True)
class Report:
    """One article of a family."""

    site: str
    text: str
    told: tuple[Labelled, ...]


@dataclass(frozen=True)
class Family:
    """Reports of one event."""

    name: str
    reports: tuple[Report, ...]


def snippets() -> Iterator[Snippet]:
    """Yield every snippet with its truth."""
    kind, text, said = "", "", list[Said]()
    for line in (HERE / "snippets.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            kind = line[3:]
        elif line.startswith("= "):
            if line != "= none":
                said.append(_said(text, line[2:], said))
        elif not line and text:
            yield Snippet(kind, text, tuple(said))
            text, said = "", []
        elif line and not line.startswith("#"):
            text = line.replace(" ¶ ", "\n\n")
    if text:
        yield Snippet(kind, text, tuple(said))


def _said(text: str, line: str, before: list[Said]) -> Said:
    polarity, relay = "asserted", None
    while (flag := FLAG.search(line)) is not None and (flag[1] or f"<{flag[2]}" in line):
        polarity, relay = flag[1] or polarity, flag[2] or relay
        line = line[: flag.start()]
    speaker, _, content = line.partition(": ")
    taken = {span for one in before for span in one.content}
    spans: list[Span] = []
    for part in content.split(" + "):
        spans.append(_place(text, part, spans[-1].end if spans else 0, taken))
    return Said(speaker, tuple(spans), polarity, relay)


def _place(text: str, part: str, start: int, taken: set[Span]) -> Span:
    """Return where ``part`` stands; of equal words, those that no statement before has."""
    at = text.find(part, start)
    while at >= 0:
        if Span(at, at + len(part)) not in taken:
            return Span(at, at + len(part))
        at = text.find(part, at + 1)
    if part in text:
        at = text.index(part)
        return Span(at, at + len(part))
    head, cut, tail = part.partition(" ... ")
    first = text.find(head, start)
    last = text.find(tail, first + len(head)) if cut and first >= 0 else -1
    if last < 0:
        raise ValueError(f"{part!r} does not stand in {text!r}")
    return Span(first, last + len(tail))


def families(file: str = "families.txt") -> Iterator[Family]:
    """Yield every family of a file with its labelled reports."""
    name, reports = "", list[Report]()
    site, text, told = "", "", list[Labelled]()
    for line in [*(HERE / file).read_text(encoding="utf-8").splitlines(), "=== "]:
        if line.startswith(("---", "===")):
            if told:
                reports.append(Report(site, text, tuple(told)))
            site, text, told = line[4:], "", []
        if line.startswith("==="):
            if reports:
                yield Family(name, tuple(reports))
            name, reports = line[4:], []
        elif " | " in line and not line.startswith("#"):
            label, _, words = line.partition(" | ")
            claim, _, altered = label.partition("~")
            span = Span(len(text), len(text) + len(words))
            told.append(Labelled(None if claim == "-" else claim, altered or None, span))
            text += words + "\n\n"


def article(name: str, text: str, *, titled: bool = False, language: str = "en") -> Article:
    """Return a page whose paragraphs are parted by empty lines; the first is its title where it is ``titled``."""
    blocks: list[Block] = []
    at = 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            role = Role.TITLE if titled and not blocks else Role.BODY
            blocks.append(Block(Span(at, at + len(paragraph)), role))
        at += len(paragraph) + 2
    return Article(
        id=name, source=name, sources=(name,), url=None, site=None, publisher=None, fetched=None, sha256="", title=None,
        authors=(), byline=None, text=text, blocks=tuple(blocks), dateline=None, credits=(), declared=(),
        language=language, stamps=(),
    )  # fmt: skip
