"""Short lines made marks: by hand, and alike on both backends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.kernels.masks import mask, slow_mask


@given(st.text("aB Z1.,:/-#*' _\t\x1c\n9éÉ×’٣漢İΣ²", max_size=24), st.booleans())
def test_both_backends_make_the_same_mark(line: str, label: bool) -> None:
    assert mask(line, label=label) == slow_mask(line, label=label)


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("Photos by Anna Kern, 12 of 30", "photos by *, # of #"),
        ("Updated 3/4/2031 12:07", "updated #"),
        ("Menu", "menu"),
    ],
)
def test_names_and_figures_are_cut(line: str, made: str) -> None:
    assert mask(line, label=False) == made


def test_a_label_keeps_its_capitals_small() -> None:
    assert mask("Read More  Here", label=True) == "read more here"
