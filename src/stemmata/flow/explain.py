"""Why two pages of a case are, or are not, related."""

from collections import deque

from stemmata.model import (
    Article,
    Case,
    Direction,
    Event,
    Evidence,
    Explanation,
    Link,
    Network,
    Node,
    NodeKind,
    Passage,
    Relation,
    Reuse,
    Span,
)


def explain(case: Case, left: str, right: str) -> Explanation:
    """Say what article ``right`` is to article ``left`` (ids), with everything the case holds on the two."""
    articles = {article.id: article for article in case.articles}
    here, there = articles[left], articles[right]
    passages = _between(case, left, right)
    path = _path(case, _node_of(case, left), _node_of(case, right))
    relation = _relation(case, left, right, passages, path)
    return Explanation(
        left=here,
        right=there,
        relation=relation,
        says=_ONE.format(here.name)
        if left == right
        else _SAYS[relation].format(left=here.name, right=there.name),
        left_shared=_share(here, [one.left_span for one in passages if one.kind.derives]),
        right_shared=_share(there, [one.right_span for one in passages if one.kind.derives]),
        passages=passages,
        path=path,
        states=_states(case, path),
        confidence=_confidence(path),
        evidence=_alike(case, here, there)
        if relation is Relation.SAME
        else _evidence(case, left, right, path),
    )


def _between(case: Case, left: str, right: str) -> tuple[Passage, ...]:
    """Return the pair's passages as seen from ``left``, in the order of its text."""
    found = []
    for one in case.passages:
        if (one.left, one.right) == (left, right):
            found.append(one)
        elif (one.left, one.right) == (right, left):
            found.append(Passage(left, one.right_span, right, one.left_span, one.kind, one.likeness))
    return tuple(sorted(found, key=lambda one: (one.left_span, one.right_span)))


def _node_of(case: Case, article: str) -> str | None:
    return next(
        (node.id for node in case.nodes if any(witness.article == article for witness in node.witnesses)),
        None,
    )


def _path(case: Case, start: str | None, end: str | None) -> tuple[Link, ...]:
    """Return the arrows from one state up to the nearest common ancestor and down to the other; or none.

    A page that merges two texts is the child of both and ties neither to the other.
    """
    if start is None or end is None or start == end:
        return ()
    here, there = _climbed(case, start), _climbed(case, end)
    common = [(len(here[one]) + len(there[one]), one) for one in here if one in there]
    if not common:
        return ()
    _, meeting = min(common)
    return (*here[meeting], *reversed(there[meeting]))


def _climbed(case: Case, start: str) -> dict[str, tuple[Link, ...]]:
    """Return every state at or above one, each with the arrows that lead up to it."""
    ways: dict[str, tuple[Link, ...]] = {start: ()}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for link in case.links:
            if link.child == here and link.parent not in ways:
                ways[link.parent] = (*ways[here], link)
                queue.append(link.parent)
    return ways


def _states(case: Case, path: tuple[Link, ...]) -> tuple[Node, ...]:
    """Return every state that the arrows, or their rivals, name."""
    named = {
        name for link in path for name in (link.parent, link.child, *(one.parent for one in link.rivals))
    }
    return tuple(node for node in case.nodes if node.id in named)


def _relation(
    case: Case, left: str, right: str, passages: tuple[Passage, ...], path: tuple[Link, ...]
) -> Relation:
    start, end = _node_of(case, left), _node_of(case, right)
    if start is not None and start == end:
        return Relation.SAME
    if path:
        return _kin(case, path, str(start), str(end))
    if any({left, right} <= {*event.articles} for event in case.events):
        return Relation.EVENT
    if any(one.kind is Reuse.QUOTE for one in passages):
        return Relation.QUOTES
    if any({left, right} <= {*network.articles} and network.template for network in case.networks):
        return Relation.NETWORK
    return Relation.NONE


def _kin(case: Case, path: tuple[Link, ...], start: str, end: str) -> Relation:
    """Say what the state at the end of a path is to the one at its start."""
    ups, here = [], start
    for link in path:
        ups.append(link.child == here)
        here = link.parent if link.child == here else link.child
    lost = {node.id for node in case.nodes if node.kind is NodeKind.LOST}
    untold = any(link.direction is Direction.UNDECIDED and link.parent not in lost for link in path)
    if untold:
        return Relation.UNTOLD
    if all(ups):
        return Relation.ANCESTOR
    return Relation.COUSIN if any(ups) else Relation.DESCENDANT


def _share(article: Article, spans: list[Span]) -> float:
    """Return the share of the body's characters that the spans cover."""
    total = sum(block.length for block in article.body)
    covered, reach = 0, 0
    for span in sorted(spans):
        start = max(span.start, reach)
        covered += max(0, span.end - start)
        reach = max(reach, span.end)
    return min(1.0, covered / total) if total else 0.0


def _confidence(path: tuple[Link, ...]) -> float:
    product = 1.0
    for link in path:
        product *= link.confidence
    return product


def _alike(case: Case, here: Article, there: Article) -> tuple[Evidence, ...]:
    """Return what makes two pages one text state, as its node says; a page needs no reason to be itself."""
    name = _node_of(case, here.id)
    return next((node.evidence for node in case.nodes if node.id == name and here.id != there.id), ())


def _evidence(case: Case, left: str, right: str, path: tuple[Link, ...]) -> tuple[Evidence, ...]:
    """Return the reasons of every arrow on the way; where there is none, what ties the two pages otherwise."""
    reasons = [reason for link in path for reason in link.evidence]
    if path:
        return tuple(dict.fromkeys(reasons))
    groups: tuple[Network | Event, ...] = (*case.networks, *case.events)
    for group in groups:
        if {left, right} <= {*group.articles}:
            reasons.extend(group.evidence)
    return tuple(reasons)


_ONE = "Both names mean one page of the case, {}."
_SAYS = {
    Relation.SAME: "{left} and {right} carry the same text.",
    Relation.ANCESTOR: "The text of {left} derives from the text of {right}.",
    Relation.DESCENDANT: "The text of {right} derives from the text of {left}.",
    Relation.COUSIN: "The texts of {left} and {right} go back to a common source.",
    Relation.UNTOLD: "The texts of {left} and {right} are related; which came first cannot be told.",
    Relation.EVENT: "{left} and {right} report the same event in texts that do not derive from one another.",
    Relation.QUOTES: "{left} and {right} share quotations only; neither text derives from the other.",
    Relation.NETWORK: "{left} and {right} share a page template, not a text.",
    Relation.NONE: "Nothing ties the texts of {left} and {right}, so far as these pages tell; whether they report one event is another question.",
}
