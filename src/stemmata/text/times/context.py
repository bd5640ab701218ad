"""Times that only the words before them can tell: "a year earlier" beside a quarter, "later that year"."""

from collections.abc import Iterable, Iterator

from stemmata.text.times.mention import Meaning, Mention

NEAR = 1500
"""Characters back to which a quarter or a day is still what is spoken of."""
COARSER = {
    "D": ("day", "weekday", "today"),
    "M": ("month", "day"),
    "Q": ("quarter",),
    "Y": ("year", "month", "day", "quarter"),
}
"""The kinds of meaning that tell of a day, a month, a quarter or a year."""


def in_context(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the mentions of one text, in order, with meanings that the earlier ones complete.

    What points back at nothing ("that year", of no year before it) is no time.
    """
    quarter: Mention | None = None
    told: list[Mention] = []
    for mention in mentions:
        known = _completed(mention, quarter if quarter and _near(quarter, mention) else None, told)
        if _of_quarter(known.meaning):
            quarter = known
        if known.meaning.kind == "that":
            continue
        told = [*told[-5:], known]
        yield known


def _near(earlier: Mention, mention: Mention) -> bool:
    return mention.span.start - earlier.span.end <= NEAR


def _of_quarter(meaning: Meaning) -> bool:
    return meaning.kind == "quarter" or (meaning.kind == "relative" and meaning.unit == "Q")


def _completed(mention: Mention, quarter: Mention | None, told: list[Mention]) -> Mention:
    meaning = mention.meaning
    if meaning.kind == "that":
        return _that(mention, told)
    if quarter is not None and _year_before(meaning) and not meaning.quarter:
        return mention._replace(meaning=Meaning("yearago", quarter=quarter.meaning.quarter or 0))
    return mention


def _year_before(meaning: Meaning) -> bool:
    ago = meaning.kind == "ago" and meaning.unit == "Y" and meaning.number == 1 and meaning.shift == -1
    return ago or meaning.kind == "yearago"


def _that(mention: Mention, told: list[Mention]) -> Mention:
    """Give "that day" the meaning of the latest day spoken of, "that year" the year of the latest time with one."""
    unit = mention.meaning.unit or "D"
    for earlier in reversed(told):
        meaning = earlier.meaning
        if not _near(earlier, mention):
            break
        if meaning.kind in COARSER.get(unit, ()) or (meaning.kind == "relative" and meaning.unit == unit):
            found = _cut(meaning, unit)
            if found is not None:
                return mention._replace(meaning=found, tense=earlier.tense)
    return mention


def _cut(meaning: Meaning, unit: str) -> Meaning | None:
    """Return the day, month or year of a meaning; None for the year of one that names none."""
    if meaning.kind == "relative" or unit in {"D", "Q"}:
        return meaning._replace(part=None, last_day=None)
    if unit == "M":
        return Meaning("month", meaning.year, meaning.month, shift=meaning.shift)
    return Meaning("year", meaning.year) if meaning.year is not None else None
