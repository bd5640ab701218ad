"""The invented snippets on which readers of quotations trip: there are enough of them, of every kind, and most are read whole."""

from statements_gold.read import snippets
from statements_own import judged

KINDS = {
    "nested", "dialogue", "interview", "letters", "lyrics", "titles", "irony", "tweets", "said that others said", "ellipses",
    "brackets", "he said she said",
}  # fmt: skip


def test_the_snippets_are_many_and_of_every_kind() -> None:
    found = list(snippets())

    assert len(found) >= 200
    assert {each.kind for each in found} >= KINDS


def test_nine_snippets_of_ten_are_read_whole() -> None:
    whole = [not missed and not false for _, missed, false in map(judged, snippets())]

    assert sum(whole) >= 0.9 * len(whole)
