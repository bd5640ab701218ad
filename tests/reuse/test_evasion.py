"""Tricks by which copied text is made to look new do not hide it."""

from collections.abc import Callable

import pytest

from stemmata.model import Article, Reuse
from stemmata.reuse import ReuseSettings, compare

STORY = """Harbour pilots in Tarnmouth refused on Monday to board ships without ladders that meet the new rules.
Two of them fell last winter while climbing from launches in a swell of three metres, and one has not walked since.
The owners of nine vessels promised to replace their ladders by the end of March, the pilots' guild said."""
TRICKS = {
    "no width": "\u200b".join,
    "soft hyphens": lambda text: text.replace("er", "e\u00adr"),
    "Cyrillic lookalikes": lambda text: text.translate(str.maketrans("aeopcxyTHBM", "аеорсхуТНВМ")),
    "wide letters": lambda text: "".join(chr(ord(one) + 0xFEE0) if one.isalpha() else one for one in text),
    "capitals": str.upper,
    "accents": lambda text: text.replace("a", "á").replace("o", "ö"),
}


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_a_disguised_copy_is_a_copy(make: Callable[..., Article], trick: Callable[[str], str]) -> None:
    found = compare(make(STORY, "first"), make(trick(STORY), "second"), ReuseSettings())

    assert {one.kind for one in found} <= {Reuse.EXACT, Reuse.NEAR}
    assert sum(one.left_span.length for one in found) > 0.9 * len(STORY)
