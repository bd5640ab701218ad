"""The checks that issue 2 lists for the five seeds, each 1 (holds) or 0.

Run as ``python benchmarks/seeds.py [SHARED]``. The seeds lie beside the project and are copied under names
that say nothing, in an order that says nothing; which is which is told by what their own file names begin
with. No word of them stands here, but for the phrases that the issue itself names.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from judge import shown
from judge_measures import bare, same_name
from seeds_answer import SEEDS, TERM, Answer, answer

FIRST = ("2023-08-03", "2023-08-05")
SECOND = ("2023-08-11", "2023-08-12")
ABSENT = "KCNA"
STORY = ("000", "001", "003", "004")


def _pages(answer: Answer) -> bool:
    return len(answer.tables["articles"]) == len(SEEDS) and not answer.tables["unread"]


def _events(answer: Answer) -> bool:
    groups = sorted(sorted(answer.seeds(row["articles"])) for row in answer.tables["events"])
    return groups == [list(STORY), ["002"]]


def _first_when(answer: Answer) -> bool:
    return answer.event_of("000").get("when") == list(FIRST)


def _second_within(answer: Answer) -> bool:
    within = answer.event_of("002").get("within")
    return bool(within) and FIRST[1] < within[0] <= SECOND[0] and SECOND[1] <= within[1]


def _second_when(answer: Answer) -> bool:
    """What is printed as the day of the second event may be nothing, never a wrong day."""
    event = answer.event_of("002")
    when = event.get("when")
    return event["id"] is not None and (when is None or (FIRST[1] < when[0] and SECOND[0] <= when[1]))


def _families(answer: Answer) -> bool:
    groups = sorted(sorted(answer.seeds(row["articles"])) for row in answer.tables["families"])
    return groups == [list(STORY), ["002"]]


def _passages(answer: Answer) -> bool:
    """All six pairs of one story have deriving passages; no pair with 002 has."""
    deriving = [row for row in answer.tables["passages"] if row["kind"] not in {"quote", "chrome"}]
    tied = {frozenset(answer.seeds((row["left"], row["right"]))) for row in deriving}
    return tied == {frozenset((one, two)) for one in STORY for two in STORY if one < two}


def _origins(answer: Answer) -> bool:
    events = answer.tables["events"]
    return bool(events) and all(row["origins"] == 1 == len(answer.origins(row)) for row in events)


def _origin_pages(answer: Answer) -> bool:
    groups = sorted(sorted(answer.seeds(row["articles"])) for row in answer.tables["origins"])
    return groups == [list(STORY), ["002"]]


def _agency(answer: Answer) -> bool:
    agencies = {row["agency"] for row in answer.tables["origins"]}
    return bool(agencies) and agencies <= {"AP", "Associated Press", "The Associated Press"}


def _recycled(answer: Answer) -> bool:
    recycled = {seed for seed, row in answer.article.items() if row["recycled"]}
    proof = [one for seed in recycled for one in answer.article[seed]["recycled_evidence"] if one["spans"]]
    return (
        recycled == {"000", "002"} and len({place["article"] for one in proof for place in one["spans"]}) > 1
    )


def _written(answer: Answer) -> bool:
    """The words of 000 and 001 are of 6 August 2023, those of 002 of a day round the 14th; no page is of 2025."""
    spans = {seed: row["written"] for seed, row in answer.article.items()}
    held = [
        spans[seed] and spans[seed][0] <= "2023-08-06" <= spans[seed][1] for seed in ("000", "001", "004")
    ]
    second = spans["002"] and spans["002"][0] <= "2023-08-14" <= spans["002"][1] < "2025-01-01"
    return all(held) and bool(second)


def _template(answer: Answer) -> bool:
    shared = [row for row in answer.tables["sites"] if row["template"]]
    one = answer.article["000"]["template"]
    return [answer.seeds(row["articles"]) for row in shared] == [{"000", "002"}] and bool(one)


def _clean(answer: Answer) -> bool:
    """000 and 002 are wrapped pages; 001 and 004 are not."""
    how = {
        answer.seed_of[one["article"]]: one["how"]
        for row in answer.tables["nodes"]
        for one in row["witnesses"]
    }
    return how["000"] == how["002"] == "wrapped" and "wrapped" not in {how["001"], how["004"]}


def _own_states(answer: Answer) -> bool:
    return len(set(answer.node.values())) == len(SEEDS)


def _fourth_on_first(answer: Answer) -> bool:
    return answer.parents(answer.node["004"]) == {answer.node["000"]}


def _third_on_second(answer: Answer) -> bool:
    """003 hangs on 001's state, or on a lost one that descends from it."""
    above = answer.parents(answer.node["003"])
    return bool(above) and all(
        one == answer.node["001"] or (one in answer.lost and answer.node["001"] in answer.ancestors(one))
        for one in above
    )


def _versions_tied(answer: Answer) -> bool:
    """000 and 001 are versions of one story: a revision of one another, or of one lost state."""
    one, two = answer.node["000"], answer.node["001"]
    links = [row for row in answer.tables["links"] if row["child"] in {one, two}]
    tied = [row for row in links if {row["parent"], row["child"]} == {one, two}]
    common = (answer.parents(one) & answer.parents(two)) & answer.lost
    under = [row for row in links if row["parent"] in common]
    return any(row["kind"] == "revision" for row in (*tied, *under))


