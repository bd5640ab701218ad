"""Institutions and those who lead them are two speakers."""

import pytest

from stemmata.statements.callings import heads


@pytest.mark.parametrize(
    ("body", "leader"),
    [
        ("The weavers' union", "union leader Lena Moss"),
        ("The union", "union leader Lena Moss"),
        ("The party", "party secretary Lena Moss"),
    ],
)
def test_a_body_is_not_the_person_who_leads_it(who, body: str, leader: str) -> None:
    before = who(f"{body} said ninety looms had stopped.", f"“We can wait,” {leader} said.")
    after = who(f"“We can wait,” {leader} said.", f"{body} said ninety looms had stopped.")

    assert before[0] != "Lena Moss" == before[1]
    assert after[1] != "Lena Moss" == after[0]


def test_the_minister_is_the_one_of_that_role(who) -> None:
    names = who(
        "The transport minister said the line would close.", "Transport minister Lena Moss said more."
    )

    assert set(names) == {"Lena Moss"}


def test_what_somebody_is_stands_last_and_before_what_of() -> None:
    assert heads("union leader") == {"leader"}
    assert heads("farmer and mayor of Halde") == {"farmer", "mayor"}
    assert heads("head of the water board") == {"head"}
    assert heads("") == frozenset()
