"""Two stories of which one tells the other in different words from beginning to end."""

from collections.abc import Callable

from stemmata.model import Article, Reuse
from stemmata.reuse import ReuseSettings, compare

SETTINGS = ReuseSettings()
FIRST = """The lighthouse on Carrow Point will be sold to the highest bidder in May, the port authority said on Friday.
It has stood dark since a storm smashed its lamp four years ago.
Forty-one people have asked for the papers so far.
Fishermen want the tower to be lit again because two boats ran aground last winter.
The authority expects to get at least 300,000 for it."""
RETOLD = """Two vessels hit the rocks last winter, which is why fishers demand a light.
But the port authority wants money: the highest bid gets the Carrow Point lighthouse in May, it announced on Friday.
Since its lamp was destroyed in a storm four years back it has been dark.
So far 41 persons have requested the documents.
No less than 300,000 is expected."""
OWN = """Winter storms have cost the fishing fleet of Carrow dear, with nine boats damaged since November.
Insurers will decide in May how much they pay, the fishermen's cooperative said on Friday.
Its chairwoman, Ada Prowse, spoke of a lost year and asked the county for 300,000.
The county has promised an answer by Easter.
Many crews now work on the mainland, in the shipyards of Tole."""


def test_a_story_told_in_other_words_is_found_sentence_by_sentence(make: Callable[..., Article]) -> None:
    found = compare(make(FIRST, "first"), make(RETOLD, "retold"), SETTINGS)

    assert len([one for one in found if one.kind.derives]) >= 4
    assert Reuse.PARAPHRASE in {one.kind for one in found}


def test_a_story_of_its_own_about_the_same_place_is_not(make: Callable[..., Article]) -> None:
    found = compare(make(FIRST, "first"), make(OWN, "own"), SETTINGS)

    assert not [one for one in found if one.kind.derives]


def test_numbers_in_words_and_figures_meet(make: Callable[..., Article]) -> None:
    left = make(
        "They counted twenty-one seals, two hundred gulls and 4,000 terns on the northern skerries.", "a"
    )
    right = make("They counted 21 seals, 200 gulls and four thousand terns on the northern skerries.", "b")

    assert any(one.likeness > 0.99 for one in compare(left, right, SETTINGS))


def test_two_stories_of_one_frame_with_other_numbers_are_two(make: Callable[..., Article]) -> None:
    left = make(
        "Exports of the island passed 700 million this year for the first time, the customs office said.\n"
        "It was 13 percent more than a year before and the best result since 1948.\n"
        "The island now stands in 6th place among exporters of the region.",
        "exports",
    )
    right = make(
        "Mergers on the island passed 450 million this year for the first time, the registry office said.\n"
        "It was 50 percent more than a year before and the best result since 2021.\n"
        "The island now stands in 3rd place among markets of the region.",
        "mergers",
    )

    assert not [one for one in compare(left, right, SETTINGS) if one.kind is Reuse.PARAPHRASE]


LAUNDRY = """A gas explosion wrecked a laundry in the port of Pellin on Tuesday morning, injuring two people, officials said.
The blast, shortly before 7 a.m., blew out the shop’s windows and damaged six parked cars, fire chief Ana Brisco told reporters.
Eskgas said it had cut supply to 120 homes. The explosion came two weeks after a blast at a bakery in Tarnova killed six people.
“We do not see a link,” Brisco said."""
BAKERY = """The death toll from a gas explosion that tore through a bakery in the old town of Tarnova rose to six on Tuesday evening after rescuers found the bodies of a couple under the rubble, officials said.
Prosecutors in Brennick said they had opened an investigation into possible negligence.
The blast, shortly after 5 a.m. on Millwright Street, brought down the front of a three-storey building and shattered windows up to 200 metres away, fire chief Bartel Okun told reporters at the scene. Twenty-three people were injured.
Among the dead were two bakers who had been preparing the morning bread, according to Mayor Lidia Sorrel. The other victims lived on the upper floors.
The regional gas company, Eskgas, said it had cut supply to 340 homes and sent a team to look into the cause. Its chief executive, Maarten Dray, said the company had no record of complaints from the street.
Neighbours said they had complained of a smell of gas since Sunday. “My daughter called them twice,” said Oren Malk, 61, who lives opposite. “They told her to open a window.”"""


def test_two_happenings_of_one_frame_are_not_one_story(make: Callable[..., Article]) -> None:
    found = compare(make(LAUNDRY, "laundry"), make(BAKERY, "bakery"), SETTINGS)

    assert not [one for one in found if one.kind.derives]
