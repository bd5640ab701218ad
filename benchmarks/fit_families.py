"""A simulated family laid out as LINEAGE sees it, for the programs that fit its models."""

from lineage_truth import truth
from simulator import Simulated
from stemmata.dating import DatingSettings, date_texts
from stemmata.lineage.lineup import Lineup
from stemmata.lineage.settings import LineageSettings
from stemmata.lineage.states import find_states
from stemmata.lineage.story import read_story
from stemmata.model import Family


def family(case: Simulated) -> tuple[Lineup, dict[int, int]]:
    """Return the lineup, and the true number of each of its states."""
    settings = LineageSettings()
    written, _ = date_texts(
        case.pages, (Family("f", (), tuple(page.id for page in case.pages)),), (), DatingSettings()
    )
    dates = {own.article: own for own in written}
    stories = [read_story(page, settings.crosshead) for page in case.pages]
    lineup = Lineup(find_states(stories, dates, "f"), dates, settings)
    first: dict[tuple[str, ...], int] = {}
    state = {text.number: first.setdefault(text.words, text.number) for text in case.texts}
    found = {
        at: min(state[case.number_of[page.id]] for page in one.articles)
        for at, one in enumerate(lineup.states)
    }
    return lineup, found


__all__ = ["family", "truth"]
