"""Why two pages are, or are not, related: side by side on a terminal."""

import textwrap
from collections.abc import Iterator

from stemmata.model import Direction, Explanation, Link, Passage, Relation
from stemmata.show.words import count, page_name

WIDTH = 80
"""Columns of the answer."""

_HALF = (WIDTH - 7) // 2
_REASONS = 12

_REASONS_HEAD = "REASONS  weightiest first: + for, - against; log-odds if fitted, a rule has 0 to 1"


def explained(explanation: Explanation) -> str:
    """Return the verdict, the reasons, then every passage side by side."""
    return "\n\n".join(_parts(explanation)) + "\n"


def _parts(one: Explanation) -> Iterator[str]:
    yield "\n".join(_verdict(one))
    if one.path:
        yield "\n".join(["ARROWS", *(line for link in one.path for line in _arrow(one, link))])
    if one.evidence:
        yield "\n".join([_REASONS_HEAD, *_reasons(one)])
    if one.passages:
        title = f"PASSAGES  {count(len(one.passages), 'passage')}"
        heads = f"  {page_name(one.left)[:_HALF]:<{_HALF}} │ {page_name(one.right)[:_HALF]}"
        yield "\n".join(
            [title, heads, *(line for passage in one.passages for line in _passage(one, passage))]
        )


def _verdict(one: Explanation) -> Iterator[str]:
    yield _folded(f"{one.relation.value.upper()}: {one.says}", "")
    if one.path:
        yield f"confidence {one.confidence:.2f}"
    if one.relation is Relation.SAME:
        return
    yield _folded(
        f"{one.left_shared:.0%} of the body of {page_name(one.left)} and {one.right_shared:.0%} of the body of "
        f"{page_name(one.right)} stand in passages they share (quotations and page chrome aside).",
        "",
    )


def _arrow(one: Explanation, link: Link) -> Iterator[str]:
    told = "direction told" if link.direction is Direction.DECIDED else "direction not told"
    ends = f"{_state(one, link.parent)} → {_state(one, link.child)}"
    yield _folded(f"{ends}: {link.kind.value}, {told} ({link.direction_confidence:.2f})", "  ")
    for rival in link.rivals:
        other = _state(one, rival.parent) if rival.parent else "no source among these pages"
        yield _folded(f"or from: {other} ({rival.confidence:.2f})", "    ")


def _state(one: Explanation, name: str) -> str:
    """Return a state's label and the page it is known by; another state of the family is named by its id."""
    for node in one.states:
        if node.id == name:
            pages = {article.id: page_name(article) for article in (one.left, one.right)}
            known = [pages[each.article] for each in node.witnesses if each.article in pages]
            return f"{node.label} ({known[0]})" if known else node.label
    return f"another text, {name}"


def _reasons(one: Explanation) -> Iterator[str]:
    ranked = sorted(one.evidence, key=lambda reason: -abs(reason.weight))
    for reason in ranked[:_REASONS]:
        yield _folded(f"[{reason.rule}, {reason.weight:+.2f}] {reason.says}", "  ")
    if len(ranked) > _REASONS:
        yield f"  and {len(ranked) - _REASONS} more; --json shows all"


def _passage(one: Explanation, passage: Passage) -> Iterator[str]:
    yield f"  {passage.kind.value} {passage.likeness:.2f} ".ljust(WIDTH - 1, "─")
    left = _column(passage.left_span.of(one.left.text))
    right = _column(passage.right_span.of(one.right.text))
    for at in range(max(len(left), len(right))):
        here = left[at] if at < len(left) else ""
        there = right[at] if at < len(right) else ""
        yield f"  {here:<{_HALF}} │ {there}".rstrip()


def _column(text: str) -> list[str]:
    return textwrap.wrap(" ".join(text.split()), _HALF) or [""]


def _folded(text: str, indent: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  " * bool(indent))
