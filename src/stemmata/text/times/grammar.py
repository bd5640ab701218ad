"""The time grammar of a language, compiled once from its data file.

Every word class becomes one private character, so a text becomes a short string of classes and all rules
become one small regular expression over it: fast to compile, linear to run, free of any language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from stemmata.text.languages import section, words_of

NUMBERS = ("ISO", "SLASH", "CLOCK", "AMPM", "ORD", "DECADE", "YEAR", "DAY", "NUM", "QTR", "DOTTED")
FIRST_LETTER = 0xE000
OTHER = chr(FIRST_LETTER - 1)
SETS = (
    "promises", "joiners", "closing", "speech", "season_events", "promised", "plans", "by_year", "until", "begins",
    "compared", "another", "southern", "future_pairs", "coming", "articles", "accounts", "of_today",
)  # fmt: skip
"""Sets of words that carry no class: their names in the file and in the grammar."""
PART = re.compile(r"[<!]\(|[()|?]|[A-Z]+|[a-zß-öø-ÿœ]+|[^\sA-Za-zß-öø-ÿœ()|?]")


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern: what it means, and the fixed parts of that meaning."""

    means: str
    fixed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language's grammar.

    ``lexicon`` maps a folded word to its class letter and value; ``letters`` a class name to its letter, ``names``
    a letter to its class. No rule fits words without a letter of ``telling``. Of the sets of words, ``promised`` leads
    to a day still to come, ``plans`` and ``by_year`` to a year, ``until`` and ``begins`` perhaps to a day, ``compared``
    makes a year one of the past, ``another`` marks another happening of its kind, ``southern`` are states south of the line,
    ``future_pairs`` two words that speak of what is to come ("is-to", "soon-as"), ``coming`` those before a day still to
    come where no verb says otherwise ("by Friday"); ``articles`` stand between a lead and its time; ``accounts`` make a year that of a firm's books,
    ``of_today`` are what is today's at any time ("today's world").
    """

    lexicon: Mapping[str, tuple[str, str]]
    letters: Mapping[str, str]
    names: Mapping[str, str]
    capitalised: frozenset[str]
    telling: re.Pattern[str]
    pattern: re.Pattern[str]
    rules: tuple[Rule, ...]
    future: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    infinitives: frozenset[str]
    promises: frozenset[str]
    joiners: frozenset[str]
    closing: frozenset[str]
    speech: frozenset[str]
    season_events: frozenset[str]
    promised: frozenset[str]
    plans: frozenset[str]
    by_year: frozenset[str]
    until: frozenset[str]
    begins: frozenset[str]
    compared: frozenset[str]
    another: frozenset[str]
    southern: frozenset[str]
    future_pairs: frozenset[str]
    coming: frozenset[str]
    articles: frozenset[str]
    accounts: frozenset[str]
    of_today: frozenset[str]


@cache
def grammar(code: str) -> Grammar | None:
    """Return the grammar of the language ``code``, or None when it has no file of times."""
    table = section(code, "times")
    return _compiled(table) if table is not None else None


def _compiled(table: Mapping[str, object]) -> Grammar:
    letters: dict[str, str] = {}
    for name in NUMBERS:
        _letter(letters, name)
    lexicon = _lexicon(table, letters)
    macros = {name: str(value) for name, value in _table(table, "macros").items()}
    patterns, rules = [], []
    for entry in _rules(table):
        body = _translated(entry.pop("pattern"), macros, letters, lexicon)
        patterns.append(f"({body})")
        rules.append(Rule(entry.pop("means"), entry))
    for hyphen in words_of(table, "hyphens"):
        lexicon[hyphen] = (_letter(letters, "-"), "")
    return Grammar(
        lexicon=lexicon,
        letters=letters,
        names={letter: name for name, letter in letters.items()},
        capitalised=frozenset(letters[name] for name in words_of(table, "capitalised")),
        telling=_telling(table, letters),
        pattern=re.compile("|".join(patterns)),
        rules=tuple(rules),
        future=frozenset(words_of(table, "future")),
        past=frozenset(words_of(table, "past")),
        past_endings=words_of(table, "past_endings"),
        infinitives=frozenset(words_of(table, "infinitives")),
        **{name: frozenset(words_of(table, name)) for name in SETS},
    )


def _telling(table: Mapping[str, object], letters: Mapping[str, str]) -> re.Pattern[str]:
    """Match any class that can make a time: all but the feeble ones and the small words that rules spell out."""
    feeble = words_of(table, "feeble")
    small = words_of(table, "small")
    return re.compile("[" + "".join(letters[name] for name in letters if name not in {*feeble, *small}) + "]")


def _lexicon(table: Mapping[str, object], letters: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Read ``january/jan=1 …`` of every class; a word belongs to one class only."""
    lexicon: dict[str, tuple[str, str]] = {}
    classes = _table(table, "words")
    for name in classes:
        letter = _letter(letters, name)
        for entry in words_of(classes, name):
            forms, _, value = entry.partition("=")
            for form in forms.split("/"):
                lexicon.setdefault(form, (letter, value))
    return lexicon


def _translated(
    pattern: str, macros: Mapping[str, str], letters: dict[str, str], lexicon: dict[str, tuple[str, str]]
) -> str:
    """Return a rule's pattern as a regular expression over class letters."""
    pieces = []
    for part in PART.findall(pattern):
        if part == "<(":
            pieces.append("(?<=[")
        elif part == "!(":
            pieces.append("(?!")
        elif part == "(":
            pieces.append("(?:")
        elif part in "|?)":
            pieces.append(part)
        elif part in macros:
            pieces.append("[" + "".join(_letter(letters, name) for name in macros[part].split("|")) + "]")
        elif part.isupper():
            pieces.append(_letter(letters, part))
        else:
            pieces.append(_literal(part, letters, lexicon))
    return _lookbehind("".join(pieces))


def _lookbehind(pattern: str) -> str:
    """Close the set of letters that a leading ``<(a|b)`` opened."""
    if not pattern.startswith("(?<=["):
        return pattern
    before, _, rest = pattern.partition(")")
    return before.replace("|", "") + "])" + rest


def _literal(word: str, letters: dict[str, str], lexicon: dict[str, tuple[str, str]]) -> str:
    if word not in lexicon:
        lexicon[word] = (_letter(letters, word), "")
    return lexicon[word][0]


def _letter(letters: dict[str, str], name: str) -> str:
    return letters.setdefault(name, chr(FIRST_LETTER + len(letters)))


def _table(table: Mapping[str, object], name: str) -> dict[str, object]:
    value = table.get(name, {})
    return value if isinstance(value, dict) else {}


def _rules(table: Mapping[str, object]) -> list[dict[str, str]]:
    rules = table.get("rule", [])
    return [{str(k): str(v) for k, v in rule.items()} for rule in rules] if isinstance(rules, list) else []
