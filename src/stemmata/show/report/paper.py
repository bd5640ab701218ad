"""The templates, escaped by default and compiled once."""

import pickle
import sys
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

FOLDER = Path(__file__).parent / "templates"


@cache
def paper() -> Environment:
    """Return the environment of the report's templates: everything of others is escaped."""
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
        bytecode_cache=_BesideTheTemplates(),
    )


def compiled() -> None:
    """Compile every template now, so that no reader waits for it."""
    for name in paper().list_templates(extensions=["j2"]):
        paper().get_template(name)


class _BesideTheTemplates(BytecodeCache):
    """Keeps compiled templates where Python keeps compiled modules, and as quietly goes without.

    Compiling takes longer than everything else in a report of a few pages. Whoever may write there may
    change the code itself, so nothing is trusted that was not trusted before.
    """

    def get_source_checksum(self, source: str) -> str:
        """Return the digest of a template, of this file and of Jinja's version: all shape what is compiled."""
        return super().get_source_checksum(source + _shaped_by())

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            with self._path(bucket).open("rb") as file:
                bucket.load_bytecode(file)
        except (OSError, EOFError, ValueError, TypeError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        path = self._path(bucket)
        if sys.dont_write_bytecode:
            return
        half = path.with_suffix(f".{id(bucket)}.part")
        try:
            path.parent.mkdir(exist_ok=True)
            with half.open("wb") as file:
                bucket.write_bytecode(file)
            half.replace(path)
        except OSError:
            half.unlink(missing_ok=True)

    def _path(self, bucket: Bucket) -> Path:
        tag = sys.implementation.cache_tag or "python"
        return FOLDER / "__pycache__" / f"{bucket.key}.{tag}.j2c"


@cache
def _shaped_by() -> str:
    return Path(__file__).read_text(encoding="utf-8") + str(jinja2.__version__)
