"""States of the world as a text names them: by name, by people, by capital, by a house of government."""

from functools import cache
from typing import NamedTuple

from stemmata.text.languages import section, words_of

SHORT = 3
"""Letters of a form that is a state's only in capitals."""


class State(NamedTuple):
    """A state, and how a name stands for it: ``name people capital house``."""

    name: str
    by: str


def state(name: str, language: str) -> State | None:
    """Return the state that ``name`` stands for, or None. Short forms count in capitals only (US, not us)."""
    folded = name.lower()
    if len(folded.replace(".", "")) <= SHORT and not name.isupper():
        return None
    known = states(language)
    return known.get(folded) or (known.get(folded[:-1]) if folded.endswith("ns") else None)


@cache
def states(language: str) -> dict[str, State]:
    """Return every name that stands for a state, in lower case, with the state it stands for."""
    table = section(language, "places")
    found: dict[str, State] = {}
    for line in str(table["states"]).split("\n") if table else ():
        name, _, rest = line.partition(":")
        people, _, capitals = rest.partition(":")
        first = name.split("/")[0]
        for by, forms in (("name", name), ("people", people), ("capital", capitals)):
            for form in filter(None, forms.split("/")):
                found.setdefault(form.lower(), State(first, by))
    houses = section(language, "names")
    for line in words_of(houses, "metonyms") if houses else ():
        house, _, name = line.partition("=")
        found.setdefault(house.lower(), State(name, "house"))
    return found
