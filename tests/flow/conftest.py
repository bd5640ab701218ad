"""Articles, states and arrows made by hand."""

from collections.abc import Callable

import pytest

from stemmata.model import (
    Article,
    Block,
    Direction,
    How,
    Link,
    LinkKind,
    Node,
    NodeKind,
    Role,
    Span,
    Witness,
)


@pytest.fixture
def article() -> Callable[..., Article]:
    """Return what makes an article with a text that is one paragraph of body."""

    def make(id_: str, text: str = "The ferry is late.", *sources: str) -> Article:
        return Article(
            id=id_,
            source=(sources or (f"{id_}.txt",))[0],
            sources=sources or (f"{id_}.txt",),
            url=None,
            site=None,
            publisher=None,
            fetched=None,
            sha256="",
            title=None,
            authors=(),
            byline=None,
            text=text,
            blocks=(Block(Span(0, len(text)), Role.BODY),),
            dateline=None,
            credits=(),
            declared=(),
            language="en",
            stamps=(),
        )

    return make


@pytest.fixture
def node() -> Callable[..., Node]:
    """Return what makes a text state with its witnesses; a lost one where there are none."""

    def make(id_: str, *articles: str) -> Node:
        kind = NodeKind.STATE if articles else NodeKind.LOST
        witnesses = tuple(Witness(one, How.CLEAN) for one in articles)
        return Node(id_, "f1", kind, id_, witnesses, (), 1.0, ())

    return make


@pytest.fixture
def link() -> Callable[..., Link]:
    """Return what makes an arrow."""

    def make(parent: str, child: str, direction: Direction = Direction.DECIDED) -> Link:
        return Link("f1", parent, child, LinkKind.COPY, direction, 0.9, False, 0.8, (), ())

    return make
