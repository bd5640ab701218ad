"""Whether the outlet that a page belongs to is the very agency it names."""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from stemmata.model import Article

_LONG = 5  # letters from which a name does not stand inside other words by chance
_LONGEST = 200  # letters of a site's or publisher's name beyond which nothing is looked at
_TRADE = (
    "agencies|agency|agentur|english|global|international|media|net|news|newsagency|newswire|newswires|online|"
    "presse|press|service|the|wires|wire|world|www"
)


def is_own_page_of(agency: str, page: Article) -> bool:
    """Whether a page's site or publisher is the agency: by its name, its initials, or an address it is known by.

    A short name must stand for itself: the letters of AP are in "japantimes", too.
    """
    return _is_own(agency, (page.site or "")[:_LONGEST].casefold(), (page.publisher or "")[:_LONGEST])


@lru_cache(maxsize=4096)
def _is_own(agency: str, site: str, publisher: str) -> bool:
    letters = _letters(agency)
    return bool(letters) and (_is_address(agency, letters, site) or _is_called(letters, publisher))


def _is_address(agency: str, letters: str, site: str) -> bool:
    if any(site == known or site.endswith(f".{known}") for known in _addresses().get(agency, ())):
        return True
    labels = site.split(".")[: max(1, site.count("."))]
    if any(_spells(letters, _letters(label)) for label in labels):
        return True
    return any(_spells(letters, _letters(part)) for label in labels for part in label.split("-"))


def _spells(letters: str, label: str) -> bool:
    """Whether letters are those of a name, words of the trade around it set aside."""
    if len(letters) >= _LONG and letters in label:
        return True
    return letters in label and re.fullmatch(rf"(?:{_TRADE})?{letters}(?:{_TRADE}){{0,3}}", label) is not None


def _is_called(letters: str, publisher: str) -> bool:
    words = [_letters(word) for word in re.split(r"[\s–—/-]+", publisher)]
    words = [word for word in words if word and word not in {"the", "of", "and"}]
    initials = "".join(word[0] for word in words)
    if initials == letters and (len(words) > 2 or _of_trade(words)):
        return True
    return letters in words or _spells(letters, "".join(words))


def _of_trade(words: list[str]) -> bool:
    return any(re.fullmatch(_TRADE + "|association", word) for word in words)


def _letters(name: str) -> str:
    """Return letters and digits, folded, marks above and below them set aside."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


@cache
def _addresses() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(files("stemmata.lineage").joinpath("addresses.toml").read_text("utf-8"))
    lines = (line.partition(":") for line in table["addresses"].strip().splitlines())
    return {name: tuple(domains.split()) for name, _, domains in lines}
