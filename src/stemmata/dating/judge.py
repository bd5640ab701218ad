"""One text's day from its own clues and its page's stamp: agreed, contradicted, or only bounded."""

from dataclasses import dataclass, replace
from datetime import date
from math import prod

from stemmata.dating.clue import Clue
from stemmata.dating.clues import text_clues
from stemmata.dating.settings import DatingSettings
from stemmata.dating.stamps import accepted, day_of, existed_by, stamp_places
from stemmata.dating.told import Timed, Told
from stemmata.dating.windows import Windows, hull, lateness, meet
from stemmata.model import Anchor, Evidence, Interval
from stemmata.text.times import Tense
from stemmata.text.times.calendar import shifted, weekday_before

WEEK = range(7)
FORGIVEN = 3
"""Days between the weekday a wire story names and the stamp of a page that still means that very week."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What is known so far of the day one text was written.

    ``windows`` are the days its own clues leave open. ``trusted``: the page's stamp is believed.
    """

    told: Told
    clues: tuple[Clue, ...]
    windows: Windows
    written: Interval | None
    best: date | None
    anchor: Anchor
    trusted: bool
    evidence: tuple[Evidence, ...]
    recycled_days: int | None = None
    recycled_evidence: tuple[Evidence, ...] = ()


def judge(told: Told, settings: DatingSettings) -> Dated:
    """Date a text by itself: its clues first, then whether its page's stamp agrees with them."""
    clues = text_clues(told, _stamped(told), settings)
    reach = _reach(told, clues, settings)
    firm = tuple(clue for clue in clues if clue.weight >= settings.firm)
    windows = _open_days(firm, reach) if _bounded(firm) else ()
    evidence = tuple(Evidence(clue.rule, clue.says, clue.weight, clue.spans) for clue in clues)
    undated = Dated(told, clues, windows, hull(windows), None, Anchor.INFERRED, False, evidence)
    stamp = accepted(told.article)
    if stamp is None or (day := day_of(stamp.value)) is None:
        return _stated(undated)
    if any(clue.first is not None and clue.first > shifted(day, 1) for clue in clues):
        return _too_early(undated, day)
    proving = _proving(clues, reach, day, settings)
    filed = tuple(clue for clue in clues if clue.rule == "dateline")
    for against, slack in ((proving, settings.late_days), (filed, settings.filed_late_days)):
        late = lateness(windows := _open_days(against, reach), day, slack)
        if late is not None and late > 0:
            found = replace(undated, windows=windows, written=hull(windows))
            return _contradicted(_on_day_told(found), day, late, against)
    return _believed(undated, day, settings)


def _stamped(told: Told) -> date | None:
    stamp = accepted(told.article)
    return day_of(stamp.value) if stamp is not None else None


def _too_early(undated: Dated, day: date) -> Dated:
    """Set a stamp aside that is older than what the text looks back on."""
    stamp = accepted(undated.told.article)
    places = stamp_places(undated.told.article, stamp) if stamp else ()
    says = f"The page is stamped {day.isoformat()}, before the text can have been written."
    early = Evidence("stamp-too-early", says, -0.5, places)
    return replace(undated, written=None, windows=(), evidence=(*undated.evidence, early))


def _reach(told: Told, clues: tuple[Clue, ...], settings: DatingSettings) -> Interval | None:
    """Return the days among which to look: up to the day the page existed by, or that the text promises from."""
    last = existed_by(told.article)
    if last is None:
        promised = [clue.last for clue in clues if clue.last is not None]
        last = min(promised) if promised else None
    if last is None:
        return None
    return Interval(shifted(last, -366 * settings.reach_years), shifted(last, 1))


def _open_days(clues: tuple[Clue, ...], reach: Interval | None) -> Windows:
    """Return the days the clues leave open: none is known without a first or last day to look from."""
    if reach is None or not clues:
        return ()
    windows: Windows = (reach,)
    for clue in clues:
        narrowed = meet(windows, clue.allows(reach))
        windows = narrowed or windows
    return windows


def _bounded(clues: tuple[Clue, ...]) -> bool:
    """Whether clues say more than that a text was written before some day."""
    return any(clue.first is not None or clue.months or clue.near for clue in clues)


def _proving(
    clues: tuple[Clue, ...], reach: Interval | None, day: date, settings: DatingSettings
) -> tuple[Clue, ...]:
    """Return the clues that may contradict a stamp: strong ones, and weak ones when several do so together."""
    strong = tuple(clue for clue in clues if clue.weight >= settings.proof)
    if reach is None:
        return strong
    weak = [
        clue
        for clue in clues
        if clue not in strong and (lateness(clue.allows(reach), day, settings.late_days) or 0)
    ]
    doubt = prod(1 - clue.weight for clue in weak)
    return (*strong, *weak) if weak and 1 - doubt >= settings.proof else strong


