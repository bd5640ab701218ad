"""Whole trees of invented families."""

import random
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemmata.lineage import build_stemma
from stemmata.model import (
    Article,
    Direction,
    Family,
    How,
    LinkKind,
    Network,
    NodeKind,
    Passage,
    Reuse,
    Stemma,
    Tier,
    content_id,
)

Words = tuple[str, ...]
Make = Callable[..., Article]
Grow = Callable[..., Stemma]
_NAMES = {
    content_id("a", name): name
    for name in ("a.txt", "b.txt", "c.txt", "m.txt", "wire.txt", "cut.txt", "alone.txt", "copy.txt")
}


def test_a_page_alone_is_its_own_origin(first: Words, page: Make, grow: Grow) -> None:
    stemma = grow(page("alone.txt", first, "NPA"))

    assert [origin.agency for origin in stemma.origins] == ["NPA"]
    assert stemma.links == ()


def test_the_same_words_are_one_state_whatever_the_page_looks_like(
    first: Words, page: Make, grow: Grow
) -> None:
    spelt = tuple(part.replace("neighboring", "neighbouring").replace('"', "”") for part in first)
    stemma = grow(
        page("wire.txt", first, "NPA"),
        page("copy.txt", ("Read on", *spelt, "This story has been shortened."), "NPA"),
    )

    assert [len(node.witnesses) for node in stemma.nodes] == [2]


def test_a_text_cut_from_the_bottom_hangs_on_the_whole_one(first: Words, page: Make, grow: Grow) -> None:
    stemma = grow(page("cut.txt", first[:5], "NPA", site="daily.example"), page("wire.txt", first, "NPA"))

    assert _arrows(stemma) == {("wire.txt", "cut.txt", LinkKind.EXCERPT)}
    assert stemma.links[0].direction is Direction.DECIDED


def test_a_credited_page_of_an_outlet_is_a_reprint(first: Words, page: Make, grow: Grow) -> None:
    stemma = grow(page("cut.txt", first, "NPA", site="daily.example"))

    assert [witness.how for witness in stemma.nodes[0].witnesses] == [How.REPRINT]


def test_a_rewording_hangs_on_the_version_whose_readings_it_has(
    first: Words, second: Words, reworded: Words, page: Make, grow: Grow
) -> None:
    stemma = grow(page("a.txt", first, "NPA"), page("b.txt", second, "NPA"), page("c.txt", reworded))

    assert _arrows(stemma) == {
        ("a.txt", "b.txt", LinkKind.REVISION),
        ("b.txt", "c.txt", LinkKind.PARAPHRASE),
    }
    assert any("a.txt alone cannot have been its source" in why for why in _reasons(stemma, "c.txt"))


def test_a_shared_quotation_does_not_make_one_story_depend_on_another(
    first: Words, other: Words, page: Make, grow: Grow
) -> None:
    stemma = grow(page("a.txt", first, "NPA"), page("b.txt", other, "Lakewire"))

    assert sorted(origin.agency or "" for origin in stemma.origins) == ["Lakewire", "NPA"]
    assert stemma.links == ()


def test_a_page_that_joins_two_stories_has_two_parents_and_leaves_two_origins(
    first: Words, other: Words, page: Make, grow: Grow
) -> None:
    both = (*first[:4], *other[2:], *first[6:])
    stemma = grow(page("a.txt", first, "NPA"), page("b.txt", other, "Lakewire"), page("m.txt", both))

    assert _arrows(stemma) == {("a.txt", "m.txt", LinkKind.MERGE), ("b.txt", "m.txt", LinkKind.MERGE)}
    assert len(stemma.origins) == 2
    assert all(len(origin.articles) == 2 for origin in stemma.origins)


def test_a_paragraph_of_another_story_word_for_word_is_had_from_there(
    first: Words, other: Words, page: Make, grow: Grow
) -> None:
    lent = f"{other[3]} {other[5]}"
    stemma = grow(
        page("a.txt", first, "NPA"),
        page("b.txt", other, "Lakewire"),
        page("m.txt", (*first[:5], lent, *first[5:8])),
    )

    assert _arrows(stemma) >= {("b.txt", "m.txt", LinkKind.MERGE)}
    assert len(stemma.origins) == 2


