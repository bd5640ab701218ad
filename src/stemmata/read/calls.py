"""Lines below a story that call on its readers: to follow whoever wrote it, to write in, to subscribe."""

import re
from functools import cache

_LONGEST = 300
"""Characters of the longest such line."""


def is_call(line: str) -> bool:
    """Whether a line asks its reader to do something and says where: ``Follow our desk on Mastodon @harbour``."""
    return len(line) <= _LONGEST and _asks().match(line) is not None and _where().search(line) is not None


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(
        r"[\W_]{0,6}(?:(?:please |you can )?(?:follow|subscribe|sign up|contact|e-?mail|reach|write to|listen to|join|like us|find us|send (?:us|your|tips|news))\b"
        r"|(?:got |have )?(?:an? )?(?:news )?(?:tips?|story)\?"
        r"|(?:folgen sie|abonnieren sie|schreiben sie|suivez|abonnez|écrivez|sigue a|síguenos|síganos|suscríbe|siga (?:o|a|os)|seguici|iscriviti|volg)\b)",
        re.IGNORECASE,
    )


@cache
def _where() -> re.Pattern[str]:
    """An account, a letter box or a newsletter. An address alone may be part of an agency's own text."""
    return re.compile(
        r"(?:^|[\s(])@\w|\w@\w|\b(?:twitter|facebook|instagram|youtube|whatsapp|telegram|tiktok|linkedin|mastodon|bluesky|newsletter)\b",
        re.IGNORECASE,
    )
