"""Make ``stories/wordnet.txt``, rare synonyms of the words of our stories, from WordNet 3 (Debian: wordnet-base).

``python benchmarks/simulator_wordnet.py``; run it when stories are added. WordNet's licence lets its data be passed on
with its notice, which stands at the head of the file made.
"""

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from simulator_pool import HERE, stories

WORDNET = Path("/usr/share/wordnet")
NOTICE = (
    "# Synonyms derived from WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. THIS SOFTWARE AND "
    'DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. '
    "https://wordnet.princeton.edu/license-and-commercial-use"
)
KINDS = ("noun", "verb", "adj", "adv")
SENSES = 2
"""Senses of a word, the commonest first, whose other words may stand for it."""
MOST = 5
FEWEST_LETTERS = 4


def main() -> None:
    """Write the file."""
    found = {word: others for word in sorted(_words()) if (others := _others(word))}
    lines = [f"{word} {' '.join(others)}" for word, others in found.items()]
    (HERE / "wordnet.txt").write_text("\n".join([NOTICE, *lines]) + "\n", "utf-8")


def _words() -> set[str]:
    text = " ".join(part.text for story in stories() for part in story.parts)
    return {
        word
        for word in re.findall(r"(?<![A-Za-z'’-])[a-z]+(?![A-Za-z'’-])", text)
        if len(word) >= FEWEST_LETTERS
    }


@cache
def _index(kind: str) -> dict[str, list[int]]:
    lines = (WORDNET / f"index.{kind}").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith(" ")]
    return {row[0]: [int(one) for one in row[6 + int(row[3]) :]] for row in rows}


@cache
def _synsets(kind: str) -> dict[int, list[str]]:
    found = {}
    for line in (WORDNET / f"data.{kind}").read_text("utf-8").splitlines():
        if not line.startswith(" "):
            row = line.split()
            found[int(row[0])] = [row[4 + 2 * number].partition("(")[0] for number in range(int(row[3], 16))]
    return found


def _others(word: str) -> list[str]:
    """Return other words for one, in its own inflection, of the kind of word it mostly is (most senses)."""
    ranked = defaultdict(list)
    for kind in KINDS:
        for lemma, ending in _lemmas(word, kind):
            senses = _index(kind).get(lemma)
            if senses:
                ranked[len(senses)].append((kind, lemma, ending, senses))
    if not ranked:
        return []
    kind, lemma, ending, senses = ranked[max(ranked)][0]
    names = [name for sense in senses[:SENSES] for name in _synsets(kind)[sense]]
    kept = dict.fromkeys(name for name in names if name.isalpha() and name.islower() and name != lemma)
    return [_inflected(name, ending) for name in kept][:MOST]


def _lemmas(word: str, kind: str) -> list[tuple[str, str]]:
    found = [(word, "")]
    if kind in {"noun", "verb"} and word.endswith("s"):
        found += [(word[:-1], "s"), (word.removesuffix("ies") + "y", "s")]
    if kind == "verb":
        for ending in ("ed", "ing"):
            if word.endswith(ending):
                stem = word.removesuffix(ending)
                found += [(stem, ending), (stem + "e", ending), (stem[:-1], ending)]
    return found


def _inflected(name: str, ending: str) -> str:
    if not ending:
        return name
    if name.endswith("y") and name[-2:-1] not in "aeiou" and ending != "ing":
        return name[:-1] + ("ies" if ending == "s" else "ied")
    if ending == "s":
        return name + ("es" if name.endswith(("s", "sh", "ch", "x")) else "s")
    return (name[:-1] if name.endswith("e") else name) + ending


if __name__ == "__main__":
    main()
