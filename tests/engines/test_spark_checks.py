"""What keeps Spark from starting is said soon and plainly; none of this needs Spark."""

import socket
from pathlib import Path
from time import monotonic

import pytest

from stemmata.engines.spark.checks import check_form, check_java, check_master
from stemmata.errors import BadInput, MissingExtra, StemmataError


@pytest.mark.parametrize(
    "master", ["local", "local[*]", "local[2]", "spark://one:7077,two:7077", "yarn", "k8s://https://host:443"]
)
def test_what_spark_takes_for_a_master_is_one(master: str) -> None:
    check_form(master)


@pytest.mark.parametrize("master", ["", "local[0]", "http://host:8080", "host:7077", "spark://", "local[2] "])
def test_what_can_be_no_master_is_refused(master: str) -> None:
    with pytest.raises(BadInput, match="no Spark master"):
        check_form(master)


def test_a_master_that_does_not_answer_is_named_in_a_moment() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        master = f"spark://127.0.0.1:{taken.getsockname()[1]}"
        start = monotonic()
        with pytest.raises(StemmataError, match=f"Nobody answers at {master}"):
            check_master(master, 2)

    assert monotonic() - start < 2


def test_one_master_of_several_is_enough() -> None:
    with socket.create_server(("127.0.0.1", 0)) as answering:
        check_master(f"spark://127.0.0.1:1,127.0.0.1:{answering.getsockname()[1]}", 2)


@pytest.mark.parametrize("place", ["host", "host:port", "host:99999", ":7077"])
def test_a_master_without_host_and_port_is_refused(place: str) -> None:
    with pytest.raises(BadInput, match="spark://host:7077"):
        check_master(f"spark://{place}", 2)


def test_where_there_is_no_java_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(MissingExtra, match="apt-get install default-jre-headless"):
        check_java()


def test_a_java_home_without_java_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))

    with pytest.raises(MissingExtra, match="JAVA_HOME"):
        check_java()


@pytest.mark.parametrize(("says", "version"), [("1.8.0_402", 8), ("11.0.2", 11)])
def test_a_java_that_is_too_old_is_told(
    says: str, version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _java(tmp_path, f'openjdk version "{says}"')
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))

    with pytest.raises(MissingExtra, match=f"is Java {version}"):
        check_java()


@pytest.mark.parametrize(
    "says", ['openjdk version "17.0.15" 2025-04-15', 'java version "25" 2025-09-16', "?"]
)
def test_a_java_that_is_new_enough_or_of_unknown_age_is_tried(
    says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _java(tmp_path, says)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))

    check_java()


def _java(home: Path, says: str) -> None:
    (home / "bin").mkdir()
    (home / "bin" / "java").write_text(f"#!/bin/sh\necho '{says}' >&2\n")
    (home / "bin" / "java").chmod(0o755)
