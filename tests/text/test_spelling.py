import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.text.spelling import spelling
from stemmata.text.stems import stem


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("modernise", "modernize"),
        ("organisations", "organizations"),
        ("analysed", "analyzed"),
        ("defence", "defense"),
        ("calibre", "caliber"),
        ("kilometres", "kilometers"),
        ("neighbouring", "neighboring"),
        ("colourful", "colorful"),
        ("travelled", "traveled"),
        ("jewellery", "jewelry"),
        ("programme", "program"),
        ("manoeuvres", "maneuvers"),
        ("sceptical", "skeptical"),
        ("towards", "toward"),
        ("judgement", "judgment"),
        ("cheques", "checks"),
        ("centred", "centered"),
        ("catalogued", "cataloged"),
        ("cancelled", "canceled"),
        ("leukaemia", "leukemia"),
        ("whilst", "while"),
        ("misbehaviour", "misbehavior"),
    ],
)
def test_both_spellings_have_one_key(british: str, american: str) -> None:
    assert spelling(british) == spelling(american)


@pytest.mark.parametrize(
    "word",
    [
        "surprise",
        "exercised",
        "called",
        "propelled",
        "controlled",
        "hour",
        "tour",
        "source",
        "fire",
        "metric",
        "compromised",
        "programmed",
        "four",
    ],
)
def test_words_without_a_variant_stay_as_they_are(word: str) -> None:
    assert spelling(word) == word


@given(st.text(alphabet="abceilmorsuzd'", max_size=14))
def test_a_key_is_its_own_key(word: str) -> None:
    assert spelling(spelling(spelling(word))) == spelling(spelling(word))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("inspections", "inspected"),
        ("boosted", "boost"),
        ("production", "produced"),
        ("expansion", "expanding"),
        ("readiness", "ready"),
        ("factories", "factory"),
        ("said", "says"),
        ("planned", "plan"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("missile", "missal"), ("port", "party"), ("united", "union"), ("news", "new")]
)
def test_unlike_words_keep_unlike_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)
