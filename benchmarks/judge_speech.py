"""What is judged of statements and claims. The truth lists some statements, not all: precision is not told."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from judge_case import Judged, Row
from judge_measures import f1, pairs, precision, recall, same_name, share

ENOUGH = 0.5
"""Share of the true stretch that a statement must hold to be the one looked for (Citron's overlap is .3 to .8)."""
Range = tuple[int, int]
_MARKS = str.maketrans("“”„«»‘’‚‹›`", "\"\"\"\"\"''''''")


@dataclass(frozen=True)
class Saying:
    """One true statement on one page, and the statement of the answer that is it."""

    key: str
    page: str
    true: Row
    found: Row | None

    @property
    def name(self) -> str:
        return f"{self.key} {self.page}"


@dataclass(frozen=True)
class Sayings:
    """Every true statement on every page that has it."""

    judged: Judged

    @cached_property
    def all(self) -> list[Saying]:
        return [
            Saying(true["key"], page, true, self._found(true, page))
            for true in self.judged.truth["statements"]
            for page in true["pages"]
        ]

    def _found(self, true: Row, page: str) -> Row | None:
        """Return the statement that holds enough of the stretch: with the right speaker first, then the likest."""
        article = self.judged.article_of.get(page)
        stretch = place_of(true["content"], article["text"]) if article else None
        if article is None or stretch is None:
            return None
        near = [row for row in self._of.get(article["id"], []) if _held(row["content"], stretch) >= ENOUGH]
        return min(
            near,
            key=lambda row: (
                not self.spoken_by(row, true["speaker"]),
                -_likeness(row["content"], stretch),
                row["id"],
            ),
            default=None,
        )

    @cached_property
    def _of(self) -> dict[str, list[Row]]:
        of: dict[str, list[Row]] = {}
        for row in self.judged.tables["statements"]:
            of.setdefault(row["article"], []).append(row)
        return of

    def spoken_by(self, row: Row, name: str) -> bool:
        """Whether the answer gives a statement to the true speaker of that name."""
        return self.is_speaker(row["speaker"], name)

    def is_speaker(self, speaker: str, name: str) -> bool:
        """Whether a speaker of the answer is the true one of that name."""
        person, row = self.judged.people.get(name, {"aliases": []}), self.judged.speakers.get(speaker)
        if row is None:
            return False
        return any(same_name(row["name"], known) for known in (name, *person["aliases"]))

    @cached_property
    def claim_of(self) -> dict[str, str]:
        """The claim of each statement of the answer, by ids."""
        return {one: row["id"] for row in self.judged.tables["claims"] for one in row["statements"]}

    def claims_of(self, key: str) -> set[str]:
        """Return the claims that hold a true statement on any of its pages."""
        rows = (saying.found for saying in self.all if saying.key == key)
        return {self.claim_of[row["id"]] for row in rows if row and row["id"] in self.claim_of}


def figures(judged: Judged) -> dict[str, float | None]:
    """Return every figure of statements and claims."""
    sayings = Sayings(judged)
    return _statements(sayings) | _claims(sayings)


def _statements(sayings: Sayings) -> dict[str, float | None]:
    met = [(one.found, one) for one in sayings.all if one.found]
    right = [(row, one) for row, one in met if sayings.spoken_by(row, one.true["speaker"])]
    true = {one.name: one.true["speaker"] for one in sayings.all}
    found = {one.name: one.found["speaker"] if one.found else None for one in sayings.all}
    return {
        "statements.found": len(met) / len(sayings.all),
        "statements.recall": len(right) / len(sayings.all),
        "statements.speaker": len(right) / len(met) if met else None,
        "statements.via": share(_relayed(sayings, row, one) for row, one in right),
        "statements.type": share(row["type"] == one.true["type"] for row, one in met),
        "statements.polarity": share(row["polarity"] == one.true["polarity"] for row, one in met),
        "statements.quoted": share(
            _quoted(sayings.judged, row, one) for row, one in met if one.true["quoted"]
        ),
        "speakers.pairs_f1": f1(pairs(found), pairs(true)),
    }


def _relayed(sayings: Sayings, row: Row, one: Saying) -> bool:
    """Whether the relays are those that the text names, in order; the page's own agency and outlet aside."""
    page, article = sayings.judged.pages[one.page], sayings.judged.article_of[one.page]
    own = [page["agency"], page["site"], article["publisher"], article["site"]]
    names = [sayings.judged.speakers[hop["speaker"]]["name"] for hop in row["via"]]
    others = [name for name in names if not any(same_name(name, known) for known in own)]
    chain = [(name, others[at] if at < len(others) else None) for at, name in enumerate(one.true["via"])]
    people = sayings.judged.people
    return len(others) == len(one.true["via"]) and all(
        any(same_name(known, other) for known in (name, *people[name]["aliases"])) for name, other in chain
    )


def _quoted(judged: Judged, row: Row, one: Saying) -> bool:
    """Whether each stretch between quotation marks is told, up to final punctuation."""
    text = judged.article_of[one.page]["text"]
    inside = [_plain(text[start:end]).strip(" .,;:!?\"'") for start, end in row["quoted"]]
    return all(_plain(quoted).strip(" .,;:!?\"'") in inside for quoted in one.true["quoted"])


def _claims(sayings: Sayings) -> dict[str, float | None]:
    truth = sayings.judged.truth
    claim = {key: row["key"] for row in truth["claims"] for key in row["statements"]}
    true = pairs({one.name: claim.get(one.key) for one in sayings.all})
    found = pairs(
        {one.name: sayings.claim_of.get(one.found["id"]) if one.found else None for one in sayings.all}
    )
    differ = {(row["key"], one["kind"]) for row in truth["claims"] for one in row["differences"]}
    matched = {row["key"]: _claim_for(sayings, row) for row in truth["claims"]}
    told = {(key, one["kind"]) for key, row in matched.items() if row for one in row["differences"]}
    met = [(matched[row["key"]], row) for row in truth["claims"] if matched[row["key"]]]
    return {
        "claims.pairs_f1": f1(found, true),
        "claims.pairs_precision": precision(found, true),
        "claims.differences.recall": recall(told, differ),
        "claims.differences.precision": precision(told, differ),
        "claims.origins": share(row["origins"] == one["origins"] for row, one in met),
        "claims.keep_apart": float(sum(_merged(sayings, row["statements"]) for row in truth["keep_apart"])),
    }


def _claim_for(sayings: Sayings, true: Row) -> Row | None:
    """Return the claim of the answer that holds most of a true claim's statements."""
    votes = Counter(
        sayings.claim_of[one.found["id"]]
        for one in sayings.all
        if one.key in true["statements"] and one.found and one.found["id"] in sayings.claim_of
    )
    best = min(votes, key=lambda claim: (-votes[claim], claim), default=None)
    return next((row for row in sayings.judged.tables["claims"] if row["id"] == best), None)


def _merged(sayings: Sayings, keys: list[str]) -> bool:
    left, right = keys
    return bool(sayings.claims_of(left) & sayings.claims_of(right))


def _plain(text: str) -> str:
    """Return a text with plain quotation marks, letter for letter."""
    return text.translate(_MARKS)


def place_of(content: str, text: str) -> Range | None:
    """Return where a stretch stands in a text, whatever the shape of quotation marks and white space."""
    words = map(re.escape, _plain(content).split())
    found = re.search(r"\s+".join(words), _plain(text))
    return found.span() if found else None


def _held(spans: list[list[int]], stretch: Range) -> float:
    """Return the share of a stretch that some spans hold."""
    held = sum(max(0, min(end, stretch[1]) - max(start, stretch[0])) for start, end in spans)
    return held / (stretch[1] - stretch[0])


def _likeness(spans: list[list[int]], stretch: Range) -> float:
    held = _held(spans, stretch) * (stretch[1] - stretch[0])
    return held / (sum(end - start for start, end in spans) + stretch[1] - stretch[0] - held)
