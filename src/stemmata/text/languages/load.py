"""Language files, read once and handed out as records."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

FOLDER = Path(__file__).parent
CODE = re.compile(r"[a-z]{2,3}")
SECTION = re.compile(r"[a-z_]{1,20}")


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language that reading needs, folded to lower case.

    ``abbreviations`` never end a sentence, ``closers`` are abbreviations that may. ``starters`` are
    words that open a sentence rather than go on with a name. ``months`` and ``weekdays`` hold every
    written form of each, in calendar order (Monday first).
    """

    code: str
    name: str
    stopwords: frozenset[str]
    starters: frozenset[str]
    abbreviations: frozenset[str]
    closers: frozenset[str]
    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    negations: frozenset[str]
    pronouns: frozenset[str]


@cache
def language(code: str) -> Language | None:
    """Return what is known of the language ``code`` (ISO 639-1), or None when it has no file."""
    if not CODE.fullmatch(code) or not (FOLDER / f"{code}.toml").is_file():
        return None
    table = _parsed(f"{code}.toml")
    return Language(
        code=code,
        name=str(table["name"]),
        stopwords=frozenset(words_of(table, "stopwords")),
        starters=frozenset(words_of(table, "starters")),
        abbreviations=frozenset(words_of(table, "abbreviations")),
        closers=frozenset(words_of(table, "closers")),
        months=_forms(table, "months"),
        weekdays=_forms(table, "weekdays"),
        negations=frozenset(words_of(table, "negations")),
        pronouns=frozenset(words_of(table, "pronouns")),
    )


@cache
def section(code: str, name: str) -> Mapping[str, object] | None:
    """Return the parsed file ``<code>.<name>.toml`` (``en.times.toml``), or None when there is none."""
    if not CODE.fullmatch(code) or not SECTION.fullmatch(name):
        return None
    if not (FOLDER / f"{code}.{name}.toml").is_file():
        return None
    return _parsed(f"{code}.{name}.toml")


def words_of(table: Mapping[str, object], name: str) -> tuple[str, ...]:
    """Return the words of one entry: a text is split at white space, a list is taken as it is."""
    value = table.get(name, "")
    return tuple(value.split()) if isinstance(value, str) else tuple(str(word) for word in _list(value))


def _forms(table: Mapping[str, object], name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(forms.split("/")) for forms in words_of(table, name))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _parsed(name: str) -> Mapping[str, object]:
    return MappingProxyType(tomllib.loads((FOLDER / name).read_text(encoding="utf-8")))