def _no_arrow_back(answer: Answer) -> bool:
    late = {answer.node["003"], answer.node["004"]}
    return all(
        not late & ({answer.node[seed]} | answer.ancestors(answer.node[seed])) for seed in ("000", "001")
    )


def _later_layer(answer: Answer) -> bool:
    """A lost state is told above 003, with what it must have said."""
    rows = [row for row in answer.tables["nodes"] if row["id"] in answer.lost]
    above = answer.ancestors(answer.node["003"])
    return any(row["id"] in above and row["readings"] for row in rows)


def _evidence(answer: Answer) -> bool:
    links = answer.tables["links"]
    return bool(links) and all(
        row["evidence"] and all(one["says"] for one in row["evidence"]) for row in links
    )


def _term(answer: Answer) -> bool:
    """The phrase is found in 001 and 003, first in the text of August 2023."""
    (term,) = (row for row in answer.case.terms if bare(row.phrase) == bare(TERM))
    first = term.first
    counted = sum(point.articles for point in term.series)
    return bool(first) and answer.seed_of[first.article] == "001" and counted == 2  # type: ignore[union-attr]


def _holding(answer: Answer, seed: str, phrase: str) -> set[str]:
    """Return the statements of a seed whose content holds a phrase (case and marks aside)."""
    article, words = answer.article[seed], " ".join(bare(phrase))
    return {
        row["id"]
        for row in answer.tables["statements"]
        if row["article"] == article["id"]
        and words in " ".join(bare(" ".join(article["text"][start:end] for start, end in row["content"])))
    }


def _wording_claim(answer: Answer) -> bool:
    """What 001 says with the phrase and 000 without it is one claim whose variants differ in wording."""
    with_it = _holding(answer, "001", TERM)
    without = {row["id"] for row in answer.tables["statements"] if answer.seed_of[row["article"]] == "000"}
    return any(
        with_it & set(row["statements"])
        and without & set(row["statements"])
        and "wording" in {difference["kind"] for difference in row["differences"]}
        for row in answer.tables["claims"]
    )


def _copies_one_origin(answer: Answer) -> bool:
    """No claim of the first event counts more than one origin: the pages go back to one text."""
    event = answer.event_of("000")["id"]
    claims = [row for row in answer.tables["claims"] if row["event"] == event]
    return bool(claims) and all(row["origins"] == 1 for row in claims)


def _one_speaker(answer: Answer) -> bool:
    """In all four pages of the first story one person speaks, known as one."""
    return any(
        {answer.seed_of[one["article"]] for one in answer.tables["statements"] if one["speaker"] == row["id"]}
        >= set(STORY)
        for row in answer.tables["speakers"]
        if row["kind"] == "person"
    )


def _absent(answer: Answer) -> bool:
    """The state news agency that the first story cites is told as an informant, and as not among the pages."""
    event = answer.event_of("000")
    names = [row["name"] for row in answer.tables["speakers"] if row["id"] in event["informants"]]
    return all(any(same_name(ABSENT, name) for name in told) for told in (names, event["absent"]))


def _relay(answer: Answer) -> bool:
    """Some statement of a person comes through a medium, and the text says so."""
    kinds = {row["id"]: row["kind"] for row in answer.tables["speakers"]}
    return any(
        kinds.get(row["speaker"]) == "person" and any(hop["explicit"] for hop in row["via"])
        for row in answer.tables["statements"]
    )


CHECKS: dict[str, Callable[[Answer], bool]] = {
    "pages": _pages,
    "events": _events,
    "events.first_when": _first_when,
    "events.second_within": _second_within,
    "events.second_when": _second_when,
    "families": _families,
    "passages": _passages,
    "origins": _origins,
    "origins.pages": _origin_pages,
    "origins.agency": _agency,
    "recycled": _recycled,
    "written": _written,
    "template": _template,
    "states": _own_states,
    "states.wrapped": _clean,
    "links.004_on_000": _fourth_on_first,
    "links.003_on_001": _third_on_second,
    "links.versions_tied": _versions_tied,
    "links.no_arrow_back": _no_arrow_back,
    "links.evidence": _evidence,
    "lost.later_layer": _later_layer,
    "term": _term,
    "claims.wording": _wording_claim,
    "claims.one_origin": _copies_one_origin,
    "statements.one_speaker": _one_speaker,
    "statements.relay": _relay,
    "absent": _absent,
}


def holds(check: Callable[[Answer], bool], given: Answer) -> bool:
    """Whether a check holds; an answer that lacks what it looks for fails it."""
    try:
        return check(given)
    except (KeyError, ValueError):
        return False


def figures(shared: Path) -> dict[str, float]:
    """Return every check as a figure for the gate; nothing where the seeds are not there."""
    if not (shared / "seeds").is_dir():
        return {}
    given = answer(shared)
    return {f"seeds.{name}": float(holds(check, given)) for name, check in CHECKS.items()}


if __name__ == "__main__":
    print(shown(figures(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))))
