"""The compiled kernels give exactly what the reference gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.kernels import reference
from stemmata.kernels.letters import kind_of
from stemmata.kernels.mixing import hash_word, slot_parameters

compiled = pytest.importorskip("stemmata.kernels._compiled", reason="the compiled kernels were not built")

TRICKY = (
    "aZéÀß'’ʼ.,09½Ⅷ-— \u00ad\u200b\u200d\ufeff\u0301\u0327\u3099\ufe0f\u20e3中文あカｶﾞไที่ກកမ한국"
    "\u1112\u1161\u11ab\ud800\udfff😀𝔘𠀀ŉİıﬁﷺ\u0345عَرَبِيकि१२"
)
texts = st.lists(
    st.one_of(
        st.text(st.sampled_from(TRICKY)),
        st.text(st.characters(exclude_categories=())),
        st.text(st.characters(max_codepoint=255)),
    ),
    max_size=4,
)


def same(left: tuple[np.ndarray, ...], right: tuple[np.ndarray, ...]) -> bool:
    return all(
        np.array_equal(one, two) and one.dtype == two.dtype for one, two in zip(left, right, strict=True)
    )


@given(texts)
def test_the_words_of_any_text_are_the_same(given_texts: list[str]) -> None:
    assert same(compiled.tokenise(given_texts), reference.tokenise(given_texts))


@given(texts)
def test_a_text_in_utf8_gives_the_words_of_the_string(given_texts: list[str]) -> None:
    encoded = [text.encode("utf-8", "surrogatepass") for text in given_texts]
    data = np.frombuffer(b"".join(encoded), np.uint8)
    bounds = np.cumsum([0, *map(len, encoded)], dtype=np.int64)

    from_bytes = compiled.tokenise_utf8(data, bounds)

    assert same(from_bytes, compiled.tokenise(given_texts))
    assert same(from_bytes, reference.tokenise_utf8(data, bounds))


plain = st.text(st.sampled_from("abZ19'., \n-"), max_size=150)


@given(st.lists(st.one_of(plain, st.sampled_from(TRICKY)), max_size=8).map("".join), st.integers(0, 70))
def test_words_of_plain_text_with_odd_letters_are_the_same_wherever_a_block_ends(
    text: str, before: int
) -> None:
    shifted = "x" * before + " " + "plain words of no mark " * 12 + text
    encoded = shifted.encode("utf-8", "surrogatepass")
    bounds = np.array([0, len(encoded)], np.int64)

    found = compiled.tokenise([shifted])

    assert same(found, reference.tokenise([shifted]))
    assert same(found, compiled.tokenise_utf8(np.frombuffer(encoded, np.uint8), bounds))


broken = st.lists(
    st.one_of(
        st.binary(max_size=6),
        st.sampled_from(
            [b"a", b"\xe2\x82", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\xe0\x80\x80"]
        ),
        st.sampled_from(["é".encode(), "中".encode(), "😀".encode(), b"\xf0\x9f\x98", b"\xbf"]),
    )
).map(b"".join)


@given(broken, st.data())
def test_bytes_that_are_no_utf8_are_read_alike(raw: bytes, data: st.DataObject) -> None:
    cuts = data.draw(st.lists(st.integers(0, len(raw)), max_size=3).map(sorted))
    bytes_ = np.frombuffer(raw, np.uint8)
    bounds = np.array([0, *cuts, len(raw)], np.int64)

    assert same(compiled.tokenise_utf8(bytes_, bounds), reference.tokenise_utf8(bytes_, bounds))


@given(texts)
def test_each_word_hashes_as_its_printed_form(given_texts: list[str]) -> None:
    rows, hashes, starts, ends = compiled.tokenise(given_texts)
    owners = np.repeat(np.arange(len(given_texts)), np.diff(rows))

    expected = [
        hash_word(given_texts[owner][start:end])
        for owner, start, end in zip(owners, starts, ends, strict=True)
    ]

    assert hashes.tolist() == expected


@pytest.mark.slow
def test_every_code_point_is_of_the_same_kind_and_fold() -> None:
    characters = [f"x{chr(code)}y" for code in range(0x110000)]

    assert same(compiled.tokenise(characters), reference.tokenise(characters))


def test_a_code_point_of_every_page_is_of_the_same_kind_and_fold() -> None:
    characters = [f"x{chr(code)}y" for code in (*range(0x600), *range(0x600, 0x110000, 101))]

    assert same(compiled.tokenise(characters), reference.tokenise(characters))


counts = st.lists(st.integers(0, 9), max_size=5)
numbers = st.integers(0, 2**64 - 1)


@given(counts, st.integers(1, 6), st.data())
def test_shingles_are_the_same(lengths: list[int], width: int, data: st.DataObject) -> None:
    rows = np.cumsum([0, *lengths], dtype=np.int64)
    size = int(rows[-1])
    hashes = np.array(data.draw(st.lists(numbers, min_size=size, max_size=size)), np.uint64)

    assert same(compiled.shingle(rows, hashes, width), reference.shingle(rows, hashes, width))


@given(counts, st.sampled_from([1, 3, 63, 64, 65, 128, 200]), st.integers(0, 2**70), st.data())
def test_sketches_are_the_same(lengths: list[int], slots: int, seed: int, data: st.DataObject) -> None:
    rows = np.cumsum([0, *lengths], dtype=np.int64)
    size = int(rows[-1])
    hashes = np.array(data.draw(st.lists(numbers, min_size=size, max_size=size)), np.uint64)

    parameters = slot_parameters(slots, seed)

    assert same(
        (compiled.minhash(rows, hashes, *parameters),), (reference.minhash(rows, hashes, *parameters),)
    )


@pytest.mark.parametrize("character", sorted(set(TRICKY)))
def test_a_long_run_of_one_character_takes_linear_time(character: str) -> None:
    text = "a" + character * 20_000 + "b"

    assert same(compiled.tokenise([text]), reference.tokenise([text]))
    assert kind_of(character) in "a1mhz'. "


def test_rows_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="rows must rise"):
        compiled.shingle(np.array([0, 5], np.int64), np.zeros(2, np.uint64), 1)


def test_only_strings_are_tokenised() -> None:
    with pytest.raises(TypeError, match="strings"):
        compiled.tokenise([b"bytes"])
