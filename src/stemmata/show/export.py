"""Whole tables as JSON lines, CSV or Parquet."""

import csv
import io
import json
from collections.abc import Callable, Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from stemmata.model import Case
from stemmata.show.tables import Table, tables
from stemmata.tables import Plain, plain


def export(case: Case, form: str) -> Iterator[tuple[str, bytes]]:
    """Yield every file of an export: its name and its bytes. ``form`` is one of ``FORMS``."""
    write = FORMS[form]
    for table in tables(case):
        yield f"{table.name}.{form}", write(table)
    yield "run.json", run_json(case).encode()


def run_json(case: Case) -> str:
    """Return how the case came about: version, settings, inputs with hashes, counts, seconds by stage."""
    return as_json(_run(case, tables(case)), indent=2) + "\n"


def tables_json(case: Case) -> str:
    """Return every table of the contract as one JSON object, name by name, with ``run`` beside them."""
    made = tables(case)
    rows: dict[str, Plain] = {table.name: [dict(row) for row in table.rows] for table in made}
    return as_json(rows | {"run": _run(case, made)}, indent=2) + "\n"


def table_json(case: Case, name: str) -> str:
    """Return the rows of one table of the contract as a JSON list."""
    (table,) = (table for table in tables(case) if table.name == name)
    return as_json([dict(row) for row in table.rows], indent=2) + "\n"


def _run(case: Case, made: tuple[Table, ...]) -> dict[str, Plain]:
    run = plain(case.run) if case.run else {}
    if case.run:
        run["settings"] = dict(case.run.settings)
        run["seconds"] = {one.stage: round(one.seconds, 4) for one in case.run.seconds}
    return run | {"counts": {table.name: len(table.rows) for table in made}}


def as_json(value: Plain, *, indent: int | None = None) -> str:
    """Return JSON that keeps every script readable, with lone surrogates escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isprintable() or _encodable(text) else json.dumps(value, indent=indent)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def jsonl(table: Table) -> bytes:
    """Return one JSON object a line."""
    return "".join(as_json(dict(row)) + "\n" for row in table.rows).encode()


def comma_separated(table: Table) -> bytes:
    """Return CSV with a header; what is nested stands as JSON in its cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.schema.names)
    for row in table.rows:
        writer.writerow([_cell(row[name]) for name in table.schema.names])
    return out.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: Plain) -> Plain:
    if value is None:
        return ""
    return as_json(value) if isinstance(value, (list, dict, bool)) else value


def parquet(table: Table) -> bytes:
    """Return a Parquet file, compressed with zstd."""
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(table.rows), schema=table.schema), sink, compression="zstd")
    return sink.getvalue()


FORMS: dict[str, Callable[[Table], bytes]] = {
    "jsonl": jsonl,
    "csv": comma_separated,
    "parquet": parquet,
}
"""The forms an export may take."""
