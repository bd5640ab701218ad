"""Dates lent within a family: texts that share a sentence share the day its time words are read from."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from stemmata.dating.judge import Dated, opening_weekday
from stemmata.dating.reprints import Shared, carried
from stemmata.dating.settings import DatingSettings
from stemmata.dating.stamps import accepted, day_of, existed_by, stamp_places
from stemmata.dating.told import Timed
from stemmata.dating.windows import meet
from stemmata.model import Anchor, Evidence, Interval
from stemmata.text.times import Meaning, Tense, resolve
from stemmata.text.times.calendar import around, shifted

LONGEST = 31
"""Days that a sibling may lend at most: a month is still worth telling."""
NARROW = 4
"""Days below which what a sibling lends to a page without a stamp is widened by one on either side: night at one desk is morning
at another, and on 74 real pages 5 lay a day outside."""
BY_STAMP = frozenset({"stamp", "opening-weekday"})
"""Rules that rest on the page's own stamp, and fall with it."""


class _Lent(NamedTuple):
    """The days on which a shared time word has in both texts the same meaning."""

    days: Interval
    here: Timed
    there: Timed


def lend(family: Sequence[Dated], shared: Shared, settings: DatingSettings) -> dict[str, Dated]:
    """Return the members of a family, each dated by its dated siblings where their sentences agree."""
    members = {dated.told.article.id: dated for dated in family}
    lenders = _lenders(list(members.values()), settings)
    settled = {dated.told.article.id for dated in lenders} | {
        name for name, dated in members.items() if dated.anchor is Anchor.SIBLING
    }
    waiting = [name for name in sorted(members) if name not in settled]
    while lenders and waiting:
        fresh = []
        for name in waiting:
            changed = _borrowed(members[name], lenders, shared, settings)
            if changed is not None:
                members[name] = changed
                fresh.append(name)
        waiting = [name for name in waiting if name not in fresh]
        lenders = [members[name] for name in fresh if members[name].best is not None][: settings.references]
    return members


def _lenders(family: list[Dated], settings: DatingSettings) -> list[Dated]:
    """Return the believed members whose stamps fall together: most sites, then earliest."""
    believed = sorted(
        (dated.best, dated.told.article.id, dated)
        for dated in family
        if dated.trusted and dated.best is not None
    )
    sites: Counter[str] = Counter()
    first, most, best = 0, 0, (0, 0)
    for place, (day, _, dated) in enumerate(believed):
        sites[dated.told.article.name] += 1
        while (day - believed[first][0]).days > settings.cluster_days:
            gone = believed[first][2].told.article.name
            sites[gone] -= 1
            sites += Counter()
            first += 1
        if len(sites) > most:
            most, best = len(sites), (first, place + 1)
    return [dated for _, _, dated in believed[best[0] : best[1]]][: settings.references]


def _borrowed(
    mine: Dated, lenders: Sequence[Dated], shared: Shared, settings: DatingSettings
) -> Dated | None:
    """Return the text dated by the first sibling that lends it days, or None when none does."""
    for other in lenders:
        if mine.trusted and not _copied(mine, other, shared, settings):
            continue
        lent = sorted(
            _lent(mine, other, shared, settings), key=lambda one: (one.days.days, one.days, one.here)
        )
        if not lent:
            continue
        days, used = lent[0].days, []
        for one in lent:
            if narrower := days.meet(one.days):
                days = narrower
                used.append(one)
        if days.days <= LONGEST:
            return _dated(mine, other, days, used, settings)
    return None


def _copied(mine: Dated, other: Dated, shared: Shared, settings: DatingSettings) -> bool:
    """Whether most of the story stands in the sibling word for word, opening and all: a page stamped anew.

    Regular reports (prices, weather) share sentences for years, with other figures; a believed stamp needs more to fall.
    """
    article = mine.told.article
    spans = carried(article, other.told.article, shared)
    body = sum(span.length for span in article.body)
    telling = opening_weekday(mine.told)
    opens = telling is not None and any(span.contains(telling.mention.span) for span in spans)
    return opens and body > 0 and sum(span.length for span in spans) >= settings.copied * body


def _dated(
    mine: Dated, other: Dated, days: Interval, used: Sequence[_Lent], settings: DatingSettings
) -> Dated:
    """Set the lent days beside the text's own stamp: within them, or long after them."""
    stamp = accepted(mine.told.article)
    day = day_of(stamp.value) if stamp else None
    known_by = existed_by(mine.told.article)
    if mine.trusted and day is not None and (day - days.last).days <= settings.late_days:
        return mine
    open_days = meet((days,), mine.windows) if mine.windows else (days,)
    upper = known_by if known_by is not None and known_by >= days.first else days.last
    sure = (open_days or (days,))[0].meet(Interval(days.first, upper)) or days
    if stamp is None and sure.days < NARROW:
        sure = Interval(shifted(sure.first, -1), shifted(sure.last, 1))
    says = _says(mine, other, used[0])
    spans = tuple(
        place for one in used[:3] for place in (mine.told.place(one.here), other.told.place(one.there))
    )
    lent = Evidence("dated-sibling", says, 0.85, spans)
    best = _best(mine, other, days.meet(sure) or sure)
    evidence = tuple(item for item in mine.evidence if item.rule not in BY_STAMP)
    result = replace(
        mine, written=sure, best=best, anchor=Anchor.SIBLING, trusted=False, evidence=(*evidence, lent)
    )
    return _against(result, other, best, lent, settings)


