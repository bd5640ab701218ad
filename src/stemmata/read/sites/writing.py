"""A pack as it is written down: TOML, checked word by word, since a rule that is misspelt would never be missed."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache

from stemmata.errors import BadInput
from stemmata.read.sites.pack import PARTS, Layout, Pack, Rule
from stemmata.read.ways import TELLING

_LINES = ("begins_after", "ends_before", "leave_lines")
_KEYS = frozenset({"from", "until", *PARTS, *_LINES})
_ASKED = tuple(name for name in TELLING if name not in {"style", "hidden"})
"""The attributes a rule may ask for: those that the reader of HTML keeps."""


def pack_of(text: str, name: str) -> Pack:
    """Return the pack that a file ``name`` holds. Raises BadInput, naming file and place, for what is no pack."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"The pack {name} is no TOML: {error}") from error
    sites = tuple(site.lower().removeprefix("www.") for site in _texts(table, "sites", name))
    layouts = table.get("layout")
    if strange := sorted(set(table) - {"sites", "why", "layout"}):
        raise BadInput(f"The pack {name} has “{strange[0]}”; a pack has sites, why and [[layout]].")
    if not sites or not isinstance(layouts, list) or not layouts:
        raise BadInput(f"The pack {name} needs sites, a list of hosts, and at least one [[layout]].")
    made = [_layout(layout, f"{name}, layout {number}") for number, layout in enumerate(layouts, 1)]
    made.sort(key=lambda layout: layout.since or date.min, reverse=True)
    return Pack(name.removesuffix(".toml"), sites, str(table.get("why", "")), tuple(made))


def _layout(table: object, where: str) -> Layout:
    if not isinstance(table, dict):
        raise BadInput(f"The pack {where} is no table: write [[layout]].")
    if strange := sorted(set(table) - _KEYS):
        raise BadInput(f"The pack {where} has “{strange[0]}”; a layout has {', '.join(sorted(_KEYS))}.")
    rules = tuple(_rules(_texts(table, part, where), where) for part in PARTS)
    lines = {name: _texts(table, name, where) for name in _LINES}
    if not any(rules) and not any(lines.values()):
        raise BadInput(f"The pack {where} has no rule: say at least what is story, or what to leave.")
    return Layout(_day(table, "from", where), _day(table, "until", where), rules, **lines)


def _texts(table: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    """Return a list of texts; one text alone is a list of one."""
    value = table.get(key, [])
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip(" *") for text in texts):
        raise BadInput(f"The pack {where} says no text or list of texts under {key}.")
    return tuple(" ".join(text.split()) for text in texts)


def _day(table: Mapping[str, object], key: str, where: str) -> date | None:
    value = table.get(key)
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    raise BadInput(
        f"The pack {where} says no day under {key}: write it as 2021-05-03, without quotation marks."
    )


def _rules(written: Iterable[str], where: str) -> tuple[Rule, ...]:
    return tuple(_rule(one, where) for one in written)


def _rule(written: str, where: str) -> Rule:
    """Return the rule that ``div.story#top[itemprop=articleBody]`` stands for."""
    found = _form().fullmatch(written)
    if found is None:
        raise BadInput(
            f"The pack {where} says “{written}”; an element is written as div.story, #main or [itemprop=articleBody]."
        )
    values = list(_value().findall(found["values"]))
    named = [("class" if sign == "." else "id", name) for sign, name, _, _ in values if sign]
    named.extend((name, value) for sign, _, name, value in values if not sign)
    if strange := [name for name, _ in named if name not in _ASKED]:
        raise BadInput(f"The pack {where} asks for “{strange[0]}”; it may ask for {', '.join(_ASKED)}.")
    return Rule(found["tag"], tuple(named))


@cache
def _form() -> re.Pattern[str]:
    return re.compile(r"(?P<tag>[a-z][a-z0-9-]*|)(?P<values>(?:[.#][^\s.#\[\]]+|\[\w+=[^\s\[\]]+\])*)(?<=.)")


@cache
def _value() -> re.Pattern[str]:
    return re.compile(r"([.#])([^\s.#\[\]]+)|\[(\w+)=[\"']?([^\s\[\]\"']+)[\"']?\]")
