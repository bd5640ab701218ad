"""The invented credit lines, look-alikes and datelines of this folder, read as they stand in pages."""

import pytest

from facts_credits import OWN, entries, judged
from facts_datelines import own
from facts_measures import Seen, line
from stemmata.model import Media


def share(seen: list[Seen]) -> tuple[float, float]:
    right, given, wanted = (sum(one[at] for one in seen) for at in (1, 2, 3))
    return right / max(1, given), right / max(1, wanted)


@pytest.mark.parametrize("media", [Media.TEXT, Media.HTML])
def test_credit_lines_are_read_and_look_alikes_are_not(media: Media) -> None:
    seen = [
        judged(media, *entry)
        for name in ("credit_lines.txt", "not_credits.txt")
        for entry in entries(OWN / name)
    ]
    precision, recall = share(seen)

    assert precision >= 0.98
    assert recall >= 0.95


def test_datelines_of_many_newsrooms_are_read() -> None:
    scores = {each.name: float(each.all.split()[5]) for each in own()}

    assert all(score >= 0.97 for score in scores.values()), scores


def test_a_measure_counts_halves() -> None:
    seen = [Seen("a", 1, 1, 1), Seen("b", 0, 1, 1)]

    assert line("x", seen, share=True).even == "1.000 of 1"
