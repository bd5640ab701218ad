"""How much of a maker's pages stands in earlier texts."""

from collections import defaultdict
from collections.abc import Collection

from stemmata.model import Case, How, Node, Span


def copied_share(case: Case, articles: Collection[str]) -> float:
    """Return the share (0 to 1) of these articles' body words that stand in an earlier text state.

    Earlier is an ancestor in the stemma; a page that only wraps or reprints a state which others carry
    cleanly has copied all of it.
    """
    texts = {article.id: article for article in case.articles if article.id in set(articles)}
    total, copied = 0, 0
    for name, article in texts.items():
        covered = _covered(case, name)
        for block in article.body:
            words = _starts(article.text, block)
            total += len(words)
            copied += sum(any(span.start <= at < span.end for span in covered) for at in words)
    return copied / total if total else 0.0


def _starts(text: str, span: Span) -> list[int]:
    """Return where the words of a stretch begin."""
    return [
        at
        for at in range(span.start, span.end)
        if not text[at].isspace() and (at == span.start or text[at - 1].isspace())
    ]


def _covered(case: Case, article: str) -> list[Span]:
    """Return the stretches of an article that stand in the texts it may have been made from."""
    home = next((node for node in case.nodes if _carries(node, article)), None)
    if home is None:
        return []
    sources = _earlier_articles(case, home) | _cleaner_witnesses(home, article)
    spans = [
        one.left_span if one.left == article else one.right_span
        for one in case.passages
        if one.kind.derives
        and ({one.left, one.right} - {article}) <= sources
        and article in (one.left, one.right)
    ]
    return sorted(spans)


def _carries(node: Node, article: str) -> bool:
    return any(witness.article == article for witness in node.witnesses)


def _earlier_articles(case: Case, home: Node) -> set[str]:
    parents: dict[str, list[str]] = defaultdict(list)
    for link in case.links:
        parents[link.child].append(link.parent)
    above = _reached(parents, home.id)
    return {witness.article for node in case.nodes if node.id in above for witness in node.witnesses}


def _reached(parents: dict[str, list[str]], start: str) -> set[str]:
    seen: set[str] = set()
    todo = [start]
    while todo:
        for parent in parents[todo.pop()]:
            if parent not in seen:
                seen.add(parent)
                todo.append(parent)
    return seen


def _cleaner_witnesses(home: Node, article: str) -> set[str]:
    """Return the witnesses of the same state that carry it more directly than this article."""
    order = {witness.article: _RANK[witness.how] for witness in home.witnesses}
    return {other for other, rank in order.items() if rank < order[article]}


_RANK = {How.CLEAN: 0, How.REPRINT: 1, How.WRAPPED: 2}
