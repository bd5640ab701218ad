"""The tree of the real pages that lie beside the project."""

from pathlib import Path

import pytest

from stemmata.lineage import build_stemma
from stemmata.model import Article, Family, LinkKind, Media, NodeKind, Page, Stemma
from stemmata.read import read_page


@pytest.fixture(scope="module")
def stemma(shared: Path) -> Stemma:
    pages = [_read(path) for path in sorted((shared / "seeds").glob("00[0134]_*.txt"))]
    members = tuple(sorted(page.id for page in pages))
    return build_stemma(Family("f", (), members), pages, (), ())


@pytest.mark.shared
def test_four_pages_go_back_to_one_origin(stemma: Stemma) -> None:
    assert [(len(origin.articles), origin.agency) for origin in stemma.origins] == [(4, "AP")]


@pytest.mark.shared
def test_no_rewrite_is_the_source_of_a_version(stemma: Stemma) -> None:
    made = {link.child: link for link in stemma.links}
    rewrites = {link.child for link in stemma.links if link.kind in {LinkKind.REWRITE, LinkKind.PARAPHRASE}}

    assert len(rewrites) == 2
    assert not any(link.parent in rewrites for link in made.values())


@pytest.mark.shared
def test_the_paraphrase_hangs_on_a_lost_version(stemma: Stemma) -> None:
    lost = [node for node in stemma.nodes if node.kind is NodeKind.LOST]
    children = [link.kind for link in stemma.links if lost and link.parent == lost[0].id]

    assert children == [LinkKind.PARAPHRASE]
    assert len(lost[0].readings) > 10


def _read(path: Path) -> Article:
    page = read_page(Page(path.name, path.read_bytes(), Media.TEXT))
    assert isinstance(page, Article)
    return page
