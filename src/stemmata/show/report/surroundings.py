"""What stands beside the events: sites, phrases, how the report came about."""

from collections import Counter
from typing import NamedTuple

from stemmata.model import Case, FirstUse, Network, Series, Term, Tier, Usage
from stemmata.show.report.anchors import anchor
from stemmata.show.report.quoting import clean
from stemmata.show.report.receipts import Clerk, Receipts
from stemmata.show.report.texts import page_ref
from stemmata.show.report.voices import PageRef
from stemmata.show.shares import copied_share
from stemmata.show.words import count, days

TIERS = {
    Tier.CONCLUSIVE: "conclusive",
    Tier.ASSOCIATIVE: "points to one maker",
    Tier.CIRCUMSTANTIAL: "a hint, no more",
}


class SiteRow(NamedTuple):
    """One network, or one site; ``copied`` is the share of its body words that stand in an earlier text."""

    name: str
    network: bool
    tier: str
    pages: tuple[PageRef, ...]
    copied: float
    recycled: int
    receipts: Receipts


class Bar(NamedTuple):
    """One stretch of time of a phrase; ``length`` is its share (0 to 100) of the fullest stretch."""

    when: str
    says: str
    length: int


class TermRow(NamedTuple):
    """One phrase: its first use, with the words around it, and its history."""

    phrase: str
    page: PageRef | None
    when: str
    around: tuple[str, str, str]
    bars: tuple[Bar, ...]


class SeriesRow(NamedTuple):
    """One recurring kind of event, counted per event and not per report; ``rule`` says how."""

    kind: str
    rule: str
    bars: tuple[Bar, ...]


class Making(NamedTuple):
    """How the report came about."""

    version: str
    kernels: str
    seconds: tuple[tuple[str, float], ...]
    total: float
    settings: tuple[tuple[str, str], ...]
    inputs: tuple[tuple[str, str], ...]
    more_inputs: int


_INPUTS = 500


def site_rows(clerk: Clerk) -> tuple[SiteRow, ...]:
    """Return networks of several sites first, then single sites, by how much they copied."""
    rows = [_site(clerk, one) for one in clerk.index.case.networks]
    return tuple(sorted(rows, key=lambda row: (not row.network, -row.recycled, -row.copied, row.name)))


def _site(clerk: Clerk, network: Network) -> SiteRow:
    told = (clerk.index.written.get(one) for one in network.articles)
    files = clerk.index.files
    pages = sorted(
        (PageRef(files[one], anchor("page", one)) for one in network.articles), key=lambda page: page.name
    )
    return SiteRow(
        " · ".join(network.sites) or "site not named",
        network.template is not None,
        TIERS[network.tier] if network.template else "",
        tuple(pages),
        copied_share(clerk.index, network.articles),
        sum(one.recycled for one in told if one),
        clerk.receipts(network.evidence),
    )


def term_rows(clerk: Clerk) -> tuple[TermRow, ...]:
    """Return the history of every phrase of the case."""
    return tuple(_term(clerk, one) for one in clerk.index.case.terms)


def _term(clerk: Clerk, term: Term) -> TermRow:
    most = max((usage.articles for usage in term.series), default=1)
    bars = tuple(_bar(one, most) for one in term.series)
    first = term.first
    if first is None:
        return TermRow(term.phrase, None, "on none of these pages", ("", "", ""), bars)
    return TermRow(term.phrase, page_ref(clerk, first.article), days(first.when), _around(clerk, first), bars)


def _around(clerk: Clerk, first: FirstUse) -> tuple[str, str, str]:
    text = clerk.index.articles[first.article].text
    start, end = first.span
    before = text[max(0, start - 70) : start].partition(" ")[2]
    after = text[end : end + 70].rpartition(" ")[0]
    around = clerk.quoting.repeated(before + text[start:end] + after, first.article, longest=400)
    if around is None:
        return "", clean(text[start:end]), ""
    parts = (" ".join(part.split()) for part in (before, text[start:end], after))
    gaps = [" " if part.isspace() else "" for part in (before[-1:], after[:1])]
    one, phrase, other = parts
    return one + gaps[0], phrase, gaps[1] + other


def _bar(usage: Usage, most: int) -> Bar:
    says = f"{count(usage.articles, 'page')}, {count(usage.origins, 'origin')}"
    return Bar(f"{usage.first:%Y-%m}", says, round(100 * usage.articles / max(1, most)))


def series_rows(clerk: Clerk) -> tuple[SeriesRow, ...]:
    """Return the kinds of event that recur among these pages."""
    recurring = [one for one in clerk.index.case.series if sum(point.events for point in one.points) > 1]
    return tuple(_series(one) for one in recurring)


def _series(series: Series) -> SeriesRow:
    most = max(point.events for point in series.points)
    bars = (
        Bar(
            f"{point.first:%Y-%m}",
            f"{count(point.events, 'event')} in {count(point.reports, 'page')}",
            round(100 * point.events / most),
        )
        for point in series.points
    )
    return SeriesRow(series.kind, series.rule, tuple(bars))


def making(clerk: Clerk) -> Making | None:
    """Return how the case came about; None when nobody ran anything."""
    run = clerk.index.case.run
    if run is None:
        return None
    inputs = [(clerk.quoting.path(one.source), one.sha256 or "") for one in run.inputs]
    return Making(
        run.version,
        run.kernels,
        tuple((one.stage, one.seconds) for one in run.seconds),
        sum(one.seconds for one in run.seconds),
        run.settings,
        tuple(inputs[:_INPUTS]),
        max(0, len(inputs) - _INPUTS),
    )


def unread_reasons(case: Case) -> str:
    """Return ``2 empty, 1 no-article``."""
    reasons = Counter(one.reason for one in case.unread)
    return ", ".join(f"{number} {reason}" for reason, number in sorted(reasons.items()))
