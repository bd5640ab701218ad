"""What only the engine of one machine has to promise: bounds."""

import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pyarrow as pa
import pytest

from stemmata.engines import LocalEngine, LocalSettings
from stemmata.engines.pairing import PAIRS

TEXTS = pa.schema([pa.field("id", pa.string()), pa.field("text", pa.string())])
KEYS = pa.schema([pa.field("key", pa.uint64()), pa.field("row", pa.string())])


def same(batch: pa.RecordBatch) -> pa.RecordBatch:
    return batch


def test_a_long_stream_is_held_on_disk_and_comes_out_whole() -> None:
    engine = LocalEngine(LocalSettings(held=1 << 20, inline_bytes=1 << 20, workers=0))
    before, most = pa.total_allocated_bytes(), 0

    def stream() -> Iterator[pa.RecordBatch]:
        nonlocal most
        for number in range(100):
            most = max(most, pa.total_allocated_bytes() - before)
            yield pa.RecordBatch.from_pydict(
                {"id": [f"{number}"], "text": [f"{number} " * 100_000]}, schema=TEXTS
            )

    frame = engine.each(same, engine.load(stream(), TEXTS), TEXTS)
    twice = [[batch.column("id")[0].as_py() for batch in engine.collect(frame)] for _ in range(2)]

    assert twice == [[f"{number}" for number in range(100)]] * 2
    assert most < 10 << 20


def test_rows_are_drawn_only_as_they_are_asked_for() -> None:
    engine, drawn = LocalEngine(), []

    def stream() -> Iterator[pa.RecordBatch]:
        for number in range(10):
            drawn.append(number)
            yield pa.RecordBatch.from_pydict({"id": [f"{number}"], "text": [""]}, schema=TEXTS)

    next(engine.collect(engine.load(stream(), TEXTS)))

    assert drawn == [0]


def test_rows_that_do_not_fit_in_memory_meet_all_the_same() -> None:
    engine = LocalEngine(
        LocalSettings(held=1 << 20, held_rows=1 << 20, inline_bytes=1 << 20, workers=0, batch_pairs=2)
    )
    names = [f"{number:02}" for number in range(50)]
    rows = (pa.RecordBatch.from_pydict({"id": [one], "text": [one * 500_000]}, schema=TEXTS) for one in names)
    pairs = pa.RecordBatch.from_pydict(
        {"left": names[:-1], "right": names[1:], "shared": [1] * 49}, schema=PAIRS
    )
    before, most = pa.total_allocated_bytes(), 0

    def meet(both: pa.RecordBatch, rows: pa.RecordBatch) -> pa.RecordBatch:
        nonlocal most
        most = max(most, pa.total_allocated_bytes() - before)
        text = dict(zip(rows["id"].to_pylist(), rows["text"].to_pylist(), strict=True))
        found = [
            text[left][:2] + text[right][-2:]
            for left, right in zip(*(one.to_pylist() for one in both.columns[:2]), strict=True)
        ]
        return pa.RecordBatch.from_pydict({"id": found, "text": [""] * len(found)}, schema=TEXTS)

    met = engine.meet(meet, engine.load([pairs], PAIRS), engine.load(rows, TEXTS), TEXTS)
    found = [one for batch in engine.collect(met) for one in batch.column("id").to_pylist()]

    assert found == [left + right for left, right in pairwise(names)]
    assert most < 12 << 20


def test_postings_sorted_in_shares_give_the_pairs_of_all() -> None:
    dice = np.random.default_rng(1)
    keys, rows = dice.integers(0, 300, 5000), [f"{number:03}" for number in dice.integers(0, 400, 5000)]
    batch = pa.RecordBatch.from_arrays([pa.array(keys.astype(np.uint64)), pa.array(rows)], schema=KEYS)
    at_once, in_shares = (
        [*engine.collect(engine.pairs(engine.load([batch], KEYS), key="key", row="row", most=20))]
        for engine in (LocalEngine(), LocalEngine(LocalSettings(held_postings=700)))
    )

    assert at_once == in_shares
    assert at_once[0].num_rows > 1000


@pytest.mark.slow
def test_a_formula_on_every_page_costs_no_pairs() -> None:
    engine = LocalEngine()
    names = [f"{number:06}" for number in range(100_000)]
    keys = np.concatenate([np.zeros(100_000, np.uint64), np.arange(100_000, dtype=np.uint64) // 2 + 1])
    batch = pa.RecordBatch.from_arrays([pa.array(keys), pa.array(names * 2)], schema=KEYS)
    tracemalloc.start()
    pairs = engine.pairs(engine.load([batch], KEYS), key="key", row="row", most=50)
    rows = sum(one.num_rows for one in engine.collect(pairs))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert rows == 50_000
    assert peak < 200 << 20


def test_small_work_loads_no_heavy_module() -> None:
    program = (
        "import sys, pyarrow as pa\n"
        "from stemmata.cli.lean import without\n"
        "from stemmata.engines import LocalEngine\n"
        "with without('pandas'):\n"
        "    pa.array([])\n"
        "engine = LocalEngine()\n"
        "batch = pa.RecordBatch.from_pydict({'id': ['a', 'b'], 'key': ['k', 'k']})\n"
        "rows = engine.load([batch], batch.schema)\n"
        "pairs = engine.pairs(rows, key='key', row='id', most=5)\n"
        "met = engine.meet(lambda pairs, rows: rows, pairs, rows, batch.schema)\n"
        "print(len(list(engine.collect(met))), sorted({'pyarrow.compute', 'duckdb', 'pandas'} & {*sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "1 []\n"
