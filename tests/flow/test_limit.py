"""Work that takes too long is given up; work that is done in time is as if nobody had looked at a watch."""

import re
import signal
import threading

import pytest

from stemmata.flow.limit import within


def spin() -> str:
    while True:
        pass


def test_what_is_done_in_time_comes_back() -> None:
    assert within(5.0, lambda: "read") == "read"


def test_what_takes_too_long_comes_back_as_nothing_and_leaves_no_timer() -> None:
    before = signal.getsignal(signal.SIGPROF)

    assert within(0.02, spin) is None
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) is before


def test_a_regular_expression_gone_astray_is_stopped_too() -> None:
    assert within(0.05, lambda: re.match(r"(a|aa)+$", "a" * 60 + "b")) is None


def test_what_work_raises_is_raised() -> None:
    def fail() -> str:
        raise LookupError("no such pier")

    with pytest.raises(LookupError, match="pier"):
        within(5.0, fail)


def test_outside_the_main_thread_work_is_done_without_a_limit() -> None:
    found: list[str | None] = []
    thread = threading.Thread(target=lambda: found.append(within(0.0, lambda: "read")))
    thread.start()
    thread.join()

    assert found == ["read"]
