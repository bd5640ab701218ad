"""What somebody is, by the words of a role: a *leader* for the union leader, and no union."""

import re

OF = re.compile(r",|\s(?:of|for|at|in|with|from|to|on|since|who|which|that)\s")
AND = re.compile(r"\sand\s")


def calling(role: str) -> list[str]:
    """Return what somebody is, without what of: the *chairman* of the council."""
    return OF.split(role.lower(), maxsplit=1)[0].split()


def heads(role: str) -> frozenset[str]:
    """Return the words that say what somebody is: *leader* for a union leader, *farmer* and *mayor* for both.

    The words before them say of what: an institution among these is not the person.
    """
    called = OF.split(role.lower(), maxsplit=1)[0]
    return frozenset(part.split()[-1] for part in AND.split(called) if part.split())