def _against(mine: Dated, other: Dated, best: date, lent: Evidence, settings: DatingSettings) -> Dated:
    """Call the page recycled when its stamp comes long after the days its siblings lend."""
    stamp = accepted(mine.told.article)
    day = day_of(stamp.value) if stamp else None
    if stamp is None or day is None or mine.written is None:
        return mine
    if (day - mine.written.last).days <= settings.late_days:
        return mine
    late = (day - best).days
    says = f"The page is stamped {day.isoformat()}; its text is of {best.isoformat()}, {late} days before."
    against = Evidence("stamp-too-late", says, 0.9, stamp_places(mine.told.article, stamp))
    proofs = tuple(item for item in mine.recycled_evidence if item.rule != "stamp-too-late")
    return replace(mine, recycled_days=late, recycled_evidence=(*proofs, lent, against))


def _best(mine: Dated, other: Dated, sure: Interval) -> date:
    """Return the likeliest day: the weekday the opening names, else the sibling's day, held within what is sure."""
    if opening_weekday(mine.told) is not None or other.best is None:
        return sure.first
    return min(max(other.best, sure.first), sure.last)


def _says(mine: Dated, other: Dated, one: _Lent) -> str:
    word = " ".join(one.here.mention.span.of(mine.told.article.text).split())
    when = other.best.isoformat() if other.best else "a known day"
    return (
        f"It shares “{mine.told.quote(one.here)}” with {other.told.article.name}, written {when}: "
        f"“{word}” means the same in both only if it was written {_from_to(one.days)}."
    )


def _from_to(days: Interval) -> str:
    if days.days == 1:
        return f"on {days.first.isoformat()}"
    return f"from {days.first.isoformat()} to {days.last.isoformat()}"


def _lent(mine: Dated, other: Dated, shared: Shared, settings: DatingSettings) -> Iterator[_Lent]:
    """Yield, for each time word in a sentence both texts have, the days it allows."""
    theirs: dict[Meaning, list[Timed]] = defaultdict(list)
    for there in other.told.times[: settings.most_times]:
        theirs[there.mention.meaning].append(there)
    for here in mine.told.times[: settings.most_times]:
        if not _lendable(here):
            continue
        for there in theirs.get(here.mention.meaning, ()):
            if _same_sentence(mine, here, other, there, shared, settings):
                days = _days(there, other, _kept(mine, here, there, settings))
                if days is not None:
                    yield _Lent(days, here, there)


def _kept(mine: Dated, here: Timed, there: Timed, settings: DatingSettings) -> bool:
    """Whether the sentence came down as it was: in credited copy, or nearly word for word.

    Who rewords a text days later keeps its "Saturday"; then the word tells only that it is later than that day.
    """
    line = mine.told.article.dateline
    if mine.told.article.credits or (line is not None and line.agency):
        return True
    common, either = len(here.stems & there.stems), len(here.stems | there.stems)
    return common >= settings.word_for_word * either


def _lendable(timed: Timed) -> bool:
    meaning = timed.mention.meaning
    return meaning.relative and meaning.kind not in {"since", "season", "quarter"}


def _same_sentence(
    mine: Dated, here: Timed, other: Dated, there: Timed, shared: Shared, settings: DatingSettings
) -> bool:
    if len(here.stems & there.stems) >= settings.sibling_stems:
        return True
    left, right = mine.told.article.id, other.told.article.id
    for passage in shared.get((min(left, right), max(left, right)), ()):
        mine_span, other_span = passage.left_span, passage.right_span
        if left > right:
            mine_span, other_span = other_span, mine_span
        if (
            passage.kind.derives
            and mine_span.contains(here.mention.span)
            and other_span.contains(there.mention.span)
        ):
            return True
    return False


def _days(there: Timed, other: Dated, kept: bool) -> Interval | None:
    """Return the days of writing from which the word means what it means in the dated sibling."""
    if other.best is None:
        return None
    meaning, tense = there.mention.meaning, there.mention.tense
    when = resolve(there.mention, Interval.day(other.best)).when
    if when is None:
        return None
    later = 6 if kept else LONGEST - 1
    if meaning.kind == "weekday" and tense is Tense.FUTURE:
        return Interval(shifted(when.first, -6), when.first) if kept else None
    if meaning.kind == "weekday":
        return Interval(when.first, shifted(when.first, later))
    if meaning.kind in {"relative", "ago"} and (kept or meaning.unit in {"M", "Y"}):
        return around(other.best, meaning.unit or "D")
    if meaning.kind == "today":
        return Interval(other.best, shifted(other.best, 1 if kept else later))
    if meaning.kind in {"day", "month"} and tense is Tense.PAST:
        return Interval(when.first, shifted(when.first, 364))
    return None
