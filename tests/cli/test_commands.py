"""Each command does what its help says, and leaves with the code of the contract."""

import csv
import json
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import Result

Typed = Callable[..., Result]
Traced = tuple[Path, Result]
TABLES = [
    "articles",
    "unread",
    "passages",
    "families",
    "nodes",
    "links",
    "origins",
    "events",
    "times",
    "statements",
    "speakers",
    "claims",
    "sites",
    "terms",
    "series",
]


def test_the_version_is_that_of_the_package(typed: Typed) -> None:
    assert typed("--version").output == f"stemmata, version {version('stemmata')}\n"


def test_help_shows_how_to_begin(typed: Typed) -> None:
    result = typed("--help")

    assert result.exit_code == 0
    assert "stemmata demo" in result.output
    assert "stemmata trace pages/" in result.output


def test_trace_prints_the_answer_and_where_the_rest_is(traced: Traced) -> None:
    folder, result = traced

    assert result.exit_code == 0
    assert result.stdout.startswith("15 pages → 3 events")
    assert f"report: {folder / 'report.html'}\ncase:   {folder / 'case.db'}\n" in result.stdout


def test_trace_tells_on_standard_error_what_it_could_not_read(traced: Traced) -> None:
    assert re.fullmatch(r"unread: \S+p11\.html: .+ \(link-list\)\n", traced[1].stderr)


def test_the_report_is_one_file_that_needs_nothing_else(traced: Traced) -> None:
    report = (traced[0] / "report.html").read_text(encoding="utf-8")

    assert report.lstrip().lower().startswith("<!doctype html>")
    assert not re.search(
        r"""<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=["']?(?:https?:)?//""", report, re.I
    )
    assert not re.search(r"""@import|url\(["']?(?:https?:)?//""", report, re.I)


def test_without_options_case_and_report_lie_in_the_current_folder(
    typed: Typed, example: Path, here: Path
) -> None:
    result = typed("trace", example / "pages" / "p02.txt", example / "pages" / "p08.html")

    assert result.exit_code == 0
    assert sorted(path.name for path in here.iterdir()) == ["stemmata-report.html", "stemmata.db"]


def test_json_can_be_read_by_a_program(typed: Typed, example: Path, here: Path) -> None:
    result = typed("trace", example / "pages" / "p02.txt", "--json")
    told = json.loads(result.stdout)

    assert [article["source"].endswith("p02.txt") for article in told["articles"]] == [True]
    assert told["events"][0]["origins"] == 1


def test_a_second_trace_into_the_same_case_adds_to_it(typed: Typed, example: Path, here: Path) -> None:
    typed("trace", example / "pages" / "p08.html")
    result = typed("trace", example / "pages" / "p02.txt", "--json")

    assert len(json.loads(result.stdout)["articles"]) == 2


def test_rows_come_in_on_standard_input_under_the_users_own_names(
    typed: Typed, example: Path, here: Path
) -> None:
    (row, *_) = (example / "pages" / "rows.jsonl").read_text(encoding="utf-8").splitlines()
    renamed = json.dumps(
        {"content" if name == "text" else name: value for name, value in json.loads(row).items()}
    )
    result = typed("trace", "-", "--column", "text=content", "--json", stdin=renamed.encode())

    assert json.loads(result.stdout)["articles"][0]["source"] == "hd-r1"


def test_a_phrase_asked_for_is_followed_into_the_tables(typed: Typed, example: Path, here: Path) -> None:
    result = typed("trace", example / "pages" / "p03.html", "--term", "temporary safety pause", "--json")
    terms = {term["phrase"]: term for term in json.loads(result.stdout)["terms"]}

    assert terms["temporary safety pause"]["first"]["when"] == ["2024-06-13", "2024-06-13"]


@pytest.mark.slow
def test_demo_runs_on_the_invented_news_day(typed: Typed, here: Path) -> None:
    result = typed("demo")

    assert result.exit_code == 0
    assert "15 pages → 3 events" in result.output
    assert sorted(path.name for path in here.iterdir()) == ["stemmata-report.html", "stemmata.db"]


def test_demo_adds_nothing_to_a_case_of_ones_own(typed: Typed, example: Path, here: Path) -> None:
    (here / "mine.txt").write_bytes((example / "pages" / "p13.txt").read_bytes())
    typed("trace", "mine.txt")
    before = (here / "stemmata.db").read_bytes()
    result = typed("demo")

    assert result.exit_code == 2
    assert "holds a case of your own" in result.stderr
    assert (here / "stemmata.db").read_bytes() == before