def test_a_standing_sentence_of_an_agency_ties_no_two_of_its_stories(
    first: Words, other: Words, page: Make, grow: Grow
) -> None:
    standing = other[3]
    stemma = grow(
        page("a.txt", first, "NPA"),
        page("b.txt", other, "NPA"),
        page("c.txt", (*first[:5], standing, *first[5:8]), "NPA", site="daily.example"),
    )

    assert all(link.kind is not LinkKind.MERGE for link in stemma.links)


def test_texts_that_keep_different_halves_of_two_versions_meet_in_a_lost_one(
    first: Words, second: Words, reworded: Words, page: Make, grow: Grow
) -> None:
    between = (
        *reworded,
        "Hotels in the upper village stated half of their guests had departed by the evening, mostly on snowmobiles.",
        "The line was constructed 31 years ago and was last overhauled in the spring, when its drive was replaced.",
    )
    later = tuple(part for part in second if not part.startswith(("Hotels", "The makers")))
    stemma = grow(page("a.txt", first, "NPA"), page("b.txt", later, "NPA"), page("c.txt", between))
    lost = [node for node in stemma.nodes if node.kind is NodeKind.LOST]

    around = {
        _name(stemma, end)
        for link in stemma.links
        for end in (link.parent, link.child)
        if lost and lost[0].id in (link.parent, link.child)
    }

    assert around == {"a.txt", "b.txt", "c.txt", "lost"}
    assert any("nineteen of the forty grips" in reading.text for reading in lost[0].readings)


def test_a_briefing_woven_through_a_rewording_speaks_for_a_lost_version(
    second: Words, reworded: Words, page: Make, grow: Grow
) -> None:
    stemma = grow(page("b.txt", second, "NPA"), page("c.txt", _with_briefing(reworded)))
    lost = [node for node in stemma.nodes if node.kind is NodeKind.LOST]

    assert [node.label for node in lost] == ["lost version 2 with the Transport Ministry briefing"]
    assert any("rust that nobody photographed" in reading.text for reading in lost[0].readings)
    assert len(stemma.origins) == 1


def test_a_paragraph_of_a_newsroom_under_its_own_name_is_no_lost_version(
    second: Words, reworded: Words, page: Make, grow: Grow
) -> None:
    own = (
        *reworded,
        'Asked by this newspaper, shopkeeper Ida Krog said she had "never seen the square so empty."',
    )
    stemma = grow(page("b.txt", second, "NPA"), page("c.txt", own, byline="Ada Holm"))

    assert all(node.kind is NodeKind.STATE for node in stemma.nodes)


def test_a_voice_in_one_spot_of_a_text_that_only_rewords_speaks_for_a_lost_version(
    second: Words, reworded: Words, page: Make, grow: Grow
) -> None:
    briefing = [part for part in _with_briefing(reworded) if "Solvang" in part]
    spun = (*reworded[:5], *briefing, *reworded[5:])
    stemma = grow(page("b.txt", second, "NPA"), page("c.txt", spun))

    assert [node.kind for node in stemma.nodes].count(NodeKind.LOST) == 1


def test_the_same_voice_heard_by_the_newsroom_itself_does_not(
    second: Words, reworded: Words, page: Make, grow: Grow
) -> None:
    briefing = [part for part in _with_briefing(reworded) if "Solvang" in part]
    heard = [part.replace("said in a briefing", "told the Valley Post") for part in briefing]
    stemma = grow(page("b.txt", second, "NPA"), page("c.txt", (*reworded[:5], *heard, *reworded[5:])))

    assert all(node.kind is NodeKind.STATE for node in stemma.nodes)


def test_two_copies_that_share_readings_and_drop_other_parts_come_from_a_lost_version(
    first: Words, page: Make, grow: Grow
) -> None:
    later = tuple(
        part.replace("eleven", "nineteen").replace("900", "1,100").replace("31 years", "33 years")
        for part in (first[0] + " The mayor has asked the police for help with the inquiry.", *first[1:])
    )
    stemma = grow(
        page("a.txt", first, "NPA"),
        page("b.txt", (*later[:4], *later[5:])),
        page("c.txt", (*later[:5], *later[6:8])),
    )
    lost = [node for node in stemma.nodes if node.kind is NodeKind.LOST]

    assert len(lost) == 1
    assert sum(link.parent == lost[0].id for link in stemma.links) == 2


