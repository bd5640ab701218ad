"""The pages that share words with one page, on a terminal."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence

from stemmata.model import Explanation, Reuse
from stemmata.show.words import count, page_name

WIDTH = 80
"""Columns of the answer."""
_MOST = 40
"""Neighbours drawn before the rest is counted."""


def neighbourhood(page: str, found: Sequence[Explanation]) -> str:
    """Return each neighbour of ``page``, as it was asked for, with what it is to it, how much they share and in which way."""
    name = page_name(found[0].left) if found else page
    heads = (
        f"{name} → {count(len(found), 'page')} that {'shares' if len(found) == 1 else 'share'} words with it"
    )
    if not found:
        return f"{name} → no page here shares words with it\n"
    parts = [heads, *("\n".join(_neighbour(one)) for one in found[:_MOST])]
    if len(found) > _MOST:
        parts.append(f"and {len(found) - _MOST} more; --json shows all")
    return "\n\n".join(parts) + "\n"


def _neighbour(one: Explanation) -> Iterator[str]:
    """Yield the name and the verdict, then the shares and the kinds of passages."""
    yield _folded(f"{page_name(one.right)} · {one.relation.value}", "")
    if one.path:
        yield f"  confidence {one.confidence:.2f}"
    yield f"  {one.left_shared:4.0%} of this page, {one.right_shared:4.0%} of that one"
    if one.passages:
        yield _folded(_kinds(one), "  ")


def _kinds(one: Explanation) -> str:
    """Count the passages by kind, in the order from the same words to the least."""
    kinds = Counter(passage.kind for passage in one.passages)
    told = [f"{kinds[kind]} {kind.value}" for kind in Reuse if kinds[kind]]
    return f"{count(len(one.passages), 'passage')}: {', '.join(told)}"


def _folded(text: str, indent: str) -> str:
    return textwrap.fill(
        " ".join(text.split()),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_on_hyphens=False,
    )
