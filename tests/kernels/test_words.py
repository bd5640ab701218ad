import numpy as np
import pytest

from stemmata.errors import BadInput, UsageError
from stemmata.kernels import Tokens, fold, hash_word, minhash, shingle, tokenise, tokenise_utf8


def words(text: str) -> list[str]:
    tokens = tokenise([text])
    return [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]


def folded(text: str) -> list[str]:
    return [fold(word) for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("North Korea’s", ["north", "korea's"]),
        ("U.S.", ["u", "s"]),
        ("2,000 and 3.5.", ["2,000", "and", "3.5"]),
        ("the 1990's", ["the", "1990", "s"]),
        ("'twas the writers' rock ’n’ roll", ["twas", "the", "writers", "rock", "n", "roll"]),
        ("up-to-date—no", ["up", "to", "date", "no"]),
        ("Straße ÉTÉ İzmir", ["strasse", "ete", "izmir"]),
        ("朝鲜2023年", ["朝", "鲜", "2023", "年"]),
        ("カ\u3099ある", ["カ\u3099", "あ", "る"]),
        ("ไทยที่", ["ไ", "ท", "ย", "ที่"]),
        ("dis\u00adin\u200bfor\u2060mation", ["disinformation"]),
        ("1\ufe0f\u20e3 ❤\ufe0f", ["1\u20e3"]),
        ("a\ud800b", ["a", "b"]),
        ("\u0301 \u200d '", []),
    ],
)
def test_words_are_found_as_the_rule_says(text: str, expected: list[str]) -> None:
    found = folded(text)

    assert found == expected


def test_hangul_words_stay_whole() -> None:
    found = words("조선중앙통신은 보도했다")

    assert found == ["조선중앙통신은", "보도했다"]


def test_offsets_count_code_points_past_characters_of_any_size() -> None:
    found = words("😀 é Привет 😀word 中")

    assert found == ["é", "Привет", "word", "中"]


def test_an_invisible_character_after_a_word_is_not_part_of_it() -> None:
    tokens = tokenise(["ab\u200b\u200b cd"])

    assert tokens.ends.tolist() == [2, 7]


@pytest.mark.parametrize("twin", ["cafe\u0301", "CAFÉ", "ca\u00adfé", "cafe"])
def test_spellings_that_look_alike_hash_alike(twin: str) -> None:
    assert tokenise(["café"]).hashes[0] == tokenise([twin]).hashes[0]


def test_the_hash_of_a_word_is_pinned_because_stores_keep_it() -> None:
    pinned = hash_word("Korea’s")

    assert pinned == 12813122878876419756


def test_each_text_owns_its_rows() -> None:
    tokens = tokenise(["one two", "", "three"])

    assert tokens.rows.tolist() == [0, 2, 2, 3]
    assert len(tokens) == 3


def test_shingles_know_the_order_of_words() -> None:
    there, back = (shingle(tokenise([text]), 2).hashes[0] for text in ("dog bites", "bites dog"))

    assert there != back


def test_a_text_shorter_than_the_width_has_no_shingles() -> None:
    shingles = shingle(tokenise(["a b", "a b c", "d a b c"]), 3)

    assert shingles.rows.tolist() == [0, 0, 1, 3]
    assert shingles.hashes[0] == shingles.hashes[2]


def test_an_empty_text_has_the_greatest_sketch() -> None:
    sketch = minhash(shingle(tokenise(["", "some words"]), 1), slots=5)

    assert (sketch[0] == 0xFFFFFFFF).all()
    assert (sketch[1] < 0xFFFFFFFF).all()


def test_equal_slots_estimate_the_share_of_common_shingles() -> None:
    left = " ".join(f"w{number}" for number in range(300))
    right = " ".join(f"w{number}" for number in range(100, 400))

    sketch = minhash(shingle(tokenise([left, right]), 1), slots=2048)

    assert abs((sketch[0] == sketch[1]).mean() - 0.5) < 0.04


def test_an_impossible_width_or_number_of_slots_is_refused_in_words() -> None:
    tokens: Tokens = tokenise(["a"])

    with pytest.raises(UsageError, match="one word or more"):
        shingle(tokens, 0)
    with pytest.raises(UsageError, match="one slot or more"):
        minhash(shingle(tokens, 1), slots=0)


def test_the_folded_form_of_a_folded_form_is_itself() -> None:
    words_ = ["ŉ", "ẞ", "İ", "ﬃ", "Ǆ", "조", "ﷺ", "㎏", "Ⅷ", "ͅ"]

    assert [fold(fold(word)) for word in words_] == [fold(word) for word in words_]


def test_bounds_outside_the_data_are_refused() -> None:
    data = np.frombuffer(b"some words", np.uint8)

    for bounds in ([0, 11], [-1, 3], [5, 2], []):
        with pytest.raises(BadInput):
            tokenise_utf8(data, np.array(bounds, np.int64))
