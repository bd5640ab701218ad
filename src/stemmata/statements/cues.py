"""The cue frames of a language, read from its file and turned into a table of verb forms."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from stemmata.model import Polarity
from stemmata.statements.conjugation import Conjugation, Forms
from stemmata.text.languages import language as known_language
from stemmata.text.languages import section, words_of

VOWELS = "aeiou"
SMALL = (
    "aux", "be", "adverbs", "fences", "prepositions", "occasions", "times", "appositives", "determiners", "relatives",
    "pronouns", "adjectives", "finite", "joins", "besides", "negative", "unreal",
)  # fmt: skip
SINGLE = frozenset({"admit", "refer", "infer", "rebut", "commit", "regret", "quip", "dub", "beg", "plan"})
"""Verbs of several syllables that double their last letter before an ending."""
COMMAS = frozenset({",", "—", "–"})
OCCASIONS = frozenset({"during", "after", "before", "despite", "while", "when", "because", "even"})
"""Words that open an adjunct behind the object of a verb of praise or blame."""
PLACED = frozenset({"on", "in", "at"})
SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""Verbs of one syllable that do: one vowel, one consonant behind it."""


class Verb(NamedTuple):
    """One form of one reporting verb.

    ``says`` is the past form that stands for its strength, ``tense`` is ``base third past participle ing``,
    ``particle`` is what must follow (``for`` of *call for*), ``doubtful`` marks what may be a noun.
    """

    lemma: str
    says: str
    frames: frozenset[str]
    polarity: Polarity
    tense: str
    particle: tuple[str, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Cues:
    """All cue words of one language, ready to look up by folded form."""

    order: str
    verbs: Mapping[str, tuple[Verb, ...]]
    phrases: tuple[tuple[str, ...], ...]
    hearers: tuple[str, ...]
    hidden: tuple[tuple[str, ...], ...]
    seen: tuple[str, ...]
    after: frozenset[str]
    opinions: frozenset[str]
    asides: frozenset[str]
    compares: frozenset[str]
    openers: frozenset[str]
    links: frozenset[str]
    conjunctive: frozenset[str]
    weak: frozenset[str]
    citing: frozenset[str]
    customs: frozenset[tuple[str, ...]]
    nouns: Mapping[str, Polarity]
    papers: frozenset[str]
    voices: frozenset[str]
    people: frozenset[str]
    bodies: frozenset[str]
    media: frozenset[str]
    vague: frozenset[str]
    spokes: frozenset[str]
    anonymous: frozenset[str]
    chiefs: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    many: frozenset[str]
    it: frozenset[str]
    aux: frozenset[str]
    be: frozenset[str]
    adverbs: frozenset[str]
    fences: frozenset[str]
    prepositions: frozenset[str]
    occasions: frozenset[str]
    times: frozenset[str]
    appositives: frozenset[str]
    determiners: frozenset[str]
    relatives: frozenset[str]
    pronouns: frozenset[str]
    adjectives: frozenset[str]
    finite: frozenset[str]
    joins: frozenset[str]
    besides: frozenset[str]
    negative: frozenset[str]
    unreal: frozenset[str]
    months: frozenset[str]
    roles: Mapping[str, str]
    speaking: frozenset[str] = field(init=False)
    persons: frozenset[str] = field(init=False)
    openings: Mapping[str, tuple[tuple[str, ...], ...]] = field(init=False)
    """The phrases by the word that each opens with."""
    seen_by: tuple[str, ...] = field(init=False)
    hidden_by: frozenset[str] = field(init=False)
    ends: frozenset[str] = field(init=False)
    """Words and marks at which alone what was said may end."""

    def __post_init__(self) -> None:
        """Join the nouns for anybody or anything that can speak, and the words that phrases open with."""
        object.__setattr__(self, "speaking", self.people | self.bodies | self.media | self.voices)
        object.__setattr__(self, "persons", self.people - self.bodies)
        openings = {
            first: tuple(phrase for phrase in self.phrases if phrase[0] == first)
            for first in dict.fromkeys(phrase[0] for phrase in self.phrases)
        }
        object.__setattr__(self, "openings", openings)
        ends = (
            COMMAS
            | OCCASIONS
            | PLACED
            | {"and"}
            | self.joins
            | self.besides
            | frozenset(";.!?")
            | openings.keys()
        )
        object.__setattr__(self, "ends", ends)
        object.__setattr__(self, "hidden_by", frozenset(phrase[0] for phrase in self.hidden))
        object.__setattr__(self, "seen_by", tuple(phrase.split()[0] for phrase in self.seen))


@cache
def cues(language: str) -> Cues | None:
    """Return the cue frames of ``language``, or None when it has none: its statements cannot be read."""
    table = section(language, "cues")
    if table is None:
        return None
    roles = {word: sort for sort in _table(table, "roles") for word in words_of(_table(table, "roles"), sort)}
    nouns, speakers, small = _table(table, "nouns"), _table(table, "speakers"), _table(table, "small")
    return Cues(
        order=str(table.get("order", "subject")),
        verbs=_verbs(_table(table, "verbs"), _forms_of(_table(table, "conjugation"))),
        phrases=tuple(tuple(line.split()) for line in _listed(_table(table, "phrases"), "before")),
        hearers=_listed(_table(table, "phrases"), "hearers"),
        hidden=tuple(tuple(line.split()) for line in _listed(_table(table, "phrases"), "hidden")),
        seen=_listed(_table(table, "phrases"), "seen"),
        **{
            name: frozenset(words_of(_table(table, "phrases"), name))
            for name in ("after", "opinions", "asides", "compares", "openers", "conjunctive", "weak")
        },
        links=frozenset(words_of(_table(table, "phrases"), "relatives")),
        customs=frozenset((word,) for word in words_of(_table(table, "phrases"), "customs")),
        citing=frozenset(words_of(_table(table, "phrases"), "citing")),
        nouns=_nouns(nouns),
        papers=_plurals(words_of(nouns, "papers")),
        voices=_plurals(words_of(speakers, "voices")),
        people=_plurals((*words_of(speakers, "people"), *roles)),
        bodies=_plurals(words_of(speakers, "bodies")),
        media=_plurals(words_of(speakers, "media")),
        spokes=_plurals(words_of(speakers, "spokes")),
        **{
            name: frozenset(words_of(speakers, name))
            for name in ("anonymous", "chiefs", "male", "female", "vague", "he", "she", "many", "it")
        },
        months=_calendar(language),
        roles=roles,
        **{name: frozenset(words_of(small, name)) for name in SMALL},
    )


def _calendar(code: str) -> frozenset[str]:
    known = known_language(code)
    return (
        frozenset(form for forms in (*known.months, *known.weekdays) for form in forms) - {"may"}
        if known
        else frozenset()
    )


def _table(table: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = table.get(name)
    return value if isinstance(value, dict) else {}


def _verbs(table: Mapping[str, object], forms: Forms) -> Mapping[str, tuple[Verb, ...]]:
    found: dict[str, list[Verb]] = {}
    for name in table:
        group = _table(table, name)
        frames = frozenset(words_of(group, "frames"))
        polarity = Polarity(str(group.get("polarity", "asserted")))
        for word in words_of(group, "lemmas"):
            head, _, rest = word.lstrip("~").partition("-")
            particle = tuple(rest.split("-")) if rest else ()
            doubtful = word.startswith("~")
            for tense, form, rest_ in forms(head, particle):
                verb = Verb(
                    head.split("/")[0], str(group["says"]), frames, polarity, tense, rest_,
                    doubtful and tense in {"base", "third"},
                )  # fmt: skip
                found.setdefault(form, []).append(verb)
    return {form: tuple(sorted(_merged(verbs), key=_longest_particle_first)) for form, verbs in found.items()}


def _merged(verbs: Sequence[Verb]) -> Iterator[Verb]:
    """Yield the verbs of a form; one that stands in several classes has the frames of all, as strong as in the first.

    Papers *suggest* in another way than people do: those stay apart.
    """
    kept: dict[tuple[object, ...], Verb] = {}
    for verb in verbs:
        key = (verb.lemma, verb.tense, verb.particle, verb.polarity, "show" in verb.frames)
        known = kept.get(key)
        kept[key] = verb if known is None else known._replace(frames=known.frames | verb.frames)
    yield from kept.values()


def _forms_of(table: Mapping[str, object]) -> Forms:
    """Return what makes the forms of a verb: by the endings that the file gives, or as English does."""
    return Conjugation.read(table).forms if table else _english


def _english(head: str, particle: tuple[str, ...]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    return tuple((tense, form, particle) for tense, form in _forms(head))


def _longest_particle_first(verb: Verb) -> int:
    return -len(verb.particle)


def _forms(head: str) -> tuple[tuple[str, str], ...]:
    parts = head.split("/")
    tenses = ("base", "third", "past", "participle", "ing")
    if len(parts) == len(tenses):
        return tuple(zip(tenses, parts, strict=True))
    third = (
        head[:-1] + "ies"
        if _consonant_y(head)
        else head + ("es" if head.endswith(("s", "x", "sh", "ch")) else "s")
    )
    stem = head + head[-1] if head in SINGLE or SHORT.fullmatch(head) else head
    past = head[:-1] + "ied" if _consonant_y(head) else (stem + "d" if stem.endswith("e") else stem + "ed")
    going = stem[:-1] + "ing" if stem.endswith("e") and not stem.endswith("ee") else stem + "ing"
    return (("base", head), ("third", third), ("past", past), ("ing", going))


def _consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in VOWELS


def _listed(table: Mapping[str, object], name: str) -> tuple[str, ...]:
    return tuple(line for line in str(table.get(name, "")).strip().split("\n") if line)


def _nouns(table: Mapping[str, object]) -> Mapping[str, Polarity]:
    asserted = dict.fromkeys(_plurals(words_of(table, "asserted")), Polarity.ASSERTED)
    return asserted | dict.fromkeys(_plurals(words_of(table, "denied")), Polarity.DENIED)


def _plurals(words: tuple[str, ...]) -> frozenset[str]:
    many = {
        word[:-1] + "ies"
        if _consonant_y(word)
        else word + ("es" if word.endswith(("s", "ss", "ch")) else "s")
        for word in words
    }
    irregular = {word[:-3] + "men" for word in words if word.endswith("man")}
    return frozenset(words) | many | irregular