def _stated(undated: Dated) -> Dated:
    """Take the day of a dateline that names its year, or of a line of its own; else the clues' bounds are all there is."""
    for rule, later, anchor in (("dateline", 0, Anchor.DATELINE), ("own-line", 1, Anchor.STATED)):
        for clue in undated.clues:
            if clue.rule == rule and clue.first is not None and clue.last is not None:
                days, best = Interval(clue.first, clue.last), shifted(clue.first, later)
                if not _looked_back_from(best, undated.clues):
                    return replace(undated, written=days, best=best, anchor=anchor)
    return _on_day_told(undated)


def _on_day_told(undated: Dated) -> Dated:
    """Take the one day of a few possible on which the text says it was told ("police said on Sunday")."""
    days, timed = undated.written, _told_on(undated.told)
    if days is None or timed is None or days.days > len(WEEK):
        return undated
    weekday = timed.mention.meaning.weekday
    fitting = [day for step in range(days.days) if (day := shifted(days.first, step)).weekday() == weekday]
    if len(fitting) != 1:
        return undated
    says = f"Of the days left, “{undated.told.quote(timed)}” fits {fitting[0].isoformat()}."
    told = Evidence("told-weekday", says, 0.6, (undated.told.place(timed),))
    written = Interval(fitting[0], min(days.last, shifted(fitting[0], 1)))
    return replace(undated, written=written, best=fitting[0], evidence=(*undated.evidence, told))


def _told_on(told: Told) -> Timed | None:
    """Return the first bare past weekday on which something was said."""
    return next(
        (
            timed
            for timed in told.times
            if timed.spoken
            and timed.mention.meaning.kind == "weekday"
            and timed.mention.meaning.shift is None
            and timed.mention.tense is not Tense.FUTURE
        ),
        None,
    )


def _looked_back_from(day: date, clues: tuple[Clue, ...]) -> bool:
    """Whether the text looks back on something after ``day``."""
    return any(clue.rule == "looks-back" and clue.first and clue.first > shifted(day, 1) for clue in clues)


def _contradicted(undated: Dated, day: date, late: int, proving: tuple[Clue, ...]) -> Dated:
    """Set the stamp aside: the page existed by then, and the text is older."""
    article = undated.told.article
    proofs = tuple(
        Evidence(clue.rule, clue.says, clue.weight, clue.spans)
        for clue in proving
        if clue.rule != "looks-back"
    )
    stamp = accepted(article)
    places = stamp_places(article, stamp) if stamp else ()
    says = f"The page is stamped {day.isoformat()}, {late} days or more after the last day its text allows."
    against = Evidence("stamp-too-late", says, 0.9, places)
    return replace(undated, recycled_days=late, recycled_evidence=(*proofs, against))


def _believed(undated: Dated, day: date, settings: DatingSettings) -> Dated:
    """Take the stamp for the day of writing, moved to the weekday that the story's opening names."""
    article, stamp = undated.told.article, accepted(undated.told.article)
    places = stamp_places(article, stamp) if stamp else ()
    says = f"The page is stamped {day.isoformat()}, and nothing in the text speaks against it."
    believed = replace(
        undated,
        written=Interval(shifted(day, -settings.page_lag), day),
        best=day,
        anchor=Anchor.STAMP,
        trusted=True,
        evidence=(*undated.evidence, Evidence("stamp", says, 0.8, places)),
    )
    return _on_weekday(believed, day)


def opening_weekday(told: Told) -> Timed | None:
    """Return the bare past weekday in the story's opening on which its news was told ("police said Sunday")."""
    return next((timed for timed in told.times if timed.spoken and _past_weekday(timed)), None)


def _past_weekday(timed: Timed) -> bool:
    meaning = timed.mention.meaning
    bare = meaning.kind == "weekday" and meaning.shift is None
    return timed.lede and bare and timed.mention.tense is not Tense.FUTURE


def _on_weekday(believed: Dated, stamp: date) -> Dated:
    """Narrow to the days from the latest weekday the opening names to the stamp.

    A stamp from west of the place reported from may be a day early: the weekday after it counts as that day.
    """
    named = [(_nearest(timed, stamp), timed) for timed in believed.told.times if _past_weekday(timed)]
    if not named:
        return believed
    telling = opening_weekday(believed.told)
    day, timed = max(named, key=lambda pair: (pair[0], -pair[1].mention.span.start))
    line = believed.told.article.dateline
    credited = line is not None and line.agency is not None
    wire = telling is not None and credited and (stamp - day).days <= FORGIVEN
    best = day if wire or day > stamp else stamp
    says = (
        f"The opening speaks of {day:%A} (“{believed.told.quote(timed)}”): by the stamp, {day.isoformat()}."
    )
    weighed = Evidence("opening-weekday", says, 0.7, (believed.told.place(timed),))
    days = Interval(min(day, stamp), max(day, stamp))
    return replace(believed, written=days, best=best, evidence=(*believed.evidence, weighed))


def _nearest(timed: Timed, stamp: date) -> date:
    ahead = shifted(stamp, 1)
    weekday = timed.mention.meaning.weekday or 0
    return ahead if timed.spoken and ahead.weekday() == weekday else weekday_before(stamp, weekday)
