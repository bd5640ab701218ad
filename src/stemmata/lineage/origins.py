"""Where a family's reporting comes from: the roots of its tree."""

from collections import Counter

from stemmata.lineage.credits import agencies
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.parents import Parents
from stemmata.lineage.signs.cites import cited_outlet
from stemmata.lineage.tree import Tree
from stemmata.model import Evidence, How, Origin, content_id

_DOUBTED = 0.5  # confidence that a text is a beginning of its own where passages tie it to another


def find_origins(
    lineup: Lineup, tree: Tree, parents: Parents, ids: dict[int, str], family: str
) -> tuple[Origin, ...]:
    """Return one origin a root: the agency or outlet it names, and the pages that go back to it."""
    return tuple(
        sorted(
            (_origin(lineup, tree, parents, ids, family, root) for root in tree.children(None)),
            key=lambda origin: origin.id,
        )
    )


def _origin(
    lineup: Lineup, tree: Tree, parents: Parents, ids: dict[int, str], family: str, root: int
) -> Origin:
    below = [node for node in tree.below(root, merged=True) if node not in tree.lost]
    pages = sorted(page.id for node in below for page in lineup.states[node].articles)
    agency, evidence = _agency(lineup, tree, root, below)
    why = _independence(lineup, tree, root, below)
    sure = _sureness(lineup, tree, parents, root, set(below))
    return Origin(
        content_id("o", family, ids[root]), family, ids[root], agency, tuple(pages), sure, (*why, *evidence)
    )


def _sureness(lineup: Lineup, tree: Tree, parents: Parents, root: int, below: set[int]) -> float:
    """Return how sure it is that nothing outside its own descendants was the root's source."""
    if root in tree.lost:
        return tree.lost[root].confidence
    rivals = sum(chance for who, chance in parents.chances[root] if who is not None and who not in below)
    surest = _DOUBTED if _may_derive(lineup, root, below) else lineup.settings.surest
    return min(surest, 1 - rivals)


def _may_derive(lineup: Lineup, root: int, below: set[int]) -> bool:
    """Whether passages tie a root that credits nobody to a text which is not made from it, too weakly for an arrow."""
    settings = lineup.settings
    ties = [lineup.tie(root, one) for one in lineup.tied(root) if one not in below]
    return not lineup.credits[root] and any(
        tie.share >= settings.doubtful and tie.passages >= settings.passages for tie in ties
    )


def _agency(
    lineup: Lineup, tree: Tree, root: int, below: list[int]
) -> tuple[str | None, tuple[Evidence, ...]]:
    """Return whom the root's pages credit; else the outlet that a text made from it names; else whom most descendants credit.

    Failing all, the outlet that stands alone.
    """
    if root not in tree.lost:
        named = lineup.states[root].credits
        if named:
            agency, place = named[0]
            return agency, (Evidence("root-credits", f"{lineup.name(root)} names {agency}.", 0.9, (place,)),)
        outlets = [
            cited_outlet(lineup.pair(root, node)) for node in tree.children(root) if node not in tree.lost
        ]
        if cited := min(filter(None, outlets), default=None):
            return cited, (Evidence("descendants-name", f"A text made from it names {cited}.", 0.8),)
    own = set(tree.below(root)) - set(tree.lost)
    votes = Counter(agency for node in below if node in own for agency in agencies(lineup.states[node]))
    if votes:
        agency = min(votes, key=lambda one: (-votes[one], one))
        says = f"{votes[agency]} of the texts made from it credit {agency}."
        return agency, (Evidence("descendants-credit", says, 0.6),)
    return _outlet(lineup, tree, root), ()


def _outlet(lineup: Lineup, tree: Tree, root: int) -> str | None:
    if root in tree.lost:
        return None
    state = lineup.states[root]
    clean = {witness.article for witness in state.witnesses if witness.how is How.CLEAN}
    names = sorted({page.publisher or page.site or "" for page in state.articles if page.id in clean} - {""})
    return names[0] if names else None


def _independence(lineup: Lineup, tree: Tree, root: int, below: list[int]) -> tuple[Evidence, ...]:
    """Say why the root counts as a beginning."""
    others = [node for node in tree.children(None) if node != root]
    pages = sum(len(lineup.states[node].articles) for node in below)
    name = tree.lost[root].label if root in tree.lost else lineup.name(root)
    if others:
        says = f"{name} shares too little wording outside quotations with the other stories to have come from them."
    elif pages == 1:
        says = f"No other page here shares enough of the wording of {name} to be its source."
    else:
        says = f"All {pages} pages go back to one text, here {name}, by their shared wording."
    return (Evidence("root", says, 0.8),)
