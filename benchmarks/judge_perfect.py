"""The truth written down as an answer: what the judge must find faultless, and its tests then spoil."""

import html
import json
import re
from pathlib import Path

from judge_case import Row, Tables
from judge_speech import place_of


def perfect(pages: Path, truth: Row) -> Tables:
    """Return the tables that a run without any mistake would give, as far as the judge looks at them."""
    texts = {page["file"]: _text(pages, page["file"]) for page in truth["pages"]}
    return {
        "articles": [_article(page, texts[page["file"]], truth) for page in truth["pages"]],
        "unread": [{"source": f"pages/{one['file']}"} for one in truth["unread"]],
        "passages": [],
        "families": _families(truth),
        "nodes": [_node(state, truth) for state in truth["states"]],
        "links": [_link(edge) for edge in truth["edges"]],
        "origins": [_origin(one) for one in truth["origins"]],
        "events": [_event(one) for one in truth["events"]],
        "speakers": [{"id": one["name"], "name": one["name"]} for one in truth["speakers"]],
        "statements": [
            _statement(one, page, texts[page]) for one in truth["statements"] for page in one["pages"]
        ],
        "claims": [_claim(one, truth) for one in truth["claims"]],
    }


def _text(pages: Path, name: str) -> str:
    file, _, line = name.partition("#")
    raw = (pages / file).read_text(encoding="utf-8")
    if line:
        return str(json.loads(raw.split("\n")[int(line) - 1])["text"])
    return html.unescape(re.sub(r"<[^>]*>", "", raw)) if file.endswith(".html") else raw


def _article(page: Row, text: str, truth: Row) -> Row:
    return {
        "id": page["file"],
        "sources": [page.get("id", f"pages/{page['file']}")],
        "text": text,
        "stamp": {"value": page["stamp"]} if page["stamp"] else None,
        "site": page["site"],
        "publisher": None,
        "written": page["written"],
        "written_best": page["written_best"],
        "recycled": page["recycled"],
        "recycled_evidence": [{"spans": [{"article": page["file"], "span": [0, 1]}]}],
        "template": next((one["key"] for one in truth["networks"] if page["file"] in one["pages"]), None),
    }


def _families(truth: Row) -> list[Row]:
    return [
        {"id": family[0], "articles": [page["file"] for page in truth["pages"] if page["state"] in family]}
        for family in truth["families"]
    ]


def _node(state: Row, truth: Row) -> Row:
    how = {page["file"]: page["how"] for page in truth["pages"]}
    return {
        "id": state["key"],
        "kind": state["kind"],
        "witnesses": [{"article": page, "how": how[page]} for page in state["pages"]],
        "readings": [{"text": one["text"], "from": []} for one in state.get("must_carry", [])],
    }


def _link(edge: Row) -> Row:
    return {name: edge[name] for name in ("parent", "child", "kind", "credited")} | {"direction": "decided"}


def _origin(one: Row) -> Row:
    return {
        "id": one["key"],
        "event": one["event"],
        "node": one["state"],
        "agency": one["agency"],
        "articles": one["pages"],
    }


def _event(one: Row) -> Row:
    return one | {"id": one["key"], "articles": one["pages"]}


def _statement(one: Row, page: str, text: str) -> Row:
    quoted = [place_of(stretch, text) for stretch in one["quoted"]]
    return {
        "id": f"{one['key']} {page}",
        "article": page,
        "content": [list(place_of(one["content"], text) or (0, 0))],
        "quoted": [list(place) for place in quoted if place],
        "type": one["type"],
        "polarity": one["polarity"],
        "speaker": one["speaker"],
        "via": [{"speaker": name} for name in one["via"]],
    }


def _claim(one: Row, truth: Row) -> Row:
    pages = {row["key"]: row["pages"] for row in truth["statements"]}
    return {
        "id": one["key"],
        "statements": [f"{key} {page}" for key in one["statements"] for page in pages[key]],
        "differences": one["differences"],
        "origins": one["origins"],
    }
