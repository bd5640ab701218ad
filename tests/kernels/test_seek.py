"""Bytes found in bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.kernels.seek import find_folded, slow_seek


@given(
    st.lists(st.sampled_from([b"<h1", b"<H1>", b"<", b"h", b"\x01", b"!", b"A" * 61, b"q" * 64, b"\xc9"])),
    st.sampled_from([b"<h1", b"a", b"", b":1", b"q" * 65, b"<h1>a", b"\xe9"]),
    st.integers(0, 300),
    st.integers(0, 900),
)
def test_needles_are_found_where_they_stand_in_the_small_text(
    parts: list[bytes], needle: bytes, start: int, end: int
) -> None:
    content = b"".join(parts)

    assert find_folded(content, needle, start, end) == slow_seek(content, needle, start, end)


@pytest.mark.parametrize(("start", "found"), [(0, 1), (2, 200), (201, -1)])
def test_a_needle_is_looked_for_from_a_place_on(start: int, found: int) -> None:
    assert find_folded(b"x<H1" + b"." * 196 + b"<h1", b"<h1", start) == found