def test_json_holds_the_tables_of_the_contract(typed: Typed, example: Path, here: Path) -> None:
    result = typed("trace", example / "pages" / "p02.txt", "--json")
    told = json.loads(result.stdout)

    assert {"articles", "nodes", "sites", "series", "run"} <= told.keys()
    assert {"stamp", "written", "template"} <= told["articles"][0].keys()


@pytest.fixture(scope="session")
def exported(typed: Typed, traced: Traced, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the example's tables in every form."""
    folder = tmp_path_factory.mktemp("exported")
    for form in ("jsonl", "csv", "parquet"):
        result = typed("export", "--to", form, folder, "--db", traced[0] / "case.db")
        told = [folder / f"{name}.{form}" for name in TABLES] + [folder / "run.json"]
        assert (result.exit_code, result.output.splitlines()) == (0, [str(path) for path in told])
    return folder


def test_export_writes_every_table_of_the_contract_in_every_form(exported: Path) -> None:
    names = {f"{name}.{form}" for name in TABLES for form in ("jsonl", "csv", "parquet")}

    assert {path.name for path in exported.iterdir()} == names | {"run.json"}


def test_the_forms_of_an_export_hold_the_same_rows(exported: Path) -> None:
    lines = (exported / "nodes.jsonl").read_text(encoding="utf-8").splitlines()
    ids = [json.loads(line)["id"] for line in lines]
    with (exported / "nodes.csv").open(encoding="utf-8", newline="") as file:
        columns = [row["id"] for row in csv.DictReader(file)]

    assert ids == columns == pq.read_table(exported / "nodes.parquet")["id"].to_pylist()
    assert ids == sorted(ids)


def test_run_json_tells_how_the_case_came_about(exported: Path) -> None:
    run = json.loads((exported / "run.json").read_text(encoding="utf-8"))

    assert run["counts"]["articles"] == 15
    assert all(one["sha256"] for one in run["inputs"])
    assert {"version", "settings", "seconds"} <= set(run)


@pytest.mark.parametrize("called", ["hd-r1", "https://quarryman.example/news/islanders-stranded", "id"])
def test_explain_knows_a_page_by_its_source_its_url_and_its_id(
    typed: Typed, traced: Traced, called: str
) -> None:
    known = json.loads(typed("explain", "hd-r1", "p08.html", "--db", traced[0] / "case.db", "--json").stdout)
    name = known["left"]["id"] if called == "id" else called
    again = typed("explain", name, "p08.html", "--db", traced[0] / "case.db", "--json")

    assert json.loads(again.stdout) == known


def test_explain_tells_two_witnesses_of_one_text(typed: Typed, traced: Traced) -> None:
    told = json.loads(typed("explain", "p02.txt", "p08.html", "--db", traced[0] / "case.db", "--json").stdout)

    assert told["relation"] == "same text"
    assert told["left_shared"] > 0.9


def test_explain_reads_pages_that_are_in_no_case(typed: Typed, example: Path, here: Path) -> None:
    pages = example / "pages"
    told = json.loads(typed("explain", pages / "p09.txt", pages / "p03.html", "--json").stdout)

    assert told["relation"] == "made from it"
    assert told["passages"]
    assert list(here.iterdir()) == []


def test_explain_puts_a_page_of_the_case_beside_one_that_is_not(
    typed: Typed, example: Path, here: Path
) -> None:
    typed("trace", example / "pages" / "p08.html")
    result = typed("explain", "p08.html", example / "pages" / "p02.txt", "--json")

    assert json.loads(result.stdout)["relation"] == "same text"


def test_term_tells_first_use_and_history(typed: Typed, traced: Traced) -> None:
    told = json.loads(
        typed("term", "precautionary withdrawal of service", "--db", traced[0] / "case.db", "--json").stdout
    )

    assert told["first"]["when"][0] == "2024-06-13"
    assert sum(one["articles"] for one in told["series"]) == 5


def test_a_phrase_that_nobody_uses_is_no_failure(typed: Typed, traced: Traced) -> None:
    result = typed("term", "sealed with marmalade", "--db", traced[0] / "case.db")

    assert result.exit_code == 0
    assert result.output.strip()


@pytest.mark.parametrize(
    "words",
    [
        ["trace"],
        ["trace", "--no-such-option", "page.txt"],
        ["trace", "page.txt", "--column", "nonsense"],
        ["trace", "page.txt", "--db", "no/such/folder/case.db"],
        ["trace", "page.txt", "--db", "same", "--report", "same"],
        ["trace", "page.txt", "--report", "page.txt"],
        ["trace", "page.txt", "--report", "n" * 5000],
        ["explain", "page.txt"],
        ["explain", "page.txt", "no-such-page.txt"],
        ["explain", "page.txt", "."],
        ["export", "--to", "xml", "out"],
        ["export", "--to", "csv", "out", "--db", "no-such.db"],
        ["term", "phrase", "--db", "no-such.db"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_usage_leaves_with_2_and_one_clear_error(
    typed: Typed, here: Path, example: Path, words: list[str]
) -> None:
    (here / "page.txt").write_bytes((example / "pages" / "p02.txt").read_bytes())
    result = typed(*words)

    assert result.exit_code == 2
    assert re.search(r"^(?:Error: \S|Usage: stemmata)", result.stderr, re.M)
    assert [path.name for path in here.iterdir()] == ["page.txt"]


def test_a_phrase_without_a_word_is_wrong_usage(typed: Typed, traced: Traced) -> None:
    assert typed("term", "“…”", "--db", traced[0] / "case.db").exit_code == 2


def test_sites_shows_networks_of_the_case_and_of_a_folder(typed: Typed, traced: Traced) -> None:
    folder, _ = traced
    of_case = typed("sites", "--db", str(folder / "case.db"))
    rows = json.loads(typed("sites", "--db", str(folder / "case.db"), "--json").stdout)

    assert of_case.exit_code == 0
    assert re.match(r"15 pages → \d networks?, \d+ sites? alone\n\nNETWORK ", of_case.stdout)
    assert {row["tier"] for row in rows} <= {"conclusive", "associative", "circumstantial"}


def test_sites_of_a_folder_keeps_nothing(typed: Typed, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "one.txt").write_text(
        "Ferry runs aground\nA ferry ran aground off Tarnmouth late on Tuesday, the coastguard said in a statement.\n"
        "All 214 passengers were taken off by lifeboat before dawn and none of them was hurt.\n"
    )
    result = typed("sites", str(pages))

    assert result.stdout.startswith("1 page → no network")
    assert not list(tmp_path.rglob("*.db"))


def test_statements_are_told_by_speaker_and_by_event(typed: Typed, traced: Traced) -> None:
    db = str(traced[0] / "case.db")
    told = typed("statements", "--speaker", "Varnholt", "--db", db)
    rows = json.loads(typed("statements", "--event", "ferries", "--db", db, "--json").stdout)

    assert told.stdout.splitlines()[2].startswith("Ilse Varnholt · person")
    assert rows
    assert {"speaker", "content", "via", "evidence"} <= set(rows[0])


def test_quotes_find_a_phrase_with_its_pages(typed: Typed, traced: Traced) -> None:
    told = typed("quotes", "temporary safety pause", "--db", str(traced[0] / "case.db"))

    assert told.stdout.startswith("“temporary safety pause” → in ")
    assert "Ilse Varnholt" in told.stdout


def test_quotes_of_no_word_are_wrong_usage(typed: Typed, traced: Traced) -> None:
    assert typed("quotes", "…", "--db", str(traced[0] / "case.db")).exit_code == 2


def test_neighbours_come_nearest_first_and_the_case_stays_as_it_is(typed: Typed, traced: Traced) -> None:
    case = traced[0] / "case.db"
    before = case.read_bytes()
    result = typed("neighbours", "p03.html", "--db", str(case))
    rows = json.loads(typed("neighbours", "p03.html", "--db", str(case), "--json").stdout)

    assert result.stdout.startswith("p03.html → 10 pages that share words with it\n\np09.txt · its source\n")
    assert len(rows) == 10
    assert case.read_bytes() == before


def test_a_page_without_neighbours_says_so(typed: Typed, traced: Traced) -> None:
    result = typed("neighbours", "p05.html", "--db", str(traced[0] / "case.db"))

    assert result.stdout == "p05.html → no page here shares words with it\n"


def test_neighbours_of_no_page_or_no_case_are_an_error(typed: Typed, traced: Traced) -> None:
    assert typed("neighbours", "nowhere.html", "--db", str(traced[0] / "case.db")).exit_code != 0
    assert typed("neighbours", "p05.html", "--db", str(traced[0] / "none.db")).exit_code != 0


def test_events_dates_and_series_ask_the_case_when(typed: Typed, traced: Traced) -> None:
    case = str(traced[0] / "case.db")
    happened, page, counted = (
        typed("events", "--db", case),
        typed(
            "dates",
            json.loads(typed("events", "--db", case, "--json").output)[0]["articles"][0],
            "--db",
            case,
        ),
        typed("series", "ban", "--by", "year", "--db", case),
    )

    assert happened.output.startswith("15 pages → 3 events")
    assert "stamp" in page.output
    assert counted.output.startswith("ban → 2 events")
