"""How well German statements are found: the developers' part of the German quotations, by their own scorer.

Run as ``python benchmarks/statements_german.py [SHARED [PART]]``. The scorer is the data's own and needs scipy; where
either is missing there are no figures. A statement of ours becomes a quotation with speaker and cue, its frame the rest of
its clause; words in quotation marks inside a reported clause are quotations of their own, as there. Sentences
that go on with what was reported are one quotation, as there.
"""

import gzip
import importlib.util
import json
import sys
import time
import types
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from statements_gold.read import article
from stemmata.model import Span, Speech, Statement
from stemmata.statements import read_statements

FOLDER = Path("data", "german_quotes")
NOBODYS = frozenset({"alone", "partial"})
FORMS = {Speech.DIRECT: "Direct", Speech.INDIRECT: "Indirect", Speech.MIXED: "Indirect"}
Row = dict[str, Any]


def figures(shared: Path, part: str = "dev") -> dict[str, float]:
    """Return the scorer's figures on one part, or none where the data or scipy are not there."""
    if not (shared / FOLDER / "docs.jsonl.gz").is_file() or importlib.util.find_spec("scipy") is None:
        return {}
    scorer = _scorer(shared / FOLDER / "official_eval.py.gz")
    ours, true, seconds, letters = {}, {}, 0.0, 0
    with gzip.open(shared / FOLDER / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["part"] == part:
                start = time.process_time()
                found = list(_annotations(row))
                seconds += time.process_time() - start
                letters += len(row["originalText"].encode())
                ours[row["id"]] = scorer.Document(row["id"], found)
                true[row["id"]] = scorer.Document(row["id"], row["annotations"])
    scores = scorer.evaluate(ours, true, print_scores=False)
    kept = {
        f"{kind}.{name}": scores[f"{short}_{kind}"]
        for kind in ("msg", "roles", "joint", "form")
        for name, short in (("precision", "prec"), ("recall", "rec"), ("f1", "f1"))
    }
    return {f"statements.german.{name}": round(float(value), 4) for name, value in kept.items()} | {
        "statements.german.mb_a_second": round(letters / 1e6 / seconds, 2)
    }


def _scorer(path: Path) -> Any:
    module = types.ModuleType("official_eval")
    exec(compile(gzip.decompress(path.read_bytes()), str(path), "exec"), module.__dict__)  # noqa: S102 the data's own scorer
    return module


def _annotations(row: Row) -> Iterator[Row]:
    """Yield our statements on one page as the data write them."""
    page = article(row["id"], row["originalText"], language="de")
    spoken = read_statements((page,), (), (), (), (), (), ())
    tokens = _Tokens(row)
    told = sorted(spoken.statements, key=lambda one: (one.span, one.id))
    merged: list[Row] = []
    for one in told:
        rule = one.evidence[0].rule
        if rule in NOBODYS:
            continue
        if rule == "reported-on" and merged and merged[-1]["type"] == "IndirectFreeIndirect":
            merged[-1]["quote"]["tokenIds"] += tokens.of(one.content)
        else:
            merged.append(_annotation(one, rule, tokens))
        if one.type is Speech.MIXED:
            merged_in = [_inner(one, quoted, tokens) for quoted in one.quoted]
            yield from (each for each in merged_in if each["quote"]["tokenIds"])
    yield from (each for each in merged if each["quote"]["tokenIds"])


def _annotation(one: Statement, rule: str, tokens: "_Tokens") -> Row:
    quote = tokens.of(one.content)
    source = tokens.of((one.source,)) if one.source else []
    cue = tokens.of((one.cue,)) if one.cue else []
    frame = [token for token in tokens.sentence(cue[0]) if token not in set(quote)] if cue else []
    form = "IndirectFreeIndirect" if rule == "reported-on" else FORMS[one.type]
    return _row(quote, source, cue, frame, form)


def _inner(one: Statement, quoted: Span, tokens: "_Tokens") -> Row:
    outer = _annotation(one, "", tokens)
    wide = Span(max(0, quoted.start - 1), quoted.end + 1)
    return _row(
        tokens.of((wide,)),
        outer["speaker"]["tokenIds"],
        outer["cue"]["tokenIds"],
        outer["frame"]["tokenIds"],
        "Direct",
        nested=True,
    )


def _row(
    quote: list[int], speaker: list[int], cue: list[int], frame: list[int], form: str, *, nested: bool = False
) -> Row:
    roles = {"quote": quote, "speaker": speaker, "cue": cue, "frame": frame, "addressee": []}
    return {name: {"tokenIds": list(ids)} for name, ids in roles.items()} | {
        "type": form, "medium": "Speech", "isNested": nested,
    }  # fmt: skip


class _Tokens:
    """The data's own tokens by place."""

    def __init__(self, row: Row) -> None:
        self.starts = [token["charBegin"] for token in row["tokens"]]
        self.ends = [token["charEnd"] for token in row["tokens"]]
        self.sentences = [sentence["tokenIds"] for sentence in row["sentences"]]

    def of(self, spans: Sequence[Span]) -> list[int]:
        """Return the tokens that lie in the spans."""
        return sorted(
            at
            for span in spans
            for at in range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))
            if self.ends[at] <= span.end
        )

    def sentence(self, token: int) -> list[int]:
        """Return the tokens of the sentence that has ``token``."""
        return next((ids for ids in self.sentences if ids and ids[0] <= token <= ids[-1]), [])


if __name__ == "__main__":
    for name, value in figures(
        Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"), *sys.argv[2:3]
    ).items():
        print(f"{name:<36} {value:7.4f}")
