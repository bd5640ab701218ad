"""What kind of body a name is: a government's, a newsroom's, another."""

import re
from functools import cache

from stemmata.model import SpeakerKind
from stemmata.text.languages import section, words_of
from stemmata.text.places import state

AGENTS = re.compile(r"[a-z](?:ers|ors|ists|ians|ants|ees|men|women)$")
"""Endings of words for many people of one calling."""
SMALL = frozenset({"of", "the", "for", "and", "in", "official"})


def state_speaker(name: str, language: str) -> tuple[str, str, str] | None:
    """Return the state for which a name speaks, with the rule and its reason, or None."""
    plain = name.removeprefix("the ").removeprefix("The ")
    side = {"North": "the North", "South": "the South", "West": "the West"}.get(plain)
    meant = state(plain, language) or (state(side, language) if side else None)
    if meant is None:
        return None
    if meant.by == "capital":
        return meant.name, "capital", f"The capital {plain} stands for the government of {meant.name}."
    if meant.by == "house":
        return plain, "house", f"The {plain} speaks for the government of {meant.name}."
    says = f"The text names {meant.name}." if plain == meant.name else f"“{plain}” is {meant.name}."
    return meant.name, "state", says


def body_kind(name: str, language: str) -> SpeakerKind:
    """Return the kind of an organisation by the words of its name."""
    table = section(language, "names")
    words = set(name.lower().replace("’s", "").split())
    if table is None:
        return SpeakerKind.ORGANISATION
    if name in _full_names(language).values() or words & set(words_of(table, "media")):
        return SpeakerKind.MEDIA
    return SpeakerKind.GOVERNMENT if words & set(words_of(table, "government")) else SpeakerKind.ORGANISATION


def canonical(name: str, language: str) -> str:
    """Return the short name of a news agency for any of its names; any other name as it is."""
    plain = name.removeprefix("the ").removeprefix("The ").strip(" .")
    return _full_names(language).get(plain.lower(), plain)


def qualified(name: str, owner: str | None) -> tuple[str, ...]:
    """Return the key of an organisation: the state it belongs to (empty when not said), its words in any order.

    *Ministry of Transport* and *Transport Ministry* have one key.
    """
    words = [word for word in name.lower().replace("’", "'").split() if word not in SMALL]
    return (owner or "", *sorted(words))


@cache
def _full_names(language: str) -> dict[str, str]:
    """Return the short name of every agency by each of its names, in lower case."""
    table = section(language, "names")
    names = table["agencies"] if table else []
    lines = [str(line).split("/") for line in names] if isinstance(names, list) else []
    return {form.lower(): forms[0] for forms in lines for form in forms}
