"""How much of a maker's pages stands in earlier texts."""

from collections.abc import Iterable

from stemmata.model import Direction, How, Node, Span
from stemmata.show.index import Index


def copied_share(found: Index, articles: Iterable[str]) -> float:
    """Return the share (0 to 1) of these articles' body words that stand in an earlier text state.

    Earlier is an ancestor in the stemma by arrows whose direction is told; a page that only wraps or reprints a state which others carry
    cleanly has copied all of it.
    """
    total, copied = 0, 0
    for name in sorted(set(articles)):
        covered = _covered(found, name)
        text = found.articles[name].text
        for block in found.articles[name].body:
            words = _starts(text, block)
            total += len(words)
            copied += _inside(words, covered)
    return copied / total if total else 0.0


def _starts(text: str, span: Span) -> list[int]:
    """Return where the words of a stretch begin, in order."""
    return [
        at
        for at in range(span.start, span.end)
        if not text[at].isspace() and (at == span.start or text[at - 1].isspace())
    ]


def _inside(words: list[int], covered: list[Span]) -> int:
    """Return how many of the words begin inside a covered stretch; both in order."""
    count, at, reach = 0, 0, 0
    for word in words:
        while at < len(covered) and covered[at].start <= word:
            reach = max(reach, covered[at].end)
            at += 1
        count += word < reach
    return count


def sources_of(found: Index, article: str) -> set[str]:
    """Return the articles that carry an earlier text of the article's own, or the same text more directly."""
    home = found.home.get(article)
    return _earlier_articles(found, home) | _cleaner_witnesses(home, article) if home else set()


def _covered(found: Index, article: str) -> list[Span]:
    """Return the stretches of an article that stand in the texts it may have been made from, in order."""
    return sorted(
        one.left_span if one.left == article else one.right_span
        for source in sources_of(found, article)
        for one in found.between(article, source)
        if one.kind.derives
    )


def _earlier_articles(found: Index, home: Node) -> set[str]:
    seen: set[str] = set()
    todo = [home.id]
    while todo:
        for link in found.above.get(todo.pop(), ()):
            if link.direction is Direction.DECIDED and link.parent not in seen:
                seen.add(link.parent)
                todo.append(link.parent)
    return {witness.article for node in seen for witness in found.nodes[node].witnesses}


def _cleaner_witnesses(home: Node, article: str) -> set[str]:
    """Return the witnesses of the same state that carry it more directly than this article."""
    order = {witness.article: _RANK[witness.how] for witness in home.witnesses}
    return {other for other, rank in order.items() if rank < order[article]}


_RANK = {How.CLEAN: 0, How.REPRINT: 1, How.WRAPPED: 2}
