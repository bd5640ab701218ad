"""Articles of one line."""

from collections.abc import Callable

import pytest

from stemmata.model import Article, Block, Role, Span, content_id


def _story(line: str, **facts: object) -> Article:
    made = {
        "id": content_id("a", line), "source": "page", "sources": ("page",), "url": None, "site": None,
        "publisher": None, "fetched": None, "sha256": "", "title": None, "authors": (), "byline": None, "text": line,
        "blocks": (Block(Span(0, len(line)), Role.BODY),), "dateline": None, "credits": (), "declared": (),
        "language": "en", "stamps": (), **facts,
    }  # fmt: skip
    return Article(**made)  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def story() -> Callable[..., Article]:
    """Return what makes an article of one line of body."""
    return _story
