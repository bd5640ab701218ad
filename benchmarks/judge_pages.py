"""What is judged page by page: reading, dates, site networks."""

from datetime import UTC, date, datetime

from judge_case import Judged, Row
from judge_measures import f1, pairs, precision, recall, same_name, share

LONGEST_DAYS = 31


def figures(judged: Judged) -> dict[str, float | None]:
    """Return every figure of reading, dating and sites."""
    return _reading(judged) | _written(judged) | _recycled(judged) | _networks(judged)


def _reading(judged: Judged) -> dict[str, float | None]:
    unread = {row["source"].rsplit("/", 1)[-1] for row in judged.tables["unread"]}
    read = [
        (judged.article_of[name], page) for name, page in judged.pages.items() if name in judged.article_of
    ]
    return {
        "pages.read": share(name in judged.article_of for name in judged.pages),
        "pages.unread": share(page["file"] in unread for page in judged.truth["unread"]),
        "pages.stamp": share(_instant(_value(row["stamp"])) == _instant(page["stamp"]) for row, page in read),
        "pages.site": share(
            any(same_name(page["site"], row[column]) for column in ("site", "publisher"))
            for row, page in read
            if page["site"]
        ),
        "pages.agency": share(
            any(same_name(page["agency"], origin["agency"]) for origin in _origins(judged, row["id"]))
            for row, page in read
            if page["agency"]
        ),
        "pages.origins": share(
            len(_origins(judged, row["id"])) == len(page["origins"]) for row, page in read
        ),
    }


def _origins(judged: Judged, article: str) -> list[Row]:
    return [row for row in judged.tables["origins"] if article in row["articles"]]


def _value(stamp: Row | None) -> str | None:
    return stamp["value"] if stamp else None


def _instant(value: str | None) -> datetime | str | None:
    """Return a stamp as it can be compared: an instant where an offset is given, else as it is written."""
    if value is None or len(value) <= len("2024-06-13"):
        return value
    moment = datetime.fromisoformat(value)
    return moment.astimezone(UTC) if moment.tzinfo else moment.isoformat()


def _written(judged: Judged) -> dict[str, float | None]:
    read = [
        (judged.article_of[name], page) for name, page in judged.pages.items() if name in judged.article_of
    ]
    return {
        "written.holds": share(_holds(row["written"], page) for row, page in read),
        "written.tight": share(_days(row["written"]) <= LONGEST_DAYS for row, page in read),
        "written.best": share(
            row["written_best"] == page["written_best"] for row, page in read if page["written_best"]
        ),
        "written.best_inside": share(
            page["written"][0] <= row["written_best"] <= page["written"][1]
            for row, page in read
            if row["written_best"]
        ),
    }


def _holds(found: list[str] | None, page: Row) -> bool:
    """Whether an interval meets the true one and holds the best day, where that can be told."""
    if found is None:
        return False
    first, last = page["written"]
    best = page["written_best"]
    return found[0] <= last and first <= found[1] and (best is None or found[0] <= best <= found[1])


def _days(interval: list[str] | None) -> float:
    if interval is None:
        return float("inf")
    first, last = map(date.fromisoformat, interval)
    return (last - first).days + 1


def _recycled(judged: Judged) -> dict[str, float | None]:
    true = {name for name, page in judged.pages.items() if page["recycled"]}
    found = {name for name, row in judged.article_of.items() if row["recycled"]}
    proof = [judged.article_of[name]["recycled_evidence"] for name in true & found]
    return {
        "recycled.precision": precision(found, true),
        "recycled.recall": recall(found, true),
        "recycled.proof": share(any(one["spans"] for one in evidence) for evidence in proof),
    }


def _networks(judged: Judged) -> dict[str, float | None]:
    true = pairs({page: one["key"] for one in judged.truth["networks"] for page in one["pages"]})
    found = pairs({name: row["template"] for name, row in judged.article_of.items()})
    return {"networks.f1": f1(found, true), "networks.precision": precision(found, true)}