def test_two_that_took_other_parts_of_one_release_have_a_lost_source(
    first: Words, page: Make, grow: Grow
) -> None:
    stemma = grow(
        page("a.txt", (*first[1:4], *first[5:8])),
        page("b.txt", (first[8], first[0], *first[1:3], first[4], first[6])),
    )

    assert {(_name(stemma, link.parent)) for link in stemma.links} == {"lost"}
    assert len(stemma.links) == 2


def test_while_nobody_can_tell_no_version_is_called_the_first(
    first: Words, second: Words, page: Make, grow: Grow
) -> None:
    recut = (first[0].replace("eleven", "twelve"), *first[1:])
    stemma = grow(page("a.txt", first, "NPA"), page("b.txt", recut, "NPA"))

    assert sorted(node.label for node in stemma.nodes) == ["NPA version A", "NPA version B"]


def test_versions_in_a_known_order_are_numbered(first: Words, second: Words, page: Make, grow: Grow) -> None:
    hurt = "Doctors treated {} people who were injured when a cabin swung into a mast before the line was stopped."
    early, late = (first[0], hurt.format("three"), *first[1:]), (second[0], hurt.format("seven"), *second[1:])
    stemma = grow(page("a.txt", early, "NPA"), page("b.txt", late, "NPA"))

    assert sorted(node.label for node in stemma.nodes) == ["NPA version 1", "NPA version 2"]


def test_what_an_outlet_adds_under_its_own_name_is_no_version_of_the_agency(
    first: Words, page: Make, grow: Grow
) -> None:
    own = 'Baker Una Falk told the Valley Post she had carried her bread up on foot. "My knees know each step," she said.'
    stemma = grow(
        page("a.txt", first, "NPA"),
        page("b.txt", (*first[:4], own, *first[4:]), "NPA", site="valleypost.example"),
    )

    assert sorted(node.label for node in stemma.nodes) == ["NPA story", "valleypost.example’s edition"]
    assert [link.kind for link in stemma.links] == [LinkKind.COPY]


def test_other_numbers_make_a_revision_of_an_excerpt(first: Words, page: Make, grow: Grow) -> None:
    other = (first[0].replace("eleven", "nineteen"), *first[1:6])
    stemma = grow(page("a.txt", first, "NPA"), page("b.txt", other, "NPA", site="daily.example"))

    assert [link.kind for link in stemma.links] == [LinkKind.REVISION]


def test_passages_tie_a_staff_rewrite_that_has_hardly_a_word_in_a_row_of_its_source(
    first: Words, page: Make
) -> None:
    told = (
        "Passengers in Oskel were left standing on Monday as the council stopped the cable car over cracks.",
        "Eleven grips of forty had hairline damage, which engineers discovered in a check.",
        "Some 900 riders depend on it daily; in winter the road means a drive of nearly two hours.",
        "Lund, the mayor, refused to take risks with people's lives.",
        "A clicking sound heard by a mechanic one morning had given the fault away.",
    )
    wire, rewrite = page("a.txt", first, "NPA"), page("b.txt", told, site="daily.example")
    pairs = zip(
        rewrite.body, (wire.body[0], wire.body[0], wire.body[1], wire.body[2], wire.body[3]), strict=True
    )
    passages = [
        Passage(wire.id, there, rewrite.id, here, Reuse.PARAPHRASE, 0.6)
        if wire.id < rewrite.id
        else Passage(rewrite.id, here, wire.id, there, Reuse.PARAPHRASE, 0.6)
        for here, there in pairs
    ]
    members = tuple(sorted((wire.id, rewrite.id)))
    stemma = build_stemma(Family("f", (), members), (wire, rewrite), passages, ())

    assert _arrows(stemma) == {("a.txt", "b.txt", LinkKind.REWRITE)}


def test_pages_of_one_template_only_wrap_their_text(first: Words, page: Make) -> None:
    one = page("a.txt", first, "NPA")
    network = Network("w", ("x.example", "y.example"), "t1", Tier.CONCLUSIVE, (one.id,), ())
    stemma = build_stemma(Family("f", (), (one.id,)), (one,), (), (), networks=(network,))

    assert [witness.how for witness in stemma.nodes[0].witnesses] == [How.WRAPPED]


