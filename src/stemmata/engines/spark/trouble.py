"""What goes wrong on a worker, told where the work was asked for."""

import builtins
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException

from stemmata import errors
from stemmata.errors import StemmataError

_CARRIED = re.compile(r'StepFailedError: (\{"kind": .*\})')


class StepFailedError(Exception):
    """Carries what a step raised through Spark, which hands on words alone."""


@contextmanager
def carried() -> Iterator[None]:
    """On a worker: let what is raised inside travel by its kind and its words."""
    try:
        yield
    except StepFailedError:
        raise
    except Exception as error:  # noqa: BLE001 - it is raised again, where the work was asked for
        raise StepFailedError(json.dumps({"kind": type(error).__name__, "says": str(error)})) from None


@contextmanager
def told() -> Iterator[None]:
    """Where the work was asked for: raise what a step raised on a worker, and say in a sentence what Spark has met."""
    try:
        yield
    except (PySparkException, Py4JError) as error:
        found = _CARRIED.search(str(error))
        raise (_raised(**json.loads(found[1])) if found else StemmataError(_says(str(error)))) from error


def _raised(kind: str, says: str) -> Exception:
    """Return an error of the named kind, if it is one of Python's or ours."""
    named = getattr(errors, kind, None) or getattr(builtins, kind, None)
    if isinstance(named, type) and issubclass(named, Exception):
        return named(says)
    return RuntimeError(f"{kind}: {says}")


_KNOWN = (
    (
        r"No module named '?stemmata",
        "The Spark workers have no stemmata. Install this very version on each of their machines, for the Python that "
        "PYSPARK_PYTHON names.",
    ),
    (
        r"PYTHON_VERSION_MISMATCH|different (minor )?version",
        "The Spark workers run another Python than this one. Name theirs in PYSPARK_PYTHON, or run stemmata by it.",
    ),
    (
        r"Cannot run program",
        "The Spark workers cannot start Python. Name one that is on each of their machines in PYSPARK_PYTHON.",
    ),
    (
        r"OutOfMemoryError|Java heap space",
        "Spark ran out of memory. Give it more: spark.driver.memory and spark.executor.memory in its "
        "conf/spark-defaults.conf.",
    ),
    (
        r"Checkpoint block .* not found|ExecutorLostFailure|SparkContext (was|has been) (shut|stopped)|Connection refused|Answer from Java side is empty",
        "Spark lost a worker with the rows it held, or its master. Nothing was saved; start the run again.",
    ),
)
"""Words of Spark, and what they mean for who has to act on them."""


def _says(words: str) -> str:
    meant = next((says for pattern, says in _KNOWN if re.search(pattern, words)), None)
    first = next((line.strip() for line in words.splitlines() if line.strip()), "it gave no reason")
    return meant or f"Spark gave up: {first[:300]}"
