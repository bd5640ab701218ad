"""Stories that share standing paragraphs, and whether that makes them one family."""

from collections.abc import Callable, Iterable

from stemmata.model import Article, Family, Passage, Role, Stamp

Make = Callable[..., Article]
Trace = Callable[[Iterable[Article]], tuple[list[Passage], tuple[Family, ...]]]

STANDING = """\
The Brask river has burst its banks eleven times since the weir at Olmsted was finished in 1974, and insurers no longer cover houses on the lower quay.
A plan to dig a relief channel through the water meadows was dropped six years ago after the two counties that share the valley could not agree who should pay for it.\
"""
FIRST = f"""\
Flood shuts Olmsted bridge as Brask rises 3.1 metres
The Brask rose 3.1 metres overnight and closed the road bridge at Olmsted on Sunday, stranding 240 campers on Heron island, the county said.
Boats from the Terwick sailing club took the campers off in small groups while the fire service pumped out the cellar of the old corn hall.
{STANDING}\
"""
SECOND = f"""\
Second flood in a month drives 900 from homes in Sandholme
Police told 900 people in Sandholme to leave their homes on Wednesday after a dyke below the Marl sluice gave way along 45 metres.
A school and a bowling alley were opened for the night, and the army was asked for sandbags and for a bridge of pontoons.
{STANDING}\
"""


def dated(make: Make, text: str, name: str, day: str) -> Article:
    """Return an article whose first line is its title, stamped with a day."""
    title = text.split("\n", maxsplit=1)[0]
    stamps = (Stamp(day, None, "meta:date"),) if day else ()
    return make(text, name, lambda line: Role.TITLE if line == title else Role.BODY, stamps=stamps)


def sizes(families: Iterable[Family]) -> list[int]:
    return sorted(len(one.articles) for one in families)


def test_two_floods_told_over_the_same_background_are_two_families(make: Make, trace: Trace) -> None:
    passages, families = trace(
        [dated(make, FIRST, "first", "2022-02-06"), dated(make, SECOND, "second", "2022-03-02")]
    )

    assert sizes(families) == [1, 1]
    assert [one.kind.derives for one in passages] == [True, True]


def test_they_are_two_without_a_stamp_too(make: Make, trace: Trace) -> None:
    _, families = trace([dated(make, FIRST, "first", ""), dated(make, SECOND, "second", "")])

    assert sizes(families) == [1, 1]


def test_the_same_vote_held_a_third_and_a_fourth_time_is_two_families(make: Make, trace: Trace) -> None:
    third = """\
Senate fails to elect speaker in third ballot
The senate of Corvia failed on Monday to elect a speaker in a third ballot, as the farmers' party withheld its votes from Ilona Brandt.
Brandt, a former judge, needs 61 votes in the chamber and has the support of the two parties that signed a pact in spring.
The post has been vacant since the death of Matej Orlo, who held it for nineteen years and is buried in the abbey of his home town.
Members will vote again after the recess, the clerk of the house said, and the rules allow as many rounds as it takes.\
"""
    fourth = (
        third.replace("third", "fourth")
        .replace("Senate fails to elect", "Senate elects")
        .replace("failed on Monday to elect a speaker in a fourth ballot, as", "elected a speaker on Friday in a fourth ballot after")
        .replace("withheld its votes from Ilona Brandt", "gave up its resistance to Ilona Brandt in return for three committees")
        .replace("Members will vote again after the recess, the clerk of the house said, and the rules allow as many rounds as it takes.",
                 "She takes the oath in the great hall next week, her office said, and will name two deputies on the same day.")
    )  # fmt: skip
    _, families = trace([dated(make, third, "third", "2023-05-01"), dated(make, fourth, "fourth", "")])

    assert sizes(families) == [1, 1]


def test_a_weekly_report_of_other_figures_is_another_story(make: Make, trace: Trace) -> None:
    report = """\
Eel prices {}
Glass eels fetched {} crowns a kilo at the Lower Tamsel auction, the fishers' guild said in its weekly note, against {} crowns a week earlier.
Smoked eel stood at {} crowns, and {} crates found no buyer by the time the hall closed.
The guild collects its prices from nine stalls on the fish quay each Friday and leaves out private sales.
Prices are highest before the midsummer feasts, when every household along the Tamsel lays eel on the table.\
"""  # fmt: skip
    spring, autumn = report.format("up", 412, 388, 95, 17), report.format("down", 301, 320, 71, 44)
    _, families = trace(
        [dated(make, spring, "spring", "2022-04-11"), dated(make, autumn, "autumn", "2022-10-03")]
    )

    assert sizes(families) == [1, 1]


