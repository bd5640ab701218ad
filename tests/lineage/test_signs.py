"""Signs of which text came first, one by one and together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemmata.lineage.lineup import Lineup
from stemmata.lineage.numbers import number_of
from stemmata.lineage.pairs import Pair
from stemmata.lineage.settings import LineageSettings
from stemmata.lineage.signs import SIGNS
from stemmata.lineage.states import find_states
from stemmata.lineage.story import read_story
from stemmata.model import Article, Interval, Stamp, Written

Words = tuple[str, ...]
Make = Callable[..., Article]
BY_NAME = {sign.name: sign for sign in SIGNS}


def test_every_sign_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(SIGNS)


@pytest.mark.parametrize("name", ["cut-from-the-bottom", "nothing-of-its-own"])
def test_an_excerpt_shows(name: str, first: Words, page: Make) -> None:
    whole, cut = page("a.txt", first, "NPA"), page("b.txt", first[:5], "NPA", site="daily.example")

    assert _amount(name, whole, cut) == 1.0
    assert _amount(name, cut, whole) == 0.0


@pytest.mark.parametrize("name", ["credit-lost", "dateline-lost", "brackets-dropped", "synonyms"])
def test_a_rewording_shows(name: str, second: Words, reworded: Words, page: Make) -> None:
    wire, spun = page("a.txt", second, "NPA"), page("b.txt", reworded)

    assert _amount(name, wire, spun) > _amount(name, spun, wire)


@pytest.mark.parametrize("end", ["", "...", "…"])
def test_a_text_that_breaks_off_in_mid_sentence_is_a_cut_one(end: str, first: Words, page: Make) -> None:
    whole, cut = page("a.txt", first), page("b.txt", (*first[:3], first[3][:70] + end))

    assert _amount("broken-off", whole, cut) == 1.0
    assert _amount("broken-off", cut, whole) == 0.0
    assert _order(whole, cut) > 1.1


def test_a_text_that_is_the_beginning_of_another_may_be_either(first: Words, page: Make) -> None:
    whole, part = page("a.txt", first), page("b.txt", first[:4])

    assert abs(_order(whole, part)) < 1.1


def test_a_flash_that_opens_the_story_of_the_same_desk_is_the_earlier(first: Words, page: Make) -> None:
    flash, whole = page("a.txt", first[:1], site="wire.example"), page("b.txt", first, site="wire.example")

    assert _order(flash, whole) > 1.1


def test_a_note_that_takes_a_number_back_shows(first: Words, second: Words, page: Make) -> None:
    note = "This story has been corrected to show that nineteen grips, not eleven, had cracks."

    assert _amount("correction-note", page("a.txt", first), page("b.txt", (*second, note))) == 1.0


def test_a_note_that_copies_drop_hardly_counts(second: Words, page: Make) -> None:
    note = "This story has been corrected to show that nineteen grips, not eleven, had cracks."
    cut = page("b.txt", second[:6])

    assert _amount("correction-note", cut, page("a.txt", (*second, note))) < 0.2


def test_news_added_to_a_story_shows(first: Words, second: Words, page: Make) -> None:
    longer = (*second, *first[6:7])

    assert _amount("added-facts", page("a.txt", first, "NPA"), page("b.txt", longer, "NPA")) > 0


def test_sentences_after_the_last_shared_one_are_no_news_added(first: Words, page: Make) -> None:
    short, whole = page("a.txt", first[:5], "NPA"), page("b.txt", first, "NPA")

    assert _amount("added-facts", short, whole) == 0.0
    assert _amount("cut-from-the-bottom", whole, short) > 0


def test_a_short_text_that_two_outlets_carry_is_a_version_not_a_cut(first: Words, page: Make) -> None:
    pages = [page(f"{name}.txt", first[:5], "NPA", site=f"{name}.example") for name in ("daily", "post")]
    lineup = _lineup(*pages, page("b.txt", first, "NPA"))
    whole = _number(lineup, "b.txt")
    mark = BY_NAME["nothing-of-its-own"].look(lineup.pair(whole, 1 - whole))

    assert mark is None


def test_counts_of_the_hurt_grow(first: Words, page: Make) -> None:
    early = (*first, "At least twelve people were injured when a cabin swung into a mast, the hospital said.")
    late = (*first, "At least 19 people were injured when a cabin swung into a mast, the hospital said.")

    assert _amount("counts-grow", page("a.txt", early), page("b.txt", late)) == 1.0
    assert _amount("counts-grow", page("b.txt", late), page("a.txt", early)) == 0.0


def test_other_numbers_have_no_direction(first: Words, second: Words, page: Make) -> None:
    assert _amount("counts-grow", page("a.txt", first), page("b.txt", second)) == 0.0


def test_a_text_with_other_numbers_is_not_cut_from_the_other(first: Words, page: Make) -> None:
    other = tuple(part.replace("eleven", "nineteen") for part in first[:5])
    cut = page("b.txt", other, "NPA", site="daily.example")

    assert _amount("nothing-of-its-own", page("a.txt", first, "NPA"), cut) == 0.0


def test_a_copy_made_from_a_text_does_not_speak_for_its_age(first: Words, second: Words, page: Make) -> None:
    copied = page("c.txt", second[:5])
    lineup = _lineup(page("a.txt", first, "NPA"), page("b.txt", second, "NPA"), copied)
    mark = BY_NAME["others-side-with"].look(lineup.pair(_number(lineup, "b.txt"), _number(lineup, "a.txt")))

    assert mark is None


@pytest.mark.parametrize(("late", "amount"), [("09:00", 0.0), ("21:00", 0.5)])
def test_hours_between_believed_stamps_count_a_little(
    late: str, amount: float, first: Words, second: Words, page: Make
) -> None:
    one = _stamped(page("a.txt", first), "2024-06-12T08:30:00+02:00")
    other = _stamped(page("b.txt", second), f"2024-06-12T{late}:00+02:00")
    day = Interval.day(date(2024, 6, 12))
    dates = {each.id: Written(each.id, day, day.first, (), False, None, ()) for each in (one, other)}
    stories = [read_story(each, LineageSettings().crosshead) for each in (one, other)]
    lineup = Lineup(find_states(stories, dates, "f"), dates, LineageSettings())
    mark = BY_NAME["stamped-earlier"].look(lineup.pair(_number(lineup, "a.txt"), _number(lineup, "b.txt")))

    assert (mark.amount if mark else 0.0) == pytest.approx(amount, abs=0.03)


@pytest.mark.parametrize(
    ("word", "number"),
    [("2,300", 2300), ("9.4", 9.4), ("19th", 19), ("drei", 3), ("bridge", None), ("²", None)],
)
def test_numbers_are_read_in_figures_and_in_words(word: str, number: float | None) -> None:
    assert number_of(word) == number


def test_a_longer_version_under_the_same_credit_shows(first: Words, second: Words, page: Make) -> None:
    assert _amount("grown", page("a.txt", first, "NPA"), page("b.txt", second, "NPA")) > 0
    assert _amount("grown", page("a.txt", first, "NPA"), page("b.txt", second, "Lakewire")) == 0.0


def test_a_short_page_of_an_outlet_may_be_cut_and_does_not_show_news_added(first: Words, page: Make) -> None:
    cut = page("a.txt", first[:5], "NPA", site="daily.example")

    assert _amount("added-facts", cut, page("b.txt", first, "NPA")) == 0.0


def test_two_sentences_made_one_show(page: Make, first: Words) -> None:
    apart = (
        *first,
        "The rope itself is sound, inspectors found. The grips that hold the old cabins are not sound.",
    )
    folded = (*first, "Inspectors found the rope itself sound but not the grips that hold the old cabins.")

    assert _amount("compressed", page("a.txt", apart), page("b.txt", folded)) > 0


def test_titles_put_before_names_show(page: Make, first: Words) -> None:
    bare = (
        *first,
        "Lund met owners on Friday. Lund left before the vote was taken, owners recalled on Sunday.",
    )
    house = (
        *first,
        "Ms Lund met owners on Friday. Ms Lund left before the vote was taken, owners recalled on Sunday.",
    )

    assert _amount("honorifics", page("a.txt", bare), page("b.txt", house)) > 0


def test_spelling_of_another_country_shows(page: Make, first: Words) -> None:
    british = tuple(part.replace("neighboring", "neighbouring").replace("front", "facade") for part in first)
    changed = (*british[:-1], british[-1].replace("could take", "may take"))

    assert _amount("localised-spelling", page("a.txt", first, "NPA"), page("b.txt", changed)) > 0


def test_marks_of_two_kinds_show(page: Make, first: Words) -> None:
    mixed = (*first[:8], "“We wait,” one owner said. " + first[8])

    assert _amount("mixed-quotation-marks", page("a.txt", first), page("b.txt", mixed)) == 1.0


def test_a_quotation_told_in_plain_words_shows(page: Make, first: Words) -> None:
    bare = tuple(part.replace('"', "") for part in first[:-1])

    assert _amount("quotation-marks-lost", page("a.txt", first), page("b.txt", bare)) > 0


def test_other_texts_side_with_the_source(page: Make, first: Words, second: Words, reworded: Words) -> None:
    lineup = _lineup(page("a.txt", first), page("b.txt", second), page("c.txt", reworded))
    wire, spun = _number(lineup, "b.txt"), _number(lineup, "c.txt")
    look = BY_NAME["others-side-with"].look
    there, back = look(lineup.pair(wire, spun)), look(lineup.pair(spun, wire))

    assert there is not None
    assert back is None or there.amount > back.amount


@given(data=st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_speaks_for_one_order_speaks_against_the_other(
    data: st.DataObject, first: Words, second: Words, reworded: Words, page: Make
) -> None:
    pieces = st.lists(st.sampled_from([*first, *second, *reworded]), min_size=1, max_size=9, unique=True)
    lineup = _lineup(page("a.txt", data.draw(pieces), "NPA"), page("b.txt", data.draw(pieces)))
    last = len(lineup.states) - 1

    assert lineup.order(0, last).odds == pytest.approx(-lineup.order(last, 0).odds)


def _stamped(article: Article, value: str) -> Article:
    return replace(article, stamps=(Stamp(value, None, "json-ld"),))


def _amount(name: str, early: Article, late: Article) -> float:
    mark = BY_NAME[name].look(_pair(early, late))
    return mark.amount if mark is not None else 0.0


def _order(early: Article, late: Article) -> float:
    lineup = _lineup(early, late)
    return lineup.order(_number(lineup, early.source), _number(lineup, late.source)).odds


def _pair(early: Article, late: Article) -> Pair:
    lineup = _lineup(early, late)
    return lineup.pair(_number(lineup, early.source), _number(lineup, late.source))


def _lineup(*pages: Article) -> Lineup:
    stories = [read_story(one, LineageSettings().crosshead) for one in pages]
    return Lineup(find_states(stories, {}, "f"), {}, LineageSettings())


def _number(lineup: Lineup, source: str) -> int:
    return next(i for i, state in enumerate(lineup.states) if state.story.article.source == source)


def test_a_mark_of_a_new_version_shows(first: Words, second: Words, page: Make) -> None:
    marked = (f"(2nd LD) {second[0]}", *second[1:])
    wire, update = page("a.txt", first), page("b.txt", marked)

    assert _amount("marked-as-update", wire, update) == 1.0
    assert _amount("marked-as-update", update, wire) == 0.0


def test_words_woven_into_a_version_show(first: Words, second: Words, page: Make) -> None:
    wire, update = page("a.txt", first, "NPA"), page("b.txt", second, "NPA")

    assert _amount("woven-in", wire, update) > 0
    assert _amount("woven-in", update, wire) == 0


def test_sentences_of_ones_own_show(first: Words, other: Words, page: Make) -> None:
    wire, rewrite = page("a.txt", first[:6], "NPA"), page("b.txt", (*first[:4], *other[2:4], *first[4:6]))

    assert _amount("sentences-of-its-own", wire, rewrite) > 0
    assert _amount("sentences-of-its-own", rewrite, wire) == 0


def test_what_stands_below_the_last_common_sentence_may_have_been_cut_and_is_nobodys_own(
    first: Words, page: Make
) -> None:
    assert _amount("sentences-of-its-own", page("a.txt", first[:6]), page("b.txt", first)) == 0


def test_of_two_versions_the_one_that_names_a_later_year_is_the_younger(first: Words, page: Make) -> None:
    early, late = (
        page(f"{year}.txt", (*first[:4], f"The line was closed once before, in {year}.", *first[4:]), "NPA")
        for year in (2007, 2011)
    )

    assert _amount("later-year", early, late) == 1.0
    assert _amount("later-year", late, early) == 0.0
