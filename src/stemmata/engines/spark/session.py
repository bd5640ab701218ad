"""A Spark session: opened where one can be, and if not, why not, in plain words and soon."""

import os
import re
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic, sleep
from typing import IO

from py4j.protocol import Py4JError
from pyspark import SparkConf, SparkContext, __version__
from pyspark.errors import PySparkException
from pyspark.java_gateway import launch_gateway
from pyspark.sql import SparkSession

from stemmata.engines.spark.checks import check_form, check_java, check_master
from stemmata.engines.spark.settings import SparkSettings
from stemmata.errors import StemmataError

SETTINGS = SparkSettings()

_STANDALONE = "spark://"
_HERE = re.compile(r"local\b.*|spark://(localhost|127\.[0-9.]+|\[::1\]):[0-9]+")


_QUICK = "-XX:TieredStopAtLevel=1"
"""Java's quick compiler alone, for the Java beside this process: the work is done in Python. On our example 11
CPU-seconds of Java instead of 17."""


@contextmanager
def opened(master: str, settings: SparkSettings = SETTINGS) -> Iterator[SparkSession]:
    """Open a session on ``master`` and close it after; a session that is open in this process is used, and left open.

    Raises ``BadInput`` for a master that cannot be one, ``MissingExtra`` where there is no Java for Spark, and
    ``StemmataError`` where the master does not answer or lends no worker.
    """
    check_form(master)
    if SparkContext._active_spark_context is not None:
        yield SparkSession.builder.getOrCreate().newSession()
        return
    check_java()
    if master.startswith(_STANDALONE):
        check_master(master, settings.answer_seconds)
    session = _started(master)
    try:
        if master.startswith(_STANDALONE):
            _wait_for_a_worker(session.sparkContext, master, settings.worker_seconds)
        yield session
    finally:
        session.stop()


def _started(master: str) -> SparkSession:
    """Start Spark; what it logs goes to a file that is read where it fails, and shown if ``STEMMATA_DEBUG`` is set."""
    conf = SparkConf(loadDefaults=False).setMaster(master).setAppName("stemmata")
    if _HERE.fullmatch(master):
        conf.set("spark.ui.enabled", "false")
    with tempfile.TemporaryFile("w+", prefix="stemmata-spark-", encoding="utf-8", errors="replace") as log:
        try:
            with _surroundings(here=bool(_HERE.fullmatch(master))):
                return SparkSession(SparkContext(conf=conf, gateway=_gateway(conf, log)))
        except (PySparkException, Py4JError, OSError) as error:
            raise StemmataError(_failure(master, _reason(log, error))) from error


def _gateway(conf: SparkConf, log: IO[str]) -> object:
    """Start Java, or return the one that an earlier session of this process left running."""
    if SparkContext._gateway is not None:
        return SparkContext._gateway
    return launch_gateway(conf, None if os.environ.get("STEMMATA_DEBUG") else {"stderr": log})


@contextmanager
def _surroundings(*, here: bool) -> Iterator[None]:
    """Let workers run this Python, and Spark on this machine talk to this machine alone, unless the user said else."""
    ours = {"PYSPARK_PYTHON": sys.executable, "JDK_JAVA_OPTIONS": _QUICK}
    if here:
        ours["SPARK_LOCAL_IP"] = "127.0.0.1"
    added = {name: value for name, value in ours.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]


def _wait_for_a_worker(context: SparkContext, master: str, seconds: float) -> None:
    """Wait until the cluster has lent a worker: without one, Spark would wait for ever."""
    end = monotonic() + seconds
    try:
        while context._jsc.sc().getExecutorMemoryStatus().size() < 2:
            if monotonic() > end:
                raise StemmataError(
                    f"The Spark master at {master} has lent no worker in {seconds:.0f} seconds. Look at its web page: "
                    "are workers registered with it, and have they cores and memory free?"
                )
            sleep(0.1)
    except (PySparkException, Py4JError) as error:
        raise StemmataError(_failure(master, _UNHEARD[0])) from error


_UNHEARD = ("stopped SparkContext", "masters are unresponsive")
"""What Spark says of a master that does not speak to it, after a minute of asking."""


def _failure(master: str, reason: str) -> str:
    """Say why there is no session."""
    if master.startswith(_STANDALONE) and any(words in reason for words in _UNHEARD):
        return (
            f"What answers at {master} does not take us for one of its own: it is no Spark master (is that the port of "
            f"its web page?), or one of another version than the pyspark here, {__version__}."
        )
    return f"Spark could not start at {master}: {reason} (STEMMATA_DEBUG=1 shows all it says)"


def _reason(log: IO[str], error: BaseException) -> str:
    """Return the line in which Java or Spark says what went wrong."""
    log.seek(0)
    lines: list[str] = [line.strip() for line in (*log, *str(error).splitlines())]
    telling = [line for line in lines if re.search(r"Exception|\bERROR\b|[Ee]rror:", line)]
    return (telling or lines or ["it gave no reason"])[0][:300]
