"""What must be there before Spark is started: found out in a moment, where Spark itself would take a minute or two."""

import os
import re
import shutil
import socket
import subprocess
from pathlib import Path

from stemmata.errors import BadInput, MissingExtra, StemmataError

OLDEST_JAVA = 17
"""What Spark 4 runs on."""

_FORMS = re.compile(r"local(\[([1-9][0-9]*|\*)(,[0-9]+)?\])?|spark://[^/\s]+|yarn|k8s://\S+")
_ADDRESS = re.compile(r"(?P<host>\[[0-9a-fA-F:]+\]|[^:\[\]]+):(?P<port>[0-9]{1,5})")


def check_form(master: str) -> None:
    """Refuse what cannot be a master."""
    if not _FORMS.fullmatch(master):
        raise BadInput(
            f"{master!r} is no Spark master. Name one like local[2], spark://host:7077, yarn or k8s://https://host:443."
        )


def check_java() -> None:
    """Make sure that there is a Java that Spark runs on."""
    java = _java()
    version = _version(java)
    if version is not None and version < OLDEST_JAVA:
        raise MissingExtra(
            f"Spark needs Java {OLDEST_JAVA} or newer, and {java} is Java {version}. "
            "Install a newer one, or name its folder in JAVA_HOME."
        )


def check_master(master: str, seconds: float) -> None:
    """Make sure that a standalone master, or one of several, takes connections."""
    refused = [_refused(place, seconds) for place in master.removeprefix("spark://").split(",")]
    if all(refused):
        raise StemmataError(
            f"Nobody answers at {master} ({refused[0]}). Is the Spark master running there, and is that the address "
            "it names in its log and on its web page?"
        )


def _java() -> str:
    home = os.environ.get("JAVA_HOME")
    if home and not (Path(home) / "bin" / "java").exists():
        raise MissingExtra(f"JAVA_HOME is {home}, and there is no bin/java in it. Correct it, or unset it.")
    found = f"{home}/bin/java" if home else shutil.which("java")
    if not found:
        raise MissingExtra(
            "Spark needs Java, and there is none here. Install it (on Debian and Ubuntu: apt-get install "
            "default-jre-headless), or name its folder in JAVA_HOME; or leave out --engine spark."
        )
    return found


def _version(java: str) -> int | None:
    """Return the main version that a Java names, or None where it names none that we know how to read."""
    try:
        told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False, timeout=20)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MissingExtra(
            f"{java} does not run: {error}. Spark needs Java {OLDEST_JAVA} or newer."
        ) from error
    found = re.search(r'version "(?:1\.)?(\d+)', told.stderr + told.stdout)
    return int(found[1]) if found else None


def _refused(place: str, seconds: float) -> str:
    """Return why nobody can be reached at ``host:port``; nothing if somebody can."""
    address = _ADDRESS.fullmatch(place)
    if address is None or int(address["port"]) > 65535:
        raise BadInput(f"{place!r} names no host and port. A Spark master is named like spark://host:7077.")
    try:
        socket.create_connection((address["host"].strip("[]"), int(address["port"])), seconds).close()
    except OSError as error:
        return f"{place}: {error.strerror or error}"
    return ""
