"""How many wordings of one concept are brought together in five events of five outlets each: NewsWCL50, where it lies.

Run as ``python benchmarks/statements_variants.py [SHARED]``. Only what is said is judged: the data mark actors and
concepts anywhere in a text, we name those who speak. It has no truth for claims; two statements that name one concept
need not say the same of it. So the shares below tell what is brought together, not what should be.

``speakers``  pairs of sources of one event that the data code as one actor, in different words: the share that we give
              one speaker (recall), and of our pairs in different words the share that the data code as one (precision)
``concepts``  pairs of statements of two pages whose contents name one concept in different words: the share in one
              claim; and of all pairs in one claim in which both name a concept, the share in which it is the same
``plain``     the same by a plain rule: speakers by their last word, claims by half of the shorter one's longer words
"""

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from statements_gold.read import article
from stemmata.model import Event, Family, Modality, Statement
from stemmata.statements import Spoken, read_statements

PLACE = Path("data", "newswcl50")
ACTORS = "ACTOR"
LONGER = 5
"""Letters of the words that the plain rule compares."""
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Named:
    """One statement with what the data code its source and the concepts in its content as, and their words."""

    statement: Statement
    words: str
    content: str
    actor: str | None
    concepts: frozenset[tuple[str, str]]


def figures(shared: Path) -> dict[str, float]:
    """Return the figures, or none where the data are not there."""
    place = shared / PLACE
    if not place.is_dir():
        return {}
    seen: Counter[str] = Counter()
    actors, concepts = (
        _actors(_rows(place / "annotations.jsonl.gz")),
        _concepts(_rows(place / "mentions.jsonl.gz")),
    )
    events: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in _rows(place / "docs.jsonl.gz"):
        events[row["event"]].append((row["id"], plain_text(row["text_tokenised"])))
    for pages in events.values():
        spoken = _spoken(pages)
        named = list(_named(spoken, dict(pages), actors, concepts))
        seen.update(_of_speakers(named))
        seen.update(_of_concepts(named, spoken))
    shares = {
        f"{who}{what}.{name}": seen[f"{who}{what} right"] / max(1, seen[f"{over}{what} {name}"])
        for who in ("", "plain.")
        for what in ("speakers", "concepts")
        for name, over in (("recall", ""), ("precision", who))
    }
    return {f"statements.variants.{name}": round(value, 4) for name, value in shares.items()} | {
        "statements.variants.speakers.pairs": float(seen["speakers recall"]),
        "statements.variants.concepts.pairs": float(seen["concepts recall"]),
    }


def plain_text(tokens: str) -> str:
    """Return words parted by blanks as they are written: marks close to their words, paragraphs parted by empty lines."""
    text = re.sub(r'" ([^"\n]{1,600}?) "', r"“\1”", tokens.replace("\\n", "\n"))
    text = re.sub(r" (?=[.,;:!?)\]%]|['’](?:s|re|ve|ll|d|m)?\b|n['’]t\b)", "", text)
    text = re.sub(r"(?<=[(\[$]) | (?=-)|(?<=-) (?=\w)", "", text)
    return re.sub(r"\s*\n\s*\n\s*", "\n\n", text).replace(" \n", " ").strip()


def _rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _actors(rows: Iterable[Row]) -> Mapping[tuple[str, str], str]:
    """Return whom words mean on a page; words that mean two are left out."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        if row["code_type"] == ACTORS:
            page = f"{row['event_id']}_{row['publisher_id']}"
            found[page, _key(row["code_mention"])].add(row["code_name"])
    return {place: next(iter(names)) for place, names in found.items() if len(names) == 1}


def _concepts(rows: Iterable[Row]) -> Mapping[str, frozenset[tuple[str, str]]]:
    """Return for each page the concepts that it names, with their words."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        found[row["doc_id"]].add((row["coref_chain"], _key(row["tokens_str"])))
    return {page: frozenset(named) for page, named in found.items()}


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower().replace("’", "'"))).removeprefix("the ")


def _spoken(pages: Sequence[tuple[str, str]]) -> Spoken:
    made = [article(name, text) for name, text in pages]
    names = tuple(name for name, _ in pages)
    event = Event(
        "e1", (), names, (), ("f1",), "", "", (), None, Modality.HAPPENED, None, None, None, 1, (1, 1), ()
    )
    return read_statements(made, (Family("f1", (), names),), (), (), (), (event,), ())


def _named(
    spoken: Spoken,
    texts: Mapping[str, str],
    actors: Mapping[tuple[str, str], str],
    concepts: Mapping[str, frozenset[tuple[str, str]]],
) -> Iterator[Named]:
    for one in spoken.statements:
        content = " … ".join(span.of(texts[one.article]) for span in one.content)
        inside = f" {_key(content)} "
        named = frozenset(
            (chain, words)
            for chain, words in concepts.get(one.article, ())
            if words and f" {words} " in inside
        )
        source = _key(one.source_text)
        yield Named(one, source, content, actors.get((one.article, source)), named)


def _of_speakers(named: Sequence[Named]) -> Counter[str]:
    seen: Counter[str] = Counter()
    kept = [one for one in named if one.actor is not None and one.words]
    for one, other in combinations(kept, 2):
        if one.words == other.words:
            continue
        same = one.actor == other.actor
        ours = one.statement.speaker == other.statement.speaker
        plain = one.words.split()[-1] == other.words.split()[-1]
        seen.update({"speakers recall": same, "speakers right": same and ours, "speakers precision": ours})
        seen.update({"plain.speakers right": same and plain, "plain.speakers precision": plain})
    return seen


def _of_concepts(named: Sequence[Named], spoken: Spoken) -> Counter[str]:
    seen: Counter[str] = Counter()
    home = {name: claim.id for claim in spoken.claims for name in claim.statements}
    kept = [one for one in named if one.concepts]
    for one, other in combinations(kept, 2):
        if one.statement.article == other.statement.article:
            continue
        chains = {chain for chain, _ in one.concepts} & {chain for chain, _ in other.concepts}
        varied = any(
            chain == there and words != others
            for chain, words in one.concepts
            for there, others in other.concepts
        )
        ours = home.get(one.statement.id, "") == home.get(other.statement.id, "-")
        plain = _overlaps(one.content, other.content)
        seen.update(
            {
                "concepts recall": varied,
                "concepts right": varied and ours,
                "plain.concepts right": varied and plain,
            }
        )
        seen.update(
            {
                "concepts precision": ours and (varied or not chains),
                "plain.concepts precision": plain and (varied or not chains),
            }
        )
    return seen


def _overlaps(one: str, other: str) -> bool:
    left, right = ({word for word in _key(text).split() if len(word) >= LONGER} for text in (one, other))
    return bool(left and right) and 2 * len(left & right) >= min(len(left), len(right))


if __name__ == "__main__":
    for name, value in figures(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared")).items():
        print(f"{name:<48} {value:9.4f}")