TOLL = """\
Quake in Tarvo province kills at least 12
A strong earthquake shook the mountain province of Tarvo early on Tuesday, killing at least 12 people and injuring 90, rescue officials said.
The quake brought down the roof of a crowded tea house in Semlik and cut the only road over the pass, and helicopters could not fly because of fog.
Soldiers with dogs walked in from the garrison at Hollin Gap and reached the first villages after seven hours, the governor's office said.
Tarvo lies where two plates meet and is shaken several times a year, but its stone houses were built before there were any rules for them.\
"""
LATER = (
    TOLL.replace("kills at least 12", "kills 41, hundreds hurt")
    .replace("killing at least 12 people and injuring 90", "killing 41 people and injuring more than 300")
    .replace("rescue officials said", "said Dora Venn, who leads the rescue")
)


def test_a_toll_that_rises_leaves_a_family_one(make: Make, trace: Trace) -> None:
    _, families = trace([dated(make, TOLL, "early", "2021-08-03"), dated(make, LATER, "late", "2021-08-04")])

    assert sizes(families) == [2]


def test_a_false_stamp_on_the_early_version_does_not_part_them(make: Make, trace: Trace) -> None:
    _, families = trace(
        [dated(make, TOLL, "scraped", "2025-01-17"), dated(make, LATER, "late", "2021-08-04")]
    )

    assert sizes(families) == [2]


def test_an_outlet_that_puts_a_lead_of_its_own_before_the_wire_stays_in_the_family(
    make: Make, trace: Trace, wire: Article
) -> None:
    lead = "For Jonas Pell the night ended on the ridge of his own barn, with two goats and a radio that still worked."
    own = f"A night on the barn roof\n{lead}\n" + "\n".join(wire.text.split("\n")[:5])
    _, families = trace([wire, dated(make, own, "own", "2019-04-04")])

    assert sizes(families) == [2]


def test_storms_of_two_names_share_a_frame_and_no_passage(make: Make, trace: Trace) -> None:
    frame = (
        "The weather service on Cape Ardent said {} was moving north at {} knots with gusts of {} knots near its centre"
        " and would pass the Lantern islands by nightfall."
    )
    passages, _ = trace(
        [make(frame.format("Storm Ottilie", 12, 71), "a"), make(frame.format("Storm Percival", 18, 64), "b")]
    )

    assert passages == []


def test_a_rewrite_that_keeps_the_quotations_in_place_joins_the_family(make: Make, trace: Trace) -> None:
    agency = """\
Court clears ferry captain over sinking
A maritime court in Brackwater cleared ferry captain Edda Lohmann on Thursday of all 14 charges over the sinking of the Gannet, in which nobody died.
Judges said the hull had been weakened by a grounding in 2016 that the owner, Saltmarsh Lines, never reported to the inspectors of the port.
“I told them the pumps were failing and they told me to keep to the timetable,” Lohmann said in a statement read by her lawyer.
The prosecutor, Ruud Vasari, had asked for four years and said he would study the ruling before deciding on an appeal.
“The sea forgave us that night, and a court should not be harsher than the sea,” said passenger Tilda Moen, who attended every session.
Saltmarsh Lines said it had replaced the managers concerned and fitted new pumps to all seven of its vessels since the accident.
The Gannet went down within sight of the harbour light in March 2018 after its engine room flooded in a gale.\
"""
    desk = """\
Captain of lost ferry walks free
The skipper of a ferry that sank in sight of port has been acquitted.
Edda Lohmann was found not guilty on all 14 charges by a Brackwater maritime court, which blamed a 2016 grounding that owner Saltmarsh Lines never reported.
“I told them the pumps were failing and they told me to keep to the timetable,” she said through her lawyer.
Ruud Vasari, prosecuting, who wanted four years, is studying the ruling and may appeal.
“The sea forgave us that night, and a court should not be harsher than the sea,” was the verdict of Tilda Moen, a passenger.
New pumps have since gone into all seven Saltmarsh vessels, and the managers have been replaced.
It was March 2018 when a gale flooded the engine room.\
"""
    _, families = trace([dated(make, agency, "agency", ""), dated(make, desk, "desk", "")])

    assert sizes(families) == [2]
