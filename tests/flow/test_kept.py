"""Trees of the run before: grown anew only where something new has come."""

from importlib import import_module
from pathlib import Path

import pytest

import stemmata
from stemmata.model import Family

flow_trace = import_module("stemmata.flow.trace")

FERRY = """The harbour board of Orm closed the car deck of the ferry Tove on Monday after a hinge broke.
Some 400 commuters had to walk aboard, and lorries were sent round by the Brandal bridge.
“We would rather be late than wet,” said the board's chairwoman, Ida Rask.
A new hinge is being cast in Velden and will be fitted on Thursday, the board said."""
CUT = FERRY.rsplit("\n", 1)[0]
OTHER = """Botanists in Lower Senn have found a moss that was thought to have died out in 1911.
It grows on a single boulder behind the fire station, said Paul Anders of the county museum.
The fire brigade has agreed to wash its engines elsewhere.
Visitors may see the boulder on Sundays between two and four."""
COPY = OTHER.replace("thought to have died out", "believed extinct")


@pytest.fixture
def grown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return the families whose trees are grown from now on."""
    found: list[tuple[str, ...]] = []
    grow = flow_trace.build_stemma

    def noted(family: Family, *args: object, **more: object) -> object:
        found.append(family.articles)
        return grow(family, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(flow_trace, "build_stemma", noted)
    return found


def _write(folder: Path, **pages: str) -> list[Path]:
    paths = [folder / f"{name}.txt" for name in pages]
    for path, text in zip(paths, pages.values(), strict=True):
        path.write_text(text.replace("\n", "\n\n"), encoding="utf-8")
    return paths


def test_a_page_more_grows_but_its_own_family_s_tree(tmp_path: Path, grown: list[tuple[str, ...]]) -> None:
    stemmata.trace(*_write(tmp_path, ferry=FERRY, other=OTHER), db=tmp_path / "case.db")
    grown.clear()
    case = stemmata.trace(*_write(tmp_path, cut=CUT), db=tmp_path / "case.db")
    names = {article.id: Path(article.source).stem for article in case.articles}

    assert [sorted(names[one] for one in family) for family in grown] == [["cut", "ferry"]]


def test_the_answer_is_that_of_one_run(tmp_path: Path) -> None:
    pages = _write(tmp_path, ferry=FERRY, other=OTHER, cut=CUT, copy=COPY)
    stemmata.trace(*pages, db=tmp_path / "whole.db")
    for path in pages:
        stemmata.trace(path, db=tmp_path / "case.db")
    whole, case = stemmata.load(tmp_path / "whole.db"), stemmata.load(tmp_path / "case.db")

    assert (case.nodes, case.links, case.origins) == (whole.nodes, whole.links, whole.origins)


def test_trees_grown_by_another_version_are_not_kept(
    tmp_path: Path, grown: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    stemmata.trace(*_write(tmp_path, ferry=FERRY, other=OTHER), db=tmp_path / "case.db")
    grown.clear()
    monkeypatch.setattr("stemmata.wiring.asked.VERSION", "0.0.9")
    stemmata.trace(*_write(tmp_path, cut=CUT), db=tmp_path / "case.db")

    assert len(grown) == 2
