"""What ``stemmata sites`` prints of a case."""

from dataclasses import replace

from stemmata.model import Case, Evidence, Network, Tier
from stemmata.show.makers import NARROW, WIDE, makers


def _network(case: Case, **changes: object) -> Network:
    first = next(one for one in case.networks if one.template)
    return replace(first, **changes)  # type: ignore[arg-type]


def test_the_first_line_counts_networks_and_single_sites(case: Case) -> None:
    assert makers(case).splitlines()[0] == "8 pages → 1 network, 1 site alone"


def test_signs_stand_in_tiers_the_strongest_first(case: Case) -> None:
    signs = tuple(
        Evidence(f"template-{tier}", f"a sign that is {tier}", 1.0, ())
        for tier in (Tier.CIRCUMSTANTIAL, Tier.CONCLUSIVE)
    )
    told = makers(replace(case, networks=(_network(case, evidence=signs),)))

    assert told.index("conclusive:") < told.index("a sign that is conclusive") < told.index("circumstantial:")


def test_a_network_says_what_it_copied_or_that_nothing_was_found(case: Case) -> None:
    assert "of their words stand in earlier texts" in makers(case) or "No earlier text" in makers(case)


def test_it_fits_the_terminal(case: Case) -> None:
    for width in (1, NARROW, WIDE, 10_000):
        told = makers(case, width)

        assert max(map(len, told.splitlines())) <= WIDE


def test_many_single_sites_are_counted_not_listed(case: Case) -> None:
    lone = next(one for one in case.networks if not one.template)
    many = tuple(replace(lone, id=f"n{number}", sites=(f"site{number}.example",)) for number in range(99))

    assert "and 59 more; --json shows all" in makers(replace(case, networks=many))


def test_a_case_without_pages_has_no_networks() -> None:
    assert makers(Case()).startswith("0 pages → no network of sites among these pages, 0 sites alone")
