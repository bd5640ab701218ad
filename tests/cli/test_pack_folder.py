"""The user's own rules for some sites, from a folder."""

import json
from pathlib import Path

from click.testing import CliRunner

from stemmata.cli import main

ROW = {
    "site": "gull.example",
    "text": "Gulls of the week\nThe ferry Anselma sails again from Friday, and will cross Tarn Sound four times a day.\n"
    "The gull is our bird, and this is our paper; take it home, and tell all of your friends about it.",
}


def traced(folder: Path, *options: str) -> str:
    rows = folder / "rows.jsonl"
    rows.write_text(json.dumps(ROW), encoding="utf-8")
    case = ["--db", str(folder / "case.db"), "--report", str(folder / "case.html")]
    return CliRunner().invoke(main, ["trace", str(rows), *case, *options]).output


def test_a_folder_of_packs_is_read_by(tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    (packs / "gull.toml").write_text(
        'sites = "gull.example"\n[[layout]]\nleave_lines = "The gull is our bird*"'
    )

    [article] = json.loads(traced(tmp_path, "--json", "--packs", str(packs)))["articles"]

    assert article["notes"] == ["Read by the rules for gull.example (pack gull)."]
    assert sum(block["role"] == "body" for block in article["blocks"]) == 1


def test_a_pack_that_is_none_ends_the_job_with_its_name(tmp_path: Path) -> None:
    packs = tmp_path / "packs"
    packs.mkdir()
    (packs / "gull.toml").write_text('sites = "gull.example"\n[[layout]]\nstroy = "p"')

    assert "The pack gull.toml, layout 1 has “stroy”" in traced(tmp_path, "--packs", str(packs))
