"""The story LINEAGE tells: pages into states, states into a tree, what is lost put in, beginnings counted."""

from collections.abc import Sequence

from stemmata.lineage.joins import find_joins
from stemmata.lineage.kinds import kinds_of
from stemmata.lineage.labels import label_nodes
from stemmata.lineage.layers import insert_layers
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.links import make_links
from stemmata.lineage.lost import insert_medians, lift_sources
from stemmata.lineage.merges import find_merges
from stemmata.lineage.origins import find_origins
from stemmata.lineage.parents import Parents, find_parents
from stemmata.lineage.relation import kinship
from stemmata.lineage.settings import LineageSettings
from stemmata.lineage.states import find_states
from stemmata.lineage.story import read_story
from stemmata.lineage.ties import ties_of
from stemmata.lineage.tops import join_tops
from stemmata.lineage.tree import Tree
from stemmata.model import (
    Article,
    Direction,
    Evidence,
    Family,
    Link,
    Network,
    Node,
    NodeKind,
    Passage,
    Reuse,
    Span,
    Stemma,
    Written,
    content_id,
)

_SETTINGS = LineageSettings()


def build_stemma(
    family: Family,
    articles: Sequence[Article],
    passages: Sequence[Passage],
    written: Sequence[Written],
    settings: LineageSettings = _SETTINGS,
    networks: Sequence[Network] = (),
) -> Stemma:
    """Build the tree of one family from its articles.

    ``networks`` tell which pages are but the front of a template. Method: collation into readings, signs of direction, the cheapest tree, lost versions at medians and layers,
    second parents, roots (DESIGN.md). Of ``passages`` only chrome is taken (it is no story): sentences are collated
    anew, because a tree asks about three texts at once and passages know two.
    """
    dates = {own.article: own for own in written}
    chrome = _chrome(passages)
    stories = [read_story(article, settings.crosshead, chrome.get(article.id, ())) for article in articles]
    templates = {page for network in networks if network.template for page in network.articles}
    lineup = Lineup(
        find_states(stories, dates, family.id, templates), dates, settings, ties_of(stories, passages)
    )
    tree, parents = grow(lineup)
    ids = _ids(lineup, tree, family.id)
    links = make_links(lineup, tree, parents, ids, family.id)
    nodes = _nodes(lineup, tree, ids, links, family.id)
    return Stemma(family.id, nodes, links, find_origins(lineup, tree, parents, ids, family.id))


def grow(lineup: Lineup) -> tuple[Tree, Parents]:
    """Return the tree of a lineup, lost texts and second parents in it, and how likely each arrow is."""
    kin = kinship(lineup)
    joins = find_joins(lineup, kin)
    parents = find_parents(lineup, joins)
    tree = Tree(dict(enumerate(parents.parents)))
    join_tops(lineup, tree, kin, joins)
    insert_medians(lineup, tree)
    lift_sources(lineup, tree)
    insert_layers(lineup, tree)
    find_merges(lineup, tree, kin, joins)
    return tree, parents


def _chrome(passages: Sequence[Passage]) -> dict[str, list[Span]]:
    """Return for each article what pages of one network repeat around their stories."""
    found: dict[str, list[Span]] = {}
    for passage in passages:
        if passage.kind is Reuse.CHROME:
            found.setdefault(passage.left, []).append(passage.left_span)
            found.setdefault(passage.right, []).append(passage.right_span)
    return found


def _ids(lineup: Lineup, tree: Tree, family: str) -> dict[int, str]:
    """Name states by their smallest page, lost ones by their children."""
    ids = {number: state.id for number, state in enumerate(lineup.states)}
    waiting = list(tree.lost)
    while waiting:
        node = next(one for one in waiting if all(child in ids for child in tree.children(one)))
        ids[node] = content_id("n", family, "lost", *sorted(ids[child] for child in tree.children(node)))
        waiting.remove(node)
    return ids


def _nodes(
    lineup: Lineup, tree: Tree, ids: dict[int, str], links: Sequence[Link], family: str
) -> tuple[Node, ...]:
    told = {link.child for link in links if link.direction is Direction.DECIDED}
    labels = label_nodes(lineup, tree, kinds_of(lineup, tree), {node for node in ids if ids[node] in told})
    nodes = [
        Node(
            ids[number],
            family,
            NodeKind.STATE,
            labels[number],
            state.witnesses,
            (),
            1.0,
            _same_words(lineup, number),
        )
        for number, state in enumerate(lineup.states)
    ]
    nodes.extend(
        Node(
            ids[number],
            family,
            NodeKind.LOST,
            labels[number],
            (),
            lost.readings,
            lost.confidence,
            lost.evidence,
        )
        for number, lost in tree.lost.items()
    )
    return tuple(sorted(nodes, key=lambda node: node.id))


def _same_words(lineup: Lineup, number: int) -> tuple[Evidence, ...]:
    state = lineup.states[number]
    if len(state.witnesses) == 1:
        return ()
    names = ", ".join(article.name for article in state.articles)
    says = f"{names} have the same {len(state.story.words)} words once spelling, dateline and page are set aside."
    return (Evidence("same-words", says, 1.0),)
