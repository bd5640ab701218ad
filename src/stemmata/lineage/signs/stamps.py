"""Hours apart: stamps of two pages that nothing in their texts contradicts. Weak, because copies are posted late."""

from datetime import datetime, timedelta

from stemmata.lineage.pairs import Pair, Side
from stemmata.lineage.signs.sign import Mark, Sign
from stemmata.model import Stamp, Written

_ZONED = timedelta(hours=1)  # least difference of two stamps that both name their offset
_NAIVE = timedelta(hours=6)  # the same where one does not
_FULL = timedelta(hours=24)  # difference that makes the sign full


def _look(pair: Pair) -> Mark | None:
    early, late = _earliest(pair.early), _earliest(pair.late)
    if early is None or late is None:
        return None
    zoned = early.tzinfo is not None and late.tzinfo is not None
    apart = late - early if zoned else _bare(late) - _bare(early)
    if apart < (_ZONED if zoned else _NAIVE):
        return None
    hours = round(apart / timedelta(hours=1))
    says = f"{pair.late.name} is stamped {hours} hours after {pair.early.name}, and neither text contradicts its stamp."
    return Mark(min(1.0, apart / _FULL), says)


def _earliest(side: Side) -> datetime | None:
    """Return the earliest believed stamp of a text's pages that names an hour."""
    own = {page.id: page for page in side.state.articles}
    found = [
        moment
        for written in side.written
        if not written.recycled
        for stamp in own[written.article].stamps[:1]
        if (moment := _moment(stamp)) is not None and _believed(written, moment)
    ]
    return min(found, key=_bare) if found and len(found) == len(side.state.articles) else None


def _believed(written: Written, moment: datetime) -> bool:
    span = written.written
    return span is not None and abs((moment.date() - span.last).days) <= 1


def _moment(stamp: Stamp) -> datetime | None:
    """Read a stamp; one that names only a day says nothing here."""
    if "T" not in stamp.value:
        return None
    try:
        return datetime.fromisoformat(stamp.value)
    except ValueError:
        return None


def _bare(moment: datetime) -> datetime:
    """Return the time on the wall: pages of one story are mostly of one region."""
    return moment.replace(tzinfo=None)


STAMPS = Sign("stamped-earlier", 0.7, _look)
