"""Trees of the run before that still hold: those of families that nothing new has touched."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from stemmata.model import Article, Case, Link, Node, Origin, Passage, Stemma, Written
from stemmata.tables import plain


class Grounds(NamedTuple):
    """Everything that the tree of one family is grown from."""

    articles: tuple[Article, ...]
    passages: tuple[Passage, ...]
    written: tuple[Written, ...]
    templates: frozenset[str]
    """Those of its pages that one template of several sites made."""


def grounds_of(case: Case) -> dict[str, Grounds]:
    """Return the grounds of every family's tree, by the family's id."""
    articles = {article.id: article for article in case.articles}
    written = {one.article: one for one in case.written}
    home = {member: family.id for family in case.families for member in family.articles}
    templates = {page for network in case.networks if network.template for page in network.articles}
    inside: dict[str, list[Passage]] = defaultdict(list)
    for passage in case.passages:
        if home.get(passage.left) == home.get(passage.right, ""):
            inside[home[passage.left]].append(passage)
    return {
        family.id: Grounds(
            tuple(articles[one] for one in family.articles),
            tuple(inside[family.id]),
            tuple(written[one] for one in family.articles if one in written),
            frozenset(templates.intersection(family.articles)),
        )
        for family in case.families
    }


def kept_trees(
    before: Case, grounds: Mapping[str, Grounds], made_by: tuple[object, ...]
) -> dict[str, Stemma]:
    """Return the trees of ``before`` by family, where the family's grounds are still the same.

    ``made_by``: version, settings and kernels of the run that asks; trees of another are grown anew.
    """
    run = before.run
    if run is None or (run.version, run.settings, run.kernels) != made_by:
        return {}
    old = grounds_of(before)
    same = {name for name, ground in grounds.items() if _alike(old.get(name), ground)}
    nodes: dict[str, list[Node]] = defaultdict(list)
    links: dict[str, list[Link]] = defaultdict(list)
    origins: dict[str, list[Origin]] = defaultdict(list)
    for node in before.nodes:
        nodes[node.family].append(node)
    for link in before.links:
        links[link.family].append(link)
    for origin in before.origins:
        origins[origin.family].append(origin)
    return {name: Stemma(name, tuple(nodes[name]), tuple(links[name]), tuple(origins[name])) for name in same}


def _alike(old: Grounds | None, new: Grounds) -> bool:
    """Whether two grounds are the same as stored, in whatever order their passages were found."""
    if old is None or (old.articles, old.templates) != (new.articles, new.templates):
        return False
    if set(old.passages) != set(new.passages):
        return False
    return [*map(plain, old.written)] == [*map(plain, new.written)]
