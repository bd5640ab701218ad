"""A quotation ties two texts of which one says that it has it from the other's outlet."""

from collections.abc import Callable

from stemmata.model import Article
from stemmata.reuse import ReuseSettings, compare
from stemmata.reuse.families import find_families

Make = Callable[..., Article]
TALK = """The dyke warden of Harrow has walked the same six miles every evening for thirty years.
"We wrote to the ministry nine times and they sent us a calendar," Berta Lindqvist says at her kitchen table.
Her boots stand by the stove, and the lamp on the sill is never put out.
Two of her neighbours have sold their cattle since the spring."""
TOLD = """Parliament will debate the state of the sea walls on Thursday, the speaker announced.
The opposition has asked for the files of the last ten years.
"We wrote to the ministry nine times and they sent us a calendar," the warden of Harrow, Berta Lindqvist, {}.
The government wants to wait for an inquiry, which is due in autumn."""


def _families(make: Make, said: str, publisher: str = "The Harrow Gazette") -> int:
    talk = make(TALK, "talk", publisher=publisher)
    told = make(TOLD.format(said), "told", publisher="Capital Post")
    found = find_families((talk, told), compare(talk, told, ReuseSettings()), ReuseSettings())
    return len(found)


def test_a_quotation_with_the_name_of_the_outlet_ties(make: Make) -> None:
    assert _families(make, "told the Harrow Gazette") == 1


def test_a_quotation_without_it_does_not(make: Make) -> None:
    assert _families(make, "told reporters") == 2


def test_nor_does_the_name_of_another_outlet(make: Make) -> None:
    assert _families(make, "told the Harrow Gazette", publisher="Valley Radio") == 2