def test_what_a_network_repeats_is_no_part_of_the_text(first: Words, page: Make) -> None:
    promise = (
        "We bring you what others leave out, and we have done so for many years in all parts of this land."
    )
    one, two = page("a.txt", (*first, promise), "NPA"), page("b.txt", first, "NPA")
    at = one.body[-1]
    chrome = Passage(one.id, at, "aother", at, Reuse.CHROME, 1.0)
    members = tuple(sorted((one.id, two.id)))
    stemma = build_stemma(Family("f", (), members), (one, two), (chrome,), ())

    assert [len(node.witnesses) for node in stemma.nodes] == [2]


def test_the_order_of_arrival_changes_nothing(
    first: Words, second: Words, reworded: Words, other: Words, page: Make, grow: Grow
) -> None:
    pages = _many(first, second, reworded, other, page)
    answers = [grow(*random.Random(seed).sample(pages, len(pages))) for seed in range(4)]  # noqa: S311

    assert all(answer == answers[0] for answer in answers)


@given(data=st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_page_stands_in_one_state_and_no_text_descends_from_itself(
    data: st.DataObject, first: Words, second: Words, reworded: Words, other: Words, page: Make, grow: Grow
) -> None:
    pieces = [*first, *second, *reworded, *other]
    count = data.draw(st.integers(1, 6))
    picks = [data.draw(st.lists(st.sampled_from(pieces), min_size=0, max_size=8)) for _ in range(count)]
    stemma = grow(*[page(f"{number}.txt", parts) for number, parts in enumerate(picks)])
    pages = [witness.article for node in stemma.nodes for witness in node.witnesses]

    assert len(pages) == len(set(pages)) == count
    assert not any(link.parent in _descendants(stemma, link.child) for link in stemma.links)
    assert {page for origin in stemma.origins for page in origin.articles} == set(pages)


def _with_briefing(paragraphs: Words) -> Words:
    said = (
        'Henrik Solvang, a spokesman for the Transport Ministry, said in a briefing that "the cracks are older than the '
        'winter and deeper than the paint, and rust that nobody photographed does not go away."',
        'Mr. Solvang did not answer when he was asked whether other lines carry the same grips, but called the question "fair."',
    )
    return (*paragraphs[:2], said[0], *paragraphs[2:6], said[1], *paragraphs[6:])


def _many(first: Words, second: Words, reworded: Words, other: Words, page: Make) -> list[Article]:
    return [
        page("a.txt", first, "NPA"),
        page("a2.txt", first, "NPA", site="daily.example"),
        page("b.txt", second, "NPA"),
        page("c.txt", _with_briefing(reworded)),
        page("d.txt", second[:6], "NPA", site="post.example"),
        page("o.txt", other, "Lakewire"),
        page("m.txt", (*first[:4], *other[2:])),
    ]


def _arrows(stemma: Stemma) -> set[tuple[str, str, LinkKind]]:
    return {(_name(stemma, link.parent), _name(stemma, link.child), link.kind) for link in stemma.links}


def _reasons(stemma: Stemma, child: str) -> list[str]:
    return [
        each.says for link in stemma.links if _name(stemma, link.child) == child for each in link.evidence
    ]


def _name(stemma: Stemma, node: str) -> str:
    found = next(one for one in stemma.nodes if one.id == node)
    return _NAMES[found.witnesses[0].article] if found.witnesses else "lost"


def _descendants(stemma: Stemma, node: str) -> set[str]:
    found, waiting = set(), [node]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(link.child for link in stemma.links if link.parent == here)
    return found


def test_only_an_agencys_own_text_of_which_nothing_is_missing_is_a_nearly_certain_source(
    second: Words, reworded: Words, page: Make, grow: Grow
) -> None:
    kept = (*second[:6], second[7], second[9])
    note = "This story has been corrected to show that nineteen grips, not eleven, had cracks."
    spun = page("c.txt", reworded, site="spun.example")
    own = page("a.txt", kept, "NPA", site="npa.example")
    corrected = page("a.txt", (*kept, note), "NPA", site="npa.example")
    reprint = page("a.txt", kept, "NPA", site="daily.example")
    sure, *others = [grow(one, spun).links[0].confidence for one in (own, corrected, reprint)]

    assert sure > 0.95
    assert max(others) < 0.95
